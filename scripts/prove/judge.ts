import type { Figure } from '../../src/core/figure/figure.ts'
import { saysValue } from './printed.ts'
import type { Shown } from './read-screen.ts'
import { type Answer, agrees, boundsAgree, leavesWithoutSource, range, recompute } from './recompute.ts'

export type Verdict = { word: 'agree' } | { word: 'disagree' | 'without'; why: string }

const agree: Verdict = { word: 'agree' }
const disagree = (why: string): Verdict => ({ word: 'disagree', why })
const without = (why: string): Verdict => ({ word: 'without', why })

const attempt = (figure: Figure): { value: Answer; problem: string | null } => {
  try {
    return { value: recompute(figure), problem: null }
  } catch (error) {
    return { value: null, problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Does the shown figure follow from this explanation? */
const against = (shown: Shown, figure: Figure, locale: 'id' | 'en'): Verdict => {
  if (figure.state !== shown.state) return disagree(`the screen says ${shown.state}, its explanation ${figure.state}`)
  const { value, problem } = attempt(figure)
  if (problem) return disagree(problem)
  const hidden = figure.state === 'withheld' || figure.state === 'not-applicable'
  if (!hidden && !agrees(shown.value, value)) return disagree(`shown ${shown.value}, again ${value}`)
  if (hidden && shown.value !== null) return disagree(`closed, yet ${shown.value} stands on the page`)
  if (figure.state === 'partial' && shown.bounds && !boundsAgree(shown.bounds, range(figure)))
    return disagree(`bounds ${shown.bounds.join(' to ')}, again ${range(figure)?.join(' to ') ?? 'none'}`)
  const wrong = saysValue(shown.text, shown.state, shown.value, locale)
  return wrong ? disagree(wrong) : agree
}

const nodesOf = (figure: Figure): Figure[] => [figure, ...figure.parts.flatMap(nodesOf)]

/**
 * One shown figure against its explanation. A part shown inside another figure's explanation (`own`) has no address:
 * it must be one of the parts of that explanation, and follow from its own leaves.
 */
export const judge = (
  shown: Shown,
  known: ReadonlyMap<string, Figure | null>,
  own: string | null,
  locale: 'id' | 'en',
): Verdict => {
  if (shown.ref === null) {
    const whole = shown.within && own !== null ? known.get(own) : null
    if (!whole) return without('no address')
    const same = nodesOf(whole).filter(
      n => n.state === shown.state && (n.value === shown.value || shown.value === null),
    )
    if (same.length === 0) return disagree('is no part of the explanation it stands in')
    return same.map(n => against(shown, n, locale)).find(v => v.word === 'agree') ?? against(shown, same[0], locale)
  }
  const figure = known.get(shown.ref)
  if (!figure) return without('its explanation does not open')
  if (!shown.opens) return without('no link to its explanation on the screen')
  const [loose] = leavesWithoutSource(figure)
  if (loose) return without(`the leaf "${loose.label}" names neither record nor rule`)
  return against(shown, figure, locale)
}
