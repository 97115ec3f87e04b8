import { type Ask, refuse } from '#core/math/compute-input.ts'
import type { Band } from '#core/rule-set/rubric.ts'
import type { Day } from '#core/values/day.ts'
import type { NineBoxRules } from '../nine-box/nine-box.model.ts'
import type { TalentInputs } from '../score/score.model.ts'
import { evidenceFromSheet } from '../score/score.model.ts'
import {
  type AxisKey,
  type PartRule,
  type ScoreRules,
  type SimpleRubric,
  scoreRulesProblems,
} from '../score/score-rules.model.ts'

const pairOfCuts = (ask: Ask, axis: 'X' | 'Y'): number[] => {
  const own = `cuts${axis}`
  if (ask.has(own)) return ask.numbers(own)
  if (!ask.has('cuts')) return [60, 80]
  const given = ask.raw('cuts')
  if (Array.isArray(given)) return ask.numbers('cuts')
  const each = ask.object('cuts')
  const name = [axis, axis.toLowerCase()].find(n => each.has(n))
  return name ? each.numbers(name) : [60, 80]
}

const axisOf = (ask: Ask): AxisKey => ask.oneOf('axis', ['X', 'Y', 'x', 'y'] as const).toLowerCase() as AxisKey

/** The rubric of a part: bands, a table of words, or its range; `steps` are the only values it can give. */
const rubricOf = (ask: Ask): SimpleRubric => {
  if (ask.has('bands'))
    return {
      kind: 'band',
      choose: 'latest',
      unit: 'score',
      bands: ask.objects('bands', b => ({
        from: b.number('from'),
        to: b.nullable('to'),
        value: b.number('value', { min: 0, max: 100 }),
      })) satisfies Band[],
    }
  const table = ask.has('table') ? 'table' : ask.has('rubric') ? 'rubric' : null
  if (table) {
    const lines = ask.object(table)
    return {
      kind: 'lookup',
      choose: 'latest',
      table: Object.fromEntries(Object.keys(lines.source).map(k => [k, lines.number(k, { min: 0, max: 100 })])),
    }
  }
  if (ask.has('steps'))
    return {
      kind: 'lookup',
      choose: 'latest',
      table: Object.fromEntries(ask.numbers('steps', { min: 0, max: 100 }).map(v => [String(v), v])),
    }
  const [lo, hi] = ask.has('range')
    ? ask.pair('range', { min: 0, max: 100 })
    : [ask.optional('lo', { min: 0, max: 100 }) ?? 0, ask.optional('hi', { min: 0, max: 100 }) ?? 100]
  // A part that can give one value only is a table of one line.
  if (lo === hi) return { kind: 'lookup', choose: 'latest', table: { [String(lo)]: lo } }
  return lo < hi
    ? { kind: 'score', min: lo, max: hi }
    : refuse(`Parameter "${ask.path}": lo (${lo}) melebihi hi (${hi}).`)
}

const partOf = (ask: Ask): PartRule => ({
  code: ask.text('code'),
  axis: axisOf(ask),
  label: ask.optionalText('label') ?? ask.text('code'),
  weight: ask.number('weight', { min: 0, max: 100 }),
  mandatory: ask.optionalFlag('mandatory') ?? true,
  supplier: ask.optionalText('supplier') ?? 'pemilik data',
  validMonths: ask.optional('validMonths', { above: 0, integer: true }),
  rubric: rubricOf(ask),
})

/** A rule set written in the input itself: its parts with weights and rubrics, cuts, and its two switches. */
export const inlineRules = (ask: Ask, partsFrom = ask): ScoreRules => {
  const parts = partsFrom.objects('parts', partOf)
  const weights = ask.optionalObject('talentWeights')
  const rules: ScoreRules = {
    talentWeights: weights
      ? { x: weights.number(weights.has('X') ? 'X' : 'x'), y: weights.number(weights.has('Y') ? 'Y' : 'y') }
      : { x: 50, y: 50 },
    decideWhenCertain: ask.optionalFlag('izinkanPastiWalauBelumLengkap') ?? false,
    useExpired: ask.optionalFlag('pakaiKedaluwarsa') ?? false,
    axes: {
      x: { label: 'Potensial', cuts: pairOfCuts(ask, 'X'), levels: ['Rendah', 'Menengah', 'Tinggi'] },
      y: {
        label: 'Kinerja',
        cuts: pairOfCuts(ask, 'Y'),
        levels: ['Di bawah ekspektasi', 'Sesuai ekspektasi', 'Di atas ekspektasi'],
      },
    },
    parts,
  }
  // An input may speak of one axis only; the other then has no weights to add up.
  const problems = scoreRulesProblems(rules).filter(
    p =>
      !(['x', 'y'] as const).some(k => !parts.some(q => q.axis === k) && p.includes(`Sumbu ${rules.axes[k].label}:`)),
  )
  if (problems.length > 0) refuse(problems.join(' '))
  return rules
}

/** Box numbers as `[level Y][level X]`, or as `boxOf[level X][level Y]`. */
export const inlineBoxes = (ask: Ask, otherwise: NineBoxRules): NineBoxRules => {
  if (!ask.has('boxOf')) return otherwise
  const table = ask.matrix('boxOf', { min: 1, max: 9, integer: true })
  if (table.length !== 3 || table.some(r => r.length !== 3)) refuse('Parameter "boxOf" harus 3×3.')
  if (new Set(table.flat()).size !== 9) refuse('Parameter "boxOf" memakai nomor kotak dua kali.')
  return { ...otherwise, numbers: [0, 1, 2].map(y => [0, 1, 2].map(x => table[x][y])) }
}

/** The values that stand inside the parts themselves, each with its state. */
export const inlineEvidence = (ask: Ask, rules: ScoreRules, asOf: Day): TalentInputs => {
  const values: Record<string, number | null> = {}
  const expired: Record<string, true> = {}
  ask.objects('parts', a => {
    const code = a.text('code')
    const value = a.nullable('value', { min: 0 })
    const state =
      a.optionalOneOf('state', [
        'known',
        'unknown',
        'expired',
        'diketahui',
        'belumDiketahui',
        'kedaluwarsa',
      ] as const) ?? (value === null ? 'unknown' : 'known')
    const isExpired = state === 'expired' || state === 'kedaluwarsa'
    if (isExpired && !rules.useExpired) expired[code] = true
    values[code] = state === 'known' || state === 'diketahui' || isExpired ? value : null
  })
  const inputs = evidenceFromSheet(values, rules, asOf)
  for (const code of Object.keys(expired)) {
    const held = inputs[code]
    if (held && 'figure' in held)
      inputs[code] = {
        figure: {
          ...held.figure,
          state: 'expired',
          needs: [{ what: code, who: rules.parts.find(p => p.code === code)?.supplier ?? 'pemilik data' }],
        },
      }
  }
  return inputs
}
