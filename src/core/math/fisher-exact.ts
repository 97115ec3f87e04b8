import { hypergeometricPmf } from './distributions.ts'
import { inWords, type ModelResult } from './result.ts'

/** Fisher's exact two-sided p of the table [[a, b], [c, d]]: the sum of all tables no more likely than the one seen. */
export function fisherExact(a: number, b: number, c: number, d: number): ModelResult & { p: number } {
  const [row, column, n] = [a + b, a + c, a + b + c + d]
  const seen = hypergeometricPmf(a, n, column, row)
  let p = 0
  for (let k = Math.max(0, row + column - n); k <= Math.min(row, column); k++) {
    const q = hypergeometricPmf(k, n, column, row)
    if (q <= seen * (1 + 1e-7)) p += q
  }
  p = Math.min(1, p)
  const empty = n === 0
  return {
    status: empty ? 'belumDapatDisimpulkan' : 'ok',
    value: empty ? null : p,
    p: empty ? 1 : p,
    n,
    missing: [],
    method: 'Fisher eksak dua sisi',
    assumptions: ['jumlah tepi tabel dianggap tetap'],
    limits: empty
      ? 'Belum ada pengamatan.'
      : `Peluang melihat perbedaan sebesar ini bila kebetulan saja: ${inWords(p, 3)} (n = ${n}).`,
  }
}
