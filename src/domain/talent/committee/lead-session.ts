import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { isComplete, outcomeOf, reasonFits, tallyOf } from './session.model.ts'
import {
  listBallots,
  listInterests,
  listItems,
  listMembers,
  type SessionItem,
  type SessionMember,
  standingOf,
  takeSession,
} from './session.store.ts'
import { keepEvent } from './session-event.ts'
import { choiceWords, itemStateWords, recusalWords } from './session-words.ts'

const writes = ['talent.sessions', 'talent.session_items', 'talent.session_notes']
const reads = ['talent.session_members', 'talent.session_interests', 'talent.session_ballots', 'talent.moves']

/** The session, its item and who may lead it now; the session stays taken to the end of the transaction. */
const leading = async (db: Db, actor: Actor, sessionId: string, itemId: string | null) => {
  const session = await takeSession(db, sessionId)
  if (session.state === 'closed') throw errors.session.closed()
  const members = await listMembers(db, session.id)
  const interests = await listInterests(db, session.id)
  const items = await listItems(db, session.id)
  const item = itemId ? (items.find(i => i.id === itemId) ?? null) : null
  if (itemId && !item) throw errors.session.itemNotFound()
  const standing = standingOf(session, members, interests, item)
  const me = members.find(m => m.employee_id === actor.employeeId)
  if (!me) throw errors.session.notMember()
  if (me.declared_at === null) throw errors.session.notDeclared()
  if (me.state !== 'present' || !standing.rules.leads.includes(me.seat) || standing.recused.has(me.employee_id))
    throw errors.session.notLead()
  return { session, members, interests, items, item, ...standing }
}

const requireQuorum = (quorum: { isMet: boolean; entitled: string[]; needed: number }) => {
  if (!quorum.isMet) throw errors.session.noQuorum(quorum.entitled.length, quorum.needed)
}

/** Opens the session when enough members are there and have declared their interests. */
export const openSession = useCase({
  name: 'open-session',
  room: 'talent',
  permission: { committee: 'agency' },
  reads,
  writes,
  input: z.object({ sessionId: field.id('Sidang') }),
  async run({ input, db, actor, note, announce }) {
    const { session, quorum, items } = await leading(db, actor, input.sessionId, null)
    if (session.state !== 'planned') throw errors.session.itemState('sidang sudah dibuka')
    requireQuorum(quorum)
    await db.run(sql`update talent.sessions set state = 'open', opened_at = now() where id = ${session.id}`)
    const opening = items.find(i => i.kind === 'opening')
    if (opening)
      await db.run(
        sql`update talent.session_items set state = 'decided', began_at = now(), decided_at = now(), decision = 'approve', quorum = ${JSON.stringify(quorum)}::jsonb where id = ${opening.id}`,
      )
    await keepEvent(
      db,
      session.id,
      opening?.id ?? null,
      `Sidang dibuka. ${quorum.entitled.length} dari ${quorum.seats} anggota hadir; kuorum ${quorum.needed} terpenuhi.`,
    )
    note({
      subjectKind: 'talent.session',
      subjectId: session.id,
      detail: { present: quorum.present, needed: quorum.needed },
    })
    announce({ type: 'SessionOpened', payload: { sessionId: session.id } })
  },
})

/** Takes up an item: whoever has an interest stays out, and the blind vote begins when those left are enough. */
export const openItem = useCase({
  name: 'open-item',
  room: 'talent',
  permission: { committee: 'agency' },
  reads,
  writes,
  input: z.object({ sessionId: field.id('Sidang'), itemId: field.id('Butir') }),
  async run({ input, db, actor, note }) {
    const { session, members, items, item, quorum, recused } = await leading(db, actor, input.sessionId, input.itemId)
    if (session.state !== 'open') throw errors.session.notOpen()
    if (item?.state !== 'waiting') throw errors.session.itemState(itemStateWords[item?.state ?? 'decided'])
    const other = items.find(i => i.state === 'voting' || i.state === 'opened')
    if (other) throw errors.session.otherItemOpen(other.title)
    requireQuorum(quorum)
    await db.run(sql`update talent.session_items set state = 'voting', began_at = now() where id = ${item.id}`)
    const out = members.filter(m => recused.has(m.employee_id))
    await keepEvent(
      db,
      session.id,
      item.id,
      `Butir ${item.ordinal} dibuka.${out.map(m => ` ${m.name} menarik diri: ${recusalWords[recused.get(m.employee_id)!]}.`).join('')}`,
    )
    note({ subjectKind: 'talent.session-item', subjectId: item.id, detail: { entitled: quorum.entitled.length } })
  },
})

/** Opens all votes of an item together, once everybody entitled has voted. Called by the last vote, or by whoever leads. */
export const revealVotes = useCase({
  name: 'reveal-votes',
  room: 'talent',
  permission: { committee: 'agency' },
  calledBy: ['cast-vote'],
  reads: [
    ...reads,
    'talent.session_votes',
    'workforce.employees',
    'workforce.units',
    'workforce.positions',
    'talent.committees',
    'talent.cycles',
  ],
  writes,
  input: z.object({ sessionId: field.id('Sidang'), itemId: field.id('Butir') }),
  async run({ input, db, note, announce }) {
    const session = await takeSession(db, input.sessionId)
    const members = await listMembers(db, session.id)
    if (!members.some(m => m.employee_id === db.actor.employeeId)) throw errors.session.notMember()
    const item = (await listItems(db, session.id)).find(i => i.id === input.itemId)
    if (item?.state !== 'voting') throw errors.session.itemState(itemStateWords[item?.state ?? 'decided'])
    const { quorum } = standingOf(session, members, await listInterests(db, session.id), item)
    const cast = await listBallots(db, item.id, item.round)
    if (!isComplete(quorum.entitled, cast))
      throw errors.session.votesMissing(quorum.entitled.filter(id => !cast.has(id)).length)
    requireQuorum(quorum)
    const votes = await db.rows<{ employee_id: string; choice: 'approve' | 'keep' | 'postpone'; reason_code: string }>(
      sql`select employee_id, choice, reason_code from talent.session_votes where item_id = ${item.id} and round = ${item.round}`,
    )
    const counted = quorum.entitled.flatMap(id => {
      const vote = votes.find(v => v.employee_id === id)
      const name = members.find(m => m.employee_id === id)?.name ?? ''
      return vote ? [{ employeeId: id, name, choice: vote.choice, reasonCode: vote.reason_code }] : []
    })
    await db.run(
      sql`update talent.session_items set state = 'opened', outcome = outcome || ${JSON.stringify([{ round: item.round, votes: counted }])}::jsonb, quorum = ${JSON.stringify(quorum)}::jsonb where id = ${item.id}`,
    )
    const tally = tallyOf(counted)
    const words = choiceWords(item.kind, { from: item.from_box, to: item.to_box })
    await keepEvent(
      db,
      session.id,
      item.id,
      `Suara butir ${item.ordinal} dibuka serentak: ${words.approve} ${tally.approve}; ${words.keep} ${tally.keep}; ${words.postpone} ${tally.postpone}.`,
    )
    note({ subjectKind: 'talent.session-item', subjectId: item.id, detail: { tally, round: item.round } })
    announce({ type: 'VotesOpened', payload: { sessionId: session.id, itemId: item.id } })
  },
})

/** After the talk about opened votes, a further blind round; the earlier one stays in the record. */
export const voteAgain = useCase({
  name: 'vote-again',
  room: 'talent',
  permission: { committee: 'agency' },
  reads,
  writes,
  input: z.object({ sessionId: field.id('Sidang'), itemId: field.id('Butir'), reason: field.reason() }),
  async run({ input, db, actor, note }) {
    const { session, item, quorum, rules } = await leading(db, actor, input.sessionId, input.itemId)
    if (item?.state !== 'opened') throw errors.session.itemState(itemStateWords[item?.state ?? 'decided'])
    if (item.round >= rules.maxRounds) throw errors.session.noMoreRounds()
    requireQuorum(quorum)
    await db.run(sql`update talent.session_items set state = 'voting', round = round + 1 where id = ${item.id}`)
    await keepEvent(
      db,
      session.id,
      item.id,
      `Putaran suara ${item.round + 1} untuk butir ${item.ordinal}: ${input.reason}`,
    )
    note({
      subjectKind: 'talent.session-item',
      subjectId: item.id,
      reason: input.reason,
      detail: { round: item.round + 1 },
    })
  },
})

/** Records what the opened votes decided, with its reason code; an accepted move changes the decided box, never the computed one. */
export const decideItem = useCase({
  name: 'decide-item',
  room: 'talent',
  permission: { committee: 'agency' },
  reads,
  writes: [...writes, 'talent.moves'],
  input: z.object({
    sessionId: field.id('Sidang'),
    itemId: field.id('Butir'),
    reasonCode: z.string({ error: 'Pilih kode alasan.' }).min(1, { error: 'Pilih kode alasan.' }),
    note: field.reason(),
  }),
  async run({ input, db, actor, note, announce }) {
    const { session, item, rules } = await leading(db, actor, input.sessionId, input.itemId)
    if (item?.state !== 'opened') throw errors.session.itemState(itemStateWords[item?.state ?? 'decided'])
    const last = item.outcome[item.outcome.length - 1]
    const { decision, tally } = outcomeOf(tallyOf(last.votes), rules)
    if (!reasonFits(input.reasonCode, decision, rules)) throw errors.session.reasonUnfit()
    await db.run(
      sql`update talent.session_items set state = 'decided', decided_at = now(), decision = ${decision}, reason_code = ${input.reasonCode}, note = ${input.note} where id = ${item.id}`,
    )
    if (item.kind === 'move' && item.move_id) await settleMove(db, item, decision)
    const words = choiceWords(item.kind, { from: item.from_box, to: item.to_box })
    await keepEvent(
      db,
      session.id,
      item.id,
      `Diputus: ${words[decision].toLowerCase()}, alasan ${input.reasonCode}. ${input.note}`,
    )
    note({
      subjectKind: 'talent.session-item',
      subjectId: item.id,
      employeeId: item.employee_id,
      reason: `${input.reasonCode}: ${input.note}`,
      detail: { decision, tally },
    })
    if (item.move_id)
      announce({
        type: 'MoveDecided',
        payload: {
          moveId: item.move_id,
          cycleId: session.cycle_id,
          decision: decision === 'approve' ? 'decided' : decision,
        },
      })
    return { decision }
  },
})

const settleMove = async (db: Db, item: SessionItem, decision: 'approve' | 'keep' | 'postpone') => {
  if (decision === 'postpone') return
  const touched = await db.run(
    sql`update talent.moves set state = ${decision === 'approve' ? 'decided' : 'declined'}, session_item_id = ${item.id} where id = ${item.move_id} and state = 'proposed'`,
  )
  if (touched === 0) throw errors.session.moveNotOpen()
}

/** Is this member one who may lead, here and now? For the page. */
export const mayLead = (
  me: SessionMember | undefined,
  recused: ReadonlyMap<string, string>,
  leads: readonly string[],
): boolean =>
  me?.state === 'present' && me.declared_at !== null && leads.includes(me.seat) && !recused.has(me.employee_id)
