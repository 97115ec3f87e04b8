import type { Day } from '#core/values/day.ts'
import { listClassesToAnswer } from '#domain/planning/planning.queue.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { listWorks } from '#platform/jobs/work.ts'
import type { Page } from '#platform/web/page.ts'
import { findNewestCycle, homeFigure } from './home.figures.ts'

/** One line that waits, with where it is done. */
export type PlainItem = { key: string; href: string } & (
  | { kind: 'move'; from: number; to: number; name: string; note: string }
  | { kind: 'nominations'; n: number }
  | { kind: 'meeting'; meeting: string; name: string; note: string }
)

const openRequests = (db: Db) =>
  db.rows<{ id: string; kind: string; due_on: Day }>(
    sql`select id, kind, due_on from platform.data_requests where state = 'submitted' order by due_on, id limit 10`,
  )

/** Committee: what is before the session. */
const committee = async ({ db, visit }: Page) => {
  const cycle = visit.modules.has('talent') ? await findNewestCycle(db) : null
  if (!cycle) return { cycle: null, items: [] as PlainItem[], figures: [] }
  const moves = await db.rows<{ id: string; name: string; from_box: number; to_box: number; note: string }>(sql`
    select m.id, e.name, m.from_box, m.to_box, m.note from talent.v_moves m join workforce.v_people e on e.agency_id = m.agency_id and e.id = m.employee_id
    where m.cycle_id = ${cycle.id} and m.state = 'proposed' order by m.moved_at limit 10`)
  const nominations = await db.one<{ n: number }>(
    sql`select count(*) as n from talent.v_nominations where state = 'submitted'`,
  )
  const items: PlainItem[] = moves.map(move => ({
    key: move.id,
    kind: 'move',
    from: move.from_box,
    to: move.to_box,
    name: move.name,
    note: move.note,
    href: `/talenta/peta?siklus=${cycle.id}&tampil=sebelum`,
  }))
  if (nominations.n > 0)
    items.push({
      key: 'nominations',
      kind: 'nominations',
      n: nominations.n,
      href: '/talenta/usulan',
    })
  return {
    cycle,
    items,
    figures: [
      { name: 'all' as const, figure: await homeFigure(db, 'home.all', cycle.id) },
      { name: 'pool' as const, figure: await homeFigure(db, 'home.pool', cycle.id) },
      { name: 'waiting' as const, figure: await homeFigure(db, 'home.waiting', cycle.id) },
    ],
  }
}

/** Facilitator: whom she guides, what comes next. */
const facilitator = async ({ db, actor, on, visit }: Page) => {
  const teaching = visit.modules.has('planning') ? await listClassesToAnswer(db) : []
  if (!visit.modules.has('delivery')) return { items: [] as PlainItem[], classes: [], teaching }
  const classes = await db.rows<{ id: string; name: string; starts_on: Day; ends_on: Day; people: number }>(sql`
    select c.id, c.name, c.starts_on, c.ends_on, (select count(*) from delivery.v_enrolments e where e.agency_id = c.agency_id and e.class_id = c.id) as people
    from delivery.v_classes c where c.state in ('open', 'running') and c.ends_on >= ${on} order by c.starts_on, c.name limit 12`)
  const meetings = await db.rows<{ id: string; name: string; kind: string; held_on: Day; topic: string }>(sql`
    select m.id, e.name, m.kind, m.held_on, m.topic from delivery.v_meetings m join workforce.v_people e on e.agency_id = m.agency_id and e.id = m.employee_id
    where m.guide_id = ${actor.employeeId} and not m.is_confirmed order by m.held_on desc limit 12`)
  return {
    classes,
    teaching,
    items: meetings.map(
      (m): PlainItem => ({
        key: m.id,
        kind: 'meeting',
        meeting: m.kind,
        name: m.name,
        note: m.topic,
        href: `/pendampingan/pertemuan/${m.id}`,
      }),
    ),
  }
}

const auditor = async ({ db }: Page) => {
  const entries = await db.one<{ n: number; newest: string | null }>(
    sql`select count(*) as n, max(at)::text as newest from platform.audit_entries`,
  )
  const dossiers = await db.rows<{ id: string; number: string; position: string; state: string }>(sql`
    select d.id, d.number, p.name as position, d.state from succession.v_dossiers d join workforce.v_positions p on p.agency_id = d.agency_id and p.id = d.position_id
    order by d.frozen_at desc nulls last, d.number limit 8`)
  const cycles = await db.rows<{ id: string; name: string; state: string; as_of: Day }>(
    sql`select id, name, state, as_of from talent.v_cycles order by as_of desc limit 5`,
  )
  return { entries, dossiers, cycles }
}

const admin = async ({ db }: Page) => ({
  works: await listWorks(db, 10),
  accounts: await db.one<{ all: number; signed: number }>(
    sql`select count(*) as all, count(*) filter (where user_id is not null) as signed from platform.accounts`,
  ),
})

/** Homes that are one list: committee, facilitator, auditor, data protection, administrator. */
export const readPlainHome = async (page: Page) => {
  const { role } = page.actor
  return {
    kind: 'plain' as const,
    role,
    on: page.on,
    zone: page.visit.agency?.timeZone ?? 'Asia/Jakarta',
    committee: role === 'committee' ? await committee(page) : null,
    facilitator: role === 'facilitator' ? await facilitator(page) : null,
    auditor: role === 'auditor' ? await auditor(page) : null,
    requests: role === 'dpo' ? await openRequests(page.db) : [],
    admin: role === 'admin' ? await admin(page) : null,
  }
}

export type PlainHomeData = Awaited<ReturnType<typeof readPlainHome>>
