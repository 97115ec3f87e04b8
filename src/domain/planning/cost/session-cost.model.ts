import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { parameter, product, ratio, record, sum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import type { Day } from '#core/values/day.ts'

export const costUnits = ['jp', 'day', 'night', 'person', 'person-day', 'person-night', 'class'] as const
export type CostUnit = (typeof costUnits)[number]
export type CostItem = {
  code: string
  label: string
  /** Who pays for what: the host at the sender's cost, or the sender a fee per head. */
  pattern: 'kontribusi' | 'fasilitasi'
  per: CostUnit
  /** Whole rupiah for one; null: no rate is set, so the amount is unknown until one is written. */
  rate: number | null
}
export type SessionCostRules = { items: CostItem[] }
export type SessionCostRow = { code: string; quantity: number; rate: number | null; rate_reason: string | null }

/** Quantities that follow from the class itself, as a start. */
export const usualQuantity = (
  per: CostUnit,
  s: { people: number | null; jp: number | null; days: number },
): number | null =>
  per === 'class'
    ? 1
    : per === 'day'
      ? s.days
      : per === 'night'
        ? Math.max(0, s.days - 1)
        : per === 'jp'
          ? s.jp
          : s.people === null
            ? null
            : per === 'person'
              ? s.people
              : per === 'person-day'
                ? s.people * s.days
                : s.people * Math.max(0, s.days - 1)

/** Per person, but of those who teach: it does not grow with the participants. */
const ofTeachers = new Set(['perjalanan'])
const perHead = new Set<CostUnit>(['person', 'person-day', 'person-night'])

/**
 * A class's items as a planner reckons with them: what each participant costs, and what the class costs whoever comes, in whole
 * rupiah. Null: no items are written. A rate or the number of seats that is not known makes the part unknown.
 */
export const splitCost = (
  rows: readonly SessionCostRow[],
  seats: number | null,
  rules: SessionCostRules,
): { perHead: number | null; fixed: number | null } | null => {
  const used = rules.items.flatMap(item => {
    const row = rows.find(r => r.code === item.code)
    if (!row || row.quantity === 0) return []
    const rate = row.rate ?? item.rate
    return [
      {
        grows: perHead.has(item.per) && !ofTeachers.has(item.code),
        amount: rate === null ? null : rate * row.quantity,
      },
    ]
  })
  if (used.length === 0) return null
  const sum = (list: typeof used) =>
    list.some(i => i.amount === null) ? null : list.reduce((total, i) => total + (i.amount ?? 0), 0)
  const growing = sum(used.filter(i => i.grows))
  const fixed = sum(used.filter(i => !i.grows))
  return {
    perHead: growing === null ? null : growing === 0 ? 0 : seats ? Math.ceil(growing / seats) : null,
    fixed: fixed === null ? null : Math.round(fixed),
  }
}

/** What a class costs, item by item: quantity times the dated rate, or times the rate written for this class. */
export const sessionCost = (
  rows: readonly SessionCostRow[],
  {
    sessionId,
    people,
    rules,
    ruleSet,
    asOf,
  }: { sessionId: string; people: number | null; rules: SessionCostRules; ruleSet: RuleReference; asOf: Day },
): { total: Figure<number>; perPerson: Figure<number>; items: { code: string; amount: Figure<number> }[] } => {
  const source = (code: string, label: string) => [{ kind: 'planning.session-cost', id: `${sessionId}~${code}`, label }]
  const items = rules.items.flatMap((item, n) => {
    const row = rows.find(r => r.code === item.code)
    if (!row || row.quantity === 0) return []
    const own = row.rate
    const rate =
      own !== null
        ? record<number>({
            label: `Tarif ${item.label.toLowerCase()} kelas ini`,
            unit: 'rupiah',
            asOf,
            value: own,
            sources: source(item.code, item.label),
          })
        : item.rate !== null
          ? parameter<number>({
              label: `Tarif ${item.label.toLowerCase()}`,
              unit: 'rupiah',
              asOf,
              value: item.rate,
              ruleSet: at(ruleSet, `items.${n}.rate`),
            })
          : record<number>({
              label: `Tarif ${item.label.toLowerCase()}`,
              unit: 'rupiah',
              asOf,
              value: null,
              needs: [{ what: `tarif ${item.label.toLowerCase()}`, who: 'pengelola bangkom' }],
            })
    return [
      {
        code: item.code,
        amount: product({
          ref: `planning.session-cost:${sessionId}:${item.code}`,
          label: item.label,
          unit: 'rupiah',
          digits: 0,
          asOf,
          parts: [
            record<number>({
              label: 'Banyaknya',
              unit: 'count',
              asOf,
              value: row.quantity,
              sources: source(item.code, item.label),
            }),
            rate,
          ],
        }),
      },
    ]
  })
  const total =
    items.length === 0
      ? record<number>({
          ref: `planning.session-cost:${sessionId}:total`,
          label: 'Biaya kelas',
          unit: 'rupiah',
          asOf,
          value: null,
          needs: [{ what: 'butir biaya kelas', who: 'pengelola bangkom' }],
        })
      : sum({
          ref: `planning.session-cost:${sessionId}:total`,
          label: 'Biaya kelas',
          unit: 'rupiah',
          digits: 0,
          asOf,
          parts: items.map(i => i.amount),
        })
  return {
    items,
    total,
    perPerson: ratio({
      ref: `planning.session-cost:${sessionId}:person`,
      label: 'Biaya per orang',
      unit: 'rupiah',
      digits: 0,
      asOf,
      of: total,
      to: record<number>({
        label: 'Kursi kelas',
        unit: 'people',
        asOf,
        value: people,
        sources: [{ kind: 'planning.session', id: sessionId, label: 'Kelas' }],
        needs: people === null ? [{ what: 'kursi kelas', who: 'pengelola bangkom' }] : [],
      }),
    }),
  }
}
