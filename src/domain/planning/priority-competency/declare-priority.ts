import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { listStandings } from './priority-competency.store.ts'

/** Says how much a strategic goal rests on a competency, 1-3; 0 takes the link away. */
export const linkGoalCompetency = useCase({
  name: 'link-goal-competency',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.goal_competencies'],
  input: z.object({
    goalId: field.id('Sasaran'),
    competencyId: field.id('Kompetensi'),
    weight: field.whole('Bobot kaitan', 0, 3),
  }),
  async run({ input, db, actor, note }) {
    if (!(await db.find(sql`select 1 from planning.goals where id = ${input.goalId}`))) throw errors.goal.notFound()
    if (!(await db.find(sql`select 1 from competency.v_competencies where id = ${input.competencyId}`)))
      throw errors.priorityCompetency.notFound()
    await db.run(
      sql`delete from planning.goal_competencies where goal_id = ${input.goalId} and competency_id = ${input.competencyId}`,
    )
    if (input.weight > 0)
      await db.insert('planning.goal_competencies', [
        {
          agency_id: actor.agencyId,
          goal_id: input.goalId,
          competency_id: input.competencyId,
          weight: input.weight,
        },
      ])
    note({
      subjectKind: 'planning.goal',
      subjectId: input.goalId,
      detail: { competencyId: input.competencyId, weight: input.weight },
    })
  },
})

/** Records that a competency was declared a priority, by whom and why; what it ranked on is kept as it stands today. */
export const declarePriority = useCase({
  name: 'declare-priority',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.priority_competencies'],
  input: z.object({
    competencyId: field.id('Kompetensi'),
    declaredBy: field.text('Pejabat yang menetapkan', 200),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, newId, note, announce }) {
    const standing = (await listStandings(db)).find(s => s.id === input.competencyId)
    if (!standing) throw errors.priorityCompetency.notFound()
    if (
      await db.find(
        sql`select 1 from planning.priority_competencies where competency_id = ${input.competencyId} and withdrawn_on is null`,
      )
    )
      throw errors.priorityCompetency.declared()
    const id = newId()
    await db.insert('planning.priority_competencies', [
      {
        agency_id: actor.agencyId,
        id,
        competency_id: input.competencyId,
        reason: input.reason,
        figure: standing.points,
        declared_by_name: input.declaredBy,
        declared_on: on,
      },
    ])
    note({ subjectKind: 'planning.priority-competency', subjectId: id, reason: input.reason })
    announce({ type: 'PriorityDeclared', payload: { priorityId: id } })
    return { id }
  },
})

/** A priority ends with a reason; the record of it stays. */
export const withdrawPriority = useCase({
  name: 'withdraw-priority',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.priority_competencies'],
  input: z.object({ priorityId: field.id('Penetapan'), reason: field.reason() }),
  async run({ input, db, actor, on, note }) {
    const done = await db.run(
      sql`update planning.priority_competencies set withdrawn_on = ${on}, withdrawn_by_name = ${actor.name}, withdrawn_reason = ${input.reason} where id = ${input.priorityId} and withdrawn_on is null`,
    )
    if (done === 0) throw errors.priorityCompetency.notFound()
    note({ subjectKind: 'planning.priority-competency', subjectId: input.priorityId, reason: input.reason })
  },
})
