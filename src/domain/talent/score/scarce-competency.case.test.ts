import { afterAll, beforeAll, expect, test } from 'vitest'
import { isKnown } from '#core/figure/figure.ts'
import { anAgency, type TestAgency, testDay } from '#platform/database/testing/agency.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { talentInputsOf } from './evidence.model.ts'
import { partFigure } from './part.model.ts'
import { scarceRules } from './scarce-competency.rules.ts'
import { recordsOf, type ScopePerson } from './score.store.ts'

let agency: TestAgency
const people: Record<string, string> = {}

beforeAll(async () => {
  agency = await anAgency(talentUseCases)
  const [unit] = await agency.rows('workforce.units', [{ code: 'D', name: 'Dinas Uji', kind: 'dinas' }])
  const [post] = await agency.rows('workforce.positions', [
    { name: 'Ahli Bendungan', unit_id: unit.id, kind: 'functional', tier: 'JF Ahli Muda', is_scarce: true },
    { name: 'Juru Tulis', unit_id: unit.id, kind: 'functional', tier: 'JF Ahli Muda', is_scarce: false },
  ])
  const [dam, typing] = await agency.rows('competency.competencies', [
    { code: 'T.Bendungan', name: 'Keamanan Bendungan', kind: 'technical', version: '2017' },
    { code: 'T.Tulis', name: 'Tata Naskah', kind: 'technical', version: '2017' },
  ])
  const standards = await agency.rows('competency.position_standards', [
    { position_name: 'Ahli Bendungan', valid_from: '2020-01-01' },
    { position_name: 'Juru Tulis', valid_from: '2020-01-01' },
  ])
  for (const [standard, competency] of [
    [standards[0].id, dam.id],
    [standards[1].id, typing.id],
  ])
    await agency.sow(
      "insert into competency.requirements (agency_id, standard_id, competency_id, level, importance) values ($1, $2, $3, 3, 'mutlak')",
      [agency.id, standard, competency],
    )
  for (const [i, [name, competency, level]] of (
    [
      ['Reaches', dam.id, 3],
      ['Short', dam.id, 2],
      ['Other', typing.id, 5],
      ['Unknown', null, 0],
    ] as const
  ).entries()) {
    const [{ id }] = await agency.rows('workforce.employees', [
      { nip: `19850202201001100${i}`, name, employment: 'PNS', unit_id: unit.id, position_id: post.id },
    ])
    people[name] = id
    if (competency)
      await agency.rows('competency.evidence', [
        {
          employee_id: id,
          competency_id: competency,
          source: 'test',
          level,
          observed_on: '2026-02-01',
          is_verified: true,
        },
      ])
  }
})
afterAll(() => agency.close())

test('Who reaches a scarce competency has its points, who falls short has none, and who was never measured is not known', async () => {
  const officer = agency.actor('hr_officer')
  const records = await agency.database.as(officer, db =>
    recordsOf(
      db,
      Object.values(people).map(id => ({ id }) as ScopePerson),
      testDay,
    ),
  )
  const { body, reference } = scarceRules.on(testDay)
  const pointsOf = (name: string) => {
    const record = records.get(people[name])
    if (!record) throw new Error(name)
    const figure = partFigure(body.part, talentInputsOf(record, testDay), {
      asOf: testDay,
      ruleSet: reference,
      useExpired: false,
    })
    return isKnown(figure) ? figure.value : null
  }
  expect(['Reaches', 'Short', 'Other', 'Unknown'].map(pointsOf)).toEqual([75, 0, null, null])
})

test('No shipped rule set counts it: it weighs nothing until an agency gives it weight', () => {
  for (const set of scarceRules.sets()) for (const v of set.versions) expect(v.body.part.weight).toBe(0)
})
