import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isKnown } from '#core/figure/figure.ts'
import { addDays, type Day } from '#core/values/day.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { anAgency, type TestAgency, testDay } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { competencyFigures, personGap } from '../competency.figures.ts'
import { competencyUseCases } from '../competency.use-cases.ts'
import { listStandards, listVersions } from './position-standard.store.ts'
import { setStandard, setStandards } from './set-standard.ts'
import { previewStandard } from './standard-preview.store.ts'
import { countWithoutStandard, findTitle, listLikePosts, listTitlesOf } from './standard-title.store.ts'
import { standings } from './standard-version.model.ts'
import { takeBackStandard } from './take-back-standard.ts'

let agency: TestAgency
let officer: Actor
let contract: string
let sari: string
const tomorrow = addDays(testDay, 1)

beforeAll(async () => {
  agency = await anAgency(competencyUseCases)
  officer = agency.actor('hr_officer')
  const [unit] = await agency.rows('workforce.units', [{ code: 'D', name: 'Dinas Uji', kind: 'dinas' }])
  const posts = await agency.rows('workforce.positions', [
    { name: 'Kepala Seksi Jalan', unit_id: unit.id, tier: 'Pengawas', family: 'Pekerjaan Umum', kind: 'structural' },
    { name: 'Kepala Seksi Jembatan', unit_id: unit.id, tier: 'Pengawas', family: 'Pekerjaan Umum', kind: 'structural' },
    { name: 'Kepala Seksi Irigasi', unit_id: unit.id, tier: 'Pengawas', family: 'Pekerjaan Umum', kind: 'structural' },
  ])
  ;[{ id: contract }] = await agency.rows('competency.competencies', [
    { code: 'T.kontrak', name: 'Pengelolaan Kontrak', kind: 'technical' },
  ])
  ;[{ id: sari }] = await agency.rows('workforce.employees', [
    { nip: '198502022010011001', name: 'Sari', employment: 'PNS', unit_id: unit.id, position_id: posts[0].id },
  ])
  await agency.rows('competency.evidence', [
    {
      employee_id: sari,
      competency_id: contract,
      source: 'test',
      level: 2,
      observed_on: '2026-01-10',
      is_verified: true,
    },
  ])
})
afterAll(() => agency.close())

const read = <T>(work: (db: Db) => Promise<T>, on: Day = testDay) =>
  agency.database.as({ ...officer, on }, work, { readOnly: true })

const standard = (changes: Record<string, unknown> = {}) => ({
  positionName: 'Kepala Seksi Jalan',
  approvalBasis: 'Keputusan Bupati 800/12/2026',
  validFrom: testDay,
  reason: 'Standar pertama menurut peta jabatan 2026.',
  requirements: [{ competencyId: contract, level: 2, importance: 'mutlak' }],
  ...changes,
})

let first: string

test('A first standard may not reach into the past, nor be for a post nobody knows', async () => {
  await expect(
    execute(agency.database, officer, setStandard, standard({ validFrom: addDays(testDay, -1) })),
  ).rejects.toThrow(/paling awal/)
  await expect(execute(agency.database, officer, setStandard, standard({ positionName: 'Juru Ukur' }))).rejects.toThrow(
    /Tidak ada jabatan/,
  )
  await expect(execute(agency.database, officer, setStandard, standard({ requirements: [] }))).rejects.toThrow(
    /sekurang-kurangnya satu/,
  )
  expect((await read(db => countWithoutStandard(db, {}))).titles).toBe(3)
  ;({ id: first } = await execute(agency.database, officer, setStandard, standard()))
  expect((await read(db => countWithoutStandard(db, {}))).titles).toBe(2)
})

test('A new version holds from its day; a gap reckoned for a day before keeps the old one', async () => {
  const { id } = await execute(
    agency.database,
    officer,
    setStandard,
    standard({
      validFrom: tomorrow,
      requirements: [{ competencyId: contract, level: 4, importance: 'mutlak' }],
      reason: 'Beban kontrak bertambah menurut analisis jabatan.',
    }),
  )
  const gapOn = async (on: Day) => (await read(db => personGap(db, sari), on))?.profile.gaps[0]
  expect((await gapOn(testDay))?.required).toBe(2)
  const later = await gapOn(tomorrow)
  expect(later?.required).toBe(4)
  expect(later && isKnown(later.gap) && later.gap.value).toBe(2)
  const versions = await read(db => listVersions(db, 'kepala seksi jalan'))
  expect(Object.fromEntries(standings(versions, testDay))).toEqual({ [first]: 'holding', [id]: 'coming' })
  expect((await read(db => listStandards(db, {}, null, 10))).map(s => [s.id, s.is_followed])).toEqual([[first, true]])
})

test('A version is taken back while its day has not passed, newest first; the one before holds again', async () => {
  await expect(
    execute(agency.database, officer, takeBackStandard, { standardId: first, reason: 'Keliru menulis dasarnya.' }),
  ).rejects.toThrow(/lebih baru/)
  const versions = await read(db => listVersions(db, 'Kepala Seksi Jalan'))
  await execute(agency.database, officer, takeBackStandard, {
    standardId: versions[0].id,
    reason: 'Keputusan bupati belum ditandatangani.',
  })
  expect((await read(db => personGap(db, sari), tomorrow))?.profile.gaps[0].required).toBe(2)
  const after = await read(db => listVersions(db, 'Kepala Seksi Jalan'))
  expect(after.map(v => v.withdrawn_reason)).toContain('Keputusan bupati belum ditandatangani.')
  await expect(
    execute(agency.database, { ...officer, on: tomorrow }, takeBackStandard, {
      standardId: first,
      reason: 'Terlambat sehari untuk menariknya.',
    }),
  ).rejects.toThrow(/sudah berlaku/)
})

test('A post of the same tier, family and unit kind is offered for copying, and says why', async () => {
  const like = await read(async db => listLikePosts(db, await findTitle(db, 'Kepala Seksi Irigasi'), 5))
  expect(like.map(l => [l.name, l.reasons])).toEqual([['Kepala Seksi Jalan', ['tier', 'family', 'unit-kind', 'kind']]])
})

test('One standard for a family is set as previewed, and taken back whole', async () => {
  const choice = { family: 'Pekerjaan Umum', tier: null, search: null, onlyLacking: true }
  const titles = await read(db => listTitlesOf(db, choice))
  expect(titles.map(t => t.name)).toEqual(['Kepala Seksi Irigasi', 'Kepala Seksi Jembatan'])
  const input = {
    sourceId: first,
    ...choice,
    approvalBasis: 'Keputusan Bupati 800/13/2026',
    validFrom: testDay,
    reason: 'Satu standar untuk seluruh kepala seksi.',
    seen: titles.map(t => t.id),
  }
  await expect(execute(agency.database, officer, setStandards, { ...input, seen: [titles[0].id] })).rejects.toThrow(
    /berubah sejak pratinjau/,
  )
  await execute(agency.database, officer, setStandards, input)
  expect((await read(db => countWithoutStandard(db, {}))).titles).toBe(0)
  const [one] = await read(db => listVersions(db, 'Kepala Seksi Irigasi'))
  const { versions } = await execute(agency.database, officer, takeBackStandard, {
    standardId: one.id,
    wholeSet: true,
    reason: 'Urusannya dipecah menurut peta jabatan baru.',
  })
  expect(versions).toBe(2)
  expect((await read(db => countWithoutStandard(db, {}))).titles).toBe(2)
})

test('The preview says whose gaps grow before anything is saved, and its figure reads the same again', async () => {
  const { id } = await execute(
    agency.database,
    officer,
    setStandard,
    standard({
      positionName: 'Kepala Seksi Irigasi',
      requirements: [{ competencyId: contract, level: 4, importance: 'penting' }],
    }),
  )
  const asked = [{ code: 'T.kontrak', name: 'Pengelolaan Kontrak', level: 4, importance: 'penting' as const }]
  const preview = (await read(db => previewStandard(db, ['Kepala Seksi Jalan'], asked))).get('kepala seksi jalan')
  expect(preview).toEqual({
    people: [sari],
    members: { touched: [sari], more: [`${sari}:T.kontrak`], less: [], unknown: [] },
  })
  const title = await read(db => findTitle(db, 'Kepala Seksi Jalan'))
  const again = await read(db => competencyFigures['competency.standard-effect'](db, ['more', title?.id ?? '', id]))
  expect(again?.value).toBe(1)
})

test('Nobody but an HR officer sets a standard', async () => {
  await expect(execute(agency.database, agency.actor('asn', sari), setStandard, standard())).rejects.toThrow()
  await expect(
    execute(agency.database, officer, takeBackStandard, { standardId: randomUUID(), reason: 'Tidak ada versinya.' }),
  ).rejects.toThrow()
})
