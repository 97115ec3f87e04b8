import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { queueWork } from '#platform/jobs/work.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findScenario } from './scenario.store.ts'

/** Demands or rules out a module for one person, or lets the search decide again; the scenario is then solved anew. */
export const lockSeat = useCase({
  name: 'lock-seat',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.scenarios', 'platform.works'],
  input: z.object({
    scenarioId: field.id('Skenario'),
    employeeId: field.id('Orang'),
    moduleId: field.id('Modul'),
    demand: z.enum(['must', 'never', 'free'], { error: 'Pilih wajib, tidak, atau lepas.' }),
    reason: field.reason(),
  }),
  async run({ input, db, actor, newId, note }) {
    const scenario = await findScenario(db, input.scenarioId)
    if (!scenario) throw errors.scenario.notFound()
    if (scenario.state === 'adopted') throw errors.scenario.adopted()
    if (!scenario.instance) throw errors.scenario.notSolved()
    const { employees, modules } = scenario.instance as { employees: { id: string }[]; modules: { id: string }[] }
    if (!employees.some(e => e.id === input.employeeId) || !modules.some(m => m.id === input.moduleId))
      throw errors.scenario.notInside()
    const others = scenario.settings.rules.locks.filter(
      l => l.employee !== input.employeeId || l.module !== input.moduleId,
    )
    const locks =
      input.demand === 'free'
        ? others
        : [...others, { kind: input.demand, employee: input.employeeId, module: input.moduleId, reason: input.reason }]
    const workId = await queueWork({ db, actor, newId }, 'solve-scenario', { scenarioId: scenario.id })
    await db.run(sql`update planning.scenarios set state = 'waiting', instance = null, solution = null, objective = null, bound = null, work_id = ${workId},
      settings = jsonb_set(settings, '{rules,locks}', ${JSON.stringify(locks)}::jsonb) where id = ${scenario.id}`)
    note({
      subjectKind: 'planning.scenario',
      subjectId: scenario.id,
      employeeId: input.employeeId,
      reason: input.reason,
      detail: { demand: input.demand, moduleId: input.moduleId },
    })
    return { workId }
  },
})
