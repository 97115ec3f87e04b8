import { isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { asComputeEntries } from '#platform/rules/load-rules.ts'
import { boxNumberFor, distanceToCuts } from './nine-box/nine-box.model.ts'
import { nineBoxRules } from './nine-box/nine-box.rules.ts'
import { type AxisScore, evidenceFromSheet, talentScore } from './score/score.model.ts'
import { scoreRules } from './score/score.rules.ts'
import { whatWouldChange } from './score/what-would-change.model.ts'

const axisJson = (axis: AxisScore) => ({
  value: isKnown(axis.value) ? axis.value.value : null,
  min: axis.bounds?.[0] ?? null,
  max: axis.bounds?.[1] ?? null,
  completeness: Number(axis.completeness.value) / 100,
  level: isKnown(axis.level) ? axis.level.value : null,
  contributions: axis.parts.map(p => ({
    code: p.code,
    weight: p.weight,
    value: isKnown(p.figure) ? p.figure.value : null,
    points: isKnown(p.figure) ? (p.weight * p.figure.value) / 100 : null,
  })),
  // One number when the axis is complete; else from its least and from its most.
  toNextUp: isKnown(axis.value) ? axis.toNextUp[0] : axis.toNextUp,
  toNextDown: isKnown(axis.value) ? axis.toNextDown[0] : axis.toNextDown,
  decisiveMissing: axis.decisiveMissing,
})

const rulesFor = (parameters: Record<string, unknown>) => {
  const asOf = String(parameters.asOf) as Day
  const score = scoreRules.on(asOf, parameters.ruleSet === undefined ? undefined : String(parameters.ruleSet))
  return { asOf, score, boxes: nineBoxRules.on(asOf).body }
}

/** Domain functions of this room, callable with plain JSON, by the names of the methods document. */
export const talentCompute = asComputeEntries({
  talentScore: {
    describe: 'Nilai kedua sumbu, kelengkapan, rentang, kotak dan penempatan dari nilai bagian 0–100.',
    example: { asOf: '2026-11-24', ruleSet: 'BKN-SIMATA', values: { predikat: 80, penghargaan: 0, tim: 0, u360: 80 } },
    fromJson: parameters => {
      const { asOf, score, boxes } = rulesFor(parameters)
      const values = (parameters.values ?? {}) as Record<string, number | null>
      const context = { rules: score.body, ruleSet: score.reference, boxes, asOf }
      const inputs = evidenceFromSheet(values, score.body, asOf)
      const result = talentScore(inputs, context)
      return {
        status: result.placement === 'mapped' ? 'ok' : 'sebagian',
        axis: { X: axisJson(result.axes.x), Y: axisJson(result.axes.y) },
        nilaiTalenta: isKnown(result.talent) ? result.talent.value : null,
        box: isKnown(result.box) ? result.box.value : null,
        reachableBoxes: result.reachableBoxes,
        placement: result.placement === 'mapped' ? 'dipetakan' : 'belumDapatDipetakan',
        missing: result.waitingFor,
        whatWouldChange: whatWouldChange(inputs, context),
        ruleVersion: score.reference,
      }
    },
  },
  kotakTalenta: {
    describe: 'Nomor kotak dari nilai potensial (x) dan kinerja (y), beserta jarak ke ambang.',
    example: { x: 93.59, y: 80 },
    fromJson: parameters => {
      const { score, boxes } = rulesFor({ asOf: '2026-11-24', ...parameters })
      const scores = { x: Number(parameters.x), y: Number(parameters.y) }
      const { axes } = score.body
      return {
        box: boxNumberFor(scores, axes, boxes),
        distance: { X: distanceToCuts(scores.x, axes.x.cuts), Y: distanceToCuts(scores.y, axes.y.cuts) },
      }
    },
  },
})
