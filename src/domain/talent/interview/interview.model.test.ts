import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOf, byCompetency, conflictOf, differenceOf, mayOpen, owedOf, severityOf } from './interview.model.ts'
import { interviewRules } from './interview.rules.ts'

const rules = interviewRules.on('2026-11-24').body
const asOf = '2026-11-24'
const ref = (what: string) => `uji:${what}`
const question = (id: string, competencyId = 'k1') => ({
  id,
  competencyId,
  code: 'M.1',
  competency: 'Integritas',
  text: 'Ceritakan satu pengalaman.',
  probe: null,
  anchors: [],
})

describe('Who may interview', () => {
  const candidate = { id: 'c', supervisorId: 'boss' }
  const person = (id: string, more: object = {}) => ({
    id,
    supervisorId: null,
    isActive: true,
    hasInterest: false,
    ...more,
  })
  test('Nobody interviews herself, her direct superior’s or subordinate’s candidate, or a declared relative', () => {
    expect(conflictOf(candidate, person('c'), rules)).toBe('self')
    expect(conflictOf(candidate, person('boss'), rules)).toBe('superior')
    expect(conflictOf(candidate, person('s', { supervisorId: 'c' }), rules)).toBe('subordinate')
    expect(conflictOf(candidate, person('kin', { hasInterest: true }), rules)).toBe('declared')
    expect(conflictOf(candidate, person('gone', { isActive: false }), rules)).toBe('not-active')
    expect(conflictOf(candidate, person('free'), rules)).toBeNull()
  })
  test('An agency whose rules allow the superior lets her sit, never the candidate', () => {
    const open = { ...rules, allowsSuperior: true, allowsSubordinate: true }
    expect(conflictOf(candidate, person('boss'), open)).toBeNull()
    expect(conflictOf(candidate, person('c'), open)).toBe('self')
  })
})

test('A question without a level or with an example too short is still owed, by its name', () => {
  const owed = owedOf(
    [question('a'), question('b'), question('c')],
    [
      { questionId: 'a', level: 0, example: 'Tidak menyebut satu pun contoh pekerjaan.' },
      { questionId: 'b', level: 3, example: 'pendek' },
    ],
    rules,
  )
  expect(owed).toEqual([
    { questionId: 'b', level: false, example: true },
    { questionId: 'c', level: true, example: true },
  ])
})

test('Ratings open only when everybody still seated has handed in and they are enough', () => {
  const state = fc.constantFrom('invited', 'declared', 'submitted', 'left') as fc.Arbitrary<
    'invited' | 'declared' | 'submitted' | 'left'
  >
  fc.assert(
    fc.property(fc.array(fc.record({ state }), { maxLength: 6 }), seats => {
      const sitting = seats.filter(s => s.state !== 'left')
      expect(mayOpen(seats, rules)).toBe(sitting.length >= 2 && sitting.every(s => s.state === 'submitted'))
    }),
  )
})

test('A consensus needs a reason exactly where it departs from somebody’s rating', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 6 }),
      fc.integer({ min: 0, max: 5 }),
      (levels, consensus) => {
        const { needsReason, spread, mustTalk } = differenceOf(levels, consensus, rules)
        expect(needsReason).toBe(levels.some(l => l !== consensus))
        expect(mustTalk).toBe(spread >= 2)
      },
    ),
  )
})

test('A level is proposed only where all gave the same: nothing is averaged', () => {
  const rate = (interviewerId: string, questionId: string, level: number) => ({
    interviewerId,
    interviewer: interviewerId,
    questionId,
    level,
    example: '',
  })
  const [same, different] = byCompetency(
    [question('a'), question('b', 'k2')],
    [rate('x', 'a', 3), rate('y', 'a', 3), rate('x', 'b', 2), rate('y', 'b', 4)],
  )
  expect(same.common).toBe(3)
  expect(different.common).toBeNull()
  expect(different.levels).toEqual([2, 4])
})

const rating = (interviewId: string, interviewerId: string, level: number, questionId = 'q') => ({
  interviewId,
  questionId,
  interviewerId,
  level,
})

test('Agreement from too few answers carries no word, and identical levels say that nothing can be computed', () => {
  const few = agreementOf([rating('1', 'a', 2), rating('1', 'b', 3)], { asOf, ref })
  expect(few.word).toBeNull()
  const flat = agreementOf(
    ['1', '2', '3', '4', '5'].flatMap(i => [rating(i, 'a', 3), rating(i, 'b', 3)]),
    { asOf, ref },
  )
  expect(flat.alpha.state).toBe('inconclusive')
  expect(flat.alpha.limits.join()).toContain('Semua nilai sama')
  expect(flat.near.value).toBe(1)
})

test('An interviewer who is a level stricter for the same people is named; one with too few interviews is not measured', () => {
  const levels = [3, 4, 2, 5, 3, 4, 2, 5]
  const ratings = levels.flatMap((level, n) => [
    rating(`i${n}`, 'netral', level),
    rating(`i${n}`, 'ketat', Math.max(0, level - 2)),
    ...(n === 0 ? [rating('i0', 'baru', level)] : []),
  ])
  const { interviewers } = severityOf(ratings, rules, { asOf, ref })
  const strict = interviewers.find(i => i.interviewerId === 'ketat')!
  expect(Number(strict.effect.value)).toBeLessThan(-0.5)
  expect(strict.isFlagged).toBe(true)
  expect(strict.effect.interval!.high).toBeLessThan(0)
  const fresh = interviewers.find(i => i.interviewerId === 'baru')!
  expect(fresh.effect.state).toBe('inconclusive')
  expect(fresh.effect.value).toBeNull()
  expect(fresh.isFlagged).toBe(false)
})
