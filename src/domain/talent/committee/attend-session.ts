import { z } from 'zod'
import { formatList } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { listItems, listMembers, rulesOfSession, takeSession } from './session.store.ts'
import { keepEvent } from './session-event.ts'

/**
 * A member comes to the session and declares, for this session alone, kin and interests in those on the agenda.
 * Without the declaration nobody counts for the quorum or votes; it can be added to until the session closes.
 */
export const attendSession = useCase({
  name: 'attend-session',
  room: 'talent',
  permission: { committee: 'own' },
  reads: ['talent.session_items'],
  writes: ['talent.sessions', 'talent.session_members', 'talent.session_interests', 'talent.session_notes'],
  input: z.object({
    sessionId: field.id('Sidang'),
    statement: z.enum(['none', 'some'], { error: 'Nyatakan ada atau tidak ada benturan kepentingan.' }),
    interests: z
      .array(z.object({ aboutId: field.id('Orang'), kind: z.string().min(1), note: z.string().max(500).nullish() }))
      .default([]),
  }),
  async run({ input, db, actor, newId, note }) {
    const session = await takeSession(db, input.sessionId)
    if (session.state === 'closed') throw errors.session.closed()
    const members = await listMembers(db, session.id)
    const me = members.find(m => m.employee_id === actor.employeeId)
    if (!me) throw errors.session.notMember()
    if (input.statement === 'some' && input.interests.length === 0) throw errors.session.interestMissing()
    const { body } = rulesOfSession(session)
    const agenda = new Set((await listItems(db, session.id)).flatMap(i => (i.employee_id ? [i.employee_id] : [])))
    const named = input.statement === 'none' ? [] : input.interests
    if (named.some(i => !agenda.has(i.aboutId) || !body.interests.some(k => k.code === i.kind)))
      throw errors.session.unknownInterest()
    await db.run(
      sql`update talent.session_members set state = 'present', absence_reason = null, declared_at = now() where session_id = ${session.id} and employee_id = ${me.employee_id}`,
    )
    // What was declared before stays: a declaration is added to, never taken back within the session.
    await db.insert(
      'talent.session_interests',
      named.map(i => ({
        agency_id: actor.agencyId,
        id: newId(),
        session_id: session.id,
        employee_id: me.employee_id,
        about_id: i.aboutId,
        kind: i.kind,
        note: i.note ?? null,
      })),
      'on conflict (agency_id, session_id, employee_id, about_id) do nothing',
    )
    await keepEvent(
      db,
      session.id,
      null,
      `${me.name} hadir dan ${input.statement === 'none' ? 'menyatakan tidak ada benturan kepentingan' : `menyatakan ${named.length} benturan kepentingan`}.`,
    )
    note({
      subjectKind: 'talent.session',
      subjectId: session.id,
      detail: { statement: input.statement, kinds: formatList([...new Set(named.map(i => i.kind))]) },
    })
  },
})

/** Whoever leads records that a member is not there, with the reason; her seat still counts in what the quorum needs. */
export const markAbsent = useCase({
  name: 'mark-absent',
  room: 'talent',
  permission: { committee: 'agency' },
  writes: ['talent.sessions', 'talent.session_members', 'talent.session_notes'],
  input: z.object({ sessionId: field.id('Sidang'), employeeId: field.id('Anggota'), reason: field.reason() }),
  async run({ input, db, actor, note }) {
    const session = await takeSession(db, input.sessionId)
    if (session.state === 'closed') throw errors.session.closed()
    const members = await listMembers(db, session.id)
    const me = members.find(m => m.employee_id === actor.employeeId)
    if (!me || !rulesOfSession(session).body.leads.includes(me.seat)) throw errors.session.notLead()
    const whom = members.find(m => m.employee_id === input.employeeId)
    if (!whom) throw errors.session.notMember()
    await db.run(
      sql`update talent.session_members set state = 'absent', absence_reason = ${input.reason} where session_id = ${session.id} and employee_id = ${whom.employee_id}`,
    )
    await keepEvent(db, session.id, null, `${whom.name} tidak hadir: ${input.reason}`)
    note({ subjectKind: 'talent.session', subjectId: session.id, employeeId: whom.employee_id, reason: input.reason })
  },
})
