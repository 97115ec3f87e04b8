import { isKnown } from '#core/figure/figure.ts'
import { Ask, refuse } from '#core/math/compute-input.ts'
import { policyDiff } from '#core/math/policy-diff.ts'
import { selectionRates } from '#core/math/selection-rates.ts'
import type { Day } from '#core/values/day.ts'
import type { NineBoxRules } from '../nine-box/nine-box.model.ts'
import { componentOrder, componentsOf, rulesFrom } from '../score/rule-components.model.ts'
import { type TalentInputs, talentScore } from '../score/score.model.ts'
import { inlineBoxes, inlineRules } from './inline-score.ts'

type Held = { value: number | string | null; on: Day | null }
type Person = { id: string; groups: Record<string, string | null>; held: Record<string, Held> }
export const waitingWord = 'menunggu'

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
  const scored = (id: string, c: Record<string, unknown>) => {
    const { rules, boxes: numbers } = rulesFrom(c, before.rules, boxes)
    return talentScore(inputs.get(id) ?? {}, { rules, ruleSet, boxes: numbers, asOf, key: null })
  }
  const place = (person: Person, c: Record<string, unknown>) => {
    const { box } = scored(person.id, c)
    return isKnown(box) ? String(box.value) : waitingWord
  }
  const [oldParts, newParts] = [componentsOf(before.rules, before.boxes), componentsOf(after.rules, after.boxes)]
  const diff = policyDiff(population, oldParts, newParts, [...componentOrder], place)
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
  const nearCut = (id: string, c: Record<string, unknown>): boolean => {
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
