import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Registers a strategic goal with its document (RPJMD, renstra) and its weight 1-3, or corrects one. */
export const registerGoal = useCase({
  name: 'register-goal',
  room: 'planning',
  permission: { hr_officer: 'agency', leader: 'agency' },
  writes: ['planning.goals'],
  input: z.object({
    goalId: z.string().uuid().nullish(),
    name: field.text('Nama sasaran', 300),
    basis: field.text('Dokumen dasar', 300),
    weight: field.whole('Bobot', 1, 3).default(1),
  }),
  async run({ input, db, actor, newId, note }) {
    const id = input.goalId ?? newId()
    if (input.goalId && !(await db.find(sql`select 1 from planning.goals where id = ${id}`)))
      throw errors.goal.notFound()
    if (await db.find(sql`select 1 from planning.goals where lower(name) = lower(${input.name}) and id <> ${id}`))
      throw errors.goal.nameTaken()
    await db.insert(
      'planning.goals',
      [{ agency_id: actor.agencyId, id, name: input.name, basis: input.basis, weight: input.weight }],
      'on conflict (agency_id, id) do update set name = excluded.name, basis = excluded.basis, weight = excluded.weight',
    )
    note({ subjectKind: 'planning.goal', subjectId: id })
    return { id }
  },
})
