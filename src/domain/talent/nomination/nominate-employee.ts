import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

export const nominationInput = z.object({
  employeeId: field.id('Pegawai'),
  cycleId: z.string().uuid().nullish(),
  programmeId: z.string().uuid().nullish(),
  purpose: z.enum(['advancement', 'lateral', 'programme'], { error: 'Pilih tujuan usulan.' }),
  rationale: z
    .string({ error: 'Alasan wajib diisi.' })
    .trim()
    .min(20, { error: 'Tuliskan alasan dengan contoh kerja nyata, sekurang-kurangnya 20 huruf.' })
    .max(3000),
})

/** A supervisor names somebody of the team, HR names anybody, a person names herself. The nominee is told. */
export const nominateEmployee = useCase({
  name: 'nominate-employee',
  room: 'talent',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  reads: ['talent.nominations', 'workforce.employees'],
  writes: ['talent.nominations', 'platform.notices'],
  input: nominationInput,
  async run({ input, db, actor, on, newId, note, announce }) {
    const known = await db.find<{ id: string }>(sql`select id from talent.nominations
      where employee_id = ${input.employeeId} and purpose = ${input.purpose} and state = 'submitted'
        and cycle_id is not distinct from ${input.cycleId ?? null} and programme_id is not distinct from ${input.programmeId ?? null}`)
    if (known) throw errors.nomination.alreadyMade()
    const isOwn = input.employeeId === actor.employeeId
    if (!isOwn && actor.role === 'supervisor') {
      const mine = await db.find(
        sql`select 1 from workforce.v_people where supervisor_id = ${actor.employeeId} and id = ${input.employeeId}`,
      )
      if (!mine) throw errors.nomination.notYourTeam()
    }
    if (!isOwn && actor.role === 'asn') throw errors.nomination.notYourTeam()
    const id = newId()
    await db.insert('talent.nominations', [
      {
        agency_id: actor.agencyId,
        id,
        cycle_id: input.cycleId ?? null,
        programme_id: input.programmeId ?? null,
        employee_id: input.employeeId,
        nominated_by: actor.employeeId ?? actor.accountId,
        purpose: input.purpose,
        rationale: input.rationale,
        state: 'submitted',
        nominated_on: on,
      },
    ])
    if (!isOwn)
      await notify(db, [
        {
          employeeId: input.employeeId,
          text: `${actor.name} mengusulkan Anda. Usulan akan diputus terpisah dengan alasan tertulis.`,
          textEn: `${actor.name} nominated you. It is decided separately, with a written reason.`,
          href: '/',
        },
      ])
    note({ subjectKind: 'talent.nomination', subjectId: id, employeeId: input.employeeId, reason: input.rationale })
    announce({ type: 'EmployeeNominated', payload: { nominationId: id, employeeId: input.employeeId } })
    return { id }
  },
})
