import { afterAll, beforeAll, expect, it } from 'vitest'
import { isKnown } from '#core/figure/figure.ts'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { mapCounts } from '../nine-box/map.store.ts'
import { movePerson } from '../nine-box/move-person.ts'
import { findPersonScore } from '../score/person-score.store.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { findCycle } from './cycle.ts'
import { openCycle } from './open-cycle.ts'
import { placeCycle } from './place-cycle.ts'

let agency: TestAgency
let people: { id: string; name: string }[]
let cycleId: string

beforeAll(async () => {
  agency = await anAgency(talentUseCases)
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Pekerjaan Umum' }])
  const [post] = await agency.rows('workforce.positions', [
    {
      name: 'Kepala Bidang Jalan',
      unit_id: unit.id,
      kind: 'structural',
      tier: 'Administrator',
      seats: 1,
      is_key: false,
    },
  ])
  const person = (nip: string, name: string, more: object = {}) => ({
    nip,
    name,
    employment: 'PNS',
    unit_id: unit.id,
    position_id: post.id,
    position_since: '2020-01-01',
    education_level: 'S2',
    is_field_matching: true,
    state: 'active',
    ...more,
  })
  people = (await agency.rows('workforce.employees', [
    person('198001012005011001', 'Lengkap'),
    person('198001012005011002', 'Tanpa asesmen'),
    person('198001012005011003', 'Kedaluwarsa'),
  ])) as typeof people
  const each = <T extends object>(make: (id: string) => T) => people.map(p => ({ employee_id: p.id, ...make(p.id) }))
  await agency.rows(
    'workforce.appraisals',
    each(() => ({ year: 2025, rating: 'Sangat Baik', is_rating_derived: false })),
  )
  await agency.rows(
    'workforce.record_checks',
    people.flatMap(p =>
      ['award', 'team-role', 'discipline'].map(subject => ({
        employee_id: p.id,
        subject,
        checked_on: '2026-10-01',
        checked_by: 'BKPSDM',
      })),
    ),
  )
  await agency.rows(
    'workforce.team_roles',
    each(() => ({ name: 'Tim Jalan', role: 'chair', reach: 'internal', starts_on: '2026-01-05' })),
  )
  await agency.rows(
    'workforce.careers',
    each(() => ({
      position_name: 'Kepala Seksi',
      unit_name: 'Dinas Pekerjaan Umum',
      assignment: 'Definitif',
      starts_on: '2015-01-01',
    })),
  )
  await agency.rows(
    'talent.feedback_360',
    each(() => ({ year: 2025, rating: 'Baik' })),
  )
  const competencies = await agency.rows('competency.competencies', [
    { code: 'M.1', name: 'Integritas', kind: 'managerial', version: '2017' },
    { code: 'M.3', name: 'Komunikasi', kind: 'managerial', version: '2017' },
  ])
  const held = [people[0], people[2]]
  const assessments = await agency.rows(
    'competency.assessments',
    held.map((p, i) => ({
      employee_id: p.id,
      assessed_on: i === 0 ? '2025-05-14' : '2022-05-14',
      valid_until: i === 0 ? '2028-05-14' : '2025-05-14',
      potential: 85,
      method: 'assessment-centre',
      purpose: 'pemetaan',
    })),
  )
  const levels = assessments.flatMap(a =>
    competencies.map((c, i) => ({
      agency_id: agency.id,
      assessment_id: a.id,
      employee_id: (a as unknown as { employee_id: string }).employee_id,
      competency_id: c.id,
      level: 3 - i,
      standard_level: 3,
    })),
  )
  await agency.sow(
    'insert into competency.assessment_levels select * from jsonb_populate_recordset(null::competency.assessment_levels, $1::jsonb)',
    [JSON.stringify(levels)],
  )
  const hr = agency.actor('hr_officer')
  cycleId = (
    await execute(agency.database, hr, openCycle, { name: 'Siklus 2026', asOf: '2026-11-24', ruleCode: 'BKN-SIMATA' })
  ).id
  await execute(agency.database, hr, placeCycle, { cycleId })
})
afterAll(() => agency.close())

const scoreOf = (i: number) =>
  agency.database.as(agency.actor('hr_officer'), db => findPersonScore(db, cycleId, people[i].id))

it('A person whose parts are all known stands in a box, and the stored figure says from which records', async () => {
  const score = await scoreOf(0)
  expect(score?.placement).toBe('placed')
  expect(isKnown(score!.x) && isKnown(score!.y)).toBe(true)
  // Y = 60·100 + 15·0 + 15·75 + 10·80 = 79.25
  expect(score!.y.value).toBeCloseTo(79.25, 6)
  expect(JSON.stringify(score!.x)).toContain('competency.assessment')
})

it('A person without an assessment waits and is told who must supply it, and never lands in box 1', async () => {
  const score = await scoreOf(1)
  expect(score).toMatchObject({ placement: 'waiting', box: null })
  expect(score!.needs.map(n => n.who)).toContain('penyelenggara penilaian kompetensi')
})

it('A person whose assessment expired waits as well, with the reason', async () => {
  expect(await scoreOf(2)).toMatchObject({ placement: 'waiting', box: null })
  const [row] = await agency.database.as(agency.actor('hr_officer'), db =>
    db.rows<{ waiting_reason: string }>(
      sql`select waiting_reason from talent.scores where employee_id = ${people[2].id}`,
    ),
  )
  expect(row.waiting_reason).toBe('expired-assessment')
})

it('The counts of the map add up to everybody in scope', async () => {
  const counts = await agency.database.as(agency.actor('committee'), async db =>
    mapCounts(db, (await findCycle(db, cycleId))!, ['all', 'placed', 'waiting', 'box-8', 'box-7', 'box-5'], {}),
  )
  expect(counts.all.value).toBe(3)
  expect(Number(counts.placed.value) + Number(counts.waiting.value)).toBe(3)
})

it('A supervisor and a stranger see no score, the person sees her own', async () => {
  const read = (actor: ReturnType<TestAgency['actor']>) =>
    agency.database.as(actor, db => db.rows(sql`select employee_id from talent.scores`))
  expect(await read(agency.actor('supervisor', people[1].id))).toHaveLength(1)
  expect(await read(agency.actor('admin'))).toHaveLength(0)
  expect(await read(agency.actor('asn', people[0].id))).toEqual([{ employee_id: people[0].id }])
})

it('Nobody moves a person who waits for data', async () => {
  await expect(
    execute(agency.database, agency.actor('committee'), movePerson, {
      cycleId,
      employeeId: people[1].id,
      toBox: 5,
      reasonCode: 'correction',
      note: 'Mohon dipindah saja ke kotak lima.',
    }),
  ).rejects.toMatchObject({ code: 'talent.move.not-placed' })
})

it('Another sex, birth, name, number, address, place of work or disability gives everybody the very same score and explanation', async () => {
  const hr = agency.actor('hr_officer')
  const whole = () =>
    agency.database.as(hr, db =>
      db.rows<{ score: Record<string, unknown> }>(
        sql`select to_jsonb(s) as score from talent.scores s where cycle_id = ${cycleId} order by employee_id`,
      ),
    )
  const before = await whole()
  // Everything the register holds of a person that no score may know; the number itself tells birth and sex.
  await agency.sow(
    `update workforce.employees set sex = case row_number when 1 then 'L' when 2 then 'P' end,
       birth_on = date '1962-03-04' + (row_number * 4000)::int, nip = '19620304198503' || (row_number % 2 + 1) || lpad(row_number::text, 3, '0'),
       name = 'Nama lain ' || row_number, email = 'lain@contoh.test', phone = '0800', location_class = 'terpencil', hired_on = '1985-03-01'
     from (select id as who, row_number() over (order by id) from workforce.employees where agency_id = $1) n
     where agency_id = $1 and id = n.who`,
    [agency.id],
  )
  await agency.sow(
    `insert into workforce.disability_statements (agency_id, employee_id, is_disabled, source, stated_on)
       select agency_id, id, true, 'self', '2026-01-05' from workforce.employees where agency_id = $1`,
    [agency.id],
  )
  await agency.sow(`update workforce.units set district = 'Lain', location_class = 'terpencil' where agency_id = $1`, [
    agency.id,
  ])
  await execute(agency.database, hr, placeCycle, { cycleId })
  expect(await whole()).toEqual(before)
})

it('No explanation of a score names what a person is: every leaf is a record of work, learning, measurement or conduct', async () => {
  const allowed = new Set([
    'workforce.appraisal',
    'workforce.award',
    'workforce.team-role',
    'workforce.career',
    'workforce.training',
    'workforce.sanction',
    'workforce.record-check',
    'workforce.employee',
    'competency.assessment',
    'talent.feedback-360',
  ])
  const leaves: { kind: string; label: string; figure: string }[] = []
  const walk = (node: unknown, figure: string): void => {
    if (Array.isArray(node)) for (const part of node) walk(part, figure)
    else if (node && typeof node === 'object') {
      const { label, sources } = node as { label?: string; sources?: { kind: string; label: string }[] }
      for (const s of sources ?? []) leaves.push({ ...s, figure: label ?? figure })
      for (const part of Object.values(node)) walk(part, label ?? figure)
    }
  }
  for (let i = 0; i < people.length; i++) {
    const score = await scoreOf(i)
    walk([score!.x, score!.y], '')
  }
  expect(leaves.length).toBeGreaterThan(20)
  expect([...new Set(leaves.map(l => l.kind))].filter(kind => !allowed.has(kind))).toEqual([])
  // Of the employee's own row only education, its field and the day the post was taken are read.
  const ofTheRow = [...new Set(leaves.filter(l => l.kind === 'workforce.employee').map(l => l.figure))]
  expect(ofTheRow.filter(label => !/pendidikan|bidang ilmu|dalam jabatan sejak/i.test(label))).toEqual([])
  expect(JSON.stringify(leaves)).not.toMatch(/kelamin|agama|umur|usia|lahir|suku|kawin|disabilitas/i)
})
