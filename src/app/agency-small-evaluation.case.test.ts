import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Figure } from '#core/figure/figure.ts'
import { runCompute } from '#core/math/run-compute.ts'
import { evaluateProgramme } from '#domain/impact/evaluation/evaluate-programme.ts'
import type { Evaluation } from '#domain/impact/evaluation/evaluation.model.ts'
import { findEvaluation } from '#domain/impact/evaluation/evaluation.store.ts'
import { agreeTarget } from '#domain/planning/programme/agree-target.ts'
import { importFiles } from '#exchange/import/import-files.ts'
import { systemActor } from '#platform/access/actor.ts'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency, testDay } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { useCases } from './use-cases.ts'

const folder = 'fixtures/agency-small'
const names = readdirSync(folder).filter(n => /\.(csv|xlsx)$/.test(n) && !/mekar|terkunci/.test(n))

let agency: TestAgency
let evaluation: Evaluation
let people: { id: string; nip: string; name: string }[]
const indicator = (code: string) => {
  const found = evaluation.indicators.find(i => i.code === code)
  if (!found) throw new Error(`no indicator ${code}`)
  return found
}

beforeAll(async () => {
  agency = await anAgency(useCases)
  await importFiles(
    agency.database,
    systemActor(agency.id, testDay),
    names.map(name => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })),
  )
  const hr = agency.actor('hr_officer')
  const { programmeId, indicators } = await agency.database.as(hr, async db => ({
    programmeId: (await db.one<{ id: string }>(sql`select id from planning.v_programmes`)).id,
    indicators: await db.rows<{ id: string; code: string }>(sql`select id, code from workforce.v_indicators`),
  }))
  for (const [code, target] of [
    ['keterlambatan_proyek', 25],
    ['serapan_anggaran', 90],
  ] as const)
    await execute(agency.database, hr, agreeTarget, {
      programmeId,
      indicatorId: indicators.find(i => i.code === code)?.id,
      target,
      agreedBy: 'Kepala BKPSDM',
      agreedOn: '2026-01-05',
    })
  await execute(agency.database, hr, evaluateProgramme, { programmeId })
  people = await agency.database.as(hr, db => db.rows(sql`select id, nip, name from workforce.v_people`))
  const kept = await agency.database.as(agency.actor('leader'), db => findEvaluation(db, programmeId))
  evaluation = kept!.figures
}, 300_000)
afterAll(() => agency?.close())

it('Absorption rose by about 3.8 points more than in comparable units, and that may be concluded', () => {
  const absorption = indicator('serapan_anggaran')
  expect(absorption.reasons).toEqual([])
  expect(absorption.effect.state).toBe('known')
  expect(absorption.effect.value).toBeGreaterThan(3.6)
  expect(absorption.effect.value).toBeLessThan(4)
  expect(absorption.effect.interval?.low).toBeGreaterThan(0)
  expect([absorption.verdict, absorption.isConclusive]).toEqual(['indikasi membaik', true])
})

it('Late projects fell by 6 to 8 points, yet with so few units nothing is concluded, and the least visible change stands beside it', () => {
  const late = indicator('keterlambatan_proyek')
  expect(late.difference.value).toBeGreaterThan(-8.5)
  expect(late.difference.value).toBeLessThan(-6)
  expect([late.effect.state, late.effect.value, late.verdict]).toEqual([
    'inconclusive',
    null,
    'belum dapat disimpulkan',
  ])
  expect(late.detectable.value).toBeGreaterThan(13.5)
  expect(late.detectable.value).toBeLessThan(14.5)
  expect(late.reasons.join(' ')).toContain('terlalu sedikit')
})

it('Complaints and service time, for which nothing was agreed, give no conclusion', () => {
  for (const code of ['pengaduan', 'waktu_layanan']) {
    expect(indicator(code).verdict).toBe('belum dapat disimpulkan')
    expect(indicator(code).effect.value).toBeNull()
  }
})

it('The mean test gain is that of the 58 who took both tests', () => {
  expect(evaluation.learning.both.value).toBe(58)
  expect(evaluation.learning.gain.value).toBeCloseTo(15.121, 2)
})

it('Supervisors see behaviour rise from 1.9 to 2.7, as in the file', () => {
  const seen = Object.fromEntries(
    evaluation.application.ratings.filter(r => r.rater === 'supervisor').map(r => [r.day, r.mean.value]),
  )
  expect(seen[0]).toBeCloseTo(1.933, 2)
  expect(seen[180]).toBeGreaterThan(2.7)
  expect(seen[180]).toBeLessThan(2.74)
  expect(evaluation.application.agreed.value).toBe(45)
  expect(evaluation.application.answered.value).toBeGreaterThan(30)
})

it('Satisfaction of those around a package, before and after, is never mixed into what participants thought', () => {
  expect(evaluation.reaction.mean.state).toBe('unknown')
  expect(Number(evaluation.stakeholders?.after.value)).toBeGreaterThan(Number(evaluation.stakeholders?.before.value))
})

it('An evaluation keeps no name, NIP or id of a person', () => {
  const kept = JSON.stringify(evaluation)
  expect(people.filter(p => kept.includes(p.id) || kept.includes(p.nip) || kept.includes(p.name))).toEqual([])
  expect(kept.includes('peserta 01')).toBe(true)
})

it('Every statistical figure that was kept runs again to the same value', () => {
  const figures: Figure[] = []
  JSON.stringify(evaluation, (_, value) => {
    if (value && typeof value === 'object' && 'mechanism' in value) figures.push(value)
    return value
  })
  const models = figures.filter(f => f.mechanism.kind === 'model' && f.state !== 'withheld')
  expect(models.length).toBeGreaterThan(10)
  for (const figure of models) {
    const m = figure.mechanism as Extract<Figure['mechanism'], { kind: 'model' }>
    const again = runCompute(m.name, { json: m.input, parameters: m.parameters }) as Record<string, unknown>
    if (typeof figure.value === 'number') expect(Number(again[m.path]), figure.label).toBeCloseTo(figure.value, 9)
    else expect(again[m.path] ?? null, figure.label).toEqual(figure.value)
  }
})
