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

/** Rules beside the demands that are listed; a longer list was not reduced to its end and would say nothing. */
const mostRules = 40

export const findConflict = (
  engine: Engine,
  index: PlannerIndex,
  {
    maxNodes = 20_000,
    maxIterations = null,
    maxSolves = Number.POSITIVE_INFINITY,
    shouldStop,
  }: { maxNodes?: number; maxIterations?: number | null; maxSolves?: number; shouldStop?: () => boolean } = {},
): Conflict => {
  const direct = withoutSeat(index)
  if (direct) return { items: direct, irreducible: true }
  const { groups } = buildModel(index)
  const all = groups.map(g => g.key)
  const isAsked = (key: string) => key.startsWith('LOCK_MUST:') || key.startsWith('FAIRNESS:')
  let isSure = true
  let solves = 0
  const isInfeasible = (keys: string[]): boolean => {
    if (shouldStop?.() || ++solves > maxSolves) {
      isSure = false
      return false
    }
    const kept = new Set(keys)
    const model = buildModel(index, { without: new Set(all.filter(k => !kept.has(k))) })
    const result = engine.solveMip(model, {
      relativeGap: 0,
      maxNodes,
      maxIterations,
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
  const shown = isSure || others.length <= mostRules ? [...locks, ...others] : locks
  return { items: shown.map(k => named.get(k)!), irreducible: isSure }
}

/**
 * A large year without a plan is asked only about its locked people, with every class minimum and floor left out: fewer
 * demands, so what they cannot meet the year cannot meet either. Null: nobody is locked.
 */
const lockedOnly = (index: PlannerIndex): PlannerIndex | null => {
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

/**
 * The conflict of a year without a plan: a floor nobody can reach, then what its locked people alone cannot meet, then, when
 * the whole year is proven infeasible, the whole year. Null: none was found.
 */
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
  const locked = lockedOnly(index)
  if (locked) {
    const isInfeasible =
      withoutSeat(locked) !== null ||
      engine.solveMip(buildModel(locked), {
        relativeGap: 0,
        maxNodes: 2_000,
        maxIterations: null,
        seconds: null,
        seed: 0,
        isFeasibilityOnly: true,
        ...(options.shouldStop ? { shouldStop: options.shouldStop } : {}),
      }).status === 'infeasible'
    if (isInfeasible) return findConflict(engine, locked, options)
  }
  if (!isProven) return null
  const isMany = index.pairs.length > 2_500
  return findConflict(engine, index, {
    ...options,
    ...(isMany ? { maxNodes: 500, maxIterations: 100_000, maxSolves: 40 } : {}),
  })
}
