import { href, useLoaderData } from 'react-router'
import { formatRupiah } from '#core/text/format.ts'
import { yearOf } from '#core/values/day.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { budgetFigures, listBudgetYears } from './budget.store.ts'

export const meta = () => [{ title: 'Anggaran diklat · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on, actor }) => {
    const years = await listBudgetYears(db)
    const year = Number(query.get('tahun')) || years.find(y => y <= yearOf(on)) || years[0] || yearOf(on)
    return { isHr: actor.role === 'hr_officer', years, year, ...(await budgetFigures(db, year)) }
  })

/** An amount of a line as recorded, leading to the line. */
const Money = ({ line, value }: { line: { id: string }; value: number }) => (
  <Recorded kind="planning.budget-line" id={line.id}>
    {formatRupiah(value)}
  </Recorded>
)

export default function BudgetPage() {
  const { isHr, years, year, lines, amount, committed, realised, absorption } = useLoaderData<typeof loader>()
  if (lines.length === 0)
    return (
      <EmptyState alone title="Belum ada baris anggaran">
        Impor anggaran dari Data, lalu Impor
        {isHr && (
          <>
            , atau <a href={href('/diklat/anggaran/ubah')}>tulis satu baris</a>
          </>
        )}
        .
      </EmptyState>
    )
  return (
    <>
      <PageHead
        title={
          <>
            Terserap <Figure figure={absorption} origin={false} asLink /> dari pagu diklat {year}
          </>
        }
        scope={`${lines.length} baris anggaran. Yang belum melapor disebut namanya dan tidak dihitung nol.`}
        actions={
          <>
            {isHr && <LinkButton href={`${href('/diklat/anggaran/geser')}?tahun=${year}`}>Geser dana</LinkButton>}
            {isHr && (
              <LinkButton icon="add" href={href('/diklat/anggaran/ubah')}>
                Tambah baris
              </LinkButton>
            )}
            {years.length > 1 && (
              <Segment
                label="Tahun"
                options={years.slice(0, 4).map(y => ({
                  label: String(y),
                  href: `${href('/diklat/anggaran')}?tahun=${y}`,
                  current: y === year,
                }))}
              />
            )}
          </>
        }
      />
      <div className="totals">
        <Figure figure={amount} size="middle" compare="pagu" />
        <Figure figure={committed} size="middle" compare="komitmen" />
        <Figure figure={realised} size="middle" compare={realised.limits[0] ?? 'realisasi'} />
      </div>
      <Section title="Baris anggaran">
        <DataTable
          caption="Baris anggaran"
          captionHidden
          rows={lines}
          rowKey={l => l.id}
          columns={[
            {
              key: 'activity',
              header: 'Kegiatan',
              cell: l => (
                <>
                  {isHr ? <a href={`${href('/diklat/anggaran/ubah')}?baris=${l.id}`}>{l.activity}</a> : l.activity}
                  <SubLine>
                    {l.unit_name ?? 'Seluruh instansi'} · {l.source}
                  </SubLine>
                </>
              ),
            },
            { key: 'amount', header: 'Pagu', number: true, cell: l => <Money line={l} value={l.amount} /> },
            {
              key: 'committed',
              header: 'Komitmen',
              number: true,
              cell: l => (l.committed === null ? 'belum ada' : <Money line={l} value={l.committed} />),
            },
            {
              key: 'realised',
              header: 'Realisasi',
              number: true,
              cell: l =>
                l.realised === null ? (
                  <StateMark state="unknown">Belum ada</StateMark>
                ) : l.realised > l.amount ? (
                  <StateMark state="risk">
                    <Money line={l} value={l.realised} />
                  </StateMark>
                ) : (
                  <Money line={l} value={l.realised} />
                ),
            },
            { key: 'mode', header: 'Sifat', cell: l => (l.mode === 'restrictive' ? 'mengikat' : 'indikatif') },
          ]}
        />
      </Section>
    </>
  )
}
