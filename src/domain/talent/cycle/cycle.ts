import type { Figure } from '#core/figure/figure.ts'
import { record } from '#core/figure/mechanisms.ts'
import type { HoldingRule } from '#core/rule-set/rule-set.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { holdingFor, versionFor } from '#platform/rules/agency-rules.ts'
import { errors } from '../errors.ts'
import { nineBoxRules } from '../nine-box/nine-box.rules.ts'
import { rankedAxes, rulesWithCuts, type UnitCuts } from '../score/ranking.model.ts'
import { scoreRules } from '../score/score.rules.ts'
import type { CycleScope } from '../score/score.store.ts'
import type { AxisKey, ScoreRules } from '../score/score-rules.model.ts'
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

/** Box names and numbers come with the version when it brings its own, else from the rule of the nine boxes. */
const withBoxes = async (db: Db, score: HoldingRule<ScoreRules>, asOf: Day) => ({
  rules: score.body,
  ruleSet: score.reference,
  boxes: score.body.boxes ?? (await holdingFor(db, nineBoxRules, asOf)).body,
})

/** What a new calculation on a day is made by: the agency's own version of the code before the shipped one. */
export const rulesHolding = async (db: Db, code: string, asOf: Day) => {
  if (!scoreRules.codes().includes(code)) throw errors.cycle.ruleUnknown(code)
  return withBoxes(db, await holdingFor(db, scoreRules, asOf, code), asOf)
}

/** The very rules a cycle's results were made by; for a person with the cut points of the unit, where the version ranks. */
export const rulesOfCycle = async (
  db: Db,
  cycle: Pick<Cycle, 'id' | 'rule_code' | 'rule_version' | 'as_of'>,
  unitId: string | null = null,
) => {
  if (!scoreRules.codes().includes(cycle.rule_code)) throw errors.cycle.ruleUnknown(cycle.rule_code)
  const found = await withBoxes(
    db,
    await versionFor(db, scoreRules, cycle.rule_code, cycle.rule_version, cycle.as_of),
    cycle.as_of,
  )
  if (unitId === null || rankedAxes(found.rules).length === 0) return found
  const own = await cutsOfUnit(db, cycle.id, unitId)
  return {
    ...found,
    rules: rulesWithCuts(found.rules, Object.fromEntries(own.map(c => [c.axis, c.cuts]))),
  }
}

export type UnitCutsRow = { axis: AxisKey; reach: UnitCuts['reach']; people: number; cuts: number[] }

/** Cut points that ranking gave a unit of a cycle, per ranked axis. */
export const cutsOfUnit = (db: Db, cycleId: string, unitId: string): Promise<UnitCutsRow[]> =>
  db.rows<UnitCutsRow>(
    sql`select axis, reach, people, cuts from talent.unit_cuts where cycle_id = ${cycleId} and unit_id = ${unitId} order by axis`,
  )

/** Cut points of every unit of a cycle that ranks, by `UNIT AXIS`. */
export const cutsOfCycle = async (db: Db, cycleId: string): Promise<Map<string, number[]>> =>
  new Map(
    (
      await db.rows<{ key: string; cuts: number[] }>(
        sql`select unit_id || ' ' || axis as key, cuts from talent.unit_cuts where cycle_id = ${cycleId}`,
      )
    ).map(r => [r.key, r.cuts]),
  )

/** Among how many people a unit's people were ranked on an axis. */
export const rankedFigure = (cycle: Pick<Cycle, 'id' | 'as_of'>, unitId: string, row: UnitCutsRow): Figure<number> =>
  record<number>({
    ref: `talent.ranked:${cycle.id}:${unitId}:${row.axis}`,
    label: 'Orang yang diperingkat',
    unit: 'people',
    value: row.people,
    asOf: cycle.as_of,
    sources: [{ kind: 'talent.unit-cuts', id: `${cycle.id}~${unitId}~${row.axis}`, label: 'Ambang menurut peringkat' }],
  })
