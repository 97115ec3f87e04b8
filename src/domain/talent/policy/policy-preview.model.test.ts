import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Placed, summaryOf } from './policy-preview.model.ts'

const pools = { before: [7, 8, 9], after: [7, 8, 9] }
const person = (unit: string, from: number | null, to: number | null, sex: string): Placed => ({
  unitId: unit,
  unitName: `Unit ${unit}`,
  from,
  to,
  cause: from === to ? null : 'cuts',
  groups: { 'Jenis kelamin': sex },
})
const many = (n: number, one: () => Placed) => Array.from({ length: n }, one)

test('Counts of five and more are printed, by path, cause and unit', () => {
  const summary = summaryOf(
    [
      ...many(8, () => person('a', 5, 7, 'Laki-laki')),
      ...many(6, () => person('b', 7, 5, 'Perempuan')),
      ...many(40, () => person('a', 5, 5, 'Perempuan')),
      ...many(40, () => person('b', 8, 8, 'Laki-laki')),
    ],
    pools,
  )
  expect(summary).toMatchObject({
    people: 94,
    moved: 14,
    paths: [
      { from: 5, to: 7, people: 8 },
      { from: 7, to: 5, people: 6 },
    ],
    causes: [{ cause: 'cuts', people: 14 }],
    units: [
      { id: 'a', people: 48, moved: 8 },
      { id: 'b', people: 46, moved: 6 },
    ],
  })
})

test('Fewer than five who move are never printed, neither directly nor by a difference from a total', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          unit: fc.constantFrom('a', 'b', 'c'),
          from: fc.constantFrom(null, 5, 7),
          to: fc.constantFrom(null, 5, 7),
          sex: fc.constantFrom('Laki-laki', 'Perempuan'),
        }),
        { minLength: 1, maxLength: 60 },
      ),
      list => {
        const everybody = list.map(p => person(p.unit, p.from, p.to, p.sex))
        const summary = summaryOf(everybody, pools)
        const small = (v: unknown) => typeof v === 'number' && v > 0 && v < 5
        const shown = [
          summary.moved,
          ...summary.paths.map(p => p.people),
          ...summary.causes.map(c => c.people),
          ...summary.units.map(u => u.moved),
          ...summary.groups.flatMap(g => g.lines.flatMap(l => [l.before, l.after, l.people])),
        ]
        expect(shown.filter(small)).toEqual([])
        // One closed path beside a printed total would be told by subtraction.
        if (typeof summary.moved === 'number')
          for (const counts of [summary.paths, summary.causes]) {
            const hidden = counts.filter(c => typeof c.people !== 'number')
            expect(hidden.length === 1 && counts.length > 1).toBe(false)
          }
      },
    ),
  )
})
