import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chooseByScore } from './choice.model.ts'

const criteria = [
  { code: 'technical', label: 'Potensi teknis', weight: 60 },
  { code: 'coordination', label: 'Koordinasi', weight: 40 },
]

it('A nominee whose criterion is missing is neither ranked nor turned down', () => {
  const [a, b] = chooseByScore(
    [
      { employeeId: 'a', name: 'A', criteria: { technical: 80, coordination: null } },
      { employeeId: 'b', name: 'B', criteria: { technical: 70, coordination: 90 } },
    ],
    criteria,
    1,
    'p',
    '2026-01-05',
  )
  expect(a).toMatchObject({ rank: null, isChosen: null })
  expect(a.score.bounds).toEqual([48, 88])
  expect(b).toMatchObject({ rank: 1, isChosen: true })
  expect(b.score.value).toBeCloseTo(78)
})

it('Never more people than seats, and nobody chosen scores less than somebody left out', () => {
  const nominee = fc.record({
    technical: fc.integer({ min: 0, max: 100 }),
    coordination: fc.integer({ min: 0, max: 100 }),
  })
  fc.assert(
    fc.property(fc.array(nominee, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 20 }), (list, seats) => {
      const choices = chooseByScore(
        list.map((criteria, i) => ({ employeeId: String(i), name: `N${i}`, criteria })),
        criteria,
        seats,
        'p',
        '2026-01-05',
      )
      const chosen = choices.filter(c => c.isChosen).map(c => Number(c.score.value))
      const left = choices.filter(c => c.isChosen === false).map(c => Number(c.score.value))
      expect(chosen.length).toBe(Math.min(seats, list.length))
      if (chosen.length > 0 && left.length > 0) expect(Math.min(...chosen)).toBeGreaterThanOrEqual(Math.max(...left))
    }),
  )
})
