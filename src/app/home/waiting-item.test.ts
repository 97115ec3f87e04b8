import { expect, test } from 'vitest'
import { inOrder, minutesOf, type WaitingItem, weekly } from './waiting-item.ts'

const item = (key: string, due: string | null, minutes = 1): WaitingItem => ({
  key,
  title: key,
  why: '',
  minutes,
  due,
  href: '/',
  verb: '',
})

test('What is due first stands first, and the shorter of two with one date', () => {
  expect(
    inOrder([item('c', null), item('b', '2026-12-05', 3), item('a', '2026-12-05', 1), item('d', '2026-11-28')]).map(
      i => i.key,
    ),
  ).toEqual(['d', 'a', 'b', 'c'])
})

test('A supervisor is never shown more than ten things a week, and is told how many wait', () => {
  const many = Array.from({ length: 14 }, (_, i) => item(String(i), '2026-12-01', 2))
  const { now, later } = weekly(many)
  expect(now).toHaveLength(10)
  expect(later).toBe(4)
  expect(minutesOf(now)).toBe(20)
})
