import { chiSquareUpper, Z95 } from './distributions.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'
import { fairnessLimits, type RateRatio, selectionRateRatio } from './selection-rate-ratio.ts'

/** a, b: group 1 selected and not; c, d: group 2 selected and not. */
export type Stratum = { name?: string; a: number; b: number; c: number; d: number }
export type MantelHaenszel = ModelResult & {
  oddsRatio: number | null
  logSe: number | null
  chiSq: number | null
  chiSqCorrected: number | null
  /** Of the corrected statistic; `pUncorrected` of the other. */
  p: number | null
  pUncorrected: number | null
  riskRatio: number | null
  riskRatioInterval: Interval | null
  riskDifference: number | null
  rdSe: number | null
  homogeneity: { statistic: number; df: number; p: number } | null
  breslowDay: number | null
  perStratum: { name: string; rate1: number | null; rate2: number | null; n: number; informative: boolean }[]
  /** People in strata with an empty margin, which add nothing. */
  uninformative: number
  crude: { rate1: number | null; rate2: number | null; difference: number | null; ratio: RateRatio }
  /** The crude and the conditional difference have opposite signs. */
  reversed: boolean
}

/** The odds-ratio-preserving count a* of one stratum: the root of the Breslow-Day quadratic inside the margins. */
function fittedCount(s: Stratum, odds: number): number {
  const [n1, n2, m1] = [s.a + s.b, s.c + s.d, s.a + s.c]
  const qa = 1 - odds
  const qb = n2 - m1 + odds * (m1 + n1)
  const qc = -odds * m1 * n1
  if (Math.abs(qa) < 1e-12) return -qc / qb
  const root = Math.sqrt(Math.max(0, qb * qb - 4 * qa * qc))
  const candidates = [(-qb + root) / (2 * qa), (-qb - root) / (2 * qa)]
  const low = Math.max(0, m1 - n2)
  const high = Math.min(n1, m1)
  return candidates.find(x => x >= low - 1e-9 && x <= high + 1e-9) ?? candidates[0]!
}

/** Two groups compared within strata of comparable people. */
export function mantelHaenszel(strata: Stratum[]): MantelHaenszel {
  const sums = { a: 0, b: 0, c: 0, d: 0 }
  const perStratum = strata.map((s, i) => {
    sums.a += s.a
    sums.b += s.b
    sums.c += s.c
    sums.d += s.d
    const [n1, n2] = [s.a + s.b, s.c + s.d]
    return {
      name: s.name ?? String(i + 1),
      rate1: n1 ? s.a / n1 : null,
      rate2: n2 ? s.c / n2 : null,
      n: n1 + n2,
      informative: n1 > 0 && n2 > 0 && s.a + s.c > 0 && s.b + s.d > 0,
    }
  })
  const used = strata.filter((_, i) => perStratum[i]!.informative)
  const [N1, N2] = [sums.a + sums.b, sums.c + sums.d]
  const ratio = selectionRateRatio(sums.a, N1, sums.c, N2)
  const difference = N1 && N2 ? sums.a / N1 - sums.c / N2 : null
  const base = {
    n: N1 + N2,
    missing: [],
    method: 'Mantel-Haenszel; selang Robins-Breslow-Greenland',
    assumptions: ['perbandingan peluang sama dalam setiap kelompok sebanding'],
    perStratum,
    uninformative: perStratum.filter(s => !s.informative).reduce((n, s) => n + s.n, 0),
    crude: { rate1: ratio.rate1, rate2: ratio.rate2, difference, ratio },
  }
  const none = {
    ...base,
    value: null,
    interval: null,
    oddsRatio: null,
    logSe: null,
    chiSq: null,
    chiSqCorrected: null,
    p: null,
    pUncorrected: null,
    riskRatio: null,
    riskRatioInterval: null,
    riskDifference: null,
    rdSe: null,
    homogeneity: null,
    breslowDay: null,
    reversed: false,
  }
  let [R, S, PR, PSQR, QS, top, bottom, V, seen] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  let [gr, w, rd, rdP, rdQ] = [0, 0, 0, 0, 0]
  for (const s of used) {
    const [n1, n2, m1, m0] = [s.a + s.b, s.c + s.d, s.a + s.c, s.b + s.d]
    const n = n1 + n2
    const [P, Q, r, q] = [(s.a + s.d) / n, (s.b + s.c) / n, (s.a * s.d) / n, (s.b * s.c) / n]
    R += r
    S += q
    PR += P * r
    PSQR += P * q + Q * r
    QS += Q * q
    top += (s.a * n2) / n
    bottom += (s.c * n1) / n
    gr += (n1 * n2 * m1) / (n * n) - (s.a * s.c) / n
    V += (n1 * n2 * m1 * m0) / (n * n * (n - 1))
    seen += s.a - (n1 * m1) / n
    const weight = (n1 * n2) / n
    w += weight
    rd += weight * (s.a / n1 - s.c / n2)
    rdP += (n1 * n1 * s.c - n2 * n2 * s.a + (n1 * n2 * (n2 - n1)) / 2) / (n * n)
    rdQ += (s.a * (n2 - s.c) + s.c * (n1 - s.a)) / (2 * n)
  }
  if (!used.length)
    return {
      ...none,
      status: 'belumDapatDisimpulkan',
      limits: `Tidak ada kelompok sebanding yang memuat kedua pihak. ${fairnessLimits(N1, N2)}`,
    }
  const chi = (correction: number) => (V > 0 ? Math.max(0, Math.abs(seen) - correction) ** 2 / V : null)
  const [chiSq, chiSqCorrected] = [chi(0), chi(0.5)]
  const tail = (x: number | null) => (x === null ? null : chiSquareUpper(x, 1))
  const riskDifference = rd / w
  const shared = {
    chiSq,
    chiSqCorrected,
    p: tail(chiSqCorrected),
    pUncorrected: tail(chiSq),
    riskDifference,
    rdSe: Math.sqrt(Math.max(0, riskDifference * rdP + rdQ)) / w,
    reversed: difference !== null && difference * riskDifference < -1e-18,
  }
  const turn = shared.reversed
    ? ' Perbedaan keseluruhan berbeda arah dari perbedaan dalam kelompok sebanding; lihat rinciannya.'
    : ''
  const riskRatio = bottom > 0 ? top / bottom : null
  const rrHalf = top > 0 && bottom > 0 ? Z95 * Math.sqrt(gr / (top * bottom)) : null
  const riskRatioInterval: Interval | null =
    riskRatio !== null && rrHalf !== null ? [riskRatio * Math.exp(-rrHalf), riskRatio * Math.exp(rrHalf)] : null
  if (R === 0 || S === 0)
    return {
      ...none,
      ...shared,
      riskRatio,
      riskRatioInterval,
      status: 'tidakTerdefinisi',
      limits: fairnessLimits(N1, N2) + turn,
    }
  const oddsRatio = R / S
  const logSe = Math.sqrt(PR / (2 * R * R) + PSQR / (2 * R * S) + QS / (2 * S * S))
  const interval: Interval = [oddsRatio * Math.exp(-Z95 * logSe), oddsRatio * Math.exp(Z95 * logSe)]
  let breslowDay = 0
  for (const s of used) {
    const fit = fittedCount(s, oddsRatio)
    const [n1, n2, m1] = [s.a + s.b, s.c + s.d, s.a + s.c]
    breslowDay += (s.a - fit) ** 2 * (1 / fit + 1 / (n1 - fit) + 1 / (m1 - fit) + 1 / (n2 - m1 + fit))
  }
  const df = used.length - 1
  return {
    ...base,
    ...shared,
    status: 'ok',
    value: oddsRatio,
    interval,
    oddsRatio,
    logSe,
    riskRatio,
    riskRatioInterval,
    homogeneity: df > 0 ? { statistic: breslowDay, df, p: chiSquareUpper(breslowDay, df) } : null,
    breslowDay: df > 0 ? breslowDay : null,
    limits: `${fairnessLimits(N1, N2)} Selang ${rangeInWords(interval)}.${turn}`,
  }
}
