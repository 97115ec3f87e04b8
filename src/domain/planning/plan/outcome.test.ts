import fc from 'fast-check'
import { expect, it } from 'vitest'
import { record } from '#core/figure/mechanisms.ts'
import { beginsAbove, levelAfter, levelsMoved, type OutcomeItem, type OutcomeNeed, outcomeOf } from './outcome.model.ts'

const context = {
  asOf: '2026-11-24' as const,
  year: 2027,
  jpHeld: record<number>({ label: 'JP', unit: 'jp', asOf: '2026-11-24', value: 6 }),
  ref: (what: string) => `planning.outcome:plan:x:0:${what}`,
  post: 'Pengawas',
}
const need = (current: number | null, more: Partial<OutcomeNeed> = {}): OutcomeNeed => ({
  code: 'C',
  name: 'Kontrak',
  current,
  required: 4,
  importance: 'mutlak',
  ...more,
})
const item = (from: number, to: number, more: Partial<OutcomeItem> = {}): OutcomeItem => ({
  id: `${from}-${to}`,
  title: `${from}-${to}`,
  endsOn: '2027-03-01',
  jp: 10,
  cost: 1_000_000,
  lifts: [{ code: 'C', from, to, measured: 0, risen: 0 }],
  ...more,
})

it('Steps follow each other: an item begins only where the ones before have led', () => {
  expect(levelAfter(need(1), [item(3, 4), item(1, 3)])).toBe(4)
  expect(levelAfter(need(1), [item(3, 4)])).toBe(1)
})

it('Where the level is unknown nothing is promised, nothing is counted, and its name is said', () => {
  const after = outcomeOf(
    [need(null), need(2, { code: 'D', name: 'Data', importance: 'penting' })],
    [item(1, 4)],
    context,
  )
  expect(levelAfter(need(null), [item(1, 4)])).toBeNull()
  expect(after.gap.value).toBe(2)
  expect(after.unknown).toEqual(['Kontrak'])
  expect(after.met.map(m => [m.importance, m.met.value, m.asked.value])).toEqual([
    ['mutlak', 0, 1],
    ['penting', 0, 1],
  ])
  expect(outcomeOf([need(null)], [], context).gap.state).toBe('unknown')
})

it('JP of the year is what was counted already and what the items bring; an item without JP leaves it open', () => {
  expect(outcomeOf([need(1)], [item(1, 3), item(3, 4)], context).jp.value).toBe(26)
  expect(outcomeOf([need(1)], [item(1, 3, { endsOn: '2028-01-05' })], context).jp.value).toBe(6)
  expect(outcomeOf([need(1)], [item(1, 3, { jp: null })], context).jp).toMatchObject({ state: 'partial', value: null })
})

it('Between two outcomes each level that moved is told with both sides', () => {
  const [a, b] = [[], [item(1, 3)]].map(items => outcomeOf([need(1)], items, context))
  expect(levelsMoved(a, b)).toEqual([{ name: 'Kontrak', from: 1, to: 3, required: 4 }])
})

it('An item that begins above the present level says so', () => {
  const before = outcomeOf([need(1)], [], context)
  expect(beginsAbove(before, item(2, 3).lifts)).toEqual({ name: 'Kontrak', from: 2, level: 1 })
  expect(beginsAbove(before, item(1, 3).lifts)).toBeNull()
})

it('Whatever is added, no gap grows, no requirement is lost and JP never falls', () => {
  const level = fc.integer({ min: 0, max: 5 })
  fc.assert(
    fc.property(
      fc.option(level, { nil: null }),
      fc.array(fc.tuple(level, level), { maxLength: 6 }),
      fc.tuple(level, level),
      (current, pairs, [from, to]) => {
        const items = pairs.map(([a, b]) => item(a, b))
        const before = outcomeOf([need(current)], items, context)
        const after = outcomeOf([need(current)], [...items, item(from, to)], context)
        expect(Number(after.gap.value)).toBeLessThanOrEqual(Number(before.gap.value))
        expect(Number(after.met[0].met.value)).toBeGreaterThanOrEqual(Number(before.met[0].met.value))
        expect(Number(after.jp.value)).toBeGreaterThanOrEqual(Number(before.jp.value))
        expect(after.gap.state).toBe(current === null ? 'unknown' : 'known')
      },
    ),
  )
})
