import { createHash } from 'node:crypto'
import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { type Stage, stageWords } from '../cycle/cycle-words.ts'
import { errors } from '../errors.ts'
import { committeeRules } from './committee.rules.ts'
import { decides } from './committee-scope.model.ts'
import { casesOf, standingCommittees } from './committee-scope.store.ts'
import { takeSession } from './session.store.ts'
import { candidateName } from './session-words.ts'

type Proposal = { id: string; employee_id: string; from_box: number; to_box: number }

/** In an order nobody can read a name from. */
const shuffled = (salt: string, moves: Proposal[]): Proposal[] => {
  const key = (m: Proposal) => createHash('sha256').update(`${salt}:${m.id}`).digest('hex')
  return [...moves].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Convenes a session: its members, its agenda out of the open proposals, and the order it follows. */
export const conveneSession = useCase({
  name: 'convene-session',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  reads: [
    'workforce.employees',
    'workforce.units',
    'workforce.positions',
    'talent.moves',
    'talent.committees',
    'talent.committee_members',
  ],
  writes: ['talent.sessions', 'talent.session_members', 'talent.session_items', 'platform.notices'],
  input: z.object({
    committeeId: field.id('Komite'),
    cycleId: field.id('Siklus'),
    name: field.text('Nama sidang', 160),
    heldOn: field.day('Tanggal sidang'),
    /** Further questions, one a line. */
    questions: z
      .string()
      .max(4000)
      .nullish()
      .transform(text =>
        (text ?? '')
          .split('\n')
          .map(l => l.trim())
          .filter(Boolean),
      ),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    const committee = await db.find<{ id: string; name: string; unit_id: string | null; valid_until: Day | null }>(
      sql`select id, name, unit_id, valid_until from talent.committees where id = ${input.committeeId}`,
    )
    if (!committee) throw errors.committee.notFound()
    if (committee.valid_until && committee.valid_until < input.heldOn)
      throw errors.committee.expired(committee.valid_until)
    const cycle = await db.find<{ state: Stage }>(sql`select state from talent.cycles where id = ${input.cycleId}`)
    if (!cycle) throw errors.cycle.notFound()
    if (cycle.state !== 'SIDANG_KOMITE') throw errors.session.wrongCycleStage(stageWords[cycle.state])
    if (await db.find(sql`select 1 from talent.sessions where name = ${input.name}`)) throw errors.session.nameTaken()
    const { body: rules, reference } = committeeRules.on(input.heldOn as Day)
    const id = newId()
    await db.insert('talent.sessions', [
      {
        agency_id: actor.agencyId,
        id,
        committee_id: committee.id,
        cycle_id: input.cycleId,
        name: input.name,
        held_on: input.heldOn,
        rule_code: reference.code,
        rule_version: reference.version,
      },
    ])
    const members = await db.rows<{ employee_id: string; seat: string; name: string }>(
      sql`select m.employee_id, m.seat, p.name from talent.committee_members m join workforce.v_people p on p.agency_id = m.agency_id and p.id = m.employee_id where m.committee_id = ${committee.id}`,
    )
    await db.insert(
      'talent.session_members',
      members.map(m => ({ agency_id: actor.agencyId, session_id: id, ...m })),
    )
    const proposed = await db.rows<Proposal>(
      sql`select m.id, m.employee_id, m.from_box, m.to_box from talent.moves m where m.cycle_id = ${input.cycleId} and m.state = 'proposed'
        and not exists (select from talent.session_items i join talent.sessions s on s.agency_id = i.agency_id and s.id = i.session_id where i.agency_id = m.agency_id and i.move_id = m.id and s.state <> 'closed')`,
    )
    // Each case goes to one committee only: by its tier, and by the unit of the post.
    const cases = await casesOf(
      db,
      proposed.map(m => m.employee_id),
    )
    const standing = await standingCommittees(db, input.heldOn)
    const moves = shuffled(
      id,
      proposed.filter(m => {
        const matter = cases.get(m.employee_id)
        return matter && decides({ id: committee.id, unitId: committee.unit_id }, matter, standing, rules.scope)
      }),
    )
    const item = (ordinal: number, kind: string, title: string, more: object = {}) => ({
      agency_id: actor.agencyId,
      id: newId(),
      session_id: id,
      ordinal,
      kind,
      title,
      employee_id: null,
      candidate_number: null,
      move_id: null,
      ...more,
    })
    const items = [
      item(1, 'opening', 'Pembukaan, kuorum, dan benturan kepentingan'),
      ...moves.map((m, i) =>
        item(i + 2, 'move', `${candidateName(i + 1)}: kotak ${m.from_box} ke ${m.to_box}`, {
          employee_id: m.employee_id,
          candidate_number: i + 1,
          move_id: m.id,
        }),
      ),
      ...input.questions.map((q, i) => item(moves.length + 2 + i, 'other', q.slice(0, 200))),
      item(moves.length + input.questions.length + 2, 'map', 'Pengesahan peta talenta'),
    ]
    await db.insert('talent.session_items', items)
    await notify(
      db,
      members.map(m => ({
        employeeId: m.employee_id,
        text: `Anda diundang ke ${input.name}, ${formatDay(input.heldOn as Day)}. Nyatakan dahulu benturan kepentingan.`,
        textEn: `You are invited to ${input.name}, ${formatDay(input.heldOn as Day, 'long', 'en')}. Please declare your interests first.`,
        href: `/talenta/sidang/${id}`,
      })),
    )
    note({ subjectKind: 'talent.session', subjectId: id, detail: { members: members.length, items: items.length } })
    announce({ type: 'SessionConvened', payload: { sessionId: id, cycleId: input.cycleId } })
    return { id }
  },
})

/** Puts a question on the agenda of a session that has not closed, before the last item. */
export const addAgendaItem = useCase({
  name: 'add-agenda-item',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.sessions', 'talent.session_items'],
  input: z.object({ sessionId: field.id('Sidang'), title: field.text('Pertanyaan', 200) }),
  async run({ input, db, actor, newId, note }) {
    const session = await takeSession(db, input.sessionId)
    if (session.state === 'closed') throw errors.session.closed()
    const last = await db.one<{ ordinal: number }>(
      sql`select max(ordinal) as ordinal from talent.session_items where session_id = ${session.id}`,
    )
    const id = newId()
    await db.insert('talent.session_items', [
      {
        agency_id: actor.agencyId,
        id,
        session_id: session.id,
        ordinal: last.ordinal + 1,
        kind: 'other',
        title: input.title,
      },
    ])
    note({ subjectKind: 'talent.session', subjectId: session.id, detail: { item: id } })
    return { id }
  },
})
