import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isKnown } from '#core/figure/figure.ts'
import { examplesOf, failedExamples } from '#platform/rules/load-rules.ts'
import { gapIndex, isExpired, jobPersonMatch } from '../assessment/assessment.model.ts'
import { assessmentRules } from '../assessment/assessment.rules.ts'
import { competencyCompute } from '../competency.compute.ts'
import { indicatorsOf, nameOfLevel } from '../dictionary/dictionary.model.ts'
import { dictionaryRules } from '../dictionary/dictionary.rules.ts'
import { someEvidence } from '../evidence/evidence.builder.ts'
import { evidenceRules } from '../evidence/evidence.rules.ts'
import { fuseCompetency } from '../evidence/fuse-competency.model.ts'
import { defaultRequirements, type Requirement } from '../position-standard/position-standard.model.ts'
import { standardRules } from '../position-standard/position-standard.rules.ts'
import { competencyGap } from './gap.model.ts'

const asOf = '2026-11-24'
const { body: rules, reference: ruleSet } = assessmentRules.on(asOf)
const policy = { policy: evidenceRules.on(asOf).body, ruleSet: evidenceRules.on(asOf).reference, asOf }
const level = (reached: number | null, standard = 3, i = 0) => ({
  code: `K${i}`,
  name: `Kompetensi ${i}`,
  level: reached,
  standard,
})
const context = { rules, ruleSet, asOf }

test('The worked examples in the rule files hold', () => {
  expect(failedExamples(examplesOf('competency'), competencyCompute)).toEqual([])
})

test('Nine competencies of five levels, each with what can be seen at work', () => {
  const dictionary = dictionaryRules.on(asOf).body
  expect(dictionary.competencies.map(c => c.code)).toEqual([
    'M.1',
    'M.2',
    'M.3',
    'M.4',
    'M.5',
    'M.6',
    'M.7',
    'M.8',
    'SK.1',
  ])
  expect(indicatorsOf(dictionary, 'M.1', 1)[0]).toBe('kata sesuai fakta dan perbuatan')
  expect([nameOfLevel(dictionary, 0), nameOfLevel(dictionary, 4)]).toEqual(['Di bawah level 1', 'Mumpuni'])
})

test('A tier without its own standard gets the flat default; a tier nobody named gets none', () => {
  const nine = dictionaryRules.on(asOf).body.competencies
  const total = (tier: string) =>
    defaultRequirements(tier, nine, standardRules.on(asOf).body).reduce((s, r) => s + r.level, 0)
  expect(['JPT Pratama', 'Administrator', 'Pengawas', 'Pelaksana', 'Entah'].map(total)).toEqual([36, 27, 18, 9, 0])
})

test('Categories change exactly at 68, 80, 78 and 90', () => {
  const of = (reached: number, standard: number, purpose: 'pengisian' | 'pemetaan') =>
    jobPersonMatch([level(reached, standard)], purpose, context).category.value
  expect([of(68, 100, 'pengisian'), of(67.99, 100, 'pengisian'), of(80, 100, 'pengisian')]).toEqual([
    'MMS',
    'KMS',
    'MS',
  ])
  expect([of(78, 100, 'pemetaan'), of(77.99, 100, 'pemetaan'), of(90, 100, 'pemetaan')]).toEqual(['CO', 'KO', 'O'])
})

test('A surplus that hides a gap is said beside the number', () => {
  const levels = [level(5), level(2, 3, 1), level(2, 3, 2)]
  const result = gapIndex(levels, context)
  expect([result.ikk.value, result.band.value, result.hidesGap]).toEqual([0, 'Tidak ada kesenjangan', true])
  expect(result.ikk.limits[0]).toContain('tertutup kelebihan')
})

test('An assessment is valid through its last day', () => {
  expect([isExpired('2023-11-24', asOf, rules), isExpired('2023-11-23', asOf, rules)]).toEqual([false, true])
})

test('Two assessments of one day that disagree make nobody official, and ask for verification', () => {
  const fused = fuseCompetency(
    { code: 'M.1', name: 'Integritas' },
    [someEvidence({ level: 2 }), someEvidence({ level: 4 })],
    policy,
  )
  expect([fused.official.value, fused.state, fused.action]).toEqual([null, 'contradictory', 'perlu verifikasi'])
})

test('Learning evidence never overwrites an assessment, and an unverified certificate is not official', () => {
  const learning = fuseCompetency(
    { code: 'M.1', name: 'Integritas' },
    [someEvidence(), someEvidence({ source: 'learning', level: 4, on: '2026-10-01' })],
    policy,
  )
  expect([learning.official.value, learning.officialSource]).toEqual([3, 'assessment'])
  const paper = fuseCompetency(
    { code: 'M.1', name: 'Integritas' },
    [someEvidence({ source: 'certificate', isVerified: false })],
    policy,
  )
  expect(paper.official.value).toBeNull()
})

test('What nobody assessed is to be assessed: no gap, no zero; each source keeps its own answer', () => {
  const standard: Requirement[] = [
    { code: 'M.1', name: 'Integritas', level: 3, importance: 'mutlak' },
    { code: 'M.2', name: 'Kerja Sama', level: 3, importance: 'penting' },
    { code: 'M.3', name: 'Komunikasi', level: 3, importance: 'perlu' },
  ]
  const profile = new Map([
    [
      'M.1',
      fuseCompetency(
        { code: 'M.1', name: 'Integritas' },
        [someEvidence({ level: 2 }), someEvidence({ source: 'self', level: 5, on: '2026-10-01' })],
        policy,
      ),
    ],
    ['M.2', fuseCompetency({ code: 'M.2', name: 'Kerja Sama' }, [someEvidence({ level: 4 })], policy)],
  ])
  const result = competencyGap(profile, standard, { asOf })
  expect(result.gaps.map(g => [g.code, g.gap.value, g.state])).toEqual([
    ['M.1', 1, 'gap'],
    ['M.2', 0, 'meets'],
    ['M.3', null, 'unknown'],
  ])
  expect(result.gaps[0].bySource.map(s => [s.source, s.state])).toEqual([
    ['assessment', 'gap'],
    ['self', 'meets'],
  ])
  expect([result.total.value, result.total.bounds, result.toAssess, result.blocking]).toEqual([
    null,
    [1, 4],
    ['M.3'],
    ['M.1'],
  ])
})

const anyLevels = fc.array(
  fc.record({
    reached: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
    standard: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 9 },
)

test('The bounds of a JPM hold whatever the missing levels turn out to be, and capping never raises it', () => {
  fc.assert(
    fc.property(anyLevels, fc.integer({ min: 0, max: 5 }), fc.boolean(), (rows, filling, capPerCompetency) => {
      const levels = rows.map((r, i) => level(r.reached, r.standard, i))
      const open = jobPersonMatch(levels, 'pemetaan', { ...context, capPerCompetency }).jpm
      const whole = jobPersonMatch(
        levels.map(l => ({ ...l, level: l.level ?? filling })),
        'pemetaan',
        { ...context, capPerCompetency },
      ).jpm
      const capped = jobPersonMatch(
        levels.map(l => ({ ...l, level: l.level ?? filling })),
        'pemetaan',
        { ...context, capPerCompetency: true },
      ).jpm
      expect(Number(capped.value)).toBeLessThanOrEqual(Number(whole.value) + 1e-9)
      if (isKnown(open)) return
      expect(Number(whole.value)).toBeGreaterThanOrEqual((open.bounds?.[0] ?? 0) - 1e-9)
      expect(Number(whole.value)).toBeLessThanOrEqual((open.bounds?.[1] ?? 0) + 1e-9)
    }),
  )
})

test('An official level is always one that a source gave: never an average', () => {
  const anyEvidence = fc.array(
    fc.record({
      source: fc.constantFrom('assessment', 'supervisor', 'peer', 'self', 'learning'),
      level: fc.integer({ min: 0, max: 5 }),
      month: fc.integer({ min: 1, max: 10 }),
    }),
  )
  fc.assert(
    fc.property(anyEvidence, list => {
      const evidence = list.map(e =>
        someEvidence({ source: e.source as 'self', level: e.level, on: `2026-${String(e.month).padStart(2, '0')}-15` }),
      )
      const fused = fuseCompetency({ code: 'M.1', name: 'Integritas' }, evidence, policy)
      if (isKnown(fused.official)) expect(evidence.map(e => e.level)).toContain(fused.official.value)
      else if (evidence.every(e => e.source === 'self' || e.source === 'learning'))
        expect(fused.official.value).toBeNull()
    }),
  )
})
