import { describe, expect, test } from 'vitest'
import { nameThePlan } from '../greedy.model.ts'
import { loadEngine } from '../highs-engine.ts'
import { indexInstance } from '../instance-index.model.ts'
import { secondCheck } from '../second-checker.builder.ts'
import { anInstance } from '../selection.builder.ts'
import { solve } from '../solve.ts'
import { searchLarge } from './large-search.ts'

describe('The search for large years, tried on one small enough to know the best plan', () => {
  test.each([1, 2])('keeps every rule, and its bound is never below the best plan (benih %i)', async seed => {
    const instance = anInstance({ people: 120, seed })
    const index = indexInstance(instance)
    const plans: ReturnType<typeof nameThePlan>[] = []
    const found = searchLarge(await loadEngine(), index, {
      seed: 0,
      steps: 60,
      rounds: 2,
      offer: state => plans.push(nameThePlan(index, state)) > 0,
    })
    const exact = await solve(instance, { marginalLines: [], fairnessCost: false })
    expect(found.bound!).toBeGreaterThanOrEqual(exact.objective! - 1e-6)
    expect(plans.length).toBeGreaterThan(0)
    for (const plan of plans) {
      const check = secondCheck(instance, plan)
      expect(check.broken).toEqual([])
      expect(check.value).toBeCloseTo(plan.objective, 4)
      expect(plan.objective).toBeLessThanOrEqual(exact.bound! + 1e-6)
    }
  })
})
