import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { countObjections, listObjections } from './objection.store.ts'
import { objectionStateWords } from './objection-words.ts'

export const meta = () => [{ title: 'Sanggah · Anyam' }]

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
      rows: await listObjections(db, { ...filter, limit: pageSize, page }),
      total: await countObjections(db, filter),
      waiting: await countObjections(db, { state: 'submitted' }),
      late: await countObjections(db, { isLate: true }),
      on,
      mayAnswer: actor.role !== 'auditor',
    }
  })

export default function ObjectionPage() {
  const { rows, total, waiting, late, page, state, isLate, search, mayAnswer, on } = useLoaderData<typeof loader>()
  const filters = [state, isLate, search].filter(Boolean).length
  const address = (halaman: number) =>
    `${href('/talenta/sanggah')}?${new URLSearchParams({ ...(state ? { keadaan: state } : {}), ...(isLate ? { terlambat: 'ya' } : {}), ...(search ? { cari: search } : {}), halaman: String(halaman) })}`
  return (
    <>
      <PageHead
        title={
          waiting > 0
            ? `${waiting} sanggahan menunggu jawaban${late > 0 ? `, ${late} lewat batas` : ''}`
            : 'Tidak ada sanggahan yang menunggu'
        }
        scope="Sanggahan dijawab dengan alasan oleh orang yang tidak ikut memutus hasilnya."
      />
      <FilterBar
        search={{ name: 'cari', label: 'Cari nama atau NIP', value: search }}
        clearHref={filters > 0 ? href('/talenta/sanggah') : undefined}
        filters={[
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: state ? [state] : [],
            options: Object.entries(objectionStateWords).map(([value, label]) => ({ value, label })),
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
        <EmptyFiltered what="sanggahan" count={filters} clearHref={href('/talenta/sanggah')} />
      ) : rows.length === 0 ? (
        <EmptyState title="Belum ada sanggahan">
          Setiap orang dapat menyanggah hasilnya sendiri dari halaman alasan kotak.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Sanggahan"
            captionHidden
            rows={rows}
            rowKey={r => r.id}
            columns={[
              {
                key: 'name',
                header: 'Nama',
                cell: r => (
                  <>
                    <a href={href('/talenta/sanggah/:objectionId', { objectionId: r.id })}>{r.name}</a>
                    <SubLine>{r.unit_short_name}</SubLine>
                  </>
                ),
              },
              { key: 'about', header: 'Tentang', cell: r => r.about },
              {
                key: 'what',
                header: 'Isi',
                wide: true,
                cell: r => (r.statement.length > 200 ? `${r.statement.slice(0, 197)}…` : r.statement),
              },
              {
                key: 'due',
                header: 'Batas jawab',
                cell: r =>
                  r.state === 'submitted' ? (
                    <StateMark state={r.due_on < on ? 'risk' : 'border'}>{formatDay(r.due_on)}</StateMark>
                  ) : (
                    formatDay(r.due_on)
                  ),
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: r => (
                  <>
                    {objectionStateWords[r.state]}
                    {r.answer && <SubLine>{r.answer}</SubLine>}
                  </>
                ),
              },
              {
                key: 'act',
                header: 'Tindakan',
                phoneLabel: '',
                cell: r =>
                  r.state === 'submitted' && mayAnswer ? (
                    <a href={href('/talenta/sanggah/:objectionId', { objectionId: r.id })}>Jawab</a>
                  ) : null,
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            from={(page - 1) * pageSize + 1}
            unit="sanggahan"
            previousHref={page > 1 ? address(page - 1) : null}
            nextHref={page * pageSize < total ? address(page + 1) : null}
          />
        </>
      )}
    </>
  )
}
