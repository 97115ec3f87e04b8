import type { ReactNode } from 'react'

/** A part of a page: heading, an aside beside it (`note`), a link or origin at the right (`end`), then content. */
export const Section = ({
  title,
  note,
  end,
  id,
  children,
}: {
  title?: ReactNode
  note?: ReactNode
  end?: ReactNode
  id?: string
  children: ReactNode
}) => (
  <section className="section" id={id}>
    {title && (
      <header className="section-head">
        <h2>{title}</h2>
        {note && <span className="small-text faint">{note}</span>}
        {end && <span className="end">{end}</span>}
      </header>
    )}
    {children}
  </section>
)

/** Main column and a side column of what explains or acts on it; one column below 1000 px, in source order. */
export const TwoColumn = ({
  children,
  side,
  sideLabel,
  even = false,
}: {
  children: ReactNode
  side: ReactNode
  /** Name of the side column, needed where a page has two. */
  sideLabel?: string
  even?: boolean
}) => (
  <div className={even ? 'two-column even' : 'two-column'}>
    <div>{children}</div>
    <aside aria-label={sideLabel}>{side}</aside>
  </div>
)
