import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Registers a facilitator with what she may teach and for how many days a year, or changes it. */
export const registerFacilitator = useCase({
  name: 'register-facilitator',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.facilitators', 'planning.facilitator_modules'],
  reads: ['planning.modules', 'workforce.employees'],
  input: z.object({
    facilitatorId: z.string().uuid().nullish(),
    name: field.text('Nama', 200),
    /** NIP of an employee of this agency; empty for somebody from outside. */
    nip: z
      .string()
      .regex(/^\d{18}$/, { error: 'NIP terdiri atas 18 angka.' })
      .nullish(),
    maxDays: field.whole('Hari mengajar setahun', 1, 366),
    moduleIds: z
      .array(z.string().uuid())
      .min(1, { error: 'Pilih sekurang-kurangnya satu modul yang dapat diajarkan.' }),
  }),
  async run({ input, db, actor, newId, note }) {
    if (
      input.facilitatorId &&
      !(await db.find(sql`select 1 from planning.facilitators where id = ${input.facilitatorId}`))
    )
      throw errors.facilitator.notFound()
    const employee = input.nip
      ? await db.find<{ id: string }>(sql`select id from workforce.v_people where nip = ${input.nip}`)
      : null
    if (input.nip && !employee) throw errors.facilitator.nipUnknown()
    const id = input.facilitatorId ?? newId()
    if (
      employee &&
      (await db.find(sql`select 1 from planning.facilitators where employee_id = ${employee.id} and id <> ${id}`))
    )
      throw errors.facilitator.registered()
    const { agencyId: agency_id } = actor
    await db.insert(
      'planning.facilitators',
      [{ agency_id, id, employee_id: employee?.id ?? null, name: input.name, max_days: input.maxDays }],
      'on conflict (agency_id, id) do update set employee_id = excluded.employee_id, name = excluded.name, max_days = excluded.max_days',
    )
    await db.run(sql`delete from planning.facilitator_modules where facilitator_id = ${id}`)
    await db.insert(
      'planning.facilitator_modules',
      [...new Set(input.moduleIds)].map(module_id => ({ agency_id, facilitator_id: id, module_id })),
    )
    note({ subjectKind: 'planning.facilitator', subjectId: id, employeeId: employee?.id ?? null })
    return { id }
  },
})
