import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatRupiah, formatRupiahShort } from '#core/text/format.ts'
import { yearOf } from '#core/values/day.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Recorded } from '#ui/figure/recorded.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { budgetFigures, listBudgetYears } from './budget.store.ts'
import { ceilingOf, forecastFigure, listCompletion, listTraced, tracedFigure } from './budget-outlook.ts'
import { listBudgetVersions } from './budget-version.store.ts'
import { BudgetVersions } from './budget-version.view.tsx'
import { decideBudget, freezeBudget, reopenBudget } from './freeze-budget.ts'
import { coverageFigure, listKeptForecasts } from './kept-forecast.ts'

export const meta = () => [{ title: 'Anggaran diklat · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on, actor }) => {
    const years = await listBudgetYears(db)
    const year = Number(query.get('tahun')) || years.find(y => y <= yearOf(on)) || years[0] || yearOf(on)
    const figures = await budgetFigures(db, year)
    const earlier = await listCompletion(db, year)
    const versions = await listBudgetVersions(db, year)
    return {
      isHr: actor.role === 'hr_officer',
      mayDecide: (actor.role === 'hr_officer' || actor.role === 'leader') && versions[0]?.frozen_by !== actor.accountId,
      years,
      year,
      ...figures,
      forecasts: Object.fromEntries(
        figures.lines.map(l => {
          const figure = forecastFigure(l, earlier, on)
          return [l.id, { figure, ceiling: ceilingOf(figure, l.amount) }]
        }),
      ),
      coverage: coverageFigure(await listKeptForecasts(db), on),
      versions,
      unassigned: tracedFigure(await listTraced(db, year, null), {
        ref: `planning.budget-unassigned:${year}`,
        label: `Rencana ${year} tanpa baris anggaran`,
        asOf: on,
      }),
      told: told[query.get('pesan') ?? ''] ?? null,
    }
  })

const told: Record<string, string> = {
  freeze: 'Pagu dibekukan. Persetujuan diberikan orang lain.',
  approve: 'Pagu disetujui.',
  return: 'Pagu dikembalikan dan dapat diubah lagi.',
  reopen: 'Pagu dibuka kembali.',
}

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run }) => {
    const year = new URL(args.request.url).searchParams.get('tahun') ?? values.year
    if (values.act === 'freeze') await run(freezeBudget, { year })
    else if (values.act === 'reopen') await run(reopenBudget, { year, reason: values.reason })
    else await run(decideBudget, { year, decision: values.act, reason: values.reason ?? null })
    return redirect(`${href('/diklat/anggaran')}?tahun=${year}&pesan=${values.act}#pembekuan`)
  })

/** An amount of a line as recorded, leading to the line. */
const Money = ({ line, value }: { line: { id: string }; value: number }) => (
  <Recorded kind="planning.budget-line" id={line.id}>
    {formatRupiah(value)}
  </Recorded>
)

export default function BudgetPage() {
  const data = useLoaderData<typeof loader>()
  const { isHr, years, year, lines, amount, committed, realised, absorption, forecasts, versions, unassigned } = data
  const answer = useActionData<typeof action>() as FormAnswer | undefined
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
            <LinkButton href={`${href('/diklat/anggaran/tiga-tahun')}?tahun=${year}`}>Tiga tahun</LinkButton>
            <LinkButton href={`${href('/diklat/anggaran/usulan')}?tahun=${year}`}>Naskah usulan</LinkButton>
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
        <Figure figure={unassigned} size="middle" compare="rencana disepakati tanpa baris" />
      </div>
      <StatusLine>{data.told}</StatusLine>
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
                  <a href={href('/diklat/anggaran/baris/:lineId', { lineId: l.id })}>{l.activity}</a>
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
            {
              key: 'forecast',
              header: 'Perkiraan akhir tahun',
              number: true,
              wide: true,
              cell: l => {
                const { figure, ceiling } = forecasts[l.id]
                if (figure.value === null && !figure.bounds) return <StateMark state="unknown">Belum ada</StateMark>
                return (
                  <>
                    <Figure figure={figure} origin={false} asLink />
                    {figure.interval && (
                      <SubLine>
                        {formatRupiahShort(figure.interval.low)} sampai {formatRupiahShort(figure.interval.high)}
                      </SubLine>
                    )}
                    {ceiling === 'above' && (
                      <SubLine>
                        <StateMark state="risk">melampaui pagu</StateMark>
                      </SubLine>
                    )}
                    {ceiling === 'maybe' && (
                      <SubLine>
                        <StateMark state="border">dapat melampaui pagu</StateMark>
                      </SubLine>
                    )}
                  </>
                )
              },
            },
            { key: 'mode', header: 'Sifat', cell: l => (l.mode === 'restrictive' ? 'mengikat' : 'indikatif') },
          ]}
        />
      </Section>
      {data.coverage.value !== null && (
        <p className="small-text quiet gap-3">
          Perkiraan yang disimpan tahun-tahun lalu memuat realisasinya pada{' '}
          <Figure figure={data.coverage} origin={false} asLink /> kali; selangnya dibuat untuk memuat hampir semuanya.
        </p>
      )}
      <BudgetVersions year={year} versions={versions} isHr={isHr} mayDecide={data.mayDecide} answer={answer} />
    </>
  )
}
