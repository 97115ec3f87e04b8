import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leftOutOf } from './left-out.model.ts'
import { type PlanLine, placeNeeds } from './place-needs.model.ts'

const line = (id: string, available: number, more: Partial<PlanLine> = {}): PlanLine => ({
  id,
  name: id,
  unitId: 'u',
  year: 2027,
  available,
  ...more,
})
const need = (id: string, cost: number | null, more: object = {}) => ({ id, unitId: 'u', year: 2027, cost, ...more })

it('The more urgent need takes the money; the next waits for a year whose ceiling is not set, and says so', () => {
  const placed = placeNeeds([need('a', 60), need('b', 60)], [line('l', 100)], [2027, 2028, 2029], new Set())
  expect(placed.map(p => [p.year, p.kind])).toEqual([
    [2027, 'paid'],
    [2028, 'no-ceiling'],
  ])
  expect(placed[1].words).toBe('Pagu 2027 tidak cukup, dijadwalkan 2028; pagu 2028 belum ditetapkan')
})
it('In a plan of one year what finds no room stays in it as unfunded', () => {
  const placed = placeNeeds([need('a', 60), need('b', 60)], [line('l', 100)], [2027], new Set())
  expect(placed[1]).toMatchObject({ year: 2027, kind: 'unfunded', lineId: null })
})
it('A cost nobody knows is charged to no line, and is not free', () => {
  const [a, b] = placeNeeds([need('a', null), need('b', 0)], [line('l', 100)], [2027], new Set())
  expect([a.kind, b.kind]).toEqual(['unknown-cost', 'free'])
})
it('A line of another unit pays only when it was named to pay for all', () => {
  const others = [line('o', 100, { unitId: 'other' })]
  expect(placeNeeds([need('a', 60)], others, [2027], new Set())[0].kind).toBe('unfunded')
  expect(placeNeeds([need('a', 60)], others, [2027], new Set(['o']))[0]).toMatchObject({ kind: 'paid', lineId: 'o' })
})
it('Of two lines of the unit the one called like the need pays', () => {
  const lines = [line('Coaching dan mentoring', 100), line('Pelatihan kepemimpinan', 100)]
  const [placed] = placeNeeds([need('a', 60, { called: 'Pelatihan Kepemimpinan Pengawas' })], lines, [2027], new Set())
  expect(placed.line).toBe('Pelatihan kepemimpinan')
})
it('No line ever pays more than it has, and every need stands somewhere in the years of the plan', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          cost: fc.option(fc.integer({ min: 0, max: 100 })),
          year: fc.integer({ min: 2026, max: 2030 }),
          unitId: fc.constantFrom('u', 'v'),
        }),
      ),
      fc.array(
        fc.record({
          available: fc.integer({ min: 0, max: 300 }),
          year: fc.constantFrom(2027, 2028),
          unitId: fc.constantFrom('u', 'v', null),
        }),
        { maxLength: 6 },
      ),
      (needs, lines) => {
        const all = lines.map((l, i) => ({ ...l, id: `l${i}`, name: `l${i}` }))
        const placed = placeNeeds(
          needs.map((n, i) => ({ ...n, id: String(i) })),
          all,
          [2027, 2028],
          new Set(),
        )
        expect(placed).toHaveLength(needs.length)
        for (const p of placed) expect([2027, 2028]).toContain(p.year)
        for (const l of all) {
          const spent = placed.reduce((sum, p, i) => sum + (p.lineId === l.id ? (needs[i].cost ?? 0) : 0), 0)
          expect(spent).toBeLessThanOrEqual(l.available)
        }
      },
    ),
  )
})
it('Who got no seat goes to the next list with what kept her out; who got one does not', () => {
  const employee = (id: string) => ({ id, needs: [{ competency: 'K', current: 1, required: 3, values: [5, 3] }] })
  expect(
    leftOutOf([employee('a'), employee('b')], new Set(['a']), [
      { employee: 'b', points: 2, code: 'SEATS' },
      { employee: 'b', points: 8, code: 'BUDGET' },
    ]),
  ).toEqual([{ employeeId: 'b', competencyId: 'K', reason: 'Pagu tidak mencukupi' }])
})
