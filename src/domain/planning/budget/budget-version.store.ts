import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { errors } from '../errors.ts'

export type FrozenLine = {
  id: string
  activity: string
  unit: string | null
  source: string
  amount: number
  mode: string
}
export type BudgetVersion = {
  id: string
  year: number
  version: number
  state: 'frozen' | 'approved' | 'returned' | 'reopened'
  lines: FrozenLine[]
  content_hash: string
  frozen_by_name: string
  frozen_by: string | null
  frozen_on: Day
  decided_by_name: string | null
  decided_on: Day | null
  decided_reason: string | null
  reopened_by_name: string | null
  reopened_on: Day | null
  reopened_reason: string | null
}
const columns = sql`id, year, version, state, lines, content_hash, frozen_by_name, frozen_by, frozen_on, decided_by_name, decided_on, decided_reason, reopened_by_name, reopened_on, reopened_reason`

/** Versions of a year's budget, the newest first. */
export const listBudgetVersions = (db: Db, year: number): Promise<BudgetVersion[]> =>
  db.rows(sql`select ${columns} from planning.budget_versions where year = ${year} order by version desc`)

/** The version that holds the year's ceilings still; null while they may be changed. */
export const findHoldingVersion = (db: Db, year: number): Promise<BudgetVersion | null> =>
  db.find(
    sql`select ${columns} from planning.budget_versions where year = ${year} and state in ('frozen', 'approved') order by version desc limit 1`,
  )

/** Ceilings of a frozen year do not change; what is committed and spent is still reported. */
export const mustBeChangeable = async (db: Db, year: number): Promise<void> => {
  const holding = await findHoldingVersion(db, year)
  if (holding) throw errors.budget.frozen(year, holding.state === 'approved')
}
