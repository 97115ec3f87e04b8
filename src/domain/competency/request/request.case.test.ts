import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerEmployees } from '#domain/workforce/employee/register-employees.ts'
import { registerUnits } from '#domain/workforce/unit/register-units.ts'
import { workforceUseCases } from '#domain/workforce/workforce.use-cases.ts'
import { type Actor, type Role, systemActor } from '#platform/access/actor.ts'
import { syncRights } from '#platform/access/rights.ts'
import { type Database, openDatabaseAsApp, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import { personGap } from '../competency.figures.ts'
import { competencyUseCases } from '../competency.use-cases.ts'
import { registerCompetencies } from '../dictionary/register-competencies.ts'
import { registerPositionStandards } from '../position-standard/register-position-standards.ts'
import { answerRequest } from './answer-request.ts'
import { askForEvidence } from './ask-for-evidence.ts'
import { checkPaper } from './check-paper.ts'
import { findPaper, listOpenRequests } from './request.store.ts'
import { submitPaper } from './submit-paper.ts'

const on = '2026-11-24' as Actor['on']
const agencyId = randomUUID()
const system = systemActor(agencyId, on)
let server: TestDatabase
let database: Database
const people = new Map<string, string>()
let technicalId: string

const as = (role: Role, who: string | null): Actor => ({
  agencyId,
  accountId: randomUUID(),
  employeeId: who ? (people.get(who) ?? null) : null,
  name: who ?? 'Petugas',
  role,
  on,
})
const boss = () => as('supervisor', 'Bos')
const officer = () => as('hr_officer', null)
const pdf = Buffer.from('%PDF-1.4 contoh').toString('base64')

beforeAll(async () => {
  server = await createTestDatabase()
  await syncRights(server.owner, [...workforceUseCases, ...competencyUseCases] as unknown as UseCase<never, unknown>[])
  const owner = new pg.Client({ connectionString: server.owner })
  await owner.connect()
  await owner.query(`insert into platform.agencies (agency_id, name, short_name) values ($1, 'Kabupaten Uji', 'Uji')`, [
    agencyId,
  ])
  await owner.end()
  database = openDatabaseAsApp(server.app)
  await execute(database, system, registerUnits, { rows: [{ name: 'Dinas Uji' }] })
  const member = (nip: string, name: string, positionName: string, supervisorNip: string | null) => ({
    nip,
    name,
    employment: 'PNS',
    unitName: 'Dinas Uji',
    positionName,
    supervisorNip,
  })
  await execute(database, system, registerEmployees, {
    rows: [
      member('198001012005011001', 'Bos', 'Kepala Bidang', null),
      member('198502022010011001', 'Sari', 'Kepala Seksi', '198001012005011001'),
      member('198603032011011001', 'Tono', 'Kepala Seksi', '198001012005011001'),
    ],
  })
  for (const p of await database.as(system, db =>
    db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_people`),
  ))
    people.set(p.name, p.id)
  await execute(database, system, registerCompetencies, {
    rows: [
      { code: 'T.1', name: 'Kontrak', kind: 'technical' },
      { code: 'M.1', name: 'Integritas', kind: 'managerial' },
    ],
  })
  await execute(database, system, registerPositionStandards, {
    rows: [
      {
        positionName: 'Kepala Seksi',
        requirements: [
          { code: 'T.1', level: 3, importance: 'mutlak' },
          { code: 'M.1', level: 3 },
        ],
      },
    ],
  })
  technicalId = (
    await database.as(system, db =>
      db.one<{ id: string }>(sql`select id from competency.v_competencies where code = 'T.1'`),
    )
  ).id
})
afterAll(async () => {
  await database?.close()
  await server?.drop()
})

test('what nobody knows goes to whoever can say it, once', async () => {
  const unit = await database.as(system, db => db.one<{ id: string }>(sql`select id from workforce.v_units`))
  expect(await execute(database, officer(), askForEvidence, { unitId: unit.id })).toMatchObject({
    supervisor: 2,
    person: 0,
  })
  await expect(execute(database, officer(), askForEvidence, { unitId: unit.id })).rejects.toThrow(/sudah diminta/)
  const seen = await database.as(boss(), db => listOpenRequests(db, { askedOf: 'supervisor' }))
  expect(seen.map(r => r.person).sort()).toEqual(['Sari', 'Tono'])
  const notice = await database.as(as('asn', 'Bos'), db =>
    db.rows<{ text: string }>(sql`select text from platform.notices`),
  )
  expect(notice[0].text).toMatch(/^2 orang tim Anda menunggu penilaian Kontrak/)
})

test('a person sees only requests about herself', async () => {
  const seen = await database.as(as('asn', 'Tono'), db => listOpenRequests(db))
  expect(new Set(seen.map(r => r.person))).toEqual(new Set(['Tono']))
})

test("the supervisor's rating becomes the level, with the example, and nobody rates twice or without one", async () => {
  const [first] = (await database.as(boss(), db => listOpenRequests(db, { askedOf: 'supervisor' }))).filter(
    r => r.person === 'Sari',
  )
  const rate = (example: string) =>
    execute(database, boss(), answerRequest, { answer: 'rated', requestId: first.id, level: 2, example })
  await expect(rate('baik')).rejects.toMatchObject({ fields: { example: expect.stringContaining('20 huruf') } })
  await rate('Menyusun kontrak jalan bulan Mei tanpa perbaikan dari bagian hukum.')
  await expect(rate('Menyusun kontrak jalan bulan Mei tanpa perbaikan dari bagian hukum.')).rejects.toThrow(
    /sudah dijawab/,
  )
  const gap = await database.as(officer(), db => personGap(db, people.get('Sari')!))
  expect(gap?.profile.gaps.find(g => g.code === 'T.1')?.gap.value).toBe(1)
})

test('somebody outside the team can neither see nor answer', async () => {
  const [open] = await database.as(boss(), db => listOpenRequests(db, { askedOf: 'supervisor' }))
  const stranger = as('supervisor', 'Sari')
  expect((await database.as(stranger, db => listOpenRequests(db))).some(r => r.id === open.id)).toBe(false)
  await expect(
    execute(database, stranger, answerRequest, {
      answer: 'rated',
      requestId: open.id,
      level: 5,
      example: 'Contoh yang cukup panjang untuk lolos pemeriksaan.',
    }),
  ).rejects.toThrow(/tidak ditemukan|Permintaan/)
})

test('whoever cannot judge passes the request on', async () => {
  const [open] = await database.as(boss(), db => listOpenRequests(db, { askedOf: 'supervisor' }))
  await execute(database, boss(), answerRequest, {
    answer: 'cannot',
    requestId: open.id,
    reason: 'Belum pernah bekerja bersama dalam bidang ini.',
  })
  expect(await database.as(boss(), db => listOpenRequests(db, { askedOf: 'supervisor' }))).toEqual([])
  const [passed] = (await database.as(officer(), db => listOpenRequests(db, { askedOf: 'provider' }))).filter(
    r => r.id === open.id,
  )
  expect(passed.answer_note).toMatch(/Belum pernah/)
})

test('a paper counts only after somebody else has checked it', async () => {
  const me = as('asn', 'Tono')
  const hand = (changes: object) =>
    execute(database, me, submitPaper, {
      employeeId: people.get('Tono'),
      competencyId: technicalId,
      level: 4,
      observedOn: '2026-01-10',
      note: 'Sertifikat ahli kontrak',
      file: { name: 'a.pdf', base64: pdf },
      ...changes,
    })
  const program = Buffer.from('MZ program').toString('base64')
  await expect(hand({ file: { name: 'a.pdf', base64: program } })).rejects.toThrow(/PDF, JPG, atau PNG/)
  await expect(hand({ file: null })).rejects.toThrow(/Pilih berkas/)
  await expect(hand({ observedOn: '2027-01-10' })).rejects.toThrow(/melewati hari ini/)
  await expect(hand({ validUntil: '2025-01-10' })).rejects.toThrow(/sebelum terbit/)
  await expect(hand({ employeeId: people.get('Sari') })).rejects.toThrow()
  const { id } = await hand({})
  const level = async () =>
    (await database.as(officer(), db => personGap(db, people.get('Tono')!)))?.profile.gaps.find(g => g.code === 'T.1')
      ?.level.value ?? null
  expect(await level()).toBeNull()
  await expect(
    execute(database, as('hr_officer', 'Tono'), checkPaper, { evidenceId: id, decision: 'accepted' }),
  ).rejects.toThrow(/petugas lain/)
  await execute(database, officer(), checkPaper, { evidenceId: id, decision: 'accepted' })
  expect(await level()).toBe(4)
  const again = await hand({ level: 5 })
  await expect(
    execute(database, officer(), checkPaper, { evidenceId: again.id, decision: 'rejected' }),
  ).rejects.toThrow(/Alasan penolakan/)
  await execute(database, officer(), checkPaper, {
    evidenceId: again.id,
    decision: 'rejected',
    reason: 'Nomor sertifikat tidak tercatat pada penerbitnya.',
  })
  expect(await level()).toBe(4)
})

test('a paper may be recognised at less than it claims, never at more, and its owner reads why', async () => {
  const { id } = await execute(database, as('asn', 'Tono'), submitPaper, {
    employeeId: people.get('Tono'),
    competencyId: technicalId,
    level: 3,
    observedOn: '2026-06-10',
    note: 'Sertifikat pelatihan kontrak',
    file: { name: 'b.pdf', base64: pdf },
  })
  const check = (changes: object) =>
    execute(database, officer(), checkPaper, { evidenceId: id, decision: 'accepted', ...changes })
  await expect(check({ level: 4, reason: 'Lebih tinggi daripada klaim.' })).rejects.toThrow(/paling tinggi 3/)
  await expect(check({ level: 2 })).rejects.toThrow(/alasannya/)
  await check({ level: 2, validUntil: '2027-06-10', reason: 'Pelatihannya hanya sampai tingkat dasar.' })
  const paper = await database.as(officer(), db => findPaper(db, id))
  expect(paper).toMatchObject({ level: 2, claimed_level: 3, valid_until: '2027-06-10', is_verified: true })
  expect(paper?.check_note).toMatch(/tingkat dasar/)
})
