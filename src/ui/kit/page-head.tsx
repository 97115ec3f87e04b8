import type { ReactNode } from 'react'

export type Crumb = { label: string; href?: string }

/** How every page opens: an `h1` that says the finding or the task, one sentence of scope, then actions at the right. */
export const PageHead = ({
  title,
  scope,
  actions,
  crumbs = [],
}: {
  title: ReactNode
  scope?: ReactNode
  actions?: ReactNode
  crumbs?: Crumb[]
}) => (
  <>
    {crumbs.length > 0 && (
      <nav className="crumbs" aria-label="Letak halaman">
        <ol>
          {crumbs.map(crumb => (
            <li key={crumb.label}>{crumb.href ? <a href={crumb.href}>{crumb.label}</a> : crumb.label}</li>
          ))}
        </ol>
      </nav>
    )}
    <header className="heading">
      <div>
        <h1>{title}</h1>
        {scope && <p>{scope}</p>}
      </div>
      {actions && <div className="row">{actions}</div>}
    </header>
  </>
)
