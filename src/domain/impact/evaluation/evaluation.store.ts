import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { Direction } from '../effect/effect.model.ts'
import type { Evaluation } from './evaluation.model.ts'

export type EvaluatedProgramme = {
  id: string
  name: string
  starts_on: Day
  ends_on: Day | null
  effect_from: Day | null
  full_effect_from: Day | null
}

/** Everything an evaluation rests on, gathered in one pass per kind. */
export const findEvaluatedProgramme = (db: Db, programmeId: string): Promise<EvaluatedProgramme | null> =>
  db.find(
    sql`select id, name, starts_on, ends_on, effect_from, full_effect_from from planning.v_programmes where id = ${programmeId}`,
  )

export const listEvaluatedPeople = (
  db: Db,
  programmeId: string,
): Promise<{ employee_id: string; left_on: Day | null }[]> =>
  db.rows(
    sql`select employee_id, left_on from planning.v_programme_people where programme_id = ${programmeId} and role = 'participant' and is_chosen order by employee_id`,
  )

export const listReactions = (
  db: Db,
  programmeId: string,
): Promise<
  { id: string; item: string; mean: number | null; answers: number; invited: number | null; scale_max: number }[]
> =>
  db.rows(
    sql`select id, item, mean, answers, invited, scale_max from delivery.v_reactions where programme_id = ${programmeId} order by item, id`,
  )

export const listResults = (
  db: Db,
  programmeId: string,
): Promise<
  { employee_id: string; state: string; score_before: number | null; score_after: number | null; ends_on: Day }[]
> =>
  db.rows(
    sql`select employee_id, state, score_before, score_after, ends_on from delivery.v_enrolments where programme_id = ${programmeId} and state <> 'withdrawn' order by employee_id, ends_on, id`,
  )

export type FollowUpRow = {
  behaviour_id: string
  employee_id: string
  day_number: number
  rater: string
  value: number | null
  verdict: 'ya' | 'belum' | 'tidakAdaKesempatan' | null
  agreed_on: Day | null
  answered_on: Day | null
}

export const listFollowUpAnswers = (db: Db, programmeId: string): Promise<FollowUpRow[]> =>
  db.rows(
    sql`select behaviour_id, employee_id, day_number, rater, value, verdict, agreed_on, answered_on from delivery.v_follow_ups where programme_id = ${programmeId} order by employee_id, behaviour_id, day_number, rater`,
  )

/** People who hold evidence of a competency from this programme's classes or follow-ups. */
export const listPeopleWithEvidence = (db: Db, programmeId: string): Promise<{ employee_id: string }[]> =>
  db.rows(sql`select distinct v.employee_id from competency.v_evidence v where v.source_id in (
      select e.id::text from delivery.v_enrolments e where e.programme_id = ${programmeId}
      union all select f.id::text from delivery.v_follow_ups f where f.programme_id = ${programmeId}) order by v.employee_id`)

export const listSpending = (
  db: Db,
  programmeId: string,
): Promise<{ title: string; rupiah: number | null; id: string }[]> =>
  db.rows(sql`select i.title, case when bool_or(i.cost is null) then null else sum(i.cost)::bigint end as rupiah, min(i.id::text) as id
    from planning.v_plan_items i join planning.v_plans p on p.agency_id = i.agency_id and p.id = i.plan_id
    where p.programme_id = ${programmeId} and p.state <> 'replaced' and i.state <> 'cancelled' group by i.title order by i.title`)

export const listIndicators = (
  db: Db,
  programmeId: string,
): Promise<
  {
    id: string
    code: string
    name: string
    unit_of_measure: string
    direction: Direction
    baseline: number | null
    target: number | null
    agreed_on: Day | null
    agreed_by: string | null
  }[]
> =>
  db.rows(sql`select i.id, i.code, i.name, i.unit_of_measure, i.direction, t.baseline, t.target, t.agreed_on, t.agreed_by
    from workforce.v_indicators i
    left join planning.v_programme_targets t on t.agency_id = i.agency_id and t.indicator_id = i.id and t.programme_id = ${programmeId}
    where t.indicator_id is not null or exists (select 1 from workforce.v_indicator_values v join planning.v_programme_units u on u.agency_id = v.agency_id and u.unit_id = v.unit_id
      where v.agency_id = i.agency_id and v.indicator_id = i.id and u.programme_id = ${programmeId} and u.side = 'programme')
    order by t.indicator_id is null, i.name`)

export const listIndicatorValues = (
  db: Db,
  programmeId: string,
): Promise<{ indicator_id: string; unit_id: string; month_on: Day; value: number }[]> =>
  db.rows(sql`select v.indicator_id, v.unit_id, v.month_on, v.value from workforce.v_indicator_values v
    join planning.v_programme_units u on u.agency_id = v.agency_id and u.unit_id = v.unit_id
    where u.programme_id = ${programmeId} and v.month_on <= ${db.on} order by v.indicator_id, v.unit_id, v.month_on`)

export const listComparedUnits = (
  db: Db,
  programmeId: string,
): Promise<{ unit_id: string; name: string; side: 'programme' | 'comparison' | 'excluded'; reason: string | null }[]> =>
  db.rows(
    sql`select p.unit_id, coalesce(u.short_name, u.name) as name, p.side, p.reason from planning.v_programme_units p join workforce.v_units u on u.agency_id = p.agency_id and u.id = p.unit_id where p.programme_id = ${programmeId} order by name, p.unit_id`,
  )

/** Other things that struck the compared units in the compared months. */
export const listEvents = (
  db: Db,
  programmeId: string,
): Promise<{ unit_id: string; description: string; starts_on: Day; ends_on: Day | null }[]> =>
  db.rows(sql`select e.unit_id, e.description, e.starts_on, e.ends_on from workforce.v_unit_events e
    join planning.v_programme_units u on u.agency_id = e.agency_id and u.unit_id = e.unit_id where u.programme_id = ${programmeId} order by e.starts_on, e.id`)

export type EvaluationRow = { id: string; as_of: Day; figures: Evaluation; verdicts: Record<string, string> }

/** The newest evaluation of a programme; null when none was made. */
export const findEvaluation = (db: Db, programmeId: string): Promise<EvaluationRow | null> =>
  db.find(
    sql`select id, as_of, figures, verdicts from impact.evaluations where programme_id = ${programmeId} order by as_of desc limit 1`,
  )

/** Earlier evaluations with what each concluded, newest first. */
export const listEvaluations = (
  db: Db,
  programmeId: string,
): Promise<{ as_of: Day; verdicts: Record<string, string> }[]> =>
  db.rows(
    sql`select as_of, verdicts from impact.evaluations where programme_id = ${programmeId} order by as_of desc limit 50`,
  )

export type ProgrammeLine = {
  id: string
  name: string
  starts_on: Day
  ends_on: Day | null
  targets: number
  as_of: Day | null
  verdicts: Record<string, string> | null
}

/** Every programme with what its newest evaluation concluded. */
export const listProgrammesToEvaluate = (db: Db): Promise<ProgrammeLine[]> =>
  db.rows(sql`select p.id, p.name, p.starts_on, p.ends_on, e.as_of, e.verdicts,
      (select count(*)::int from planning.v_programme_targets t where t.agency_id = p.agency_id and t.programme_id = p.id) as targets
    from planning.v_programmes p
    left join lateral (select as_of, verdicts from impact.evaluations e where e.agency_id = p.agency_id and e.programme_id = p.id order by as_of desc limit 1) e on true
    order by p.starts_on desc, p.name, p.id`)
