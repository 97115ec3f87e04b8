import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import type { Cycle, Stage } from '../cycle/cycle.ts'
import type { CheckState, CycleFacts, ResultRow } from './cycle-board.model.ts'
import { cycleRules } from './cycle-board.rules.ts'

export type Check = {
  code: string
  label: string
  owner: string
  state: CheckState | null
  evidence: string | null
  note: string | null
  checked_by_name: string | null
  checked_on: Day | null
}

/** The readiness list of the rule set with what somebody has found of each. */
export const listChecks = async (db: Db, cycle: Pick<Cycle, 'id' | 'as_of'>): Promise<Check[]> => {
  const { body } = await holdingFor(db, cycleRules, cycle.as_of)
  const known = new Map(
    (
      await db.rows<Omit<Check, 'label' | 'owner'>>(
        sql`select code, state, evidence, note, checked_by_name, checked_on from talent.cycle_checks where cycle_id = ${cycle.id}`,
      )
    ).map(c => [c.code, c]),
  )
  return body.checks.map(c => ({
    ...c,
    state: null,
    evidence: null,
    note: null,
    checked_by_name: null,
    checked_on: null,
    ...known.get(c.code),
  }))
}

/** Everything the state machine looks at, as it stands now. */
export const cycleFacts = async (db: Db, cycle: Cycle, on: Day): Promise<CycleFacts> => {
  const facts = await db.one<{ committee: boolean; moves: number; ratified: boolean; decree: boolean }>(sql`select
      exists (select from talent.committees where valid_until is null or valid_until >= ${on}) as committee,
      (select count(*)::int from talent.moves where cycle_id = ${cycle.id} and state = 'proposed') as moves,
      exists (select from talent.session_items i join talent.sessions s on s.agency_id = i.agency_id and s.id = i.session_id
        where s.cycle_id = ${cycle.id} and s.state = 'closed' and i.kind = 'map' and i.decision = 'approve') as ratified,
      exists (select from talent.cycle_evidence where cycle_id = ${cycle.id} and kind = 'ppk-decree') as decree`)
  return {
    on,
    isPlaced: cycle.placed_at !== null,
    checks: await listChecks(db, cycle),
    hasCommittee: facts.committee,
    openSessions: await db.rows(
      sql`select id, name from talent.sessions where cycle_id = ${cycle.id} and state <> 'closed' order by held_on`,
    ),
    proposedMoves: facts.moves,
    hasRatifiedMap: facts.ratified,
    objectionUntil: cycle.objection_until,
    openObjections: await db.rows(
      sql`select o.id, e.name, o.due_on as "dueOn" from talent.objections o join workforce.v_people e on e.agency_id = o.agency_id and e.id = o.employee_id where o.cycle_id = ${cycle.id} and o.state = 'submitted' order by o.due_on, o.id`,
    ),
    hasDecree: facts.decree,
  }
}

export type CycleStep = { stage: Stage; due_on: Day; owner_id: string; owner_name: string; task: string }

export const listSteps = (db: Db, cycleId: string): Promise<CycleStep[]> =>
  db.rows<CycleStep>(
    sql`select s.stage, s.due_on, s.owner_id, p.name as owner_name, s.task from talent.cycle_steps s join workforce.v_people p on p.agency_id = s.agency_id and p.id = s.owner_id where s.cycle_id = ${cycleId} order by s.due_on`,
  )

export type CycleEvidence = {
  id: string
  kind: string
  happened_on: Day
  reference: string
  score: number | null
  note: string | null
  recorded_by_name: string
}

export const listEvidence = (db: Db, cycleId: string): Promise<CycleEvidence[]> =>
  db.rows<CycleEvidence>(
    sql`select id, kind, happened_on, reference, score, note, recorded_by_name from talent.cycle_evidence where cycle_id = ${cycleId} order by happened_on, id`,
  )

export type Snapshot = {
  id: string
  stage: Stage
  version: number
  reason: string | null
  rule_code: string
  rule_version: string
  code_version: string
  people: number
  placed: number
  results_hash: string
  frozen_at: string
  frozen_by_name: string
}

export const listSnapshots = (db: Db, cycleId: string): Promise<Snapshot[]> =>
  db.rows<Snapshot>(
    sql`select id, stage, version, reason, rule_code, rule_version, code_version, people, placed, results_hash, frozen_at::text, frozen_by_name from talent.snapshots where cycle_id = ${cycleId} order by frozen_at, version`,
  )

/** The fingerprint of a snapshot's kept results, computed again: the same as when it was frozen, or somebody changed them. */
export const fingerprintNow = async (db: Db, snapshotId: string): Promise<string> =>
  (
    await db.one<{ hash: string }>(
      sql`select encode(sha256(convert_to(coalesce(string_agg(employee_id || ':' || coalesce(decided_box::text, '-') || ':' || input_hash, ',' order by employee_id), ''), 'UTF8')), 'hex') as hash from talent.snapshot_results where snapshot_id = ${snapshotId}`,
    )
  ).hash

export const resultsOf = (db: Db, snapshotId: string): Promise<ResultRow[]> =>
  db.rows<ResultRow>(
    sql`select employee_id as "employeeId", decided_box as box, x, y, placement from talent.snapshot_results where snapshot_id = ${snapshotId} order by employee_id`,
  )
