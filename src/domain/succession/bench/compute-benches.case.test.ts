import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { successionFigures } from '../succession.figures.ts'
import { successionUseCases } from '../succession.use-cases.ts'
import { addCandidate, withdrawCandidate } from './add-candidate.ts'
import { findJudgement, listBenches, listBenchPeople, listSuccessors } from './bench.store.ts'
import { chainFrom } from './chain.model.ts'
import { computeBenches } from './compute-benches.ts'

let agency: TestAgency
let posts: { id: string; name: string }[]
let people: Record<string, string>

const career = (employeeId: string, name: string, tier: string, from: string, until: string | null, more = {}) => ({
  employee_id: employeeId,
  position_name: name,
  unit_name: 'Dinas Pekerjaan Umum',
  tier,
  family: 'Infrastruktur',
  assignment: 'Definitif',
  starts_on: from,
  ends_on: until,
  ...more,
})

beforeAll(async () => {
  agency = await anAgency(successionUseCases)
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Pekerjaan Umum' }])
  posts = (await agency.rows('workforce.positions', [
    ...['Kepala Bidang Jalan', 'Kepala Bidang Jembatan', 'Kepala Bidang Irigasi'].map(name => ({
      name,
      unit_id: unit.id,
      kind: 'structural',
      tier: 'Administrator',
      family: 'Infrastruktur',
      seats: 1,
      is_key: true,
      impact_class: 4,
    })),
    ...['Kepala Seksi A', 'Kepala Seksi B', 'Kepala Seksi C'].map(name => ({
      name,
      unit_id: unit.id,
      kind: 'structural',
      tier: 'Pengawas',
      family: 'Infrastruktur',
      seats: 1,
      is_key: false,
    })),
  ])) as typeof posts
  const person = (nip: string, name: string, post: number | null, more: object = {}) => ({
    nip,
    name,
    employment: 'PNS',
    unit_id: unit.id,
    position_id: post === null ? null : posts[post].id,
    education_level: 'S-1',
    rank: 'III/d',
    birth_on: '1980-01-01',
    state: 'active',
    ...more,
  })
  const rows = await agency.rows('workforce.employees', [
    // Retires within two years from the first post.
    person('196901012000011001', 'Pemegang Jalan', 0, { birth_on: '1969-05-10' }),
    person('197501012000011002', 'Pemegang Jembatan', 1, { birth_on: null }),
    person('198001012005011001', 'Siap', 3),
    person('198001012005011002', 'Tanpa cek disiplin', 4),
    person('198001012005011003', 'Kurang masa', 5),
    person('198001012005011004', 'Dari luar', null),
  ])
  people = Object.fromEntries(rows.map(r => [r.name as string, r.id]))
  const [siap, tanpaCek, kurang] = [people.Siap, people['Tanpa cek disiplin'], people['Kurang masa']]
  await agency.rows('workforce.careers', [
    career(siap, 'Kepala Seksi A', 'Pengawas', '2020-01-01', null),
    career(tanpaCek, 'Kepala Seksi B', 'Pengawas', '2020-01-01', null),
    career(kurang, 'Kepala Seksi C', 'Pengawas', '2025-01-24', null),
    // A stand-in for the third post since August.
    career(siap, 'Kepala Bidang Irigasi', 'Administrator', '2026-08-24', null, { assignment: 'Plt' }),
  ])
  await agency.rows(
    'workforce.appraisals',
    [siap, tanpaCek, kurang].flatMap(employee_id =>
      [2024, 2025].map(year => ({ employee_id, year, rating: 'Baik', is_rating_derived: false })),
    ),
  )
  await agency.rows(
    'workforce.record_checks',
    [siap, kurang].map(employee_id => ({
      employee_id,
      subject: 'discipline',
      checked_on: '2026-10-01',
      checked_by: 'Inspektorat',
    })),
  )
  const [competency] = await agency.rows('competency.competencies', [
    { code: 'M.1', name: 'Integritas', kind: 'managerial', version: '2017' },
  ])
  for (const name of ['Kepala Bidang Jalan', 'Kepala Bidang Jembatan', 'Kepala Bidang Irigasi']) {
    const [standard] = await agency.rows('competency.position_standards', [
      { position_name: name, valid_from: '2017-01-01' },
    ])
    await agency.sow(
      'insert into competency.requirements (agency_id, standard_id, competency_id, level, importance) values ($1, $2, $3, 3, $4)',
      [agency.id, standard.id, competency.id, 'mutlak'],
    )
  }
  const assessments = await agency.rows(
    'competency.assessments',
    [siap, tanpaCek, kurang].map(employee_id => ({
      employee_id,
      assessed_on: '2025-05-14',
      valid_until: '2028-05-14',
      method: 'assessment-centre',
      purpose: 'pemetaan',
    })),
  )
  await agency.sow(
    'insert into competency.assessment_levels select * from jsonb_populate_recordset(null::competency.assessment_levels, $1::jsonb)',
    [
      JSON.stringify(
        assessments.map(a => ({
          agency_id: agency.id,
          assessment_id: a.id,
          employee_id: (a as unknown as { employee_id: string }).employee_id,
          competency_id: competency.id,
          level: 3,
          standard_level: 3,
        })),
      ),
    ],
  )
  await execute(agency.database, agency.actor('hr_officer'), computeBenches, {})
})
afterAll(() => agency.close())

const asHr = <T>(work: Parameters<typeof agency.database.as<T>>[1]) =>
  agency.database.as(agency.actor('hr_officer'), work)
const judgementOf = (post: number, name: string) => asHr(db => findJudgement(db, posts[post].id, people[name]))

it('A person who meets every requirement and the standard is ready now', async () => {
  const found = await judgementOf(0, 'Siap')
  expect(found?.judgement.eligibility.verdict).toBe('ya')
  expect(found?.judgement.readiness).toMatchObject({ horizon: 'siapSekarang', readyOn: '2026-11-24' })
  expect(found?.judgement.readiness.score.value).toBe(100)
})

it('A person whose discipline record nobody checked is "not known", and is told who must look', async () => {
  const found = await judgementOf(0, 'Tanpa cek disiplin')
  expect(found?.judgement.eligibility.verdict).toBe('belumDiketahui')
  expect(found?.judgement.readiness.horizon).toBe('belumDiketahui')
  expect(found?.judgement.eligibility.fixes.map(f => f.action).join()).toContain('pengelola disiplin')
})

it('A person who lacks months in the tier is told the day on which they are full', async () => {
  const found = await judgementOf(0, 'Kurang masa')
  // 22 of 36 months by 24 November 2026.
  expect(found?.judgement.readiness).toMatchObject({ horizon: '1-2Tahun', readyOn: '2028-01-24' })
})

it('Benches say why a post is at risk, most pressing first: vacant with a stand-in, then retiring', async () => {
  const benches = await asHr(listBenches)
  const jalan = benches.find(b => b.name === 'Kepala Bidang Jalan')
  const irigasi = benches.find(b => b.name === 'Kepala Bidang Irigasi')
  const jembatan = benches.find(b => b.name === 'Kepala Bidang Jembatan')
  expect(jalan).toMatchObject({ vacancy_reason: 'retiring', vacant_on: '2027-06-01', state: 'tipis', risk: 'high' })
  expect(jalan).toMatchObject({ ready_now: 1, within_two_years: 1, unknown: 1 })
  expect(irigasi).toMatchObject({ vacancy_reason: 'acting', vacant_on: '2026-08-24' })
  // A holder without a birth date: nobody knows when the post falls vacant.
  expect(jembatan).toMatchObject({ vacancy_reason: 'retirement-unknown', vacant_on: null, likelihood: 5 })
})

it('A leader sees the counts of a bench, and nobody on it', async () => {
  const leader = agency.actor('leader')
  const [rows, people_, figure] = await agency.database.as(leader, async db => [
    await listBenches(db),
    await listBenchPeople(db, posts[0].id),
    await successionFigures['succession.bench'](db, [posts[0].id, 'siapSekarang']),
  ])
  expect(rows).toHaveLength(3)
  expect(people_).toHaveLength(0)
  expect(figure).toMatchObject({ value: 1, mechanism: { kind: 'record' } })
  expect(figure?.sources).toMatchObject([{ kind: 'succession.bench', id: posts[0].id }])
})

it('A supervisor sees neither bench nor readiness, the person sees her own readiness', async () => {
  const rows = (actor: ReturnType<TestAgency['actor']>) =>
    agency.database.as(actor, async db => [
      await db.rows(sql`select position_id from succession.benches`),
      await db.rows<{ employee_id: string }>(sql`select distinct employee_id from succession.readiness`),
    ])
  expect(await rows(agency.actor('supervisor', people['Pemegang Jalan']))).toEqual([[], []])
  expect(await rows(agency.actor('asn', people.Siap))).toEqual([[], [{ employee_id: people.Siap }]])
})

it('Every figure of a candidate and of the list is found again by its address, with parts or members', async () => {
  const figures = await asHr(async db => {
    const found = []
    for (const p of await listBenchPeople(db, posts[0].id))
      for (const kind of ['eligible', 'readiness'])
        found.push(await successionFigures[`succession.${kind}`](db, [posts[0].id, p.employee_id]))
    found.push(await successionFigures['succession.level'](db, [posts[0].id, people.Siap, 'M.1']))
    for (const what of ['all', 'vacant', 'retiring', 'empty', 'incomplete'])
      found.push(await successionFigures['succession.posts'](db, [what]))
    found.push(await successionFigures['succession.bench'](db, [posts[0].id, 'siapSekarang']))
    return found
  })
  expect(figures).toHaveLength(13)
  for (const figure of figures) {
    expect(figure?.ref).toMatch(/^succession\./)
    const { mechanism, parts, value } = figure!
    if (mechanism.kind === 'count') expect(mechanism.members).toHaveLength(Number(value))
    else expect(parts.length, figure!.label).toBeGreaterThan(0)
  }
})

it('Somebody named by hand is judged like everybody else; withdrawn, a later run leaves her off', async () => {
  const hr = agency.actor('hr_officer')
  const positionId = posts[0].id
  await execute(agency.database, hr, addCandidate, {
    positionId,
    employeeId: '198001012005011004',
    reason: 'Pernah memimpin tim jalan.',
  })
  expect((await judgementOf(0, 'Dari luar'))?.judgement.readiness.horizon).toBe('belumDiketahui')
  await expect(
    execute(agency.database, hr, addCandidate, { positionId, employeeId: people.Siap, reason: 'Sudah ada di bangku.' }),
  ).rejects.toMatchObject({ code: 'succession.candidate.already-there' })
  await expect(
    execute(agency.database, hr, addCandidate, {
      positionId,
      employeeId: people['Pemegang Jalan'],
      reason: 'Pemegangnya sendiri saja.',
    }),
  ).rejects.toMatchObject({ code: 'succession.candidate.holder' })
  await execute(agency.database, hr, withdrawCandidate, {
    positionId,
    employeeId: people['Dari luar'],
    reason: 'Tidak bersedia pindah.',
  })
  await execute(agency.database, hr, computeBenches, {})
  expect(await judgementOf(0, 'Dari luar')).toBeNull()
})

it('The chain goes from the post to who takes it, and stops where no bench stands', async () => {
  const links = chainFrom({ id: posts[0].id, name: posts[0].name }, await asHr(listSuccessors))
  expect(links.map(l => [l.positionName, l.successor?.name ?? null, l.end])).toEqual([
    ['Kepala Bidang Jalan', 'Siap', null],
    ['Kepala Seksi A', null, 'not-key'],
  ])
})

it('Two who fill the benches at one moment both come through, and the benches stand once', async () => {
  const officer = agency.actor('hr_officer')
  const done = await Promise.all([1, 2, 3].map(() => execute(agency.database, officer, computeBenches, {})))
  expect(new Set(done.map(d => d.candidates)).size).toBe(1)
  const { benches } = await agency.database.as(officer, db =>
    db.one<{ benches: number }>(sql`select count(*)::int as benches from succession.benches`),
  )
  expect(benches).toBe(done[0].positions)
})
