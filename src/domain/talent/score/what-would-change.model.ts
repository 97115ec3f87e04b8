import { type Figure, isKnown } from '#core/figure/figure.ts'
import { record } from '#core/figure/mechanisms.ts'
import { addDays, type Day } from '#core/values/day.ts'
import { rangeOfRubric, stepsOfRubric } from './part.model.ts'
import { type ScoreContext, type TalentInputs, type TalentScore, talentScore } from './score.model.ts'

/** One single change and what the same engine says of it. */
export type Change = {
  code: string
  label: string
  kind: 'rise' | 'fall' | 'filled' | 'expiry'
  from: number | null
  /** The value it would have; null for an expiry. */
  to: number | null
  /** Day of an expiry; null for the others. */
  on: Day | null
  box: { from: number | null; to: number | null }
  placement: TalentScore['placement']
  /** Nilai Talenta after the change. */
  talent: number | null
}

const boxOf = (score: TalentScore) => (isKnown(score.box) ? score.box.value : null)

/** The last day on which a figure holds, from its own validity or that of its parts. */
const lastDayOf = (figure: Figure): Day | null => {
  const own = figure.mechanism.kind === 'validity' ? figure.mechanism.until : null
  const days = [own, ...figure.parts.map(lastDayOf)].filter(d => d !== null)
  return days.sort()[0] ?? null
}

/**
 * "Apa yang akan mengubahnya": for each part the nearest single step up and down that changes the box or its absence,
 * what a missing part would do, and when an expiring result sends the person to the waiting area.
 * Every answer is the whole score computed again with one part replaced.
 */
export const whatWouldChange = (inputs: TalentInputs, context: ScoreContext): Change[] => {
  const now = talentScore(inputs, { ...context, key: null })
  const before = boxOf(now)
  const changes: Change[] = []
  for (const rule of context.rules.parts) {
    const axis = now.axes[rule.axis]
    const part = axis.parts.find(p => p.code === rule.code)
    if (!part) continue
    const current = part.state === 'known' ? Number(part.figure.value) : null
    const [low, high] = rangeOfRubric(rule.rubric)
    const steps = rule.rubric.kind === 'mean' ? null : stepsOfRubric(rule.rubric)
    const tryValue = (to: number, kind: Change['kind']): Change => {
      const figure = record<number>({ label: `Andaikan ${rule.label} ${to}`, asOf: context.asOf, value: to })
      const then = talentScore({ ...inputs, [rule.code]: { figure } }, { ...context, key: null })
      return {
        code: rule.code,
        label: rule.label,
        kind,
        from: current,
        to,
        on: null,
        box: { from: before, to: boxOf(then) },
        placement: then.placement,
        talent: isKnown(then.talent) ? then.talent.value : null,
      }
    }
    // Where the rubric gives any number, the only numbers of interest are those that bring the axis to a cut.
    const exact = axis.cuts.map(cut => {
      const others = axis.parts.filter(p => p.code !== rule.code)
      const rest = others.reduce((sum, p) => sum + (p.weight * p.range[0]) / 100, 0)
      return ((cut - rest) * 100) / rule.weight
    })
    const candidates = steps ?? exact.flatMap(v => [v, v - 0.01]).filter(v => v >= low && v <= high)
    if (current === null) {
      const effects = [...new Set(steps ?? [low, ...candidates, high])]
        .sort((a, b) => a - b)
        .map(v => tryValue(v, 'filled'))
      changes.push(...effects.filter((c, i) => i === 0 || c.box.to !== effects[i - 1].box.to))
    } else {
      const up = candidates.filter(v => v > current + 1e-9).sort((a, b) => a - b)
      const down = candidates.filter(v => v < current - 1e-9).sort((a, b) => b - a)
      for (const [values, kind] of [
        [up, 'rise'],
        [down, 'fall'],
      ] as const) {
        const first = values.map(v => tryValue(v, kind)).find(c => c.box.to !== before)
        if (first) changes.push(first)
      }
      const until = lastDayOf(part.figure)
      if (until !== null && !context.rules.useExpired) {
        const on = addDays(until, 1)
        const then = talentScore({ ...inputs, [rule.code]: undefined }, { ...context, key: null })
        changes.push({
          code: rule.code,
          label: rule.label,
          kind: 'expiry',
          from: current,
          to: null,
          on,
          box: { from: before, to: boxOf(then) },
          placement: then.placement,
          talent: null,
        })
      }
    }
  }
  return changes
}
