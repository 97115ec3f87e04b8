/** The package brings no types of its own: what we use of it. */
declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream'
  import type { Submittable } from 'pg'

  /** Rows as COPY text; `rowCount` is known when the stream has ended. */
  export const to: (sql: string) => Readable & Submittable & { rowCount: number }
  export const from: (sql: string) => Writable & Submittable & { rowCount: number }
}
