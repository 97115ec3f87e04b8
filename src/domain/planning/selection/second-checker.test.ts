import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secondCheck } from './second-checker.builder.ts'
import { anInstance } from './selection.builder.ts'
import type { PlannerSolution } from './solution.model.ts'
import { solvePlan } from './solve.ts'

/** Every plan once more, by a checker that shares nothing with the product. */
const quick = { marginalLines: [], fairnessCost: false }
const solved = async (json: unknown, options = {}): Promise<PlannerSolution> => {
  const outcome = await solvePlan(json, { ...quick, ...options })
  if (!outcome.ok) throw new Error(outcome.reasons.join('\n'))
  return outcome.solution
}
/** A plan that keeps every rule with a bound above its value; or no plan, and a word why. */
const expectHonest = (instance: unknown, found: PlannerSolution) => {
  if (found.objective === null) {
    expect(found.assignments).toEqual([])
    if (found.status === 'infeasible') expect(found.conflict!.length).toBeGreaterThan(0)
    else expect(found.status).toBe('no_solution_in_time')
    return
  }
  const check = secondCheck(instance, found)
  expect(check.broken).toEqual([])
  expect(found.objective).toBeCloseTo(check.value, 4)
  if (found.bound !== null) expect(found.bound).toBeGreaterThanOrEqual(check.value - 1e-6)
}
const published = readdirSync('fixtures/planner').filter(f => f.endsWith('.json'))

describe('A second checker agrees', () => {
  test.each(published)('with the plan of %s', async file => {
    const { instance } = JSON.parse(readFileSync(`fixtures/planner/${file}`, 'utf8'))
    expectHonest(instance, await solved(instance))
  })

  test('with the plan of every made-up year, floors, locks and a present plan included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          people: fc.integer({ min: 3, max: 24 }),
          seed: fc.integer({ min: 1, max: 100_000 }),
          perHead: fc.integer({ min: 200_000, max: 2_500_000 }),
          locked: fc.nat({ max: 30 }),
        }),
        async ({ people, seed, perHead, locked }) => {
          const instance = anInstance({ people, seed, budgetPerHead: perHead })
          const [person, session] = [instance.employees[locked % people]!, instance.sessions[locked]]
          if (session) {
            instance.locks = [
              { kind: locked % 2 === 0 ? 'must' : 'never', employee: person.id, session: session.id, module: null },
            ]
            instance.stability = {
              baseline: [{ employee: person.id, session: session.id }],
              removePenalty: 4,
              addPenalty: 1,
            }
          }
          expectHonest(instance, await solved(instance))
        },
      ),
      { numRuns: 15, seed: 20_261_130 },
    )
  })

  test('and finds fault with a plan that was tampered with', async () => {
    const { instance, solution } = JSON.parse(readFileSync('fixtures/planner/g1-tiny.json', 'utf8'))
    const plan = structuredClone(solution)
    plan.assignments.push({ employee: 'P1', session: 'SA' })
    expect(secondCheck(instance, plan).broken.length).toBeGreaterThan(0)
  })
})
