import { isKnown } from '#core/figure/figure.ts'
import { record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { Importance } from '#domain/competency/position-standard/position-standard.model.ts'
import { asComputeEntries } from '#platform/rules/load-rules.ts'
import { benchStrength, distinctReadiness } from './bench/bench.model.ts'
import { type Explanation, evaluateEligibility, treeFor, type Verdict } from './eligibility/eligibility.model.ts'
import { eligibilityRules, requirementNode } from './eligibility/eligibility.rules.ts'
import type { EligibilityFacts } from './eligibility/eligibility-facts.model.ts'
import type { RequirementNode } from './eligibility/requirement.model.ts'
import { type Horizon, readiness } from './readiness/readiness.model.ts'
import { readinessRules } from './readiness/readiness.rules.ts'

type Json = Record<string, unknown>
const dayOf = (p: Json) => String(p.asOf ?? '2026-11-24') as Day
const orNull = <T>(value: unknown): T | null => (value === undefined || value === null ? null : (value as T))

const factsOf = (facts: Json): EligibilityFacts => ({
  employment: orNull(facts.employment),
  education: orNull(facts.education),
  rank: orNull(facts.rank),
  birthOn: orNull(facts.birthDate),
  age: orNull(facts.age),
  tier: orNull(facts.tier),
  careers: orNull(facts.careers),
  monthsByTier: facts.monthsByTier as Record<string, number | null> | undefined,
  ...(facts.familyMonths === undefined ? {} : { familyMonths: orNull<number>(facts.familyMonths) }),
  trainings: orNull(facts.trainings),
  ratings: orNull(facts.ratings),
  sanctions: orNull(facts.sanctions),
  box: orNull(facts.box),
})

const explain = (e: Explanation): Json => ({
  label: e.label,
  kind: e.kind,
  answer: e.answer === null ? 'U' : e.answer ? 'T' : 'F',
  children: e.children.map(explain),
})

/** Domain functions of this room, callable with plain JSON, by the names of the methods document. */
export const successionCompute = asComputeEntries({
  evaluateEligibility: {
    describe:
      'Memenuhi syarat atau tidak menurut pohon syarat, syarat yang gagal, yang belum diketahui, dan perbaikannya.',
    example: {
      asOf: '2026-11-24',
      target: 'Administrator',
      facts: {
        employment: 'PNS',
        education: 'S1/D-IV',
        sanctions: [],
        monthsByTier: { Pengawas: 40 },
        ratings: { 2024: 'Baik', 2025: 'Baik' },
      },
    },
    fromJson: p => {
      const asOf = dayOf(p)
      const holding = eligibilityRules.on(asOf)
      const root: RequirementNode | null = p.tree
        ? requirementNode.parse(p.tree)
        : treeFor(String(p.target), holding.body)
      if (!root)
        return { status: 'tidakTerdefinisi', verdict: null, limits: `Belum ada syarat untuk ${String(p.target)}.` }
      const result = evaluateEligibility(root, factsOf((p.facts ?? {}) as Json), {
        rules: holding.body,
        ruleSet: holding.reference,
        asOf,
        family: orNull(p.family),
      })
      return {
        status: result.verdict === 'belumDiketahui' ? 'sebagian' : 'ok',
        verdict: result.verdict,
        explanation: explain(result.explanation),
        failing: result.failing,
        alternatives: result.alternatives,
        unknown: result.unknown,
        fixes: result.fixes,
        ruleVersion: holding.reference,
      }
    },
  },
  readiness: {
    describe: 'Skor kesiapan, tanggal siap, jangka waktu, dan penghalang bagi satu jabatan.',
    example: {
      asOf: '2026-11-24',
      eligibility: { verdict: 'ya' },
      standards: [4, 3, 3],
      importance: ['mutlak', 'penting', 'perlu'],
      levels: [3, 3, 3],
      plan: [{ competency: 0, toLevel: 4, endsOn: '2027-05-31' }],
    },
    fromJson: p => {
      const asOf = dayOf(p)
      const holding = readinessRules.on(asOf)
      const standards = p.standards as number[]
      const levels = p.levels as (number | null)[]
      const importance = (p.importance ?? standards.map(() => 'penting')) as Importance[]
      const eligibility = p.eligibility as { verdict: Verdict; fixes?: Json[] }
      const code = (i: number) => `K${i + 1}`
      const result = readiness(
        {
          eligibility: {
            verdict: eligibility.verdict,
            fixes: (eligibility.fixes ?? []).map(f => ({
              leaf: String(f.leaf),
              earliestDate: orNull<Day>(f.earliestDate),
              isPermanent: f.isPermanent === true,
              isUnknown: f.isUnknown === true,
              action: String(f.action ?? ''),
            })),
          },
          competencies: standards.map((standard, i) => ({
            code: code(i),
            name: `Kompetensi ${i + 1}`,
            standard,
            importance: importance[i],
            level: record<number>({
              label: `Level ${i + 1}`,
              unit: 'level',
              asOf,
              value: levels[i] ?? null,
              bounds: [0, standard],
            }),
          })),
          plan: ((p.plan ?? []) as Json[]).map(i => ({
            code: code(Number(i.competency)),
            toLevel: Number(i.toLevel),
            endsOn: String(i.endsOn) as Day,
          })),
          retiresOn: orNull<Day>(p.retiresOn),
          ageLimitUntil: orNull<Day>(p.ageLimitUntil),
        },
        { rules: holding.body, ruleSet: holding.reference, asOf },
      )
      const { score } = result
      return {
        status: isKnown(score) ? 'ok' : 'sebagian',
        eligible: result.eligible,
        score: isKnown(score) ? score.value : null,
        min: isKnown(score) ? score.value : (score.bounds?.[0] ?? null),
        max: isKnown(score) ? score.value : (score.bounds?.[1] ?? null),
        gaps: standards.map((s, i) => (levels[i] == null ? null : Math.max(0, s - levels[i]))),
        horizon: result.horizon,
        readyDate: result.readyOn,
        blockers: result.blockers,
        limits: result.limits,
        ruleVersion: holding.reference,
      }
    },
  },
  benchStrength: {
    describe: 'Jumlah calon siap per jabatan kunci, keadaan bangku, dan kedalaman tanpa orang yang sama.',
    example: {
      asOf: '2026-11-24',
      benches: [{ position: 'P1', candidates: [{ employee: 'a', horizon: 'siapSekarang' }] }],
    },
    fromJson: p => {
      const asOf = dayOf(p)
      const holding = readinessRules.on(asOf)
      const benches = (p.benches ?? [{ position: p.position, candidates: p.candidates }]) as {
        position: string
        candidates: { employee: string; horizon: Horizon }[]
      }[]
      return {
        benches: benches.map(b => {
          const bench = benchStrength(
            b.position,
            b.candidates.map(c => ({ employeeId: c.employee, horizon: c.horizon })),
            {
              rules: holding.body,
              ruleSet: holding.reference,
              asOf,
            },
          )
          return {
            position: b.position,
            readyNow: bench.readyNow.value,
            within2y: bench.within2y.value,
            later: bench.later.value,
            unknown: bench.unknown.value,
            state: bench.state,
          }
        }),
        distinct: distinctReadiness(
          benches.map(b => ({
            positionId: b.position,
            readyIds: b.candidates.filter(c => c.horizon === 'siapSekarang').map(c => c.employee),
          })),
          { asOf },
        ).value,
        ruleVersion: holding.reference,
      }
    },
  },
})
