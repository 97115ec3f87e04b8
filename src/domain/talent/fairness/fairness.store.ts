import type { Figure } from '#core/figure/figure.ts'
import { ageOn, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { type Cycle, findCycle, rulesOfCycle } from '../cycle/cycle.ts'
import {
  type Attribute,
  type AttributeReport,
  attributes,
  type FairnessRules,
  fairnessOf,
  type Member,
  type Outcome,
  outcomes,
} from './fairness.model.ts'
import { fairnessRules } from './fairness.rules.ts'
import { outcomeWords } from './fairness-words.ts'

/** Everybody of a cycle with the groups of the counts, asked once; never an input of a score. */
const listMembers = async (db: Db, cycle: Cycle, rules: FairnessRules, pool: readonly number[]): Promise<Member[]> => {
  const rows = await db.rows<{
    id: string
    placement: string
    box: number | null
    tier: string | null
    sex: string | null
    birth: Day | null
    kind: string | null
    location: string | null
    disabled: boolean | null
  }>(sql`select s.employee_id as id, s.placement, s.decided_box as box, s.tier, p.sex, p.birth_on as birth, u.kind, coalesce(p.location_class, u.location_class) as location, d.is_disabled as disabled
    from talent.v_scores s join workforce.v_people p on p.agency_id = s.agency_id and p.id = s.employee_id
    join workforce.v_units u on u.agency_id = s.agency_id and u.id = s.unit_id
    left join workforce.disability_for_counts() d on d.employee_id = s.employee_id where s.cycle_id = ${cycle.id} order by s.employee_id`)
  return rows.map(r => ({
    id: r.id,
    isPlaced: r.placement === 'placed',
    isInPool: r.placement === 'placed' && r.box !== null && pool.includes(r.box),
    stratum: r.tier ?? '-',
    groups: {
      sex: r.sex === 'L' ? 'Laki-laki' : r.sex === 'P' ? 'Perempuan' : null,
      age:
        r.birth === null
          ? null
          : (rules.ageBands.find(b => ageOn(r.birth as Day, cycle.as_of) < b.below)?.label ?? null),
      'unit-kind': r.kind,
      location: r.location,
      disability: r.disabled === null ? null : r.disabled ? 'Penyandang disabilitas' : 'Tanpa disabilitas',
    },
  }))
}

export const fairnessRef = (cycleId: string, outcome: Outcome, attribute: Attribute) => (group: string, what: string) =>
  `talent.fairness:${cycleId}:${outcome}:${attribute}:${encodeURIComponent(group)}:${what}`

export type FairnessReport = Record<Outcome, AttributeReport[]>

/** The whole report of a cycle, by the rules of its day. */
export const readFairness = async (db: Db, cycle: Cycle): Promise<FairnessReport> => {
  const { body, reference } = await holdingFor(db, fairnessRules, cycle.as_of)
  const { boxes } = await rulesOfCycle(db, cycle)
  const members = await listMembers(db, cycle, body, boxes.pool)
  const of = (outcome: Outcome) =>
    attributes.map(attribute =>
      fairnessOf(members, attribute, outcome, body, {
        asOf: cycle.as_of,
        ruleSet: reference,
        ref: fairnessRef(cycle.id, outcome, attribute),
        words: outcomeWords,
      }),
    )
  return { pool: of('pool'), placed: of('placed') }
}

/** One figure of the report by its address. */
export const fairnessFigure = async (db: Db, keys: readonly string[]): Promise<Figure<number> | null> => {
  const [cycleId, outcome, attribute, group, what] = keys
  const cycle = await findCycle(db, cycleId)
  const known = outcomes.find(o => o === outcome)
  if (!cycle?.placed_at || !known) return null
  const line = (await readFairness(db, cycle))[known]
    .find(r => r.attribute === attribute)
    ?.lines.find(l => l.group === decodeURIComponent(group))
  if (!line) return null
  const { people, selected, rate, ratio, stratified } = line
  return { people, selected, rate, ratio, within: stratified }[what as 'people'] ?? null
}

export type PublishedFairness = {
  id: string
  cycle_id: string
  cycle_name: string
  version: number
  content: PublishedContent
  statement: string
  rule_version: string
  published_by_name: string
  published_on: Day
}

/** The printed words of a report, small numbers closed. */
export type PublishedContent = {
  outcome: string
  attribute: string
  reference: string | null
  rows: { group: string; rate: string; interval: string; ratio: string; within: string; screen: string }[]
}[]

/** Published reports, the newest first; of one cycle when asked. */
export const listPublished = (db: Db, cycleId: string | null = null): Promise<PublishedFairness[]> =>
  db.rows<PublishedFairness>(
    sql`select f.id, f.cycle_id, c.name as cycle_name, f.version, f.content, f.statement, f.rule_version, f.published_by_name, f.published_on
      from talent.fairness_reports f join talent.cycles c on c.agency_id = f.agency_id and c.id = f.cycle_id
      where (${cycleId}::uuid is null or f.cycle_id = ${cycleId}) order by f.published_on desc, f.version desc`,
  )
