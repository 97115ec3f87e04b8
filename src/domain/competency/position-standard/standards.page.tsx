import { href, useLoaderData } from 'react-router'
import { formatDay, formatNumber } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { StatusLine } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { Section } from '#ui/kit/section.tsx'
import { countStandards, listKinds, listStandards } from './position-standard.store.ts'
import { countOnList } from './standard-figures.ts'
import { filterOf, kindFilters, queryOf } from './standard-filter.ts'
import { countWithoutStandard } from './standard-title.store.ts'
import { toldOfStandards } from './standard-words.ts'

export const meta = () => [{ title: 'Standar jabatan · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, visit, on }) => {
    const filter = filterOf(query)
    const rows = await listStandards(db, filter, query.get('sesudah'), pageSize + 1)
    const shown = rows.slice(0, pageSize)
    const without = (await countWithoutStandard(db, {})).titles
    return {
      on,
      told: toldOfStandards[query.get('pesan') ?? ''] ?? null,
      mayImport: visit.mayOpen('/data/impor'),
      mayWrite: visit.mayOpen(href('/kompetensi/standar/baru')),
      maySeeMissing: visit.mayOpen(href('/kompetensi/standar/belum')),
      filter,
      kinds: await listKinds(db),
      rows: shown,
      total: await countStandards(db, filter),
      without: countOnList('without-standard', 'semua', without, on),
      next: rows.length > pageSize ? queryOf(filter, { sesudah: shown.at(-1)?.position_name.toLowerCase() }) : null,
    }
  })

export default function StandardsPage() {
  const data = useLoaderData<typeof loader>()
  const { on, rows, total, without, filter, next } = data
  const here = href('/kompetensi/standar')
  const isFiltered = queryOf(filter) !== ''
  const lacking = Number(without.value)
  return (
    <>
      <PageHead
        title={
          total === 0 && !isFiltered
            ? 'Belum ada standar kompetensi jabatan'
            : lacking > 0
              ? `Standar jabatan; ${formatNumber(lacking)} nama jabatan belum memilikinya`
              : 'Standar jabatan; setiap jabatan sudah memilikinya'
        }
        scope={
          <>
            Yang berlaku hari ini, dengan tingkat Mutlak, Penting, atau Perlu.{' '}
            <Figure figure={without} origin={false} asLink unit={false} /> nama jabatan memakai level baku jenjangnya.
          </>
        }
        crumbs={[{ label: 'Kompetensi' }, { label: 'Standar jabatan' }]}
        actions={
          <>
            {data.maySeeMissing && (
              <LinkButton href={href('/kompetensi/standar/belum')}>Jabatan tanpa standar</LinkButton>
            )}
            {data.mayWrite && <LinkButton href={href('/kompetensi/standar/sekaligus')}>Tetapkan sekaligus</LinkButton>}
            {data.mayWrite && (
              <LinkButton href={`${href('/kompetensi/standar/buku')}${queryOf(filter)}`}>Unduh Excel</LinkButton>
            )}
          </>
        }
      />
      <StatusLine>{data.told}</StatusLine>
      <FilterBar
        filters={kindFilters(filter, data.kinds)}
        search={{ name: 'cari', label: 'Nama jabatan', value: filter.search ?? '' }}
        clearHref={isFiltered ? here : undefined}
      />
      <Section>
        {rows.length === 0 ? (
          isFiltered ? (
            <EmptyFiltered
              what="standar jabatan"
              count={1}
              filters={[filter.search, filter.tier, filter.family].filter(Boolean).join(', ')}
              clearHref={here}
            />
          ) : (
            <EmptyState
              title="Mulai dari berkas standar"
              action={data.mayImport && <LinkButton href="/data/impor">Impor standar jabatan</LinkButton>}
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
                    <>
                      <a href={href('/kompetensi/standar/:standardId', { standardId: s.id })}>{s.position_name}</a>
                      {(s.is_coming || s.is_followed) && (
                        <SubLine>
                          <Chip tone="unknown">
                            {s.is_coming ? `mulai ${formatDay(s.valid_from, 'short')}` : 'ada versi berikutnya'}
                          </Chip>
                        </SubLine>
                      )}
                    </>
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
                { key: 'since', header: 'Berlaku sejak', cell: s => formatDay(s.valid_from, 'short') },
              ]}
            />
            <Pager shown={rows.length} total={total} unit="standar" nextHref={next} />
          </>
        )}
      </Section>
    </>
  )
}
