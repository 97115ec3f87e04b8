import type { Day } from '#core/values/day.ts'
import type { Db } from '#platform/database/database.ts'

/** What a person lacks, as an earlier room asks a later one what would close it. Level null: not known. */
export type GapQuestion = {
  employeeId: string
  gaps: {
    code: string
    name: string
    level: number | null
    standard: number
    importance: 'mutlak' | 'penting' | 'perlu'
  }[]
}

/** One way to close gaps, with its reasons in sentences, the best first. */
export type ClosingWay = {
  key: string
  title: string
  href: string
  /** Method, hours, dates, money. */
  facts: string
  /** Which gaps it closes and how far. */
  closes: { code: string; words: string }[]
  reasons: string[]
  state: { word: string; tone: 'ok' | 'plain' | 'proposed' } | null
}

export type ClosingAnswer = {
  ways: ClosingWay[]
  /** Gaps that nothing in the catalogue closes. */
  uncovered: string[]
  /** Where the plan is, or is begun. */
  plan: { label: string; href: string }
  /** The sentence that stands below the list. */
  limits: string
}

/** How ready a person would be with each of several sets of planned items. Null: for the post held now. */
export type ReadinessQuestion = {
  employeeId: string
  positionId: string | null
  plans: { code: string; toLevel: number; endsOn: Day; title?: string }[][]
}
export type ReadinessStep = {
  words: string
  mark: 'known' | 'unknown' | 'expired' | 'border' | 'risk' | 'no' | 'closed'
  /** Null: no day can be said. */
  readyOn: Day | null
  /** What still stands in the way. */
  blockers: string[]
}
/** One step for each set asked about, in that order. */
export type ReadinessAnswer = { steps: ReadinessStep[]; limits: string[] }

/** Questions an earlier room asks of a later one; who answers stands in `app/wiring.ts`. */
export type Answers = {
  closeGaps?: (db: Db, question: GapQuestion) => Promise<ClosingAnswer>
  readinessAfter?: (db: Db, question: ReadinessQuestion) => Promise<ReadinessAnswer | null>
}
