import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listProgrammesToEvaluate } from './evaluation.store.ts'
import { capital, verdictShape } from './evaluation-words.ts'
import { programmeCounts } from './programme-counts.ts'

export const meta = () => [{ title: 'Evaluasi program · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, on }) => {
    const programmes = await listProgrammesToEvaluate(db)
    return { programmes, ...programmeCounts(programmes, on) }
  })

export default function EvaluationsPage() {
  const { programmes, evaluated, all } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={
          <>
            <Figure figure={evaluated} origin={false} asLink unit={false} /> dari{' '}
            <Figure figure={all} origin={false} asLink unit={false} /> program sudah dievaluasi
          </>
        }
        scope="Reaksi, pembelajaran, penerapan, dan indikator unit. Bila datanya terlalu sedikit, kami mengatakannya."
      />
      {programmes.length === 0 ? (
        <EmptyState title="Belum ada program">
          Program dibuka dari Diklat, lalu Program. Evaluasinya muncul di sini.
        </EmptyState>
      ) : (
        <DataTable
          caption="Program dan simpulannya"
          captionHidden
          rows={programmes}
          rowKey={p => p.id}
          columns={[
            {
              key: 'name',
              header: 'Program',
              cell: p => (
                <>
                  <a href={href('/evaluasi/:programmeId', { programmeId: p.id })}>{p.name}</a>
                  <SubLine>
                    {formatDay(p.starts_on, 'month')}
                    {p.ends_on ? ` sampai ${formatDay(p.ends_on, 'month')}` : ''}
                  </SubLine>
                </>
              ),
            },
            {
              key: 'verdicts',
              header: 'Simpulan atas indikator unit',
              wide: true,
              cell: p =>
                p.verdicts === null ? (
                  <StateMark state="unknown">Belum dievaluasi</StateMark>
                ) : Object.keys(p.verdicts).length === 0 ? (
                  <StateMark state="unknown">Belum ada indikator unit</StateMark>
                ) : (
                  <ul className="lines">
                    {Object.entries(p.verdicts).map(([name, verdict]) => (
                      <li key={name}>
                        <StateMark state={verdictShape(verdict)}>
                          {name}: {verdict}
                        </StateMark>
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              key: 'targets',
              header: 'Target',
              cell: p => (p.targets > 0 ? 'disepakati' : <StateMark state="unknown">belum disepakati</StateMark>),
            },
            {
              key: 'as-of',
              header: 'Per',
              cell: p => (p.as_of ? formatDay(p.as_of, 'short') : capital('belum ada')),
            },
          ]}
        />
      )}
    </>
  )
}
