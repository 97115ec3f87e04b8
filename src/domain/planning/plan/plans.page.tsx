import { href, useLoaderData } from 'react-router'
import { sql } from '#platform/database/database.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listPlans } from './plan.store.ts'
import { countsOnList } from './plan-figures.ts'
import { planStateWords } from './plan-words.ts'

export const meta = () => [{ title: 'Rencana individu · Anyam' }]
const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const filter = {
      state: query.get('keadaan') || undefined,
      unitId: query.get('unit') || undefined,
      search: query.get('cari') || undefined,
    }
    const rows = await listPlans(db, { ...filter, after: query.get('sesudah') || undefined, limit: pageSize + 1 })
    const { total } = await db.one<{ total: number }>(
      sql`select count(*)::int as total from planning.v_plans where state <> 'replaced'`,
    )
    return {
      filter,
      rows: rows.slice(0, pageSize).map(r => ({ ...r, counts: countsOnList(r, on) })),
      more: rows.length > pageSize,
      total,
      units:
        actor.role === 'supervisor'
          ? []
          : await db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_units order by name`),
    }
  })

export default function PlansPage() {
  const { filter, rows, more, total, units } = useLoaderData<typeof loader>()
  const filters = Object.values(filter).filter(Boolean).length
  const late = rows.filter(r => r.overdue > 0).length
  const last = rows[rows.length - 1]
  const next = () =>
    `${href('/diklat/rencana')}?${new URLSearchParams({ ...(filter.state ? { keadaan: filter.state } : {}), ...(filter.unitId ? { unit: filter.unitId } : {}), ...(filter.search ? { cari: filter.search } : {}), sesudah: last.name + last.id })}`
  return (
    <>
      <PageHead
        title={
          late > 0 ? `${late} rencana memiliki kegiatan yang lewat waktu` : 'Semua rencana berjalan sesuai waktunya'
        }
        scope="Rencana tiap orang: kegiatan, JP, dan yang sudah selesai."
      />
      <FilterBar
        search={{ name: 'cari', label: 'Cari nama', value: filter.search ?? '' }}
        clearHref={filters > 0 ? href('/diklat/rencana') : undefined}
        filters={[
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: filter.state ? [filter.state] : [],
            options: Object.entries(planStateWords)
              .filter(([k]) => k !== 'replaced')
              .map(([value, label]) => ({ value, label })),
          },
          ...(units.length > 0
            ? [
                {
                  name: 'unit',
                  label: 'Unit',
                  chosen: filter.unitId ? [filter.unitId] : [],
                  options: units.map(u => ({ value: u.id, label: u.name })),
                },
              ]
            : []),
        ]}
      />
      {rows.length === 0 ? (
        filters > 0 ? (
          <EmptyFiltered what="rencana" count={filters} clearHref={href('/diklat/rencana')} />
        ) : (
          <EmptyState title="Belum ada rencana">
            Rencana disusun dari kesenjangan seseorang, dari program, atau dari penyusun rencana.
          </EmptyState>
        )
      ) : (
        <>
          <DataTable
            caption="Rencana individu"
            captionHidden
            rows={rows}
            rowKey={r => r.id}
            columns={[
              {
                key: 'name',
                header: 'Nama',
                cell: r => (
                  <>
                    <a href={href('/diklat/rencana/:planId', { planId: r.id })}>{r.name}</a>
                    <SubLine>{r.unit_short_name}</SubLine>
                  </>
                ),
              },
              { key: 'version', header: 'Versi', number: true, cell: r => `${r.year} / ${r.version}` },
              { key: 'state', header: 'Keadaan', cell: r => planStateWords[r.state] },
              {
                key: 'done',
                header: 'Selesai',
                number: true,
                cell: r => (
                  <>
                    <Figure figure={r.counts.done} unit={false} asLink /> dari{' '}
                    <Figure figure={r.counts.items} unit={false} asLink />
                  </>
                ),
              },
              {
                key: 'late',
                header: 'Lewat waktu',
                cell: r =>
                  r.overdue > 0 ? (
                    <StateMark state="risk">
                      <Figure figure={r.counts.overdue} unit={false} asLink /> kegiatan
                    </StateMark>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
          <Pager shown={rows.length} total={total} unit="rencana" nextHref={more ? next() : null} previousHref={null} />
        </>
      )}
    </>
  )
}
