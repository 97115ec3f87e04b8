import { Z95 } from './distributions.ts'
import { type Interval, type ModelResult, rangeInWords } from './result.ts'

export type KappaWeights = 'none' | 'linear' | 'quadratic'
export type Kappa = ModelResult & { kappa: number | null; se: number | null; po: number | null; pe: number | null }

/** Weighted kappa of a square table of counts (rows rater 1, columns rater 2), Fleiss-Cohen-Everitt standard error. */
export function cohenKappa(table: number[][], weights: KappaWeights = 'none'): Kappa {
  const k = table.length
  const total = table.flat().reduce((a, b) => a + b, 0)
  const base = {
    n: total,
    missing: [],
    method: `kappa Cohen (bobot ${weights === 'none' ? 'sama' : weights === 'linear' ? 'linear' : 'kuadrat'})`,
    assumptions: ['penilai menilai tanpa saling mengetahui'],
  }
  const nothing = { ...base, value: null, interval: null, kappa: null, se: null, po: null, pe: null }
  if (total === 0 || k < 2)
    return { ...nothing, status: 'belumDapatDisimpulkan', limits: 'Belum ada pasangan penilaian yang lengkap.' }
  const w = (i: number, j: number) => {
    const d = Math.abs(i - j) / (k - 1)
    return weights === 'none' ? (i === j ? 1 : 0) : weights === 'linear' ? 1 - d : 1 - d * d
  }
  const p = table.map(row => row.map(c => c / total))
  const rows = p.map(row => row.reduce((a, b) => a + b, 0))
  const columns = p.map((_, j) => p.reduce((a, row) => a + row[j]!, 0))
  let po = 0
  let pe = 0
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      po += w(i, j) * p[i]![j]!
      pe += w(i, j) * rows[i]! * columns[j]!
    }
  if (1 - pe < 1e-12)
    return { ...nothing, po, pe, status: 'tidakTerdefinisi', limits: 'Semua penilaian jatuh pada satu kelas.' }
  const kappa = (po - pe) / (1 - pe)
  const wRow = rows.map((_, i) => columns.reduce((a, c, j) => a + c * w(i, j), 0))
  const wColumn = columns.map((_, j) => rows.reduce((a, r, i) => a + r * w(i, j), 0))
  let s = 0
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) s += p[i]![j]! * (w(i, j) - (wRow[i]! + wColumn[j]!) * (1 - kappa)) ** 2
  const se = Math.sqrt(Math.max(0, s - (kappa - pe * (1 - kappa)) ** 2) / total) / (1 - pe)
  const interval: Interval = [kappa - Z95 * se, kappa + Z95 * se]
  return {
    ...base,
    status: 'ok',
    value: kappa,
    interval,
    kappa,
    se,
    po,
    pe,
    limits: `Kesepakatan dua penilai atas ${total} penilaian; selang ${rangeInWords(interval)}.`,
  }
}
