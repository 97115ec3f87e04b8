import { describe, expect, test } from 'vitest'
import { nameThePlan } from './greedy.model.ts'
import { loadEngine } from './highs-engine.ts'
import { parseInstance } from './instance.model.ts'
import { indexInstance } from './instance-index.model.ts'
import { searchLarge } from './large/large-search.ts'
import { anOddInstance, bestByTrying } from './odd-instance.builder.ts'
import { secondCheck } from './second-checker.builder.ts'
import type { PlannerSolution } from './solution.model.ts'
import { solvePlan } from './solve.ts'

/** The whole schema, odd years included; thousands more were tried when this was written. */
// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, changed on purpose.
type Loose = any
const seeds = (from: number, until: number) => Array.from({ length: until - from + 1 }, (_, i) => from + i)
const solved = async (json: unknown): Promise<PlannerSolution> => {
  const outcome = await solvePlan(json, { marginalLines: [], fairnessCost: false })
  if (!outcome.ok) throw new Error(outcome.reasons.join('\n'))
  return outcome.solution
}
const expectHonest = (instance: Loose, found: PlannerSolution, at: number) => {
  if (found.objective === null) {
    expect(found.assignments, `benih ${at}`).toEqual([])
    if (found.status === 'infeasible') expect(found.conflict!.length).toBeGreaterThan(0)
    else expect(found.status).toBe('no_solution_in_time')
    return
  }
  const { broken, value } = secondCheck(instance, found)
  expect(broken, `benih ${at}`).toEqual([])
  expect(found.objective).toBeCloseTo(value, 6)
  expect(found.bound!).toBeGreaterThanOrEqual(value - 1e-6)
}

describe('Any year of the schema', () => {
  test('has the plan that trying every set of seats finds, or none when none keeps every rule', async () => {
    for (const seed of seeds(1, 20)) {
      const instance = anOddInstance(seed)
      const found = await solved(instance)
      expectHonest(instance, found, seed)
      const best = bestByTrying(instance)
      expect(found.status, `benih ${seed}`).toBe(best === null ? 'infeasible' : 'optimal')
      if (best !== null) expect(found.objective, `benih ${seed}`).toBeCloseTo(best, 6)
    }
  })

  test('gets a plan the second checker accepts with a bound above it, by the search for large years too', async () => {
    const engine = await loadEngine()
    for (const seed of seeds(1, 12)) {
      const instance = anOddInstance(seed, { people: 12, classes: 8 })
      const found = await solved(instance)
      expectHonest(instance, found, seed)
      const parsed = parseInstance(instance)
      if (!parsed.ok) throw new Error(parsed.reasons.join('\n'))
      const index = indexInstance(parsed.instance)
      const { bound } = searchLarge(engine, index, {
        seed: 0,
        steps: 40,
        rounds: 2,
        offer: state => {
          const plan = nameThePlan(index, state)
          const { broken, value } = secondCheck(instance, plan)
          if (broken.length === 0 && found.status === 'optimal')
            expect(value).toBeLessThanOrEqual(found.objective! + 1e-6)
          return broken.length === 0
        },
      })
      if (bound !== null && found.status === 'optimal')
        expect(bound, `benih ${seed}`).toBeGreaterThanOrEqual(found.objective! - 1e-6)
    }
  })
})

/** More of everything; then, one by one, a rule more or a means less. */
const richer = (year: Loose) => {
  for (const line of year.budgetLines) line.amount += 3_000_000
}
const stricter: [string, (year: Loose) => void][] = [
  [
    'less money',
    year => {
      for (const line of year.budgetLines) line.amount = Math.floor(line.amount / 2)
    },
  ],
  [
    'a module less for everybody',
    year => {
      for (const person of year.employees) person.maxModules = Math.max(0, person.maxModules - 1)
    },
  ],
  [
    'a floor for women',
    year => {
      year.fairness.push({ id: 'X', kind: 'minSeatShare', dimension: 'sex', group: 'P', minShare: 0.6 })
    },
  ],
  [
    'a floor for a unit',
    year => {
      year.fairness.push({ id: 'Y', kind: 'minPeople', dimension: 'unit', group: 'U0', min: 1 })
    },
  ],
  [
    'somebody locked out',
    year => {
      year.locks.push({ kind: 'never', employee: 'P1', session: 'S1' })
    },
  ],
  [
    'trainers without days',
    year => {
      for (const trainer of year.trainers) trainer.maxDays = 0
    },
  ],
  [
    'a class that asks for more people',
    year => {
      year.sessions[0].seatsMin = year.sessions[0].seatsMax
    },
  ],
]

describe('At a proven best plan of an odd year', () => {
  test('more money is never worse, and a rule more or a means less never better', async () => {
    let proven = 0
    for (const seed of seeds(101, 106)) {
      const year = anOddInstance(seed, { people: 8, classes: 6 })
      const now = await solved(year)
      const more = structuredClone(year)
      richer(more)
      const withMore = await solved(more)
      if (now.status === 'optimal') {
        proven++
        expect(withMore.status).toBe('optimal')
        expect(withMore.objective!, `benih ${seed}`).toBeGreaterThanOrEqual(now.objective! - 1e-6)
      }
      for (const [what, tighten] of stricter) {
        const less = structuredClone(year)
        tighten(less)
        const found = await solved(less)
        if (now.status === 'infeasible') expect(found.objective, `${what}, benih ${seed}`).toBeNull()
        else if (found.status === 'optimal')
          expect(found.objective!, `${what}, benih ${seed}`).toBeLessThanOrEqual(now.objective! + 1e-6)
      }
    }
    expect(proven).toBeGreaterThan(2)
  })
})
