import type { ModelResult } from './result.ts'

export type LevelReport = { source: string; level: number; weight?: number }
export type LevelPosterior = ModelResult & {
  p: number[]
  mode: number | null
  mean: number | null
  pAtLeast: number[]
  entropy: number | null
}

/** How quickly each source's chance of a report falls with its distance from the true level (ours). */
export const defaultSharpness: Record<string, number> = { AC: 1.5, asesmen: 1.5, atasan: 0.8, diri: 0.5 }

/** M[k][l] ∝ exp(−a·|k − l|), rows summing to 1. */
export function confusionBySharpness(a: number, levels = 6): number[][] {
  return Array.from({ length: levels }, (_, k) => {
    const row = Array.from({ length: levels }, (_, l) => Math.exp(-a * Math.abs(k - l)))
    const total = row.reduce((x, y) => x + y, 0)
    return row.map(v => v / total)
  })
}

/** What all sources say together if each may err. A picture beside the official level, never the official value. */
export function levelPosterior(
  prior: number[],
  reports: LevelReport[],
  confusion: Record<string, number[][]> = {},
  weights: Record<string, number> = {},
): LevelPosterior {
  const raw = prior.map((q, k) =>
    reports.reduce((s, r) => {
      const m = confusion[r.source] ?? confusionBySharpness(defaultSharpness[r.source] ?? 0.5, prior.length)
      return s * m[k]![r.level]! ** (r.weight ?? weights[r.source] ?? 1)
    }, q),
  )
  const total = raw.reduce((a, b) => a + b, 0)
  const base = {
    n: reports.length,
    missing: reports.length ? [] : [{ what: 'laporan tingkat kompetensi', who: 'penilai' }],
    interval: null,
    method: 'Bayes atas tingkat 0–5',
    assumptions: ['kesalahan sumber saling bebas'],
    limits: `Gambaran, bukan nilai resmi; dari ${reports.length} sumber.`,
  }
  if (!(total > 0))
    return {
      ...base,
      status: 'tidakTerdefinisi',
      value: null,
      p: [],
      mode: null,
      mean: null,
      pAtLeast: [],
      entropy: null,
    }
  const p = raw.map(v => v / total)
  const mode = p.indexOf(Math.max(...p))
  return {
    ...base,
    status: reports.length ? 'ok' : 'belumDapatDisimpulkan',
    value: reports.length ? mode : null,
    p,
    mode,
    mean: p.reduce((s, v, k) => s + k * v, 0),
    pAtLeast: p.map((_, k) =>
      Math.min(
        1,
        p.slice(k).reduce((a, b) => a + b, 0),
      ),
    ),
    entropy: -p.reduce((s, v) => s + (v > 0 ? v * Math.log2(v) : 0), 0),
  }
}
