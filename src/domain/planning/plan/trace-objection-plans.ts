import { z } from 'zod'
import { recordObjectionEffects } from '#domain/talent/objection/objection-effects.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/** Tells which plans in force rest on a result that a granted objection corrects; the supervisor looks at them. */
export const traceObjectionPlans = useCase({
  name: 'trace-objection-plans',
  room: 'planning',
  permission: { system: 'agency' },
  reads: ['planning.plans', 'workforce.employees', 'workforce.units', 'workforce.positions'],
  writes: [],
  input: z.object({ objectionId: field.id('Sanggahan'), employeeId: field.id('Pegawai') }),
  async run({ input, db, note, call }) {
    const plans = await db.rows<{ id: string; year: number; version: number; owner: string | null }>(
      sql`select p.id, p.year, p.version, coalesce(e.supervisor_id, e.id) as owner from planning.v_plans p join workforce.v_people e on e.agency_id = p.agency_id and e.id = p.employee_id
        where p.employee_id = ${input.employeeId} and p.state in ('proposed', 'agreed', 'running') order by p.year, p.version`,
    )
    if (plans.length > 0)
      await call(recordObjectionEffects, {
        objectionId: input.objectionId,
        effects: plans.map(p => ({
          kind: 'plan' as const,
          subjectId: p.id,
          label: `rencana ${p.year} versi ${p.version}`,
          href: `/diklat/rencana/${p.id}`,
          ownerId: p.owner,
        })),
      })
    note({ subjectKind: 'talent.objection', subjectId: input.objectionId, employeeId: input.employeeId })
  },
})
