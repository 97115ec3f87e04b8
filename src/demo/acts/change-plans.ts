import { cancelSession, changeSession } from '#domain/planning/catalogue/change-session.ts'
import { agreePlan, proposePlan } from '#domain/planning/plan/agree-plan.ts'
import { draftPlan } from '#domain/planning/plan/draft-plan.ts'
import { acceptPlanChange, declinePlanChange } from '#domain/planning/plan-change/decide-plan-change.ts'
import { proposePlanChanges } from '#domain/planning/plan-change/propose-plan-changes.ts'
import { sql } from '#platform/database/database.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'

/** What happened to plans in force and what was proposed of it: a cancelled class of December, and checks that saw nothing. */
export const changePlans = async (acts: Acts, cast: Cast, step: (line: string) => void): Promise<void> => {
  const [siti] = await acts.rows<{ id: string }>(
    sql`select id from workforce.v_people where name = 'Siti Maesaroh' and supervisor_id = ${cast.supervisor.employeeId}`,
  )
  const [module] = await acts.rows<{
    id: string
    name: string
    method: string
    jp: number
    cost: number
    competency: string
  }>(
    sql`select m.id, m.name, m.method, m.jp, m.cost_per_head as cost, e.competency_id as competency from planning.v_modules m join planning.v_module_effects e on e.agency_id = m.agency_id and e.module_id = m.id where m.code = 'MP-04'`,
  )
  if (siti && module) {
    const dates = { startsOn: '2026-12-14', endsOn: '2026-12-16' }
    const { id: sessionId } = await acts.as(cast.officer, 'hr_officer', '2026-10-05', changeSession, {
      moduleId: module.id,
      session: { code: 'MP-04-2026-2', mode: 'tatap_muka', ...dates, place: 'Aula BKPSDM', seats: 20, seatsMinimum: 8 },
    })
    const { id: planId } = await acts.as(cast.supervisor, 'supervisor', '2026-10-12', draftPlan, {
      employeeId: siti.id,
      reason: 'Mengawasi mutu pekerjaan jalan sendiri mulai 2027.',
      items: [
        {
          moduleId: module.id,
          sessionId,
          title: module.name,
          method: module.method,
          shareClass: 10,
          ...dates,
          jp: module.jp,
          cost: module.cost,
          competencyId: module.competency,
          fromLevel: 2,
          toLevel: 3,
          reason: 'Kesenjangan terhadap jabatan sekarang.',
          indicator: 'Memeriksa mutu satu paket dengan daftar periksa',
          target: '1 paket',
        },
      ],
    })
    const own = { ...cast.employee(siti.id), name: 'Siti Maesaroh' }
    await acts.as(cast.supervisor, 'supervisor', '2026-10-12', proposePlan, { planId })
    await acts.as(own, 'asn', '2026-10-13', agreePlan, { planId, as: 'employee' })
    await acts.as(cast.supervisor, 'supervisor', '2026-10-14', agreePlan, { planId, as: 'supervisor' })
    const reason = 'Pengajar berhalangan dan peserta belum mencapai jumlah paling sedikit.'
    await acts.as(cast.officer, 'hr_officer', '2026-11-23', cancelSession, { sessionId, reason })
    await acts.asSystem('2026-11-23', proposePlanChanges, {
      happening: { what: 'class-cancelled', sessionId, reason },
    })
  }
  // Checks of the programme that did not see the behaviour, told when they were answered.
  const failed = await acts.rows<{
    id: string
    employee_id: string
    competency_id: string | null
    to_level: number | null
    day_number: number
    statement: string
    answered_on: string
    programme: string | null
  }>(
    sql`select f.id, f.employee_id, f.competency_id, f.to_level, f.day_number, f.statement, f.answered_on, f.programme_id as programme from delivery.v_follow_ups f
      where f.rater = 'supervisor' and f.verdict = 'belum' and f.answered_on is not null order by f.answered_on, f.employee_id, f.id`,
  )
  for (const f of failed)
    await acts.asSystem(f.answered_on, proposePlanChanges, {
      happening: {
        what: 'check-failed',
        followUpId: f.id,
        employeeId: f.employee_id,
        competencyId: f.competency_id,
        toLevel: f.to_level,
        day: f.day_number,
        statement: f.statement,
      },
    })
  const proposed = await acts.rows<{ id: string; supervisor: string; name: string; on: string }>(
    sql`select c.id, e.supervisor_id as supervisor, s.name, c.proposed_on + 5 as "on" from planning.v_plan_changes c
      join workforce.v_people e on e.agency_id = c.agency_id and e.id = c.employee_id join workforce.v_people s on s.agency_id = e.agency_id and s.id = e.supervisor_id
      where c.cause = 'evaluation' and e.supervisor_id <> ${cast.supervisor.employeeId} order by c.proposed_on, c.id limit 4`,
  )
  for (const [i, c] of proposed.entries()) {
    const who = { ...cast.employee(c.supervisor), name: c.name }
    if (i % 2 === 0) await acts.as(who, 'supervisor', c.on, acceptPlanChange, { changeId: c.id })
    else
      await acts.as(who, 'supervisor', c.on, declinePlanChange, {
        changeId: c.id,
        reason: 'Sudah didampingi kepala dinas dalam mentoring program.',
      })
  }
  const [{ n }] = await acts.rows<{ n: number }>(sql`select count(*)::int as n from planning.v_plan_changes`)
  step(`${n} usul perubahan rencana dari kelas yang dibatalkan dan pemeriksaan penerapan; sebagian sudah diputus.`)
}
