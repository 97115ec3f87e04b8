import { traceObjectionPlans } from '#domain/planning/plan/trace-objection-plans.ts'
import { traceObjectionSuccession } from '#domain/succession/bench/trace-objection-succession.ts'
import { publishFairness } from '#domain/talent/fairness/publish-fairness.ts'
import { answerObjection } from '#domain/talent/objection/answer-objection.ts'
import { submitObjection } from '#domain/talent/objection/submit-objection.ts'
import { sql } from '#platform/database/database.ts'
import { today } from '../world/people.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'

/** One objection with its paper, granted; what it touches is traced to the map, a plan and a bench. */
export const grantObjection = async (
  acts: Acts,
  cast: Cast,
  { cycleId }: { cycleId: string },
  step: (line: string) => void,
): Promise<void> => {
  const [person] = await acts.rows<{ id: string; name: string }>(
    sql`select p.id, p.name from workforce.v_people p join talent.v_scores s on s.agency_id = p.agency_id and s.employee_id = p.id and s.cycle_id = ${cycleId} and s.placement = 'placed'
      where p.id <> ${cast.asn.employeeId} and exists (select 1 from planning.v_plans n where n.employee_id = p.id and n.state in ('agreed', 'running'))
        and exists (select 1 from succession.v_readiness r where r.employee_id = p.id)
        and not exists (select 1 from talent.v_moves m where m.employee_id = p.id) order by (p.supervisor_id = ${cast.supervisor.employeeId}), p.nip limit 1`,
  )
  if (!person) return
  const { id: objectionId } = await acts.as(
    { ...cast.employee(person.id), name: person.name },
    'asn',
    '2026-11-19',
    submitObjection,
    {
      cycleId,
      statement: 'Penugasan saya sebagai ketua tim lintas instansi tahun 2025 belum dihitung. SK-nya saya lampirkan.',
      files: [
        {
          name: 'SK tim lintas instansi 2025.pdf',
          base64: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n').toString(
            'base64',
          ),
        },
      ],
    },
  )
  await acts.as(cast.officer, 'hr_officer', today, answerObjection, {
    objectionId,
    decision: 'granted',
    answer: 'SK tim tahun 2025 sah dan dicatat. Hasilnya dihitung ulang sesudah sidang berjalan.',
  })
  for (const trace of [traceObjectionPlans, traceObjectionSuccession])
    await acts.asSystem(today, trace, { objectionId, employeeId: person.id })
  step('Satu sanggahan diterima; peta, rencana, dan daftar suksesi yang tersentuh ditelusuri.')
}

/** The fairness report of the trial in June, published with what the agency makes of it. */
export const publishReport = async (acts: Acts, cast: Cast): Promise<void> => {
  const [trial] = await acts.rows<{ id: string }>(
    sql`select id from talent.v_cycles where placed_at is not null order by as_of limit 1`,
  )
  if (trial)
    await acts.as(cast.officer, 'hr_officer', '2026-07-20', publishFairness, {
      cycleId: trial.id,
      statement:
        'Perbedaan antarjenis unit ditelaah bersama Inspektorat. Penilaian kompetensi dijadwalkan lebih dahulu di kecamatan dan unit teknis yang paling sedikit dipetakan.',
    })
}
