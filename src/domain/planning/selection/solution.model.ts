/**
 * What the training optimiser answers: schema `anyam-planner-solution/1` (planner.md 3). Money in whole rupiah, points in
 * the rule set's points. Fields beyond that schema only add detail; none is renamed.
 */
export type Assignment = { employee: string; session: string }
export type OpenSession = { session: string; trainers: string[] }
/** The four parts sum to the objective: gap and jp add, overrun and stability are 0 or negative. */
export type ObjectiveParts = { gap: number; jp: number; overrun: number; stability: number }
/** `optimal`: proven, gap below 1e-6. `feasible`: checked plan with a proven bound. */
export type SolutionStatus = 'optimal' | 'feasible' | 'infeasible' | 'no_solution_in_time'

/** Reasons for being out, in the order in which they are tested (planner.md 4). */
export const outCodes = [
  'NO_MODULE',
  'NO_SESSION',
  'LOCK_NEVER',
  'COMPLETED',
  'PREREQUISITE',
  'ENTRY_LEVEL',
  'DAYS',
  'MAX_MODULES',
  'TIME',
  'DUPLICATE',
  'CLASS_MIN',
  'TRAINER',
  'SEATS',
  'COVERAGE',
  'BUDGET',
  'FAIRNESS',
  'OUTRANKED',
] as const
export type OutCode = (typeof outCodes)[number]
/** What binds, with the facts a sentence needs (unit, date, line, need, left, session, min, eligible …). */
export type Detail = Record<string, string | number | string[] | null>
export type Binding = { constraint: OutCode; id: string; detail: Detail }
/** What would have to change for the person to get in. */
export type WouldNeed = {
  change:
    | 'module'
    | 'session'
    | 'unlock'
    | 'prerequisite'
    | 'entryLevel'
    | 'daysAway'
    | 'modules'
    | 'otherTime'
    | 'people'
    | 'trainer'
    | 'seat'
    | 'away'
    | 'money'
    | 'fairness'
    | 'points'
    | 'nothing'
  id: string
  /** How much more: people, days, seats, rupiah or points; null where it is no amount. */
  by: number | null
}
export type WhyIn = {
  employee: string
  session: string
  closes: { competency: string; level: number; points: number }[]
  /** JP the module brings. */
  jp: number
  /** Points of the JP floor that fall due because of this seat. */
  jpPoints: number
  cost: { line: string; amount: number }[]
  /** Points less the prices of the scarce things the seat uses (LP duals); null when no prices could be computed. */
  price: number | null
}
/** The facts of the first binding, repeated on the entry itself. */
export type OutFacts = {
  line?: string
  need?: number
  left?: number
  unit?: string
  date?: string
  min?: number
  eligible?: number
  start?: string
  end?: string
  with?: string[]
}
export type WhyOut = {
  employee: string
  /** null: no module of the catalogue lifts this gap. */
  module: string | null
  /** Competency of a gap without module; null otherwise. */
  competency: string | null
  session: string | null
  points: number
  code: OutCode
  binding: Binding[]
  wouldNeed: WouldNeed[]
} & OutFacts
export type Marginal = {
  line: string
  step: number
  gainLow: number
  gainHigh: number
  /** The exact gain; null where only the slope is known. */
  gain: number | null
  exact: boolean
  /** Points per Rp1 million at the margin of the LP relaxation. */
  price: number | null
  adds: Assignment[]
  drops: Assignment[]
}
export type FairnessCost = { id: string; points: number; exact: boolean }
export type LineUse = { line: string; used: number; amount: number }
export type ConflictItem = { code: string } & Detail
export type ChangeCause = { code: string; id: string }
export type PlanChange = {
  employee: string
  session: string
  kind: 'kept' | 'added' | 'dropped'
  cause: ChangeCause | null
}
/** How far a floor stated as a share was turned into people, capped by who can be reached. */
export type FloorCount = { id: string; required: number; reached: number; reachable: number }

export type PlannerSolution = {
  schema: 'anyam-planner-solution/1'
  instance: string
  status: SolutionStatus
  assignments: Assignment[]
  openSessions: OpenSession[]
  objective: number | null
  /** Proven upper bound of the objective; null when nothing was proven. */
  bound: number | null
  /** (bound − objective) / |bound|; null when there is no plan or no bound. */
  gap: number | null
  parts: ObjectiveParts | null
  method: string
  seed: number
  inputHash: string
  versions: { solver: string; planner: string }
  /** `clock`: an interactive run that ended by time; such a plan may differ from machine to machine. */
  stoppedBy: 'proof' | 'limit' | 'clock' | 'interrupt'
  why: { in: WhyIn[]; out: WhyOut[] }
  marginal: Marginal[]
  fairnessCost: FairnessCost[]
  /** Cost of all floors together; null when not computed. */
  fairnessCostTotal: number | null
  floors: FloorCount[]
  lines: LineUse[]
  conflict?: ConflictItem[]
  /** Is the conflict proven irreducible: dropping any one member leaves a feasible rest? */
  conflictIrreducible?: boolean
  changes?: PlanChange[]
  /** Competencies that need an assessment before they can be planned for; only where there are any. */
  toAssess?: { employee: string; competencies: string[] }[]
}

export const solutionSchema = 'anyam-planner-solution/1'
