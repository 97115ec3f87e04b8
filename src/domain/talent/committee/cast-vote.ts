import { z } from 'zod'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { revealVotes } from './lead-session.ts'
import { choices, isComplete, reasonFits } from './session.model.ts'
import { listBallots, listInterests, listItems, listMembers, standingOf, takeSession } from './session.store.ts'
import { itemStateWords, recusalWords } from './session-words.ts'

/**
 * A member's blind vote: sent once, not changeable, read by nobody until all are opened together.
 * Its content is in no audit entry, event or answer.
 */
export const castVote = useCase({
  name: 'cast-vote',
  room: 'talent',
  permission: { committee: 'own' },
  writes: ['talent.sessions', 'talent.session_ballots', 'talent.session_votes'],
  input: z.object({
    sessionId: field.id('Sidang'),
    itemId: field.id('Butir'),
    choice: z.enum(choices, { error: 'Pilih penilaian Anda.' }),
    reasonCode: z.string({ error: 'Pilih satu alasan.' }).min(1, { error: 'Pilih satu alasan.' }),
  }),
  async run({ input, db, actor, note, call }) {
    const session = await takeSession(db, input.sessionId)
    if (session.state !== 'open') throw session.state === 'closed' ? errors.session.closed() : errors.session.notOpen()
    const members = await listMembers(db, session.id)
    const me = members.find(m => m.employee_id === actor.employeeId)
    if (!me) throw errors.session.notMember()
    if (me.declared_at === null) throw errors.session.notDeclared()
    if (me.state !== 'present') throw errors.session.notPresent()
    const item = (await listItems(db, session.id)).find(i => i.id === input.itemId)
    if (!item) throw errors.session.itemNotFound()
    if (item.state !== 'voting') throw errors.session.itemState(itemStateWords[item.state])
    const { recused, rules, quorum } = standingOf(session, members, await listInterests(db, session.id), item)
    const why = recused.get(me.employee_id)
    if (why) throw errors.session.recused(recusalWords[why])
    if (!reasonFits(input.reasonCode, input.choice, rules)) throw errors.session.reasonUnfit()
    const cast = await listBallots(db, item.id, item.round)
    if (cast.has(me.employee_id)) throw errors.session.alreadyVoted()
    const row = { agency_id: actor.agencyId, item_id: item.id, round: item.round, employee_id: me.employee_id }
    await db.insert('talent.session_votes', [{ ...row, choice: input.choice, reason_code: input.reasonCode }])
    await db.insert('talent.session_ballots', [row])
    note({ subjectKind: 'talent.session-item', subjectId: item.id })
    cast.add(me.employee_id)
    if (isComplete(quorum.entitled, cast)) await call(revealVotes, { sessionId: session.id, itemId: item.id })
    return { cast: true }
  },
})
