import { href, useLoaderData } from 'react-router'
import { formatNumber } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { countPostsWithoutStandard, countStandards, listStandards } from './position-standard.store.ts'
import { countOnList } from './standard-figures.ts'

export const meta = () => [{ title: 'Standar jabatan · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const search = query.get('cari')
    const rows = await listStandards(db, search, query.get('sesudah'), pageSize + 1)
    const shown = rows.slice(0, pageSize)
    return {
      on,
      mayImport: actor.role === 'hr_officer',
      search,
      rows: shown,
      total: await countStandards(db, search),
      without: await countPostsWithoutStandard(db),
      next:
        rows.length > pageSize
          ? `?${new URLSearchParams({ ...(search ? { cari: search } : {}), sesudah: shown.at(-1)!.position_name.toLowerCase() })}`
          : null,
    }
  })

export default function StandardsPage() {
  const { on, rows, total, without, search, next, mayImport } = useLoaderData<typeof loader>()
  const here = href('/kompetensi/standar')
  return (
    <>
      <PageHead
        title={
          total === 0 && !search
            ? 'Belum ada standar kompetensi jabatan'
            : without > 0
              ? `${formatNumber(total)} standar; ${formatNumber(without)} nama jabatan belum memilikinya`
              : `${formatNumber(total)} standar; setiap jabatan sudah memilikinya`
        }
        scope="Jabatan tanpa standar memakai level baku jenjangnya, dan halamannya mengatakan demikian."
        crumbs={[{ label: 'Kompetensi' }, { label: 'Standar jabatan' }]}
      />
      <FilterBar
        filters={[]}
        search={{ name: 'cari', label: 'Nama jabatan', value: search ?? '' }}
        clearHref={search ? here : undefined}
      />
      <Section>
        {rows.length === 0 ? (
          search ? (
            <EmptyFiltered what="standar jabatan" count={1} filters={search} clearHref={here} />
          ) : (
            <EmptyState
              title="Mulai dari berkas standar"
              action={mayImport && <LinkButton href="/data/impor">Impor standar jabatan</LinkButton>}
            >
              Satu baris satu jabatan, dengan level setiap kompetensi.
            </EmptyState>
          )
        ) : (
          <>
            <DataTable
              caption="Standar jabatan menurut nama"
              captionHidden
              rows={rows}
              rowKey={s => s.id}
              columns={[
                {
                  key: 'name',
                  header: 'Jabatan',
                  cell: s => (
                    <a href={href('/kompetensi/standar/:standardId', { standardId: s.id })}>{s.position_name}</a>
                  ),
                },
                { key: 'tier', header: 'Jenjang', cell: s => s.tier ?? 'belum dicatat' },
                { key: 'family', header: 'Urusan', cell: s => s.family ?? 'belum dicatat' },
                {
                  key: 'requirements',
                  header: 'Kompetensi',
                  number: true,
                  cell: s => (
                    <Figure figure={countOnList('standard-size', s.id, s.requirements, on)} unit={false} asLink />
                  ),
                },
                { key: 'education', header: 'Pendidikan minimal', cell: s => s.education_minimum ?? 'belum dicatat' },
              ]}
            />
            <Pager shown={rows.length} total={total} unit="standar" nextHref={next} />
          </>
        )}
      </Section>
    </>
  )
}
