import { betaQuantile } from './distributions.ts'
import { sum } from './moments.ts'
import { type Interval, inWords, type ModelResult } from './result.ts'

export type BetaPrior = { a: number; b: number }
/** Our prior while fewer than three modules have evidence. */
export const defaultEffectPrior: BetaPrior = { a: 6, b: 4 }

/** Posterior of a share after x of n, with equal-tailed 95% limits. */
export function betaPosterior(
  prior: BetaPrior,
  x: number,
  n: number,
): { value: number; interval: Interval; a: number; b: number } {
  const a = prior.a + x
  const b = prior.b + n - x
  return { value: a / (a + b), interval: [betaQuantile(0.025, a, b), betaQuantile(0.975, a, b)], a, b }
}

/** Evidence loses half its weight every 36 months. */
export const ageWeight = (ageMonths: number, halfLife = 36): number => 2 ** (-ageMonths / halfLife)

export type ModuleEvidence = { id: string; x: number; n: number; ageMonths?: number }
export type LearnedEffects = ModelResult & {
  mu: number
  rho: number | null
  M: number | null
  prior: BetaPrior
  learned: boolean
  modules: { id: string; x: number; n: number; posterior: number; interval: Interval }[]
}

/** Beta-Binomial over modules: what share gains, each module drawn towards the common one. */
export function learnEffects(
  evidence: ModuleEvidence[],
  fallback: BetaPrior = defaultEffectPrior,
  halfLife = 36,
): LearnedEffects {
  const used = evidence.map(e => {
    const w = ageWeight(e.ageMonths ?? 0, halfLife)
    return { id: e.id, x: e.x * w, n: e.n * w }
  })
  const some = used.filter(e => e.n > 0)
  const k = some.length
  const N = sum(some.map(e => e.n))
  const mu = N > 0 ? sum(some.map(e => e.x)) / N : fallback.a / (fallback.a + fallback.b)
  const learned = k >= 3 && mu > 0 && mu < 1
  let prior = fallback
  let rho: number | null = null
  let M: number | null = null
  if (learned) {
    const S = sum(some.map(e => e.n * (e.x / e.n - mu) ** 2))
    const spread = N - sum(some.map(e => e.n * e.n)) / N - (k - 1)
    rho = Math.min(0.5, Math.max(0.001, spread > 0 ? (S / (mu * (1 - mu)) - (k - 1)) / spread : 0.001))
    M = 1 / rho - 1
    prior = { a: mu * M, b: (1 - mu) * M }
  }
  return {
    status: N > 0 ? 'ok' : 'belumDapatDisimpulkan',
    value: N > 0 ? mu : null,
    interval: null,
    n: Math.round(sum(evidence.map(e => e.n))),
    missing: [],
    method: learned ? 'Beta-Binomial dengan awal dari semua modul' : 'Beta-Binomial dengan awal dari aturan',
    assumptions: ['modul serupa jenisnya'],
    mu,
    rho,
    M,
    prior,
    learned,
    modules: used.map((e, i) => {
      const p = betaPosterior(prior, e.x, e.n)
      return { id: e.id, x: evidence[i]!.x, n: evidence[i]!.n, posterior: p.value, interval: p.interval }
    }),
    limits: `Perkiraan dari ${Math.round(sum(evidence.map(e => e.n)))} peserta terdahulu, bukan janji; pilih bersama atasan.`,
  }
}

/** `level` null is not known. `importance` is the weight of the competency (default 1). */
export type Gap = { competency: string; level: number | null; standard: number; importance?: number }
export type LearningModule = {
  id: string
  competencies: {
    competency: string
    levelCap: number
    /** Chances of gaining 0, 1, 2 levels. */
    p: number[]
  }[]
  /** Modules that must be done before. */
  prerequisites?: string[]
  cost: number | null
  jp: number | null
  /** Evidence behind the chances. */
  evidence?: { x: number; n: number; posterior?: number }
}
export type Recommendation = {
  module: string
  expectedClosure: number
  interval: Interval | null
  probabilityAny: number
  cost: number | null
  jp: number | null
  reasons: string[]
  blockedBy: string[]
}
export type ModuleRecommendation = ModelResult & { recommendations: Recommendation[]; assessFirst: string[] }

const closes = (gap: Gap & { level: number }, cap: number, gain: number) =>
  Math.max(0, Math.min(gain, gap.standard - gap.level, cap - gap.level))

/** Modules likely to close these gaps, best first; unknown levels ask for an assessment, unmet prerequisites are worth 0 now. */
export function recommendModules(
  gaps: Gap[],
  modules: LearningModule[],
  history: { done?: string[] } = {},
  constraints: { jpMissing?: number | null } = {},
): ModuleRecommendation {
  const assessFirst = gaps.filter(g => g.level === null).map(g => g.competency)
  const done = new Set(history.done ?? [])
  const list = modules
    .map((m): Recommendation => {
      const blockedBy = (m.prerequisites ?? []).filter(p => !done.has(p))
      let mean = 0
      let second = 0
      let none = 1
      const reasons: string[] = []
      for (const c of m.competencies) {
        const gap = gaps.find((g): g is Gap & { level: number } => g.competency === c.competency && g.level !== null)
        if (!gap) continue
        const weight = gap.importance ?? 1
        const e1 = c.p.reduce((s, p, d) => s + p * closes(gap, c.levelCap, d), 0) * weight
        const e2 = c.p.reduce((s, p, d) => s + p * closes(gap, c.levelCap, d) ** 2, 0) * weight * weight
        mean += e1
        second += e2 - e1 * e1
        none *= c.p.reduce((s, p, d) => s + (closes(gap, c.levelCap, d) > 0 ? 0 : p), 0)
        if (e1 > 0) reasons.push(`kesenjangan ${gap.standard - gap.level} tingkat pada ${gap.competency}`)
      }
      if (m.evidence) {
        const after = m.evidence.posterior ?? betaPosterior(defaultEffectPrior, m.evidence.x, m.evidence.n).value
        reasons.push(
          `${m.evidence.x} dari ${m.evidence.n} peserta naik level; perkiraan setelah penyusutan ${inWords(100 * after, 0)}%`,
        )
      }
      for (const b of blockedBy) reasons.push(`setelah ${b}`)
      if (constraints.jpMissing && m.jp)
        reasons.push(`menutup ${Math.min(m.jp, constraints.jpMissing)} dari ${constraints.jpMissing} JP yang kurang`)
      if (m.cost !== null) reasons.push(`biaya ${inWords(m.cost, 0)}`)
      const blocked = blockedBy.length > 0
      const half = 1.96 * Math.sqrt(Math.max(0, second))
      return {
        module: m.id,
        expectedClosure: blocked ? 0 : mean,
        interval: blocked ? null : [Math.max(0, mean - half), mean + half],
        probabilityAny: blocked ? 0 : 1 - none,
        cost: m.cost,
        jp: m.jp,
        reasons,
        blockedBy,
      }
    })
    .filter(r => r.expectedClosure > 0 || r.blockedBy.length > 0)
  const price = (r: Recommendation) =>
    r.cost === null || r.expectedClosure <= 0 ? Number.POSITIVE_INFINITY : r.cost / r.expectedClosure
  list.sort(
    (a, b) =>
      b.expectedClosure - a.expectedClosure ||
      (price(a) < price(b) ? -1 : price(a) > price(b) ? 1 : 0) ||
      (a.module < b.module ? -1 : 1),
  )
  const n = sum(modules.map(m => m.evidence?.n ?? 0))
  return {
    status:
      gaps.length === 0 || assessFirst.length === gaps.length
        ? 'belumDapatDisimpulkan'
        : assessFirst.length
          ? 'sebagian'
          : 'ok',
    value: gaps.length === 0 || assessFirst.length === gaps.length ? null : (list[0]?.expectedClosure ?? 0),
    interval: null,
    n,
    missing: assessFirst.map(c => ({ what: `tingkat ${c}: asesmen dulu`, who: 'penyelenggara asesmen' })),
    method: 'harapan tingkat yang tertutup',
    assumptions: ['peluang naik sama bagi setiap peserta'],
    recommendations: list,
    assessFirst,
    limits: `Perkiraan dari ${n} peserta terdahulu, bukan janji; pilih bersama atasan.`,
  }
}
