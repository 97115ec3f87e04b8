import { href, useLoaderData } from 'react-router'
import { formatDay, formatRupiah } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Segment } from '#ui/kit/segment.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { type AssignmentFilter, listAssignments } from './assignment.store.ts'
import { assignmentFigures } from './assignment-figures.ts'

export const meta = () => [{ title: 'Penugasan · Anyam' }]
const pageSize = 50
const filters = { '': 'Semua', late: 'Lewat batas', waiting: 'Menunggu konfirmasi', done: 'Selesai' } as const

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor, on }) => {
    const state = (query.get('keadaan') ?? '') as keyof typeof filters
    const rows = await listAssignments(db, {
      state: state === '' ? undefined : (state as AssignmentFilter),
      after: query.get('sesudah') ?? undefined,
      limit: pageSize + 1,
    })
    return {
      state,
      rows: rows.slice(0, pageSize),
      more: rows.length > pageSize,
      figures: await assignmentFigures(db),
      mayGive: ['supervisor', 'hr_officer'].includes(actor.role),
      on,
    }
  })

export default function AssignmentsPage() {
  const { state, rows, more, figures, mayGive, on } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={
          <>
            <Figure figure={figures.late} origin={false} asLink unit={false} /> penugasan lewat batas,{' '}
            <Figure figure={figures.waiting} origin={false} asLink unit={false} /> menunggu konfirmasi
          </>
        }
        scope={
          <>
            Dari <Figure figure={figures.all} origin={false} asLink unit={false} /> penugasan yang dapat Anda lihat:
            proyek, rotasi, dan tugas untuk belajar di tempat kerja.
          </>
        }
        actions={
          mayGive && (
            <LinkButton icon="add" variant="primary" href={href('/pendampingan/penugasan/baru')}>
              Beri penugasan
            </LinkButton>
          )
        }
      />
      <Segment
        label="Keadaan"
        options={Object.entries(filters).map(([value, label]) => ({
          label,
          href: value ? `${href('/pendampingan/penugasan')}?keadaan=${value}` : href('/pendampingan/penugasan'),
          current: value === state,
        }))}
      />
      {rows.length === 0 ? (
        state ? (
          <EmptyFiltered
            what="penugasan"
            count={1}
            filters={filters[state]}
            clearHref={href('/pendampingan/penugasan')}
          />
        ) : (
          <EmptyState title="Belum ada penugasan">Atasan memberi tugas nyata dengan batas selesai.</EmptyState>
        )
      ) : (
        <DataTable
          caption="Penugasan"
          captionHidden
          rows={rows}
          rowKey={a => a.id}
          columns={[
            {
              key: 'title',
              header: 'Penugasan',
              cell: a => (
                <>
                  <a href={href('/pendampingan/penugasan/:assignmentId', { assignmentId: a.id })}>{a.title}</a>
                  <SubLine>
                    {a.name}, {a.unit}
                    {a.programme_name ? ` · ${a.programme_name}` : ''}
                  </SubLine>
                </>
              ),
            },
            {
              key: 'value',
              header: 'Nilai paket',
              number: true,
              phoneHidden: true,
              cell: a => (a.value === null ? '–' : formatRupiah(a.value)),
            },
            { key: 'due', header: 'Batas', cell: a => formatDay(a.due_on, 'short') },
            {
              key: 'progress',
              header: 'Kemajuan',
              number: true,
              cell: a => (a.progress === null ? '–' : `${a.progress}%`),
            },
            {
              key: 'state',
              header: 'Keadaan',
              cell: a =>
                a.state === 'stopped' ? (
                  <StateMark state="no">dihentikan</StateMark>
                ) : a.confirmed_on ? (
                  <StateMark state={a.finished_on && a.finished_on > a.due_on ? 'expired' : 'known'}>
                    {a.finished_on && a.finished_on > a.due_on ? 'selesai terlambat' : 'selesai tepat waktu'}
                  </StateMark>
                ) : a.finished_on ? (
                  <StateMark state="unknown">menunggu konfirmasi</StateMark>
                ) : a.due_on < on ? (
                  <StateMark state="risk">lewat batas</StateMark>
                ) : (
                  'berjalan'
                ),
            },
          ]}
        />
      )}
      {more && (
        <p className="gap-3">
          <a
            href={`${href('/pendampingan/penugasan')}?${new URLSearchParams({ ...(state ? { keadaan: state } : {}), sesudah: `${rows[rows.length - 1].due_on}|${rows[rows.length - 1].id}` })}`}
          >
            Penugasan berikutnya
          </a>
        </p>
      )}
    </>
  )
}
