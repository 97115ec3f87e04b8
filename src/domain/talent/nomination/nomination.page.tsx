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
import { countNominations, listNominations, waitOf } from './nomination.store.ts'
import { nominationStateWords, purposeWords, waitWords } from './nomination-words.ts'

export const meta = () => [{ title: 'Usulan · Anyam' }]

const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor }) => {
    const state = query.get('keadaan') || null
    const purpose = query.get('tujuan') || null
    const isWaitingForReference = query.get('rekomendasi') === 'ya'
    const search = query.get('cari') ?? ''
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    const filter = { state, purpose, isWaitingForReference, search }
    const rows = []
    for (const n of await listNominations(db, { ...filter, limit: pageSize, page }))
      rows.push({ ...n, wait: n.state === 'submitted' ? await waitOf(db, n) : null })
    return {
      ...filter,
      page,
      rows,
      total: await countNominations(db, filter),
      waiting: await countNominations(db, { state: 'submitted' }),
      mayDecide: actor.role !== 'auditor',
      mayNominate: actor.role === 'hr_officer',
    }
  })

export default function NominationPage() {
  const { rows, total, page, waiting, mayDecide, mayNominate, state, purpose, isWaitingForReference, search } =
    useLoaderData<typeof loader>()
  const filters = [state, purpose, isWaitingForReference, search].filter(Boolean).length
  const address = (halaman: number) =>
    `${href('/talenta/usulan')}?${new URLSearchParams({ ...(state ? { keadaan: state } : {}), ...(purpose ? { tujuan: purpose } : {}), ...(isWaitingForReference ? { rekomendasi: 'ya' } : {}), ...(search ? { cari: search } : {}), halaman: String(halaman) })}`
  return (
    <>
      <PageHead
        title={waiting > 0 ? `${waiting} usulan menunggu keputusan` : 'Tidak ada usulan yang menunggu'}
        scope="Tiap tujuan diputus sendiri menurut kriteria yang diumumkan. Orang yang diusulkan membaca alasannya."
        actions={
          mayNominate && (
            <LinkButton href={href('/talenta/usulan/baru')} icon="add">
              Usulkan orang
            </LinkButton>
          )
        }
      />
      <FilterBar
        search={{ name: 'cari', label: 'Cari nama atau NIP', value: search }}
        clearHref={filters > 0 ? href('/talenta/usulan') : undefined}
        filters={[
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: state ? [state] : [],
            options: Object.entries(nominationStateWords).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'tujuan',
            label: 'Tujuan',
            chosen: purpose ? [purpose] : [],
            options: Object.entries(purposeWords).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'rekomendasi',
            label: 'Rekomendasi kedua',
            chosen: isWaitingForReference ? ['ya'] : [],
            options: [{ value: 'ya', label: 'Masih ditunggu' }],
          },
        ]}
      />
      {rows.length === 0 && filters > 0 ? (
        <EmptyFiltered what="usulan" count={filters} clearHref={href('/talenta/usulan')} />
      ) : rows.length === 0 ? (
        <EmptyState title="Belum ada usulan">Atasan, pegawai sendiri, dan pengelola dapat mengusulkan.</EmptyState>
      ) : (
        <>
          <DataTable
            caption="Usulan"
            captionHidden
            rows={rows}
            rowKey={r => r.id}
            columns={[
              {
                key: 'name',
                header: 'Nama dan jabatan',
                cell: r => (
                  <>
                    <a href={href('/talenta/usulan/:nominationId', { nominationId: r.id })}>{r.name}</a>
                    <SubLine>
                      {r.position_name ?? ''}, {r.unit_short_name}
                    </SubLine>
                  </>
                ),
              },
              { key: 'purpose', header: 'Tujuan', cell: r => purposeWords[r.purpose] },
              {
                key: 'by',
                header: 'Pengusul',
                cell: r => (
                  <>
                    {r.nominator}
                    <SubLine>{formatDay(r.nominated_on, 'short')}</SubLine>
                  </>
                ),
              },
              {
                key: 'why',
                header: 'Alasan',
                wide: true,
                cell: r => {
                  const text = r.reasons[0]?.text ?? r.rationale
                  return text.length > 160 ? `${text.slice(0, 157)}…` : text
                },
              },
              {
                key: 'state',
                header: 'Keadaan',
                cell: r =>
                  r.wait ? (
                    <>
                      <StateMark state="unknown">{waitWords[r.wait]}</StateMark>
                      <SubLine>{r.reference_by_name}</SubLine>
                    </>
                  ) : r.state === 'submitted' ? (
                    <StateMark state="border">{nominationStateWords[r.state]}</StateMark>
                  ) : (
                    <>
                      {nominationStateWords[r.state]}
                      {r.decision_reason && <SubLine>{r.decision_reason}</SubLine>}
                    </>
                  ),
              },
              {
                key: 'act',
                header: 'Tindakan',
                phoneLabel: '',
                cell: r => (
                  <ul className="side-links">
                    {r.state === 'submitted' && mayDecide && !r.wait && (
                      <li>
                        <a href={href('/talenta/usulan/:nominationId', { nominationId: r.id })}>Putuskan</a>
                      </li>
                    )}
                    {mayNominate &&
                      (r.state === 'submitted' || r.state === 'accepted') &&
                      r.purpose !== 'programme' && (
                        <li>
                          <a href={`${href('/talenta/wawancara/baru')}?usulan=${r.id}`}>Jadwalkan wawancara</a>
                        </li>
                      )}
                  </ul>
                ),
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            from={(page - 1) * pageSize + 1}
            unit="usulan"
            previousHref={page > 1 ? address(page - 1) : null}
            nextHref={page * pageSize < total ? address(page + 1) : null}
          />
        </>
      )}
    </>
  )
}
