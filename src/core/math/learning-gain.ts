import { logGamma, noncentralTCdf, tQuantile, tTwoSided } from './distributions.ts'
import { correlation, mean, sd, variance } from './moments.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'

/** One participant's test before and after; null when that side was not taken. */
export type PrePost = { pre: number | null; post: number | null }

/** Level 2: what the test shows. Differences are post − pre, in points of the test. */
export type LearningGain = ModelResult & {
  missingPre: number
  missingPost: number
  meanDiff: number | null
  sd: number | null
  t: number | null
  df: number | null
  p: number | null
  dz: number | null
  dav: number | null
  /** `dav` with the small-sample factor J. */
  gav: number | null
  dzInterval: Interval | null
  /** Small-sample factor of `df`. */
  J: number | null
  r: number | null
  hakeClass: number | null
  hakeIndividualMean: number | null
  hakeWord: 'tinggi' | 'sedang' | 'rendah' | null
  /** Shares of pairs at the lowest and highest mark, before and after; flags above 20%. Null without `maxScore`. */
  floorCeiling: { floorPre: number; ceilingPre: number; ceilingPost: number; flagged: boolean } | null
  /** Mean pre-score of those with and without a post-test: do the lost ones differ? */
  attrition: { meanPreComplete: number | null; meanPreWithoutPost: number | null }
}

/** The small-sample factor J(df) of a standardised difference. */
export const smallSampleFactor = (df: number): number =>
  Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2)

/** δ with P(T(df, δ) ≤ t) = p, by bisection: one limit of the noncentral t interval. */
function noncentrality(t: number, df: number, p: number): number {
  let low = t - 12 - Math.abs(t)
  let high = t + 12 + Math.abs(t)
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    // The distribution function falls as δ grows.
    if (noncentralTCdf(t, df, middle) > p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const meanOrNull = (x: number[]): number | null => (x.length ? mean(x) : null)

/** Paired gain. A pair with one side unknown is counted and left out, never taken as zero. */
export function learningGain(pairs: PrePost[], options: { maxScore?: number; minScore?: number } = {}): LearningGain {
  const complete = pairs.filter((x): x is { pre: number; post: number } => x.pre !== null && x.post !== null)
  const pre = complete.map(x => x.pre)
  const post = complete.map(x => x.post)
  const diff = complete.map(x => x.post - x.pre)
  const n = diff.length
  const missingPre = pairs.filter(x => x.pre === null).length
  const missingPost = pairs.filter(x => x.post === null).length
  const max = options.maxScore
  const min = options.minScore ?? 0
  const meanDiff = meanOrNull(diff)
  const room = n && max !== undefined ? max - mean(pre) : 0
  const hakeClass = meanDiff !== null && room > 1e-12 ? meanDiff / room : null
  const individual =
    max === undefined ? [] : complete.filter(x => x.pre < max).map(x => (x.post - x.pre) / (max - x.pre))
  const share = (x: number[], at: number) => x.filter(v => Math.abs(v - at) < 1e-9).length / n
  const base = {
    n,
    missingPre,
    missingPost,
    missing: [
      ...(missingPre ? [{ what: 'nilai tes awal', who: 'penyelenggara', count: missingPre }] : []),
      ...(missingPost ? [{ what: 'nilai tes akhir', who: 'penyelenggara', count: missingPost }] : []),
    ],
    method: 'uji t berpasangan; selang t; dz dengan t nonsentral',
    assumptions: ['selisih kira-kira normal', 'soal sebelum dan sesudah setara'],
    meanDiff,
    hakeClass,
    hakeIndividualMean: meanOrNull(individual),
    hakeWord:
      hakeClass === null
        ? null
        : hakeClass >= 0.7
          ? ('tinggi' as const)
          : hakeClass >= 0.3
            ? ('sedang' as const)
            : ('rendah' as const),
    floorCeiling:
      max === undefined || n === 0
        ? null
        : {
            floorPre: share(pre, min),
            ceilingPre: share(pre, max),
            ceilingPost: share(post, max),
            flagged: share(pre, max) > 0.2 || share(post, max) > 0.2,
          },
    attrition: {
      meanPreComplete: meanOrNull(pre),
      meanPreWithoutPost: meanOrNull(pairs.filter(x => x.pre !== null && x.post === null).map(x => x.pre!)),
    },
  }
  const caution =
    'Kenaikan nilai tes; bukan bukti penerapan di tempat kerja. Tanpa kelompok pembanding, sebagian kenaikan dapat berasal dari mengenal soal.'
  const none = {
    sd: null,
    t: null,
    df: null,
    p: null,
    dz: null,
    dav: null,
    gav: null,
    dzInterval: null,
    J: null,
    r: null,
  }
  if (n < 5)
    return {
      ...base,
      ...none,
      status: 'belumDapatDisimpulkan',
      value: null,
      interval: null,
      limits: `Hanya ${n} peserta memiliki nilai awal dan akhir; hanya daftar yang ditampilkan. ${caution}`,
    }
  const s = sd(diff)
  const r = correlation(pre, post)
  if (s < 1e-12)
    return {
      ...base,
      ...none,
      sd: 0,
      df: n - 1,
      r,
      status: 'tidakTerdefinisi',
      value: null,
      interval: [meanDiff!, meanDiff!],
      limits: `Semua peserta naik sama besar, sehingga ketidakpastian tidak dapat dihitung. ${caution}`,
    }
  const df = n - 1
  const se = s / Math.sqrt(n)
  const t = meanDiff! / se
  const half = tQuantile(0.975, df) * se
  const interval: Interval = [meanDiff! - half, meanDiff! + half]
  const pooled = Math.sqrt((variance(pre) + variance(post)) / 2)
  const dav = pooled > 1e-12 ? meanDiff! / pooled : null
  const J = smallSampleFactor(df)
  return {
    ...base,
    status: 'ok',
    value: meanDiff,
    interval,
    sd: s,
    t,
    df,
    p: tTwoSided(t, df),
    dz: meanDiff! / s,
    dav,
    gav: dav === null ? null : J * dav,
    dzInterval: [noncentrality(t, df, 0.975) / Math.sqrt(n), noncentrality(t, df, 0.025) / Math.sqrt(n)],
    J,
    r,
    limits: `${n < 10 ? `Peserta sangat sedikit (${n}). ` : ''}Selang ${rangeInWords(interval)}. ${caution}`,
  }
}
