import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { ratingOf } from './rating-matrix.ts'

/** Writes or corrects one yearly appraisal; the rating must agree with the matrix. */
export const recordAppraisal = useCase({
  name: 'record-appraisal',
  room: 'workforce',
  permission: { hr_officer: 'agency' },
  reads: ['workforce.employees'],
  writes: ['workforce.appraisals'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    year: field.whole('Tahun', 2015, 2100),
    workResult: z.enum(['above', 'meets', 'below'], { error: 'Pilih hasil kerja.' }).nullish(),
    behaviour: z.enum(['above', 'meets', 'below'], { error: 'Pilih perilaku kerja.' }).nullish(),
    rating: z.enum(['Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang'], { error: 'Pilih predikat.' }),
    reason: z.string().trim().max(2000).nullish(),
  }),
  async run({ input, db, actor, on, newId, note, announce }) {
    if (input.year > Number(on.slice(0, 4))) throw errors.appraisal.yearNotOver()
    const expected = input.workResult && input.behaviour ? ratingOf(input.workResult, input.behaviour) : null
    if (expected && expected !== input.rating) throw errors.appraisal.contradictsMatrix(expected)
    const person = await db.find(sql`select 1 from workforce.employees where id = ${input.employeeId}`)
    if (!person) throw errors.employee.notFound()
    const before = await db.find<{ id: string; rating: string }>(
      sql`select id, rating from workforce.appraisals where employee_id = ${input.employeeId} and year = ${input.year}`,
    )
    const id = before?.id ?? newId()
    await db.insert(
      'workforce.appraisals',
      [
        {
          agency_id: actor.agencyId,
          id,
          employee_id: input.employeeId,
          year: input.year,
          work_result: input.workResult ?? null,
          behaviour: input.behaviour ?? null,
          rating: input.rating,
          is_rating_derived: false,
        },
      ],
      'on conflict (agency_id, id) do update set work_result = excluded.work_result, behaviour = excluded.behaviour, rating = excluded.rating, is_rating_derived = false',
    )
    note({
      subjectKind: 'workforce.appraisal',
      subjectId: id,
      employeeId: input.employeeId,
      reason: input.reason,
      detail: { before: before?.rating ?? null, after: input.rating },
    })
    announce({ type: 'AppraisalRecorded', payload: { employeeId: input.employeeId, year: input.year } })
    return { id }
  },
})
