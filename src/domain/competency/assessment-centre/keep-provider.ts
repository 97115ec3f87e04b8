import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findProvider } from './centre.store.ts'

const provider = z.object({
  name: field.text('Nama penyelenggara', 160),
  kind: z.enum(['own', 'bkn', 'agency', 'private'], { error: 'Jenis penyelenggara wajib dipilih.' }),
  accreditationNumber: z.string().trim().max(120).nullish(),
  accreditationGrade: z.string().trim().max(40).nullish(),
  accreditedUntil: field.day('Akreditasi berlaku sampai').nullish(),
  contact: z.string().trim().max(300).nullish(),
})

const row = (input: z.infer<typeof provider>) => ({
  name: input.name,
  kind: input.kind,
  accreditation_number: input.accreditationNumber ?? null,
  accreditation_grade: input.accreditationGrade ?? null,
  accredited_until: input.accreditedUntil ?? null,
  contact: input.contact ?? null,
})

/** Records who may hold an assessment centre for the agency: its own, the national one, another agency's, a private one. */
export const registerProvider = useCase({
  name: 'register-provider',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.assessment_providers'],
  input: provider,
  async run({ input, db, actor, newId, note }) {
    if (
      await db.find(sql`select 1 from competency.assessment_providers where lower(name) = ${input.name.toLowerCase()}`)
    )
      throw errors.provider.nameTaken()
    const id = newId()
    await db.insert('competency.assessment_providers', [{ agency_id: actor.agencyId, id, ...row(input) }])
    note({ subjectKind: 'competency.provider', subjectId: id, detail: { name: input.name } })
    return { id }
  },
})

/** Corrects what is known of a provider, for example a renewed accreditation. */
export const changeProvider = useCase({
  name: 'change-provider',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.assessment_providers'],
  input: provider.extend({ providerId: field.id('Penyelenggara') }),
  async run({ input, db, note }) {
    const before = await findProvider(db, input.providerId)
    if (!before) throw errors.provider.notFound()
    if (
      await db.find(
        sql`select 1 from competency.assessment_providers where lower(name) = ${input.name.toLowerCase()} and id <> ${input.providerId}`,
      )
    )
      throw errors.provider.nameTaken()
    const r = row(input)
    await db.run(sql`update competency.assessment_providers set name = ${r.name}, kind = ${r.kind}, accreditation_number = ${r.accreditation_number},
      accreditation_grade = ${r.accreditation_grade}, accredited_until = ${r.accredited_until}, contact = ${r.contact} where id = ${input.providerId}`)
    note({
      subjectKind: 'competency.provider',
      subjectId: input.providerId,
      detail: { accreditedBefore: before.accredited_until, accreditedUntil: r.accredited_until },
    })
  },
})

/** A provider is no longer used, or is used again: its past batches stay. */
export const endProvider = useCase({
  name: 'end-provider',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.assessment_batches'],
  writes: ['competency.assessment_providers'],
  input: z.object({
    providerId: field.id('Penyelenggara'),
    isEnded: z.boolean(),
    reason: field.reason(),
  }),
  async run({ input, db, on, note }) {
    if (!(await findProvider(db, input.providerId))) throw errors.provider.notFound()
    if (
      input.isEnded &&
      (await db.find(
        sql`select 1 from competency.assessment_batches where provider_id = ${input.providerId} and state in ('planned', 'running')`,
      ))
    )
      throw errors.provider.inUse()
    await db.run(
      sql`update competency.assessment_providers set ended_on = ${input.isEnded ? on : null}, ended_reason = ${input.isEnded ? input.reason : null} where id = ${input.providerId}`,
    )
    note({
      subjectKind: 'competency.provider',
      subjectId: input.providerId,
      reason: input.reason,
      detail: { ended: input.isEnded },
    })
  },
})
