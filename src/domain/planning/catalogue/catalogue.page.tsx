import { href, useLoaderData } from 'react-router'
import { count } from '#core/figure/mechanisms.ts'
import { formatDay, formatRupiah } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { laneWords } from '../plan/plan-words.ts'
import { listMethods, listModules } from './catalogue.store.ts'

export const meta = () => [{ title: 'Katalog diklat · Anyam' }]
const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, on, actor, visit }) => {
    const filter = {
      search: query.get('cari') || undefined,
      method: query.get('cara') || undefined,
      competencyId: query.get('kompetensi') || undefined,
      shareClass: Number(query.get('bagian')) || undefined,
    }
    const after = query.get('sesudah') || undefined
    const rows = await listModules(db, { ...filter, after, limit: pageSize + 1 })
    const all = await db.rows<{ id: string }>(
      sql`select id from planning.v_modules where valid_until is null order by id`,
    )
    return {
      isHr: actor.role === 'hr_officer',
      beside: (
        [
          ['/diklat/katalog/jalur-karier', 'Jalur karier'],
          ['/diklat/katalog/celah', 'Celah katalog'],
          ['/diklat/katalog/perjanjian', 'Perjanjian penyelenggara'],
        ] as const
      ).filter(([path]) => visit.mayOpen(path)),
      filter,
      after,
      rows: rows.slice(0, pageSize),
      more: rows.length > pageSize,
      total: count({
        ref: 'planning.module-count',
        label: 'Modul dalam katalog',
        unit: 'count',
        asOf: on,
        members: all.map(m => m.id),
        of: 'modul',
        filter: 'semua',
      }),
      methods: await listMethods(db),
      competencies: await db.rows<{ id: string; name: string }>(
        sql`select distinct competency_id as id, name from planning.v_module_effects order by name`,
      ),
    }
  })

export default function CataloguePage() {
  const { isHr, beside, filter, rows, more, total, methods, competencies } = useLoaderData<typeof loader>()
  const filters = Object.values(filter).filter(Boolean).length
  const next = () => {
    const q = new URLSearchParams()
    if (filter.search) q.set('cari', filter.search)
    if (filter.method) q.set('cara', filter.method)
    if (filter.competencyId) q.set('kompetensi', filter.competencyId)
    if (filter.shareClass) q.set('bagian', String(filter.shareClass))
    q.set('sesudah', rows[rows.length - 1].code)
    return `${href('/diklat/katalog')}?${q}`
  }
  return (
    <>
      <PageHead
        title={
          <>
            <Figure figure={total} origin={false} asLink unit={false} /> cara belajar, dan apa yang dibangun
            masing-masing
          </>
        }
        actions={
          isHr && (
            <LinkButton icon="add" href={href('/diklat/katalog/ubah')}>
              Tambah modul
            </LinkButton>
          )
        }
        scope="Tiap modul menyebut kompetensi dan level yang dibangun, JP, biaya, dan jadwal terdekat."
      />
      <p className="side-links row gap-3">
        {beside.map(([path, label]) => (
          <a key={path} href={path}>
            {label}
          </a>
        ))}
      </p>
      <FilterBar
        search={{ name: 'cari', label: 'Cari modul', value: filter.search ?? '' }}
        clearHref={filters > 0 ? href('/diklat/katalog') : undefined}
        filters={[
          {
            name: 'kompetensi',
            label: 'Kompetensi',
            chosen: filter.competencyId ? [filter.competencyId] : [],
            options: competencies.map(c => ({ value: c.id, label: c.name })),
          },
          {
            name: 'cara',
            label: 'Cara',
            chosen: filter.method ? [filter.method] : [],
            options: methods.map(m => ({ value: m, label: m })),
          },
          {
            name: 'bagian',
            label: '70-20-10',
            chosen: filter.shareClass ? [String(filter.shareClass)] : [],
            options: Object.entries(laneWords).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      {rows.length === 0 ? (
        filters > 0 ? (
          <EmptyFiltered what="modul" count={filters} clearHref={href('/diklat/katalog')} />
        ) : (
          <EmptyState title="Katalog masih kosong">Impor katalog diklat dari Data, lalu Impor.</EmptyState>
        )
      ) : (
        <>
          <DataTable
            caption="Modul"
            captionHidden
            rows={rows}
            rowKey={m => m.id}
            columns={[
              {
                key: 'name',
                header: 'Modul',
                cell: m => (
                  <>
                    <a href={href('/diklat/katalog/:moduleId', { moduleId: m.id })}>{m.name}</a>
                    <SubLine>
                      {m.code} · {m.method}
                      {m.provider ? ` · ${m.provider}` : ''}
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'builds',
                header: 'Membangun',
                wide: true,
                cell: m =>
                  m.effects.length === 0
                    ? m.is_general
                      ? 'Umum'
                      : '–'
                    : m.effects.map(e => `${e.name} ke level ${e.to_level}`).join('; '),
              },
              { key: 'share', header: 'Bagian belajar', cell: m => laneWords[m.share_class] },
              { key: 'jp', header: 'JP', number: true, cell: m => m.jp ?? 'belum ada' },
              {
                key: 'cost',
                header: 'Biaya per orang',
                number: true,
                cell: m =>
                  m.cost_per_head === null
                    ? 'belum diketahui'
                    : m.cost_per_head === 0
                      ? 'Rp0'
                      : formatRupiah(m.cost_per_head),
              },
              {
                key: 'next',
                header: 'Jadwal terdekat',
                cell: m => (m.next_on ? formatDay(m.next_on, 'short') : 'belum ada'),
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={Number(total.value)}
            unit="modul"
            nextHref={more ? next() : null}
            previousHref={null}
          />
        </>
      )}
    </>
  )
}
