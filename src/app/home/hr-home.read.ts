import { yearOf } from '#core/values/day.ts'
import { countOnList } from '#domain/competency/position-standard/standard-figures.ts'
import { papersWaiting } from '#domain/competency/request/request.store.ts'
import { listOfficerWaiting } from '#domain/planning/planning.queue.ts'
import { qualityReport } from '#exchange/data-quality/data-quality.store.ts'
import { defectCount } from '#exchange/exchange.figures.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { Page } from '#platform/web/page.ts'
import { findNewestCycle, homeFigure, jpBandNames, waitingReasons } from './home.figures.ts'

type UnitRow = { id: string; name: string; people: number; placed: number; missing: number; expired: number }

const listLateUnits = (db: Db, cycleId: string): Promise<UnitRow[]> =>
  db.rows<UnitRow>(sql`
    select u.id, coalesce(u.short_name, u.name) as name, count(*) as people, count(*) filter (where s.placement = 'placed') as placed,
      count(*) filter (where s.waiting_reason = 'missing-assessment') as missing, count(*) filter (where s.waiting_reason = 'expired-assessment') as expired
    from talent.v_scores s join workforce.v_units u on u.agency_id = s.agency_id and u.id = s.unit_id
    where s.cycle_id = ${cycleId} group by u.id, u.short_name, u.name
    order by count(*) filter (where s.placement = 'placed')::numeric / count(*), count(*) desc, u.name limit 6`)

const listDates = (db: Db) =>
  db.rows<{ day: string; what: string; isObjection: boolean }>(sql`
    (select starts_on as day, name as what, false as "isObjection" from planning.v_programmes where starts_on between ${db.on} and ${db.on}::date + 120 order by starts_on limit 4)
    union all (select starts_on, name, false from delivery.v_classes where state <> 'cancelled' and starts_on between ${db.on} and ${db.on}::date + 60 order by starts_on limit 4)
    union all (select objection_until, name, true from talent.v_cycles where objection_until between ${db.on} and ${db.on}::date + 120 limit 2)
    order by day limit 6`)

/** One after the other: a transaction answers one question at a time. */
const each = async <T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> => {
  const found: R[] = []
  for (const item of items) found.push(await read(item))
  return found
}

/** How many kinds of defects the home names. */
const shownDefects = 4

/** The kinds of defects with most open records, as the quality page counts them. */
const readDefects = async (db: Db) => {
  const report = await qualityReport(db)
  const open = report.rules.filter(rule => rule.defects.length > 0).sort((a, b) => b.defects.length - a.defects.length)
  return {
    defects: open.slice(0, shownDefects).map(rule => {
      const count = defectCount(db.on, rule.defects, { rule: rule.code, title: rule.title })
      return {
        code: rule.code,
        title: rule.title,
        owner: rule.owner,
        dimension: rule.dimension,
        // The page shows value and address; the records are read again when the figure is opened.
        count: { ...count, parts: [], sources: [], mechanism: { kind: 'record' as const } },
      }
    }),
    moreDefects: Math.max(0, open.length - shownDefects),
  }
}

/** The officer's board: where the cycle stands, what holds it up, how complete the evidence is. */
export const readHrHome = async ({ db, on, visit }: Page) => {
  const year = yearOf(on)
  const cycle = visit.modules.has('talent') ? await findNewestCycle(db) : null
  const units = cycle ? await listLateUnits(db, cycle.id) : []
  return {
    mayOpenCycle: visit.mayOpen('/talenta/siklus/baru'),
    kind: 'hr' as const,
    on,
    cycle,
    people: await homeFigure(db, 'home.people'),
    inCycle: cycle ? await homeFigure(db, 'home.all', cycle.id) : null,
    waiting: cycle ? await homeFigure(db, 'home.waiting', cycle.id) : null,
    placed: cycle ? await homeFigure(db, 'home.placed', cycle.id) : null,
    holds: cycle
      ? await each(waitingReasons, async reason => ({
          reason,
          figure: await homeFigure(db, 'home.waiting-for', cycle.id, reason),
        }))
      : [],
    expiring: cycle ? await homeFigure(db, 'home.expiring', cycle.id) : null,
    tasks: visit.modules.has('planning') ? await listOfficerWaiting(db) : [],
    objections: cycle ? await homeFigure(db, 'home.objections', cycle.id) : null,
    papers: countOnList('papers-waiting', 'semua', (await papersWaiting(db)).length, on),
    units: await each(units, async unit => ({
      ...unit,
      peopleFigure: await homeFigure(db, 'home.unit-people', cycle!.id, unit.id),
      placedFigure: await homeFigure(db, 'home.unit-placed', cycle!.id, unit.id),
    })),
    year,
    jpShare: await homeFigure(db, 'home.jp-share', String(year)),
    jpBands: await each(jpBandNames, async band => ({
      band,
      figure: await homeFigure(db, 'home.jp-band', band, String(year)),
    })),
    ...(await readDefects(db)),
    dates: await listDates(db),
  }
}

export type HrHomeData = Awaited<ReturnType<typeof readHrHome>>
