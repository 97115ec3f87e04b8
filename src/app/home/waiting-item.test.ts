import { expect, test } from 'vitest'
import { inOrder, totalMinutes, type WaitingItem, weekly } from './waiting-item.ts'

const item = (id: string, due: string | null, kind: 'plan' | 'nominate' = 'plan'): WaitingItem =>
  kind === 'plan'
    ? { kind, id, employeeId: id, name: id, version: 1, reason: '', items: [], otherAgreed: false, due }
    : { kind, id, employeeId: null, name: null, programme: id, seats: null, startsOn: '2026-12-31', due }
const longer = (id: string, due: string | null): WaitingItem => ({
  kind: 'need',
  id,
  employeeId: null,
  name: null,
  people: [],
  due,
})
const today = '2026-11-24'

test('What is due first stands first, and the shorter of two with one date', () => {
  expect(
    inOrder([item('c', null), longer('b', '2026-12-05'), item('a', '2026-12-05'), item('d', '2026-11-28')]).map(
      i => i.id,
    ),
  ).toEqual(['d', 'a', 'b', 'c'])
})

test('A supervisor is never asked for more than ten things and about ten minutes a week, and is told how many wait', () => {
  const { now, later } = weekly(
    Array.from({ length: 14 }, (_, i) => longer(String(i), '2026-12-01')),
    today,
  )
  expect(totalMinutes(now)).toBeLessThanOrEqual(10)
  expect(now).toHaveLength(5)
  expect(later).toBe(9)
})

test('What is overdue is shown although the ten minutes are full, but never more than ten things', () => {
  const late = Array.from({ length: 12 }, (_, i) => longer(String(i), '2026-11-01'))
  expect(weekly(late, today).now).toHaveLength(10)
  expect(weekly(late, today).later).toBe(2)
})
