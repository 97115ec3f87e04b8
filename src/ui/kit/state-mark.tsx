import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** Shape of a state; the word is said by the caller ("Berlaku", "Belum dinilai, menunggu BKPSDM", "kurang 1,50"). */
export type StateShape = 'known' | 'unknown' | 'expired' | 'border' | 'risk' | 'no' | 'closed'

const icons: Record<StateShape, IconName> = {
  known: 'known',
  unknown: 'unknown',
  expired: 'expired',
  border: 'border',
  risk: 'risk',
  no: 'cross',
  closed: 'lock',
}

/** State: shape and word, colour last. */
export const StateMark = ({ state, children }: { state: StateShape; children: ReactNode }) => (
  <span className={`state ${state}`}>
    <Icon name={icons[state]} />
    <span>{children}</span>
  </span>
)
