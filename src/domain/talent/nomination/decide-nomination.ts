import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** A separate decision per purpose, by somebody who neither nominated nor is nominated. */
export const decideNomination = useCase({
  name: 'decide-nomination',
  room: 'talent',
  permission: { hr_officer: 'agency', committee: 'agency' },
  writes: ['talent.nominations', 'platform.notices'],
  input: z.object({
    nominationId: field.id('Usulan'),
    decision: z.enum(['accepted', 'declined'], { error: 'Pilih diterima atau tidak.' }),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note }) {
    const found = await db.find<{ employee_id: string; nominated_by: string; state: string }>(
      sql`select employee_id, nominated_by, state from talent.nominations where id = ${input.nominationId} for update`,
    )
    if (found?.state !== 'submitted') throw errors.nomination.notOpen()
    if (actor.employeeId && (found.employee_id === actor.employeeId || found.nominated_by === actor.employeeId))
      throw errors.nomination.ownNomination()
    await db.run(
      sql`update talent.nominations set state = ${input.decision}, decision_reason = ${input.reason}, decided_by = ${actor.employeeId}, decided_on = ${on} where id = ${input.nominationId}`,
    )
    await notify(db, [
      {
        employeeId: found.employee_id,
        text:
          input.decision === 'accepted'
            ? 'Usulan atas nama Anda diterima.'
            : `Usulan atas nama Anda belum diterima. Alasannya: ${input.reason}`,
        textEn:
          input.decision === 'accepted'
            ? 'The nomination in your name was accepted.'
            : `The nomination in your name was not accepted. The reason: ${input.reason}`,
        href: '/',
      },
    ])
    note({
      subjectKind: 'talent.nomination',
      subjectId: input.nominationId,
      employeeId: found.employee_id,
      reason: input.reason,
      detail: { decision: input.decision },
    })
  },
})
