import type { Figure } from '#core/figure/figure.ts'
import { count, maximum, positivePart, record, sum } from '#core/figure/mechanisms.ts'
import { type Day, yearOf } from '#core/values/day.ts'
import type { Importance } from '#domain/competency/position-standard/position-standard.model.ts'

/** What an item lifts, with what earlier participants reached. */
export type Lift = { code: string; from: number; to: number; measured: number; risen: number }

/** An item of a plan, or a step of a proposal, as its effect is reckoned. */
export type OutcomeItem = {
  /** Null: not stored yet, as in a proposal. */
  id: string | null
  title: string
  endsOn: Day | null
  jp: number | null
  cost: number | null
  lifts: readonly Lift[]
}
export type OutcomeNeed = {
  code: string
  name: string
  /** Null: not assessed or expired. */
  current: number | null
  required: number
  importance: Importance
  /** Where the level and the requirement are written. */
  level?: Figure<number>
  standardId?: string
}

export const importances: readonly Importance[] = ['mutlak', 'penting', 'perlu']

/** What a set of items leads to if all of them succeed. */
export type Outcome = {
  gap: Figure<number>
  jp: Figure<number>
  cost: Figure<number>
  /** Requirements met and asked, by how much the post asks for them; a step the post does not ask for is left out. */
  met: { importance: Importance; met: Figure<number>; asked: Figure<number> }[]
  /** Names of what nobody knows: promised nothing, counted nowhere. */
  unknown: string[]
  levels: { code: string; name: string; required: number; level: number | null }[]
}

/** Items that lift this competency, in the order of the steps; each begins only where the ones before have led. */
export const stepsOf = (
  need: Pick<OutcomeNeed, 'code' | 'current'>,
  items: readonly OutcomeItem[],
): { item: OutcomeItem; to: number }[] => {
  if (need.current === null) return []
  let level = need.current
  return items
    .flatMap(item => item.lifts.filter(l => l.code === need.code).map(l => ({ item, from: l.from, to: l.to })))
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .flatMap(({ item, from, to }) => {
      if (from > level || to <= level) return []
      level = to
      return [{ item, to }]
    })
}

/** The level the items lead to; null where the present one is not known. */
export const levelAfter = (need: Pick<OutcomeNeed, 'code' | 'current'>, items: readonly OutcomeItem[]): number | null =>
  stepsOf(need, items).at(-1)?.to ?? need.current

const sourceOf = (item: OutcomeItem) =>
  item.id === null ? [] : [{ kind: 'planning.plan-item', id: item.id, label: item.title, on: item.endsOn }]

/** The gap, JP, cost and requirements met that a set of items leads to. An unknown level stays out of the sum and is named. */
export const outcomeOf = (
  needs: readonly OutcomeNeed[],
  items: readonly OutcomeItem[],
  context: {
    asOf: Day
    year: number
    /** JP of the year counted already. */
    jpHeld: Figure<number>
    /** Address of a figure of this outcome, by what it says. */
    ref: (what: string) => string
    post: string
  },
): Outcome => {
  const { asOf, ref } = context
  const known = needs.filter((n): n is OutcomeNeed & { current: number } => n.current !== null)
  const unknown = needs.filter(n => n.current === null).map(n => n.name)
  const left =
    needs.length > 0 && known.length === 0
      ? record<number>({
          ref: ref('gap'),
          label: 'Kesenjangan yang diketahui',
          unit: 'count',
          asOf,
          value: null,
          needs: unknown.map(name => ({ what: `level ${name}`, who: 'asesmen' })),
        })
      : sum({
          ref: ref('gap'),
          label: 'Kesenjangan yang diketahui, dalam level',
          unit: 'count',
          digits: 0,
          asOf,
          limits: unknown.length > 0 ? [`Belum diketahui dan tidak dihitung: ${unknown.join(', ')}.`] : [],
          parts: known.map(n => {
            const steps = stepsOf(n, items)
            const now =
              n.level ?? record<number>({ label: `Level ${n.name} sekarang`, unit: 'level', asOf, value: n.current })
            return positivePart({
              label: n.name,
              unit: 'count',
              asOf,
              of: record<number>({
                label: `${context.post} meminta ${n.name}`,
                unit: 'level',
                asOf,
                value: n.required,
                sources: n.standardId
                  ? [
                      {
                        kind: 'competency.position-standard',
                        id: n.standardId,
                        label: `Standar kompetensi ${context.post}`,
                      },
                    ]
                  : [],
              }),
              minus:
                steps.length === 0
                  ? now
                  : maximum({
                      label: `Level ${n.name} bila berhasil`,
                      unit: 'level',
                      asOf,
                      parts: [
                        now,
                        ...steps.map(s =>
                          record<number>({
                            label: s.item.title,
                            unit: 'level',
                            asOf,
                            value: s.to,
                            sources: sourceOf(s.item),
                          }),
                        ),
                      ],
                    }),
            })
          }),
        })
  // JP counts in the year in which an item ends; one without a day is meant for the plan's year.
  const inYear = items.filter(i => i.endsOn === null || yearOf(i.endsOn) === context.year)
  const amounts = (what: 'jp' | 'cost') =>
    (what === 'jp' ? inYear : items).map(i =>
      record<number>({
        label: i.title,
        unit: what === 'jp' ? 'jp' : 'rupiah',
        asOf,
        value: i[what],
        sources: sourceOf(i),
        needs:
          i[what] === null ? [{ what: `${what === 'jp' ? 'JP' : 'biaya'} ${i.title}`, who: 'pengelola bangkom' }] : [],
      }),
    )
  const isMet = (n: OutcomeNeed) => (levelAfter(n, items) ?? -1) >= n.required
  return {
    gap: left,
    jp: sum({
      ref: ref('jp'),
      label: `JP ${context.year}`,
      unit: 'jp',
      asOf,
      parts: [context.jpHeld, ...amounts('jp')],
    }),
    cost: sum({ ref: ref('cost'), label: 'Biaya', unit: 'rupiah', digits: 0, asOf, parts: amounts('cost') }),
    met: importances.flatMap(importance => {
      const asked = needs.filter(n => n.importance === importance)
      return asked.length === 0
        ? []
        : [
            {
              importance,
              met: count({
                ref: ref(`met-${importance}`),
                label: `Syarat ${importance} yang terpenuhi`,
                unit: 'count',
                asOf,
                members: asked.filter(isMet).map(n => n.code),
                of: 'kompetensi',
                filter: 'level mencapai syarat; yang belum diketahui tidak dihitung',
              }),
              asked: count({
                ref: ref(`asked-${importance}`),
                label: `Syarat ${importance} jabatan`,
                unit: 'count',
                asOf,
                members: asked.map(n => n.code),
                of: 'kompetensi',
                filter: `diminta ${context.post}`,
              }),
            },
          ]
    }),
    unknown,
    levels: needs.map(n => ({ code: n.code, name: n.name, required: n.required, level: levelAfter(n, items) })),
  }
}

/** Items in the order in which they take effect: by their last day, those without a date last. */
export const inOrderOfEffect = <T extends Pick<OutcomeItem, 'endsOn' | 'title'>>(items: readonly T[]): T[] =>
  [...items].sort(
    (a, b) => (a.endsOn ?? '9999').localeCompare(b.endsOn ?? '9999') || a.title.localeCompare(b.title, 'id'),
  )

/** Which levels one outcome moves beyond the one before. */
export const levelsMoved = (
  before: Pick<Outcome, 'levels'>,
  after: Pick<Outcome, 'levels'>,
): { name: string; from: number; to: number; required: number }[] =>
  after.levels.flatMap(a => {
    const b = before.levels.find(x => x.code === a.code)
    return b?.level != null && a.level !== null && a.level !== b.level
      ? [{ name: a.name, from: b.level, to: a.level, required: a.required }]
      : []
  })

/** Why an item moves nothing: it begins above the level the person has by then. */
export const beginsAbove = (
  before: Pick<Outcome, 'levels'>,
  lifts: readonly Lift[],
): { name: string; from: number; level: number } | null => {
  for (const lift of lifts) {
    const held = before.levels.find(l => l.code === lift.code)
    if (held?.level != null && lift.from > held.level && held.level < held.required)
      return { name: held.name, from: lift.from, level: held.level }
  }
  return null
}

/** What lifts a competency by a day, as the readiness reckons with it; what has no day promises none. */
export const liftingOf = (
  items: readonly OutcomeItem[],
): { code: string; toLevel: number; endsOn: Day; title: string }[] =>
  items.flatMap(i =>
    i.endsOn === null ? [] : i.lifts.map(l => ({ code: l.code, toLevel: l.to, endsOn: i.endsOn!, title: i.title })),
  )
