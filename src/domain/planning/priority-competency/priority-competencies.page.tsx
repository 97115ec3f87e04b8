import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { countOf, listDeclared, listStandings } from './priority-competency.store.ts'
import { kindWords } from './priority-competency-words.ts'

export const meta = () => [{ title: 'Kompetensi prioritas · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const kind = query.get('jenis') || undefined
    const declared = (await listDeclared(db)).filter(d => d.withdrawn_on === null)
    // A leader reads what was declared; who holds what is read by those who keep the records.
    const mayRank = actor.role !== 'leader'
    const inForce = new Set(declared.map(d => d.competency_id))
    const rows = mayRank ? (await listStandings(db)).filter(s => !kind || s.kind === kind) : []
    return {
      kind,
      mayRank,
      declared,
      rows: rows.map(s => ({
        id: s.id,
        name: s.name,
        kind: s.kind,
        level: s.level,
        goals: s.goals.map(g => g.name),
        isDeclared: inForce.has(s.id),
        points: s.points,
        asked: countOf(s, 'asked', on),
        short: countOf(s, 'short', on),
        unknown: countOf(s, 'unknown', on),
        holders: countOf(s, 'holders', on),
        leaving: countOf(s, 'leaving', on),
        learners: countOf(s, 'learners', on),
      })),
    }
  })

export default function PriorityCompetenciesPage() {
  const { kind, mayRank, declared, rows } = useLoaderData<typeof loader>()
  const address = href('/diklat/kompetensi-prioritas')
  const first = rows.find(r => !r.isDeclared)
  return (
    <>
      <PageHead
        title={
          first
            ? `${first.name} paling perlu diperhatikan`
            : declared.length > 0
              ? 'Semua kompetensi teratas sudah ditetapkan'
              : 'Belum ada kompetensi prioritas'
        }
        scope="Urutan menimbang sasaran strategis, kekurangan, pemegang yang pensiun, dan pemegang yang sedikit. Yang menetapkan adalah pimpinan."
      />
      <Section title="Sudah ditetapkan">
        {declared.length === 0 ? (
          <p className="quiet">Belum ada kompetensi yang ditetapkan sebagai prioritas.</p>
        ) : (
          <DataTable
            caption="Kompetensi yang ditetapkan sebagai prioritas"
            captionHidden
            rows={declared}
            rowKey={d => d.id}
            columns={[
              {
                key: 'name',
                header: 'Kompetensi',
                cell: d =>
                  mayRank ? (
                    <a href={href('/diklat/kompetensi-prioritas/:competencyId', { competencyId: d.competency_id })}>
                      {d.name}
                    </a>
                  ) : (
                    d.name
                  ),
              },
              { key: 'why', header: 'Alasan', wide: true, cell: d => d.reason },
              {
                key: 'by',
                header: 'Ditetapkan',
                cell: d => (
                  <>
                    {formatDay(d.declared_on)}
                    <SubLine>{d.declared_by_name}</SubLine>
                  </>
                ),
              },
            ]}
          />
        )}
      </Section>
      {mayRank && (
        <Section title="Urutan menurut aturan">
          <FilterBar
            clearHref={kind ? address : undefined}
            filters={[
              {
                name: 'jenis',
                label: 'Jenis',
                chosen: kind ? [kind] : [],
                options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
              },
            ]}
          />
          {rows.length === 0 ? (
            kind ? (
              <EmptyFiltered what="kompetensi" count={1} clearHref={address} />
            ) : (
              <EmptyState title="Belum ada yang dapat diurutkan">
                Masukkan standar jabatan, atau kaitkan kompetensi dengan sasaran strategis.
              </EmptyState>
            )
          ) : (
            <DataTable
              caption="Kompetensi menurut poin prioritas"
              captionHidden
              rows={rows}
              rowKey={r => r.id}
              columns={[
                {
                  key: 'name',
                  header: 'Kompetensi',
                  wide: true,
                  cell: r => (
                    <>
                      <a href={href('/diklat/kompetensi-prioritas/:competencyId', { competencyId: r.id })}>{r.name}</a>
                      <SubLine>
                        {r.goals.length > 0
                          ? r.goals.join(', ')
                          : `${kindWords[r.kind]}, belum dikaitkan dengan sasaran`}
                      </SubLine>
                    </>
                  ),
                },
                {
                  key: 'points',
                  header: 'Poin',
                  number: true,
                  cell: r => <Figure figure={r.points} origin={false} asLink unit={false} />,
                },
                {
                  key: 'short',
                  header: 'Kurang',
                  number: true,
                  cell: r => (
                    <span>
                      <Figure figure={r.short} origin={false} asLink unit={false} /> dari{' '}
                      <Figure figure={r.asked} origin={false} asLink unit={false} />
                    </span>
                  ),
                },
                {
                  key: 'unknown',
                  header: 'Belum diketahui',
                  number: true,
                  cell: r => <Figure figure={r.unknown} origin={false} asLink unit={false} />,
                },
                {
                  key: 'holders',
                  header: 'Pemegang',
                  number: true,
                  cell: r => <Figure figure={r.holders} origin={false} asLink unit={false} />,
                },
                {
                  key: 'leaving',
                  header: 'Segera pensiun',
                  number: true,
                  cell: r => <Figure figure={r.leaving} origin={false} asLink unit={false} />,
                },
                {
                  key: 'learners',
                  header: 'Sedang belajar',
                  number: true,
                  cell: r => <Figure figure={r.learners} origin={false} asLink unit={false} />,
                },
                {
                  key: 'state',
                  header: 'Keadaan',
                  cell: r =>
                    r.isDeclared ? (
                      <StateMark state="known">prioritas</StateMark>
                    ) : (
                      <span className="quiet">belum ditetapkan</span>
                    ),
                },
              ]}
            />
          )}
        </Section>
      )}
    </>
  )
}
