import { href, useLoaderData } from 'react-router'
import { count } from '#core/figure/mechanisms.ts'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { changesLike, listChanges } from './plan-change.store.ts'
import { causeWords, changeStateShape, changeStateWords, verbWords } from './plan-change-words.ts'

export const meta = () => [{ title: 'Usul perubahan rencana · Anyam' }]
const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on }) => {
    const filter = {
      state: query.get('keadaan') || undefined,
      cause: query.get('sebab') || undefined,
      search: query.get('cari') || undefined,
    }
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const rows = await listChanges(db, { ...filter, skip: (page - 1) * pageSize, limit: pageSize })
    const all = await changesLike(db, filter)
    return {
      filter,
      page,
      rows,
      total: all.length,
      open: count({
        ref: 'planning.plan-changes-open',
        label: 'Usul perubahan yang menunggu',
        unit: 'count',
        asOf: on,
        members: await changesLike(db, { state: 'open' }),
        of: 'usul',
        filter: 'belum diputus',
      }),
      on,
    }
  })

export default function PlanChangesPage() {
  const { filter, page, rows, total, open, on } = useLoaderData<typeof loader>()
  const filters = Object.values(filter).filter(Boolean).length
  const at = (n: number) =>
    `${href('/diklat/usul-perubahan')}?${new URLSearchParams({ ...(filter.state ? { keadaan: filter.state } : {}), ...(filter.cause ? { sebab: filter.cause } : {}), ...(filter.search ? { cari: filter.search } : {}), halaman: String(n) })}`
  return (
    <>
      <PageHead
        title={
          Number(open.value) > 0 ? (
            <>
              <Figure figure={open} origin={false} asLink unit={false} /> usul perubahan menunggu keputusan
            </>
          ) : (
            'Tidak ada usul perubahan yang menunggu'
          )
        }
        scope="Peristiwa mengusulkan perubahan rencana. Rencana berubah hanya bila usulnya diterima."
        crumbs={[{ label: 'Usul perubahan' }]}
      />
      <FilterBar
        search={{ name: 'cari', label: 'Cari nama', value: filter.search ?? '' }}
        clearHref={filters > 0 ? href('/diklat/usul-perubahan') : undefined}
        filters={[
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: filter.state ? [filter.state] : [],
            options: Object.entries(changeStateWords).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'sebab',
            label: 'Sebab',
            chosen: filter.cause ? [filter.cause] : [],
            options: Object.entries(causeWords).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      {rows.length === 0 ? (
        filters > 0 ? (
          <EmptyFiltered what="usul" count={filters} clearHref={href('/diklat/usul-perubahan')} />
        ) : (
          <EmptyState title="Belum ada usul perubahan">
            Usul muncul bila kelas batal, modul belum lulus, jabatan berubah, pagu berkurang, atau prioritas ditetapkan.
          </EmptyState>
        )
      ) : (
        <>
          <DataTable
            caption="Usul perubahan rencana"
            captionHidden
            rows={rows}
            rowKey={r => r.id}
            columns={[
              {
                key: 'name',
                header: 'Nama',
                cell: r => (
                  <>
                    <a href={href('/diklat/usul-perubahan/:changeId', { changeId: r.id })}>{r.name}</a>
                    <SubLine>{r.unit_short_name}</SubLine>
                  </>
                ),
              },
              {
                key: 'cause',
                header: 'Sebab',
                wide: true,
                cell: r => (
                  <>
                    {causeWords[r.cause]}
                    <SubLine>{r.happened}</SubLine>
                  </>
                ),
              },
              {
                key: 'steps',
                header: 'Diusulkan',
                cell: r => r.steps.map(s => `${verbWords[s.verb]}: ${s.item?.title ?? s.title}`).join('; '),
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: r => (
                  <StateMark state={r.state === 'open' && r.due_on < on ? 'risk' : changeStateShape[r.state]}>
                    {changeStateWords[r.state]}
                    {r.state === 'open' && ` sampai ${formatDay(r.due_on, 'short')}`}
                  </StateMark>
                ),
              },
            ]}
          />
          <Pager
            shown={rows.length}
            from={(page - 1) * pageSize + 1}
            total={total}
            unit="usul"
            previousHref={page > 1 ? at(page - 1) : null}
            nextHref={page * pageSize < total ? at(page + 1) : null}
          />
        </>
      )}
    </>
  )
}
