import { type Interval, inWords, type Missing, type ModelResult } from './result.ts'

/** A filled post. Days are `YYYY-MM-DD`. */
export type ForecastPost = {
  id?: string
  incumbent: string | null
  /** First day of retirement; null when the birth date is not known. */
  tmtPensiun: string | null
  /** Chance per month of leaving for another reason; null when not known. */
  hazard: number | null
  unit?: string
  skill?: string
}

export type VacancyForecast = ModelResult & {
  perPosition: { id: string; p: number | null; cause: 'pensiun' | 'lain' | 'kosong' | 'tidakDiketahui' }[]
  /** Expected number of vacancies; null when some post's chance is unknown (then see `interval`). */
  expected: number | null
  /** P(number of vacancies = index), over the posts whose chance is known. */
  distribution: number[]
  /** P(at least k vacancies), index k. */
  atLeast: number[]
  byUnit: Record<string, Interval>
  bySkill: Record<string, Interval>
}

/** Distribution of the number of successes of independent trials with unequal chances (convolution). */
export function poissonBinomial(p: number[]): number[] {
  let d = [1]
  for (const q of p) {
    const next = new Array<number>(d.length + 1).fill(0)
    d.forEach((v, k) => {
      next[k]! += v * (1 - q)
      next[k + 1]! += v * q
    })
    d = next
  }
  return d
}

/** The day `months` later, kept inside the month (31 January + 1 = 28 or 29 February). */
export function addMonths(day: string, months: number): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  const index = y * 12 + (m - 1) + months
  const year = Math.floor(index / 12)
  const month = index - year * 12
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(Math.min(d, last)).padStart(2, '0')}`
}

/** Which posts fall vacant within `horizonMonths` after `asOf`, and how many. An empty post counts as vacant. */
export function vacancyForecast(posts: ForecastPost[], horizonMonths: number, asOf: string): VacancyForecast {
  const until = addMonths(asOf, horizonMonths)
  const perPosition = posts.map((post, i) => {
    const id = post.id ?? post.incumbent ?? `posisi ${i + 1}`
    if (post.incumbent === null) return { id, p: 1, cause: 'kosong' as const }
    if (post.tmtPensiun !== null && post.tmtPensiun <= until) return { id, p: 1, cause: 'pensiun' as const }
    if (post.tmtPensiun === null || post.hazard === null) return { id, p: null, cause: 'tidakDiketahui' as const }
    return { id, p: 1 - (1 - post.hazard) ** horizonMonths, cause: 'lain' as const }
  })
  const known = perPosition.map(x => x.p).filter((p): p is number => p !== null)
  const open = perPosition.length - known.length
  const low = known.reduce((a, b) => a + b, 0)
  const distribution = poissonBinomial(known)
  const atLeast = distribution.map((_, k) =>
    Math.min(
      1,
      distribution.slice(k).reduce((a, b) => a + b, 0),
    ),
  )
  const group = (key: 'unit' | 'skill') => {
    const out: Record<string, Interval> = {}
    posts.forEach((post, i) => {
      const name = post[key]
      if (name === undefined) return
      const p = perPosition[i]!.p
      const range = out[name] ?? [0, 0]
      out[name] = [range[0] + (p ?? 0), range[1] + (p ?? 1)]
    })
    return out
  }
  const missing: Missing[] = []
  const birth = posts.filter(p => p.incumbent !== null && p.tmtPensiun === null).length
  const hazard = posts.filter(p => p.tmtPensiun !== null && p.tmtPensiun > until && p.hazard === null).length
  if (birth) missing.push({ what: 'tanggal lahir atau batas usia pensiun', who: 'pengelola kepegawaian', count: birth })
  if (hazard) missing.push({ what: 'laju keluar', who: 'pengelola kepegawaian', count: hazard })
  return {
    status: posts.length === 0 ? 'belumDapatDisimpulkan' : open ? 'sebagian' : 'ok',
    value: posts.length === 0 || open ? null : low,
    interval: posts.length === 0 ? null : [low, low + open],
    n: posts.length,
    missing,
    method: 'penjumlahan peluang; sebaran Poisson-binomial',
    assumptions: ['kepergian antarorang saling bebas', 'laju keluar tetap tiap bulan'],
    perPosition,
    expected: posts.length === 0 || open ? null : low,
    distribution,
    atLeast,
    byUnit: group('unit'),
    bySkill: group('skill'),
    limits: open
      ? `${open} jabatan belum dapat diperkirakan; jumlah lowong antara ${inWords(low, 1)} dan ${inWords(low + open, 1)} dalam ${horizonMonths} bulan.`
      : `Perkiraan ${inWords(low, 1)} jabatan lowong dalam ${horizonMonths} bulan dari ${posts.length} jabatan; mutasi belum dihitung.`,
  }
}
