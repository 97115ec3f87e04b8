import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { holdingFor, versionFor } from '#platform/rules/agency-rules.ts'
import { errors } from '../errors.ts'
import { nineBoxRules } from '../nine-box/nine-box.rules.ts'
import { scoreRules } from '../score/score.rules.ts'
import type { CycleScope } from '../score/score.store.ts'
import type { Stage } from './cycle-words.ts'

export { isFrozen, type Stage, stages, stageWords } from './cycle-words.ts'

export type Cycle = {
  id: string
  name: string
  year: number
  state: Stage
  rule_code: string
  rule_version: string
  as_of: Day
  scope: CycleScope
  objection_until: Day | null
  placed_at: string | null
}

export const findCycle = (db: Db, id: string): Promise<Cycle | null> =>
  db.find<Cycle>(
    sql`select id, name, year, state, rule_code, rule_version, as_of, scope, objection_until, placed_at::text from talent.cycles where id = ${id}`,
  )
export const listCycles = (db: Db): Promise<Cycle[]> =>
  db.rows<Cycle>(
    sql`select id, name, year, state, rule_code, rule_version, as_of, scope, objection_until, placed_at::text from talent.cycles order by as_of desc, name`,
  )
/** The newest cycle that has a map. */
export const findCurrentCycle = (db: Db): Promise<Cycle | null> =>
  db.find<Cycle>(
    sql`select id, name, year, state, rule_code, rule_version, as_of, scope, objection_until, placed_at::text from talent.cycles where placed_at is not null order by as_of desc, name limit 1`,
  )

/** What a new calculation on a day is made by: the agency's own version of the code before the shipped one. */
export const rulesHolding = async (db: Db, code: string, asOf: Day) => {
  if (!scoreRules.codes().includes(code)) throw errors.cycle.ruleUnknown(code)
  const score = await holdingFor(db, scoreRules, asOf, code)
  return { rules: score.body, ruleSet: score.reference, boxes: (await holdingFor(db, nineBoxRules, asOf)).body }
}

/** The very rules a cycle's results were made by. */
export const rulesOfCycle = async (db: Db, cycle: Pick<Cycle, 'rule_code' | 'rule_version' | 'as_of'>) => {
  if (!scoreRules.codes().includes(cycle.rule_code)) throw errors.cycle.ruleUnknown(cycle.rule_code)
  const score = await versionFor(db, scoreRules, cycle.rule_code, cycle.rule_version, cycle.as_of)
  return { rules: score.body, ruleSet: score.reference, boxes: (await holdingFor(db, nineBoxRules, cycle.as_of)).body }
}
