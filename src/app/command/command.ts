import type { Arguments } from './arguments.ts'

export type Terminal = { out(text: string): void; err(text: string): void; env: NodeJS.ProcessEnv }

/** One command of `anyam`: what it does, its options, an example to copy. */
export type Command = {
  name: string
  describe: string
  usage: string
  example: string
  options: readonly string[]
  /** Ends with 0 unless it says otherwise or throws: a refusal or bad input 2, a fault 1. */
  run(given: Arguments, terminal: Terminal): Promise<number | undefined>
}
