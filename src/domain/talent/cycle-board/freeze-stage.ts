import { randomUUID } from 'node:crypto'
import { type Db, sql } from '#platform/database/database.ts'
import { type Cycle, rulesOfCycle, type Stage } from '../cycle/cycle.ts'

/**
 * Keeps what a stage begins with: results of everybody, the rules themselves, the code's version, and a fingerprint.
 * The use case names `talent.snapshots` and `talent.snapshot_results` among its `writes`. Returns the snapshot's id.
 */
export const freezeStage = async (
  db: Db,
  cycle: Cycle,
  stage: Stage,
  { reason, codeVersion }: { reason: string | null; codeVersion: string },
): Promise<string> => {
  const id = randomUUID()
  const { rules, boxes } = await rulesOfCycle(db, cycle)
  const unitCuts = await db.rows(
    sql`select unit_id, axis, reach, people, cuts from talent.unit_cuts where cycle_id = ${cycle.id} order by unit_id, axis`,
  )
  const last = await db.one<{ version: number }>(
    sql`select coalesce(max(version), 0)::int as version from talent.snapshots where cycle_id = ${cycle.id} and stage = ${stage}`,
  )
  const sums = await db.one<{
    people: number
    placed: number
    hash: string
  }>(sql`select count(*)::int as people, count(*) filter (where placement = 'placed')::int as placed,
      encode(sha256(convert_to(coalesce(string_agg(employee_id || ':' || coalesce(decided_box::text, '-') || ':' || input_hash, ',' order by employee_id), ''), 'UTF8')), 'hex') as hash
    from talent.v_scores where cycle_id = ${cycle.id}`)
  await db.insert('talent.snapshots', [
    {
      agency_id: db.actor.agencyId,
      id,
      cycle_id: cycle.id,
      stage,
      version: last.version + 1,
      reason,
      rule_code: cycle.rule_code,
      rule_version: cycle.rule_version,
      rule_body: { score: rules, boxes, unitCuts },
      code_version: codeVersion,
      as_of: cycle.as_of,
      people: sums.people,
      placed: sums.placed,
      results_hash: sums.hash,
      frozen_by_name: db.actor.name,
    },
  ])
  await db.run(sql`insert into talent.snapshot_results (agency_id, snapshot_id, employee_id, box, decided_box, x, y, placement, input_hash)
    select agency_id, ${id}::uuid, employee_id, box, decided_box, x, y, placement, input_hash from talent.v_scores where cycle_id = ${cycle.id}`)
  return id
}
