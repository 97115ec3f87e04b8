import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { parameter, product, record, sum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import type { Day } from '#core/values/day.ts'
import type { Importance } from '#domain/competency/position-standard/position-standard.model.ts'

export type PriorityRules = {
  base: number
  /** Factor of every step after the first. */
  laterStep: number
  importance: Record<Importance, number>
  poolBoxes: number[]
  succession: number
  pool: number
  critical: number
  leadership: number
  /** Points for reaching the yearly JP. */
  jpReward: number
}

/** What of a person lifts the priority; box null: not placed. */
export type PriorityPerson = {
  box: number | null
  isSuccessionTarget: boolean
  isCriticalPost: boolean
  lacksMandatoryLeadership: boolean
}

type Context = { rules: PriorityRules; ruleSet: RuleReference; asOf: Day }

/** 1 + pool (more as a succession target) + critical post + mandatory leadership training missing. */
export const priorityFigure = (person: PriorityPerson, context: Context): Figure<number> => {
  const { rules, asOf } = context
  const isInPool = person.box !== null && rules.poolBoxes.includes(person.box)
  const add = (label: string, path: keyof PriorityRules, applies: boolean) =>
    applies
      ? [
          parameter<number>({
            label,
            unit: 'points',
            asOf,
            ruleSet: at(context.ruleSet, path),
            value: Number(rules[path]),
          }),
        ]
      : []
  return sum({
    label: 'Prioritas',
    unit: 'points',
    digits: 1,
    asOf,
    ruleSet: context.ruleSet,
    parts: [
      parameter<number>({ label: 'Setiap pegawai', unit: 'points', asOf, value: 1 }),
      ...add('Kotak kelompok suksesi dan sasaran suksesi', 'succession', isInPool && person.isSuccessionTarget),
      ...add('Kotak kelompok suksesi', 'pool', isInPool && !person.isSuccessionTarget),
      ...add('Jabatan kritikal', 'critical', person.isCriticalPost),
      ...add('Pelatihan kepemimpinan wajib belum diikuti', 'leadership', person.lacksMandatoryLeadership),
    ],
  })
}

export type StepPoints = {
  level: number
  /** Whole points, as the optimiser takes them. */
  points: number
  figure: Figure<number>
}

/** Points of each level step from the present level up to the required one; none while the level is unknown. */
export const stepPointsOf = (
  need: { code: string; name: string; current: number | null; required: number; importance: Importance },
  person: PriorityPerson,
  context: Context,
): StepPoints[] => {
  const { rules, asOf, ruleSet } = context
  if (need.current === null) return []
  const priority = priorityFigure(person, context)
  return Array.from({ length: Math.max(0, need.required - need.current) }, (_, i) => {
    const level = (need.current ?? 0) + 1 + i
    const given = (label: string, path: string, value: number) =>
      parameter<number>({ label, unit: 'points', asOf, ruleSet: at(ruleSet, path), value })
    const figure = product({
      label: `Poin ${need.name} ke level ${level}`,
      unit: 'points',
      digits: 0,
      asOf,
      ruleSet,
      parts: [
        given('Poin dasar', 'base', rules.base),
        given(
          `Tingkat penting: ${need.importance}`,
          `importance.${need.importance}`,
          rules.importance[need.importance],
        ),
        priority,
        ...(i === 0 ? [] : [given('Langkah berikutnya', 'laterStep', rules.laterStep)]),
      ],
    })
    return { level, points: Math.round(Number(figure.value)), figure }
  })
}

/** A need that cannot be named because nobody assessed the level: to be listed for assessment. */
export const needsAssessment = (need: { name: string }, asOf: Day): Figure<number> =>
  record<number>({
    label: `Kesenjangan ${need.name}`,
    unit: 'level',
    asOf,
    value: null,
    needs: [{ what: `asesmen ${need.name}`, who: 'penyelenggara penilaian kompetensi' }],
  })
