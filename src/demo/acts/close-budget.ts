import { freezeBudget, reopenBudget } from '#domain/planning/budget/freeze-budget.ts'
import { keepForecasts } from '#domain/planning/budget/kept-forecast.ts'
import { registerBudgetLines } from '#domain/planning/budget/register-budget-lines.ts'
import { sql } from '#platform/database/database.ts'
import { chanceOf } from '../world/chance.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'

/** What earlier years finished of their commitments, and the ceilings of 2027: frozen, opened once, frozen again for the regent. */
export const closeBudget = async (
  acts: Acts,
  cast: Cast,
  { seed }: { seed: number },
  step: (line: string) => void,
): Promise<void> => {
  const chance = chanceOf(seed)
  const now = await acts.rows<{ unit: string | null; activity: string; source: string; amount: number }>(
    sql`select u.name as unit, l.activity, l.source, l.amount from planning.v_budget_lines l left join workforce.v_units u on u.agency_id = l.agency_id and u.id = l.unit_id
      where l.year = 2026 and (u.short_name in ('BKPSDM', 'DPUPR', 'Disperkim', 'Bappeda') or l.unit_id is null) order by l.activity, u.name`,
  )
  const round = (rupiah: number) => Math.round(rupiah / 10_000) * 10_000
  const lines = [2024, 2025].flatMap(year =>
    now.map(l => {
      const amount = round(l.amount * (0.85 + 0.1 * chance.share()))
      const committed = round(amount * (0.85 + 0.12 * chance.share()))
      return {
        unitName: l.unit,
        activity: l.activity,
        source: l.source,
        year,
        amount,
        committed,
        realised: round(committed * (0.82 + 0.15 * chance.share())),
      }
    }),
  )
  // 2025 as it was reported on the way: each time the year's end was forecast and kept.
  for (const [on, share] of [
    ['2025-07-31', 0.3],
    ['2025-10-31', 0.65],
  ] as const) {
    await acts.as(cast.officer, 'hr_officer', on, registerBudgetLines, {
      lines: lines.map(l => (l.year === 2024 ? l : { ...l, realised: round(l.realised * share) })),
    })
    await acts.asSystem(on, keepForecasts, { year: 2025 })
  }
  await acts.as(cast.officer, 'hr_officer', '2026-01-12', registerBudgetLines, { lines })
  await acts.asSystem('2026-10-31', keepForecasts, { year: 2026 })
  await acts.as(cast.officer, 'hr_officer', '2026-11-20', freezeBudget, { year: 2027 })
  await acts.as(cast.officer, 'hr_officer', '2026-11-21', reopenBudget, {
    year: 2027,
    reason: 'Pagu coaching menunggu hasil pembahasan KUA PPAS.',
  })
  await acts.as(cast.officer, 'hr_officer', '2026-11-23', freezeBudget, { year: 2027 })
  step(`${lines.length} baris tahun 2024 dan 2025 dicatat; pagu 2027 dibekukan dan menunggu persetujuan.`)
}
