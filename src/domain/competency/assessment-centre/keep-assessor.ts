import { z } from 'zod'
import { openAccounts } from '#platform/access/set-up-agency.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findAssessor, findProvider } from './centre.store.ts'

const grades = ['pertama', 'muda', 'madya', 'utama'] as const

const certificate = {
  providerId: field.id('Penyelenggara'),
  accreditationNumber: field.text('Nomor sertifikat asesor', 120),
  grade: z.enum(grades, { error: 'Jenjang asesor wajib dipilih.' }),
  accreditedUntil: field.day('Sertifikat berlaku sampai'),
}

/** Records an assessor: one of the agency's employees by NIP, or somebody from outside by name. */
export const registerAssessor = useCase({
  name: 'register-assessor',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['workforce.employees', 'workforce.units', 'workforce.positions'],
  writes: ['competency.assessors'],
  input: z.object({
    nip: z
      .string()
      .transform(t => t.replace(/\s/g, ''))
      .nullish(),
    name: z.string().trim().max(160).nullish(),
    ...certificate,
  }),
  async run({ input, db, actor, newId, note }) {
    const provider = await findProvider(db, input.providerId)
    if (!provider) throw errors.provider.notFound()
    if (provider.ended_on) throw errors.provider.ended(provider.name)
    const employee = input.nip
      ? await db.find<{ id: string; name: string }>(
          sql`select id, name from workforce.v_people where nip = ${input.nip} and state = 'active'`,
        )
      : null
    if (input.nip && !employee) throw errors.assessor.unknownNip(input.nip)
    const name = employee?.name ?? input.name
    if (!name) throw errors.assessor.nameMissing()
    if (
      await db.find(sql`select 1 from competency.assessors where accreditation_number = ${input.accreditationNumber}`)
    )
      throw errors.assessor.numberTaken()
    const id = newId()
    await db.insert('competency.assessors', [
      {
        agency_id: actor.agencyId,
        id,
        provider_id: provider.id,
        employee_id: employee?.id ?? null,
        name,
        accreditation_number: input.accreditationNumber,
        grade: input.grade,
        accredited_until: input.accreditedUntil,
      },
    ])
    note({
      subjectKind: 'competency.assessor',
      subjectId: id,
      employeeId: employee?.id ?? null,
      detail: { accreditedUntil: input.accreditedUntil },
    })
    return { id }
  },
})

/** Renews or corrects an assessor's certificate. */
export const changeAssessor = useCase({
  name: 'change-assessor',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.assessors'],
  input: z.object({ assessorId: field.id('Asesor'), ...certificate }),
  async run({ input, db, note }) {
    const before = await findAssessor(db, input.assessorId)
    if (!before) throw errors.assessor.notFound()
    if (!(await findProvider(db, input.providerId))) throw errors.provider.notFound()
    if (
      await db.find(
        sql`select 1 from competency.assessors where accreditation_number = ${input.accreditationNumber} and id <> ${input.assessorId}`,
      )
    )
      throw errors.assessor.numberTaken()
    await db.run(sql`update competency.assessors set provider_id = ${input.providerId}, accreditation_number = ${input.accreditationNumber}, grade = ${input.grade},
      accredited_until = ${input.accreditedUntil} where id = ${input.assessorId}`)
    note({
      subjectKind: 'competency.assessor',
      subjectId: input.assessorId,
      employeeId: before.employee_id,
      detail: { accreditedBefore: before.accredited_until, accreditedUntil: input.accreditedUntil },
    })
  },
})

/** An assessor no longer works as one, or does so again. Whoever has ended sees no participant any more. */
export const endAssessor = useCase({
  name: 'end-assessor',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.assessors'],
  input: z.object({ assessorId: field.id('Asesor'), isEnded: z.boolean(), reason: field.reason() }),
  async run({ input, db, on, note }) {
    const assessor = await findAssessor(db, input.assessorId)
    if (!assessor) throw errors.assessor.notFound()
    if (input.isEnded) {
      const waiting = await db.one<{ n: number }>(
        sql`select count(*)::int as n from competency.batch_assignments s join competency.assessment_batches b on b.agency_id = s.agency_id and b.id = s.batch_id
          where s.assessor_id = ${assessor.id} and s.submitted_at is null and b.state in ('planned', 'running')`,
      )
      if (waiting.n > 0) throw errors.assessor.stillAssigned(waiting.n)
    }
    await db.run(
      sql`update competency.assessors set ended_on = ${input.isEnded ? on : null}, ended_reason = ${input.isEnded ? input.reason : null} where id = ${assessor.id}`,
    )
    note({
      subjectKind: 'competency.assessor',
      subjectId: assessor.id,
      employeeId: assessor.employee_id,
      reason: input.reason,
      detail: { ended: input.isEnded },
    })
  },
})

/** Opens the assessor's door: an account with the role of an assessor and nothing else; an employee keeps her own account. */
export const openAssessorAccount = useCase({
  name: 'open-assessor-account',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.assessors', 'platform.notices'],
  input: z.object({ assessorId: field.id('Asesor') }),
  async run({ input, db, call, note }) {
    const assessor = await findAssessor(db, input.assessorId)
    if (!assessor) throw errors.assessor.notFound()
    if (assessor.ended_on) throw errors.assessor.ended(assessor.name)
    if (assessor.account_id) throw errors.assessor.hasAccount()
    const { accountIds } = await call(openAccounts, {
      accounts: [{ employeeId: assessor.employee_id, name: assessor.name, roles: ['assessor'], validUntil: null }],
    })
    await db.run(sql`update competency.assessors set account_id = ${accountIds[0]} where id = ${assessor.id}`)
    if (assessor.employee_id)
      await notify(db, [
        {
          employeeId: assessor.employee_id,
          text: 'Anda kini mempunyai peran asesor. Pilih peran itu di kanan atas untuk melihat gelombang Anda.',
          textEn: 'You now have the role of an assessor. Choose it at the top right to see your batches.',
          href: '/kompetensi/asesmen',
        },
      ])
    note({ subjectKind: 'competency.assessor', subjectId: assessor.id, employeeId: assessor.employee_id })
    return { accountId: accountIds[0] }
  },
})
