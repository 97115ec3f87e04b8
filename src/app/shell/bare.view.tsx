import type { ReactNode } from 'react'
import { Mark } from '#ui/kit/mark.tsx'

/** A page before the house: one column under the mark. */
export const Bare = ({ children, agency }: { children: ReactNode; agency?: string | null }) => (
  <>
    <a className="skip" href="#isi">
      Langsung ke isi
    </a>
    <div className="hem" />
    <main id="isi" className="sign-in single">
      <section className="sign-in-form">
        <span className="brand">
          <Mark />
          <span>Anyam</span>
          {agency && <small>{agency}</small>}
        </span>
        <div className="bare-body">{children}</div>
      </section>
    </main>
  </>
)
