import type { ReactNode } from 'react'

/** `plain` says, `due` warns (expired, deadline), `risk` reports an error, `limits` states what is not known. */
export type NoteTone = 'plain' | 'due' | 'risk' | 'limits'

const classes: Record<NoteTone, string> = {
  plain: 'note',
  due: 'note expired',
  risk: 'note risk',
  limits: 'note unknown',
}

/** A note with a rule at its left. `live` makes it a report of what just happened (polite; assertive for errors). */
export const Note = ({
  tone = 'plain',
  title,
  actions,
  live = false,
  children,
}: {
  tone?: NoteTone
  title?: ReactNode
  actions?: ReactNode
  live?: boolean
  children?: ReactNode
}) => (
  <div className={classes[tone]} role={live ? (tone === 'risk' ? 'alert' : 'status') : undefined}>
    {title && <p className="note-title">{title}</p>}
    {children && <div className="small-text quiet">{children}</div>}
    {actions && <div className="row gap-3">{actions}</div>}
  </div>
)

/** What was just done, said in a live region at the place of the act: never a toast. Empty when nothing happened. */
export const StatusLine = ({ children }: { children?: ReactNode }) => (
  <p className="small-text quiet" role="status">
    {children}
  </p>
)

/** The bar of a page that has lost its connection. */
export const OfflineLine = ({ waiting }: { waiting: number }) => (
  <p className="offline" role="alert">
    Luring. {waiting > 0 ? `${waiting} jawaban menunggu dikirim.` : 'Isian Anda belum hilang.'}
  </p>
)
