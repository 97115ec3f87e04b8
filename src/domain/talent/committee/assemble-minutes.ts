import { type Db, sql } from '#platform/database/database.ts'
import { findCycle, rulesOfCycle } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { distributionOf } from './distribution.store.ts'
import type { MinutesContent } from './minutes.model.ts'
import { tallyOf } from './session.model.ts'
import {
  listDissents,
  listInterests,
  listItems,
  listMembers,
  listNotes,
  rulesOfSession,
  type SessionHead,
  standingOf,
} from './session.store.ts'
import { candidateName, choiceWords, recusalWords } from './session-words.ts'

/** Everything the minutes say, out of what the session kept. */
export const assembleMinutes = async (db: Db, session: SessionHead, closedAt: string): Promise<MinutesContent> => {
  const [members, items, interests, notes, dissents] = [
    await listMembers(db, session.id),
    await listItems(db, session.id),
    await listInterests(db, session.id),
    await listNotes(db, session.id),
    await listDissents(db, session.id),
  ]
  const { name: agency } = await db.one<{ name: string }>(
    sql`select name from platform.v_agencies where agency_id = ${db.actor.agencyId}`,
  )
  const { body: rules, reference } = rulesOfSession(session)
  const cycle = await findCycle(db, session.cycle_id)
  if (!cycle) throw errors.cycle.notFound()
  const { boxes: boxRules } = await rulesOfCycle(db, cycle)
  const { boxes, groups } = await distributionOf(db, session.cycle_id, session.id, boxRules.pool, session.held_on)
  const reasonWords = (code: string | null) => {
    const reason = rules.reasons.find(r => r.code === code)
    return reason ? `${reason.code} ${reason.label}` : '–'
  }
  return {
    agency,
    session: session.name,
    committee: session.committee_name,
    decree: session.decree,
    decreedOn: session.decreed_on,
    cycle: session.cycle_name,
    heldOn: session.held_on,
    openedAt: session.opened_at,
    closedAt,
    rule: { code: reference.code, version: reference.version, legalBasis: reference.legalBasis ?? '' },
    attendance: members.map(m => ({
      name: m.name,
      seat: m.seat,
      state: m.state,
      reason: m.absence_reason,
      declaredAt: m.declared_at,
    })),
    recusals: items.flatMap(item =>
      item.kind === 'move'
        ? [...standingOf(session, members, interests, item).recused].flatMap(([id, why]) => {
            const member = members.find(m => m.employee_id === id)
            return member && member.state === 'present'
              ? [
                  {
                    member: member.name,
                    about: `Butir ${item.ordinal}, ${item.person_name ?? ''}`,
                    why: recusalWords[why],
                  },
                ]
              : []
          })
        : [],
    ),
    items: items.map(item => ({
      number: item.ordinal,
      kind: item.kind,
      title: item.title,
      person: item.person_name,
      candidate: item.candidate_number === null ? null : candidateName(item.candidate_number),
      from: item.from_box,
      to: item.to_box,
      decision: item.decision ?? 'postpone',
      words:
        item.kind === 'opening'
          ? 'Sidang sah dan dibuka'
          : choiceWords(item.kind, { from: item.from_box, to: item.to_box })[item.decision ?? 'postpone'],
      reason: item.kind === 'opening' ? 'Kuorum terpenuhi' : reasonWords(item.reason_code),
      note: item.note,
      rounds: item.outcome.map(round => tallyOf(round.votes)),
      quorum: {
        seats: item.quorum?.seats ?? members.length,
        needed: item.quorum?.needed ?? 0,
        present: item.quorum?.present ?? 0,
        entitled: item.quorum?.entitled.length ?? 0,
        recused: item.quorum?.recused.length ?? 0,
      },
      dissents: dissents.filter(d => d.item_id === item.id).map(d => ({ name: d.name, text: d.text })),
      decidedAt: item.decided_at,
    })),
    boxes,
    groups,
    notes: notes
      .filter(n => n.state === 'kept')
      .map(n => ({ at: n.said_at, text: n.text, by: n.author_name, kind: n.kind })),
  }
}
