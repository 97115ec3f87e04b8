import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { load } from '#platform/web/page.ts'
import { Figure } from '#ui/figure/figure.tsx'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyFiltered, EmptyState } from '#ui/kit/empty-state.tsx'
import { FilterBar } from '#ui/kit/filter-bar.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { meetingWords } from '../delivery-words.ts'
import { listProgrammesToChoose } from '../person/person-choice.store.ts'
import { listMeetings } from './meeting.store.ts'
import { meetingFigures } from './meeting-figures.ts'

export const meta = () => [{ title: 'Coaching dan mentoring · Anyam' }]
const pageSize = 50

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, query, actor }) => {
    const filter = {
      kind: query.get('jenis') || undefined,
      programmeId: query.get('program') || undefined,
      isWaiting: query.get('keadaan') === 'menunggu',
    }
    const rows = await listMeetings(db, {
      ...filter,
      after: query.get('sesudah') || undefined,
      limit: pageSize + 1,
    })
    return {
      filter,
      rows: rows.slice(0, pageSize),
      more: rows.length > pageSize,
      figures: await meetingFigures(db),
      programmes: await listProgrammesToChoose(db),
      mayLog: ['asn', 'supervisor', 'hr_officer', 'facilitator'].includes(actor.role),
    }
  })

export default function MeetingsPage() {
  const { filter, rows, more, figures, programmes, mayLog } = useLoaderData<typeof loader>()
  const chosen = [filter.kind, filter.programmeId, filter.isWaiting ? 'menunggu' : undefined].filter(Boolean).length
  const next = () => {
    const q = new URLSearchParams()
    if (filter.kind) q.set('jenis', filter.kind)
    if (filter.programmeId) q.set('program', filter.programmeId)
    if (filter.isWaiting) q.set('keadaan', 'menunggu')
    q.set('sesudah', `${rows[rows.length - 1].held_on}|${rows[rows.length - 1].id}`)
    return `${href('/pendampingan')}?${q}`
  }
  return (
    <>
      <PageHead
        title={
          <>
            <Figure figure={figures.waiting} origin={false} asLink unit={false} /> pertemuan menunggu konfirmasi
          </>
        }
        scope={
          <>
            Dari <Figure figure={figures.all} origin={false} asLink unit={false} /> pertemuan yang dapat Anda lihat.
            Setelah dikonfirmasi, paling banyak dua pertemuan sebulan menambah JP.
          </>
        }
        actions={
          mayLog && (
            <LinkButton icon="add" variant="primary" href={href('/pendampingan/baru')}>
              Catat pertemuan
            </LinkButton>
          )
        }
      />
      <FilterBar
        clearHref={chosen > 0 ? href('/pendampingan') : undefined}
        filters={[
          {
            name: 'jenis',
            label: 'Jenis',
            chosen: filter.kind ? [filter.kind] : [],
            options: Object.entries(meetingWords).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'program',
            label: 'Program',
            chosen: filter.programmeId ? [filter.programmeId] : [],
            options: programmes.map(p => ({ value: p.id, label: p.name })),
          },
          {
            name: 'keadaan',
            label: 'Keadaan',
            chosen: filter.isWaiting ? ['menunggu'] : [],
            options: [{ value: 'menunggu', label: 'Menunggu konfirmasi' }],
          },
        ]}
      />
      {rows.length === 0 ? (
        chosen > 0 ? (
          <EmptyFiltered what="pertemuan" count={chosen} clearHref={href('/pendampingan')} />
        ) : (
          <EmptyState title="Belum ada pertemuan">
            Coach, mentor, atau peserta mencatatnya; pihak lain mengonfirmasi.
          </EmptyState>
        )
      ) : (
        <DataTable
          caption="Pertemuan"
          captionHidden
          rows={rows}
          rowKey={m => m.id}
          columns={[
            {
              key: 'who',
              header: 'Peserta',
              cell: m => (
                <>
                  <a href={href('/pendampingan/pertemuan/:meetingId', { meetingId: m.id })}>{m.name}</a>
                  <SubLine>
                    {meetingWords[m.kind]} dengan {m.guide_name}
                  </SubLine>
                </>
              ),
            },
            { key: 'when', header: 'Tanggal', cell: m => formatDay(m.held_on, 'short') },
            {
              key: 'topic',
              header: 'Pokok bahasan',
              wide: true,
              cell: m => (
                <>
                  {m.topic}
                  {m.agreement && <SubLine>Disepakati: {m.agreement}</SubLine>}
                </>
              ),
            },
            {
              key: 'state',
              header: 'Keadaan',
              cell: m =>
                m.is_confirmed ? (
                  <StateMark state="known">dikonfirmasi</StateMark>
                ) : (
                  <StateMark state="unknown">menunggu</StateMark>
                ),
            },
          ]}
        />
      )}
      {more && (
        <p className="gap-3">
          <a href={next()}>Pertemuan sebelumnya</a>
        </p>
      )}
    </>
  )
}
