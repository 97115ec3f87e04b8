import { href, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { readQuality } from './quality.store.ts'
import { Agreement } from './ratings.view.tsx'

export const meta = () => [{ title: 'Mutu penilaian wawancara · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const cycle = query.get('siklus')
    const cycleId = cycle && /^[0-9a-f-]{36}$/i.test(cycle) ? cycle : null
    return {
      cycleId,
      cycles: await db.rows<{ id: string; name: string }>(
        sql`select id, name from talent.cycles order by as_of desc limit 20`,
      ),
      quality: await readQuality(db, cycleId),
    }
  })

export default function QualityPage() {
  const { cycleId, cycles, quality } = useLoaderData<typeof loader>()
  const flagged = quality.severity.interviewers.filter(i => i.isFlagged)
  return (
    <>
      <PageHead
        title={
          quality.interviews === 0
            ? 'Belum ada nilai wawancara yang terbuka'
            : flagged.length > 0
              ? 'Ada pewawancara yang jelas lebih ketat atau lebih longgar'
              : 'Tidak ada pewawancara yang jelas lebih ketat atau longgar'
        }
        scope="Dihitung dari nilai sebelum dibicarakan. Angka ini tidak mengubah level siapa pun."
        crumbs={[
          { label: 'Talenta', href: href('/talenta') },
          { label: 'Wawancara', href: href('/talenta/wawancara') },
          { label: 'Mutu penilaian' },
        ]}
      />
      <FilterBar
        clearHref={cycleId ? href('/talenta/wawancara/mutu') : undefined}
        filters={[
          {
            name: 'siklus',
            label: 'Siklus',
            chosen: cycleId ? [cycleId] : [],
            options: cycles.map(c => ({ value: c.id, label: c.name })),
          },
        ]}
      />
      {quality.interviews === 0 ? (
        <EmptyState title="Belum ada yang dapat dibandingkan">
          Mutu penilaian terlihat sesudah nilai sedikitnya satu wawancara terbuka.
        </EmptyState>
      ) : (
        <>
          <Section title="Kesepakatan">
            <Agreement {...quality.agreement} />
          </Section>
          <Section title="Ketat atau longgar">
            {!quality.severity.isConnected && (
              <Note tone="limits" title="Antarkelompok tidak dapat dibandingkan">
                Sebagian pewawancara tidak pernah menilai orang yang sama. Silangkan pewawancara pada jadwal berikutnya.
              </Note>
            )}
            <DataTable
              caption="Ketat atau longgarnya pewawancara"
              captionHidden
              rows={quality.severity.interviewers}
              rowKey={i => i.interviewerId}
              columns={[
                {
                  key: 'name',
                  header: 'Pewawancara',
                  cell: i => (
                    <>
                      {quality.names[i.interviewerId] ?? 'Pewawancara'}
                      {!quality.severity.isConnected && <SubLine>Kelompok {i.group + 1}</SubLine>}
                    </>
                  ),
                },
                {
                  key: 'n',
                  header: 'Wawancara',
                  number: true,
                  cell: i => <Figure figure={i.interviews} asLink unit={false} />,
                },
                {
                  key: 'effect',
                  header: 'Beda rata-rata dalam level',
                  cell: i => (
                    <>
                      <Figure figure={i.effect} asLink />
                      {i.effect.limits.length > 0 && i.effect.state === 'inconclusive' && (
                        <SubLine>{i.effect.limits.join(' ')}</SubLine>
                      )}
                    </>
                  ),
                },
                {
                  key: 'range',
                  header: 'Rentang ketidakpastian',
                  cell: i =>
                    i.effect.interval
                      ? `${formatNumber(i.effect.interval.low, { digits: 2 })} sampai ${formatNumber(i.effect.interval.high, { digits: 2 })}`
                      : 'tidak dihitung',
                },
                {
                  key: 'word',
                  header: 'Simpulan',
                  cell: i =>
                    i.effect.state !== 'known' ? (
                      'belum dapat disimpulkan'
                    ) : i.isFlagged ? (
                      <StateMark state="border">
                        {Number(i.effect.value) < 0 ? 'Lebih ketat' : 'Lebih longgar'}
                      </StateMark>
                    ) : (
                      'tidak jelas berbeda'
                    ),
                },
              ]}
            />
            <p className="small-text quiet">
              Negatif berarti lebih ketat untuk orang yang sama. Rentang yang memuat nol berarti bedanya dapat karena
              kebetulan. Yang wawancaranya masih sedikit tidak dihitung.
            </p>
          </Section>
        </>
      )}
    </>
  )
}
