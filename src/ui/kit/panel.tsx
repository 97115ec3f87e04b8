import type { ReactNode } from 'react'

/** Only for something one acts on (selected person, what-if); at most two on a screen. `parted` draws a hairline between parts. */
export const Panel = ({
  title,
  parted = false,
  label,
  children,
}: {
  title?: ReactNode
  parted?: boolean
  label?: string
  children: ReactNode
}) => (
  <section className={parted ? 'panel parted' : 'panel'} aria-label={label}>
    {title && <h2>{title}</h2>}
    {children}
  </section>
)

/** A quiet block: grey, without a frame. */
export const Soft = ({ children }: { children: ReactNode }) => <div className="soft">{children}</div>
