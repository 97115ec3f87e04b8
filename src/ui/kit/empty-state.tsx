import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { OpenWeave } from './mark.tsx'

/** Nothing here yet: why in one sentence, and one action. At most one per screen. */
export const EmptyState = ({
  title,
  children,
  action,
  alone = false,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** The page holds nothing else: these words are its heading. */
  alone?: boolean
}) => (
  <div className="empty">
    <OpenWeave />
    {alone ? <h1>{title}</h1> : <h2>{title}</h2>}
    {children && <p>{children}</p>}
    {action}
  </div>
)

/** Nothing passes the filters: how many filters, which, and the way back. */
export const EmptyFiltered = ({
  what,
  count,
  filters,
  clearHref,
}: {
  /** What was looked for, plural in words: "pegawai". */
  what: string
  count: number
  filters?: string
  clearHref: string
}) => (
  <div className="note unknown">
    <h2>
      Tidak ada {what} yang cocok dengan {count} saringan
    </h2>
    {filters && <p className="small-text quiet">{filters}</p>}
    <p className="gap-3">
      <a className="button" href={clearHref}>
        Hapus saringan
      </a>
    </p>
  </div>
)

/** A value the reader may not see: who may. Never a blank. */
export const NotAllowed = ({ who, what = 'nilai ini' }: { who: string; what?: string }) => (
  <p className="small-text">
    <Icon name="lock" /> Anda tidak berwenang melihat {what}. Yang berwenang: {who}.
  </p>
)
