import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/**
 * A supervisor says of needs proposed from gaps whether the work asks for them. What is not needed leaves the plan composer.
 * `open` takes a word back.
 */
export const confirmNeeds = useCase({
  name: 'confirm-needs',
  room: 'planning',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['planning.need_confirmations'],
  input: z.object({
    answers: z
      .array(
        z.object({
          employeeId: field.id('Pegawai'),
          competencyId: field.id('Kompetensi'),
          levelRequired: field.whole('Level yang diperlukan', 1, 5),
          levelHeld: field.whole('Level yang dimiliki', 0, 5).nullish(),
          decision: z.enum(['needed', 'not-needed', 'open'], { error: 'Pilih perlu atau tidak perlu.' }),
        }),
      )
      .min(1, { error: 'Jawab sekurang-kurangnya satu kebutuhan.' })
      .max(50),
  }),
  async run({ input, db, actor, on, note }) {
    const own = input.answers.find(answer => answer.employeeId === actor.employeeId)
    if (own && actor.role !== 'hr_officer') throw errors.need.own()
    for (const answer of input.answers)
      await db.run(
        sql`delete from planning.need_confirmations where employee_id = ${answer.employeeId} and competency_id = ${answer.competencyId}`,
      )
    const said = input.answers.filter(answer => answer.decision !== 'open')
    await db.insert(
      'planning.need_confirmations',
      said.map(answer => ({
        agency_id: actor.agencyId,
        employee_id: answer.employeeId,
        competency_id: answer.competencyId,
        level_required: answer.levelRequired,
        level_held: answer.levelHeld ?? null,
        decision: answer.decision,
        decided_by: actor.employeeId,
        decided_on: on,
      })),
    )
    note({
      subjectKind: 'planning.need',
      employeeId: input.answers.length === 1 ? input.answers[0].employeeId : null,
      detail: {
        answers: input.answers.map(({ employeeId, competencyId, decision }) => ({
          employeeId,
          competencyId,
          decision,
        })),
      },
    })
    return { said: said.length }
  },
})
