import type { Day } from '#core/values/day.ts'
import type { Nip } from '#core/values/nip.ts'

/**
 * Normalised rows of imported files. Unknown is null, never 0. Money is whole rupiah, days are YYYY-MM-DD,
 * shares and scores are on the scale of the file (0-100 unless said).
 */
export type UnitRecord = {
  type: 'unit'
  code: string | null
  name: string
  shortName: string | null
  kind: string | null
  parent: string | null
  /** Kecamatan. */
  district: string | null
  locationClass: string | null
}

export type EmployeeRecord = {
  type: 'employee'
  nip: Nip
  /** As written, with degrees; blanks tidied. */
  name: string
  /** Without degrees and titles. */
  plainName: string
  sex: 'L' | 'P' | null
  birthDate: Day | null
  birthPlace: string | null
  status: 'PNS' | 'PPPK'
  /** `III/c` for PNS, `IX` for PPPK. */
  rank: string | null
  rankTitle: string | null
  rankSince: Day | null
  /** Official name of the unit in the unit list. */
  unit: string
  unitCode: string | null
  position: string | null
  /** Echelon or tier as written. */
  echelonOrTier: string | null
  positionSince: Day | null
  /** `S-1`, `D-III`, `SLTA`. */
  education: string | null
  major: string | null
  graduationYear: number | null
  supervisorNip: Nip | null
  supervisorName: string | null
  email: string | null
  phone: string | null
  /** How far off the place of work lies. */
  locationClass: string | null
  /** Null: the list does not say. */
  isDisabled: boolean | null
}

export type PositionStandardRecord = {
  type: 'position-standard'
  code: string | null
  name: string
  tier: string | null
  affair: string | null
  /** M.1-M.8 and SK.1; null: the standard is silent, the gap is unknown. */
  levels: Record<string, number | null>
  technical: { name: string; level: number }[]
  minimumEducation: string | null
  minimumRank: string | null
  trainings: { name: string; importance: string | null }[]
  experience: string | null
}

export type Expectation = 'above' | 'as' | 'below'
export type Rating = 'Sangat Baik' | 'Baik' | 'Butuh Perbaikan' | 'Kurang' | 'Sangat Kurang'
export type PerformanceRecord = {
  type: 'performance'
  nip: Nip
  year: number
  result: Expectation | null
  behaviour: Expectation | null
  rating: Rating
  /** True: not written, taken from the matrix. */
  ratingComputed: boolean
  rater: string | null
}

export type AssessmentRecord = {
  type: 'assessment'
  nip: Nip
  assessedOn: Day
  position: string | null
  purpose: string | null
  organiser: string | null
  levels: Record<string, { standard: number | null; reached: number | null }>
  /** Sum reached / sum standard x 100, not capped; null while a level is missing. */
  jpm: number | null
  jpmWritten: number | null
  category: string | null
  /** Eight aspects of potential, 0-100. */
  potential: Record<string, number | null>
  isExpired: boolean
}

export type TrainingRecord = {
  type: 'training'
  nip: Nip
  /** Known form of training; null: written, but not in the list. */
  form: string | null
  formWritten: string | null
  name: string
  organiser: string | null
  startsOn: Day | null
  /** Null only from SIASN: counts in no year. */
  endsOn: Day | null
  /** JP as printed; null: unknown, counts nowhere until supplied. */
  jp: number | null
  certificate: string | null
  externalId: string | null
}

export type ModuleRecord = {
  type: 'module'
  code: string | null
  name: string
  builds: { code: string; level: number }[]
  method: string
  organiser: string | null
  jp: number
  costPattern: string | null
  costPerPerson: number | null
  seats: number | null
  target: string | null
}
export type ClassDateRecord = {
  type: 'class-date'
  moduleCode: string
  batch: string | null
  startsOn: Day
  endsOn: Day
  place: string | null
  seats: number | null
}

export type BudgetRecord = {
  type: 'budget'
  unit: string
  unitCode: string | null
  activity: string | null
  account: string | null
  source: string
  ceiling: number
  committed: number | null
  realised: number | null
}

export type IndicatorRecord = {
  type: 'indicator'
  unit: string
  unitCode: string | null
  /** YYYY-MM. */
  month: string
  indicator: string
  numerator: number | null
  denominator: number | null
  value: number | null
  measure: string | null
}

export type TalentRecord = {
  type: 'talent'
  nip: Nip
  unit: string | null
  position: string | null
  /** The eleven parts by key, 0-100; JPM above 100 never occurs here. */
  parts: Record<string, number | null>
  x: number | null
  y: number | null
  box: number | null
  xWritten: number | null
  yWritten: number | null
  boxWritten: number | null
}

export type CareerRecord = {
  type: 'career'
  nip: Nip
  position: string
  tier: string | null
  unit: string | null
  startsOn: Day
  /** Last day in the post; null: still in it. */
  endsOn: Day | null
  assignment: 'Definitif' | 'Plt' | 'Plh' | 'Pj' | 'Tugas Tambahan' | null
  family: string | null
  decree: string | null
  externalId: string | null
}

export type DisciplineRecord = {
  type: 'discipline'
  nip: Nip
  sanction: string
  severity: 'Ringan' | 'Sedang' | 'Berat' | null
  startsOn: Day
  endsOn: Day | null
  decree: string | null
  externalId: string | null
}

export type AwardRecord = {
  type: 'award'
  nip: Nip
  name: string
  year: number | null
  decree: string | null
  decreeOn: Day | null
  externalId: string | null
}

export type NominationRecord = {
  type: 'nomination'
  nip: Nip
  unit: string | null
  performance: number | null
  technicalTest: number | null
  coordination: number | null
  score: number | null
  isRecommended: boolean | null
  outcome: string | null
}
export type ParticipantRecord = {
  type: 'participant'
  nip: Nip
  unit: string | null
  targetPosition: string | null
  mentorNip: Nip | null
  mentorName: string | null
  coachNip: Nip | null
  coachName: string | null
  status: string | null
}
export type PlanItemRecord = {
  type: 'plan-item'
  nip: Nip
  moduleCode: string
  moduleName: string | null
  method: string | null
  startsOn: Day
  endsOn: Day
  jp: number | null
  cost: number | null
  source: string | null
  successIndicator: string | null
}
export type AttendanceRecord = {
  type: 'attendance'
  nip: Nip
  moduleCode: string
  jp: number | null
  jpAttended: number | null
  preTest: number | null
  postTest: number | null
  certificate: string | null
}
export type SessionRecord = {
  type: 'session'
  nip: Nip
  heldOn: Day
  form: string | null
  companionNip: Nip | null
  jp: number | null
  note: string | null
}
export type LabProjectRecord = {
  type: 'lab-project'
  code: string
  nip: Nip
  name: string | null
  value: number | null
  startsOn: Day | null
  dueOn: Day | null
  finishedOn: Day | null
  costDeviationPercent: number | null
  state: string | null
}
export type FollowUpRecord = {
  type: 'follow-up'
  nip: Nip
  code: string
  indicator: string | null
  day: number
  ratedOn: Day | null
  rater: 'self' | 'supervisor' | 'peer' | null
  /** 1-4. */
  baseline: number | null
  target: number | null
  value: number | null
}
export type SatisfactionRecord = {
  type: 'satisfaction'
  projectCode: string
  respondents: number | null
  before: number | null
  after: number | null
  way: string | null
}

export type ImportRecord =
  | UnitRecord
  | EmployeeRecord
  | PositionStandardRecord
  | PerformanceRecord
  | AssessmentRecord
  | TrainingRecord
  | ModuleRecord
  | ClassDateRecord
  | BudgetRecord
  | IndicatorRecord
  | TalentRecord
  | CareerRecord
  | DisciplineRecord
  | AwardRecord
  | NominationRecord
  | ParticipantRecord
  | PlanItemRecord
  | AttendanceRecord
  | SessionRecord
  | LabProjectRecord
  | FollowUpRecord
  | SatisfactionRecord

export type RecordType = ImportRecord['type']
