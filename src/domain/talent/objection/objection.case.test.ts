import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { readFiles } from '#platform/files/stored-file.ts'
import { execute } from '#platform/use-case.ts'
import { listEffectsToReview } from '../talent.queue.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { answerObjection } from './answer-objection.ts'
import { findObjectionFile, listEffects, listObjectionFiles } from './objection.store.ts'
import { settleObjectionEffect } from './objection-effects.ts'
import { submitObjection } from './submit-objection.ts'

let agency: TestAgency
let ids: Record<'person' | 'other' | 'hr' | 'cycle', string>
type Who = Parameters<typeof execute>[1]
const run = <I, R>(who: Who, useCase: Parameters<typeof execute<I, R>>[2], input: unknown) =>
  execute(agency.database, who, useCase, input)
const asn = (id: string) => agency.actor('asn', id)
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64')
const statement = 'Penghargaan tahun 2025 belum dihitung pada sumbu kinerja saya.'

beforeAll(async () => {
  agency = await anAgency(talentUseCases)
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Uji', kind: 'dinas' }])
  const people = await agency.rows(
    'workforce.employees',
    ['Penyanggah', 'Orang Lain', 'Pengelola'].map((name, i) => ({
      nip: `19800101200501000${i}`,
      name,
      employment: 'PNS',
      unit_id: unit.id,
      state: 'active',
    })),
  )
  const cycle = await run(agency.actor('hr_officer', people[2].id), talentUseCases[0] as never, {
    name: 'Siklus Uji',
    asOf: '2026-11-24',
    ruleCode: 'BKN-SIMATA',
  })
  ids = {
    person: people[0].id,
    other: people[1].id,
    hr: people[2].id,
    cycle: (cycle as unknown as { id: string }).id,
  }
})
afterAll(() => agency.close())

let objectionId: string
it('A paper is kept for what it is, not for its name; only the person and whoever keeps objections read it', async () => {
  const submit = (files: object[]) => run(asn(ids.person), submitObjection, { cycleId: ids.cycle, statement, files })
  await expect(submit([{ name: 'sertifikat.pdf', base64: base64('MZ bukan pdf') }])).rejects.toMatchObject({
    code: 'talent.objection.file-kind',
    fields: { files: expect.stringContaining('sertifikat.pdf') },
  })
  await expect(submit(Array(4).fill({ name: 'a.pdf', base64: base64('%PDF-1.7') }))).rejects.toMatchObject({
    fields: { files: expect.stringContaining('Paling banyak') },
  })
  objectionId = (await submit([{ name: 'sertifikat.pdf', base64: base64('%PDF-1.7 isi') }])).id
  const [file] = await agency.database.as(asn(ids.person), db => listObjectionFiles(db, [objectionId]))
  expect(file).toMatchObject({ name: 'sertifikat.pdf', size_bytes: 12 })
  const bytes = (who: Who) =>
    agency.database.as(who, async db => {
      const paper = await findObjectionFile(db, file.id)
      return paper ? (await readFiles(db, [paper.file_id])).length : 0
    })
  expect(await bytes(asn(ids.person))).toBe(1)
  expect(await bytes(agency.actor('hr_officer', ids.hr))).toBe(1)
  expect(await bytes(asn(ids.other))).toBe(0)
  expect(await bytes(agency.actor('supervisor', ids.other))).toBe(0)
})

it('A granted objection leaves the map with its keeper as a task; the person reads what became of it', async () => {
  const hr = agency.actor('hr_officer', ids.hr)
  await run(hr, answerObjection, { objectionId, decision: 'granted', answer: 'Sertifikatnya sah dan dicatat.' })
  const [task] = await agency.database.as(hr, listEffectsToReview)
  expect(task).toMatchObject({ label: 'hasil Siklus Uji', name: 'Penyanggah' })
  await expect(
    run(asn(ids.other), settleObjectionEffect, {
      effectId: task.id,
      outcome: 'kept',
      reason: 'Bukan tugas saya ini.',
    }),
  ).rejects.toMatchObject({ code: 'talent.objection.effect-not-found' })
  await run(hr, settleObjectionEffect, {
    effectId: task.id,
    outcome: 'changed',
    reason: 'Peta dihitung ulang dengan penghargaan itu.',
  })
  expect(await agency.database.as(hr, listEffectsToReview)).toEqual([])
  const [effect] = await agency.database.as(asn(ids.person), db => listEffects(db, [objectionId]))
  expect(effect).toMatchObject({ kind: 'map', state: 'changed', outcome: expect.stringContaining('dihitung ulang') })
  await expect(
    run(hr, settleObjectionEffect, { effectId: task.id, outcome: 'kept', reason: 'Sekali lagi ditinjau.' }),
  ).rejects.toMatchObject({ code: 'talent.objection.effect-settled' })
})
