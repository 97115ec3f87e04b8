import type { Row } from './compute-input.ts'

/** One function of `anyam compute`: what it does, an example to copy, and how it reads a CSV or a JSON. */
export type ComputeEntry = {
  /** In Bahasa Indonesia, for the help of the terminal. */
  describe: string
  /** A complete command. */
  example: string
  /** The parameter that a JSON input that is only a list stands for. */
  listAs?: string
  fromCsv?(rows: Row[], parameters: Record<string, unknown>): unknown
  fromJson(parameters: Record<string, unknown>): unknown
}
