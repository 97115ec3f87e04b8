import { href, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { load } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { DataTable, SubLine } from '#ui/kit/data-table.tsx'
import { EmptyState } from '#ui/kit/empty-state.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { Section } from '#ui/kit/section.tsx'
import { StateMark } from '#ui/kit/state-mark.tsx'
import { listSessions } from './session.store.ts'
import { sessionStateWords } from './session-words.ts'

export const meta = () => [{ title: 'Sidang komite talenta · Anyam' }]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, actor }) => ({
    sessions: (await listSessions(db)).map(({ minutes, ...s }) => s),
    committees: await db.rows<{
      id: string
      name: string
      unit_name: string | null
      decree: string
      decreed_on: Day
      valid_until: Day | null
      seats: number
    }>(sql`select k.id, k.name, u.name as unit_name, k.decree, k.decreed_on, k.valid_until, (select count(*)::int from talent.committee_members m where m.agency_id = k.agency_id and m.committee_id = k.id) as seats
      from talent.committees k left join workforce.v_units u on u.agency_id = k.agency_id and u.id = k.unit_id order by k.unit_id is not null, k.name`),
    mayPrepare: actor.role === 'hr_officer',
  }))

export default function SessionsPage() {
  const { sessions, committees, mayPrepare } = useLoaderData<typeof loader>()
  const open = sessions.filter(s => s.state === 'open').length
  return (
    <>
      <PageHead
        title={
          open > 0
            ? `${open} sidang sedang berlangsung`
            : sessions.some(s => s.state === 'planned')
              ? 'Sidang berikutnya sudah dijadwalkan'
              : 'Belum ada sidang yang berjalan'
        }
        scope="Pemindahan kotak dan pengesahan peta diputus dalam sidang: kuorum, penilaian tertutup, alasan, dan berita acara."
        actions={
          mayPrepare && (
            <>
              <LinkButton href={href('/talenta/komite/baru')}>Catat komite</LinkButton>
              {committees.length > 0 && (
                <LinkButton variant="primary" href={href('/talenta/sidang/baru')}>
                  Adakan sidang
                </LinkButton>
              )}
            </>
          )
        }
      />
      {sessions.length === 0 ? (
        <EmptyState title="Belum ada sidang">
          {committees.length === 0
            ? 'Pengelola mencatat komite menurut SK-nya, lalu mengadakan sidang.'
            : 'Pengelola mengadakan sidang ketika siklus mencapai tahap Sidang komite.'}
        </EmptyState>
      ) : (
        <DataTable
          caption="Sidang komite talenta"
          captionHidden
          rows={sessions}
          rowKey={s => s.id}
          columns={[
            {
              key: 'name',
              header: 'Sidang',
              cell: s => (
                <>
                  <a href={href('/talenta/sidang/:sessionId', { sessionId: s.id })}>{s.name}</a>
                  <SubLine>{s.committee_name}</SubLine>
                </>
              ),
            },
            { key: 'on', header: 'Tanggal', cell: s => formatDay(s.held_on) },
            { key: 'cycle', header: 'Siklus', cell: s => s.cycle_name },
            {
              key: 'state',
              header: 'Keadaan',
              cell: s => (
                <StateMark state={s.state === 'open' ? 'border' : s.state === 'closed' ? 'known' : 'unknown'}>
                  {sessionStateWords[s.state]}
                </StateMark>
              ),
            },
            {
              key: 'minutes',
              header: 'Berita acara',
              phoneLabel: '',
              cell: s =>
                s.state === 'closed' ? (
                  <a href={href('/talenta/sidang/:sessionId/berita-acara', { sessionId: s.id })}>Buka</a>
                ) : null,
            },
          ]}
        />
      )}
      <Section title="Komite talenta" note="tingkat instansi dan perangkat daerah, menurut SK">
        {committees.length === 0 ? (
          <p className="quiet">Belum ada komite yang dicatat.</p>
        ) : (
          <DataTable
            caption="Komite talenta"
            captionHidden
            rows={committees}
            rowKey={k => k.id}
            columns={[
              { key: 'name', header: 'Komite', cell: k => k.name },
              { key: 'unit', header: 'Lingkup', cell: k => k.unit_name ?? 'Seluruh instansi' },
              {
                key: 'decree',
                header: 'SK',
                cell: k => (
                  <>
                    {k.decree}
                    <SubLine>
                      {formatDay(k.decreed_on)}
                      {k.valid_until ? `, berlaku sampai ${formatDay(k.valid_until)}` : ''}
                    </SubLine>
                  </>
                ),
              },
              { key: 'seats', header: 'Kursi', number: true, cell: k => k.seats },
            ]}
          />
        )}
      </Section>
    </>
  )
}
