import { suppress } from '#core/disclosure/suppress.ts'
import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { count, model, ratio, record } from '#core/figure/mechanisms.ts'
import { mantelHaenszel, type Stratum } from '#core/math/mantel-haenszel.ts'
import { type GroupRate, selectionRates } from '#core/math/selection-rates.ts'
import type { Day } from '#core/values/day.ts'

export type FairnessRules = {
  minCount: number
  minDenominator: number
  minReference: number
  threshold: number
  cyclesOfDrift: number
  ageBands: { below: number; label: string }[]
}

export const attributes = ['sex', 'age', 'unit-kind', 'location', 'disability'] as const
export type Attribute = (typeof attributes)[number]
export const outcomes = ['pool', 'placed'] as const
export type Outcome = (typeof outcomes)[number]

/** One person of a cycle for the counts; none of the groups is an input of a score. */
export type Member = {
  id: string
  /** Placed on the map. */
  isPlaced: boolean
  /** In a box of the succession pool. */
  isInPool: boolean
  /** Comparable people: the tier of the post. */
  stratum: string
  groups: Record<Attribute, string | null>
}

export const unknownGroup = 'belum diketahui'

export type Line = {
  group: string
  /** Too few people, or needed to keep another group closed. */
  isClosed: boolean
  isReference: boolean
  screen: GroupRate['screen']
  people: Figure<number>
  selected: Figure<number>
  rate: Figure<number>
  /** Rate over the reference's. */
  ratio: Figure<number> | null
  /** Difference to the reference within comparable people. */
  stratified: Figure<number> | null
  /** The whole and the comparable difference point in opposite directions. */
  isReversed: boolean
}
export type AttributeReport = { attribute: Attribute; reference: string | null; lines: Line[] }

/** Who could be selected and who was. */
const eligible = (members: readonly Member[], outcome: Outcome) =>
  outcome === 'pool'
    ? { of: members.filter(m => m.isPlaced), isSelected: (m: Member) => m.isInPool }
    : { of: [...members], isSelected: (m: Member) => m.isPlaced }

const closedWords = ['Jumlah kecil tidak ditampilkan, bersama yang dapat membukanya.']

/** Selection rates of one attribute: intervals, four-fifths screen, comparison within tiers; small numbers closed together. */
export const fairnessOf = (
  members: readonly Member[],
  attribute: Attribute,
  outcome: Outcome,
  rules: FairnessRules,
  context: {
    asOf: Day
    ruleSet: RuleReference
    ref: (group: string, what: string) => string
    words: Record<Outcome, string>
  },
): AttributeReport => {
  const { of, isSelected } = eligible(members, outcome)
  const byGroup = Map.groupBy(of, m => m.groups[attribute] ?? unknownGroup)
  // The youngest band first, what is not known last.
  const place = (group: string) => (group.startsWith('di bawah') ? 0 : group === unknownGroup ? 2 : 1)
  const groups = [...byGroup.keys()].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
  const counts = groups.map(group => {
    const own = byGroup.get(group) ?? []
    return { group, own, n: own.length, x: own.filter(isSelected).length }
  })
  const hidden = suppress({ cells: counts.map(c => [c.x, c.n - c.x]) }, { minCount: rules.minCount }).hidden
  const closed = new Set(counts.flatMap((c, i) => (hidden[i].some(Boolean) || c.n < rules.minDenominator ? [i] : [])))
  // A group closed alone could be told from the sum of the others: the smallest of them closes with it.
  if (closed.size === 1) {
    const rest = counts.flatMap((c, i) => (closed.has(i) ? [] : [{ i, n: c.n }])).sort((a, b) => a.n - b.n || a.i - b.i)
    if (rest.length > 0) closed.add(rest[0].i)
  }
  const isClosed = (i: number) => closed.has(i)
  // A closed group is no reference either; who is not known to belong to a group is shown, and compared with nobody.
  const rates = selectionRates(
    counts.filter((c, i) => c.group !== unknownGroup && !isClosed(i)).map(({ group, x, n }) => ({ group, x, n })),
    rules,
  )
  const at = counts.findIndex(c => c.group === rates.reference)
  const reference = at >= 0 ? counts[at] : null
  const withheld = (group: string, what: string, label: string, unit: 'people' | 'share' | 'ratio'): Figure<number> =>
    record<number>({
      ref: context.ref(group, what),
      label,
      unit,
      asOf: context.asOf,
      value: null,
      state: 'withheld',
      limits: closedWords,
    })
  const figures = counts.map((c, i) => {
    const words = context.words[outcome]
    if (isClosed(i))
      return {
        people: withheld(c.group, 'people', `Orang, ${c.group}`, 'people'),
        selected: withheld(c.group, 'selected', `${words}, ${c.group}`, 'people'),
        rate: withheld(c.group, 'rate', `Bagian ${words}, ${c.group}`, 'share'),
      }
    // Who belongs to it is nobody's to open: the number stands without its names.
    const nameless = (what: string, label: string, list: readonly Member[]) =>
      record<number>({
        ref: context.ref(c.group, what),
        label,
        unit: 'people',
        asOf: context.asOf,
        value: list.length,
        ruleSet: context.ruleSet,
        limits: ['Dihitung tanpa nama; pernyataan orang tidak dapat dibuka.'],
      })
    const counted = (what: string, label: string, list: readonly Member[]) =>
      count({
        ref: context.ref(c.group, what),
        label,
        asOf: context.asOf,
        members: list.map(m => m.id).sort(),
        of: 'orang',
        filter: label.toLowerCase(),
        ruleSet: context.ruleSet,
      })
    const tally = attribute === 'disability' ? nameless : counted
    const people = tally('people', `Orang, ${c.group}`, c.own)
    const selected = tally('selected', `${words}, ${c.group}`, c.own.filter(isSelected))
    const interval = rates.groups.find(g => g.group === c.group)?.interval ?? null
    const rate = ratio({
      ref: context.ref(c.group, 'rate'),
      label: `Bagian ${words}, ${c.group}`,
      unit: 'share',
      asOf: context.asOf,
      ruleSet: context.ruleSet,
      of: selected,
      to: people,
    })
    return {
      people,
      selected,
      rate: interval
        ? { ...rate, interval: { low: interval[0], high: interval[1], method: 'Wilson', level: 0.95 } }
        : rate,
    }
  })
  const lines = counts.map((c, i): Line => {
    const found = rates.groups.find(g => g.group === c.group)
    const isReference = reference !== null && c.group === reference.group
    const compares = reference !== null && !isReference && !isClosed(i) && c.group !== unknownGroup
    const share = compares
      ? ratio({
          ref: context.ref(c.group, 'ratio'),
          label: `Rasio ${c.group} terhadap ${reference.group}`,
          unit: 'ratio',
          digits: 2,
          asOf: context.asOf,
          ruleSet: context.ruleSet,
          of: figures[i].rate,
          to: figures[at].rate,
        })
      : null
    const strata = compares
      ? [...new Set([...c.own, ...reference.own].map(m => m.stratum))].sort().map((name): Stratum => {
          const tally = (list: readonly Member[]) => {
            const own = list.filter(m => m.stratum === name)
            const x = own.filter(isSelected).length
            return [x, own.length - x]
          }
          const [[a, b], [cx, d]] = [tally(c.own), tally(reference.own)]
          return { name, a, b, c: cx, d }
        })
      : []
    const within = compares ? mantelHaenszel(strata) : null
    const half = within?.rdSe == null ? null : 1.959963984540054 * within.rdSe
    return {
      group: c.group,
      isClosed: isClosed(i),
      isReference,
      screen: isClosed(i) || c.group === unknownGroup ? 'ditutup' : (found?.screen ?? 'ditutup'),
      ...figures[i],
      ratio:
        share && found?.ratioInterval
          ? {
              ...share,
              interval: { low: found.ratioInterval[0], high: found.ratioInterval[1], method: 'Katz log', level: 0.95 },
            }
          : share,
      stratified: within
        ? {
            ...model<number>({
              ref: context.ref(c.group, 'within'),
              label: `Selisih ${c.group} dengan ${reference?.group} pada jenjang yang sama`,
              unit: 'share',
              asOf: context.asOf,
              ruleSet: context.ruleSet,
              name: 'mantelHaenszel',
              input: { strata },
              path: 'riskDifference',
              value: within.riskDifference,
              state: within.riskDifference === null ? 'inconclusive' : 'known',
              interval:
                within.riskDifference === null || half === null
                  ? null
                  : {
                      low: within.riskDifference - half,
                      high: within.riskDifference + half,
                      method: 'Mantel-Haenszel, Sato',
                      level: 0.95,
                    },
            }),
            limits: ['Dibandingkan di dalam jenjang yang sama; sebab lain belum tentu diperhitungkan.'],
          }
        : null,
      isReversed: within?.reversed ?? false,
    }
  })
  return { attribute, reference: reference?.group ?? null, lines }
}

/** Does any group ask for a look? */
export const asksForLook = (reports: readonly AttributeReport[]): boolean =>
  reports.some(r => r.lines.some(l => l.screen === 'perluDitelaah' || l.screen === 'kuat'))
