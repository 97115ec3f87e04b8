import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { recordEvidence } from '#domain/competency/evidence/record-evidence.ts'
import { recordCompletion } from '#domain/planning/plan/record-completion.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { type Context, field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

type FollowUp = {
  id: string
  behaviour_id: string
  employee_id: string
  day_number: number
  rater: string
  rater_id: string | null
  answered_on: Day | null
  competency_id: string | null
  to_level: number | null
  plan_item_id: string | null
  statement: string
  agreed_on: Day | null
  due_on: Day | null
  /** The first answer of this line; a correction keeps pointing to it. */
  replaces_id: string | null
}

const findFollowUp = (db: Db, id: string) =>
  db.find<FollowUp>(sql`select f.id, f.behaviour_id, f.employee_id, f.day_number, f.rater, f.rater_id, f.answered_on, f.due_on, f.replaces_id, b.competency_id, b.to_level, b.plan_item_id, b.statement, b.agreed_on
    from delivery.follow_ups f join delivery.behaviours b on b.agency_id = f.agency_id and b.id = f.behaviour_id where f.id = ${id} and not f.is_replaced`)

const answer = {
  followUpId: field.id('Pemeriksaan'),
  verdict: z.enum(['ya', 'belum', 'tidakAdaKesempatan'], { error: 'Pilih salah satu jawaban.' }),
  /** 1-4; how well, where it was seen. */
  value: field.whole('Nilai', 1, 4).nullish(),
  note: z.string().max(2000).nullish(),
}

/** Applied on the job, seen by the supervisor from day 60 on: evidence of the level the module builds. */
const evidenceFromDay = 60

const follow = async (context: Context<unknown>, f: FollowUp, verdict: string, reason: string | null) => {
  const { db, on, call } = context
  const other = await db.find<{ verdict: string | null }>(
    sql`select verdict from delivery.follow_ups where behaviour_id = ${f.behaviour_id} and employee_id = ${f.employee_id} and day_number = ${f.day_number} and rater <> ${f.rater} and verdict = 'ya' and not is_replaced limit 1`,
  )
  if (f.rater === 'supervisor' && verdict === 'ya' && f.competency_id && f.to_level && f.day_number >= evidenceFromDay)
    await call(recordEvidence, {
      employeeId: f.employee_id,
      sourceKind: 'delivery.follow-up',
      sourceId: f.replaces_id ?? f.id,
      reason,
      pieces: [
        {
          competencyId: f.competency_id,
          source: 'application',
          level: f.to_level,
          observedOn: on,
          isVerified: other !== null,
          raterId: context.actor.employeeId,
          note: f.statement,
        },
      ],
    })
  else if (f.rater === 'supervisor' && reason)
    // An answer corrected away from "ya" takes its evidence back.
    await call(recordEvidence, {
      pieces: [],
      employeeId: f.employee_id,
      sourceKind: 'delivery.follow-up',
      sourceId: f.replaces_id ?? f.id,
      reason,
    })
  if (f.rater === 'supervisor')
    context.announce({
      type: 'FollowUpAnswered',
      payload: {
        followUpId: f.id,
        employeeId: f.employee_id,
        competencyId: f.competency_id,
        toLevel: f.to_level,
        day: f.day_number,
        statement: f.statement,
        verdict,
      },
    })
  if (f.plan_item_id && f.rater === 'supervisor')
    await call(recordCompletion, { itemId: f.plan_item_id, checkedDay: f.day_number, doneOn: on })
  context.note({
    subjectKind: 'delivery.follow-up',
    subjectId: f.id,
    employeeId: f.employee_id,
    reason,
    detail: { day: f.day_number, rater: f.rater, verdict },
  })
}

/** A rater answers, blind to the others. */
export const answerFollowUp = useCase({
  name: 'answer-follow-up',
  room: 'delivery',
  permission: { supervisor: 'team', asn: 'own', hr_officer: 'agency' },
  writes: ['delivery.follow_ups'],
  reads: ['delivery.behaviours'],
  input: z.object(answer),
  async run(context) {
    const { input, db, actor, on } = context
    const f = await findFollowUp(db, input.followUpId)
    if (!f) throw errors.followUp.notFound()
    if (f.answered_on) throw errors.followUp.answered()
    const mine =
      f.rater === 'self'
        ? f.employee_id === actor.employeeId
        : f.rater === 'supervisor'
          ? f.employee_id !== actor.employeeId && actor.role !== 'asn'
          : f.rater_id === actor.employeeId
    if (!mine && actor.role !== 'hr_officer') throw errors.followUp.notYours()
    await db.run(
      sql`update delivery.follow_ups set verdict = ${input.verdict}, value = ${input.value ?? null}, note = ${input.note ?? null}, answered_on = ${on}, rater_id = coalesce(${actor.employeeId}, rater_id) where id = ${f.id}`,
    )
    await follow(context as Context<unknown>, f, input.verdict, null)
  },
})

/** Corrects an answer with a reason; the earlier answer stays, marked as replaced. */
export const correctFollowUp = useCase({
  name: 'correct-follow-up',
  room: 'delivery',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['delivery.follow_ups'],
  reads: ['delivery.behaviours'],
  input: z.object({ ...answer, reason: field.reason() }),
  async run(context) {
    const { input, db, actor, on, newId } = context
    const f = await findFollowUp(db, input.followUpId)
    if (!f) throw errors.followUp.notFound()
    if (!f.answered_on) throw errors.followUp.notAnswered()
    await db.run(sql`update delivery.follow_ups set is_replaced = true where id = ${f.id}`)
    const id = newId()
    await db.insert('delivery.follow_ups', [
      {
        agency_id: actor.agencyId,
        id,
        behaviour_id: f.behaviour_id,
        employee_id: f.employee_id,
        day_number: f.day_number,
        rater: f.rater,
        rater_id: actor.employeeId ?? f.rater_id,
        value: input.value ?? null,
        verdict: input.verdict,
        note: input.note ?? null,
        due_on: f.due_on,
        answered_on: on,
        replaces_id: f.replaces_id ?? f.id,
        is_replaced: false,
        correction_reason: input.reason,
      },
    ])
    await follow(
      context as Context<unknown>,
      { ...f, id, replaces_id: f.replaces_id ?? f.id },
      input.verdict,
      input.reason,
    )
    return { id }
  },
})
