import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { countRounds, listRounds } from './feedback.store.ts'
import { roundStateWords } from './feedback-words.ts'

export const meta = () => [{ title: 'Umpan balik 360° · Anyam' }]

const pageSize = 30

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor }) => {
    const search = query.get('cari') ?? ''
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    return {
      search,
      page,
      rows: await listRounds(db, { limit: pageSize, page, search }),
      total: await countRounds(db, search),
      isHr: actor.role === 'hr_officer',
    }
  })

export default function RoundsPage() {
  const { search, page, rows, total, isHr } = useLoaderData<typeof loader>()
  const address = (to: number) =>
    `${href('/talenta/umpan-balik')}?${new URLSearchParams({ ...(search ? { cari: search } : {}), halaman: String(to) })}`
  const isRunning = rows.some(r => r.state === 'proposing' || r.state === 'answering')
  return (
    <>
      <PageHead
        title={isRunning ? 'Ada putaran umpan balik yang berjalan' : 'Tidak ada putaran umpan balik yang berjalan'}
        scope="Atasan, rekan, dan bawahan menilai dengan skala berjangkar. Jawaban seorang penilai tidak dibuka kepada siapa pun."
        crumbs={[{ label: 'Talenta', href: href('/talenta') }, { label: 'Umpan balik 360°' }]}
        actions={
          isHr && (
            <LinkButton href={href('/talenta/umpan-balik/baru')} icon="add" variant="primary">
              Buka putaran
            </LinkButton>
          )
        }
      />
      <FilterBar
        search={{ name: 'cari', label: 'Cari nama putaran', value: search }}
        clearHref={search ? href('/talenta/umpan-balik') : undefined}
        filters={[]}
      />
      {rows.length === 0 && search ? (
        <EmptyFiltered what="putaran" count={1} clearHref={href('/talenta/umpan-balik')} />
      ) : rows.length === 0 ? (
        <EmptyState title="Belum ada putaran">
          Buka putaran untuk satu unit. Penilainya disusun dari data atasan dan unit, lalu dikonfirmasi atasan.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Putaran umpan balik 360°"
            captionHidden
            rows={rows}
            rowKey={r => r.id}
            columns={[
              {
                key: 'name',
                header: 'Putaran',
                cell: r => (
                  <>
                    <a href={href('/talenta/umpan-balik/:roundId', { roundId: r.id })}>{r.name}</a>
                    <SubLine>Kinerja tahun {r.year}</SubLine>
                  </>
                ),
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: r => (
                  <>
                    <StateMark state={r.state === 'closed' ? 'known' : r.state === 'cancelled' ? 'no' : 'border'}>
                      {roundStateWords[r.state]}
                    </StateMark>
                    <SubLine>
                      {r.state === 'closed' && r.closed_on
                        ? `Ditutup ${formatDay(r.closed_on, 'short')}`
                        : `Batas ${formatDay(r.state === 'proposing' ? r.propose_until : r.closes_on, 'short')}`}
                    </SubLine>
                  </>
                ),
              },
              {
                key: 'what',
                header: 'Yang menunggu',
                wide: true,
                cell: r =>
                  r.state === 'cancelled'
                    ? (r.change_reason ?? '')
                    : r.state === 'closed'
                      ? r.few > 0
                        ? 'Ada yang belum cukup penilai'
                        : 'Semua punya hasil'
                      : r.unconfirmed > 0
                        ? 'Ada penilai yang belum dikonfirmasi'
                        : 'Jawaban penilai',
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            from={(page - 1) * pageSize + 1}
            unit="putaran"
            previousHref={page > 1 ? address(page - 1) : null}
            nextHref={page * pageSize < total ? address(page + 1) : null}
          />
        </>
      )}
    </>
  )
}
