import type { Figure } from '#core/figure/figure.ts'
import { isKnown } from '#core/figure/figure.ts'
import { listed, minimum, record } from '#core/figure/mechanisms.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import { unknownLevel } from '#domain/competency/gap/gap.model.ts'
import { retirementOf } from '#domain/workforce/retirement/retirement.model.ts'
import { retirementRules } from '#domain/workforce/retirement/retirement.rules.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { officialFiguresOf, officialLevelsOf } from '../need/need.store.ts'
import {
  type CompetencyStanding,
  inPriorityOrder,
  isStandingCount,
  priorityPoints,
  type StandingCount,
  standingCount,
  standingRef,
} from './priority-competency.model.ts'
import { priorityCompetencyRules } from './priority-competency.rules.ts'

export type Kind = 'technical' | 'managerial' | 'sociocultural'

export type Standing = CompetencyStanding & {
  id: string
  kind: Kind
  /** Holders who retire after the window, within the longer one. */
  later: string[]
  /** In plans in force toward `level`, and not yet there. */
  learners: string[]
  /** Their post does not ask for it, and they reach `level` or are one short. */
  others: string[]
  points: Figure<number>
  /** Lowest level a post asks for; null when no post does. */
  wanted: Figure<number> | null
}

type Person = {
  id: string
  employment: string
  birth_on: Day | null
  title: string | null
  tier: string | null
}

/** The first day of somebody's retirement; null where her birth or her post's age limit is not known. */
const retiresOn = (p: Person, retirement: ReturnType<typeof retirementRules.on>, asOf: Day): Day | null => {
  const { startsOn } = retirementOf(
    { id: p.id, employment: p.employment, birthOn: p.birth_on, title: p.title, tier: p.tier },
    { rules: retirement.body, ruleSet: retirement.reference, asOf },
  )
  return isKnown(startsOn) ? (String(startsOn.value) as Day) : null
}

/**
 * How every competency stands in the agency, in the order of its points. Asked of by a post, or named by a goal.
 * A handful of questions whatever the number of people; the rules judge.
 */
export const listStandings = async (db: Db): Promise<Standing[]> => {
  const asOf = db.on
  const holding = priorityCompetencyRules.on(asOf)
  const competencies = await db.rows<{ id: string; code: string; name: string; kind: Kind }>(
    sql`select id, code, name, kind from competency.v_competencies order by code`,
  )
  const people = await db.rows<Person>(
    sql`select id, employment, birth_on, position_name as title, tier from workforce.v_people where state = 'active' order by id`,
  )
  const asked = await db.rows<{
    title: string
    post: string
    standard_id: string
    competency_id: string
    level: number
  }>(
    sql`select distinct on (lower(position_name), competency_id) lower(position_name) as title, position_name as post, standard_id, competency_id, level from competency.v_standards
      where valid_from <= ${asOf} and (valid_until is null or valid_until >= ${asOf}) order by lower(position_name), competency_id, valid_from desc`,
  )
  const goals = await db.rows<{ competency_id: string } & CompetencyStanding['goals'][number]>(
    sql`select c.competency_id, g.id, g.name, g.basis, g.weight, c.weight as link from planning.goal_competencies c
      join planning.goals g on g.agency_id = c.agency_id and g.id = c.goal_id order by g.weight desc, g.name`,
  )
  const learning = await db.rows<{ competency_id: string; employee_id: string; to_level: number }>(
    sql`select distinct i.competency_id, i.employee_id, i.to_level from planning.v_plan_items i join planning.v_plans p on p.agency_id = i.agency_id and p.id = i.plan_id
      where p.state in ('agreed', 'running') and i.state <> 'done' and i.competency_id is not null and i.to_level is not null`,
  )
  const levels = await officialLevelsOf(db, null, asOf)
  const retirement = retirementRules.on(asOf)
  const until = addMonths(asOf, holding.body.leavingMonths)
  const horizon = addMonths(asOf, holding.body.laterMonths)
  const leavesSoon = new Set<string>()
  const leavesLater = new Set<string>()
  for (const p of people) {
    const day = retiresOn(p, retirement, asOf)
    if (day !== null && day <= horizon) (day <= until ? leavesSoon : leavesLater).add(p.id)
  }
  const askedOf = Map.groupBy(asked, a => a.competency_id)
  const goalsOf = Map.groupBy(goals, g => g.competency_id)
  const learningOf = Map.groupBy(learning, l => l.competency_id)
  const levelsOf = Map.groupBy(levels, l => l.competencyId)
  const standings = competencies.flatMap((c): Standing[] => {
    const wanted = new Map((askedOf.get(c.id) ?? []).map(a => [a.title, a.level]))
    const own = goalsOf.get(c.id) ?? []
    if (wanted.size === 0 && own.length === 0) return []
    const level = wanted.size === 0 ? null : Math.min(...wanted.values())
    const held = new Map((levelsOf.get(c.id) ?? []).map(l => [l.employeeId, l.level]))
    const standing = {
      id: c.id,
      code: c.code,
      name: c.name,
      kind: c.kind,
      level,
      goals: own,
      met: [] as string[],
      short: [] as string[],
      unknown: [] as string[],
      holders: [] as string[],
      leaving: [] as string[],
      later: [] as string[],
      learners: [] as string[],
      others: [] as string[],
    }
    const onTheWay = new Set(
      (learningOf.get(c.id) ?? []).filter(l => l.to_level >= (level ?? 1)).map(l => l.employee_id),
    )
    for (const p of people) {
      const required = wanted.get(p.title?.toLowerCase() ?? '')
      const has = held.get(p.id)
      if (required !== undefined)
        (has === undefined ? standing.unknown : has >= required ? standing.met : standing.short).push(p.id)
      if (has !== undefined && has >= (level ?? 1)) {
        standing.holders.push(p.id)
        if (leavesSoon.has(p.id)) standing.leaving.push(p.id)
        else if (leavesLater.has(p.id)) standing.later.push(p.id)
      } else if (onTheWay.has(p.id)) standing.learners.push(p.id)
      if (required === undefined && has !== undefined && level !== null && has >= level - 1 && has > 0)
        standing.others.push(p.id)
    }
    const points = priorityPoints(standing, { rules: holding.body, ruleSet: holding.reference, asOf })
    return [{ ...standing, points, wanted: wantedFigure(c, askedOf.get(c.id) ?? [], asOf) }]
  })
  return inPriorityOrder(standings)
}

/** The lowest level asked, from one post for each level that is asked at all. */
const wantedFigure = (
  competency: { code: string; name: string },
  asked: readonly { post: string; standard_id: string; level: number }[],
  asOf: Day,
): Figure<number> | null => {
  const examples = [...new Map(asked.map(a => [a.level, a])).values()]
  return examples.length === 0
    ? null
    : minimum({
        ref: standingRef('level', competency.code),
        label: `Level ${competency.name} paling rendah yang diminta jabatan`,
        unit: 'level',
        asOf,
        parts: examples.map(e =>
          record<number>({
            label: `Standar ${e.post}`,
            unit: 'level',
            asOf,
            value: e.level,
            sources: [{ kind: 'competency.position-standard', id: e.standard_id, label: e.post }],
          }),
        ),
      })
}

/** Whom a count of a standing counts. */
export const membersOf = (standing: Standing, what: StandingCount): readonly string[] =>
  what === 'asked' ? [...standing.met, ...standing.short, ...standing.unknown] : standing[what]

export const countOf = (standing: Standing, what: StandingCount, asOf: Day): Figure<number> =>
  standingCount(standing, what, membersOf(standing, what), asOf)

/** The figure behind an address: the points or one of the counts of a competency. */
export const findStandingFigure = async (db: Db, what: string, code: string): Promise<Figure | null> => {
  const standing = (await listStandings(db)).find(s => s.code === code)
  if (!standing) return null
  if (what === 'points') return standing.points
  if (what === 'level') return standing.wanted
  return isStandingCount(what) ? countOf(standing, what, db.on) : null
}

export type Declared = {
  id: string
  competency_id: string
  name: string
  reason: string
  figure: Figure<number>
  declared_by_name: string
  declared_on: Day
  withdrawn_by_name: string | null
  withdrawn_on: Day | null
  withdrawn_reason: string | null
}

/** What was declared a priority, those in force first, newest first. */
export const listDeclared = (db: Db, competencyId?: string): Promise<Declared[]> =>
  db.rows(sql`select p.id, p.competency_id, c.name, p.reason, p.figure, p.declared_by_name, p.declared_on, p.withdrawn_by_name, p.withdrawn_on, p.withdrawn_reason
    from planning.priority_competencies p join competency.v_competencies c on c.agency_id = p.agency_id and c.id = p.competency_id
    where ${competencyId ?? null}::uuid is null or p.competency_id = ${competencyId ?? null}::uuid
    order by p.withdrawn_on is not null, p.declared_on desc, c.name`)

/** Names behind a list of people, with the level each officially has. */
export const listPeople = async (
  db: Db,
  competency: { id: string; code: string; name: string },
  ids: readonly string[],
): Promise<
  { id: string; name: string; post: string | null; unit: string; retiresOn: Day | null; level: Figure<number> }[]
> => {
  const retirement = retirementRules.on(db.on)
  const levels = await officialFiguresOf(db, ids, competency, db.on)
  const rows = await db.rows<Person & { name: string; post: string | null; unit: string }>(
    sql`select id, name, position_name as post, position_name as title, tier, employment, birth_on, unit_short_name as unit from workforce.v_people where id = any (${[...ids]}) order by name limit 200`,
  )
  return rows.map(r => ({
    id: r.id,
    name: r.name,
    post: r.post,
    unit: r.unit,
    retiresOn: retiresOn(r, retirement, db.on),
    level: listed(
      levels.get(r.id) ?? unknownLevel(competency.name, db.on, `competency.level:${r.id}:${competency.code}`),
    ),
  }))
}
