import type { Engine } from './highs-engine.ts'
import { floorCounts, indexInstance, type PlannerIndex } from './instance-index.model.ts'
import { buildModel } from './model-builder.model.ts'
import type { ConflictItem } from './solution.model.ts'

/**
 * A small set of rules that cannot hold together (planner.md 4): must-locks and floors first, since the empty plan
 * satisfies everything else, then the rules they meet. Dropping any one member leaves a feasible rest.
 */
export type Conflict = { items: ConflictItem[]; irreducible: boolean }

/** A must-lock on a seat that is not on offer needs no solver to be told. */
const withoutSeat = (index: PlannerIndex): ConflictItem[] | null => {
  const { instance } = index
  const codes = {
    'unit-not-eligible': 'NOT_ELIGIBLE',
    'no-payer': 'NO_PAYER',
    'lock-never': 'LOCK_NEVER',
    completed: 'COMPLETED',
    days: 'DAYS',
    'closes-nothing': 'NO_MODULE',
    offered: 'OFFERED',
  } as const
  for (const lock of instance.locks) {
    if (lock.kind !== 'must') continue
    const e = index.employeeAt.get(lock.employee)!
    const sessions =
      lock.session !== null
        ? [index.sessionAt.get(lock.session)!]
        : index.sessionsOf[index.moduleAt.get(lock.module!)!]!
    if (sessions.some(s => index.pairAt(e, s) >= 0)) continue
    const target: Record<string, string> = lock.session !== null ? { session: lock.session } : { module: lock.module! }
    return [
      { code: 'LOCK_MUST', employee: lock.employee, ...target },
      ...(sessions.length === 0 ? [{ code: 'NO_SESSION', module: lock.module! }] : []),
      ...sessions.map(s => ({
        code: codes[index.offerOf(e, s)],
        employee: lock.employee,
        session: instance.sessions[s]!.id,
      })),
    ]
  }
  return null
}

/** QuickXplain: a minimal part of `suspects` that stays infeasible beside `given`; halves first, so few solves. */
const minimal = (given: string[], suspects: string[], isInfeasible: (keys: string[]) => boolean): string[] => {
  const search = (background: string[], isNew: boolean, list: string[]): string[] => {
    if (isNew && isInfeasible(background)) return []
    if (list.length <= 1) return list
    const half = Math.floor(list.length / 2)
    const [left, right] = [list.slice(0, half), list.slice(half)]
    const fromRight = search([...background, ...left], left.length > 0, right)
    const fromLeft = search([...background, ...fromRight], fromRight.length > 0, left)
    return [...fromLeft, ...fromRight]
  }
  return search(given, true, suspects)
}

export const findConflict = (
  engine: Engine,
  index: PlannerIndex,
  { maxNodes = 20_000, shouldStop }: { maxNodes?: number; shouldStop?: () => boolean } = {},
): Conflict => {
  const direct = withoutSeat(index)
  if (direct) return { items: direct, irreducible: true }
  const { groups } = buildModel(index)
  const all = groups.map(g => g.key)
  const isAsked = (key: string) => key.startsWith('LOCK_MUST:') || key.startsWith('FAIRNESS:')
  let isSure = true
  const isInfeasible = (keys: string[]): boolean => {
    if (shouldStop?.()) {
      isSure = false
      return false
    }
    const kept = new Set(keys)
    const model = buildModel(index, { without: new Set(all.filter(k => !kept.has(k))) })
    const result = engine.solveMip(model, {
      relativeGap: 0,
      maxNodes,
      maxIterations: null,
      seconds: null,
      seed: 0,
      isFeasibilityOnly: true,
      ...(shouldStop ? { shouldStop } : {}),
    })
    if (result.status === 'stopped' && result.values === null) isSure = false
    return result.status === 'infeasible'
  }
  const asked = all.filter(isAsked)
  const rules = all.filter(k => !isAsked(k))
  const locks = minimal(rules, asked, isInfeasible)
  const others = minimal(locks, rules, isInfeasible)
  const named = new Map(groups.map(g => [g.key, g.item]))
  return { items: [...locks, ...others].map(k => named.get(k)!), irreducible: isSure }
}

/**
 * A large year without a plan is asked only about its locked people, with every class minimum and floor left out: fewer
 * demands, so what they cannot meet the year cannot meet either. Null: nobody is locked.
 */
export const lockedOnly = (index: PlannerIndex): PlannerIndex | null => {
  const { instance } = index
  const locked = new Set(instance.locks.flatMap(l => (l.kind === 'must' ? [l.employee] : [])))
  if (locked.size === 0) return null
  return indexInstance({
    ...instance,
    employees: instance.employees.filter(e => locked.has(e.id)),
    sessions: instance.sessions.map(s => ({ ...s, seatsMin: 0 })),
    fairness: [],
    locks: instance.locks.filter(l => locked.has(l.employee)),
    stability: null,
  })
}

/** The conflict of a year proven infeasible, or of its locked people when they prove it; null: none was found. */
export const conflictIn = (
  engine: Engine,
  index: PlannerIndex,
  isProven: boolean,
  options: { shouldStop?: () => boolean },
): Conflict | null => {
  const floor = floorCounts(index).find(c => c.required > c.reachable)
  if (floor) {
    const { id } = index.instance.fairness[floor.f]!
    return {
      items: [{ code: 'FAIRNESS', id, min: floor.required, reachable: floor.reachable }],
      irreducible: true,
    }
  }
  if (!isProven) {
    if (withoutSeat(index)) return findConflict(engine, index, options)
    const result = engine.solveMip(buildModel(index), {
      relativeGap: 0,
      maxNodes: 2_000,
      maxIterations: null,
      seconds: null,
      seed: 0,
      isFeasibilityOnly: true,
    })
    if (result.status !== 'infeasible') return null
  }
  return findConflict(engine, index, options)
}
