import type { Figure } from '#core/figure/figure.ts'
import { fromResult } from '#core/figure/from-result.ts'
import { count, record, sum } from '#core/figure/mechanisms.ts'
import { yearEndForecast } from '#core/math/year-end-forecast.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { BudgetLine } from './budget.store.ts'

/** Years looked back on for how much of a commitment is completed. */
const yearsBack = 5

type Earlier = { activity: string; source: string; year: number; share: number }

/** Completed shares of earlier years, line by line; a year nobody reported says nothing. */
export const listCompletion = (db: Db, year: number): Promise<Earlier[]> =>
  db.rows(sql`select activity, source, year, least(1, realised::float / committed) as share from planning.budget_lines
    where year between ${year - yearsBack} and ${year - 1} and realised is not null and committed > 0 order by year, activity, id`)

/** Like activities when there are enough of them, else all lines of the source, else all. */
export const sharesFor = (line: Pick<BudgetLine, 'activity' | 'source'>, earlier: readonly Earlier[]): number[] => {
  const alike = earlier.filter(e => e.activity === line.activity)
  const sameSource = earlier.filter(e => e.source === line.source)
  return (alike.length >= 3 ? alike : sameSource.length >= 3 ? sameSource : earlier).map(e => e.share)
}

/** What a line will have spent at the year's end, with its interval or bounds. */
export const forecastFigure = (line: BudgetLine, earlier: readonly Earlier[], asOf: Day): Figure<number> => {
  const input = { realised: line.realised, committed: line.committed, shares: sharesFor(line, earlier) }
  return fromResult(yearEndForecast(input), {
    ref: `planning.budget-forecast:${line.id}`,
    label: `Perkiraan akhir tahun, ${line.activity}`,
    unit: 'rupiah',
    digits: 0,
    asOf,
    name: 'yearEndForecast',
    path: 'value',
    input,
    sources: [{ kind: 'planning.budget-line', id: line.id, label: line.activity }],
  })
}

/** Does the forecast leave the ceiling: surely, possibly, or not; null where nothing can be said. */
export const ceilingOf = (figure: Figure<number>, amount: number): 'above' | 'maybe' | 'within' | null => {
  const [value, high] = [figure.value, figure.interval?.high ?? figure.bounds?.[1] ?? null]
  if (value === null && high === null) return null
  if (value !== null && value > amount) return 'above'
  return high !== null && high > amount ? 'maybe' : 'within'
}

export type TracedItem = {
  id: string
  kind: 'planning.plan-item' | 'planning.need-document-row'
  title: string
  person: string
  unit: string
  cost: number
}

/** What of agreed plans is charged to a line; `lineId` null: what costs money and names no line. */
export const listTraced = (db: Db, year: number, lineId: string | null): Promise<TracedItem[]> =>
  db.rows(sql`
    select i.id::text as id, 'planning.plan-item' as kind, i.title, e.name as person, e.unit_short_name as unit, i.cost
    from planning.plan_items i join planning.plans p on p.agency_id = i.agency_id and p.id = i.plan_id join workforce.v_people e on e.agency_id = i.agency_id and e.id = i.employee_id
    where p.state in ('agreed', 'running', 'done') and i.state <> 'cancelled' and i.cost > 0 and i.budget_line_id is not distinct from ${lineId}::uuid
      and not exists (select 1 from planning.sessions s where s.agency_id = i.agency_id and s.id = i.session_id and s.state = 'cancelled')
      and (${lineId}::uuid is not null or extract(year from coalesce(i.starts_on, make_date(p.year, 1, 1)))::int = ${year})
    order by i.starts_on nulls last, e.name, i.title limit 1000`)

/** What the newest yearly plans not returned charge to a line: planned, not yet agreed person by person. */
export const listCharged = (db: Db, lineId: string): Promise<TracedItem[]> =>
  db.rows(sql`
    select r.document_id::text || '~' || r.number as id, 'planning.need-document-row' as kind, r.title, r.person_name as person, r.unit_name as unit, r.cost
    from planning.need_document_rows r where r.budget_line_id = ${lineId} and r.cost > 0 and r.document_id in (
      select distinct on (d.collection_id) d.id from planning.need_documents d where d.kind = 'rpk' and d.state in ('frozen', 'approved') order by d.collection_id, d.version desc)
    order by r.number limit 1000`)

/** The sum traced to a line, or to none, each rupiah with the plan item behind it. */
export const tracedFigure = (
  items: readonly TracedItem[],
  { ref, label, asOf }: { ref: string; label: string; asOf: Day },
): Figure<number> =>
  sum({
    ref,
    label,
    unit: 'rupiah',
    asOf,
    parts: items.map(i =>
      record<number>({
        label: `${i.title}, ${i.person}`,
        unit: 'rupiah',
        asOf,
        value: i.cost,
        sources: [{ kind: i.kind, id: i.id, label: i.title }],
      }),
    ),
  })

type YearRow = { id: string; label: string; value: number }

/** Three years side by side: ceilings, programmes that run on, people put off, needs that no line pays. */
export const threeYears = async (db: Db, from: number) => {
  const years = [from, from + 1, from + 2]
  const asOf = db.on
  const lines = await db.rows<{ id: string; year: number; activity: string; amount: number }>(
    sql`select id, year, activity, amount from planning.budget_lines where year = any (${years}::int[]) order by activity, id`,
  )
  const programmes = await db.rows<{ id: string; name: string; first: number; last: number }>(
    sql`select id, name, extract(year from starts_on)::int as first, extract(year from coalesce(ends_on, starts_on))::int as last from planning.v_programmes where coalesce(ends_on, starts_on) >= ${`${from}-01-01`} and starts_on <= ${`${from + 2}-12-31`} order by name, id`,
  )
  const deferrals = await db.rows<{ employee_id: string; competency_id: string; from_year: number }>(
    sql`select employee_id, competency_id, from_year from planning.need_deferrals where from_year between ${from - 1} and ${from + 1} order by employee_id, competency_id`,
  )
  // The newest paper of each collection that is not returned; of two kinds the longer view.
  const rows = await db.rows<{
    document_id: string
    number: number
    year: number
    title: string
    person_name: string
    cost: number
    budget_line_id: string | null
    placement: string
  }>(sql`
    select r.document_id, r.number, r.year, r.title, r.person_name, r.cost, r.budget_line_id, r.placement from planning.need_document_rows r
    where r.cost > 0 and r.year = any (${years}::int[]) and r.document_id in (
      select distinct on (d.collection_id) d.id from planning.need_documents d where d.state in ('frozen', 'approved') order by d.collection_id, d.kind = 'hcdp' desc, d.version desc)
    order by r.document_id, r.number`)
  const money = (what: string, label: string, year: number, kind: string, list: YearRow[]): Figure<number> =>
    list.length === 0 && what === 'ceiling'
      ? record<number>({
          ref: `planning.three-years:${from}:${what}:${year}`,
          label,
          unit: 'rupiah',
          asOf,
          value: null,
          needs: [{ what: `pagu ${year}`, who: 'perencana anggaran' }],
        })
      : sum({
          ref: `planning.three-years:${from}:${what}:${year}`,
          label,
          unit: 'rupiah',
          asOf,
          parts: list.map(r =>
            record<number>({
              label: r.label,
              unit: 'rupiah',
              asOf,
              value: r.value,
              sources: [{ kind, id: r.id, label: r.label }],
            }),
          ),
        })
  const counted = (
    what: string,
    label: string,
    year: number,
    members: string[],
    of: string,
    unit: 'people' | 'count',
  ) =>
    count({
      ref: `planning.three-years:${from}:${what}:${year}`,
      label,
      unit,
      asOf,
      members: [...new Set(members)],
      of,
      filter: `${label.toLowerCase()}, ${year}`,
    })
  return years.map(year => {
    const planned = rows.filter(r => r.year === year)
    const asRow = (r: (typeof rows)[number]): YearRow => ({
      id: `${r.document_id}~${r.number}`,
      label: `${r.title}, ${r.person_name}`,
      value: r.cost,
    })
    return {
      year,
      ceiling: money(
        'ceiling',
        `Pagu ${year}`,
        year,
        'planning.budget-line',
        lines.filter(l => l.year === year).map(l => ({ id: l.id, label: l.activity, value: l.amount })),
      ),
      planned: money('planned', `Kebutuhan terencana ${year}`, year, 'planning.need-document-row', planned.map(asRow)),
      unfunded: money(
        'unfunded',
        `Kebutuhan ${year} tanpa baris`,
        year,
        'planning.need-document-row',
        planned.filter(r => r.budget_line_id === null).map(asRow),
      ),
      programmes: counted(
        'programmes',
        'Program yang berjalan',
        year,
        programmes.filter(p => p.first <= year && p.last >= year).map(p => p.id),
        'program',
        'count',
      ),
      running: programmes.filter(p => p.first < year && p.last >= year).map(p => p.name),
      deferred: counted(
        'deferred',
        'Orang yang ditunda ke tahun ini',
        year,
        deferrals.filter(d => d.from_year === year - 1).map(d => d.employee_id),
        'orang',
        'people',
      ),
    }
  })
}
export type ThreeYears = Awaited<ReturnType<typeof threeYears>>
