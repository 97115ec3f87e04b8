import { parentPort, workerData } from 'node:worker_threads'
import type { PlannerInstance } from './instance.model.ts'
import type { Progress } from './search.ts'
import type { PlannerSolution } from './solution.model.ts'
import { type SolveOptions, solve } from './solve.ts'

/** What the worker is given and what it says; `flag[0]` becomes 1 when the asker wants the best plan so far. */
export type WorkerInput = { instance: PlannerInstance; options: SolveOptions; flag: SharedArrayBuffer }
export type WorkerMessage =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'solution'; solution: PlannerSolution }
  | { kind: 'failure'; message: string }

const port = parentPort
if (port) {
  const { instance, options, flag } = workerData as WorkerInput
  const stop = new Int32Array(flag)
  const say = (message: WorkerMessage) => port.postMessage(message)
  try {
    const solution = await solve(instance, options, {
      onProgress: progress => say({ kind: 'progress', progress }),
      shouldStop: () => Atomics.load(stop, 0) === 1,
    })
    say({ kind: 'solution', solution })
  } catch (error) {
    say({ kind: 'failure', message: error instanceof Error ? error.message : String(error) })
  }
}
