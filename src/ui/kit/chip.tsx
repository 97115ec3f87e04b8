import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Category or risk word; never clickable. An expired source stays, with the half circle. */
export const Chip = ({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'known' | 'expired' | 'risk' | 'unknown'
  children: ReactNode
}) => (
  <span className={tone === 'plain' ? 'chip' : `chip ${tone}`}>
    {tone === 'expired' && <Icon name="expired" />}
    {children}
  </span>
)
