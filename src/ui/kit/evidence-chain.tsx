import type { ReactNode } from 'react'

export type Knot = { label: ReactNode; href?: string; current?: boolean; unknown?: boolean }

/** Strand of evidence: this leads to that, down to the record an auditor can open. */
export const EvidenceChain = ({ knots, label = 'Rantai bukti' }: { knots: Knot[]; label?: string }) => (
  <ol className="strand" aria-label={label}>
    {knots.map((knot, i) => (
      <li key={i} className={knot.current ? 'current' : knot.unknown ? 'unknown' : undefined}>
        {knot.href ? <a href={knot.href}>{knot.label}</a> : <span>{knot.label}</span>}
      </li>
    ))}
  </ol>
)
