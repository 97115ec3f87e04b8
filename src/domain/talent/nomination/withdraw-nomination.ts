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
  async run({ input, db, actor, note, call }) {
    const found = await db.find<{ employee_id: string; nominated_by: string; state: string }>(
      sql`select employee_id, nominated_by, state from talent.nominations where id = ${input.nominationId} for update`,
    )
    if (found?.state !== 'submitted' || found.nominated_by !== actor.employeeId) throw errors.nomination.notOpen()
    await db.run(sql`update talent.nominations set state = 'withdrawn' where id = ${input.nominationId}`)
    await call(endReferences, { nominationId: input.nominationId })
    if (found.employee_id !== actor.employeeId)
      await notify(db, [
        {
          employeeId: found.employee_id,
          text: `${actor.name} menarik kembali usulan atas nama Anda.`,
          textEn: `${actor.name} withdrew the nomination in your name.`,
          href: '/jalur/usulan',
        },
      ])
    note({ subjectKind: 'talent.nomination', subjectId: input.nominationId, employeeId: found.employee_id })
  },
})

/** Nobody needs to write any more about a nomination that was taken back. */
export const endReferences = useCase({
  name: 'end-references',
  room: 'talent',
  permission: {},
  calledBy: ['withdraw-nomination'],
  writes: ['talent.nomination_references', 'platform.notices'],
  input: z.object({ nominationId: field.id('Usulan') }),
  async run({ input, db, note }) {
    const ended = await db.rows<{ employee_id: string; about_name: string }>(
      sql`update talent.nomination_references set state = 'withdrawn' where nomination_id = ${input.nominationId} and state = 'asked' returning employee_id, about_name`,
    )
    await notify(
      db,
      ended.map(r => ({
        employeeId: r.employee_id,
        text: `Permintaan rekomendasi tentang ${r.about_name} tidak perlu dijawab lagi.`,
        textEn: `The request for a reference about ${r.about_name} needs no answer any more.`,
      })),
    )
    note({ subjectKind: 'talent.nomination', subjectId: input.nominationId })
  },
})
