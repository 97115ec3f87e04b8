import { listed, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { type Axis, nearestCut } from './nine-box.model.ts'

type Place = { employee_id: string; x: number; y: number; box: number }
type CycleRule = { id: string; as_of: Day; rule_code: string; rule_version: string }

/** Scores, box and distance of a place as figures of the list; each opens to what it was computed from. */
export const withFigures = <P extends Place>(place: P, cycle: CycleRule, axes: { x: Axis; y: Axis }) => {
  const key = `${cycle.id}:${place.employee_id}`
  const score = (axis: 'x' | 'y') =>
    record<number>({
      ref: `talent.${axis}:${key}`,
      label: axes[axis].label,
      unit: 'score',
      cuts: axes[axis].cuts,
      value: place[axis],
      asOf: cycle.as_of,
    })
  const [x, y] = [score('x'), score('y')]
  const near = nearestCut({ x, y }, axes, {
    asOf: cycle.as_of,
    ruleSet: { code: cycle.rule_code, version: cycle.rule_version },
    ref: `talent.distance:${key}`,
  })
  return {
    ...place,
    xFigure: x,
    yFigure: y,
    boxFigure: record<number>({
      ref: `talent.box:${key}`,
      label: 'Kotak talenta',
      unit: 'box',
      value: place.box,
      asOf: cycle.as_of,
    }),
    near: near && { ...near, figure: listed(near.figure) },
  }
}
