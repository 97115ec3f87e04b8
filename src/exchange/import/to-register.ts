import type { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import type { assessmentRow } from '#domain/competency/assessment/record-assessment.ts'
import type { standardRow } from '#domain/competency/position-standard/register-position-standards.ts'
import type { sheetRow } from '#domain/talent/sheet/register-sheet-scores.ts'
import type { appraisalRow } from '#domain/workforce/appraisal/register-appraisals.ts'
import type { awardRow } from '#domain/workforce/award/register-awards.ts'
import type { careerRow } from '#domain/workforce/career/register-careers.ts'
import type { employeeRow } from '#domain/workforce/employee/register-employees.ts'
import type { indicatorValueRow } from '#domain/workforce/indicator/register-indicator-values.ts'
import type { sanctionRow } from '#domain/workforce/sanction/register-sanctions.ts'
import type { trainingRow } from '#domain/workforce/training/register-trainings.ts'
import type { unitRow } from '#domain/workforce/unit/register-units.ts'
import type * as R from '../workbook/records.ts'

/** Translations of a file's normalised rows into what the rooms' register use cases ask. Pure. */

export const toUnit = (r: R.UnitRecord): z.input<typeof unitRow> => ({
  code: r.code,
  name: r.name,
  shortName: r.shortName,
  kind: r.kind,
  parentName: r.parent,
  district: r.district,
  locationClass: r.locationClass,
})

/** Levels of education in the words of the rules (domain reference 6). */
const education: Record<string, string> = {
  'S-3': 'S3',
  'S-2': 'S2',
  'S-1': 'S1/D-IV',
  'D-IV': 'S1/D-IV',
  'S-1/D-IV': 'S1/D-IV',
  'D-III': 'D-III',
  'D-II': 'D-II',
  'D-I': 'D-I',
}
export const educationOf = (written: string | null): string | null => (written ? (education[written] ?? written) : null)

export const toEmployee = (r: R.EmployeeRecord): z.input<typeof employeeRow> => ({
  nip: r.nip,
  name: r.name,
  employment: r.status,
  sex: r.sex,
  birthOn: r.birthDate,
  rank: r.rank,
  educationLevel: educationOf(r.education),
  educationField: r.major,
  unitName: r.unit,
  positionName: r.position,
  echelonOrTier: r.echelonOrTier,
  positionSince: r.positionSince,
  rankSince: r.rankSince,
  supervisorNip: r.supervisorNip,
  email: r.email,
  phone: r.phone,
  locationClass: r.locationClass,
  isDisabled: r.isDisabled,
})

/** A technical competency's code is its name: there is no national list of codes. */
export const technicalCode = (name: string): string => `T.${name.replace(/^T\./, '').trim()}`

export const toStandard = (r: R.PositionStandardRecord): z.input<typeof standardRow> => ({
  positionName: r.name,
  tier: r.tier,
  family: r.affair,
  educationMinimum: educationOf(r.minimumEducation),
  rankMinimum: r.minimumRank,
  trainingRequired: r.trainings.map(t => (t.importance ? `${t.name} (${t.importance})` : t.name)).join('; ') || null,
  experienceRequired: r.experience,
  requirements: [
    ...Object.entries(r.levels).flatMap(([code, level]) => (level === null ? [] : [{ code, level }])),
    ...r.technical.map(t => ({ code: technicalCode(t.name), level: t.level })),
  ],
})

const expectation = { above: 'above', as: 'meets', below: 'below' } as const

export const toAppraisal = (r: R.PerformanceRecord): z.input<typeof appraisalRow> => ({
  nip: r.nip,
  year: r.year,
  workResult: r.result && expectation[r.result],
  behaviour: r.behaviour && expectation[r.behaviour],
  rating: r.rating,
  isRatingDerived: r.ratingComputed,
})

/** Mean of the measured aspects of potential; unknown while any aspect is missing. */
export const potentialOf = (aspects: Record<string, number | null>): number | null => {
  const values = Object.values(aspects)
  return values.length === 0 || values.some(v => v === null)
    ? null
    : values.reduce<number>((sum, v) => sum + (v as number), 0) / values.length
}

export const toAssessment = (r: R.AssessmentRecord): z.input<typeof assessmentRow> => ({
  nip: r.nip,
  assessedOn: r.assessedOn,
  provider: r.organiser,
  purpose: /pengisian/i.test(r.purpose ?? '') ? 'pengisian' : 'pemetaan',
  positionName: r.position,
  potential: potentialOf(r.potential),
  writtenJpm: r.jpmWritten,
  levels: Object.entries(r.levels).map(([code, l]) => ({ code, level: l.reached, standardLevel: l.standard })),
})

const leadership: [RegExp, string][] = [
  [/\bPKN\b.*\bII\b|pelatihan kepemimpinan nasional.*\bII\b|pim.*\bII\b|spamen/i, 'PKN II'],
  [/\bPKN\b.*\bI\b|pelatihan kepemimpinan nasional.*\bI\b|sepati/i, 'PKN I'],
  [/\bPKA\b|kepemimpinan administrator|pim.*\bIII\b|spama/i, 'PKA'],
  [/\bPKP\b|kepemimpinan pengawas|pim.*\bIV\b|\badum\b/i, 'PKP'],
  [/latsar|pelatihan dasar/i, 'Latsar'],
]

export const leadershipOf = (name: string): string | null => leadership.find(([p]) => p.test(name))?.[1] ?? null

export const toTraining = (r: R.TrainingRecord): z.input<typeof trainingRow> => ({
  nip: r.nip,
  name: r.name,
  form: r.form ?? r.formWritten,
  provider: r.organiser,
  certificate: r.certificate,
  startsOn: r.startsOn,
  endsOn: r.endsOn,
  jp: r.jp,
  leadershipLevel: leadershipOf(r.name),
})

export const toCareer = (r: R.CareerRecord): z.input<typeof careerRow> => ({
  nip: r.nip,
  positionName: r.position,
  unitName: r.unit,
  tier: r.tier,
  family: r.family,
  assignment: r.assignment ?? 'Definitif',
  startsOn: r.startsOn,
  endsOn: r.endsOn,
  decreeNumber: r.decree,
})

/** Weight of a sanction from its words, where the file does not say (PP 94/2021). */
const severityOf = (sanction: string): 'ringan' | 'sedang' | 'berat' =>
  /teguran|pernyataan tidak puas/i.test(sanction)
    ? 'ringan'
    : /pemotongan|penundaan/i.test(sanction)
      ? 'sedang'
      : 'berat'

export const toSanction = (r: R.DisciplineRecord): z.input<typeof sanctionRow> => ({
  nip: r.nip,
  level: r.severity ? (r.severity.toLowerCase() as 'ringan' | 'sedang' | 'berat') : severityOf(r.sanction),
  name: r.sanction,
  decreeNumber: r.decree,
  startsOn: r.startsOn,
  endsOn: r.endsOn,
})

const awardLevel = (name: string): z.input<typeof awardRow>['level'] =>
  /karya satya|masa kerja/i.test(name)
    ? 'service-years'
    : /internasional/i.test(name)
      ? 'international'
      : /nasional|presiden|menteri|satyalancana/i.test(name)
        ? 'national'
        : /provinsi|gubernur|antar ?instansi/i.test(name)
          ? 'inter-agency'
          : 'agency'

/** Null: the award has neither day nor year, so it cannot stand in a window and is not recorded. */
export const toAward = (r: R.AwardRecord): z.input<typeof awardRow> | null => {
  const awardedOn = r.decreeOn ?? (r.year ? (`${r.year}-01-01` as Day) : null)
  return awardedOn && { nip: r.nip, name: r.name, level: awardLevel(r.name), awardedOn, decreeNumber: r.decree }
}

export const toIndicatorValue = (r: R.IndicatorRecord): z.input<typeof indicatorValueRow> => ({
  unitName: r.unit,
  indicatorCode: r.indicator,
  unitOfMeasure: r.measure,
  monthOn: `${r.month}-01`,
  value: r.value,
  numerator: r.numerator,
  denominator: r.denominator,
})

/** Parts of the sheet by the codes of the score rule (rules/talent/score.yaml). */
const partCodes: Record<string, string> = {
  'x-competency': 'jpm',
  'x-development': 'bangkom',
  'x-experience': 'pengalaman',
  'x-potential': 'potensi',
  'x-education': 'pendidikan',
  'x-field': 'bidang',
  'x-discipline': 'disiplin',
  'y-performance': 'predikat',
  'y-award': 'penghargaan',
  'y-team': 'tim',
  'y-feedback': 'u360',
}

export const toSheet = (r: R.TalentRecord, sheetOn: Day): z.input<typeof sheetRow> => ({
  nip: r.nip,
  sheetOn,
  parts: Object.fromEntries(Object.entries(r.parts).map(([key, value]) => [partCodes[key] ?? key, value])),
  writtenX: r.xWritten,
  writtenY: r.yWritten,
  writtenBox: r.boxWritten,
})

const methodShare: [RegExp, 70 | 20 | 10][] = [
  [/proyek|magang|rotasi|detasering|penugasan|di tempat kerja/i, 70],
  [/coaching|mentoring|komunitas|patok banding/i, 20],
]
/** 70 on the job, 20 with others, 10 formal. */
export const shareOf = (method: string): 70 | 20 | 10 => methodShare.find(([p]) => p.test(method))?.[1] ?? 10

export const toModule = (r: R.ModuleRecord, year: number | null) => ({
  code: r.code ?? r.name,
  name: r.name,
  method: r.method,
  shareClass: shareOf(r.method),
  jp: r.jp,
  costPerHead: r.costPerPerson,
  fixedCost: 0,
  provider: r.organiser,
  isInternal: r.costPattern !== 'kontribusi',
  seats: r.seats,
  seatsMinimum: 1,
  isGeneral: false,
  catalogueYear: year,
  effects: r.builds.map(b => ({ competencyCode: b.code, fromLevel: Math.max(0, b.level - 1), toLevel: b.level })),
  prerequisites: [] as string[][],
})

export const toSession = (r: R.ClassDateRecord) => ({
  code: `${r.moduleCode}-${r.batch ?? r.startsOn}`,
  moduleCode: r.moduleCode,
  mode: /daring|online|zoom/i.test(r.place ?? '') ? ('daring_sinkron' as const) : ('tatap_muka' as const),
  startsOn: r.startsOn,
  endsOn: r.endsOn,
  place: r.place,
  seats: r.seats,
  seatsMinimum: 1,
  trainersNeeded: 0,
})

export const toBudgetLine = (r: R.BudgetRecord, year: number) => ({
  code: r.account,
  unitName: r.unit,
  activity: r.activity ?? 'Pengembangan Kompetensi',
  source: r.source,
  year,
  amount: r.ceiling,
  committed: r.committed,
  realised: r.realised,
  mode: 'restrictive' as const,
})
