import { z } from 'zod'
import { recordObjectionEffects } from '#domain/talent/objection/objection-effects.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/** Tells which benches and dossiers rest on a result that a granted objection corrects; whoever keeps the map looks at them. */
export const traceObjectionSuccession = useCase({
  name: 'trace-objection-succession',
  room: 'succession',
  permission: { system: 'agency' },
  reads: ['succession.readiness', 'succession.dossiers', 'workforce.positions', 'workforce.units'],
  writes: [],
  input: z.object({ objectionId: field.id('Sanggahan'), employeeId: field.id('Pegawai') }),
  async run({ input, db, note, call }) {
    const benches = await db.rows<{ id: string; name: string; unit: string }>(
      sql`select p.id, p.name, p.unit_short_name as unit from succession.v_readiness r join workforce.v_positions p on p.agency_id = r.agency_id and p.id = r.position_id
        where r.employee_id = ${input.employeeId} order by p.name, p.id`,
    )
    const dossiers = await db.rows<{ id: string; number: string }>(
      sql`select id, number from succession.v_dossiers where employee_id = ${input.employeeId} order by number`,
    )
    const effects = [
      ...benches.map(b => ({
        kind: 'bench' as const,
        subjectId: b.id,
        label: `daftar suksesi ${b.name}, ${b.unit}`,
        href: `/suksesi/${b.id}/${input.employeeId}`,
      })),
      ...dossiers.map(d => ({
        kind: 'dossier' as const,
        subjectId: d.id,
        label: `berkas keputusan ${d.number}`,
        href: `/keputusan/${d.id}`,
      })),
    ]
    if (effects.length > 0) await call(recordObjectionEffects, { objectionId: input.objectionId, effects })
    note({ subjectKind: 'talent.objection', subjectId: input.objectionId, employeeId: input.employeeId })
  },
})
