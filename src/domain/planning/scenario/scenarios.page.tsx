import { href, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listScenarios } from './scenario.store.ts'
import { scenarioStateWords } from './scenario-words.ts'

export const meta = () => [{ title: 'Penyusun rencana · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor }) => ({ rows: await listScenarios(db), mayCompose: actor.role === 'hr_officer' }))

export default function ScenariosPage() {
  const { rows, mayCompose } = useLoaderData<typeof loader>()
  const compose = mayCompose && (
    <LinkButton variant="primary" icon="add" href={href('/diklat/penyusun/baru')}>
      Skenario baru
    </LinkButton>
  )
  if (rows.length === 0)
    return (
      <EmptyState alone title="Belum ada skenario" action={compose}>
        Penyusun memilih pelatihan setahun di bawah pagu, kursi, dan keadilan, dengan alasan tiap orang.
      </EmptyState>
    )
  const adopted = rows.find(r => r.state === 'adopted')
  return (
    <>
      <PageHead
        title={
          adopted
            ? `${adopted.name} dibekukan ${adopted.adopted_on ? formatDay(adopted.adopted_on) : ''}`
            : `${rows.length} skenario, belum ada yang dibekukan`
        }
        scope="Tiap skenario dapat disalin, dibandingkan, dan dibekukan. Yang dibekukan menjadi rencana individu yang menunggu persetujuan."
        actions={compose}
      />
      <DataTable
        caption="Skenario"
        captionHidden
        rows={rows}
        rowKey={r => r.id}
        columns={[
          {
            key: 'name',
            header: 'Skenario',
            cell: r => (
              <>
                <a href={href('/diklat/penyusun/:scenarioId', { scenarioId: r.id })}>{r.name}</a>
                <SubLine>
                  {r.created_by}, {formatDay(r.created_at.slice(0, 10) as Day, 'short')}
                </SubLine>
              </>
            ),
          },
          { key: 'year', header: 'Tahun', number: true, cell: r => r.year },
          {
            key: 'state',
            header: 'Keadaan',
            cell: r =>
              r.state === 'adopted' ? (
                <StateMark state="known">{scenarioStateWords.adopted}</StateMark>
              ) : (
                scenarioStateWords[r.state]
              ),
          },
          {
            key: 'points',
            header: 'Poin',
            number: true,
            cell: r => (r.objective === null ? '–' : formatNumber(r.objective)),
          },
          {
            key: 'bound',
            header: 'Batas terbukti',
            number: true,
            cell: r => (r.bound === null ? '–' : formatNumber(r.bound)),
          },
        ]}
      />
    </>
  )
}
