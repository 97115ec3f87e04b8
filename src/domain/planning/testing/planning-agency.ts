import type { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { registerCatalogue } from '../catalogue/register-catalogue.ts'
import { planningUseCases } from '../planning.use-cases.ts'

export type PlanningAgency = TestAgency & {
  units: { id: string; name: string }[]
  /** Four people: two known gaps, one unknown level, one without any gap. */
  people: { id: string; name: string }[]
  boss: { id: string }
  line: { id: string }
  competencies: { id: string; code: string }[]
  /** Runs one question as HR officer. */
  ask<T extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<T[]>
}

export const catalogue = {
  modules: [
    {
      code: 'KONTRAK',
      name: 'Pengelolaan Kontrak Konstruksi',
      method: 'Pelatihan teknis',
      shareClass: 10 as const,
      jp: 24,
      days: 3,
      costPerHead: 4_000_000,
      effects: [{ competencyCode: 'T.1', fromLevel: 1, toLevel: 3 }],
    },
    {
      code: 'NEGOSIASI',
      name: 'Negosiasi lanjutan',
      method: 'Pelatihan teknis',
      shareClass: 10 as const,
      jp: 10,
      days: 2,
      costPerHead: null,
      effects: [{ competencyCode: 'T.1', fromLevel: 3, toLevel: 4 }],
      prerequisites: [['KONTRAK']],
    },
  ],
  sessions: [
    {
      code: 'KONTRAK-1',
      moduleCode: 'KONTRAK',
      mode: 'daring_sinkron' as const,
      startsOn: '2027-03-01',
      endsOn: '2027-03-03',
      seats: 20,
    },
  ],
}

/** An agency with a unit, a team, a standard, assessments, a budget line of Rp8 million and a catalogue. */
export const aPlanningAgency = async (): Promise<PlanningAgency> => {
  const agency = await anAgency(planningUseCases)
  const units = await agency.rows('workforce.units', [{ name: 'Dinas Pekerjaan Umum' }, { name: 'Dinas Kesehatan' }])
  const [post] = await agency.rows('workforce.positions', [
    {
      name: 'Pengawas Jalan',
      unit_id: units[0].id,
      kind: 'structural',
      tier: 'Pengawas',
      seats: 5,
      is_key: false,
    },
  ])
  const person = (n: number, name: string, more: object = {}) => ({
    nip: `19800101200501100${n}`,
    name,
    employment: 'PNS',
    unit_id: units[0].id,
    position_id: post.id,
    state: 'active',
    sex: 'P',
    ...more,
  })
  const [boss, ...people] = (await agency.rows('workforce.employees', [
    person(0, 'Atasan', { position_id: null }),
    person(1, 'Ani'),
    person(2, 'Budi'),
    person(3, 'Citra Belum Dinilai'),
    person(4, 'Dedi Memenuhi'),
  ])) as { id: string; name: string }[]
  await agency.sow(
    'insert into platform.teams (agency_id, supervisor_id, employee_id) select $1, $2, unnest($3::uuid[])',
    [agency.id, boss.id, [people[0].id, people[1].id]],
  )
  const competencies = (await agency.rows('competency.competencies', [
    { code: 'T.1', name: 'Kontrak konstruksi', kind: 'technical', version: '2017' },
  ])) as unknown as { id: string; code: string }[]
  const [standard] = await agency.rows('competency.position_standards', [
    { position_name: 'Pengawas Jalan', valid_from: '2020-01-01' },
  ])
  await agency.sow(
    "insert into competency.requirements (agency_id, standard_id, competency_id, level, importance) values ($1, $2, $3, 3, 'mutlak')",
    [agency.id, standard.id, competencies[0].id],
  )
  const assessed = [people[0], people[1], people[3]]
  const assessments = await agency.rows(
    'competency.assessments',
    assessed.map(p => ({
      employee_id: p.id,
      assessed_on: '2026-02-02',
      valid_until: '2029-02-02',
      method: 'assessment-centre',
      purpose: 'pemetaan',
    })),
  )
  await agency.sow(
    'insert into competency.assessment_levels select * from jsonb_populate_recordset(null::competency.assessment_levels, $1::jsonb)',
    [
      JSON.stringify(
        assessments.map((a, i) => ({
          agency_id: agency.id,
          assessment_id: a.id,
          employee_id: assessed[i].id,
          competency_id: competencies[0].id,
          level: i === 2 ? 3 : 1,
          standard_level: 3,
        })),
      ),
    ],
  )
  const [line] = await agency.rows('planning.budget_lines', [
    { activity: 'Pelatihan teknis', source: 'APBD', year: 2027, amount: 8_000_000, mode: 'restrictive' },
  ])
  await execute(agency.database, agency.actor('hr_officer'), registerCatalogue, catalogue)
  return {
    ...agency,
    units: units as unknown as { id: string; name: string }[],
    people,
    boss,
    line,
    competencies,
    ask: query => agency.database.as(agency.actor('hr_officer'), db => db.rows(query)),
  }
}
