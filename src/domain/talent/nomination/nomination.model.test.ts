import fc from 'fast-check'
import { expect, test } from 'vitest'
import { owedReasons, purposes, reasonsOf, unfitReferee, waitsFor } from './nomination.model.ts'
import { nominationRules } from './nomination.rules.ts'

const { body: rules } = nominationRules.on('2026-11-24')
const { criteria } = rules.purposes.advancement

test('Every criterion is answered in its own words, or the form says which one is not', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 80 }), { minLength: 4, maxLength: 4 }), texts => {
      const written = criteria.map((c, i) => ({ code: c.code, text: texts[i] }))
      const owed = owedReasons(criteria, written, rules.leastLetters)
      for (const [i, c] of criteria.entries())
        if (texts[i].replace(/\s+/g, ' ').trim().length < rules.leastLetters)
          expect(owed.map(o => o.code)).toContain(c.code)
      if (owed.length === 0) expect(reasonsOf(criteria, written)).toHaveLength(criteria.length)
    }),
  )
})

test('The same sentence pasted under two criteria answers one of them', () => {
  const text = 'Memimpin paket pemeliharaan 2026 selesai tepat waktu.'
  expect(
    owedReasons(
      criteria,
      criteria.map(c => ({ code: c.code, text })),
      rules.leastLetters,
    ).map(o => o.code),
  ).toEqual(criteria.slice(1).map(c => c.code))
})

test('The second official is neither the person, nor the nominator, nor the person’s subordinate', () => {
  const nominee = { id: 'a' }
  expect(unfitReferee({ id: 'a', supervisorId: null }, nominee, 'b')).toBe('nominee')
  expect(unfitReferee({ id: 'b', supervisorId: null }, nominee, 'b')).toBe('nominator')
  expect(unfitReferee({ id: 'c', supervisorId: 'a' }, nominee, 'b')).toBe('subordinate')
  expect(unfitReferee({ id: 'c', supervisorId: 'b' }, nominee, 'b')).toBeNull()
})

test('An advancement is not decided before the second official has written; other purposes do not wait', () => {
  for (const state of ['none', 'asked', 'declined'] as const) expect(waitsFor(true, state)).not.toBeNull()
  expect(waitsFor(true, 'given')).toBeNull()
  for (const state of ['none', 'asked', 'declined'] as const) expect(waitsFor(false, state)).toBeNull()
  expect(purposes.filter(p => rules.purposes[p].secondReference)).toEqual(['advancement'])
})
