import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkSolution } from '#domain/planning/selection/feasibility-checker.model.ts'
import { greedyPlan } from '#domain/planning/selection/greedy.model.ts'
import { parseInstance } from '#domain/planning/selection/instance.model.ts'
import { indexInstance } from '#domain/planning/selection/instance-index.model.ts'
import { buildModel } from '#domain/planning/selection/model-builder.model.ts'
import { anInstance } from '#domain/planning/selection/selection.builder.ts'
import { solveInWorker } from '#domain/planning/selection/solve-in-worker.ts'
import { solveNatively } from './native-solvers.ts'

/**
 * One run: greedy (points per rupiah), the product, and each native solver that is installed, on the same made-up years.
 * Everybody's plan is measured against the best bound anybody proved; CPU seconds, since machines are shared.
 */
const nativeSeconds = 60
/** Above this the whole model is a file of some hundred megabytes that no native solver here ends with. */
const largestNative = 2_000

const decimal = (value: number, digits = 1) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const points = (value: number | null) =>
  value === null ? 'none' : value.toLocaleString('en', { maximumFractionDigits: 0 })

type Row = { who: string; value: number | null; bound: number | null; cpu: number; note: string }

const cpuSince = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

export const comparePlans = async (
  sizes: readonly number[],
  tell: (line: string) => void,
): Promise<{ title: string; head: string[]; rows: string[][] }[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anyam-bench-'))
  const tables = []
  try {
    for (const people of sizes) {
      const parsed = parseInstance(anInstance({ people }))
      if (!parsed.ok) throw new Error(parsed.reasons.join('\n'))
      const { instance } = parsed
      tell(`a plan for ${points(people)} people`)
      let began = process.cpuUsage()
      const greedy = greedyPlan(instance)
      const found: Row[] = [
        { who: 'greedy', value: greedy?.objective ?? null, bound: null, cpu: cpuSince(began), note: '' },
      ]
      began = process.cpuUsage()
      const own = await solveInWorker(instance, { marginalLines: [], fairnessCost: false })
      const ownCpu = cpuSince(began)
      const check = checkSolution(instance, own)
      if (own.objective !== null && !check.ok) throw new Error(`a plan for ${people} people breaks a rule`)
      found.push({
        who: 'Anyam',
        value: own.objective,
        bound: own.bound,
        cpu: ownCpu,
        note: `${own.status}, ${own.method}`,
      })
      if (people <= largestNative) {
        const model = buildModel(indexInstance(instance), { tight: true })
        for (const n of solveNatively(model, folder, nativeSeconds)) {
          tell(`  ${n.solver}: ${points(n.value)}`)
          found.push({ who: n.solver, ...n, note: `at most ${nativeSeconds} s` })
        }
      }
      const best = Math.min(...found.flatMap(f => (f.bound === null ? [] : [f.bound])))
      tables.push({
        title: `Planner, ${points(people)} people, ${instance.sessions.length} classes, ${instance.budgetLines.length} lines; best proven bound ${points(best)}`,
        head: ['', 'points', 'of greedy', 'own bound', 'own gap', 'below best bound', 'CPU s', 'of Anyam', ''],
        rows: found.map(f => [
          f.who,
          points(f.value),
          f.value === null || !greedy ? '–' : `${decimal((100 * f.value) / greedy.objective, 1)} %`,
          f.bound === null ? '–' : points(f.bound),
          f.bound === null || f.value === null
            ? '–'
            : `${decimal((100 * (f.bound - f.value)) / Math.abs(f.bound), 2)} %`,
          f.value === null ? '–' : `${decimal((100 * (best - f.value)) / Math.abs(best), 2)} %`,
          decimal(f.cpu, 2),
          `${decimal(f.cpu / ownCpu, 2)} ×`,
          f.note,
        ]),
      })
    }
    return tables
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
