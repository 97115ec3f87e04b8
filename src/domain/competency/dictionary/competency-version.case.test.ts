import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#core/values/day.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { anAgency, type TestAgency, testDay } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { competencyUseCases } from '../competency.use-cases.ts'
import { levelsOf, listCompetencyVersions } from './competency-version.store.ts'
import { applyProposals, decideProposal } from './decide-version.ts'
import { findCompetency } from './dictionary.store.ts'
import { proposeCompetency, proposeRetirement, withdrawProposal } from './propose-version.ts'

let agency: TestAgency
let author: Actor
let second: Actor
let known: string
let national: string

const levels = [1, 2, 3, 4, 5].map(level => ({
  level,
  description: `Mengelola kontrak pada tingkat ${level}`,
  indicators: [`menyusun dokumen kontrak tingkat ${level}`],
}))
const words = {
  name: 'Pengelolaan Kontrak Konstruksi',
  domain: 'Pekerjaan Umum',
  builder: 'LKPP',
  definition: 'Kemampuan menyusun, menjalankan, dan menutup kontrak pekerjaan konstruksi.',
  levels,
  validFrom: testDay,
  basis: 'Keputusan Bupati 800/20/2026',
  reason: 'Diperjelas agar penilai dapat membedakan tiap level.',
}

beforeAll(async () => {
  agency = await anAgency(competencyUseCases)
  author = agency.actor('hr_officer')
  second = agency.actor('hr_officer')
  ;[{ id: known }, { id: national }] = await agency.rows('competency.competencies', [
    { code: 'T.Kontrak', name: 'Kontrak', kind: 'technical', version: '2017' },
    { code: 'M.1', name: 'Integritas', kind: 'managerial', version: '2017' },
  ])
})
afterAll(() => agency.close())

const read = <T>(work: (db: Db) => Promise<T>, on = testDay) =>
  agency.database.as({ ...author, on }, work, { readOnly: true })

test('What is national is not changed by an agency, and a level nobody could recognise is refused by its number', async () => {
  await expect(
    execute(agency.database, author, proposeCompetency, { competencyId: national, ...words }),
  ).rejects.toThrow(/nasional/)
  await expect(
    execute(agency.database, author, proposeCompetency, {
      competencyId: known,
      ...words,
      levels: levels.map(l => (l.level === 4 ? { ...l, indicators: [] } : l)),
    }),
  ).rejects.toThrow(/Level 4/)
})

test('A change holds only after a second person agreed, and the competency keeps its id', async () => {
  const { id } = await execute(agency.database, author, proposeCompetency, { competencyId: known, ...words })
  expect((await read(db => findCompetency(db, known)))?.name).toBe('Kontrak')
  await expect(
    execute(agency.database, author, decideProposal, {
      versionId: id,
      decision: 'approved',
      reason: 'Sudah saya baca.',
    }),
  ).rejects.toThrow(/orang lain/)
  await expect(
    execute(agency.database, second, proposeCompetency, { competencyId: known, ...words, name: 'Kontrak Lain' }),
  ).rejects.toThrow(/menunggu/)
  await execute(agency.database, second, decideProposal, {
    versionId: id,
    decision: 'approved',
    reason: 'Sesuai dengan dokumen dari LKPP.',
  })
  const now = await read(db => findCompetency(db, known))
  expect([now?.id, now?.code, now?.name]).toEqual([known, 'T.Kontrak', words.name])
  expect((await read(async db => levelsOf(db, now!))).levels).toEqual(levels)
})

test('What was approved for a later day enters the dictionary on that day', async () => {
  const later = addDays(testDay, 10)
  const { id } = await execute(agency.database, author, proposeCompetency, {
    competencyId: known,
    ...words,
    name: 'Manajemen Kontrak',
    validFrom: later,
  })
  await execute(agency.database, second, decideProposal, {
    versionId: id,
    decision: 'approved',
    reason: 'Berlaku bersama peta jabatan baru.',
  })
  expect((await read(db => findCompetency(db, known)))?.name).toBe(words.name)
  const system = agency.actor('system')
  await execute(agency.database, system, applyProposals, {})
  expect((await read(db => findCompetency(db, known)))?.name).toBe(words.name)
  await execute(agency.database, { ...system, on: later }, applyProposals, {})
  expect((await read(db => findCompetency(db, known)))?.name).toBe('Manajemen Kontrak')
})

test('A new competency is in the dictionary once approved; a refused or withdrawn one never', async () => {
  const next = { ...words, name: 'Pemodelan Hidrologi', validFrom: testDay }
  const first = await execute(agency.database, author, proposeCompetency, next)
  await expect(
    execute(agency.database, second, withdrawProposal, { versionId: first.id, reason: 'Bukan usulan saya.' }),
  ).rejects.toThrow()
  await execute(agency.database, author, withdrawProposal, { versionId: first.id, reason: 'Dasarnya belum terbit.' })
  const again = await execute(agency.database, author, proposeCompetency, next)
  const { competencyId } = await execute(agency.database, second, decideProposal, {
    versionId: again.id,
    decision: 'approved',
    reason: 'Dibutuhkan bidang sumber daya air.',
  })
  expect((await read(db => findCompetency(db, competencyId)))?.code).toBe('T.Pemodelan Hidrologi')
  expect((await read(db => listCompetencyVersions(db, competencyId))).map(v => v.state)).toEqual(['approved'])
})

test('A retired competency names its successor and takes no further change', async () => {
  const { id } = await execute(agency.database, author, proposeCompetency, { ...words, name: 'Kontrak Tahun Jamak' })
  const { competencyId: old } = await execute(agency.database, second, decideProposal, {
    versionId: id,
    decision: 'approved',
    reason: 'Diminta bagian pengadaan.',
  })
  const proposal = {
    competencyId: old,
    validFrom: testDay,
    basis: words.basis,
    reason: 'Dilebur ke pengelolaan kontrak.',
  }
  await expect(execute(agency.database, author, proposeRetirement, { ...proposal, successorId: old })).rejects.toThrow()
  const retire = await execute(agency.database, author, proposeRetirement, {
    ...proposal,
    validFrom: addDays(testDay, 1),
    successorId: known,
  })
  await execute(agency.database, { ...second, on: addDays(testDay, 1) }, decideProposal, {
    versionId: retire.id,
    decision: 'approved',
    reason: 'Isinya sudah tercakup.',
  })
  const after = await read(db => findCompetency(db, old))
  expect([after?.retired_on, after?.successor_id]).toEqual([addDays(testDay, 1), known])
  await expect(
    execute(agency.database, author, proposeCompetency, { competencyId: old, ...words, name: 'Kontrak Tahun Jamak 2' }),
  ).rejects.toThrow(/tidak dipakai/)
})
