import type { ModelResult } from './result.ts'

export type RiskInput = { position: string; p: number | null; impact: number | null; readyNow: number }
export type RiskLine = RiskInput & { likelihood: number; score: number; mark: '' | '?' }

/** Likelihood class 1–5 of the chance of a vacancy within 24 months. */
export const likelihoodClass = (p: number): number => 1 + [0.1, 0.3, 0.6, 0.9].filter(c => p >= c - 1e-9).length

/** Key positions, the most pressing first: likelihood × impact, then fewest ready. Unknown chance or impact sorts as 5, marked "?". */
export function positionRisk(positions: RiskInput[]): ModelResult & { positions: RiskLine[] } {
  const lines = positions
    .map((x): RiskLine => {
      const likelihood = x.p === null ? 5 : likelihoodClass(x.p)
      return {
        ...x,
        likelihood,
        score: likelihood * (x.impact ?? 5),
        mark: x.p === null || x.impact === null ? '?' : '',
      }
    })
    .sort((a, b) => b.score - a.score || a.readyNow - b.readyNow || (a.position < b.position ? -1 : 1))
  const open = lines.filter(l => l.mark).length
  return {
    status: lines.length === 0 ? 'belumDapatDisimpulkan' : open ? 'sebagian' : 'ok',
    value: lines.length === 0 ? null : lines[0]!.score,
    interval: null,
    n: lines.length,
    missing: open ? [{ what: 'peluang lowong atau dampak jabatan', who: 'pengelola suksesi', count: open }] : [],
    method: 'kelas kemungkinan × dampak',
    assumptions: ['dampak ditetapkan orang, bukan dihitung'],
    positions: lines,
    limits: `${lines.length} jabatan; ${open} di antaranya bertanda "?" karena datanya belum ada.`,
  }
}

export type Holder = {
  person: string
  level: number | null
  expired?: boolean
  tmtPensiun: string | null
  unit?: string
}
export type Coverage = ModelResult & {
  holders: { on: string; count: number }[]
  required: number
  spof: boolean
  spofFrom: string | null
  /** Level expired: "perlu asesmen ulang", counted apart. */
  reassess: number
}

/** Who holds a scarce competence now and at each later day. `days` are `YYYY-MM-DD`, the first is today. */
export function coverage(holders: Holder[], minLevel: number, required: number, days: string[]): Coverage {
  const able = holders.filter(h => h.level !== null && h.level >= minLevel)
  const valid = able.filter(h => !h.expired)
  const at = (day: string) => valid.filter(h => h.tmtPensiun === null || h.tmtPensiun > day).length
  const today = days[0] ?? ''
  const end = days[days.length - 1] ?? today
  const turns = [
    today,
    ...valid.map(h => h.tmtPensiun).filter((d): d is string => d !== null && d > today && d <= end),
  ].sort()
  const spofFrom = turns.find(day => at(day) <= 1) ?? null
  const unknown = holders.filter(h => h.level === null).length
  return {
    status: unknown ? 'sebagian' : 'ok',
    value: at(today),
    interval: unknown ? [at(today), at(today) + unknown] : null,
    n: holders.length,
    missing: unknown ? [{ what: 'tingkat kompetensi', who: 'penyelenggara asesmen', count: unknown }] : [],
    method: 'pencacahan menurut tanggal pensiun',
    assumptions: ['tidak ada mutasi keluar'],
    holders: days.map(on => ({ on, count: at(on) })),
    required,
    spof: spofFrom !== null,
    spofFrom,
    reassess: able.length - valid.length,
    limits: `${at(today)} orang memiliki kompetensi ini sekarang, perlu ${required}; ${able.length - valid.length} perlu asesmen ulang.`,
  }
}
