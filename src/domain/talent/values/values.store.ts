import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { OpenedMark, ValueRating } from './values.model.ts'
import { valuesRules } from './values.rules.ts'
import type { raterStateWords, relationWords, reviewStateWords } from './values-words.ts'

export type Review = {
  id: string
  employee_id: string
  cycle_id: string | null
  year: number
  state: keyof typeof reviewStateWords
  due_on: Day
  asked_by_name: string
  asked_on: Day
  opened_on: Day | null
  cancel_reason: string | null
  strength: string | null
  practice: string | null
}

const columns = sql`v.id, v.employee_id, v.cycle_id, v.year, v.state, v.due_on, v.asked_by_name, v.asked_on, v.opened_on, v.cancel_reason, v.strength, v.practice`

export const findReview = (db: Db, id: string): Promise<Review | null> =>
  db.find<Review>(sql`select ${columns} from talent.value_reviews v where v.id::text = ${id}`)

export type ReviewFilter = { state?: string | null; isLate?: boolean; search?: string }

const where = (db: Db, f: ReviewFilter) => sql`(${f.state ?? null}::text is null or v.state = ${f.state ?? null})
  and (not ${f.isLate ?? false} or (v.state = 'gathering' and v.due_on < ${db.on}))
  and (${f.search ?? ''} = '' or lower(p.name || ' ' || p.nip) like '%' || lower(${f.search ?? ''}) || '%')`
const tables = sql`talent.value_reviews v join workforce.v_people p on p.agency_id = v.agency_id and p.id = v.employee_id`

export type ReviewRow = Review & { name: string; unit: string; position_name: string | null; owing: string[] }

/** A page of reviews; who still owes an answer is listed only for those who may read raters. */
export const listReviews = (db: Db, f: ReviewFilter & { limit: number; page: number }): Promise<ReviewRow[]> =>
  db.rows<ReviewRow>(sql`select ${columns}, p.name, p.unit_short_name as unit, p.position_name,
      coalesce((select jsonb_agg(r.rater_name order by r.rater_name) from talent.value_raters r where r.agency_id = v.agency_id and r.review_id = v.id and r.state = 'asked'), '[]') as owing
    from ${tables} where ${where(db, f)} order by (v.state = 'gathering') desc, v.due_on desc, p.name, v.id limit ${f.limit} offset ${(f.page - 1) * f.limit}`)

export const countReviews = async (db: Db, f: ReviewFilter): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from ${tables} where ${where(db, f)}`)).n

export type Rater = {
  rater_id: string
  rater_name: string
  about_id: string
  about_name: string
  relation: keyof typeof relationWords
  state: keyof typeof raterStateWords
  proposed_by_person: boolean
  due_on: Day
  decline_reason: string | null
  answered_on: Day | null
}

/** Raters of a review the reader may read: all for HR, oneself for a rater, none for the person. */
export const listRaters = (db: Db, reviewId: string): Promise<Rater[]> =>
  db.rows<Rater>(
    sql`select rater_id, rater_name, about_id, about_name, relation, state, proposed_by_person, due_on, decline_reason, answered_on from talent.value_raters where review_id::text = ${reviewId} order by relation desc, rater_name, rater_id`,
  )

export const listOwnRatings = (db: Db, reviewId: string): Promise<ValueRating[]> =>
  db.rows<ValueRating>(
    sql`select value_code as code, step, example, example_on as "exampleOn" from talent.value_ratings where review_id = ${reviewId} and rater_id = ${db.actor.employeeId}::uuid`,
  )

export type ValueResult = {
  review_id: string
  version: number
  employee_id: string
  ratings: OpenedMark[]
  raters: number
  mean_step: number | null
  is_shown: boolean
  reason: string | null
  opened_on: Day
}

const result = sql`select r.review_id, r.version, r.employee_id, r.ratings, r.raters, r.mean_step, r.is_shown, r.reason, r.opened_on from talent.value_results r`

/** Results of a review, the newest version first; what the reader may not read is not there. */
export const listResults = (db: Db, reviewId: string): Promise<ValueResult[]> =>
  db.rows<ValueResult>(sql`${result} where r.review_id::text = ${reviewId} order by r.version desc`)

/** The newest result of a person up to a day, for the committee's card and the page of the box. */
export const findNewestResult = (db: Db, employeeId: string, asOf: Day): Promise<ValueResult | null> =>
  db.find<ValueResult>(
    sql`${result} where r.employee_id = ${employeeId} and r.opened_on <= ${asOf} order by r.opened_on desc, r.version desc limit 1`,
  )

export const listOwnReviews = (db: Db): Promise<Review[]> =>
  db.rows<Review>(
    sql`select ${columns} from talent.value_reviews v where v.employee_id = ${db.actor.employeeId}::uuid order by v.year desc, v.asked_on desc limit 20`,
  )

export const sourceOf = (r: Pick<ValueResult, 'review_id' | 'version' | 'opened_on'>) => ({
  kind: 'talent.value-result',
  id: `${r.review_id}~${r.version}`,
  label: `Penilaian nilai BerAKHLAK, versi ${r.version}`,
  on: r.opened_on,
})

export const refOf = (reviewId: string) => (what: string) => `talent.values:${reviewId}:${what}`

export const rulesOn = (day: Day) => valuesRules.on(day)
