import { Z95 } from './distributions.ts'
import { quantile } from './moments.ts'
import { mulberry32, normalDraw } from './random.ts'
import { type Interval, inWords, type Missing, type ModelResult } from './result.ts'

export type FiellerInput = { a: number; b: number; va: number; vb: number; cab?: number; t?: number }
export type Fieller = ModelResult & { g: number | null; bounded: boolean }

/** Interval of the ratio a/b of two estimates (Fieller). Unbounded when b cannot be told from zero (g ≥ 1). */
export function fiellerInterval({ a, b, va, vb, cab = 0, t = Z95 }: FiellerInput): Fieller {
  const base = { n: 1, missing: [], method: 'Fieller', assumptions: ['pembilang dan penyebut kira-kira normal'] }
  const g = b === 0 ? Number.POSITIVE_INFINITY : (t * t * vb) / (b * b)
  if (g >= 1)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      g: Number.isFinite(g) ? g : null,
      bounded: false,
      limits: 'Pengaruhnya belum dapat dibedakan dari nol, sehingga biaya per hasil tidak berbatas.',
    }
  const R = a / b
  const shift = vb > 0 ? (g * cab) / vb : 0
  const inner = va - 2 * R * cab + R * R * vb - g * (va - (vb > 0 ? (cab * cab) / vb : 0))
  const half = (t / Math.abs(b)) * Math.sqrt(Math.max(0, inner))
  const interval: Interval = [(R - shift - half) / (1 - g), (R - shift + half) / (1 - g)]
  return {
    ...base,
    status: 'ok',
    value: R,
    interval,
    g,
    bounded: true,
    limits: `Biaya per hasil ${inWords(R)}; rentang ${inWords(interval[0])}–${inWords(interval[1])}.`,
  }
}

export type CostLine = { name: string; amount: number | null; participantTime?: boolean }
export type CostInput = {
  costs: CostLine[]
  /** People who took part; `jp` hours of learning per person, or `totalJp` verified over all. */
  participants: number | null
  jp?: number | null
  totalJp?: number | null
  includeParticipantTime?: boolean
  effects?: {
    gapLevelsClosed?: number | null
    /** People re-assessed: the effect is known only of them. */
    reassessed?: number | null
    newlyReady?: number | null
    /** Money value of the effect, only with a named source. */
    benefit?: number | null
    benefitSource?: string | null
    /** Effect with standard errors, for the interval of cost per effect. */
    mean?: number | null
    se?: number | null
    costSe?: number | null
  }
}
export type CostEffectiveness = ModelResult & {
  total: number
  /** A cost line is unknown: every figure is "sekurang-kurangnya". */
  atLeast: boolean
  participantTime: number
  perParticipant: number | null
  perJp: number | null
  perGapLevelClosed: number | null
  perReady: number | null
  ratioIntervals: { perEffect: Fieller } | null
  roi: number | null
  bcr: number | null
}

/** What one achieved result cost, in rupiah; ROI (percent) only when the money value has a source. */
export function costEffectiveness(input: CostInput): CostEffectiveness {
  const { costs, participants, effects = {}, includeParticipantTime = true } = input
  const unknown = costs.filter(c => c.amount === null)
  const participantTime = costs.filter(c => c.participantTime).reduce((s, c) => s + (c.amount ?? 0), 0)
  const total = costs.reduce((s, c) => s + (c.amount ?? 0), 0) - (includeParticipantTime ? 0 : participantTime)
  const per = (d: number | null | undefined) => (d !== null && d !== undefined && d > 0 ? total / d : null)
  const totalJp = input.totalJp ?? (participants !== null && input.jp != null ? participants * input.jp : null)
  const missing: Missing[] = unknown.map(c => ({ what: `biaya ${c.name}`, who: 'bendahara kegiatan' }))
  if (participants === null) missing.push({ what: 'jumlah peserta', who: 'penyelenggara' })
  const sourced = effects.benefit != null && !!effects.benefitSource
  if (effects.benefit != null && !effects.benefitSource)
    missing.push({ what: 'sumber nilai uang hasil', who: 'pemilik program' })
  const perEffect =
    effects.mean != null && effects.se != null
      ? fiellerInterval({ a: total, b: effects.mean, va: (effects.costSe ?? 0) ** 2, vb: effects.se ** 2 })
      : null
  const partial = unknown.length > 0
  return {
    status: costs.length === unknown.length ? 'belumDapatDisimpulkan' : partial ? 'sebagian' : 'ok',
    value: costs.length === unknown.length ? null : total,
    interval: null,
    n: participants ?? 0,
    missing,
    method: 'biaya per hasil; selang Fieller',
    assumptions: includeParticipantTime
      ? ['waktu kerja peserta dihitung sebagai biaya']
      : ['waktu kerja peserta tidak dihitung'],
    total,
    atLeast: partial,
    participantTime,
    perParticipant: per(participants),
    perJp: per(totalJp),
    perGapLevelClosed: per(effects.gapLevelsClosed),
    perReady: per(effects.newlyReady),
    ratioIntervals: perEffect ? { perEffect } : null,
    roi: sourced && total > 0 && !partial ? (100 * (effects.benefit! - total)) / total : null,
    bcr: sourced && total > 0 && !partial ? effects.benefit! / total : null,
    limits: `Biaya ${partial ? 'sekurang-kurangnya ' : ''}${inWords(total, 0)}, hasil dari ${effects.reassessed ?? 0} orang yang dinilai ulang; rentang ${
      perEffect?.interval ? `${inWords(perEffect.interval[0])}–${inWords(perEffect.interval[1])}` : 'belum diketahui'
    }.`,
  }
}

/** ROI percent and benefit-cost ratio; `source` of the money value must be named. */
export function returnOnInvestment(
  benefit: number,
  cost: number,
): ModelResult & { roi: number | null; bcr: number | null } {
  const defined = cost > 0
  return {
    status: defined ? 'ok' : 'tidakTerdefinisi',
    value: defined ? (100 * (benefit - cost)) / cost : null,
    interval: null,
    n: 1,
    missing: [],
    method: 'ROI Phillips',
    assumptions: ['nilai uang hasil memiliki sumber'],
    roi: defined ? (100 * (benefit - cost)) / cost : null,
    bcr: defined ? benefit / cost : null,
    limits: defined ? 'ROI hanya berlaku bila nilai uang hasil memiliki sumber.' : 'Biaya harus lebih dari nol.',
  }
}

/** ICER of programme 1 against 2: only when neither is both cheaper and better. */
export function incrementalRatio(
  cost1: number,
  effect1: number,
  cost2: number,
  effect2: number,
): ModelResult & { dominates: 1 | 2 | null } {
  const [dc, de] = [cost1 - cost2, effect1 - effect2]
  const dominates = dc <= 0 && de >= 0 && (dc < 0 || de > 0) ? 1 : dc >= 0 && de <= 0 && (dc > 0 || de < 0) ? 2 : null
  const value = dominates === null && de !== 0 ? dc / de : null
  return {
    status: value === null ? 'tidakTerdefinisi' : 'ok',
    value,
    interval: null,
    n: 2,
    missing: [],
    method: 'ICER',
    assumptions: [],
    dominates,
    limits: dominates
      ? `Program ${dominates} lebih murah dan lebih baik.`
      : 'Tambahan biaya untuk setiap tambahan hasil.',
  }
}

export type UncertainInput = { name: string } & (
  | { min: number; mode: number; max: number }
  | { mean: number; sd: number }
)
const drawInput = (i: UncertainInput, uniform: () => number): number => {
  if ('mean' in i) return i.mean + i.sd * normalDraw(uniform)
  const u = uniform()
  const width = i.max - i.min
  if (width <= 0) return i.min
  const c = (i.mode - i.min) / width
  return u < c ? i.min + Math.sqrt(u * width * (i.mode - i.min)) : i.max - Math.sqrt((1 - u) * width * (i.max - i.mode))
}

/** ROI when benefits and costs are sums of uncertain lines: 5–50–95%, P(ROI > 0), and each line's own swing. */
export function simulateRoi(input: {
  benefits: UncertainInput[]
  costs: UncertainInput[]
  draws?: number
  seed?: number
}) {
  const { benefits, costs, draws = 10000, seed = 1 } = input
  const uniform = mulberry32(seed)
  const samples = [...benefits, ...costs].map(i => ({
    input: i,
    x: Array.from({ length: draws }, () => drawInput(i, uniform)),
  }))
  const roiOf = (pick: (k: number) => number) => {
    let B = 0
    let C = 0
    samples.forEach((_, k) => {
      if (k < benefits.length) B += pick(k)
      else C += pick(k)
    })
    return C > 0 ? (100 * (B - C)) / C : null
  }
  const all = Array.from({ length: draws }, (_, d) => roiOf(k => samples[k]!.x[d]!)).filter(
    (v): v is number => v !== null,
  )
  const middle = samples.map(s => quantile(s.x, 0.5))
  const pPositive = all.length ? all.filter(v => v > 0).length / all.length : null
  return {
    status: all.length ? ('ok' as const) : ('tidakTerdefinisi' as const),
    value: all.length ? quantile(all, 0.5) : null,
    interval: all.length ? ([quantile(all, 0.05), quantile(all, 0.95)] as Interval) : null,
    n: all.length,
    missing: [] as Missing[],
    method: `simulasi ${draws} undian; selang 5–95%`,
    assumptions: ['bagian-bagian saling bebas'],
    pPositive,
    mcError: pPositive === null ? null : Math.sqrt((pPositive * (1 - pPositive)) / all.length),
    tornado: samples
      .map((s, k) => ({
        name: s.input.name,
        low: roiOf(j => (j === k ? quantile(s.x, 0.05) : middle[j]!)),
        high: roiOf(j => (j === k ? quantile(s.x, 0.95) : middle[j]!)),
      }))
      .sort((a, b) => Math.abs((b.high ?? 0) - (b.low ?? 0)) - Math.abs((a.high ?? 0) - (a.low ?? 0))),
    limits: `Peluang manfaat melebihi biaya ${inWords(pPositive)}.`,
  }
}
