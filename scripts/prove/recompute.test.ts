import fc from 'fast-check'
import { expect, it } from 'vitest'
import { band, cap, count, positivePart, ratio, record, sum, weightedSum } from '../../src/core/figure/mechanisms.ts'
import { agrees, recompute } from './recompute.ts'

const leaf = (value: number | null) => record<number>({ label: 'x', asOf: '2026-11-24', value, bounds: [0, 100] })
const value = fc.option(
  fc.integer({ min: 0, max: 10_000 }).map(n => n / 100),
  { nil: null },
)

it('What the rules say of a person, an auditor computes again from the leaves, unknown included', () => {
  fc.assert(
    fc.property(value, value, fc.integer({ min: 1, max: 99 }), (a, b, weight) => {
      const base = { label: 'f', asOf: '2026-11-24' as const }
      const figures = [
        weightedSum({
          ...base,
          parts: [
            { figure: leaf(a), weight },
            { figure: leaf(b), weight: 100 - weight },
          ],
        }),
        sum({ ...base, parts: [leaf(a), leaf(b)] }),
        positivePart({ ...base, of: leaf(a), minus: leaf(b) }),
        ratio({ ...base, of: leaf(a), to: leaf(b), factor: 100 }),
        cap({ ...base, of: leaf(a), limit: 50 }),
        band({ ...base, of: leaf(a), cuts: [60, 80], values: [0, 1, 2] }),
        count({ ...base, members: ['1', '2'], of: 'orang', filter: 'semua' }),
      ]
      for (const f of figures) expect(agrees(f.state === 'known' ? f.value : null, recompute(f))).toBe(true)
    }),
  )
})

it('A figure whose printed value was tampered with does not agree', () => {
  const honest = sum({ label: 'f', asOf: '2026-11-24', parts: [leaf(1), leaf(2)] })
  expect(agrees(4, recompute({ ...honest, value: 4 }))).toBe(false)
})
