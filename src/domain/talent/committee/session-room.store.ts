import { isKnown } from '#core/figure/figure.ts'
import { type Day, wholeMonthsBetween } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { findCycle, rulesOfCycle } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { findPersonScore } from '../score/person-score.store.ts'
import { reachable } from '../score/ranking.model.ts'
import { findNewestResult, rulesOn } from '../values/values.store.ts'
import { distributionOf } from './distribution.store.ts'
import { mayLead } from './lead-session.ts'
import { outcomeOf, tallyOf } from './session.model.ts'
import {
  findSession,
  listBallots,
  listDissents,
  listInterests,
  listItems,
  listMembers,
  listNotes,
  rulesOfSession,
  type SessionItem,
  standingOf,
} from './session.store.ts'
import { candidateName, choiceWords, initialsOf, recusalWords } from './session-words.ts'

/** Is the person behind the number hidden? Until the votes about her are opened. */
const isMasked = (item: SessionItem): boolean => item.state === 'waiting' || item.state === 'voting'

/** A candidate goes by the number drawn for the session; an item about nobody by its title. */
const calledOf = (item: SessionItem): string =>
  item.candidate_number === null ? item.title : candidateName(item.candidate_number)

/** The card of the person: scores, evidence and proposal; name and unit only once votes are opened. Never photograph, sex, age, religion. */
const cardOf = async (db: Db, cycleId: string, item: SessionItem, on: Day) => {
  if (!item.employee_id) return null
  const cycle = await findCycle(db, cycleId)
  const score = await findPersonScore(db, cycleId, item.employee_id)
  if (!cycle || !score) return null
  const { rules } = await rulesOfCycle(db, cycle, score.unitId)
  const person = await db.find<{ unit_kind: string | null; position_since: Day | null }>(
    sql`select u.kind as unit_kind, p.position_since from workforce.v_people p join workforce.v_units u on u.agency_id = p.agency_id and u.id = p.unit_id where p.id = ${item.employee_id}`,
  )
  const values = await findNewestResult(db, item.employee_id, on)
  const months = person?.position_since ? wholeMonthsBetween(person.position_since, on) : null
  const masked = isMasked(item)
  const known = (f: { state: string; value: unknown }) => (f.state === 'known' ? Number(f.value) : null)
  return {
    number: calledOf(item),
    box: score.decidedBox ?? score.box,
    computedBox: score.box,
    tier: score.tier,
    unitKind: person?.unit_kind ?? null,
    tenure:
      months === null
        ? null
        : `${Math.floor(months / 12)} tahun${months % 12 ? ` ${months % 12} bulan` : ''} dalam jabatan`,
    x: { value: known(score.x), bounds: score.x.bounds ?? null, cuts: reachable(rules.axes.x.cuts) },
    y: { value: known(score.y), bounds: score.y.bounds ?? null, cuts: reachable(rules.axes.y.cuts) },
    parts: [
      ...score.y.parts.map(p => ({ axis: rules.axes.y.label, figure: p })),
      ...score.x.parts.map(p => ({ axis: rules.axes.x.label, figure: p })),
    ].map(({ axis, figure }) => ({
      axis,
      label: figure.label,
      value: isKnown(figure) ? Number(figure.value) : null,
      state: figure.state,
    })),
    // In a word and outside the box: a number could tell who it is.
    values: values?.mean_step ? rulesOn(on).body.steps[Math.round(values.mean_step) - 1] : null,
    proposal: { reason: item.proposal_reason, note: item.proposal_note, by: item.proposed_by },
    person: masked
      ? null
      : {
          name: score.name,
          position: score.positionName,
          unit: score.unitName,
          why: `/talenta/peta/${item.employee_id}/mengapa?siklus=${cycleId}`,
        },
  }
}

/** Everything one member may see of a session now. Names behind numbers never leave the server before votes are opened. */
export const readRoom = async (db: Db, sessionId: string, wanted: string | null) => {
  const session = await findSession(db, sessionId)
  if (!session) throw errors.session.notFound()
  const cycle = await findCycle(db, session.cycle_id)
  if (!cycle) throw errors.cycle.notFound()
  const members = await listMembers(db, sessionId)
  const items = await listItems(db, sessionId)
  const interests = await listInterests(db, sessionId)
  const notes = await listNotes(db, sessionId)
  const dissents = await listDissents(db, sessionId)
  const { body: rules } = rulesOfSession(session)
  const { boxes: boxRules } = await rulesOfCycle(db, cycle)
  const running = items.find(i => i.state === 'voting' || i.state === 'opened')
  const current =
    items.find(i => i.id === wanted) ?? running ?? items.find(i => i.state === 'waiting') ?? items[items.length - 1]
  const { quorum, recused } = standingOf(session, members, interests, current)
  const me = members.find(m => m.employee_id === db.actor.employeeId)
  const ballots = await listBallots(db, current.id, current.round)
  const words = choiceWords(current.kind, { from: current.from_box, to: current.to_box })
  const opened = current.outcome.at(-1)?.round === current.round && !isMasked(current) ? current.outcome.at(-1) : null
  const outcome = opened ? outcomeOf(tallyOf(opened.votes), rules) : null
  const reasonWord = (code: string | null) => {
    const reason = rules.reasons.find(r => r.code === code)
    return reason ? `${reason.code} ${reason.label}` : (code ?? '')
  }
  // By group only while no vote runs: a difference of one would tell who the candidate is.
  const distribution = await distributionOf(db, session.cycle_id, sessionId, boxRules.pool, session.held_on)
  const change = (box: number) =>
    current.kind === 'move' && current.state !== 'decided'
      ? (box === current.to_box ? 1 : 0) - (box === current.from_box ? 1 : 0)
      : 0
  const lastDecided = [...items]
    .filter(i => i.state === 'decided' && i.kind !== 'opening')
    .sort((a, b) => ((a.decided_at ?? '') < (b.decided_at ?? '') ? 1 : -1))[0]
  const decidedView = (item: SessionItem) => ({
    ordinal: item.ordinal,
    title: item.kind === 'move' ? `${calledOf(item)}, ${item.person_name ?? ''}` : item.title,
    words: choiceWords(item.kind, { from: item.from_box, to: item.to_box })[item.decision ?? 'postpone'],
    reason: reasonWord(item.reason_code),
    note: item.note,
    tally: item.outcome.at(-1) ? tallyOf(item.outcome.at(-1)!.votes) : null,
    dissents: dissents.filter(d => d.item_id === item.id),
    at: item.decided_at,
  })
  return {
    session: {
      id: session.id,
      name: session.name,
      state: session.state,
      heldOn: session.held_on,
      committee: session.committee_name,
      decree: session.decree,
      cycleId: session.cycle_id,
      cycleName: session.cycle_name,
      revision: session.revision,
      rule: `${session.rule_code} versi ${session.rule_version}`,
    },
    me: me
      ? {
          employeeId: me.employee_id,
          seat: me.seat,
          state: me.state,
          hasDeclared: me.declared_at !== null,
          recused: recused.has(me.employee_id) ? recusalWords[recused.get(me.employee_id)!] : null,
          hasVoted: ballots.has(me.employee_id),
          leads: session.state !== 'closed' && mayLead(me, recused, rules.leads),
          isLeadSeat: rules.leads.includes(me.seat) && me.state === 'present' && me.declared_at !== null,
          hasSigned: me.signed_at !== null,
          votedOtherwise:
            outcome !== null &&
            opened?.votes.some(
              v => v.employeeId === me.employee_id && v.choice !== (current.decision ?? outcome.decision),
            ) === true,
        }
      : null,
    items: items.map(i => ({
      id: i.id,
      ordinal: i.ordinal,
      title: i.title,
      state: i.state,
      at: i.decided_at ?? i.began_at,
      chip:
        i.kind === 'opening' && i.state === 'decided'
          ? 'sah'
          : i.state === 'decided'
            ? {
                approve: i.kind === 'move' ? `kotak ${i.to_box}` : 'setuju',
                keep: i.kind === 'move' ? `tetap ${i.from_box}` : 'tidak',
                postpone: 'tunda',
              }[i.decision ?? 'postpone']
            : i.id === running?.id
              ? 'kini'
              : null,
    })),
    current: {
      id: current.id,
      ordinal: current.ordinal,
      kind: current.kind,
      title: current.title,
      called: calledOf(current),
      state: current.state,
      round: current.round,
      maxRounds: rules.maxRounds,
      from: current.from_box,
      to: current.to_box,
      words,
      outcome,
      canRunNow: !running || running.id === current.id,
    },
    isRunning: running !== undefined,
    undecided: items.filter(i => i.state !== 'decided').length,
    card: current.kind === 'move' ? await cardOf(db, session.cycle_id, current, session.held_on) : null,
    quorum,
    members: members.map(m => ({
      employeeId: m.employee_id,
      name: m.name,
      initials: initialsOf(m.name),
      seat: m.seat,
      state: m.state,
      absence: m.absence_reason,
      hasDeclared: m.declared_at !== null,
      recused: recused.has(m.employee_id) ? recusalWords[recused.get(m.employee_id)!] : null,
      hasVoted: ballots.has(m.employee_id),
      opened: opened
        ? (() => {
            const vote = opened.votes.find(v => v.employeeId === m.employee_id)
            return vote ? `${words[vote.choice]}, ${vote.reasonCode}` : null
          })()
        : null,
    })),
    boxes: distribution.boxes.map(b => ({
      ...b,
      expected: b.after + change(b.box),
      isPool: boxRules.pool.includes(b.box),
    })),
    // Top row first, as the rule set numbers its boxes.
    order: [...boxRules.numbers].reverse().flat(),
    people: distribution.people,
    groups: running?.state === 'voting' ? [] : distribution.groups,
    notes: notes.filter(n => n.state !== 'refused'),
    lastDecided: lastDecided ? decidedView(lastDecided) : null,
    reasons: rules.reasons,
  }
}

export type Room = Awaited<ReturnType<typeof readRoom>>

/** What tells a browser that it is behind. */
export const revisionOf = (db: Db, sessionId: string): Promise<{ revision: number; state: string } | null> =>
  db.find(sql`select revision, state from talent.sessions where id = ${sessionId}`)
