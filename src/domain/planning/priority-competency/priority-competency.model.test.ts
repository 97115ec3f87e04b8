import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#core/values/day.ts'
import { inPriorityOrder, priorityPoints, rangeOfPoints } from './priority-competency.model.ts'

const rules = { goal: 5, shortage: 40, leaving: 20, leavingMonths: 24, laterMonths: 60, thinHolders: 3, thin: 20 }
const context = {
  rules,
  ruleSet: { subject: 'planning/priority-competency', code: 'KOMPETENSI-PRIORITAS', version: '2026-1', path: null },
  asOf: '2026-11-24' as Day,
} as never
const ids = (n: number, what: string) => Array.from({ length: n }, (_, i) => `${what}${i}`)
const standing = (s: { met: number; short: number; unknown: number; leaving: number; goals: number }) => ({
  code: 'T.X',
  name: 'X',
  level: 2,
  met: ids(s.met, 'm'),
  short: ids(s.short, 's'),
  unknown: ids(s.unknown, 'u'),
  holders: ids(s.met, 'm'),
  leaving: ids(Math.min(s.leaving, s.met), 'm'),
  goals: ids(s.goals, 'g').map(id => ({ id, name: id, basis: 'RPJMD', weight: 2, link: 1 })),
})
const small = fc.nat({ max: 8 })
const any = fc.record({ met: small, short: small, unknown: small, leaving: small, goals: fc.nat({ max: 3 }) })

describe('Points of a priority competency', () => {
  it('A level nobody knows makes a range that holds every way it can turn out', () => {
    fc.assert(
      fc.property(any, fc.nat({ max: 8 }), (s, found) => {
        const [least, most] = rangeOfPoints(priorityPoints(standing(s), context))
        const isShort = Math.min(found, s.unknown)
        // Those found to fall short do; whoever holds it after all is no holder yet known of: only shortage moves.
        const known = priorityPoints(
          {
            ...standing(s),
            short: [...ids(s.short, 's'), ...ids(isShort, 'u')],
            unknown: [],
            met: [...ids(s.met, 'm'), ...ids(s.unknown - isShort, 'v')],
          },
          context,
        )
        expect(known.value).not.toBeNull()
        expect(Number(known.value)).toBeGreaterThanOrEqual(least - 1e-9)
        expect(Number(known.value)).toBeLessThanOrEqual(most + 1e-9)
      }),
    )
  })

  it('One more who falls short, retires, or one goal more never lowers the points', () => {
    fc.assert(
      fc.property(any, s => {
        const points = (more: Partial<typeof s>) =>
          rangeOfPoints(priorityPoints(standing({ ...s, ...more }), context))[0]
        const before = points({})
        expect(points({ goals: s.goals + 1 })).toBeGreaterThanOrEqual(before)
        expect(points({ leaving: s.leaving + 1 })).toBeGreaterThanOrEqual(before)
        if (s.met + s.short + s.unknown > 0)
          expect(points({ short: s.short + 1 })).toBeGreaterThanOrEqual(before - 1e-9)
      }),
    )
  })

  it('The order follows what is certain, and among equals the one that could have more', () => {
    const of = (name: string, s: Parameters<typeof standing>[0]) => ({
      name,
      points: priorityPoints(standing(s), context),
    })
    const sure = of('sure', { met: 5, short: 5, unknown: 0, leaving: 0, goals: 0 })
    const open = of('open', { met: 5, short: 0, unknown: 5, leaving: 0, goals: 0 })
    const calm = of('calm', { met: 10, short: 0, unknown: 0, leaving: 0, goals: 0 })
    expect(inPriorityOrder([calm, open, sure]).map(c => c.name)).toEqual(['sure', 'open', 'calm'])
  })
})
