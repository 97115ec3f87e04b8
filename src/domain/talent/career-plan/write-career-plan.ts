import { z } from 'zod'
import { yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { stepProblems } from './career-plan.model.ts'
import { listPlans } from './career-plan.store.ts'

/** A person writes her career plan, or a new version of it with what changed; earlier versions stay. */
export const writeCareerPlan = useCase({
  name: 'write-career-plan',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.career_plans'],
  input: z.object({
    goal: z
      .string({ error: 'Arah karier wajib diisi.' })
      .trim()
      .min(15, { error: 'Tuliskan arah karier Anda dengan sedikitnya 15 huruf.' })
      .max(1000, { error: 'Arah karier paling panjang 1000 huruf.' }),
    steps: z
      .array(
        z.object({
          title: z.string().trim().max(200, { error: 'Langkah paling panjang 200 huruf.' }),
          year: z.coerce.number({ error: 'Tahun harus berupa angka.' }),
          need: z.string().trim().max(500, { error: 'Kebutuhan paling panjang 500 huruf.' }).nullish(),
        }),
      )
      .max(6, { error: 'Paling banyak enam langkah.' }),
    reason: z.string().trim().max(500).nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    if (!actor.employeeId) throw errors.aspiration.noEmployee()
    const steps = input.steps.map(s => ({ title: s.title, year: s.year, need: s.need || null }))
    const wrong = stepProblems(steps, yearOf(on))
    if (Object.keys(wrong).length > 0) throw errors.careerPlan.steps(wrong)
    const earlier = await listPlans(db, actor.employeeId)
    if (earlier.length > 0 && (input.reason?.length ?? 0) < 10) throw errors.careerPlan.reasonMissing()
    await db.run(
      sql`update talent.career_plans set state = 'replaced' where employee_id = ${actor.employeeId} and state in ('written', 'seen')`,
    )
    const id = newId()
    const version = (earlier[0]?.version ?? 0) + 1
    await db.insert('talent.career_plans', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: actor.employeeId,
        version,
        state: 'written',
        goal: input.goal,
        steps,
        change_reason: version > 1 ? input.reason : null,
        written_on: on,
      },
    ])
    note({
      subjectKind: 'talent.career-plan',
      subjectId: id,
      employeeId: actor.employeeId,
      reason: version > 1 ? input.reason : null,
      detail: { version },
    })
    return { id, version }
  },
})

/** Takes the plan back; it stays in the record. */
export const withdrawCareerPlan = useCase({
  name: 'withdraw-career-plan',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.career_plans'],
  input: z.object({ planId: field.id('Rencana karier') }),
  async run({ input, db, actor, note }) {
    const touched = await db.run(
      sql`update talent.career_plans set state = 'withdrawn' where id = ${input.planId} and employee_id = ${actor.employeeId} and state in ('written', 'seen')`,
    )
    if (touched === 0) throw errors.careerPlan.notOpen()
    note({ subjectKind: 'talent.career-plan', subjectId: input.planId, employeeId: actor.employeeId })
  },
})

/** The supervisor has read it and says one thing to it; the person is told. */
export const answerCareerPlan = useCase({
  name: 'answer-career-plan',
  room: 'talent',
  permission: { supervisor: 'team' },
  writes: ['talent.career_plans', 'platform.notices'],
  input: z.object({
    planId: field.id('Rencana karier'),
    note: z
      .string({ error: 'Tanggapan wajib diisi.' })
      .trim()
      .min(10, { error: 'Tuliskan tanggapan Anda dengan sedikitnya 10 huruf.' })
      .max(1000),
  }),
  async run({ input, db, actor, on, note }) {
    const plan = await db.find<{ employee_id: string; state: string; version: number }>(
      sql`select employee_id, state, version from talent.career_plans where id = ${input.planId} for update`,
    )
    if (!plan) throw errors.careerPlan.notFound()
    if (plan.employee_id === actor.employeeId) throw errors.careerPlan.ownPlan()
    if (plan.state !== 'written') throw errors.careerPlan.notOpen()
    await db.run(
      sql`update talent.career_plans set state = 'seen', seen_by_name = ${actor.name}, seen_on = ${on}, seen_note = ${input.note} where id = ${input.planId}`,
    )
    await notify(db, [
      {
        employeeId: plan.employee_id,
        text: `${actor.name} menanggapi rencana karier Anda versi ${plan.version}.`,
        textEn: `${actor.name} answered your career plan, version ${plan.version}.`,
        href: '/jalur/rencana-karier',
      },
    ])
    note({ subjectKind: 'talent.career-plan', subjectId: input.planId, employeeId: plan.employee_id })
  },
})
