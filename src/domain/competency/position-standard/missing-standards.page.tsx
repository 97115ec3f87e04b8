import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { listKinds } from './position-standard.store.ts'
import { countOnList } from './standard-figures.ts'
import { filterOf, kindFilters, queryOf } from './standard-filter.ts'
import { countWithoutStandard, listWithoutStandard } from './standard-title.store.ts'

export const meta = () => [{ title: 'Jabatan tanpa standar · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, visit, on }) => {
    const filter = filterOf(query)
    const held = query.get('isi') === 'ya'
    const rows = await listWithoutStandard(db, { ...filter, held }, query.get('sesudah'), pageSize + 1)
    const shown = rows.slice(0, pageSize)
    const all = await countWithoutStandard(db, {})
    return {
      on,
      mayWrite: visit.mayOpen(href('/kompetensi/standar/baru')),
      filter,
      held,
      kinds: await listKinds(db),
      rows: shown,
      matching: (await countWithoutStandard(db, { ...filter, held })).titles,
      titles: countOnList('without-standard', 'semua', all.titles, on),
      people: countOnList('without-people', 'semua', all.people, on),
      next:
        rows.length > pageSize
          ? queryOf(filter, { isi: held ? 'ya' : undefined, sesudah: shown.at(-1)?.name.toLowerCase() })
          : null,
    }
  })

export default function MissingStandardsPage() {
  const data = useLoaderData<typeof loader>()
  const { rows, filter, held, on } = data
  const here = href('/kompetensi/standar/belum')
  const isFiltered = held || queryOf(filter) !== ''
  return (
    <>
      <PageHead
        title="Jabatan tanpa standar kompetensi"
        scope={
          <>
            <Figure figure={data.titles} origin={false} asLink unit={false} /> nama jabatan,{' '}
            <Figure figure={data.people} origin={false} asLink unit={false} /> pegawai. Kesenjangannya dihitung dengan
            level baku jenjang.
          </>
        }
        crumbs={[
          { label: 'Kompetensi' },
          { label: 'Standar jabatan', href: href('/kompetensi/standar') },
          { label: 'Tanpa standar' },
        ]}
        actions={
          data.mayWrite && (
            <>
              <LinkButton href={href('/kompetensi/standar/sekaligus')}>Tetapkan sekaligus</LinkButton>
              <LinkButton
                href={`${href('/kompetensi/standar/buku')}${queryOf(filter, { daftar: 'belum', isi: held ? 'ya' : undefined })}`}
              >
                Unduh Excel
              </LinkButton>
            </>
          )
        }
      />
      <FilterBar
        filters={[
          ...kindFilters(filter, data.kinds),
          {
            name: 'isi',
            label: 'Pemegang',
            chosen: held ? ['ya'] : [],
            options: [{ value: 'ya', label: 'Ada pegawainya' }],
          },
        ]}
        search={{ name: 'cari', label: 'Nama jabatan', value: filter.search ?? '' }}
        clearHref={isFiltered ? here : undefined}
      />
      <Section>
        {rows.length === 0 ? (
          isFiltered ? (
            <EmptyFiltered
              what="jabatan tanpa standar"
              count={1}
              filters={[filter.search, filter.tier, filter.family, held ? 'ada pegawainya' : null]
                .filter(Boolean)
                .join(', ')}
              clearHref={here}
            />
          ) : (
            <EmptyState title="Setiap jabatan sudah memiliki standar">
              Jabatan baru tanpa standar akan muncul di sini.
            </EmptyState>
          )
        ) : (
          <>
            <DataTable
              caption="Nama jabatan tanpa standar"
              captionHidden
              phone="dense"
              rows={rows}
              rowKey={t => t.id}
              columns={[
                {
                  key: 'name',
                  header: 'Jabatan',
                  cell: t => (
                    <>
                      {t.name}
                      {t.coming && (
                        <SubLine>
                          <Chip tone="unknown">disiapkan, mulai {formatDay(t.coming as Day, 'short')}</Chip>
                        </SubLine>
                      )}
                    </>
                  ),
                },
                { key: 'tier', header: 'Jenjang', cell: t => t.tier ?? 'belum dicatat' },
                { key: 'family', header: 'Urusan', cell: t => t.family ?? 'belum dicatat' },
                {
                  key: 'posts',
                  header: 'Jumlah jabatan',
                  number: true,
                  cell: t => <Figure figure={countOnList('title-posts', t.id, t.posts, on)} unit={false} asLink />,
                },
                {
                  key: 'people',
                  header: 'Pegawai',
                  number: true,
                  cell: t => <Figure figure={countOnList('title-people', t.id, t.people, on)} unit={false} asLink />,
                },
                ...(data.mayWrite
                  ? [
                      {
                        key: 'make',
                        header: 'Tindakan',
                        phoneLabel: '',
                        cell: (t: (typeof rows)[number]) => (
                          <LinkButton
                            small
                            href={`${href('/kompetensi/standar/baru')}?${new URLSearchParams({ jabatan: t.name })}`}
                          >
                            Buat standar
                          </LinkButton>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            <Pager shown={rows.length} total={data.matching} unit="nama jabatan" nextHref={data.next} />
          </>
        )}
      </Section>
    </>
  )
}
