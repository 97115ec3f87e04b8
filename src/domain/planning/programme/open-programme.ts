import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

export const criterionInput = z.object({
  code: z.string().min(1),
  label: field.text('Nama kriteria', 120),
  weight: z.coerce.number().min(0).max(100),
})

/** Opens a cohort toward a goal: seats, dates, published weights of the choice, units it is for and units to compare with. */
export const openProgramme = useCase({
  name: 'open-programme',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  calledBy: ['apply-import', 'judge-import'],
  writes: ['planning.programmes', 'planning.programme_units'],
  reads: ['planning.goals', 'workforce.units'],
  input: z.object({
    code: field.text('Kode program', 40),
    name: field.text('Nama program', 300),
    purpose: z.string().max(2000).nullish(),
    goalId: z.string().uuid().nullish(),
    startsOn: field.day('Tanggal mulai'),
    endsOn: field.day('Tanggal selesai').nullish(),
    effectFrom: field.day('Bulan pengaruh pertama').nullish(),
    fullEffectFrom: field.day('Bulan pengaruh penuh').nullish(),
    seats: z.coerce
      .number({ error: 'Jumlah kursi harus berupa angka.' })
      .int()
      .min(1, { error: 'Kursi sekurang-kurangnya 1.' })
      .max(1000)
      .nullish(),
    budgetLineId: z.string().uuid().nullish(),
    criteria: z.array(criterionInput).min(1, { error: 'Sebutkan sekurang-kurangnya satu kriteria.' }),
    programmeUnitIds: z.array(z.string().uuid()).default([]),
    comparisonUnitIds: z.array(z.string().uuid()).default([]),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    const sum = input.criteria.reduce((s, c) => s + c.weight, 0)
    if (Math.abs(sum - 100) > 1e-9) throw errors.programme.weightsNot100(sum)
    if (await db.find(sql`select 1 from planning.programmes where code = ${input.code}`))
      throw errors.programme.codeTaken(input.code)
    const id = newId()
    await db.insert('planning.programmes', [
      {
        agency_id: actor.agencyId,
        id,
        code: input.code,
        name: input.name,
        purpose: input.purpose ?? null,
        goal_id: input.goalId ?? null,
        state: 'nominating',
        starts_on: input.startsOn,
        ends_on: input.endsOn ?? null,
        effect_from: input.effectFrom ?? null,
        full_effect_from: input.fullEffectFrom ?? null,
        seats: input.seats ?? null,
        weights: { criteria: input.criteria },
        budget_line_id: input.budgetLineId ?? null,
      },
    ])
    await db.insert('planning.programme_units', [
      ...input.programmeUnitIds.map(unit_id => ({
        agency_id: actor.agencyId,
        programme_id: id,
        unit_id,
        side: 'programme',
      })),
      ...input.comparisonUnitIds
        .filter(u => !input.programmeUnitIds.includes(u))
        .map(unit_id => ({ agency_id: actor.agencyId, programme_id: id, unit_id, side: 'comparison' })),
    ])
    note({ subjectKind: 'planning.programme', subjectId: id })
    announce({ type: 'ProgrammeOpened', payload: { programmeId: id } })
    return { id }
  },
})
