import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { CareerStep } from './career-plan.model.ts'

export const planStateWords = {
  written: 'Menunggu dibaca atasan',
  seen: 'Sudah dibaca atasan',
  replaced: 'Diganti',
  withdrawn: 'Ditarik',
} as const

export type CareerPlan = {
  id: string
  employee_id: string
  version: number
  state: keyof typeof planStateWords
  goal: string
  steps: CareerStep[]
  change_reason: string | null
  written_on: Day
  seen_by_name: string | null
  seen_on: Day | null
  seen_note: string | null
}

/** A person's career plan through its versions, the newest first. */
export const listPlans = (db: Db, employeeId: string): Promise<CareerPlan[]> =>
  db.rows<CareerPlan>(
    sql`select id, employee_id, version, state, goal, steps, change_reason, written_on, seen_by_name, seen_on, seen_note from talent.career_plans where employee_id = ${employeeId} order by version desc limit 50`,
  )
