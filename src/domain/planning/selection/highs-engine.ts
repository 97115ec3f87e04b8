import loadHighs, { type Highs, type HighsCallbackMap, type Model, type ModelData } from 'highs'
import type { LinearModel } from './model-builder.model.ts'

/**
 * HiGHS in WebAssembly, behind the two questions the planner asks: the best whole plan, and the prices of the relaxation.
 * Calls block their thread; long ones belong in the worker.
 */
export type MipOptions = {
  relativeGap: number
  /** Branch-and-bound nodes; null: no limit. */
  maxNodes: number | null
  /** LP iterations inside the search: a limit that is the same on every machine; null: no limit. */
  maxIterations: number | null
  /** Wall-clock seconds; makes the result depend on the machine; null: no limit. */
  seconds: number | null
  seed: number
  /** A known plan, one value per column. */
  start?: Float64Array
  /** Leave points aside and stop at the first whole plan. */
  isFeasibilityOnly?: boolean
  onIncumbent?: (values: Float64Array, value: number) => void
  onProgress?: (value: number | null, bound: number | null, seconds: number) => void
  shouldStop?: () => boolean
}
export type MipResult = {
  status: 'optimal' | 'infeasible' | 'stopped'
  /** Best whole plan; null when none was found. */
  values: Float64Array | null
  objective: number | null
  /** Proven upper bound; null when nothing was proven. */
  bound: number | null
  stoppedBy: 'proof' | 'limit' | 'clock' | 'interrupt'
  nodes: number
}
export type LpResult = {
  status: 'optimal' | 'infeasible' | 'stopped'
  objective: number
  values: Float64Array
  /** Points per unit of each row's right-hand side, 0 or more for ≤ rows. */
  rowPrice: Float64Array
}
export type Engine = {
  version: string
  solveMip: (model: LinearModel, options: MipOptions) => MipResult
  /** Opens the relaxation, hands it to `use`, and closes it: right-hand sides may be changed between solves. */
  withRelaxation: <T>(model: LinearModel, use: (relaxation: Relaxation) => T, shouldStop?: () => boolean) => T
}
export type Relaxation = {
  solve: (maxIterations?: number) => LpResult
  setRow: (row: number, low: number, high: number) => void
  fixColumn: (col: number, low: number, high: number) => void
  /** New points for every column; the last basis stays. */
  setCosts: (costs: Float64Array) => void
  /** More columns at the end, from 0 without an upper limit; `starts` has one entry more than there are columns. */
  addColumns: (columns: NewColumns) => void
  /** One more row at the end. */
  addRow: (low: number, high: number, entries: readonly (readonly [number, number])[]) => void
  /** Where each column and row stands (0 low, 1 basic, 2 high); columns and rows as they are now. */
  setBasis: (columns: Int32Array, rows: Int32Array) => void
  /** Primal simplex keeps a primal feasible basis, dual simplex one whose bounds were changed. */
  prefer: (method: 'primal' | 'dual') => void
}
export type NewColumns = { cost: Float64Array; starts: Int32Array; indices: Int32Array; values: Float64Array }

const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) || Math.abs(value) > 1e19 ? null : value

const dataOf = (highs: Highs, m: LinearModel, whole: boolean, isFeasibilityOnly = false): ModelData => {
  const limit = (v: number) => (v === Number.POSITIVE_INFINITY ? highs.infinity : v)
  const low = (v: number) => (v === Number.NEGATIVE_INFINITY ? -highs.infinity : v)
  return {
    numCols: m.numCols,
    numRows: m.numRows,
    sense: highs.constants.objectiveSense.maximize,
    offset: isFeasibilityOnly ? 0 : m.offset,
    colCost: isFeasibilityOnly ? new Float64Array(m.numCols) : m.cost,
    colLower: m.lower,
    colUpper: m.upper.map(limit),
    rowLower: m.rowLower.map(low),
    rowUpper: m.rowUpper.map(limit),
    matrix: {
      format: 'csr',
      numRows: m.numRows,
      numCols: m.numCols,
      starts: m.starts,
      indices: m.indices,
      values: m.values,
    },
    ...(whole ? { integrality: Int32Array.from(m.integer) } : {}),
  }
}

/** Nothing to decide: every row must hold at 0. The solver itself refuses such a model. */
const withoutColumns = (m: LinearModel): MipResult => {
  const holds = m.rowLower.every((low, r) => low <= 0 && m.rowUpper[r]! >= 0)
  return {
    status: holds ? 'optimal' : 'infeasible',
    values: holds ? new Float64Array(0) : null,
    objective: holds ? m.offset : null,
    bound: holds ? m.offset : null,
    stoppedBy: 'proof',
    nodes: 0,
  }
}

const setOptions = (model: Model, options: Record<string, string | number | boolean>) => {
  for (const [name, value] of Object.entries(options)) model.options.set(name, value)
}

const engineOf = (highs: Highs): Engine => ({
  version: `HiGHS ${highs.version.string} (WebAssembly)`,

  solveMip: (m, o) => {
    if (m.numCols === 0) return withoutColumns(m)
    return highs.withModel(dataOf(highs, m, true, o.isFeasibilityOnly), (model): MipResult => {
      setOptions(model, {
        output_flag: false,
        random_seed: o.seed,
        mip_rel_gap: o.isFeasibilityOnly ? 1e9 : o.relativeGap,
        mip_abs_gap: o.isFeasibilityOnly ? 1e9 : 1e-6,
        ...(o.isFeasibilityOnly ? { mip_max_improving_sols: 1 } : {}),
        ...(o.maxNodes === null ? {} : { mip_max_nodes: o.maxNodes }),
        ...(o.seconds === null ? {} : { time_limit: o.seconds }),
      })
      if (o.start) model.setSolution({ colValue: o.start })
      const { modelStatus, callbackType, solutionStatus } = highs.constants
      let stop: MipResult['stoppedBy'] | null = null
      let toldAt = 0
      const callbacks: HighsCallbackMap = {
        [callbackType.mipInterrupt]: event => {
          if (o.shouldStop?.()) stop = 'interrupt'
          else if (o.maxIterations !== null && Number(event.data.mip_total_lp_iterations ?? 0n) > o.maxIterations)
            stop = 'limit'
          if (stop !== null) event.interrupt()
          const now = performance.now()
          if (o.onProgress && now - toldAt > 250) {
            toldAt = now
            o.onProgress(
              finite(event.data.mip_primal_bound),
              finite(event.data.mip_dual_bound),
              event.data.running_time ?? 0,
            )
          }
          return undefined
        },
        ...(o.onIncumbent
          ? {
              [callbackType.mipImprovingSolution]: event => {
                if (event.data.mip_solution)
                  o.onIncumbent!(event.data.mip_solution, event.data.objective_function_value ?? Number.NaN)
                return undefined
              },
            }
          : {}),
      }
      model.run(callbacks)
      const status = model.getModelStatus()
      const info = (name: string) => Number(model.info.get(name))
      const hasPlan = info('primal_solution_status') === solutionStatus.feasible
      const proven = status === modelStatus.optimal
      const isInfeasible = status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible
      return {
        status: isInfeasible ? 'infeasible' : proven ? 'optimal' : 'stopped',
        values: hasPlan ? model.getSolution().colValue : null,
        objective: hasPlan ? model.getObjectiveValue() : null,
        bound: isInfeasible ? null : m.integer.includes(1) ? finite(info('mip_dual_bound')) : model.getObjectiveValue(),
        stoppedBy: proven || isInfeasible ? 'proof' : (stop ?? (status === modelStatus.timeLimit ? 'clock' : 'limit')),
        nodes: info('mip_node_count'),
      }
    })
  },

  withRelaxation: (m, use, shouldStop) => {
    if (m.numCols === 0) {
      const { status, objective } = withoutColumns(m)
      const [values, rowPrice] = [new Float64Array(0), new Float64Array(m.numRows)]
      const nothing = () => {}
      return use({
        setRow: nothing,
        fixColumn: nothing,
        setCosts: nothing,
        addColumns: nothing,
        addRow: nothing,
        setBasis: nothing,
        prefer: nothing,
        solve: () => ({ status, objective: objective ?? 0, values, rowPrice }),
      })
    }
    return highs.withModel(dataOf(highs, m, false), model => {
      setOptions(model, { output_flag: false })
      const callbacks: HighsCallbackMap = shouldStop
        ? {
            [highs.constants.callbackType.simplexInterrupt]: event => {
              if (shouldStop()) event.interrupt()
              return undefined
            },
          }
        : {}
      return use({
        setRow: (row, low, high) => {
          model.changeRowBounds(row, low, high)
        },
        fixColumn: (col, low, high) => {
          model.changeColBounds(col, low, high)
        },
        setCosts: costs => {
          model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs)
        },
        addColumns: ({ cost, starts, indices, values }) => {
          model.addCols({
            cost,
            lower: new Float64Array(cost.length),
            upper: new Float64Array(cost.length).fill(highs.infinity),
            matrix: {
              format: 'csc',
              numRows: model.getDimensions().numRows,
              numCols: cost.length,
              starts,
              indices,
              values,
            },
          })
        },
        addRow: (rowLow, rowHigh, entries) => {
          const limit = (v: number) => (Number.isFinite(v) ? v : v > 0 ? highs.infinity : -highs.infinity)
          const sorted = [...entries].sort((a, b) => a[0] - b[0])
          model.addRow(limit(rowLow), limit(rowHigh), {
            indices: Int32Array.from(sorted, x => x[0]),
            values: Float64Array.from(sorted, x => x[1]),
          })
        },
        setBasis: (columns, rows) => {
          model.setBasis({ colStatus: columns, rowStatus: rows })
        },
        prefer: method => {
          setOptions(model, { simplex_strategy: method === 'primal' ? 4 : 1, presolve: 'off' })
        },
        solve: (maxIterations = 2_000_000) => {
          setOptions(model, { simplex_iteration_limit: maxIterations })
          model.zeroAllClocks()
          model.run(callbacks)
          const status = model.getModelStatus()
          const solution = model.getSolution()
          return {
            status:
              status === highs.constants.modelStatus.optimal
                ? 'optimal'
                : status === highs.constants.modelStatus.infeasible
                  ? 'infeasible'
                  : 'stopped',
            objective: model.getObjectiveValue(),
            values: solution.colValue,
            rowPrice: solution.rowDual,
          }
        },
      })
    })
  },
})

let engine: Promise<Engine> | null = null

/** Loads the solver once per thread. A failed load is tried anew by the next caller. */
export const loadEngine = (): Promise<Engine> => {
  engine ??= loadHighs().then(engineOf)
  engine.catch(() => {
    engine = null
  })
  return engine
}

/** Throws the solver's memory away; the next caller loads it anew. For after a failure inside it. */
export const resetEngine = (): void => {
  engine = null
}
