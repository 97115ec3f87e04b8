import type { RuleReference } from '../figure/figure.ts'
import { type Day, holdsOn } from '../values/day.ts'

/** Where a rule's value comes from: read in a public source, seen in an agency's application, or our proposal. */
export type Certainty = 'source' | 'app' | 'ours'

/** A worked example: what the rule gives for an input, run by `npm test` through the room's compute record. */
export type RuleExample = {
  name: string
  function: string
  input: Record<string, unknown>
  expect: { path: string; value: unknown; tolerance?: number }[]
}

/** One version of a rule: from a day, by a legal basis. `body` is what the room's model reads. */
export type RuleVersion<Body = unknown> = {
  version: string
  validFrom: Day
  validUntil: Day | null
  legalBasis: string
  /** Day on which somebody last compared it with its source. */
  lastConfirmed: Day
  certainty: Certainty
  /** What is unsure or chosen, in the reader's words. */
  note: string | null
  body: Body
  examples: RuleExample[]
}

/** Versions of one rule under one code; an agency's own set has the same shape. */
export type RuleSet<Body = unknown> = {
  subject: string
  code: string
  title: string
  versions: RuleVersion<Body>[]
}

/** What holds on a day: the body and how to cite it. */
export type HoldingRule<Body> = {
  body: Body
  reference: RuleReference
  version: RuleVersion<Body>
}

/** How a figure cites a version; `path` names the value inside it, e.g. `parts.predikat`. */
export const referenceTo = (
  set: Pick<RuleSet, 'code'>,
  version: Pick<RuleVersion, 'version' | 'legalBasis'>,
  path?: string,
): RuleReference => ({
  code: set.code,
  version: version.version,
  legalBasis: version.legalBasis,
  ...(path === undefined ? {} : { path }),
})

/** The same reference, pointing at one value. */
export const at = (reference: RuleReference, path: string): RuleReference => ({ ...reference, path })

/** The version that holds on a day; null when none does. Of two, the one that began later. */
export const versionOn = <Body>(set: RuleSet<Body>, on: Day): HoldingRule<Body> | null => {
  const version = set.versions
    .filter(v => holdsOn({ from: v.validFrom, until: v.validUntil }, on))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  return version ? { body: version.body, reference: referenceTo(set, version), version } : null
}

/** Reasons why the versions cannot stand together: an end before its start, two that hold on one day, a doubled name. */
export const datesProblems = (set: RuleSet): string[] => {
  const problems: string[] = []
  const sorted = [...set.versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  for (const v of sorted)
    if (v.validUntil !== null && v.validUntil < v.validFrom)
      problems.push(`${set.code} ${v.version}: berakhir sebelum mulai berlaku.`)
  for (let i = 1; i < sorted.length; i += 1) {
    const [a, b] = [sorted[i - 1], sorted[i]]
    if (a.version === b.version) problems.push(`${set.code}: versi ${a.version} ditulis dua kali.`)
    if (a.validUntil === null || a.validUntil >= b.validFrom)
      problems.push(`${set.code}: versi ${a.version} dan ${b.version} berlaku pada hari yang sama.`)
  }
  return problems
}

export type Difference = { path: string; before: unknown; after: unknown }

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null

/** A list of things with a `code` is compared by code, so that a moved line is no change. */
const keyed = (list: unknown[]): Record<string, unknown> =>
  Object.fromEntries(list.map((item, i) => [isObject(item) && 'code' in item ? String(item.code) : String(i), item]))

/** What differs between two bodies, value by value; `undefined` where one side has none. */
export const differences = (before: unknown, after: unknown, path = ''): Difference[] => {
  if (isObject(before) && isObject(after)) {
    const a = Array.isArray(before) ? keyed(before) : before
    const b = Array.isArray(after) ? keyed(after) : after
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap(key =>
      differences(a[key], b[key], path ? `${path}.${key}` : key),
    )
  }
  return Object.is(before, after) ? [] : [{ path, before, after }]
}
