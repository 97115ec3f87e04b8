import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { type RegisterResult, withPeople } from '../register-result.ts'

export const teamRoleRow = z.object({
  nip: z.string(),
  name: z.string().min(1),
  role: z.enum(['chair', 'member']),
  reach: z.enum(['inter-agency', 'internal']),
  startsOn: z.string(),
  endsOn: z.string().nullish(),
})

/** Brings roles in work teams; one per person, team and first day. */
export const registerTeamRoles = useCase({
  name: 'register-team-roles',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.team_roles'],
  input: z.object({ rows: z.array(teamRoleRow) }),
  async run({ input, db, newId, note }): Promise<RegisterResult> {
    const { known, employeeIds, refusals, inPlace } = await withPeople(db, input.rows)
    const changes = await saveRows(db, 'workforce.team_roles', {
      rows: known.map(({ row, employeeId }) => ({
        employee_id: employeeId,
        name: row.name,
        role: row.role,
        reach: row.reach,
        starts_on: row.startsOn,
        ends_on: row.endsOn ?? null,
      })),
      existing: await rowsAsJson(db, 'workforce.team_roles', sql`t.employee_id = any (${employeeIds})`),
      keyOf: r => `${r.employee_id}|${String(r.name).toLowerCase()}|${r.starts_on}`,
      newId,
    })
    note({ subjectKind: 'workforce.team-role', detail: { rows: input.rows.length } })
    return { changes: inPlace(changes), refusals }
  },
})
