import type { Figure, RuleReference, Source } from '#core/figure/figure.ts'
import { matrix, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

export type Expectation = 'above' | 'meets' | 'below'
export type Rating = 'Sangat Baik' | 'Baik' | 'Butuh Perbaikan' | 'Kurang' | 'Sangat Kurang'

export type AppraisalRules = {
  /** `matrix[hasil kerja][perilaku kerja]` */
  matrix: Record<Expectation, Record<Expectation, Rating>>
  /** Worst first. */
  order: Rating[]
}

const words: Record<Expectation, string> = {
  above: 'di atas ekspektasi',
  meets: 'sesuai ekspektasi',
  below: 'di bawah ekspektasi',
}

/** SIASN's 1, 2, 3. */
export const expectationOf = (code: number): Expectation | null =>
  code === 1 ? 'above' : code === 2 ? 'meets' : code === 3 ? 'below' : null

/** Predikat of a year from result and behaviour; unknown when either is. */
export const ratingFigure = (
  appraisal: { year: number; workResult: Expectation | null; behaviour: Expectation | null; source?: Source },
  context: { rules: AppraisalRules; ruleSet: RuleReference; asOf: Day },
): Figure<string> => {
  const leaf = (label: string, value: Expectation | null) =>
    record<string>({
      label: value ? `${label}: ${words[value]}` : label,
      unit: 'text',
      asOf: context.asOf,
      value,
      sources: appraisal.source ? [appraisal.source] : [],
      needs:
        value === null ? [{ what: `${label.toLowerCase()} ${appraisal.year}`, who: 'pejabat penilai kinerja' }] : [],
    })
  return matrix<string>({
    label: `Predikat kinerja ${appraisal.year}`,
    unit: 'text',
    row: leaf('Hasil kerja', appraisal.workResult),
    column: leaf('Perilaku kerja', appraisal.behaviour),
    table: context.rules.matrix,
    asOf: context.asOf,
    ruleSet: context.ruleSet,
  })
}

/** Is a predikat at least another? */
export const isAtLeast = (rating: string, minimum: string, rules: Pick<AppraisalRules, 'order'>): boolean =>
  rules.order.indexOf(rating as Rating) >= rules.order.indexOf(minimum as Rating)
