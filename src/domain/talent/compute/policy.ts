import { isKnown } from '#core/figure/figure.ts'
import { Ask, refuse } from '#core/math/compute-input.ts'
import { policyDiff } from '#core/math/policy-diff.ts'
import { selectionRates } from '#core/math/selection-rates.ts'
import type { Day } from '#core/values/day.ts'
import type { NineBoxRules } from '../nine-box/nine-box.model.ts'
import { type TalentInputs, talentScore } from '../score/score.model.ts'
import type { ScoreRules } from '../score/score-rules.model.ts'
import { inlineBoxes, inlineRules } from './inline-score.ts'

type Held = { value: number | string | null; on: Day | null }
type Person = { id: string; groups: Record<string, string | null>; held: Record<string, Held> }
type Components = { weights: unknown; rubric: unknown; cuts: unknown; validity: unknown; displayMapping: unknown }

const order = ['weights', 'rubric', 'cuts', 'validity', 'displayMapping']
export const waitingWord = 'menunggu'

/** A rule set taken apart into the five things that can change, and put together again. */
const split = (rules: ScoreRules, boxes: NineBoxRules): Components => ({
  weights: Object.fromEntries(rules.parts.map(p => [p.code, [p.axis, p.weight, p.mandatory]])),
  rubric: Object.fromEntries(rules.parts.map(p => [p.code, p.rubric])),
  cuts: { x: rules.axes.x.cuts, y: rules.axes.y.cuts },
  validity: {
    months: Object.fromEntries(rules.parts.map(p => [p.code, p.validMonths ?? null])),
    useExpired: rules.useExpired,
    decideWhenCertain: rules.decideWhenCertain,
  },
  displayMapping: boxes.numbers,
})
const join = (c: Components, base: ScoreRules, boxes: NineBoxRules): { rules: ScoreRules; boxes: NineBoxRules } => {
  const weights = c.weights as Record<string, ['x' | 'y', number, boolean]>
  const rubric = c.rubric as Record<string, ScoreRules['parts'][number]['rubric']>
  const cuts = c.cuts as Record<'x' | 'y', number[]>
  const validity = c.validity as {
    months: Record<string, number | null>
    useExpired: boolean
    decideWhenCertain: boolean
  }
  return {
    rules: {
      ...base,
      useExpired: validity.useExpired,
      decideWhenCertain: validity.decideWhenCertain,
      axes: { x: { ...base.axes.x, cuts: cuts.x }, y: { ...base.axes.y, cuts: cuts.y } },
      parts: Object.entries(weights).map(([code, [axis, weight, mandatory]]) => ({
        code,
        axis,
        label: code,
        weight,
        mandatory,
        supplier: 'pemilik data',
        validMonths: validity.months[code] ?? undefined,
        // A part that a version does not have yet keeps the whole scale.
        rubric: rubric[code] ?? { kind: 'score', min: 0, max: 100 },
      })),
    },
    boxes: { ...boxes, numbers: c.displayMapping as number[][] },
  }
}

/** Two parts, the axes themselves: for an input that gives x and y and changes only the cuts. */
const axesOnly = (ask: Ask) => ({
  ...ask.source,
  parts: [
    { code: 'x', axis: 'X', weight: 100 },
    { code: 'y', axis: 'Y', weight: 100 },
  ],
})

const personOf = (ask: Ask, index: number): Person => {
  const id = ask.optionalText('id') ?? String(index + 1)
  const groups = ask.optionalObject('groups')
  const values = ask.optionalObject('values')
  const days = ask.optionalObject('on')
  const one = (from: Ask, name: string): Held => {
    const v = from.source[name]
    if (typeof v === 'string' && v !== '') return { value: v, on: days?.nullableDay(name) ?? null }
    return { value: from.nullable(name), on: days?.nullableDay(name) ?? null }
  }
  return {
    id,
    groups: groups
      ? Object.fromEntries(Object.keys(groups.source).map(k => [k, groups.optionalText(k) ?? null]))
      : ask.has('group')
        ? { group: ask.text('group') }
        : {},
    held: values
      ? Object.fromEntries(Object.keys(values.source).map(k => [k, one(values, k)]))
      : { x: one(ask, 'x'), y: one(ask, 'y') },
  }
}

const inputsOf = (person: Person): TalentInputs =>
  Object.fromEntries(
    Object.entries(person.held).map(([code, held]) => [
      code,
      held.value === null
        ? undefined
        : {
            records: [
              {
                value: held.value,
                source: { kind: 'talent.input', id: `${person.id}:${code}`, label: code, on: held.on },
              },
            ],
          },
    ]),
  )

/** `anyam compute policyDiff`: two rule sets on the same frozen inputs, who moves, why, and what it does to groups. */
export const policyFromJson = (parameters: Record<string, unknown>, boxes: NineBoxRules, asOf: Day) => {
  const ask = new Ask(parameters)
  const population = ask.objects('population', personOf)
  const doubled = population.find((p, i) => population.findIndex(q => q.id === p.id) !== i)
  if (doubled) refuse(`Orang "${doubled.id}" ditulis dua kali dalam "population".`)
  const read = (name: string) => {
    const own = ask.object(name)
    const whole = own.has('parts') ? own : new Ask(axesOnly(own), name)
    return { rules: inlineRules(whole), boxes: inlineBoxes(own, boxes) }
  }
  const [before, after] = [read('ruleSetOld'), read('ruleSetNew')]
  const inputs = new Map(population.map(p => [p.id, inputsOf(p)]))
  const ruleSet = { subject: 'talent/score', code: 'masukan', version: '1' }
  const scored = (id: string, c: Components) => {
    const { rules, boxes: numbers } = join(c, before.rules, boxes)
    return talentScore(inputs.get(id) ?? {}, { rules, ruleSet, boxes: numbers, asOf, key: null })
  }
  const place = (person: Person, c: Record<string, unknown>) => {
    const { box } = scored(person.id, c as Components)
    return isKnown(box) ? String(box.value) : waitingWord
  }
  const [oldParts, newParts] = [split(before.rules, before.boxes), split(after.rules, after.boxes)]
  const diff = policyDiff(population, oldParts, newParts, order, place)
  const pool = new Set(boxes.pool.map(String))
  const places = population.map(p => ({ person: p, from: place(p, oldParts), to: place(p, newParts) }))
  const attributes = [...new Set(population.flatMap(p => Object.keys(p.groups)))]
  const shares = (attribute: string, side: 'from' | 'to') => {
    const by = new Map<string, { group: string; x: number; n: number }>()
    for (const row of places) {
      const group = row.person.groups[attribute] ?? 'tidak diketahui'
      const held = by.get(group) ?? { group, x: 0, n: 0 }
      by.set(group, { group, x: held.x + (pool.has(row[side]) ? 1 : 0), n: held.n + 1 })
    }
    return selectionRates([...by.values()].sort((a, b) => (a.group < b.group ? -1 : 1)))
  }
  const names = [...Array.from({ length: 9 }, (_, i) => String(i + 1)), waitingWord]
  const [semX, semY] = [ask.nullable('semX', { min: 0 }), ask.nullable('semY', { min: 0 })]
  const nearCut = (id: string, c: Components): boolean => {
    const { axes } = scored(id, c)
    return (['x', 'y'] as const).some(k => {
      const sem = k === 'x' ? semX : semY
      const { value, cuts } = axes[k]
      return sem !== null && isKnown(value) && cuts.some(cut => Math.abs(value.value - cut) <= sem)
    })
  }
  const movers = new Set(diff.moves.map(m => m.person))
  const close =
    semX === null && semY === null
      ? null
      : population.filter(p => nearCut(p.id, oldParts) || nearCut(p.id, newParts)).map(p => p.id)
  return {
    ...diff,
    table: names.map(from => names.map(to => diff.matrix[from]?.[to] ?? 0)),
    byGroup: Object.fromEntries(attributes.map(a => [a, { before: shares(a, 'from'), after: shares(a, 'to') }])),
    robustness: {
      nearCut: close?.length ?? null,
      moversNearCut: close?.filter(id => movers.has(id)).length ?? null,
      limits:
        close === null
          ? 'Galat ukur instrumen belum diketahui, sehingga jumlah orang yang dekat ambang belum dapat dihitung.'
          : `${close.length} orang berada dalam satu galat ukur dari ambang; ${close.filter(id => movers.has(id)).length} di antaranya berpindah.`,
    },
    asOf,
  }
}
