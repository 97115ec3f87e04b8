import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { registerGoal } from '../goal/register-goal.ts'
import { planningMyData } from '../planning.my-data.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { listFacilitators, listTeaching, loadFigure } from './facilitator.store.ts'
import { recordAbsence, removeAbsence } from './record-absence.ts'
import { registerFacilitator } from './register-facilitator.ts'

let agency: PlanningAgency
let moduleId: string
let facilitatorId: string
const hr = () => agency.actor('hr_officer')

beforeAll(async () => {
  agency = await aPlanningAgency()
  moduleId = (await agency.ask<{ id: string }>(sql`select id from planning.modules where code = 'KONTRAK'`))[0].id
  facilitatorId = (
    await execute(agency.database, hr(), registerFacilitator, {
      name: 'Bu Rina',
      nip: '198001012005011002',
      maxDays: 20,
      moduleIds: [moduleId],
    })
  ).id
})
afterAll(() => agency.close())

it('A facilitator stands with what she teaches and the days she cannot', async () => {
  const absence = { facilitatorId, startsOn: '2027-03-01', endsOn: '2027-03-05' }
  const { id } = await execute(agency.database, hr(), recordAbsence, absence)
  await expect(execute(agency.database, hr(), recordAbsence, absence)).rejects.toMatchObject({
    code: 'planning.facilitator.absent',
  })
  const [found] = await agency.database.as(hr(), db => listFacilitators(db))
  expect(found).toMatchObject({
    name: 'Bu Rina',
    modules: [{ id: moduleId }],
    absences: [{ starts_on: '2027-03-01', ends_on: '2027-03-05' }],
  })
  await execute(agency.database, hr(), removeAbsence, { facilitatorId, absenceId: id })
  expect((await agency.database.as(hr(), db => listFacilitators(db)))[0].absences).toEqual([])
})

it('Her load counts the classes of adopted scenarios only', async () => {
  const [session] = await agency.ask<{ id: string }>(sql`select id from planning.sessions`)
  const load = async () => {
    const teaching = await agency.database.as(hr(), db => listTeaching(db, 2027))
    return loadFigure(facilitatorId, 2027, teaching, '2026-11-24').value
  }
  await agency.rows('planning.scenarios', [
    {
      name: 'A',
      year: 2027,
      state: 'solved',
      settings: {},
      created_by: 'Uji',
      created_at: '2026-11-24',
      solution: { openSessions: [{ session: session.id, trainers: [facilitatorId] }] },
    },
  ])
  expect(await load()).toBe(0)
  await agency.sow("update planning.scenarios set state = 'adopted' where agency_id = $1", [agency.id])
  expect(await load()).toBe(3)
})

it('Whoever teaches finds her modules and levels in her own data; a colleague finds nothing of them', async () => {
  const people = await agency.ask<{ id: string; is_she: boolean }>(
    sql`select e.id, e.id = f.employee_id as is_she from workforce.employees e, planning.facilitators f where f.id = ${facilitatorId}`,
  )
  const [competency] = await agency.ask<{ id: string }>(sql`select id from competency.competencies limit 1`)
  await agency.rows('planning.facilitator_levels', [
    {
      facilitator_id: facilitatorId,
      competency_id: competency.id,
      level: 4,
      evidence: 'Sertifikat pengajar',
      observed_on: '2026-10-01',
      recorded_by_name: 'Uji',
    },
  ])
  const ownOf = async (id: string) =>
    (await agency.database.as(agency.actor('asn', id), db => planningMyData(db, id)))
      .filter(p => ['Kompetensi mengajar', 'Tugas sebagai fasilitator'].includes(p.title))
      .map(p => p.rows.length)
  expect(await ownOf(people.find(p => p.is_she)!.id)).toEqual([1, 1])
  const colleague = people.find(p => !p.is_she)!.id
  expect(await ownOf(colleague)).toEqual([0, 0])
  const seen = await agency.database.as(agency.actor('asn', colleague), db =>
    db.rows(sql`select id from planning.facilitator_levels union all select id from planning.facilitators`),
  )
  expect(seen).toEqual([])
})

it('An employee is registered once, and an unknown NIP is refused at its field', async () => {
  const register = (nip: string) =>
    execute(agency.database, hr(), registerFacilitator, { name: 'Ganda', nip, maxDays: 5, moduleIds: [moduleId] })
  await expect(register('198001012005011002')).rejects.toMatchObject({ code: 'planning.facilitator.registered' })
  await expect(register('199901012005011002')).rejects.toMatchObject({ fields: { nip: expect.any(String) } })
})

it('A goal is corrected without becoming a second one', async () => {
  const goal = { name: 'Jalan mantap 85 persen', basis: 'RPJMD 2025–2029', weight: 3 }
  const { id } = await execute(agency.database, hr(), registerGoal, goal)
  await expect(execute(agency.database, hr(), registerGoal, goal)).rejects.toMatchObject({
    code: 'planning.goal.name-taken',
  })
  await execute(agency.database, hr(), registerGoal, { ...goal, goalId: id, weight: 2 })
  expect(await agency.ask(sql`select id, weight from planning.goals`)).toEqual([{ id, weight: 2 }])
})
