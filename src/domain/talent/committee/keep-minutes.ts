import { createHash } from 'node:crypto'
import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { assembleMinutes } from './assemble-minutes.ts'
import { listItems, listMembers, rulesOfSession, takeSession } from './session.store.ts'
import { keepEvent } from './session-event.ts'

const memberOf = async (db: Parameters<typeof listMembers>[0], sessionId: string) => {
  const me = (await listMembers(db, sessionId)).find(m => m.employee_id === db.actor.employeeId)
  if (!me) throw errors.session.notMember()
  return me
}

/** A line of the minutes: kept at once when the one who leads writes it, else a correction that waits for acceptance. */
export const writeMinutes = useCase({
  name: 'write-minutes',
  room: 'talent',
  permission: { committee: 'own' },
  writes: ['talent.sessions', 'talent.session_notes'],
  input: z.object({
    sessionId: field.id('Sidang'),
    itemId: field.id('Butir').nullish(),
    text: z
      .string({ error: 'Kalimat wajib diisi.' })
      .trim()
      .min(5, { error: 'Tuliskan sekurang-kurangnya 5 huruf.' })
      .max(1000, { error: 'Paling panjang 1.000 huruf.' }),
  }),
  async run({ input, db, actor, newId, note }) {
    const session = await takeSession(db, input.sessionId)
    if (session.state === 'closed') throw errors.session.closed()
    const me = await memberOf(db, session.id)
    const leads = rulesOfSession(session).body.leads.includes(me.seat)
    const id = newId()
    await db.insert('talent.session_notes', [
      {
        agency_id: actor.agencyId,
        id,
        session_id: session.id,
        item_id: input.itemId ?? null,
        kind: leads ? 'note' : 'correction',
        text: input.text,
        author_name: actor.name,
        state: leads ? 'kept' : 'proposed',
      },
    ])
    note({ subjectKind: 'talent.session', subjectId: session.id })
    return { id }
  },
})

/** Whoever leads accepts or refuses a proposed correction of the minutes. */
export const answerCorrection = useCase({
  name: 'answer-correction',
  room: 'talent',
  permission: { committee: 'agency' },
  reads: ['talent.session_members'],
  writes: ['talent.sessions', 'talent.session_notes'],
  input: z.object({
    sessionId: field.id('Sidang'),
    noteId: field.id('Ralat'),
    answer: z.enum(['kept', 'refused'], { error: 'Pilih diterima atau tidak.' }),
  }),
  async run({ input, db, note }) {
    const session = await takeSession(db, input.sessionId)
    if (session.state === 'closed') throw errors.session.closed()
    const me = await memberOf(db, session.id)
    if (!rulesOfSession(session).body.leads.includes(me.seat)) throw errors.session.notLead()
    const touched = await db.run(
      sql`update talent.session_notes set state = ${input.answer} where id = ${input.noteId} and session_id = ${session.id} and state = 'proposed'`,
    )
    if (touched === 0) throw errors.session.noteNotOpen()
    note({ subjectKind: 'talent.session', subjectId: session.id, detail: { answer: input.answer } })
  },
})

/** Whoever voted otherwise than was decided has her view kept in her own words. */
export const recordDissent = useCase({
  name: 'record-dissent',
  room: 'talent',
  permission: { committee: 'own' },
  writes: ['talent.sessions', 'talent.session_dissents', 'talent.session_notes'],
  input: z.object({ sessionId: field.id('Sidang'), itemId: field.id('Butir'), text: field.reason() }),
  async run({ input, db, actor, note }) {
    const session = await takeSession(db, input.sessionId)
    if (session.state === 'closed') throw errors.session.closed()
    const me = await memberOf(db, session.id)
    const item = (await listItems(db, session.id)).find(i => i.id === input.itemId)
    const mine = item?.outcome.at(-1)?.votes.find(v => v.employeeId === me.employee_id)
    if (!item || item.state === 'voting' || !mine) throw errors.session.noDissent()
    await db.insert(
      'talent.session_dissents',
      [{ agency_id: actor.agencyId, item_id: item.id, employee_id: me.employee_id, name: me.name, text: input.text }],
      'on conflict (agency_id, item_id, employee_id) do update set text = excluded.text, stated_at = now()',
    )
    await keepEvent(db, session.id, item.id, `${me.name} mencatat pendapat berbeda pada butir ${item.ordinal}.`)
    note({ subjectKind: 'talent.session-item', subjectId: item.id })
  },
})

/** Closes the session: every item is decided, the minutes freeze with their fingerprint, members are asked to sign. */
export const closeSession = useCase({
  name: 'close-session',
  room: 'talent',
  permission: { committee: 'agency' },
  reads: [
    'talent.scores',
    'talent.moves',
    'talent.session_members',
    'talent.session_items',
    'talent.session_interests',
    'talent.session_dissents',
  ],
  writes: ['talent.sessions', 'talent.session_notes', 'platform.notices'],
  input: z.object({ sessionId: field.id('Sidang') }),
  async run({ input, db, note, announce }) {
    const session = await takeSession(db, input.sessionId)
    if (session.state === 'closed') throw errors.session.closed()
    if (session.state !== 'open') throw errors.session.notOpen()
    const me = await memberOf(db, session.id)
    if (me.state !== 'present' || !rulesOfSession(session).body.leads.includes(me.seat)) throw errors.session.notLead()
    const left = (await listItems(db, session.id)).filter(i => i.state !== 'decided').length
    if (left > 0) throw errors.session.itemsLeft(left)
    await keepEvent(db, session.id, null, 'Sidang ditutup; berita acara dibekukan.')
    const content = await assembleMinutes(db, session, new Date().toISOString())
    const text = JSON.stringify(content)
    const hash = createHash('sha256').update(text).digest('hex')
    await db.run(
      sql`update talent.sessions set state = 'closed', closed_at = now(), minutes = ${text}::jsonb, minutes_hash = ${hash} where id = ${session.id}`,
    )
    await notify(
      db,
      (await listMembers(db, session.id))
        .filter(m => m.state === 'present')
        .map(m => ({
          employeeId: m.employee_id,
          text: `Berita acara ${session.name} siap ditandatangani.`,
          textEn: `The minutes of ${session.name} are ready to be signed.`,
          href: `/talenta/sidang/${session.id}/berita-acara`,
        })),
    )
    note({ subjectKind: 'talent.session', subjectId: session.id, detail: { hash } })
    announce({ type: 'SessionClosed', payload: { sessionId: session.id, cycleId: session.cycle_id } })
    return { hash }
  },
})

/** A member who was present signs the frozen minutes by name and time. */
export const signMinutes = useCase({
  name: 'sign-minutes',
  room: 'talent',
  permission: { committee: 'own' },
  writes: ['talent.sessions', 'talent.session_members'],
  input: z.object({ sessionId: field.id('Sidang') }),
  async run({ input, db, note }) {
    const session = await takeSession(db, input.sessionId)
    if (session.state !== 'closed') throw errors.session.notClosed()
    const me = await memberOf(db, session.id)
    if (me.state !== 'present') throw errors.session.notPresent()
    if (me.signed_at !== null) throw errors.session.alreadySigned()
    await db.run(
      sql`update talent.session_members set signed_at = now() where session_id = ${session.id} and employee_id = ${me.employee_id}`,
    )
    note({ subjectKind: 'talent.session', subjectId: session.id, detail: { hash: session.minutes_hash } })
  },
})
