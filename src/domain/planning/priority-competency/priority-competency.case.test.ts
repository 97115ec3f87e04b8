import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { registerGoal } from '../goal/register-goal.ts'
import { planningFigures } from '../planning.figures.ts'
import { planningUseCases } from '../planning.use-cases.ts'
import { declarePriority, linkGoalCompetency, withdrawPriority } from './declare-priority.ts'
import { listDeclared, listStandings } from './priority-competency.store.ts'

let agency: TestAgency
let contract: { id: string }
let people: Record<string, string>

beforeAll(async () => {
  agency = await anAgency(planningUseCases)
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Pekerjaan Umum' }])
  const [asking, other] = await agency.rows('workforce.positions', [
    { name: 'Pengelola Kontrak', unit_id: unit.id, kind: 'executor', tier: 'Pelaksana', seats: 3, is_key: false },
    { name: 'Pengadministrasi', unit_id: unit.id, kind: 'executor', tier: 'Pelaksana', seats: 3, is_key: false },
  ])
  const person = (nip: string, name: string, position_id: string, birth_on = '1985-01-01') => ({
    nip,
    name,
    employment: 'PNS',
    unit_id: unit.id,
    position_id,
    birth_on,
    state: 'active',
  })
  const rows = await agency.rows('workforce.employees', [
    // Retires at 58 within the window.
    person('196901012000011001', 'Pemegang Tua', asking.id, '1969-05-10'),
    person('198501012010011002', 'Kurang', asking.id),
    person('198501012010011003', 'Tak Diketahui', asking.id),
    person('198501012010011004', 'Dari Jabatan Lain', other.id),
  ])
  people = Object.fromEntries(rows.map(r => [r.name as string, r.id]))
  ;[contract] = await agency.rows('competency.competencies', [
    { code: 'T.Kontrak', name: 'Pengelolaan Kontrak', kind: 'technical', version: '2017' },
  ])
  const [standard] = await agency.rows('competency.position_standards', [
    { position_name: 'Pengelola Kontrak', valid_from: '2017-01-01' },
  ])
  await agency.sow(
    `insert into competency.requirements (agency_id, standard_id, competency_id, level, importance) values ($1, $2, $3, 2, 'mutlak')`,
    [agency.id, standard.id, contract.id],
  )
  await agency.rows(
    'competency.evidence',
    [
      ['Pemegang Tua', 3],
      ['Kurang', 1],
      ['Dari Jabatan Lain', 2],
    ].map(([name, level]) => ({
      employee_id: people[name],
      competency_id: contract.id,
      source: 'supervisor',
      level,
      observed_on: '2026-08-01',
      is_verified: true,
      is_replaced: false,
    })),
  )
})
afterAll(() => agency.close())

const hr = () => agency.actor('hr_officer')
const standing = async () => (await agency.database.as(hr(), listStandings)).find(s => s.code === 'T.Kontrak')

it('A competency shows who holds it, who leaves soon, who falls short, of whom nobody knows, and who else could', async () => {
  const s = await standing()
  expect(s).toMatchObject({
    level: 2,
    met: [people['Pemegang Tua']],
    short: [people.Kurang],
    unknown: [people['Tak Diketahui']],
    leaving: [people['Pemegang Tua']],
    others: [people['Dari Jabatan Lain']],
    learners: [],
  })
  expect(new Set(s?.holders)).toEqual(new Set([people['Pemegang Tua'], people['Dari Jabatan Lain']]))
  // 40·1/3 to 40·2/3 short, 20·1/2 leaving, 20 for fewer than three holders.
  expect(s?.points.value).toBeNull()
  expect(s?.points.bounds?.[0]).toBeCloseTo(40 / 3 + 30, 6)
  expect(s?.points.bounds?.[1]).toBeCloseTo(80 / 3 + 30, 6)
  const opened = await agency.database.as(hr(), db =>
    planningFigures['planning.priority-competency'](db, ['points', 'T.Kontrak']),
  )
  expect(opened).toEqual(s?.points)
})

it('A goal that rests on it raises its points by weight and link; taken away, they fall again', async () => {
  const { id: goalId } = await execute(agency.database, hr(), registerGoal, {
    name: 'Infrastruktur tepat waktu',
    basis: 'RPJMD 2025-2029',
    weight: 3,
  })
  const link = (weight: number) =>
    execute(agency.database, hr(), linkGoalCompetency, { goalId, competencyId: contract.id, weight })
  const before = (await standing())?.points.bounds?.[0] ?? 0
  await link(2)
  expect((await standing())?.points.bounds?.[0]).toBeCloseTo(before + 5 * 3 * 2, 6)
  await link(0)
  expect((await standing())?.points.bounds?.[0]).toBeCloseTo(before, 6)
})

it('A declaration keeps what it rested on, holds once, and ends only with a reason', async () => {
  const declare = () =>
    execute(agency.database, hr(), declarePriority, {
      competencyId: contract.id,
      declaredBy: 'Bupati Uji',
      reason: 'Pemegangnya segera pensiun.',
    })
  const { id } = await declare()
  await expect(declare()).rejects.toThrow(/sudah ditetapkan/)
  const inForce = await agency.database.as(agency.actor('leader'), db => listDeclared(db))
  expect(inForce).toMatchObject([{ name: 'Pengelolaan Kontrak', declared_by_name: 'Bupati Uji', withdrawn_on: null }])
  expect(inForce[0].figure.bounds?.[0]).toBeCloseTo(40 / 3 + 30, 6)
  await execute(agency.database, hr(), withdrawPriority, { priorityId: id, reason: 'Sudah ada tiga pemegang baru.' })
  await declare()
  expect(
    (await agency.database.as(hr(), db => listDeclared(db, contract.id))).map(d => d.withdrawn_on !== null),
  ).toEqual([false, true])
})
