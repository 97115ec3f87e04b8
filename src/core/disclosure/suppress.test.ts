import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suppress, suppressChildren, suppressRate } from './suppress.ts'

describe('small numbers stay hidden', () => {
  it('the worked table: what protects the three', () => {
    const r = suppress({
      cells: [
        [12, 3, 20],
        [8, 9, 10],
      ],
    })
    expect(r.cells).toEqual([
      ['ditutup', '<5', 20],
      ['ditutup', 'ditutup', 10],
    ])
    expect(r.audit.intervals.find(x => x.row === 0 && x.column === 1)).toMatchObject({ low: 0, high: 12, wide: true })
  })
  it('no reader can work a hidden cell back from the totals, and shown cells are the true ones', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([r, c]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 15 }), { minLength: c, maxLength: c }), {
        minLength: r,
        maxLength: r,
      }),
    )
    fc.assert(
      fc.property(table, cells => {
        const r = suppress({ cells })
        expect(r.audit.passed).toBe(true)
        cells.forEach((row, i) => {
          row.forEach((v, j) => {
            if (v > 0 && v < 5) expect(r.cells[i]![j]).toBe('<5')
            else expect([v, 'ditutup']).toContain(r.cells[i]![j])
          })
        })
      }),
    )
  })
  it('a rate of a small group is not printed', () => {
    expect(suppressRate(4, 9).rate).toBeNull()
    expect(suppressRate(15, 15, { sensitive: true }).rate).toBeNull()
    expect(suppressRate(15, 30, { sensitive: true }).rate).toBe(0.5)
  })
  it('a unit inside an agency cannot be found by subtraction', () => {
    expect(
      suppressChildren([
        { id: 'A', count: 30 },
        { id: 'B', count: 3 },
        { id: 'C', count: 12 },
      ]),
    ).toEqual([
      { id: 'A', count: 30 },
      { id: 'B', count: '<5' },
      { id: 'C', count: 'ditutup' },
    ])
  })
})
