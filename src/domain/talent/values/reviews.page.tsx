import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { Chip } from '#ui/kit/chip.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { countReviews, listReviews } from './values.store.ts'
import { reviewStateWords } from './values-words.ts'

export const meta = () => [{ title: 'Nilai BerAKHLAK · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const state = query.get('keadaan') || null
    const isLate = query.get('terlambat') === 'ya'
    const search = query.get('cari') ?? ''
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const filter = { state, isLate, search }
    return {
      ...filter,
      page,
      rows: (await listReviews(db, { ...filter, limit: pageSize, page })).map(r => ({
        ...r,
        isOverdue: r.state === 'gathering' && r.due_on < on,
      })),
      total: await countReviews(db, filter),
      all: await countReviews(db, {}),
      late: await countReviews(db, { isLate: true }),
      isHr: actor.role === 'hr_officer',
      seesRaters: actor.role !== 'committee',
    }
  })

export default function ReviewsPage() {
  const { state, isLate, search, page, rows, total, all, late, isHr, seesRaters } = useLoaderData<typeof loader>()
  const filters = [state, isLate, search].filter(Boolean).length
  const address = (more: Record<string, string>) =>
    `${href('/talenta/nilai')}?${new URLSearchParams({ ...(state ? { keadaan: state } : {}), ...(isLate ? { terlambat: 'ya' } : {}), ...(search ? { cari: search } : {}), ...more })}`
  return (
    <>
      <PageHead
        title={
          all === 0
            ? 'Belum ada penilaian nilai BerAKHLAK'
            : late > 0
              ? 'Ada penilai yang melewati batas'
              : 'Tidak ada penilai yang melewati batas'
        }
        scope="Atasan dan sedikitnya satu rekan menilai tujuh nilai dengan contoh bertanggal. Hasilnya di luar nilai talenta, kecuali aturan memberinya bobot."
        crumbs={[{ label: 'Talenta', href: href('/talenta') }, { label: 'Nilai BerAKHLAK' }]}
        actions={
          isHr && (
            <LinkButton href={href('/talenta/nilai/baru')} icon="add" variant="primary">
              Minta penilaian
            </LinkButton>
          )
        }
      />
      <FilterBar
        search={{ name: 'cari', label: 'Cari nama atau NIP', value: search }}
        clearHref={filters > 0 ? href('/talenta/nilai') : undefined}
        filters={[
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: state ? [state] : [],
            options: Object.entries(reviewStateWords).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'terlambat',
            label: 'Batas',
            chosen: isLate ? ['ya'] : [],
            options: [{ value: 'ya', label: 'Lewat batas' }],
          },
        ]}
      />
      {rows.length === 0 && filters > 0 ? (
        <EmptyFiltered what="penilaian" count={filters} clearHref={href('/talenta/nilai')} />
      ) : rows.length === 0 ? (
        <EmptyState title="Belum ada yang diminta">
          Minta penilaian untuk seorang pegawai. Atasannya ikut dengan sendirinya; rekan penilai Anda pilih.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Penilaian nilai BerAKHLAK"
            captionHidden
            rows={rows}
            rowKey={r => r.id}
            columns={[
              {
                key: 'name',
                header: 'Pegawai',
                cell: r => (
                  <>
                    <a href={href('/talenta/nilai/:reviewId', { reviewId: r.id })}>{r.name}</a>
                    <SubLine>{[r.position_name, r.unit].filter(Boolean).join(', ')}</SubLine>
                  </>
                ),
              },
              { key: 'year', header: 'Tahun', cell: r => `tahun ${r.year}` },
              ...(seesRaters
                ? [
                    {
                      key: 'owing',
                      header: 'Belum menjawab',
                      wide: true,
                      cell: (r: (typeof rows)[number]) =>
                        r.state !== 'gathering' ? 'tidak ada' : r.owing.join('; ') || 'semua sudah menjawab',
                    },
                  ]
                : []),
              {
                key: 'state',
                header: 'Keadaan',
                cell: r =>
                  r.isOverdue ? (
                    <StateMark state="risk">Lewat {formatDay(r.due_on, 'short')}</StateMark>
                  ) : (
                    <>
                      <Chip tone={r.state === 'opened' ? 'known' : 'plain'}>{reviewStateWords[r.state]}</Chip>
                      {r.state === 'gathering' && <SubLine>Batas {formatDay(r.due_on, 'short')}</SubLine>}
                    </>
                  ),
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            from={(page - 1) * pageSize + 1}
            unit="penilaian"
            previousHref={page > 1 ? address({ halaman: String(page - 1) }) : null}
            nextHref={page * pageSize < total ? address({ halaman: String(page + 1) }) : null}
          />
        </>
      )}
    </>
  )
}
