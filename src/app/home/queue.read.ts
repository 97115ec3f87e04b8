import { yearOf } from '#core/values/day.ts'
import { nominationRules } from '#domain/talent/nomination/nomination.rules.ts'
import { jpLedgers } from '#domain/workforce/workforce.figures.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import type { Page } from '#platform/web/page.ts'
import { listTeamItems } from './waiting.read.ts'
import { inOrder, keyOf, totalMinutes, type WaitingItem, weekly } from './waiting-item.ts'

type TeamMember = { id: string; name: string; position: string | null; employment: string }

const listTeam = (db: Db, supervisorId: string): Promise<TeamMember[]> =>
  db.rows(sql`select e.id, e.name, e.position_name as position, e.employment from workforce.v_people e
    where e.supervisor_id = ${supervisorId} and e.state = 'active' order by lower(e.name), e.id limit 60`)

const kinds = [
  'follow-up',
  'meeting',
  'assignment',
  'behaviour',
  'plan',
  'plan-change',
  'need',
  'collection',
  'nominate',
  'assessment',
  'level',
] as const

/** What was just answered, read from the address the answer led to: `kind:id:person`. */
const readAnswered = async (db: Db, said: string | null) => {
  const [kind, id, employeeId] = (said ?? '').split(':')
  const known = kinds.find(k => k === kind)
  if (!known || !id) return null
  const person = employeeId
    ? await db.find<{ name: string }>(sql`select name from workforce.v_people where id::text = ${employeeId}`)
    : null
  const plan =
    known === 'plan'
      ? await db.find<{ state: string }>(sql`select state from planning.v_plans where id::text = ${id}`)
      : null
  const change =
    known === 'plan-change'
      ? await db.find<{ state: string }>(sql`select state from planning.v_plan_changes where id::text = ${id}`)
      : null
  return {
    kind: known,
    id,
    who: person?.name.split(',')[0] ?? null,
    mayUndo: (plan === null || plan.state === 'proposed') && change?.state !== 'accepted',
  }
}

/** Members with the nearest due date first; those without one keep the order of names. */
const nearestFirst = <Row extends { due: string | null }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))

/** What needs a supervisor this week, and the team with the nearest due date of each. */
export const readQueue = async ({ db, actor, on, visit, query }: Page) => {
  const team = actor.employeeId ? await listTeam(db, actor.employeeId) : []
  const { items: all, postponed } = await listTeamItems(db, visit.modules)
  const { now, later } = weekly(all, on)
  const ledgers = await jpLedgers(db, team, yearOf(on))
  const wanted = query.get('butir')
  const open: WaitingItem | null =
    (wanted ? inOrder(all).find(item => keyOf(item) === wanted) : undefined) ?? now[0] ?? null
  const nomination = (await holdingFor(db, nominationRules, on)).body
  return {
    kind: 'queue' as const,
    on,
    items: open && !now.some(item => keyOf(item) === keyOf(open)) ? [open, ...now] : now,
    open: open && keyOf(open),
    /** What a nomination for a programme is written against. */
    criteria: { least: nomination.leastLetters, programme: nomination.purposes.programme.criteria },
    later,
    postponed,
    minutes: totalMinutes(now),
    answered: await readAnswered(db, query.get('terjawab')),
    told:
      query.get('kabar') === 'urung'
        ? ('undone' as const)
        : query.get('kabar') === 'tunda'
          ? ('putOff' as const)
          : null,
    year: yearOf(on),
    isWholeTeam: query.get('tim') === 'semua',
    team: nearestFirst(
      team.map(person => {
        const mine = all.filter(item => item.employeeId === person.id)
        return {
          id: person.id,
          name: person.name,
          position: person.position,
          due: mine.flatMap(item => (item.due === null ? [] : [item.due])).sort()[0] ?? null,
          items: mine.length,
          jp: ledgers.get(person.id)?.counted ?? null,
          target: ledgers.get(person.id)?.target ?? null,
        }
      }),
    ),
  }
}

export type QueueData = Awaited<ReturnType<typeof readQueue>>
