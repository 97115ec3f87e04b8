import type { ReactNode } from 'react'
import { Chip } from './chip.tsx'

export type Difference = {
  /** What happened, or which field: "Digeser", "Ditambah", "NIP". */
  what: ReactNode
  /** Said before the change: "Memimpin 2 paket: mulai". */
  about?: ReactNode
  before?: ReactNode
  after?: ReactNode
  reason?: ReactNode
}

/** What changed: old struck, new bold, and why. */
export const DiffList = ({ differences }: { differences: Difference[] }) => (
  <ul className="differences">
    {differences.map((difference, i) => (
      <li key={i}>
        <Chip tone={difference.before === undefined ? 'known' : 'plain'}>{difference.what}</Chip>
        <span>
          {difference.about} {difference.before !== undefined && <del>{difference.before}</del>}{' '}
          {difference.after !== undefined && <ins>{difference.after}</ins>}
        </span>
        {difference.reason && <span className="reason">{difference.reason}</span>}
      </li>
    ))}
  </ul>
)
