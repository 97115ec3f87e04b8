import { type Db, sql } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { type Cycle, cutsOfCycle, rulesOfCycle } from '../cycle/cycle.ts'
import type { PersonScore } from '../score/person-score.store.ts'
import { rankedAxes, rulesWithCuts } from '../score/ranking.model.ts'
import { boxChance, type Chance, chanceOf, robustnessOf } from './box-sureness.model.ts'
import { surenessRules } from './box-sureness.rules.ts'

/** Measurement errors and reasonable weights as they hold on the day of the cycle. */
export const surenessRulesOf = (db: Db, cycle: Pick<Cycle, 'as_of'>) => holdingFor(db, surenessRules, cycle.as_of)

/** The rules of a cycle as they hold for each unit, asked once. */
export const rulesByUnit = async (db: Db, cycle: Cycle) => {
  const found = await rulesOfCycle(db, cycle)
  const ranked = rankedAxes(found.rules)
  const cuts = ranked.length > 0 ? await cutsOfCycle(db, cycle.id) : new Map<string, number[]>()
  return {
    ...found,
    of: (unitId: string) =>
      ranked.length === 0
        ? found.rules
        : rulesWithCuts(
            found.rules,
            Object.fromEntries(
              ranked.flatMap(axis => {
                const own = cuts.get(`${unitId} ${axis}`)
                return own ? [[axis, own]] : []
              }),
            ),
          ),
  }
}

/** People of a cycle whose box is less likely right than the rule set asks, by the same function as one person's page. */
export const listUnsure = async (db: Db, cycle: Cycle): Promise<string[]> => {
  const errors = (await surenessRulesOf(db, cycle)).body
  const { of, boxes } = await rulesByUnit(db, cycle)
  const rows = await db.rows<{ employee_id: string; unit_id: string; x: number; y: number }>(
    sql`select employee_id, unit_id, x, y from talent.scores where cycle_id = ${cycle.id} and placement = 'placed' order by employee_id`,
  )
  return rows.filter(r => boxChance(r, of(r.unit_id), boxes, errors).nearCut).map(r => r.employee_id)
}

/** How sure one person's box is: by measurement error, and by other reasonable weights. */
export const surenessOf = async (
  db: Db,
  score: PersonScore,
): Promise<{ chance: Chance | null; robust: Awaited<ReturnType<typeof robustnessOf>> }> => {
  if (score.placement !== 'placed') return { chance: null, robust: null }
  const { body, reference } = await surenessRulesOf(db, score.cycle)
  const { rules, boxes } = await rulesOfCycle(db, score.cycle, score.unitId)
  const context = {
    asOf: score.cycle.as_of,
    ruleSet: reference,
    ref: (what: string) => `talent.sure:${score.cycle.id}:${score.employeeId}:${what}`,
  }
  return {
    chance: chanceOf(score, rules, boxes, body, context),
    robust: robustnessOf(score, rules, body, context),
  }
}
