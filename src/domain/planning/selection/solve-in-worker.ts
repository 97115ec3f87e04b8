import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PlannerInstance } from './instance.model.ts'
import type { Progress } from './search.ts'
import type { PlannerSolution } from './solution.model.ts'
import type { SolveOptions } from './solve.ts'
import type { WorkerInput, WorkerMessage } from './solve.worker.ts'

const workerFile = 'src/domain/planning/selection/solve.worker.ts'

/** The product's folder, found upwards: this code may run from its source or from a bundle elsewhere below it. */
const productRoot = (): string => {
  for (const start of [path.dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      const manifest = path.join(folder, 'package.json')
      if (
        existsSync(path.join(folder, workerFile)) &&
        existsSync(manifest) &&
        JSON.parse(readFileSync(manifest, 'utf8')).name === 'anyam'
      )
        return folder
      if (folder === path.dirname(folder)) break
    }
  }
  throw new Error(`${workerFile} was not found above the program or the working folder.`)
}

/**
 * Solves on a thread of its own, so that the server keeps answering. Aborting `signal` ends the search and gives the best
 * plan so far, with its bound and `stoppedBy: 'interrupt'`. The thread, and with it the solver's memory, ends either way.
 */
export const solveInWorker = (
  instance: PlannerInstance,
  options: SolveOptions = {},
  onProgress: (progress: Progress) => void = () => {},
  signal?: AbortSignal,
): Promise<PlannerSolution> =>
  new Promise((resolve, reject) => {
    const flag = new SharedArrayBuffer(4)
    const input: WorkerInput = { instance, options, flag }
    const worker = new Worker(path.join(productRoot(), workerFile), {
      workerData: input,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    const stop = () => Atomics.store(new Int32Array(flag), 0, 1)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    const end = (act: () => void) => {
      signal?.removeEventListener('abort', stop)
      act()
      void worker.terminate()
    }
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress(message.progress)
      else if (message.kind === 'solution') end(() => resolve(message.solution))
      else end(() => reject(new Error(message.message)))
    })
    worker.once('error', error => end(() => reject(error)))
    worker.once('exit', code => end(() => reject(new Error(`The solver's thread ended early (${code}).`))))
  })
