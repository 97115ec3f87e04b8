import { fisherExact } from './fisher-exact.ts'
import type { ModelResult } from './result.ts'
import { fairnessLimits, fourFifths } from './selection-rate-ratio.ts'
import { wilsonLimits } from './wilson-interval.ts'

/** Selected x of n in one group. */
export type GroupCount = { group: string; x: number; n: number }

export type GroupRate = {
  group: string
  n: number
  /** Null when it is closed: a count of 1–4, or fewer people than the least denominator. */
  x: number | null
  rate: number | null
  interval: [number, number] | null
  /** Rate over the reference's, with its interval and the screen; null for the reference itself. */
  ratio: number | null
  ratioInterval: [number, number] | null
  fisherP: number | null
  screen: 'acuan' | 'perluDitelaah' | 'kuat' | 'datanyaSedikit' | 'tidakTerlihat' | 'ditutup'
}

export type SelectionRates = ModelResult & { reference: string | null; groups: GroupRate[] }

/**
 * Selection rates of several groups against the group with the highest rate among those large enough.
 * Small numbers are closed; a difference is a sign to look into, never proof.
 */
export function selectionRates(
  counts: GroupCount[],
  options: { minReference?: number; minCount?: number; minDenominator?: number; threshold?: number } = {},
): SelectionRates {
  const { minReference = 10, minCount = 5, minDenominator = 10, threshold = 0.8 } = options
  const rateOf = (g: GroupCount) => (g.n > 0 ? g.x / g.n : 0)
  const reference =
    counts
      .filter(g => g.n >= minReference)
      .sort((a, b) => rateOf(b) - rateOf(a) || b.n - a.n || (a.group < b.group ? -1 : 1))[0] ?? null
  const n = counts.reduce((s, g) => s + g.n, 0)
  const groups = counts.map((g): GroupRate => {
    const closed = g.n < minDenominator || (g.x > 0 && g.x < minCount)
    const open = { group: g.group, n: g.n, ratio: null, ratioInterval: null, fisherP: null }
    if (closed) return { ...open, x: null, rate: null, interval: null, screen: 'ditutup' }
    const own = { ...open, x: g.x, rate: rateOf(g), interval: wilsonLimits(g.x, g.n) }
    if (!reference || g === reference) return { ...own, screen: g === reference ? 'acuan' : 'tidakTerlihat' }
    const screen = fourFifths(g.x, g.n, reference.x, reference.n, threshold)
    return {
      ...own,
      ratio: screen.value,
      ratioInterval: screen.interval ?? null,
      fisherP: fisherExact(g.x, g.n - g.x, reference.x, reference.n - reference.x).p,
      screen: screen.datanyaSedikit
        ? 'datanyaSedikit'
        : screen.kuat
          ? 'kuat'
          : screen.perluDitelaah
            ? 'perluDitelaah'
            : 'tidakTerlihat',
    }
  })
  const least = groups.filter(g => g.ratio !== null).sort((a, b) => a.ratio! - b.ratio!)[0]
  return {
    status: !reference ? 'belumDapatDisimpulkan' : least ? 'ok' : 'tidakTerdefinisi',
    value: least?.ratio ?? null,
    interval: least?.ratioInterval ?? null,
    n,
    missing: [],
    method: 'tingkat seleksi; Wilson, Katz log, empat per lima',
    assumptions: ['kelompok saling bebas'],
    reference: reference?.group ?? null,
    groups,
    limits: reference
      ? fairnessLimits(least?.n ?? 0, reference.n)
      : `Belum ada kelompok dengan paling sedikit ${minReference} orang sebagai acuan.`,
  }
}
