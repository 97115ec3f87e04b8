import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { draftPlan } from '../plan/draft-plan.ts'
import { aPlanningAgency, catalogue, type PlanningAgency } from '../testing/planning-agency.ts'
import { changeModule } from './change-module.ts'
import { cancelSession, changeSession } from './change-session.ts'
import { registerCatalogue } from './register-catalogue.ts'

let agency: PlanningAgency
const hr = () => agency.actor('hr_officer')
const idOf = async (code: string) =>
  (
    await agency.ask<{ id: string }>(sql`select id from planning.modules where code = ${code} and valid_until is null`)
  )[0].id
const sessionId = async () =>
  (await agency.ask<{ id: string }>(sql`select id from planning.sessions where code = 'KONTRAK-1'`))[0].id
const module = () => ({
  code: 'KONTRAK',
  name: 'Pengelolaan Kontrak Konstruksi',
  method: 'Pelatihan teknis',
  shareClass: 10,
  jp: 30,
  days: 4,
  costPerHead: 4_500_000,
  effects: [{ competencyId: agency.competencies[0].id, fromLevel: 1, toLevel: 3 }],
  prerequisites: [],
})
const change = (moduleId: string | null, more: object = {}, reason: string | null = null) =>
  execute(agency.database, hr(), changeModule, { moduleId, module: { ...module(), ...more }, reason })

beforeAll(async () => {
  agency = await aPlanningAgency()
})
afterAll(() => agency.close())

it('A module nobody uses yet is mended in place', async () => {
  const id = await idOf('KONTRAK')
  expect(await change(id)).toEqual({ id, isNewVersion: false })
  expect(await agency.ask(sql`select jp, cost_per_head from planning.modules where id = ${id}`)).toEqual([
    { jp: 30, cost_per_head: 4_500_000 },
  ])
})

it('A module that stands in a plan becomes a new version with a reason; the plan keeps the old one, classes to come follow', async () => {
  const [ani] = agency.people
  const old = await idOf('KONTRAK')
  await execute(agency.database, hr(), draftPlan, {
    employeeId: ani.id,
    reason: 'Rencana tahunan',
    items: [
      {
        moduleId: old,
        sessionId: await sessionId(),
        title: 'Kontrak',
        method: 'Pelatihan teknis',
        shareClass: 10,
        startsOn: '2027-03-01',
        endsOn: '2027-03-03',
      },
    ],
  })
  await expect(change(old, { jp: 40 })).rejects.toMatchObject({
    code: 'planning.catalogue.reason-missing',
    fields: { reason: expect.any(String) },
  })
  const { id, isNewVersion } = await change(old, { jp: 40 }, 'Kurikulum 2027 bertambah 10 JP.')
  expect(isNewVersion).toBe(true)
  expect(
    await agency.ask(sql`select id, jp, valid_until from planning.modules where code = 'KONTRAK' order by valid_from`),
  ).toEqual([
    { id: old, jp: 30, valid_until: '2026-11-23' },
    { id, jp: 40, valid_until: null },
  ])
  expect(await agency.ask(sql`select module_id from planning.plan_items`)).toEqual([{ module_id: old }])
  expect(await agency.ask(sql`select module_id from planning.sessions`)).toEqual([{ module_id: id }])
  expect(await agency.ask(sql`select required_module_id from planning.module_prerequisites`)).toEqual([
    { required_module_id: id },
  ])
  await expect(change(old, {}, 'Versi lama tidak diubah lagi.')).rejects.toMatchObject({
    code: 'planning.catalogue.not-in-force',
  })
})

it('An import after a new version renews that version and opens no third', async () => {
  await execute(agency.database, hr(), registerCatalogue, catalogue)
  expect(await agency.ask(sql`select jp from planning.modules where code = 'KONTRAK' order by valid_from`)).toEqual([
    { jp: 30 },
    { jp: 24 },
  ])
})

it('A code that is taken, a level that does not rise and an unknown prerequisite are refused at their field', async () => {
  await expect(change(null)).rejects.toMatchObject({ fields: { 'module.code': expect.any(String) } })
  await expect(
    change(null, { code: 'X', effects: [{ competencyId: agency.competencies[0].id, fromLevel: 3, toLevel: 3 }] }),
  ).rejects.toMatchObject({ fields: { 'module.effects.0.toLevel': expect.any(String) } })
  await expect(change(null, { code: 'X', prerequisites: [['TIDAK-ADA']] })).rejects.toMatchObject({
    code: 'planning.catalogue.prerequisite-unknown',
  })
  expect(await agency.ask(sql`select 1 from planning.modules where code = 'X'`)).toEqual([])
})

const session = {
  code: 'KONTRAK-1',
  mode: 'tatap_muka',
  startsOn: '2027-04-05',
  endsOn: '2027-04-07',
  seats: 20,
}
const notices = () =>
  agency.sow('select employee_id, text from platform.notices where agency_id = $1 order by created_at', [agency.id])

it('Who planned a class is told when it moves and when it is cancelled, and each needs a reason', async () => {
  const input = { sessionId: await sessionId(), moduleId: await idOf('KONTRAK'), session }
  await expect(execute(agency.database, hr(), changeSession, input)).rejects.toMatchObject({
    code: 'planning.session.reason-missing',
    message: expect.stringContaining('1 orang'),
  })
  await execute(agency.database, hr(), changeSession, { ...input, reason: 'Aula dipakai untuk pemilihan.' })
  await execute(agency.database, hr(), cancelSession, {
    sessionId: input.sessionId,
    reason: 'Pengajar berhalangan tetap.',
  })
  const told = await notices()
  expect(told.map(n => n.employee_id)).toEqual([agency.people[0].id, agency.people[0].id])
  expect(told[0].text).toContain('5 April 2027')
  expect(told[1].text).toContain('Pengajar berhalangan')
  await expect(execute(agency.database, hr(), changeSession, input)).rejects.toMatchObject({
    code: 'planning.session.begun',
  })
})

it('Only HR keeps the catalogue', async () => {
  await expect(
    execute(agency.database, agency.actor('asn', agency.people[0].id), changeModule, { module: module() }),
  ).rejects.toThrow()
})
