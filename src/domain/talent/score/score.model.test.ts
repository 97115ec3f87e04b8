import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isKnown } from '#core/figure/figure.ts'
import { examplesOf, failedExamples } from '#platform/rules/load-rules.ts'
import { boxNumberFor, reachableBoxes } from '../nine-box/nine-box.model.ts'
import { nineBoxRules } from '../nine-box/nine-box.rules.ts'
import { talentCompute } from '../talent.compute.ts'
import { someTalentInputs } from './score.builder.ts'
import { evidenceFromSheet, type TalentInputs, talentScore } from './score.model.ts'
import { scoreRules } from './score.rules.ts'
import { whatWouldChange } from './what-would-change.model.ts'

const asOf = '2026-11-24'
const { body: rules, reference: ruleSet } = scoreRules.on(asOf, 'BKN-SIMATA')
const boxes = nineBoxRules.on(asOf).body
const context = { rules, ruleSet, boxes, asOf }
const score = (inputs: TalentInputs) => talentScore(inputs, context)
const sheet = (values: Record<string, number | null>) => score(evidenceFromSheet(values, rules, asOf))

test('The worked examples in the rule files hold', () => {
  expect(failedExamples(examplesOf('talent'), talentCompute)).toEqual([])
})

test('All four presets load; the empty one maps nobody', () => {
  expect(scoreRules.codes()).toEqual(['BKN-SIMATA', 'PUPR-DJBK', 'MANADO-AMBANG', 'KOSONG'])
  const empty = scoreRules.on(asOf, 'KOSONG')
  const result = talentScore(someTalentInputs(), { ...context, rules: empty.body })
  expect([result.placement, result.box.value, result.reachableBoxes]).toEqual(['waiting', null, []])
})

test('A person of whom everything is recorded is placed, and each part shows its record', () => {
  const result = score(someTalentInputs())
  expect(result.placement).toBe('mapped')
  // y = 60 + 11.25 + 11.25 + 8; x = 17 + 8 + mean(80,60,0)/10 + 17.5 + 8 + 5 + 15
  expect(result.axes.y.value.value).toBeCloseTo(90.5, 9)
  expect(result.axes.x.value.value).toBeCloseTo(75.1666667, 6)
  expect(result.box.value).toBe(7)
  const predikat = result.axes.y.parts.find(p => p.code === 'predikat')
  expect(predikat?.figure.parts[0].sources[0].id).toBe('skp-2025')
})

test('No record of discipline is not "checked, clean": without a dated verification the person waits', () => {
  const result = score(someTalentInputs({ disiplin: { records: [] } }))
  expect(result.placement).toBe('waiting')
  expect(result.box.value).toBeNull()
  expect(result.waitingFor).toMatchObject([{ code: 'disiplin', who: 'pengelola disiplin', state: 'missing' }])
})

test('An assessment is valid through its last day; the day after the person waits, and is told who must supply it', () => {
  const jpm = (on: string) => ({
    jpm: { records: [{ value: 85, source: { kind: 'competency.assessment', id: 'a', label: 'Asesmen', on } }] },
  })
  expect(score(someTalentInputs(jpm('2023-11-24'))).placement).toBe('mapped')
  const late = score(someTalentInputs(jpm('2023-11-23')))
  expect(late.placement).toBe('waiting')
  expect(late.waitingFor).toMatchObject([{ code: 'jpm', state: 'expired', who: 'penyelenggara penilaian kompetensi' }])
  expect(late.axes.x.bounds?.[1]).toBeCloseTo(75.1666667 - 17 + 20, 6)
})

test('A missing part whose filling cannot change the box keeps the person waiting unless the rule allows it', () => {
  const values = {
    predikat: 80,
    penghargaan: 0,
    tim: 0,
    u360: null,
    jpm: 0,
    bangkom: 0,
    pengalaman: 40,
    potensi: 0,
    pendidikan: 60,
    bidang: 50,
    disiplin: 0,
  }
  const waiting = sheet(values)
  expect([waiting.placement, waiting.isCertain, waiting.reachableBoxes, waiting.box.value]).toEqual([
    'waiting',
    true,
    [1],
    null,
  ])
  const allowed = talentScore(evidenceFromSheet(values, rules, asOf), {
    ...context,
    rules: { ...rules, decideWhenCertain: true },
  })
  expect([allowed.placement, allowed.box.value]).toEqual(['mapped', 1])
})

test('Two unknown parts: both are decisive at 60 (published table)', () => {
  const result = sheet({ predikat: 80, penghargaan: null, tim: 0, u360: null })
  expect(result.axes.y.bounds).toEqual([50, 73])
  expect(result.axes.y.decisiveMissing).toEqual(['penghargaan', 'u360'])
})

test('What would change a box is the whole score computed again: the nearest award step that lifts, and the day of expiry', () => {
  const values = {
    predikat: 80,
    penghargaan: 0,
    tim: 0,
    u360: 80,
    jpm: 85,
    bangkom: 80,
    pengalaman: 60,
    potensi: 70,
    pendidikan: 80,
    bidang: 100,
    disiplin: 100,
  }
  const changes = whatWouldChange(evidenceFromSheet(values, rules, asOf), context)
  // Step 25 gives 59.75, step 50 gives 63.5.
  expect(changes.find(c => c.code === 'penghargaan' && c.kind === 'rise')).toMatchObject({
    from: 0,
    to: 50,
    box: { from: 6, to: 8 },
  })
  const expiry = whatWouldChange(someTalentInputs(), context).filter(c => c.kind === 'expiry')
  expect(expiry.map(c => [c.code, c.on, c.placement, c.box.to])).toEqual([
    ['jpm', '2028-05-15', 'waiting', null],
    ['potensi', '2028-05-15', 'waiting', null],
  ])
})

test('Rules with a wrong sum, a gap or an overlap are refused, naming the line', () => {
  const wrong = structuredClone(rules)
  wrong.parts[0].weight = 55
  expect(scoreRules.check(wrong).problems[0]).toContain('Predikat kinerja (SKP) 55')
  const overlap = structuredClone(rules)
  const bangkom = overlap.parts.find(p => p.code === 'bangkom')
  if (bangkom?.rubric.kind === 'band') bangkom.rubric.bands[2].from = 4
  expect(scoreRules.check(overlap).problems[0]).toContain(
    'Rubrik Pengembangan kompetensi: baris 2 (1–5) bertumpang dengan baris 3 (4–10)',
  )
})

const anyPart = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })
const anySheet = fc.record(Object.fromEntries(rules.parts.map(p => [p.code, anyPart])))

test('Unknown is never box 1: whoever misses a mandatory part has no box, and the bounds hold every filling', () => {
  fc.assert(
    fc.property(anySheet, fc.integer({ min: 0, max: 100 }), (values, filling) => {
      const result = sheet(values)
      const hasAll = Object.values(values).every(v => v !== null)
      expect(isKnown(result.box)).toBe(hasAll)
      if (hasAll) return
      const filled = Object.fromEntries(
        rules.parts.map(p => {
          const range = result.axes[p.axis].parts.find(q => q.code === p.code)?.range ?? [0, 100]
          return [p.code, values[p.code] ?? range[0] + ((range[1] - range[0]) * filling) / 100]
        }),
      )
      const whole = sheet(filled)
      for (const key of ['x', 'y'] as const) {
        const [low, high] = result.axes[key].bounds ?? [Number.NaN, Number.NaN]
        expect(Number(whole.axes[key].value.value)).toBeGreaterThanOrEqual(low - 1e-9)
        expect(Number(whole.axes[key].value.value)).toBeLessThanOrEqual(high + 1e-9)
      }
      expect(result.reachableBoxes).toContain(whole.box.value)
    }),
  )
})

test('Every pair of scores has exactly one box, and more is never worse on either axis', () => {
  const any = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(any, any, (x, y) => {
      const box = boxNumberFor({ x, y }, rules.axes, boxes)
      expect(box).toBeGreaterThanOrEqual(1)
      expect(boxNumberFor({ x: 100, y }, rules.axes, boxes)).toBeGreaterThanOrEqual(box)
      expect(boxNumberFor({ x, y: 100 }, rules.axes, boxes)).toBeGreaterThanOrEqual(box)
      expect(reachableBoxes([x, x], [y, y], rules.axes, boxes)).toEqual([box])
    }),
  )
})
