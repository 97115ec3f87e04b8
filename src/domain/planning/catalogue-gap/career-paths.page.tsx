import { href, useLoaderData } from 'react-router'
import { load } from '#platform/web/page.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { laneWords } from '../plan/plan-words.ts'
import { listCareerPaths, listFamilies } from './catalogue-gap.store.ts'

export const meta = () => [{ title: 'Jalur karier · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query }) => {
    const families = await listFamilies(db)
    const asked = query.get('rumpun')
    const family = families.find(f => f === asked) ?? families[0] ?? null
    const tier = query.get('jenjang') || null
    const rows = family ? await listCareerPaths(db, family) : []
    const chosen = rows.filter(r => tier === null || (r.tier ?? 'lainnya') === tier)
    const last = Math.max(1, Math.ceil(chosen.length / pageSize))
    const page = Math.min(last, Math.max(1, Number(query.get('halaman')) || 1))
    return {
      families,
      family,
      tier,
      tiers: [...new Set(rows.map(r => r.tier ?? 'lainnya'))],
      rows: chosen.slice((page - 1) * pageSize, page * pageSize),
      total: chosen.length,
      from: (page - 1) * pageSize + 1,
      previous: page > 1 ? page - 1 : null,
      next: page < last ? page + 1 : null,
    }
  })

export default function CareerPathsPage() {
  const { families, family, tier, tiers, rows, total, from, previous, next } = useLoaderData<typeof loader>()
  const hrefOf = (page: number | null) =>
    page === null
      ? undefined
      : `${href('/diklat/katalog/jalur-karier')}?${new URLSearchParams({ rumpun: family ?? '', ...(tier ? { jenjang: tier } : {}), halaman: String(page) })}`
  return (
    <>
      <PageHead
        title={family ? `Modul menuju rumpun ${family}` : 'Belum ada rumpun jabatan'}
        scope="Modul yang membangun kompetensi yang diminta standar jabatan rumpun ini."
        crumbs={[{ label: 'Katalog', href: href('/diklat/katalog') }, { label: 'Jalur karier' }]}
      />
      <FilterBar
        clearHref={
          tier ? `${href('/diklat/katalog/jalur-karier')}?rumpun=${encodeURIComponent(family ?? '')}` : undefined
        }
        filters={[
          {
            name: 'rumpun',
            label: 'Rumpun',
            chosen: family ? [family] : [],
            options: families.map(f => ({ value: f, label: f })),
          },
          {
            name: 'jenjang',
            label: 'Jenjang',
            chosen: tier ? [tier] : [],
            options: tiers.map(t => ({ value: t, label: t })),
          },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title="Belum ada modul menuju rumpun ini">
          Standar kompetensi jabatannya belum tercatat, atau katalog belum memiliki modulnya.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Modul menuju rumpun jabatan"
            captionHidden
            rows={rows}
            rowKey={r => r.module_id + r.tier}
            groups={(r, n) => (n === 0 || rows[n - 1].tier !== r.tier ? (r.tier ?? 'Jenjang lainnya') : null)}
            columns={[
              {
                key: 'name',
                header: 'Modul',
                cell: r => (
                  <>
                    <a href={href('/diklat/katalog/:moduleId', { moduleId: r.module_id })}>{r.name}</a>
                    <SubLine>{laneWords[r.share_class]}</SubLine>
                  </>
                ),
              },
              { key: 'to', header: 'Sampai', cell: r => `level ${r.to_level}` },
              { key: 'competencies', header: 'Membangun', wide: true, cell: r => r.competencies.join(', ') },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            from={from}
            unit="modul"
            previousHref={hrefOf(previous)}
            nextHref={hrefOf(next)}
          />
        </>
      )}
    </>
  )
}
