import { isKnown } from '#core/figure/figure.ts'
import { distanceToCuts } from '../nine-box/nine-box.model.ts'
import type { AxisScore, TalentScore } from './score.model.ts'

/** Within so many points of a cut a person stands on a border. */
export const nearPoints = 2
/** A result that ends within so many days is about to expire. */
export const expiringDays = 90

export type WaitingReason = 'missing-assessment' | 'expired-assessment' | 'missing-appraisal' | 'other'

const isNear = (axis: AxisScore): boolean => {
  if (!isKnown(axis.value)) return false
  const { toNextUp, toNextDown } = distanceToCuts(axis.value.value, axis.cuts)
  return (toNextUp !== null && toNextUp <= nearPoints) || (toNextDown !== null && toNextDown < nearPoints)
}

const waitingReason = (score: TalentScore): WaitingReason | null => {
  if (score.placement === 'mapped') return null
  const assessment = score.waitingFor.filter(w => w.code === 'jpm' || w.code === 'potensi')
  if (assessment.some(w => w.state === 'expired')) return 'expired-assessment'
  if (assessment.length > 0) return 'missing-assessment'
  return score.waitingFor.some(w => w.code === 'predikat') ? 'missing-appraisal' : 'other'
}

/** What the map keeps of a score: plain columns for filters and counts, and the one figure that explains them. */
export const scoreRow = (score: TalentScore) => {
  const { x, y } = score.axes
  const value = (axis: AxisScore) => (isKnown(axis.value) ? axis.value.value : null)
  const mapped = score.placement === 'mapped'
  return {
    x: value(x),
    y: value(y),
    talent: isKnown(score.talent) ? score.talent.value : null,
    x_low: x.bounds?.[0] ?? null,
    x_high: x.bounds?.[1] ?? null,
    y_low: y.bounds?.[0] ?? null,
    y_high: y.bounds?.[1] ?? null,
    level_x: isKnown(x.level) ? x.level.value : null,
    level_y: isKnown(y.level) ? y.level.value : null,
    box: mapped && isKnown(score.box) ? score.box.value : null,
    placement: mapped ? ('placed' as const) : ('waiting' as const),
    waiting_reason: waitingReason(score),
    is_near_cut: mapped && (isNear(x) || isNear(y)),
    needs: score.waitingFor,
    figure: {
      talent: score.talent,
      isCertain: score.isCertain,
      reachableBoxes: score.reachableBoxes,
      completeness: { x: x.completeness.value, y: y.completeness.value },
    },
  }
}
