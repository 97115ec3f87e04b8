import type { Figure } from '#core/figure/figure.ts'
import { count } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { findWork } from '#platform/jobs/work.ts'
import { addedBy, distanceOf, type MoneyStep } from './more-money.model.ts'

export type MoneyAnswer = {
  id: string
  scenario_id: string
  work_id: string | null
  scenario: string
  line: string | null
  state: 'waiting' | 'ready' | 'failed'
  asked_by_name: string
  asked_on: Day
  instance_hash: string | null
  steps: MoneyStep[]
  message: string | null
}

const columns = sql`a.id, a.scenario_id, a.work_id, s.name as scenario, l.activity as line, a.state, a.asked_by_name, a.asked_on, a.instance_hash, a.steps, a.message`
const tables = sql`planning.money_answers a join planning.scenarios s on s.agency_id = a.agency_id and s.id = a.scenario_id
  left join planning.budget_lines l on l.agency_id = a.agency_id and l.id = a.line_id`

/** The newest answer for a year, and whether one is being computed. */
export const findMoneyAnswer = async (
  db: Db,
  year: number,
): Promise<{ ready: MoneyAnswer | null; newest: MoneyAnswer | null }> => {
  const rows = await db.rows<MoneyAnswer>(
    sql`select ${columns} from ${tables} where a.year = ${year} order by a.asked_on desc, a.state = 'waiting' desc, a.id limit 20`,
  )
  return { ready: rows.find(r => r.state === 'ready') ?? null, newest: rows[0] ?? null }
}

/** How far the work on an answer is, in words; null when nothing is being computed. */
export const findRunning = async (db: Db, answer: MoneyAnswer | null): Promise<string | null> => {
  if (answer?.state !== 'waiting') return null
  const work = answer.work_id ? await findWork(db, answer.work_id) : null
  return work && ['waiting', 'running'].includes(work.state) ? (work.message ?? 'Menunggu giliran.') : null
}

/** Solved scenarios of a year that may be asked about. */
export const listAskable = (db: Db, year: number): Promise<{ value: string; label: string }[]> =>
  db.rows(
    sql`select id as value, name as label from planning.scenarios where year = ${year} and state in ('solved', 'adopted') and solution->>'status' in ('optimal', 'feasible') order by state = 'adopted' desc, created_at desc limit 50`,
  )

export type BoughtStep = {
  amount: number
  people: Figure<number>
  levels: Figure<number>
  /** In percent; null: nothing proven. */
  distance: number | null
}

/** What each amount adds to the plan without more money, each count with its members. */
export const boughtSteps = (answer: MoneyAnswer, asOf: Day): BoughtStep[] => {
  const [base, ...more] = answer.steps
  return more.map((step, i) => {
    const added = addedBy(base, step)
    const counted = (what: 'people' | 'levels', label: string) =>
      count({
        ref: `planning.more-money:${answer.id}:${what}:${i}`,
        label,
        unit: what === 'people' ? 'people' : 'count',
        asOf,
        members: added[what],
        of: what === 'people' ? 'orang' : 'level',
        filter: `tambahan dana pada ${answer.line ?? 'baris skenario'}, ${answer.scenario}`,
      })
    return {
      amount: step.amount,
      people: counted('people', 'Orang yang bertambah'),
      levels: counted('levels', 'Level yang bertambah'),
      distance: distanceOf(step),
    }
  })
}

export const findMoneyFigure = async (db: Db, [id, what, step]: readonly string[]): Promise<Figure | null> => {
  const answer = await db.find<MoneyAnswer>(sql`select ${columns} from ${tables} where a.id = ${id}`)
  if (!answer || answer.steps.length === 0) return null
  const found = boughtSteps(answer, db.on)[Number(step)]
  return found ? (what === 'levels' ? found.levels : found.people) : null
}
