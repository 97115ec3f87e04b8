import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { renderPdf } from '#platform/document/pdf.ts'
import { execute } from '#platform/use-case.ts'
import { computeBenches } from '../bench/compute-benches.ts'
import { successionFigures } from '../succession.figures.ts'
import { successionMyData } from '../succession.my-data.ts'
import { successionUseCases } from '../succession.use-cases.ts'
import { decideDossier, returnDossier } from './decide-dossier.ts'
import { dossierDocument } from './dossier.document.ts'
import { findDossier } from './dossier.store.ts'
import { prepareDossier, submitDossier } from './prepare-dossier.ts'
import { codeOf, fingerprintOf, shortFingerprint } from './seal.ts'

let agency: TestAgency
let positionId: string
let chosen: string
let other: string
let dossierId: string
/** Prepares the dossier and holds another role besides. */
const officer = randomUUID()

beforeAll(async () => {
  agency = await anAgency(successionUseCases)
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Perkim' }])
  const [post, seat] = await agency.rows('workforce.positions', [
    {
      name: 'Kepala Bidang Kawasan',
      unit_id: unit.id,
      kind: 'structural',
      tier: 'Administrator',
      seats: 1,
      is_key: true,
    },
    { name: 'Kepala Seksi', unit_id: unit.id, kind: 'structural', tier: 'Pengawas', seats: 3, is_key: false },
  ])
  positionId = post.id
  const people = await agency.rows(
    'workforce.employees',
    ['Yuliana *Rahmawati* #x', 'Calon Rahasia'].map((name, i) => ({
      nip: `19800101200501100${i + 1}`,
      name,
      employment: 'PNS',
      unit_id: unit.id,
      position_id: seat.id,
      education_level: 'S1',
      birth_on: '1980-01-01',
      state: 'active',
    })),
  )
  chosen = people[0].id
  other = people[1].id
  await agency.rows(
    'workforce.careers',
    people.map(p => ({
      employee_id: p.id,
      position_name: 'Kepala Seksi',
      tier: 'Pengawas',
      assignment: 'Definitif',
      starts_on: '2020-01-01',
    })),
  )
  await agency.rows(
    'workforce.appraisals',
    people.flatMap(p =>
      [2024, 2025].map(year => ({ employee_id: p.id, year, rating: 'Baik', is_rating_derived: false })),
    ),
  )
  await agency.rows(
    'workforce.record_checks',
    people.map(p => ({
      employee_id: p.id,
      subject: 'discipline',
      checked_on: '2026-11-06',
      checked_by: 'Inspektorat',
    })),
  )
  const [competency] = await agency.rows('competency.competencies', [
    { code: 'T.1', name: 'Perencanaan Permukiman', kind: 'technical', version: '2017' },
  ])
  const [standard] = await agency.rows('competency.position_standards', [
    { position_name: 'Kepala Bidang Kawasan', valid_from: '2017-01-01' },
  ])
  await agency.sow(
    'insert into competency.requirements (agency_id, standard_id, competency_id, level, importance) values ($1, $2, $3, 4, $4)',
    [agency.id, standard.id, competency.id, 'mutlak'],
  )
  const evidence = (employee_id: string, source: string, level: number, observed_on: string) => ({
    employee_id,
    competency_id: competency.id,
    source,
    level,
    observed_on,
    valid_until: '2028-06-30',
    is_verified: true,
    is_replaced: false,
    note: 'Uji sesudah pelatihan',
  })
  await agency.rows('competency.evidence', [
    evidence(chosen, 'test', 4, '2026-06-30'),
    evidence(other, 'test', 3, '2026-06-30'),
  ])
  const [programme] = await agency.rows('planning.programmes', [
    { code: 'P1', name: 'Kader Permukiman', state: 'running', starts_on: '2026-01-05', weights: {} },
  ])
  await agency.rows('impact.evaluations', [
    {
      programme_id: programme.id,
      as_of: '2026-10-31',
      figures: {},
      verdicts: { 'Proyek terlambat': 'belum dapat disimpulkan' },
      limits: ['Hanya 6 unit.'],
      made_at: '2026-10-31T00:00:00Z',
    },
  ])
  const [module] = await agency.rows('planning.modules', [
    {
      code: 'M1',
      name: 'Perencanaan Permukiman Lanjut',
      method: 'pelatihan',
      share_class: 10,
      fixed_cost: 0,
      is_internal: true,
      seats_minimum: 1,
      is_general: false,
      valid_from: '2026-01-01',
    },
  ])
  const [plan] = await agency.rows('planning.plans', [
    {
      employee_id: chosen,
      year: 2026,
      version: 1,
      state: 'agreed',
      reason: 'Menutup kesenjangan',
      created_on: '2026-01-10',
    },
  ])
  const [item] = await agency.rows('planning.plan_items', [
    {
      plan_id: plan.id,
      employee_id: chosen,
      module_id: module.id,
      title: 'Perencanaan Permukiman Lanjut',
      method: 'pelatihan',
      share_class: 10,
      starts_on: '2026-06-01',
      ends_on: '2026-06-20',
      competency_id: competency.id,
      from_level: 3,
      to_level: 4,
      state: 'done',
    },
  ])
  const [course] = await agency.rows('delivery.classes', [
    {
      module_id: module.id,
      programme_id: programme.id,
      name: 'Angkatan 1',
      starts_on: '2026-06-01',
      ends_on: '2026-06-20',
      state: 'done',
    },
  ])
  await agency.rows('delivery.enrolments', [
    {
      class_id: course.id,
      employee_id: chosen,
      plan_item_id: item.id,
      state: 'passed',
      completed_on: '2026-06-20',
    },
  ])
  const hr = agency.actor('hr_officer')
  await execute(agency.database, hr, computeBenches, {})
  const made = await execute(agency.database, hr, prepareDossier, {
    positionId,
    employeeId: chosen,
    recommendation: 'Ditempatkan mulai 1 Januari 2027.',
    considerations: 'Hanya satu calon yang uji teknisnya sampai level 4. #panic("x")',
    dissent: 'Seorang anggota meminta PKA selesai dahulu.',
  })
  dossierId = made.id
})
afterAll(() => agency.close())

const read = (role: 'hr_officer' | 'leader' | 'asn' = 'hr_officer', employeeId: string | null = null) =>
  agency.database.as(agency.actor(role, employeeId), db => findDossier(db, dossierId))

it('A second open dossier for the same person and post is refused by the number of the first', async () => {
  await expect(
    execute(agency.database, agency.actor('hr_officer'), prepareDossier, {
      positionId,
      employeeId: chosen,
      recommendation: 'Sekali lagi.',
      considerations: 'Sekali lagi.',
    }),
  ).rejects.toMatchObject({ code: 'succession.dossier.open', message: expect.stringContaining('BK-2026-0001') })
})

it('Only a leader decides, and only what is before her', async () => {
  const decision = { dossierId, decision: 'approved', reason: 'Siap dan sesuai bidang.' }
  await expect(execute(agency.database, agency.actor('hr_officer'), decideDossier, decision)).rejects.toMatchObject({
    code: 'access.not-allowed',
  })
  await expect(execute(agency.database, agency.actor('leader'), decideDossier, decision)).rejects.toMatchObject({
    code: 'succession.dossier.not-submitted',
  })
})

it('A returned dossier says what is missing and can be submitted again', async () => {
  const hr = agency.actor('hr_officer', officer)
  await execute(agency.database, hr, submitDossier, { dossierId })
  await execute(agency.database, agency.actor('leader'), returnDossier, {
    dossierId,
    reason: 'Lengkapi pertimbangan anggaran.',
  })
  expect(await read()).toMatchObject({ state: 'returned', returned_reason: 'Lengkapi pertimbangan anggaran.' })
  await execute(agency.database, hr, submitDossier, { dossierId })
  expect((await read())?.content_hash).toMatch(/^[0-9a-f]{64}$/)
})

it('Whoever wrote or submitted a dossier does not decide it, whatever other role she holds', async () => {
  await expect(
    execute(agency.database, agency.actor('leader', officer), decideDossier, {
      dossierId,
      decision: 'approved',
      reason: 'Disusun sendiri.',
    }),
  ).rejects.toMatchObject({ code: 'succession.dossier.preparer' })
  expect(await read()).toMatchObject({ state: 'submitted' })
})

it('Every line leads back: requirements and evidence name their records, training leads to the evidence', async () => {
  const content = (await read('leader'))!.content!
  const text = JSON.stringify(content)
  expect(text).toContain('workforce.career')
  expect(text).toContain('competency.evidence')
  expect(content.chains[0].knots.map(k => k.record?.kind)).toEqual([
    'planning.plan-item',
    'delivery.enrolment',
    'competency.evidence',
  ])
  expect(content.programmes).toMatchObject([
    { verdicts: ['Proyek terlambat: belum dapat disimpulkan'], limits: ['Hanya 6 unit.'] },
  ])
  expect(content.audit.map(a => a.action)).toEqual(expect.arrayContaining(['compute-benches', 'prepare-dossier']))
})

it('Other candidates stand beside the person without name, number or record of theirs', async () => {
  const content = (await read('leader'))!.content!
  expect(content.comparison.columns[1]).toBe('Calon B')
  const text = JSON.stringify(content)
  expect(text).not.toContain('Calon Rahasia')
  expect(text).not.toContain(other)
})

it('Each figure of the dossier opens for the leader, who reads nobody’s scores, at the dossier’s own address', async () => {
  const { content } = (await read('leader'))!
  for (const key of Object.keys(content!.figures)) {
    const figure = await agency.database.as(agency.actor('leader'), db =>
      successionFigures['succession.dossier'](db, [dossierId, key]),
    )
    expect(figure?.ref).toBe(`succession.dossier:${dossierId}:${key}`)
    expect(figure).toEqual(content!.figures[key])
  }
})

it('Evidence that comes after submission does not enter; the decision does, and the person is told', async () => {
  await agency.sow('update competency.evidence set level = 1 where employee_id = $1', [chosen])
  await execute(agency.database, agency.actor('hr_officer'), computeBenches, {})
  await execute(agency.database, agency.actor('leader'), decideDossier, {
    dossierId,
    decision: 'approved',
    reason: 'Siap dan sesuai bidang.',
  })
  const dossier = (await read())!
  expect(dossier).toMatchObject({ state: 'decided', decision: 'approved' })
  expect(dossier.content!.figures['level-T.1'].value).toBe(4)
  expect(fingerprintOf(dossier.content!)).toBe(dossier.content_hash)
  expect(dossier.content!.audit.map(a => a.action)).toContain('return-dossier')
  const notices = await agency.database.as(agency.actor('asn', chosen), db =>
    db.rows<{ text: string; href: string }>(sql`select text, href from platform.notices`),
  )
  expect(notices).toMatchObject([{ href: `/keputusan/${dossierId}`, text: expect.stringContaining('disetujui') }])
  const own = await agency.database.as(agency.actor('asn', chosen), db => successionMyData(db, chosen))
  expect(own.find(p => p.title === 'Berkas keputusan')?.rows).toHaveLength(1)
  expect(await read('asn', other)).toBeNull()
})

it('A decided dossier cannot be changed, and a changed letter shows', async () => {
  await expect(
    execute(agency.database, agency.actor('hr_officer'), submitDossier, { dossierId }),
  ).rejects.toMatchObject({ code: 'succession.dossier.not-draft' })
  const { content, content_hash } = (await read())!
  expect(codeOf(fingerprintOf({ ...content!, considerations: 'Lain.' }))).not.toBe(codeOf(content_hash!))
})

it('The paper copy carries what users wrote as text, and the verification code', async () => {
  const { content, content_hash } = (await read())!
  const document = dossierDocument(
    content!,
    { code: codeOf(content_hash!), fingerprint: shortFingerprint(content_hash!) },
    { on: '2026-11-24', by: 'Uji' },
  )
  expect(document.foot).toContain(codeOf(content_hash!))
  const pdf = await renderPdf('report', document)
  expect(Buffer.from(pdf).toString('latin1')).toContain('/StructTreeRoot')
})
