import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnown } from '#core/figure/figure.ts'
import {
  agreementOf,
  conflictOf,
  isAccredited,
  needsReason,
  potentialScore,
  severityOf,
  strengthsAndGaps,
  unfinished,
} from './assessment-centre.model.ts'
import { centreRules } from './assessment-centre.rules.ts'
import { dealAssessors } from './deal-assessors.model.ts'

const { body: rules, reference: ruleSet } = centreRules.on('2026-11-24')
const context = { rules, ruleSet, asOf: '2026-11-24' as const }
const level = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null })

describe('An assessor', () => {
  it('never assesses herself, her superior, her subordinate or somebody she has an interest in', () => {
    const me = { employeeId: 'a', supervisorId: 's' }
    expect(conflictOf(me, { employeeId: 'a', supervisorId: null }, false)).toBe('self')
    expect(conflictOf(me, { employeeId: 'b', supervisorId: 'a' }, false)).toBe('superior')
    expect(conflictOf(me, { employeeId: 's', supervisorId: null }, false)).toBe('subordinate')
    expect(conflictOf(me, { employeeId: 'b', supervisorId: 'c' }, true)).toBe('declared')
    expect(conflictOf(me, { employeeId: 'b', supervisorId: 's' }, false)).toBeNull()
  })

  it('from outside conflicts with nobody but those she declared, even where nobody has a superior', () => {
    const outsider = { employeeId: null, supervisorId: null }
    expect(conflictOf(outsider, { employeeId: 'b', supervisorId: null }, false)).toBeNull()
    expect(conflictOf(outsider, { employeeId: 'b', supervisorId: null }, true)).toBe('declared')
  })

  it('works on the last day of her certificate, not a day longer, and never without one', () => {
    expect(isAccredited('2026-11-24', '2026-11-24')).toBe(true)
    expect(isAccredited('2026-11-23', '2026-11-24')).toBe(false)
    expect(isAccredited(null, '2026-11-24')).toBe(false)
  })
})

describe('What the session agrees on', () => {
  it('needs its reason whenever nobody gave that level, whatever the levels', () => {
    fc.assert(
      fc.property(fc.array(level, { minLength: 2, maxLength: 4 }), level, (levels, agreed) => {
        const given = levels.filter(l => l !== null)
        if (agreed !== null && !given.includes(agreed)) expect(needsReason(levels, agreed, rules)).toBe(true)
        if (given.length > 0 && Math.max(...given) - Math.min(...given) >= rules.wideDifference)
          expect(needsReason(levels, agreed, rules)).toBe(true)
        if (given.length > 0 && given.every(l => l === agreed)) expect(needsReason(levels, agreed, rules)).toBe(false)
      }),
    )
  })

  it('dropping a level that somebody observed needs its reason too', () => {
    expect(needsReason([3, null], null, rules)).toBe(true)
    expect(needsReason([null, null], null, rules)).toBe(false)
  })
})

describe('Potential', () => {
  it('lies between its bounds whatever is missing, and missing is never zero', () => {
    fc.assert(
      fc.property(fc.array(level, { minLength: 8, maxLength: 8 }), levels => {
        const score = potentialScore(new Map(rules.aspects.map((a, i) => [a.code, levels[i]])), context)
        const known = levels.filter(l => l !== null)
        if (known.length === 8) {
          expect(score.value).toBeCloseTo((known.reduce((s, l) => s + l, 0) / 40) * 100, 9)
        } else {
          expect(isKnown(score)).toBe(false)
          const least = (known.reduce((s, l) => s + l, 0) / 40) * 100
          expect(score.bounds?.[0]).toBeCloseTo(least, 9)
          expect(score.bounds?.[1]).toBeCloseTo(least + ((8 - known.length) * 5 * 100) / 40, 9)
          expect(score.needs).toHaveLength(8 - known.length)
        }
      }),
    )
  })
})

describe('Dealing participants to assessors', () => {
  it('never crosses a conflict, never gives one person the same assessor twice, and keeps loads within one where nothing forbids', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2, max: 6 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 11 })), { maxLength: 12 }),
        (people, assessors, forbidden) => {
          const p = Array.from({ length: people }, (_, i) => `p${i}`)
          const a = Array.from({ length: assessors }, (_, i) => `a${i}`)
          const bad = new Set(forbidden.map(([x, y]) => `a${x}|p${y}`))
          const deals = dealAssessors(p, a, (x, y) => bad.has(`${x}|${y}`), 2)
          expect(deals.map(d => d.participantId)).toEqual(p)
          for (const d of deals) {
            expect(new Set(d.assessorIds).size).toBe(d.assessorIds.length)
            for (const x of d.assessorIds) expect(bad.has(`${x}|${d.participantId}`)).toBe(false)
            const possible = a.filter(x => !bad.has(`${x}|${d.participantId}`)).length
            expect(d.assessorIds).toHaveLength(Math.min(2, possible))
          }
          if (bad.size === 0) {
            const loads = a.map(x => deals.filter(d => d.assessorIds.includes(x)).length)
            expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})

describe('What is still to be written', () => {
  const measures = [
    { code: 'M.1', name: 'Integritas', kind: 'competency' as const },
    { code: 'M.2', name: 'Kerja sama', kind: 'competency' as const },
  ]
  it('names each measure without an answer, and each level without a note; what was not observed needs none', () => {
    expect(unfinished(measures, [], [])).toEqual({ withoutAnswer: measures, withoutNote: [] })
    expect(
      unfinished(
        measures,
        [
          { code: 'M.1', level: 0 },
          { code: 'M.2', level: null },
        ],
        [],
      ),
    ).toEqual({ withoutAnswer: [], withoutNote: [measures[0]] })
  })
})

describe('A report', () => {
  it('calls what meets the standard a strength and keeps the unknown out of both lists', () => {
    const of = (code: string, l: number | null, standard: number) => ({ code, level: l, standard })
    const { strengths, toDevelop } = strengthsAndGaps([of('a', 3, 3), of('b', 1, 3), of('c', null, 3), of('d', 4, 3)])
    expect(strengths.map(s => s.code)).toEqual(['d', 'a'])
    expect(toDevelop.map(s => s.code)).toEqual(['b'])
  })
})

describe('Agreement of assessors', () => {
  const rating = (person: string, code: string, assessor: string, l: number | null) => ({
    person,
    code,
    assessor,
    level: l,
  })
  it('is whole when both give the same levels, and not told when nothing varies', () => {
    const same = ['M.1', 'M.2', 'M.3'].flatMap((code, i) =>
      ['a', 'b'].map(assessor => rating('p', code, assessor, i + 1)),
    )
    const base = { asOf: '2026-11-24' as const, ref: 'x:y', label: 'Kesepakatan' }
    expect(agreementOf(same, base).figure.value).toBe(1)
    expect(agreementOf([rating('p', 'M.1', 'a', 3), rating('p', 'M.1', 'b', 3)], base).figure).toMatchObject({
      state: 'inconclusive',
      value: null,
    })
  })

  it('names the stricter one by name, in levels, and both sum to zero', () => {
    const ratings = ['p', 'q', 'r'].flatMap(person =>
      ['M.1', 'M.2', 'M.3'].flatMap((code, i) => [rating(person, code, 'a', i + 2), rating(person, code, 'b', i + 1)]),
    )
    const { figures } = severityOf(ratings, {
      asOf: '2026-11-24',
      refOf: a => `s:${a}`,
      nameOf: a => (a === 'a' ? 'Sari' : 'Budi'),
    })
    expect(figures.map(f => [f.name, f.figure.value])).toEqual([
      ['Sari', expect.closeTo(0.5, 9)],
      ['Budi', expect.closeTo(-0.5, 9)],
    ])
  })
})
