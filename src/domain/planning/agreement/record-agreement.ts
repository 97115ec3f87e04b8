import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Records an agreement with a provider, or mends one. */
export const recordAgreement = useCase({
  name: 'record-agreement',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.agreements'],
  input: z
    .object({
      agreementId: z.string().uuid().nullish(),
      provider: field.text('Penyelenggara', 200),
      number: field.text('Nomor perjanjian', 100),
      subject: field.text('Tentang', 300),
      startsOn: field.day('Mulai berlaku'),
      endsOn: field.day('Berakhir'),
      accreditation: z.string().trim().max(100).nullish(),
      accreditedUntil: field.day('Akreditasi berlaku sampai').nullish(),
    })
    .refine(a => a.endsOn >= a.startsOn, { path: ['endsOn'], error: 'Hari berakhir mendahului hari mulai.' }),
  async run({ input, db, actor, on, newId, note }) {
    const id = input.agreementId ?? newId()
    if (
      input.agreementId &&
      !(await db.find(sql`select 1 from planning.agreements where id = ${id} and ended_on is null`))
    )
      throw errors.agreement.notFound()
    if (await db.find(sql`select 1 from planning.agreements where number = ${input.number} and id <> ${id}`))
      throw errors.agreement.numberTaken()
    await db.insert(
      'planning.agreements',
      [
        {
          agency_id: actor.agencyId,
          id,
          provider: input.provider,
          number: input.number,
          subject: input.subject,
          starts_on: input.startsOn,
          ends_on: input.endsOn,
          accreditation: input.accreditation || null,
          accredited_until: input.accreditedUntil ?? null,
          recorded_by_name: actor.name,
          recorded_on: on,
        },
      ],
      `on conflict (agency_id, id) do update set provider = excluded.provider, number = excluded.number, subject = excluded.subject, starts_on = excluded.starts_on,
        ends_on = excluded.ends_on, accreditation = excluded.accreditation, accredited_until = excluded.accredited_until`,
    )
    note({ subjectKind: 'planning.agreement', subjectId: id, detail: { number: input.number, until: input.endsOn } })
    return { id }
  },
})

/** An agreement ends before its day, with the reason; its record stays. */
export const endAgreement = useCase({
  name: 'end-agreement',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.agreements'],
  input: z.object({ agreementId: field.id('Perjanjian'), reason: field.reason() }),
  async run({ input, db, on, note }) {
    const done = await db.run(
      sql`update planning.agreements set ended_on = ${on}, ended_reason = ${input.reason} where id = ${input.agreementId} and ended_on is null`,
    )
    if (done === 0) throw errors.agreement.notFound()
    note({ subjectKind: 'planning.agreement', subjectId: input.agreementId, reason: input.reason })
  },
})
