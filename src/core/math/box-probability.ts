import { bivariateNormalCdf, bivariateNormalRectangle } from './bivariate-normal.ts'
import { normalCdf } from './distributions.ts'
import { inWords, type ModelResult } from './result.ts'

/** Box of levels (0 low, 1 middle, 2 high): `boxOf[levelX][levelY]`. The rule set's mapping may replace it. */
export const defaultBoxOf = [
  [1, 2, 4],
  [3, 5, 7],
  [6, 8, 9],
]

export type BoxProbability = ModelResult & {
  /** P[level X][level Y], low to high. */
  P: number[][] | null
  boxProb: Record<number, number> | null
  assigned: number
  pAssigned: number | null
  nearCut: boolean | null
  /** The likeliest other box, its probability rounded to 5%. */
  neighbour: { box: number; p: number } | null
}
type Axes = { x: number; y: number }
type Errors = { semX: number | null; semY: number | null; rho?: number }
type Cuts = { x: [number, number]; y: [number, number] }
type Options = {
  /** Kelley regression towards a norm group; without it the observed score is the centre. */
  prior?: { meanX: number; meanY: number; reliabilityX: number; reliabilityY: number }
  nearBelow?: number
  boxOf?: number[][]
}

/** SEM of a weighted axis from its parts; weights in points of 100, ρ the common correlation of errors. */
export function compositeSem(parts: { sem: number; weight: number }[], rho = 0): number {
  let v = 0
  parts.forEach((a, i) => {
    parts.forEach((b, j) => {
      v += (a.weight / 100) * (b.weight / 100) * a.sem * b.sem * (i === j ? 1 : rho)
    })
  })
  return Math.sqrt(v)
}

/** SEM = sd·√(1 − reliability). */
export const standardError = (sd: number, reliability: number): number => sd * Math.sqrt(1 - reliability)

/** Kelley's regressed true score of an observed one, and its standard deviation. */
export const kelley = (x: number, mean: number, sd: number, reliability: number) => ({
  mean: mean + reliability * (x - mean),
  sd: standardError(sd, reliability) * Math.sqrt(reliability),
})

const level = (v: number, cuts: [number, number]): number => cuts.filter(c => v >= c - 1e-9).length

/** How sure a box is, given that instruments err. Unknown SEM gives no probability. */
export function boxProbability(axes: Axes, errors: Errors, cuts: Cuts, options: Options = {}): BoxProbability {
  const { nearBelow = 0.75, boxOf = defaultBoxOf, prior } = options
  const rho = errors.rho ?? 0
  const assigned = boxOf[level(axes.x, cuts.x)]![level(axes.y, cuts.y)]!
  const base = {
    n: 1,
    missing: [],
    method: prior ? 'normal dua peubah; regresi Kelley' : 'normal dua peubah; teori tes klasik',
    assumptions: ['galat ukur kira-kira normal'],
    assigned,
    interval: null,
  }
  if (errors.semX === null || errors.semY === null)
    return {
      ...base,
      status: 'belumDapatDisimpulkan',
      value: null,
      missing: [{ what: 'galat ukur instrumen', who: 'penyelenggara asesmen' }],
      P: null,
      boxProb: null,
      pAssigned: null,
      nearCut: null,
      neighbour: null,
      limits: 'Galat ukur instrumen belum diketahui, sehingga kedekatan dengan ambang hanya ditunjukkan dalam poin.',
    }
  if (Math.abs(rho) >= 1)
    return {
      ...base,
      status: 'tidakTerdefinisi',
      value: null,
      P: null,
      boxProb: null,
      pAssigned: null,
      nearCut: null,
      neighbour: null,
      limits: 'Galat kedua sumbu tidak boleh bergantung sepenuhnya satu sama lain.',
    }
  const centreX = prior ? prior.meanX + prior.reliabilityX * (axes.x - prior.meanX) : axes.x
  const centreY = prior ? prior.meanY + prior.reliabilityY * (axes.y - prior.meanY) : axes.y
  const sdX = errors.semX * (prior ? Math.sqrt(prior.reliabilityX) : 1)
  const sdY = errors.semY * (prior ? Math.sqrt(prior.reliabilityY) : 1)
  const edges = (centre: number, s: number, c: [number, number]) =>
    s > 0 ? [Number.NEGATIVE_INFINITY, (c[0] - centre) / s, (c[1] - centre) / s, Number.POSITIVE_INFINITY] : null
  const ex = edges(centreX, sdX, cuts.x)
  const ey = edges(centreY, sdY, cuts.y)
  const along = (e: number[], i: number) => normalCdf(e[i + 1]!) - normalCdf(e[i]!)
  const P = [0, 1, 2].map(i =>
    [0, 1, 2].map(j => {
      if (ex && ey) return bivariateNormalRectangle(ex[i]!, ex[i + 1]!, ey[j]!, ey[j + 1]!, rho)
      const px = ex ? along(ex, i) : level(centreX, cuts.x) === i ? 1 : 0
      const py = ey ? along(ey, j) : level(centreY, cuts.y) === j ? 1 : 0
      return px * py
    }),
  )
  const boxProb: Record<number, number> = {}
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) boxProb[boxOf[i]![j]!] = (boxProb[boxOf[i]![j]!] ?? 0) + P[i]![j]!
  const pAssigned = boxProb[assigned]!
  const others = Object.entries(boxProb)
    .map(([box, p]) => ({ box: Number(box), p }))
    .filter(b => b.box !== assigned)
    .sort((a, b) => b.p - a.p || a.box - b.box)
  const widest = Math.max(errors.semX, errors.semY)
  return {
    ...base,
    status: 'ok',
    value: pAssigned,
    P,
    boxProb,
    pAssigned,
    nearCut: pAssigned < nearBelow,
    neighbour: others[0] ? { box: others[0].box, p: Math.round(others[0].p * 20) / 20 } : null,
    limits: `Dengan galat ukur ${inWords(errors.semX, 1)} dan ${inWords(errors.semY, 1)} poin, peluang kotak ini benar sekitar ${inWords(pAssigned)}. Selisih di bawah ${inWords(1.96 * Math.SQRT2 * widest, 1)} poin tidak membedakan dua orang.`,
  }
}

export type ClassificationConsistency = ModelResult & {
  consistency: number | null
  kappa: number | null
  accuracy: number | null
  chance: number | null
}

/** Would two parallel forms classify alike at this cut? Normal scores with the given mean, sd and reliability. */
export function classificationConsistency(
  cut: number,
  mean: number,
  sd: number,
  reliability: number,
): ClassificationConsistency {
  const base = {
    n: 1,
    missing: [],
    interval: null,
    method: 'dua bentuk sejajar, normal dua peubah',
    assumptions: ['nilai kira-kira normal'],
  }
  if (!(sd > 0) || !(reliability >= 0 && reliability < 1))
    return {
      ...base,
      status: 'tidakTerdefinisi',
      value: null,
      consistency: null,
      kappa: null,
      accuracy: null,
      chance: null,
      limits: 'Simpangan harus positif dan keandalan di bawah satu.',
    }
  const z = (cut - mean) / sd
  const both = (r: number) => bivariateNormalCdf(z, z, r) + bivariateNormalCdf(-z, -z, r)
  const consistency = both(reliability)
  const q = normalCdf(z)
  const chance = q * q + (1 - q) ** 2
  return {
    ...base,
    status: 'ok',
    value: consistency,
    consistency,
    kappa: 1 - chance < 1e-12 ? null : (consistency - chance) / (1 - chance),
    accuracy: both(Math.sqrt(reliability)),
    chance,
    limits: `Dua tes setara akan menggolongkan sama sekitar ${inWords(100 * consistency, 0)} dari 100 orang.`,
  }
}
