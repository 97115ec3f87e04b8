import type { BenchState } from './bench.model.ts'
import { byRisk } from './bench.model.ts'

/** The five steps of a risk as people read it; "unknown" stands between high and middle. */
export type RiskStep = 'veryHigh' | 'high' | 'unknown' | 'middle' | 'low'
export const riskOrder: readonly RiskStep[] = ['veryHigh', 'high', 'unknown', 'middle', 'low']

export type RiskInput = {
  isVacant: boolean
  /** 1-5; 5 also when not known. */
  likelihood: number
  state: BenchState
  readyNow: number
  impact: number | null
}

/** How pressing a post is: whether it is or soon falls vacant, and how many could take it now. */
export const riskOf = (post: RiskInput): RiskStep => {
  const isSoon = post.likelihood >= 4
  if (post.state === 'belumLengkap' && !post.isVacant) return 'unknown'
  if (post.readyNow === 0) return post.isVacant ? 'veryHigh' : isSoon ? 'high' : 'middle'
  if (post.state === 'tipis') return post.isVacant || isSoon ? 'high' : 'low'
  return post.isVacant ? 'middle' : 'low'
}

/** Most pressing first: the step, then likelihood × impact, then the fewest ready people. */
export const mostPressingFirst = (
  a: RiskInput & { positionId: string },
  b: RiskInput & { positionId: string },
): number =>
  riskOrder.indexOf(riskOf(a)) - riskOrder.indexOf(riskOf(b)) ||
  byRisk({ ...a, isLikelihoodUnknown: false }, { ...b, isLikelihoodUnknown: false })
