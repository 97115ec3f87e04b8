import { createHash } from 'node:crypto'
import { conflictIn } from './conflict.ts'
import { checkSolution } from './feasibility-checker.model.ts'
import { nameThePlan } from './greedy.model.ts'
import { type Engine, loadEngine, resetEngine } from './highs-engine.ts'
import { type PlannerInstance, parseInstance } from './instance.model.ts'
import { floorCounts, indexInstance, inGroup, type PlannerIndex, pairsOfPlan } from './instance-index.model.ts'
import { fairnessCosts, marginalOfLines, marginsFrom, marginsOf } from './marginal.ts'
import { createPlanState, type PlanState } from './plan-state.model.ts'
import { changesAgainst } from './replan.model.ts'
import { type Controls, type Limits, searchPlan } from './search.ts'
import { type Assignment, type PlannerSolution, solutionSchema } from './solution.model.ts'
import { rounded, whyIn } from './why-in.model.ts'
import { whyOut } from './why-out.model.ts'

/** Version of the rules by which an instance becomes a plan; part of every solution. */
export const plannerVersion = '1'

export type SolveOptions = {
  /**
   * `deterministic`: limits in nodes and LP iterations, the same bytes on every machine.
   * `interactive`: may also stop by clock, and says so.
   */
  mode?: 'deterministic' | 'interactive'
  /** Seconds for the search in interactive mode (default 60). */
  seconds?: number
  maxNodes?: number
  maxIterations?: number
  /** Stop when the plan is proven within this share of the best; default 0; 0.0005 from 2,500 possible seats on, 0.0025 from 5,000. */
  relativeGap?: number
  seed?: number
  /** Lines for which "Rp10 juta lagi" is solved exactly; default: all in a small instance, else none. */
  marginalLines?: string[]
  /** Solve what each floor costs; default: in a small instance. */
  fairnessCost?: boolean
  /** A plan to start from, as in "the present plan". */
  start?: readonly Assignment[]
}
/** An instance in which everything may be solved again for an explanation. */
const isSmall = (index: PlannerIndex) => index.pairs.length <= 400

const limitsOf = (index: PlannerIndex, o: SolveOptions): Limits => {
  const isMany = index.pairs.length > 2_500
  const isInteractive = o.mode === 'interactive'
  const nearEnough = index.pairs.length > 5_000 && !isInteractive ? 0.0025 : 0.0005
  return {
    relativeGap: o.relativeGap ?? (isMany ? nearEnough : 0),
    maxNodes: o.maxNodes ?? (isInteractive ? null : isMany ? 500 : 50_000),
    maxIterations: o.maxIterations ?? (isInteractive ? null : isMany ? 100_000 : 2_000_000),
    seconds: isInteractive ? (o.seconds ?? 60) : null,
    seed: o.seed ?? 0,
  }
}

/** Text in which every key has its place: the same instance gives the same bytes. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, v) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(
          Object.keys(v)
            .sort()
            .map(k => [k, (v as Record<string, unknown>)[k]]),
        )
      : v,
  )

/** SHA-256 of the instance as read: sorted, completed with defaults. */
export const hashOf = (instance: PlannerInstance): string =>
  createHash('sha256').update(canonical(instance)).digest('hex')

const planFrom = (index: PlannerIndex, pairs: readonly number[]): PlanState => {
  const state = createPlanState(index)
  for (const p of pairs) state.add(p)
  return state
}

/** Solves and explains one instance on this thread. */
export const solveWith = (
  engine: Engine,
  instance: PlannerInstance,
  options: SolveOptions = {},
  controls: Controls = {},
): PlannerSolution => {
  const index = indexInstance(instance)
  const limits = limitsOf(index, options)
  const start = options.start ? planFrom(index, pairsOfPlan(index, options.start)) : null
  const found = searchPlan(engine, index, limits, { start, controls })
  const shouldStop = controls.shouldStop ?? (() => false)
  const unknown = instance.employees.flatMap(e => (e.unknown ? [{ employee: e.id, competencies: e.unknown }] : []))
  const base = {
    schema: solutionSchema,
    instance: instance.id,
    seed: limits.seed,
    inputHash: hashOf(instance),
    versions: { solver: engine.version, planner: plannerVersion },
    stoppedBy: found.stoppedBy,
    method: found.method,
    ...(unknown.length > 0 ? { toAssess: unknown } : {}),
  } as const
  const { state } = found
  if (!state) {
    const conflict = conflictIn(engine, index, found.status === 'infeasible', { shouldStop })
    return {
      ...base,
      status: conflict ? 'infeasible' : found.status,
      assignments: [],
      openSessions: [],
      objective: null,
      bound: found.bound,
      gap: null,
      parts: null,
      why: { in: [], out: [] },
      marginal: [],
      fairnessCost: [],
      fairnessCostTotal: null,
      floors: [],
      lines: instance.budgetLines.map(l => ({ line: l.id, used: 0, amount: l.amount })),
      ...(conflict ? { conflict: conflict.items, conflictIrreducible: conflict.irreducible } : {}),
    }
  }
  const plan = nameThePlan(index, state)
  controls.onProgress?.({ stage: 'explain', value: plan.objective, bound: found.bound, seconds: 0 })
  const check = checkSolution(instance, { ...plan, bound: found.bound })
  if (!check.ok) throw new Error(`A refused plan left the search: ${JSON.stringify(check.violations.slice(0, 3))}`)
  const { prices, slopes } = found.large
    ? marginsFrom(index, found.large.prices)
    : shouldStop() && !isSmall(index)
      ? { prices: null, slopes: null }
      : marginsOf(engine, index)
  const out = whyOut(index, state, prices)
  const small = isSmall(index)
  const marginal = shouldStop()
    ? []
    : marginalOfLines(engine, index, slopes, state, found.bound, {
        exactLines: new Set(options.marginalLines ?? (small ? instance.budgetLines.map(l => l.id) : [])),
        limits,
        controls: { shouldStop },
        ...(found.large ? { again: found.large.again } : {}),
      })
  const costs =
    (options.fairnessCost ?? small) && instance.fairness.length > 0 && !shouldStop()
      ? fairnessCosts(engine, index, state, { limits, controls: { shouldStop } })
      : { each: [], total: null }
  const counts = new Map(floorCounts(index).map(c => [instance.fairness[c.f]!.id, c]))
  return {
    ...base,
    status: found.status,
    assignments: plan.assignments,
    openSessions: plan.openSessions,
    objective: rounded(plan.objective),
    bound: found.bound === null ? null : rounded(found.bound),
    gap:
      found.bound === null
        ? null
        : found.bound === plan.objective
          ? 0
          : rounded((found.bound - plan.objective) / Math.max(1e-9, Math.abs(found.bound))),
    parts: plan.parts,
    why: { in: whyIn(index, state, prices), out },
    marginal,
    fairnessCost: costs.each,
    fairnessCostTotal: costs.total,
    floors: instance.fairness.flatMap(f => {
      const c = counts.get(f.id)
      if (!c) return []
      const reached = instance.employees.filter((e, i) => inGroup(e, f) && state.ownOf(i).length > 0).length
      return [{ id: f.id, required: c.required, reached, reachable: c.reachable }]
    }),
    lines: check.used.map((u, i) => ({ ...u, amount: instance.budgetLines[i]!.amount })),
    ...(instance.stability ? { changes: changesAgainst(index, state, out) } : {}),
  }
}

/** Solves a read instance on this thread, for the command line and tests; the planning room uses the worker. */
export const solve = async (
  instance: PlannerInstance,
  options: SolveOptions = {},
  controls: Controls = {},
): Promise<PlannerSolution> => {
  // Sorted and completed once more: the caller may have built the instance by hand.
  const read = parseInstance(instance)
  if (!read.ok) throw new Error(read.reasons.join('\n'))
  const engine = await loadEngine()
  try {
    return solveWith(engine, read.instance, options, controls)
  } catch (error) {
    // After a failure inside WebAssembly its memory is not to be trusted.
    resetEngine()
    throw error
  }
}

export type PlanOutcome = { ok: true; solution: PlannerSolution } | { ok: false; reasons: string[] }

/** Reads, solves, explains and checks: instance JSON in, solution or reasons out. */
export const solvePlan = async (
  json: unknown,
  options: SolveOptions = {},
  controls: Controls = {},
): Promise<PlanOutcome> => {
  const parsed = parseInstance(json)
  return parsed.ok ? { ok: true, solution: await solve(parsed.instance, options, controls) } : parsed
}
