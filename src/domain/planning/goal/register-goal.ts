import { z } from 'zod'
import { field, useCase } from '#platform/use-case.ts'

/** A strategic goal with its document (RPJMD, renstra) and its weight 1-3. */
export const registerGoal = useCase({
  name: 'register-goal',
  room: 'planning',
  permission: { hr_officer: 'agency', leader: 'agency' },
  writes: ['planning.goals'],
  input: z.object({
    name: field.text('Nama sasaran', 300),
    basis: field.text('Dokumen dasar', 300),
    weight: field.whole('Bobot', 1, 3).default(1),
  }),
  async run({ input, db, actor, newId, note }) {
    const id = newId()
    await db.insert('planning.goals', [
      { agency_id: actor.agencyId, id, name: input.name, basis: input.basis, weight: input.weight },
    ])
    note({ subjectKind: 'planning.goal', subjectId: id })
    return { id }
  },
})
