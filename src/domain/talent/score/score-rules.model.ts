import { type Band, bandProblems, cutProblems, weightProblems } from '#core/rule-set/rubric.ts'
import type { Axis, NineBoxRules } from '../nine-box/nine-box.model.ts'

export type AxisKey = 'x' | 'y'

/** Which record counts: the newest, the highest or lowest score, or all added up. */
export type Choose = 'latest' | 'best' | 'worst' | 'sum'

export type SimpleRubric =
  | { kind: 'score'; min: number; max: number }
  | {
      kind: 'lookup'
      choose: Exclude<Choose, 'sum'>
      /** The entry that stands for "verified: there is none". */
      none?: string
      table: Record<string, number>
    }
  | { kind: 'band'; choose: Choose; unit: 'jp' | 'years' | 'months' | 'count' | 'score'; bands: Band[] }

export type Rubric = SimpleRubric | { kind: 'mean'; of: { code: string; label: string; rubric: SimpleRubric }[] }

export type PartRule = {
  code: string
  axis: AxisKey
  label: string
  /** Points of 100 on its axis. */
  weight: number
  /** Missing or expired keeps the person waiting. */
  mandatory: boolean
  /** Who must supply it when it is missing. */
  supplier: string
  /** Only records of the last so many months count. */
  windowMonths?: number
  /** A result holds so many months, last day counted. */
  validMonths?: number
  rubric: Rubric
}

export type ScoreRules = {
  talentWeights: Record<AxisKey, number>
  /** izinkanPastiWalauBelumLengkap: place a person whose box cannot change although parts are missing. */
  decideWhenCertain: boolean
  /** pakaiKedaluwarsa: an expired result still counts, with a mark. */
  useExpired: boolean
  axes: Record<AxisKey, Axis>
  parts: PartRule[]
  /** Numbers, names and treatments of the boxes, when the version brings its own. */
  boxes?: NineBoxRules
}

const simpleProblems = (rubric: SimpleRubric, name: string): string[] => {
  if (rubric.kind === 'band') return bandProblems(rubric.bands, `Rubrik ${name}`)
  if (rubric.kind === 'score')
    return rubric.max > rubric.min ? [] : [`Rubrik ${name}: nilai tertinggi harus di atas nilai terendah.`]
  const out = Object.entries(rubric.table).filter(([, v]) => v < 0 || v > 100)
  return [
    ...(Object.keys(rubric.table).length === 0 ? [`Rubrik ${name}: tanpa baris.`] : []),
    ...out.map(([key, v]) => `Rubrik ${name}: baris ${key} bernilai ${v}, di luar 0–100.`),
    ...(rubric.none !== undefined && !Object.hasOwn(rubric.table, rubric.none)
      ? [`Rubrik ${name}: baris ${rubric.none} tidak ada.`]
      : []),
  ]
}

/** Reasons why score rules cannot be used, each naming the line: weights, rubrics, cut points, doubled codes. */
export const scoreRulesProblems = (rules: ScoreRules): string[] => {
  const problems: string[] = []
  for (const key of ['x', 'y'] as const) {
    const axis = rules.axes[key]
    const parts = rules.parts.filter(p => p.axis === key)
    problems.push(...cutProblems(axis.cuts, `Ambang ${axis.label}`))
    if (axis.levels.length !== axis.cuts.length + 1)
      problems.push(`${axis.label}: ${axis.cuts.length} ambang memerlukan ${axis.cuts.length + 1} nama tingkat.`)
    // The empty framework has no part on either axis and maps nobody.
    if (rules.parts.length > 0) problems.push(...weightProblems(parts, `Sumbu ${axis.label}`))
  }
  problems.push(
    ...weightProblems(
      [
        { label: 'Kinerja', weight: rules.talentWeights.y },
        { label: 'Potensial', weight: rules.talentWeights.x },
      ],
      'Nilai Talenta',
    ),
  )
  const codes = rules.parts.map(p => p.code)
  for (const code of new Set(codes.filter((c, i) => codes.indexOf(c) !== i)))
    problems.push(`Bagian ${code} ditulis dua kali.`)
  for (const part of rules.parts)
    problems.push(
      ...(part.rubric.kind === 'mean'
        ? part.rubric.of.flatMap(p => simpleProblems(p.rubric, `${part.label} – ${p.label}`))
        : simpleProblems(part.rubric, part.label)),
    )
  return problems
}
