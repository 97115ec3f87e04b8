import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { aPlanningAgency, catalogue, type PlanningAgency } from '../testing/planning-agency.ts'
import { registerCatalogue } from './register-catalogue.ts'

let agency: PlanningAgency
beforeAll(async () => {
  agency = await aPlanningAgency()
})
afterAll(() => agency.close())

const snapshot = async () =>
  Promise.all([
    agency.ask(sql`select * from planning.modules order by code`),
    agency.ask(sql`select * from planning.module_effects order by module_id`),
    agency.ask(sql`select * from planning.module_prerequisites order by module_id`),
    agency.ask(sql`select * from planning.sessions order by code`),
  ])

it('The same catalogue brought twice changes nothing', async () => {
  const before = await snapshot()
  await execute(agency.database, agency.actor('hr_officer'), registerCatalogue, catalogue)
  expect(await snapshot()).toEqual(before)
  expect(before.map(rows => rows.length)).toEqual([2, 2, 1, 1])
})

it('A price that is not known stays unknown, and is not free', async () => {
  const [module] = await agency.ask<{ cost_per_head: number | null }>(
    sql`select cost_per_head from planning.modules where code = 'NEGOSIASI'`,
  )
  expect(module.cost_per_head).toBeNull()
})

it('A competency that is in no dictionary is refused by name, and nothing is written', async () => {
  const before = await snapshot()
  await expect(
    execute(agency.database, agency.actor('hr_officer'), registerCatalogue, {
      modules: [
        {
          ...catalogue.modules[0],
          code: 'BARU',
          effects: [{ competencyCode: 'X.9', fromLevel: 1, toLevel: 2 }],
        },
      ],
    }),
  ).rejects.toMatchObject({ code: 'planning.catalogue.competency-unknown', message: expect.stringContaining('X.9') })
  expect(await snapshot()).toEqual(before)
})
