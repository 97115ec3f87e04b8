import type { ReactNode } from 'react'

export type Fact = { term: ReactNode; value: ReactNode }

/** Facts by name: term at the left, value at the right. */
export const DefinitionList = ({ facts }: { facts: Fact[] }) => (
  <dl className="facts">
    {facts.map((fact, i) => (
      <FactPair key={i} {...fact} />
    ))}
  </dl>
)

const FactPair = ({ term, value }: Fact) => (
  <>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </>
)
