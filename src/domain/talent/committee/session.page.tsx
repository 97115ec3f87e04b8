import '#ui/style/screens/session.css'
import { href, redirect, useActionData, useLoaderData } from 'react-router'
import { formatDay } from '#core/text/format.ts'
import { type FormAnswer, load, submit } from '#platform/web/page.ts'
import { LinkButton } from '#ui/kit/button.tsx'
import { Note } from '#ui/kit/note.tsx'
import { PageHead } from '#ui/kit/page-head.tsx'
import { errors } from '../errors.ts'
import { Agenda, QuorumView } from './agenda.view.tsx'
import { markAbsent } from './attend-session.ts'
import { Candidate, LastDecided } from './candidate.view.tsx'
import { castVote } from './cast-vote.ts'
import { addAgendaItem } from './convene-session.ts'
import { answerCorrection, closeSession, recordDissent, writeMinutes } from './keep-minutes.ts'
import { decideItem, openItem, openSession, revealVotes, voteAgain } from './lead-session.ts'
import { MapAfter, Minutes, Voters } from './room-side.view.tsx'
import { type Room, readRoom } from './session-room.store.ts'
import { itemStateWords, sessionStateWords } from './session-words.ts'
import { Lead, OpenedVotes, VoteForm } from './vote.view.tsx'

export const meta = ({ loaderData }: { loaderData?: { room: Room } }) => [
  { title: `${loaderData ? titleOf(loaderData.room) : 'Sidang komite'} · Anyam` },
]

export const loader = (args: Parameters<typeof load>[0]) =>
  load(args, async ({ db, params, query, visit }) => ({
    room: await readRoom(db, params.sessionId, query.get('butir')),
    timeZone: visit.agency?.timeZone ?? 'Asia/Jakarta',
  }))

export const action = (args: Parameters<typeof submit>[0]) =>
  submit(args, async ({ values, run, params, actor }) => {
    const { sessionId } = params
    const { itemId } = values
    switch (values._intent) {
      case 'vote':
        // A vote kept on a shared device is never sent in somebody else's name.
        if (values.member !== actor.employeeId) throw errors.session.notMember()
        await run(castVote, { sessionId, itemId, choice: values.choice, reasonCode: values.reasonCode })
        break
      case 'open-session':
        await run(openSession, { sessionId })
        break
      case 'open-item':
        await run(openItem, { sessionId, itemId })
        break
      case 'reveal':
        await run(revealVotes, { sessionId, itemId })
        break
      case 'again':
        await run(voteAgain, { sessionId, itemId, reason: values.reason })
        break
      case 'decide':
        await run(decideItem, { sessionId, itemId, reasonCode: values.reasonCode, note: values.note })
        break
      case 'dissent':
        await run(recordDissent, { sessionId, itemId, text: values.text })
        break
      case 'absent':
        await run(markAbsent, { sessionId, employeeId: values.employeeId, reason: values.reason })
        break
      case 'minutes':
        await run(writeMinutes, { sessionId, itemId: itemId ?? null, text: values.text })
        break
      case 'correction':
        await run(answerCorrection, { sessionId, noteId: values.noteId, answer: values.answer })
        break
      case 'add-item':
        await run(addAgendaItem, { sessionId, title: values.title })
        break
      case 'close':
        await run(closeSession, { sessionId })
        return redirect(href('/talenta/sidang/:sessionId/berita-acara', { sessionId }))
    }
    return redirect(href('/talenta/sidang/:sessionId', { sessionId }))
  })

const titleOf = ({ current, session }: Room): string =>
  session.state === 'planned'
    ? session.name
    : current.kind === 'move'
      ? `${current.called}: pindah dari kotak ${current.from} ke kotak ${current.to}?`
      : current.title

const scopeOf = (room: Room): string => {
  const { current, items, quorum, session } = room
  const item = `Butir ${current.ordinal} dari ${items.length}`
  if (session.state === 'planned')
    return `${session.committee}, ${formatDay(session.heldOn)}. ${quorum.present} dari ${quorum.seats} anggota sudah hadir dan menyatakan kepentingannya.`
  if (current.state === 'voting')
    return `${item}. Penilaian awal tertutup sedang berjalan: ${room.members.filter(m => m.hasVoted && quorum.entitled.includes(m.employeeId)).length} dari ${quorum.entitled.length} suara sudah masuk.`
  return `${item}. ${itemStateWords[current.state]}${current.state === 'decided' ? `: ${current.kind === 'opening' ? 'sidang sah' : current.words[room.current.outcome?.decision ?? 'postpone'].toLowerCase()}` : ''}.`
}

export default function SessionPage() {
  const { room, timeZone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { session, me, current } = room
  const path = href('/talenta/sidang/:sessionId', { sessionId: session.id })
  return (
    <>
      <div id="room-head" data-live={`${current.id}${current.state}`}>
        <PageHead
          crumbs={[
            { label: 'Sidang komite talenta', href: href('/talenta/sidang') },
            { label: `${session.name}, ${formatDay(session.heldOn)}` },
          ]}
          title={titleOf(room)}
          scope={scopeOf(room)}
          actions={
            session.state === 'closed' ? (
              <LinkButton variant="primary" href={`${path}/berita-acara`}>
                Buka berita acara
              </LinkButton>
            ) : me ? (
              <LinkButton href={`${path}/kepentingan`} variant={me.hasDeclared ? 'plain' : 'primary'}>
                {me.hasDeclared ? 'Nyatakan benturan lain' : 'Hadir dan nyatakan kepentingan'}
              </LinkButton>
            ) : undefined
          }
        />
      </div>
      <p className="connection">
        <b id="connection-words" role="status">
          {sessionStateWords[session.state]}
        </b>
        <span className="quiet">
          {room.members.filter(m => m.state === 'present').length} dari {room.members.length} anggota hadir
        </span>
        <span className="quiet">Tata tertib {session.rule}</span>
      </p>
      {answer && <Note tone="risk" title={answer.message} live />}
      <div className="room">
        <div id="room-agenda" data-live="agenda">
          <Agenda room={room} path={path} timeZone={timeZone} />
          <QuorumView room={room} path={path} />
        </div>
        <div>
          <div id="room-item" data-live={`${current.id}${current.state}${current.round}`}>
            <Candidate room={room}>
              <VoteForm room={room} />
              <OpenedVotes room={room} />
              <Lead room={room} />
            </Candidate>
          </div>
          {/* What the product answered to a vote that was kept on this device. */}
          <p id="vote-answer" className="due-text" role="status" />
          <div id="room-last" data-live="last">
            <LastDecided room={room} timeZone={timeZone} />
          </div>
        </div>
        <div>
          <div id="room-voters" data-live="voters">
            <Voters room={room} />
            <MapAfter room={room} />
          </div>
          <div id="room-minutes" data-live="minutes">
            <Minutes room={room} timeZone={timeZone} />
          </div>
        </div>
      </div>
      {session.state !== 'closed' && (
        <script
          src="/session.js"
          defer
          data-session={session.id}
          data-member={me?.employeeId ?? ''}
          data-revision={session.revision}
        />
      )}
    </>
  )
}
