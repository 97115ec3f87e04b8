import type { ReactNode } from 'react'

/**
 * A question with a reason or an irreversible step: title is the question, body says the effect in numbers, buttons
 * repeat the verb. Stands on its own page with its own URL; works without script.
 */
export const DialogPage = ({
  title,
  effect,
  children,
  headingLevel = 1,
}: {
  title: ReactNode
  effect?: ReactNode
  children: ReactNode
  headingLevel?: 1 | 2
}) => (
  <section className="dialog">
    {headingLevel === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
    {effect && <div className="small-text quiet gap-1">{effect}</div>}
    <div className="gap-4">{children}</div>
  </section>
)

/** The same question over the page it belongs to; opened with `commandfor={id}` and `command="show-modal"`. */
export const Dialog = ({
  id,
  title,
  effect,
  children,
}: {
  id: string
  title: ReactNode
  effect?: ReactNode
  children: ReactNode
}) => (
  <dialog className="dialog" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {effect && <div className="small-text quiet gap-1">{effect}</div>}
    <div className="gap-4">{children}</div>
  </dialog>
)
