import { askMoreMoney, priceMoreMoney } from '#domain/planning/budget/ask-more-money.ts'
import { composeScenario } from '#domain/planning/scenario/compose-scenario.ts'
import { solveScenario } from '#domain/planning/scenario/solve-scenario.ts'
import { varyScenario } from '#domain/planning/scenario/vary-scenario.ts'
import { systemActor } from '#platform/access/actor.ts'
import { sql } from '#platform/database/database.ts'
import { today } from '../world/people.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'

/** The coming year of the public works office chosen under its own budget line, and the same with so little that it must choose. */
export const chooseYear = async (acts: Acts, cast: Cast, step: (line: string) => void): Promise<void> => {
  const [unit] = await acts.rows<{ id: string; line: string }>(
    sql`select u.id, l.id as line from workforce.v_units u join planning.v_budget_lines l on l.agency_id = u.agency_id and l.unit_id = u.id
      where u.short_name = 'DPUPR' and l.year = 2027 order by l.id limit 1`,
  )
  if (!unit) throw new Error('The demo lacks the budget line of DPUPR for 2027.')
  const solve = ({ id, workId }: { id: string; workId: string }) =>
    solveScenario({
      database: acts.database,
      actor: systemActor(acts.agencyId, today),
      workId,
      input: { scenarioId: id },
      progress: async () => {},
      isStopping: () => false,
    })
  const asked = await acts.as(cast.officer, 'hr_officer', today, composeScenario, {
    name: 'Rencana DPUPR 2027',
    year: 2027,
    unitIds: [unit.id],
    lineId: unit.line,
    maxModules: 2,
    minimumShareWomen: 30,
  })
  await solve(asked)
  const tight = await acts.as(cast.officer, 'hr_officer', today, varyScenario, {
    scenarioId: asked.id,
    budgetChangePercent: -85,
  })
  await solve(tight)
  // What more money than the small budget would buy, for the paper that asks for it.
  const { id: answerId, workId } = await acts.as(cast.officer, 'hr_officer', today, askMoreMoney, {
    scenarioId: tight.id,
  })
  await priceMoreMoney({
    database: acts.database,
    actor: systemActor(acts.agencyId, today),
    workId,
    input: { answerId },
    progress: async () => {},
    isStopping: () => false,
  })
  const rows = await acts.rows<{ seats: number }>(
    sql`select jsonb_array_length(solution->'assignments') as seats from planning.v_scenarios order by (settings->'rules'->>'budgetChangePercent')::numeric`,
  )
  step(`Rencana DPUPR 2027 disusun menurut dua pagu: ${rows.map(r => `${r.seats} kursi`).join(', ')}.`)
}
