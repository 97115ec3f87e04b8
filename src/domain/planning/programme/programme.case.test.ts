import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { execute } from '#platform/use-case.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { agreeTarget } from './agree-target.ts'
import { chooseParticipants, scoreNominee } from './choose-participants.ts'
import { openProgramme } from './open-programme.ts'

let agency: PlanningAgency
let programmeId: string
let indicatorId: string
const hr = () => agency.actor('hr_officer')
const programme = {
  code: 'INFRA-2027',
  name: 'Program infrastruktur',
  startsOn: '2026-09-01',
  seats: 1,
  criteria: [
    { code: 'teknis', label: 'Potensi teknis', weight: 60 },
    { code: 'koordinasi', label: 'Koordinasi', weight: 40 },
  ],
}

beforeAll(async () => {
  agency = await aPlanningAgency()
  const [indicator] = await agency.rows('workforce.indicators', [
    { code: 'TERLAMBAT', name: 'Paket terlambat', unit_of_measure: 'persen', direction: 'lower-better' },
  ])
  indicatorId = indicator.id
  programmeId = (await execute(agency.database, hr(), openProgramme, programme)).id
})
afterAll(() => agency.close())

it('Weights that do not add up to 100 are refused with their sum', async () => {
  await expect(
    execute(agency.database, hr(), openProgramme, {
      ...programme,
      code: 'SALAH',
      criteria: [{ code: 'teknis', label: 'Potensi teknis', weight: 90 }],
    }),
  ).rejects.toMatchObject({ code: 'planning.programme.weights', message: expect.stringContaining('90') })
})

it('The seats go to the highest score; who lacks a criterion is neither chosen nor turned down, and is named', async () => {
  const [ani, budi, citra] = agency.people
  const give = (employeeId: string, teknis: number | null, koordinasi: number | null) =>
    execute(agency.database, hr(), scoreNominee, { programmeId, employeeId, criteria: { teknis, koordinasi } })
  await give(ani.id, 70, 70)
  await give(budi.id, 90, 60)
  await give(citra.id, 100, null)
  expect(await execute(agency.database, hr(), chooseParticipants, { programmeId })).toEqual({
    chosen: 1,
    incomplete: ['Citra Belum Dinilai'],
  })
  const rows = await agency.ask(
    sql`select employee_id, score, is_chosen from planning.programme_people where programme_id = ${programmeId}`,
  )
  expect(rows).toHaveLength(3)
  expect(rows).toContainEqual({ employee_id: budi.id, score: 78, is_chosen: true })
  expect(rows).toContainEqual({ employee_id: ani.id, score: 70, is_chosen: false })
  expect(rows).toContainEqual({ employee_id: citra.id, score: null, is_chosen: null })
  const told = await agency.sow('select employee_id, text from platform.notices where agency_id = $1', [agency.id])
  expect(told.map(t => t.employee_id).sort()).toEqual([ani.id, budi.id].sort())
})

it('A target agreed after the start is kept and said to be after the start', async () => {
  const agree = (agreedOn: string) =>
    execute(agency.database, hr(), agreeTarget, {
      programmeId,
      indicatorId,
      target: 25,
      agreedBy: 'Sekretaris Daerah',
      agreedOn,
    })
  expect(await agree('2026-08-20')).toEqual({ beforeStart: true })
  expect(await agree('2026-10-01')).toEqual({ beforeStart: false })
})
