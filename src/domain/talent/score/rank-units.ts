import type { RuleReference } from '#core/figure/figure.ts'
import { isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { NineBoxRules } from '../nine-box/nine-box.model.ts'
import { inputsOfPage } from './page-inputs.ts'
import { cutsByUnit, rankedAxes, rulesWithCuts, type ScoresByUnit } from './ranking.model.ts'
import { talentScore } from './score.model.ts'
import { type CycleScope, peopleInScope } from './score.store.ts'
import type { AxisKey, ScoreRules } from './score-rules.model.ts'

const pageSize = 2000

/**
 * The rules as they hold for each unit of a cycle. A rule set that ranks is read in a first round over everybody; the cut
 * points that follow are kept in `talent.unit_cuts`, which the use case names among its `writes`.
 */
export const rankUnits = async (
  db: Db,
  cycle: { id: string; as_of: Day; scope: CycleScope },
  holding: { rules: ScoreRules; ruleSet: RuleReference; boxes: NineBoxRules },
): Promise<(unitId: string) => ScoreRules> => {
  const { rules, ruleSet, boxes } = holding
  const ranked = rankedAxes(rules)
  await db.run(sql`delete from talent.unit_cuts where cycle_id = ${cycle.id}`)
  if (ranked.length === 0) return () => rules
  const units = new Set<string>()
  const scores: Record<AxisKey, ScoresByUnit> = { x: new Map(), y: new Map() }
  for await (const page of peopleInScope(db, cycle.scope, pageSize)) {
    const inputs = await inputsOfPage(db, page, cycle)
    for (const person of page) {
      units.add(person.unit_id)
      const score = talentScore(inputs.of(person.id, rules), { rules, ruleSet, boxes, asOf: cycle.as_of, key: null })
      for (const key of ranked) {
        const { value } = score.axes[key]
        if (!isKnown(value)) continue
        const own = scores[key].get(person.unit_id)
        if (own) own.push(value.value)
        else scores[key].set(person.unit_id, [value.value])
      }
    }
  }
  const cuts = new Map(
    ranked.flatMap(key => {
      const { ranking, cuts: fixed } = rules.axes[key]
      return ranking ? [[key, cutsByUnit(scores[key], ranking, fixed)] as const] : []
    }),
  )
  await db.insert(
    'talent.unit_cuts',
    [...units].flatMap(unitId =>
      [...cuts].map(([axis, by]) => {
        const own = by.of(unitId)
        return {
          agency_id: db.actor.agencyId,
          cycle_id: cycle.id,
          unit_id: unitId,
          axis,
          reach: own.reach,
          people: own.people,
          cuts: own.cuts,
        }
      }),
    ),
  )
  const held = new Map<string, ScoreRules>()
  return unitId => {
    const known =
      held.get(unitId) ??
      rulesWithCuts(rules, Object.fromEntries([...cuts].map(([axis, by]) => [axis, by.of(unitId).cuts])))
    held.set(unitId, known)
    return known
  }
}
