import { href, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { findCurrentCycle, findCycle } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { listScopeValues, listWaiting, mapCounts } from './map.store.ts'
import { waitingWords } from './waiting-words.ts'

export const meta = () => [{ title: 'Ruang tunggu · Anyam' }]
const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const id = query.get('siklus')
    const cycle = id ? await findCycle(db, id) : await findCurrentCycle(db)
    if (!cycle) throw errors.cycle.notFound()
    const filter = {
      unitId: query.get('unit') || undefined,
      tiers: query.getAll('jenjang').filter(Boolean),
      search: query.get('cari') || undefined,
    }
    const reason = query.get('sebab') || undefined
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const what = reason ? `waiting-${reason}` : 'waiting'
    const counts = await mapCounts(db, cycle, [what], filter)
    return {
      cycle,
      filter,
      reason,
      page,
      count: counts[what],
      values: await listScopeValues(db, cycle.id),
      rows: await listWaiting(db, cycle.id, { ...filter, reason, page, size: pageSize }),
    }
  })

export default function WaitingPage() {
  const { cycle, filter, reason, page, count, values, rows } = useLoaderData<typeof loader>()
  const address = (more: Record<string, string>) =>
    `${href('/talenta/peta/tunggu')}?${new URLSearchParams({ siklus: cycle.id, ...(filter.unitId ? { unit: filter.unitId } : {}), ...(reason ? { sebab: reason } : {}), ...(filter.search ? { cari: filter.search } : {}), ...more })}`
  const filters = [reason, filter.unitId, filter.tiers.length > 0, filter.search].filter(Boolean).length
  const total = Number(count.value)
  return (
    <>
      <PageHead
        title={
          <>
            <Figure figure={count} origin={false} asLink /> belum dapat dipetakan
          </>
        }
        scope={`${cycle.name}. Setiap baris menyebut apa yang kurang dan siapa yang melengkapinya.`}
        crumbs={[
          { label: 'Peta 9 kotak', href: `${href('/talenta/peta')}?siklus=${cycle.id}` },
          { label: 'Ruang tunggu' },
        ]}
      />
      <FilterBar
        keep={{ siklus: cycle.id }}
        search={{ name: 'cari', label: 'Cari nama', value: filter.search ?? '' }}
        clearHref={filters > 0 ? `${href('/talenta/peta/tunggu')}?siklus=${cycle.id}` : undefined}
        filters={[
          {
            name: 'sebab',
            label: 'Sebab',
            chosen: reason ? [reason] : [],
            options: Object.entries(waitingWords).map(([value, w]) => ({ value, label: w.title })),
          },
          {
            name: 'unit',
            label: 'Unit',
            chosen: filter.unitId ? [filter.unitId] : [],
            options: values.units.map(u => ({ value: u.id, label: u.name })),
          },
          {
            name: 'jenjang',
            label: 'Jenjang',
            multiple: true,
            chosen: filter.tiers,
            options: values.tiers.map(t => ({ value: t, label: t })),
          },
        ]}
      />
      {rows.length === 0 ? (
        filters > 0 ? (
          <EmptyFiltered
            what="orang"
            count={filters}
            clearHref={`${href('/talenta/peta/tunggu')}?siklus=${cycle.id}`}
          />
        ) : (
          <EmptyState title="Ruang tunggu kosong">Semua orang dalam lingkup sudah dapat dipetakan.</EmptyState>
        )
      ) : (
        <>
          <DataTable
            caption="Orang di ruang tunggu"
            captionHidden
            rows={rows}
            rowKey={r => r.employee_id}
            columns={[
              {
                key: 'name',
                header: 'Nama dan jabatan',
                cell: r => (
                  <>
                    <a
                      href={`${href('/talenta/peta/:employeeId/mengapa', { employeeId: r.employee_id })}?siklus=${cycle.id}`}
                    >
                      {r.name}
                    </a>
                    <SubLine>
                      {r.position_name ?? 'Jabatan belum ada'}, {r.unit_name}
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'why',
                header: 'Sebab',
                cell: r => (
                  <Chip tone={r.waiting_reason === 'expired-assessment' ? 'expired' : 'unknown'}>
                    {waitingWords[r.waiting_reason as keyof typeof waitingWords]?.title ?? r.waiting_reason}
                  </Chip>
                ),
              },
              { key: 'needs', header: 'Yang kurang', wide: true, cell: r => r.needs.map(n => n.label).join('; ') },
              {
                key: 'who',
                header: 'Siapa melengkapi',
                wide: true,
                cell: r => [...new Set(r.needs.map(n => n.who))].join('; '),
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            from={(page - 1) * pageSize + 1}
            unit="orang"
            previousHref={page > 1 ? address({ halaman: String(page - 1) }) : null}
            nextHref={page * pageSize < total ? address({ halaman: String(page + 1) }) : null}
          />
        </>
      )}
    </>
  )
}
