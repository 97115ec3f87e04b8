import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Whoever nominated takes it back while nobody has decided; the nominee is told. */
export const withdrawNomination = useCase({
  name: 'withdraw-nomination',
  room: 'talent',
  permission: { asn: 'own', supervisor: 'team' },
  writes: ['talent.nominations', 'platform.notices'],
  input: z.object({ nominationId: field.id('Usulan') }),
  async run({ input, db, actor, note }) {
    const found = await db.find<{ employee_id: string; nominated_by: string; state: string }>(
      sql`select employee_id, nominated_by, state from talent.nominations where id = ${input.nominationId} for update`,
    )
    if (found?.state !== 'submitted' || found.nominated_by !== actor.employeeId) throw errors.nomination.notOpen()
    await db.run(sql`update talent.nominations set state = 'withdrawn' where id = ${input.nominationId}`)
    if (found.employee_id !== actor.employeeId)
      await notify(db, [
        {
          employeeId: found.employee_id,
          text: `${actor.name} menarik kembali usulan atas nama Anda.`,
          textEn: `${actor.name} withdrew the nomination in your name.`,
          href: '/',
        },
      ])
    note({ subjectKind: 'talent.nomination', subjectId: input.nominationId, employeeId: found.employee_id })
  },
})
