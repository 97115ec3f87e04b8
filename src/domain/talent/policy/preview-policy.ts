import { z } from 'zod'
import { isKnown } from '#core/figure/figure.ts'
import { type Components, mixturesOf, policyDiff } from '#core/math/policy-diff.ts'
import { ageOn, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { type Cycle, findCurrentCycle, findCycle, rulesOfCycle } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import type { NineBoxRules } from '../nine-box/nine-box.model.ts'
import { inputsOfPage } from '../score/page-inputs.ts'
import { cutsByUnit, rankedAxes, rulesWithCuts, type ScoresByUnit } from '../score/ranking.model.ts'
import { componentOrder, componentsOf, rulesFrom } from '../score/rule-components.model.ts'
import { talentScore } from '../score/score.model.ts'
import { peopleInScope } from '../score/score.store.ts'
import type { AxisKey, ScoreRules } from '../score/score-rules.model.ts'
import { findPolicy, findPolicyRow } from './policy.store.ts'
import { type Cause, type Place, type Placed, summaryOf } from './policy-preview.model.ts'

/** People judged at a time: memory stays flat whatever the agency's size. */
const pageSize = 2000
const waits = 'menunggu'

const ageBands: [number, string][] = [
  [35, 'di bawah 35 tahun'],
  [45, '35 sampai 44 tahun'],
  [55, '45 sampai 54 tahun'],
  [200, '55 tahun ke atas'],
]
const ageBand = (birth: Day | null, on: Day) =>
  birth === null ? null : (ageBands.find(([until]) => ageOn(birth, on) < until)?.[1] ?? null)

/** Who these people are for the counts: unit and groups; never an input of the score. */
const groupsOf = async (db: Db, ids: readonly string[], on: Day) =>
  new Map(
    (
      await db.rows<{ id: string; unit: string; kind: string | null; sex: string | null; birth: Day | null }>(
        sql`select p.id, coalesce(u.short_name, u.name) as unit, u.kind, p.sex, p.birth_on as birth
          from workforce.v_people p join workforce.v_units u on u.agency_id = p.agency_id and u.id = p.unit_id where p.id = any (${ids})`,
      )
    ).map(r => [
      r.id,
      {
        unit: r.unit,
        groups: {
          'Jenis kelamin': r.sex === 'L' ? 'Laki-laki' : r.sex === 'P' ? 'Perempuan' : null,
          Usia: ageBand(r.birth, on),
          'Jenis unit': r.kind,
        },
      },
    ]),
  )

/** One mixture of the two versions, put together once and kept. */
type Mixture = { rules: ScoreRules; boxes: NineBoxRules; ofUnit: (unitId: string) => ScoreRules }

/** Every mixture by its text; those that rank learn their cut points in a first round over everybody. */
const mixturesFor = async (
  db: Db,
  cycle: Cycle,
  sides: { before: { rules: ScoreRules; boxes: NineBoxRules }; after: { rules: ScoreRules; boxes: NineBoxRules } },
  parts: { before: Components; after: Components },
  ruleSet: { code: string; version: string },
): Promise<Map<string, Mixture>> => {
  const { steps, subsets } = mixturesOf(parts.before, parts.after, componentOrder)
  const rubricOf = (code: string) =>
    [...sides.after.rules.parts, ...sides.before.rules.parts].find(p => p.code === code)?.rubric ?? {
      kind: 'score' as const,
      min: 0,
      max: 100,
    }
  const mixtures = new Map<string, Mixture>()
  for (const components of [parts.before, parts.after, ...steps, ...(subsets ?? [])]) {
    const key = JSON.stringify(components)
    if (mixtures.has(key)) continue
    const made = rulesFrom(components, sides.after.rules, sides.after.boxes, rubricOf)
    mixtures.set(key, { ...made, ofUnit: () => made.rules })
  }
  const ranked = [...mixtures.values()].filter(m => rankedAxes(m.rules).length > 0)
  if (ranked.length === 0) return mixtures
  const scores = new Map(ranked.map(m => [m, { x: new Map(), y: new Map() } as Record<AxisKey, ScoresByUnit>]))
  for await (const page of peopleInScope(db, cycle.scope, pageSize)) {
    const inputs = await inputsOfPage(db, page, cycle)
    for (const person of page)
      for (const mixture of ranked) {
        const { rules, boxes } = mixture
        const score = talentScore(inputs.of(person.id, rules), { rules, ruleSet, boxes, asOf: cycle.as_of, key: null })
        for (const axis of rankedAxes(rules)) {
          const { value } = score.axes[axis]
          if (!isKnown(value)) continue
          const units = scores.get(mixture)?.[axis]
          const own = units?.get(person.unit_id)
          if (own) own.push(value.value)
          else units?.set(person.unit_id, [value.value])
        }
      }
  }
  for (const mixture of ranked) {
    const by = rankedAxes(mixture.rules).flatMap(axis => {
      const { ranking, cuts } = mixture.rules.axes[axis]
      const known = scores.get(mixture)?.[axis]
      return ranking && known ? [[axis, cutsByUnit(known, ranking, cuts)] as const] : []
    })
    const held = new Map<string, ScoreRules>()
    mixture.ofUnit = unitId => {
      const own =
        held.get(unitId) ??
        rulesWithCuts(mixture.rules, Object.fromEntries(by.map(([axis, cuts]) => [axis, cuts.of(unitId).cuts])))
      held.set(unitId, own)
      return own
    }
  }
  return mixtures
}

const placeFrom = (word: string): Place => (word === waits ? null : Number(word))

/** Beyond so many people the count is left to a worker, so that nobody waits before an empty page. */
export const countedAtOnce = 4000

export const peopleInCycle = async (db: Db, cycleId: string): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from talent.scores where cycle_id = ${cycleId}`)).n

/**
 * Who would move if a draft took effect: everybody of a cycle placed by the version the cycle stands on and by the draft,
 * on the same inputs, with what puts each move down to a change. Nobody's result changes.
 */
export const previewPolicy = useCase({
  name: 'preview-policy',
  room: 'talent',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: ['talent.policy_previews', 'talent.policy_moves'],
  input: z.object({
    policyId: field.id('Versi'),
    cycleId: field.id('Siklus').nullish(),
    /** Who asked, when a worker counts. */
    askedBy: z.string().nullish(),
    progress: z.custom<(done: number, total: number) => Promise<void>>().optional(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const policy = await findPolicy(db, input.policyId, on)
    const row = await findPolicyRow(db, input.policyId)
    if (!policy || !row) throw errors.policy.notFound()
    if (row.state !== 'draft' && row.state !== 'submitted') throw errors.policy.notOpen()
    const cycle = input.cycleId ? await findCycle(db, input.cycleId) : await findCurrentCycle(db)
    if (!cycle?.placed_at) throw errors.policy.noMap()
    const before = await rulesOfCycle(db, cycle)
    const after = { rules: policy.rules as ScoreRules, boxes: policy.rules.boxes }
    const ruleSet = { code: policy.code, version: policy.version }
    const parts = { before: componentsOf(before.rules, before.boxes), after: componentsOf(after.rules, after.boxes) }
    const total = await peopleInCycle(db, cycle.id)
    const mixtures = await mixturesFor(db, cycle, { before, after }, parts, ruleSet)
    const keys = new WeakMap<Components, string>()
    const mixtureOf = (components: Components): { key: string; mixture: Mixture } => {
      const key = keys.get(components) ?? JSON.stringify(components)
      keys.set(components, key)
      const mixture = mixtures.get(key)
      if (!mixture) throw new Error('a mixture that was not prepared')
      return { key, mixture }
    }
    const everybody: Placed[] = []
    const moves: { employee_id: string; unit_id: string; from: Place; to: Place; cause: Cause; shares: unknown }[] = []
    for await (const page of peopleInScope(db, cycle.scope, pageSize)) {
      await input.progress?.(everybody.length, total)
      const inputs = await inputsOfPage(db, page, cycle)
      const known = new Map<string, string>()
      const place = (person: { id: string; unitId: string }, components: Components): string => {
        const { key, mixture } = mixtureOf(components)
        const held = known.get(`${person.id}${key}`)
        if (held !== undefined) return held
        const { box } = talentScore(inputs.of(person.id, mixture.rules), {
          rules: mixture.ofUnit(person.unitId),
          ruleSet,
          boxes: mixture.boxes,
          asOf: cycle.as_of,
          key: null,
        })
        const word = isKnown(box) ? String(box.value) : waits
        known.set(`${person.id}${key}`, word)
        return word
      }
      const people = page.map(p => ({ id: p.id, unitId: p.unit_id }))
      const diff = policyDiff(people, parts.before, parts.after, [...componentOrder], place)
      const moved = new Map(diff.moves.map(m => [m.person, m]))
      const facts = await groupsOf(
        db,
        page.map(p => p.id),
        cycle.as_of,
      )
      for (const person of people) {
        const move = moved.get(person.id)
        const fact = facts.get(person.id)
        const from = placeFrom(move?.from ?? place(person, parts.before))
        const cause = (move?.cause ?? null) as Cause | null
        everybody.push({
          unitId: person.unitId,
          unitName: fact?.unit ?? 'Unit tidak dikenal',
          from,
          to: move ? placeFrom(move.to) : from,
          cause,
          groups: fact?.groups ?? {},
        })
        if (move)
          moves.push({
            employee_id: person.id,
            unit_id: person.unitId,
            from,
            to: placeFrom(move.to),
            cause: move.cause as Cause,
            shares: move.shapley,
          })
      }
    }
    if (everybody.length === 0) throw errors.cycle.nobodyInScope()
    const summary = summaryOf(everybody, { before: before.boxes.pool, after: after.boxes.pool })
    await db.run(
      sql`delete from talent.policy_moves where preview_id in (select id from talent.policy_previews where policy_id = ${input.policyId})`,
    )
    await db.run(sql`delete from talent.policy_previews where policy_id = ${input.policyId}`)
    const id = newId()
    await db.insert('talent.policy_previews', [
      {
        agency_id: actor.agencyId,
        id,
        policy_id: input.policyId,
        cycle_id: cycle.id,
        content_hash: row.hash,
        compared_code: before.ruleSet.code,
        compared_version: before.ruleSet.version,
        people: everybody.length,
        moved: typeof summary.moved === 'number' ? summary.moved : null,
        summary,
        made_on: on,
        made_by_name: input.askedBy ?? actor.name,
      },
    ])
    await db.insert(
      'talent.policy_moves',
      moves.map(m => ({
        agency_id: actor.agencyId,
        preview_id: id,
        employee_id: m.employee_id,
        unit_id: m.unit_id,
        from_box: m.from,
        to_box: m.to,
        cause: m.cause,
        shares: m.shares,
      })),
    )
    note({
      subjectKind: 'talent.policy',
      subjectId: input.policyId,
      detail: { cycleId: cycle.id, people: everybody.length, moved: moves.length },
    })
    return { id, people: everybody.length, moved: moves.length }
  },
})
