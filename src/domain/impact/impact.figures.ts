import type { Figure } from '#core/figure/figure.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import { findEvaluation, listProgrammesToEvaluate } from './evaluation/evaluation.store.ts'
import { programmeCounts } from './evaluation/programme-counts.ts'

/** The figure with this address anywhere in a kept evaluation. */
const figureIn = (value: unknown, ref: string): Figure | null => {
  if (value === null || typeof value !== 'object') return null
  const here = value as { ref?: unknown; mechanism?: unknown }
  if (here.ref === ref && here.mechanism !== undefined) return value as Figure
  for (const part of Object.values(value)) {
    const found = figureIn(part, ref)
    if (found) return found
  }
  return null
}

const kinds = [
  'people',
  'cost',
  'reaction',
  'reaction-share',
  'reaction-answers',
  'reaction-response',
  'reaction-item',
  'stakeholder',
  'learning',
  'learning-asked',
  'learning-both',
  'learning-up',
  'learning-down',
  'application',
  'application-agreed',
  'application-answered',
  'application-disagreed',
  'application-no-opportunity',
  'rating',
  'before',
  'after',
  'comparison-before',
  'comparison-after',
  'gate',
  'effect',
  'difference',
  'detectable',
  'chain-chosen',
  'chain-finished',
  'chain-applied',
  'chain-evidence',
]

const programmes =
  (isEvaluated: boolean): FigureSources[string] =>
  async db => {
    const { evaluated, all } = programmeCounts(await listProgrammesToEvaluate(db), db.on)
    return isEvaluated ? evaluated : all
  }

/** Figures of this room by kind: each stands in the newest evaluation of its programme, `impact.KIND:PROGRAMME[:…]`. */
export const impactFigures: FigureSources = {
  'impact.programmes': programmes(false),
  'impact.programmes-evaluated': programmes(true),
  ...Object.fromEntries<FigureSources[string]>(
    kinds.map(kind => [
      `impact.${kind}`,
      async (db, keys) => {
        const evaluation = await findEvaluation(db, keys[0])
        return evaluation ? figureIn(evaluation.figures, [`impact.${kind}`, ...keys].join(':')) : null
      },
    ]),
  ),
}
