import type { ReactNode } from 'react'

/** The page of a record; `id` joins the values of a key of several columns with `~`. */
export const recordHref = (kind: string, id: string): string =>
  `/catatan/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`

/**
 * A number that is no figure but a plain field of one record: it leads to that record, where the same number stands.
 * `children` null: nothing is recorded, and nothing is printed as a number.
 */
export const Recorded = ({ kind, id, children }: { kind: string; id: string; children: ReactNode }) => (
  <a className="figure-link" href={recordHref(kind, id)}>
    {children}
  </a>
)
