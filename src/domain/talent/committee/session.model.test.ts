import fc from 'fast-check'
import { expect, test } from 'vitest'
import { committeeRules } from './committee.rules.ts'
import {
  choices,
  committeeRulesProblems,
  isComplete,
  type Member,
  outcomeOf,
  quorumFor,
  recusedFrom,
  seatsNeeded,
} from './session.model.ts'

const { body: rules } = committeeRules.on('2026-11-24')

const someMembers = fc
  .array(fc.constantFrom('invited', 'present', 'absent'), { minLength: 1, maxLength: 15 })
  .map(states =>
    states.map(
      (state, i): Member => ({
        employeeId: `m${i}`,
        seat: i === 0 ? 'chair' : i === 1 ? 'secretary' : 'member',
        state,
        isDeclared: state === 'present',
      }),
    ),
  )

test('Nine seats need six; who stays out of an item does not lower what is needed', () => {
  const members: Member[] = Array.from({ length: 9 }, (_, i) => ({
    employeeId: `m${i}`,
    seat: i === 0 ? 'chair' : 'member',
    state: i === 8 ? 'absent' : 'present',
    isDeclared: i !== 8,
  }))
  expect(quorumFor(members, new Set(['m3']), rules)).toMatchObject({ needed: 6, isMet: true, recused: ['m3'] })
  expect(quorumFor(members, new Set(['m3', 'm4', 'm5']), rules)).toMatchObject({ isMet: false, lacks: 'seats' })
})

test('Nobody who has not declared her interests counts or votes', () => {
  fc.assert(
    fc.property(someMembers, fc.integer({ min: 0, max: 14 }), (members, i) => {
      const silent = members.map((m, k) => (k === i ? { ...m, isDeclared: false } : m))
      expect(quorumFor(silent, new Set(), rules).entitled).not.toContain(`m${i}`)
    }),
  )
})

test('One more recusal never makes a quorum out of none', () => {
  fc.assert(
    fc.property(someMembers, fc.subarray(Array.from({ length: 15 }, (_, i) => `m${i}`)), (members, out) => {
      const before = quorumFor(members, new Set(), rules)
      const after = quorumFor(members, new Set(out), rules)
      expect(after.entitled.length).toBeLessThanOrEqual(before.entitled.length)
      if (!before.isMet) expect(after.isMet).toBe(false)
      for (const id of out) expect(after.entitled).not.toContain(id)
    }),
  )
})

test('When the chair stays out, the secretary leads; without either there is no lawful decision', () => {
  const members: Member[] = ['chair', 'secretary', 'member', 'member'].map((seat, i) => ({
    employeeId: `m${i}`,
    seat: seat as Member['seat'],
    state: 'present',
    isDeclared: true,
  }))
  expect(quorumFor(members, new Set(['m0']), rules).lead).toBe('m1')
  const few = { ...rules, quorum: { of: 2, atLeast: 1 } }
  expect(quorumFor(members, new Set(['m0', 'm1']), few)).toMatchObject({ isMet: false, lacks: 'lead' })
})

test('A choice carries only with more than half; a tie or a split moves nobody', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (approve, keep, postpone) => {
      const { decision, votes, hasMajority } = outcomeOf({ approve, keep, postpone }, rules)
      const tally = { approve, keep, postpone }
      if (decision === 'approve') expect(approve * 2).toBeGreaterThan(votes)
      expect(hasMajority).toBe(choices.some(c => tally[c] * 2 > votes))
      if (!hasMajority) expect(decision).toBe('keep')
    }),
  )
})

test('The person herself, her superior, her subordinate and who declared an interest stay out, nobody else', () => {
  const members = [
    { employeeId: 'self', supervisorId: 'x' },
    { employeeId: 'boss', supervisorId: null },
    { employeeId: 'below', supervisorId: 'self' },
    { employeeId: 'kin', supervisorId: null },
    { employeeId: 'free', supervisorId: 'boss' },
  ]
  const out = recusedFrom({ employeeId: 'self', supervisorId: 'boss' }, members, [
    { employeeId: 'kin', aboutId: 'self' },
    { employeeId: 'free', aboutId: 'somebody-else' },
  ])
  expect(Object.fromEntries(out)).toEqual({ self: 'self', boss: 'superior', below: 'subordinate', kin: 'declared' })
})

test('Votes are complete only when everybody entitled has voted', () => {
  expect(isComplete(['a', 'b'], new Set(['a']))).toBe(false)
  expect(isComplete(['a', 'b'], new Set(['a', 'b', 'c']))).toBe(true)
  expect(isComplete([], new Set())).toBe(false)
})

test('An order of session that lets a minority carry, or leaves a choice without reason, is refused by name', () => {
  expect(committeeRulesProblems(rules)).toEqual([])
  expect(committeeRulesProblems({ ...rules, majority: { of: 3, moreThan: 1 } }).join()).toContain('Mayoritas')
  expect(committeeRulesProblems({ ...rules, quorum: { of: 3, atLeast: 4 } }).join()).toContain('Kuorum')
  expect(
    committeeRulesProblems({ ...rules, reasons: rules.reasons.filter(r => !r.for.includes('keep')) }).join(),
  ).toContain('keep')
  expect(seatsNeeded(9, rules)).toBe(6)
})
