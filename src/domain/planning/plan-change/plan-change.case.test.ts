import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { listTraced } from '../budget/budget-outlook.ts'
import { changeBudgetLine } from '../budget/change-budget-line.ts'
import { cancelSession } from '../catalogue/change-session.ts'
import { agreePlan, proposePlan } from '../plan/agree-plan.ts'
import { draftPlan } from '../plan/draft-plan.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { acceptPlanChange, declinePlanChange, reopenPlanChange } from './decide-plan-change.ts'
import { proposePlanChanges } from './propose-plan-changes.ts'

let agency: PlanningAgency
let moduleId: string
let sessionId: string
beforeAll(async () => {
  agency = await aPlanningAgency()
  moduleId = (await agency.ask<{ id: string }>(sql`select id from planning.modules where code = 'KONTRAK'`))[0].id
  sessionId = (await agency.ask<{ id: string }>(sql`select id from planning.sessions where code = 'KONTRAK-1'`))[0].id
})
afterAll(() => agency.close())

const as = (who: { id: string }) => agency.actor('asn', who.id)
const boss = () => agency.actor('supervisor', agency.boss.id)
const hr = () => agency.actor('hr_officer')
const propose = (happening: object) => execute(agency.database, hr(), proposePlanChanges, { happening })
const openOf = (employeeId: string) =>
  agency.ask<{ id: string; cause: string; steps: { verb: string; item: { title: string } | null }[] }>(
    sql`select id, cause, steps from planning.plan_changes where employee_id = ${employeeId} and state = 'open' order by proposed_on, id`,
  )

/** A plan in force of one person with the class of March. */
const inForce = async (who: { id: string }) => {
  const { id } = await execute(agency.database, as(who), draftPlan, {
    employeeId: who.id,
    reason: 'Rencana tahunan',
    items: [
      {
        moduleId,
        sessionId,
        title: 'Pengelolaan Kontrak Konstruksi',
        method: 'Pelatihan teknis',
        shareClass: 10,
        startsOn: '2027-03-01',
        endsOn: '2027-03-03',
        jp: 24,
        cost: 4_000_000,
        budgetLineId: agency.line.id,
        competencyId: agency.competencies[0].id,
        fromLevel: 1,
        toLevel: 3,
        indicator: 'Dua paket tanpa adendum terlambat',
        target: '2 paket',
      },
    ],
  })
  await execute(agency.database, as(who), proposePlan, { planId: id })
  await execute(agency.database, as(who), agreePlan, { planId: id, as: 'employee' })
  await execute(agency.database, boss(), agreePlan, { planId: id, as: 'supervisor' })
  return id
}

it('A smaller budget proposes to each plan it can no longer pay, and what is taken out stands in next year’s needs', async () => {
  const [ani, budi] = agency.people
  const plan = await inForce(ani)
  await inForce(budi)
  await execute(agency.database, hr(), changeBudgetLine, {
    lineId: agency.line.id,
    activity: 'Pelatihan teknis',
    source: 'APBD',
    year: 2027,
    amount: 5_000_000,
    mode: 'restrictive',
    reason: 'Pergeseran anggaran daerah',
  })
  const happening = {
    what: 'budget-cut',
    lineId: agency.line.id,
    before: 8_000_000,
    after: 5_000_000,
    reason: 'Pergeseran anggaran daerah',
  }
  expect(await propose(happening)).toEqual({ proposed: 1 })
  // The same event, delivered again, proposes nothing new.
  expect(await propose(happening)).toEqual({ proposed: 0 })
  const changes = [...(await openOf(ani.id)), ...(await openOf(budi.id))]
  expect(changes).toMatchObject([{ cause: 'budget-cut', steps: [{ verb: 'drop' }] }])
  expect((await agency.ask(sql`select state from planning.plans where id = ${plan}`))[0]).toEqual({ state: 'agreed' })
  const owner = (await openOf(ani.id)).length > 0 ? ani : budi
  await execute(agency.database, hr(), acceptPlanChange, { changeId: changes[0].id })
  expect(await agency.ask(sql`select employee_id from planning.need_deferrals`)).toEqual([{ employee_id: owner.id }])
})

it('A cancelled class releases its money at once, and its proposal becomes a version that both must sign', async () => {
  const [ani] = agency.people
  const plan = await inForce(ani)
  const traced = () => agency.database.as(hr(), db => listTraced(db, 2027, agency.line.id))
  const before = (await traced()).length
  await execute(agency.database, hr(), cancelSession, { sessionId, reason: 'Pengajar berhalangan tetap' })
  expect((await traced()).length).toBeLessThan(before)
  await propose({ what: 'class-cancelled', sessionId, reason: 'Pengajar berhalangan tetap' })
  const [change] = await openOf(ani.id)
  expect(change).toMatchObject({ cause: 'class-cancelled', steps: [{ verb: 'replace' }] })
  const { planId } = await execute(agency.database, as(ani), acceptPlanChange, { changeId: change.id })
  const [version] = await agency.ask(
    sql`select state, agreed_by_employee_on is not null as signed, reason from planning.plans where id = ${planId}`,
  )
  expect(version).toMatchObject({ state: 'proposed', signed: true, reason: expect.stringContaining('dibatalkan') })
  expect((await agency.ask(sql`select state from planning.plans where id = ${plan}`))[0]).toEqual({ state: 'agreed' })
  await execute(agency.database, boss(), agreePlan, { planId, as: 'supervisor' })
  expect((await agency.ask(sql`select state from planning.plans where id = ${plan}`))[0]).toEqual({ state: 'replaced' })
})

it('Refused with a reason, the plan stays; a decision is made once, and only by whom the rule names', async () => {
  const [ani, budi] = agency.people
  await propose({
    what: 'check-failed',
    followUpId: '00000000-0000-4000-8000-000000000001',
    employeeId: ani.id,
    competencyId: agency.competencies[0].id,
    toLevel: 3,
    day: 90,
    statement: 'Menyusun jadwal paket',
  })
  const [change] = await openOf(ani.id)
  const decline = (actor: ReturnType<typeof hr>, reason: string) =>
    execute(agency.database, actor, declinePlanChange, { changeId: change.id, reason })
  await expect(decline(hr(), 'Sudah ada pendamping')).rejects.toMatchObject({ code: 'planning.plan-change.not-yours' })
  await expect(decline(as(budi), 'Sudah ada pendamping')).rejects.toMatchObject({
    code: 'planning.plan-change.not-found',
  })
  await expect(decline(boss(), 'ya')).rejects.toMatchObject({ fields: { reason: expect.any(String) } })
  await decline(boss(), 'Sudah ada pendamping')
  await expect(execute(agency.database, as(ani), acceptPlanChange, { changeId: change.id })).rejects.toMatchObject({
    code: 'planning.plan-change.decided',
  })
  await execute(agency.database, boss(), reopenPlanChange, { changeId: change.id })
  expect(await openOf(ani.id)).toHaveLength(1)
})
