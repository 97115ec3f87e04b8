import { correlation, mean, variance } from './moments.ts'
import { inWords, type ModelResult } from './result.ts'

export type ItemResult = {
  item: string
  /** Share of the points reached among those who answered; 0/1 items: share correct. */
  difficulty: number | null
  pointBiserial: number | null
  correctedItemTotal: number | null
  answered: number
  notReached: number
}
export type ItemAnalysis = ModelResult & {
  items: ItemResult[]
  alpha: number | null
  kr20: number | null
  kr21: number | null
  /** Standard error of measurement in points of the total. */
  sem: number | null
  /** Items that do not vary: left out of k and of every coefficient. */
  excluded: string[]
  flags: { item: string; reason: string }[]
}

/**
 * Items of a test: rows people, columns items, null not reached (which is not wrong). Totals and coefficients use people
 * who answered every item that varies; difficulty uses everybody who answered it.
 */
export function itemAnalysis(
  responses: (number | null)[][],
  options: { names?: string[]; maxPoints?: number[] } = {},
): ItemAnalysis {
  const width = Math.max(0, ...responses.map(r => r.length))
  const name = (j: number) => options.names?.[j] ?? `item${j + 1}`
  const answeredBy = (j: number) => responses.map(r => r[j] ?? null).filter((v): v is number => v !== null)
  const varies = Array.from({ length: width }, (_, j) => {
    const a = answeredBy(j)
    return a.length >= 2 && variance(a) > 1e-12
  })
  const kept = varies.map((v, j) => (v ? j : -1)).filter(j => j >= 0)
  const complete = responses.filter(r => kept.every(j => (r[j] ?? null) !== null)).map(r => kept.map(j => r[j]!))
  const n = complete.length
  const k = kept.length
  const totals = complete.map(r => r.reduce((a, b) => a + b, 0))
  const items = Array.from({ length: width }, (_, j): ItemResult => {
    const a = answeredBy(j)
    const at = kept.indexOf(j)
    const top = options.maxPoints?.[j] ?? Math.max(1, ...a)
    const own = at < 0 ? [] : complete.map(r => r[at]!)
    return {
      item: name(j),
      difficulty: a.length ? mean(a) / top : null,
      pointBiserial: at < 0 || n < 2 ? null : correlation(own, totals),
      correctedItemTotal:
        at < 0 || n < 2 || k < 2
          ? null
          : correlation(
              own,
              totals.map((t, i) => t - own[i]!),
            ),
      answered: a.length,
      notReached: responses.length - a.length,
    }
  })
  const dichotomous = responses.flat().every(v => v === null || v === 0 || v === 1)
  const s2 = n >= 2 ? variance(totals) : 0
  const defined = k >= 2 && s2 > 1e-12
  const alpha = defined
    ? (k / (k - 1)) * (1 - kept.reduce((s, _, at) => s + variance(complete.map(r => r[at]!)), 0) / s2)
    : null
  const population = (s2 * (n - 1)) / n
  const M = n ? mean(totals) : 0
  const kr21 = defined && dichotomous ? (k / (k - 1)) * (1 - (M * (k - M)) / (k * population)) : null
  const flags = items.flatMap(item => {
    const out: { item: string; reason: string }[] = []
    if (item.difficulty !== null && item.difficulty < 0.2) out.push({ item: item.item, reason: 'terlalu sukar' })
    if (item.difficulty !== null && item.difficulty > 0.9) out.push({ item: item.item, reason: 'terlalu mudah' })
    const r = item.correctedItemTotal
    if (r !== null && r < 0) out.push({ item: item.item, reason: 'periksa kunci jawaban' })
    else if (r !== null && r < 0.2) out.push({ item: item.item, reason: 'daya beda rendah' })
    return out
  })
  const skipped = items.reduce((s, i) => s + i.notReached, 0)
  const excluded = items.filter((_, j) => !varies[j]).map(i => i.item)
  const few = responses.length < 10
  return {
    status: few ? 'belumDapatDisimpulkan' : alpha === null ? 'tidakTerdefinisi' : 'ok',
    value: few ? null : alpha,
    n,
    missing: skipped ? [{ what: 'jawaban yang tidak tercapai', who: 'peserta tes', count: skipped }] : [],
    method: 'analisis butir klasik; alfa Cronbach, KR-20, KR-21',
    assumptions: ['butir mengukur satu hal yang sama'],
    items,
    alpha,
    kr20: dichotomous ? alpha : null,
    kr21,
    sem: alpha === null ? null : Math.sqrt(s2 * Math.max(0, 1 - alpha)),
    excluded,
    flags,
    limits: `${n} peserta dengan jawaban lengkap, ${k} butir; alfa ${inWords(alpha)}.${
      few
        ? ' Peserta kurang dari 10, sehingga angka ini tidak untuk ditampilkan.'
        : n < 30
          ? ' Jumlah peserta kecil.'
          : ''
    }`,
  }
}
