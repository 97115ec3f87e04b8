import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Pager } from '#ui/kit/pager.tsx'
import { countAspirations, listAspirations } from './aspiration.store.ts'
import { guidanceWords, movesWords, readersSentence, retirementWords } from './aspiration-words.ts'

export const meta = () => [{ title: 'Aspirasi · Anyam' }]

const pageSize = 50
const planWords = { written: 'Menunggu dibaca atasan', seen: 'Sudah dibaca atasan', none: 'Belum ditulis' } as const

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor }) => {
    const filter = {
      moves: query.get('pindah') || null,
      guidance: query.get('bimbingan') || null,
      retirement: query.get('pensiun') || null,
      plan: query.get('rencana') || null,
      search: query.get('cari') ?? '',
    }
    const page = Math.max(1, Number(query.get('halaman')) || 1)
    return {
      filter,
      page,
      rows: await listAspirations(db, { ...filter, limit: pageSize, page }),
      total: await countAspirations(db, filter),
      isTeam: actor.role === 'supervisor',
    }
  })

export default function AspirationsPage() {
  const { filter, page, rows, total, isTeam } = useLoaderData<typeof loader>()
  const names = {
    moves: 'pindah',
    guidance: 'bimbingan',
    retirement: 'pensiun',
    plan: 'rencana',
    search: 'cari',
  } as const
  const kept = Object.fromEntries(
    (Object.keys(names) as (keyof typeof names)[]).flatMap(k => (filter[k] ? [[names[k], filter[k] as string]] : [])),
  )
  const filters = Object.keys(kept).length
  const address = (more: Record<string, string>) =>
    `${href('/talenta/aspirasi')}?${new URLSearchParams({ ...kept, ...more })}`
  const choice = (name: string, label: string, value: string | null, words: Record<string, string>) => ({
    name,
    label,
    chosen: value ? [value] : [],
    options: Object.entries(words).map(([v, l]) => ({ value: v, label: l })),
  })
  return (
    <>
      <PageHead
        title={isTeam ? 'Aspirasi tim Anda' : 'Aspirasi pegawai'}
        scope={`Apa yang diinginkan orangnya sendiri: jabatan, pindah, bimbingan, pensiun. ${readersSentence}`}
        crumbs={[{ label: 'Talenta' }, { label: 'Aspirasi' }]}
      />
      <FilterBar
        search={{ name: 'cari', label: 'Cari nama, jabatan, atau tempat', value: filter.search }}
        clearHref={filters > 0 ? href('/talenta/aspirasi') : undefined}
        filters={[
          choice('pindah', 'Pindah', filter.moves, movesWords),
          choice('bimbingan', 'Bimbingan', filter.guidance, guidanceWords),
          choice('pensiun', 'Pensiun', filter.retirement, retirementWords),
          choice('rencana', 'Rencana karier', filter.plan, planWords),
        ]}
      />
      {rows.length === 0 && filters > 0 ? (
        <EmptyFiltered what="pegawai" count={filters} clearHref={href('/talenta/aspirasi')} />
      ) : rows.length === 0 ? (
        <EmptyState title="Belum ada yang menyatakan aspirasi">
          Pegawai menyatakannya di Jalur Saya. Tidak dinyatakan bukan berarti tidak bersedia.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Aspirasi"
            captionHidden
            rows={rows}
            rowKey={r => r.employee_id}
            columns={[
              {
                key: 'name',
                header: 'Pegawai',
                cell: r => (
                  <>
                    <a href={href('/talenta/aspirasi/:employeeId', { employeeId: r.employee_id })}>{r.name}</a>
                    <SubLine>{[r.position_name, r.unit].filter(Boolean).join(', ')}</SubLine>
                  </>
                ),
              },
              {
                key: 'targets',
                header: 'Jabatan sasaran',
                wide: true,
                cell: r => (r.targets.length === 0 ? 'belum dinyatakan' : r.targets.join('; ')),
              },
              {
                key: 'moves',
                header: 'Pindah',
                cell: r => (
                  <>
                    {r.moves ? movesWords[r.moves] : 'belum dinyatakan'}
                    {r.places && r.places.length > 0 && <SubLine>{r.places.join(', ')}</SubLine>}
                    {r.moves_from && <SubLine>mulai {formatDay(r.moves_from, 'month')}</SubLine>}
                  </>
                ),
              },
              {
                key: 'guidance',
                header: 'Bimbingan',
                cell: r => (r.guidance ?? []).map(g => guidanceWords[g]).join('; ') || 'belum dinyatakan',
              },
              {
                key: 'retirement',
                header: 'Pensiun',
                cell: r =>
                  r.retirement
                    ? `${retirementWords[r.retirement]}${r.retires_on ? `, ${formatDay(r.retires_on, 'month')}` : ''}`
                    : 'belum dinyatakan',
              },
              {
                key: 'plan',
                header: 'Rencana karier',
                cell: r =>
                  r.plan_version
                    ? `versi ${r.plan_version}, ${r.plan_state === 'seen' ? 'sudah dibaca atasan' : 'menunggu dibaca atasan'}`
                    : 'belum ditulis',
              },
            ]}
          />
          <Pager
            shown={rows.length}
            total={total}
            from={(page - 1) * pageSize + 1}
            unit="pegawai"
            previousHref={page > 1 ? address({ halaman: String(page - 1) }) : null}
            nextHref={page * pageSize < total ? address({ halaman: String(page + 1) }) : null}
          />
        </>
      )}
    </>
  )
}
