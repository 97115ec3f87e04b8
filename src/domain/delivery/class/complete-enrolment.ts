import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { recordEvidence } from '#domain/competency/evidence/record-evidence.ts'
import { recordCompletion } from '#domain/planning/plan/record-completion.ts'
import { recordTraining } from '#domain/workforce/training/record-training.ts'
import { withdrawTraining } from '#domain/workforce/training/withdraw-training.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { type Context, field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

const resultInput = {
  enrolmentId: field.id('Peserta'),
  /** JP attended; null is not marked. */
  attendedJp: z.coerce
    .number({ error: 'Kehadiran harus berupa angka JP.' })
    .min(0, { error: 'Kehadiran tidak boleh negatif.' }),
  scoreBefore: z.coerce
    .number({ error: 'Nilai harus berupa angka.' })
    .min(0, { error: 'Nilai paling sedikit 0.' })
    .max(100, { error: 'Nilai paling banyak 100.' })
    .nullish(),
  scoreAfter: z.coerce
    .number({ error: 'Nilai harus berupa angka.' })
    .min(0, { error: 'Nilai paling sedikit 0.' })
    .max(100, { error: 'Nilai paling banyak 100.' })
    .nullish(),
  result: z.enum(['passed', 'failed'], { error: 'Pilih lulus atau belum lulus.' }),
  certificate: z.string().max(200).nullish(),
}

type Enrolment = {
  id: string
  class_id: string
  employee_id: string
  plan_item_id: string | null
  state: string
  module_id: string
  class_name: string
  starts_on: Day
  ends_on: Day
  jp: number | null
  form: string | null
  provider: string | null
}

const findEnrolment = (db: Db, id: string) =>
  db.find<Enrolment>(sql`select e.id, e.class_id, e.employee_id, e.plan_item_id, e.state, c.module_id, c.name as class_name, c.starts_on, c.ends_on, c.jp, coalesce(m.form, m.method) as form, m.provider
    from delivery.enrolments e join delivery.classes c on c.agency_id = e.agency_id and c.id = e.class_id join planning.v_modules m on m.agency_id = c.agency_id and m.id = c.module_id where e.id = ${id}`)

/** What a passed module is evidence of: the levels it builds, by its catalogue entry. */
const effectsOf = (db: Db, moduleId: string) =>
  db.rows<{ competency_id: string; to_level: number }>(
    sql`select competency_id, to_level from planning.v_module_effects where module_id = ${moduleId}`,
  )

const reads = ['delivery.classes', 'planning.modules', 'planning.module_effects', 'competency.competencies'] as const

type Result = {
  attendedJp: number
  scoreBefore?: number | null
  scoreAfter?: number | null
  result: 'passed' | 'failed'
  certificate?: string | null
}

const writeResult = async (context: Context<unknown>, e: Enrolment, r: Result, reason: string | null) => {
  const { db, on, call } = context
  if (e.jp !== null && r.attendedJp > e.jp) throw errors.class.attendedTooMuch(e.jp)
  await db.run(sql`update delivery.enrolments set state = ${r.result}, attended_jp = ${r.attendedJp}, score_before = ${r.scoreBefore ?? null}, score_after = ${r.scoreAfter ?? null},
    completed_on = least(${e.ends_on}::date, ${on}::date), correction_reason = ${reason} where id = ${e.id}`)
  const source = { sourceKind: 'delivery.enrolment', sourceId: e.id }
  const effects = await effectsOf(db, e.module_id)
  if (r.result === 'passed') {
    await call(recordTraining, {
      employeeId: e.employee_id,
      name: e.class_name,
      form: e.form,
      provider: e.provider,
      certificate: r.certificate ?? null,
      startsOn: e.starts_on,
      endsOn: e.ends_on,
      jp: r.attendedJp > 0 ? r.attendedJp : null,
      isVerified: true,
      ...source,
    })
    await call(recordEvidence, {
      employeeId: e.employee_id,
      ...source,
      reason,
      pieces: effects.map(effect => ({
        competencyId: effect.competency_id,
        source: 'learning' as const,
        level: effect.to_level,
        observedOn: e.ends_on,
        isVerified: true,
        note: `Lulus ${e.class_name}`,
      })),
    })
  } else if (reason) {
    // A result corrected from passed to failed takes its evidence and its JP back; the old rows stay, marked as replaced.
    await call(withdrawTraining, { employeeId: e.employee_id, reason, ...source })
    await call(recordEvidence, {
      pieces: [],
      employeeId: e.employee_id,
      reason,
      ...source,
    })
  }
  if (e.plan_item_id)
    await call(recordCompletion, {
      itemId: e.plan_item_id,
      state: r.result === 'passed' ? 'done' : 'failed',
      doneOn: e.ends_on,
    })
  context.note({
    subjectKind: 'delivery.enrolment',
    subjectId: e.id,
    employeeId: e.employee_id,
    reason,
    detail: { result: r.result, attendedJp: r.attendedJp },
  })
  context.announce({
    type: 'EnrolmentCompleted',
    payload: {
      enrolmentId: e.id,
      employeeId: e.employee_id,
      result: r.result,
      planItemId: e.plan_item_id,
      classId: e.class_id,
      className: e.class_name,
    },
  })
}

/** Marks attendance, tests and result of one participant; a pass adds JP and evidence of the levels the module builds. */
export const completeEnrolment = useCase({
  name: 'complete-enrolment',
  room: 'delivery',
  permission: { hr_officer: 'agency', facilitator: 'agency' },
  writes: ['delivery.enrolments', 'platform.notices'],
  reads,
  input: z.object(resultInput),
  async run(context) {
    const e = await findEnrolment(context.db, context.input.enrolmentId)
    if (!e) throw errors.class.notEnrolled()
    if (e.state === 'passed' || e.state === 'failed') throw errors.class.alreadyComplete()
    if (e.ends_on > context.on) throw errors.class.notFinished()
    await writeResult(context as Context<unknown>, e, context.input, null)
    await notify(context.db, [
      {
        employeeId: e.employee_id,
        href: `/diklat/kelas/${e.class_id}`,
        text: `Hasil ${e.class_name} sudah dicatat. Sampaikan kesan Anda tentang kelasnya.`,
        textEn: `Your result of ${e.class_name} is recorded. Say what you thought of the class.`,
      },
    ])
  },
})

/** Corrects a result with a reason; JP and evidence follow. */
export const correctEnrolment = useCase({
  name: 'correct-enrolment',
  room: 'delivery',
  permission: { hr_officer: 'agency', facilitator: 'agency' },
  writes: ['delivery.enrolments'],
  reads,
  input: z.object({ ...resultInput, reason: field.reason() }),
  async run(context) {
    const e = await findEnrolment(context.db, context.input.enrolmentId)
    if (!e) throw errors.class.notEnrolled()
    if (e.state !== 'passed' && e.state !== 'failed') throw errors.class.notComplete()
    await writeResult(context as Context<unknown>, e, context.input, context.input.reason)
  },
})
