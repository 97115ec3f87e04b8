import { z } from 'zod'
import type { Figure } from '#core/figure/figure.ts'
import { count, ratio } from '#core/figure/mechanisms.ts'
import { type Day, yearOf } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { listBudgetLines } from './budget.store.ts'
import { forecastFigure, listCompletion } from './budget-outlook.ts'

/**
 * Keeps what each line's year is expected to end with, once a month: nightly it does nothing when the month has its forecasts. A
 * line of which nothing is reported has none.
 */
export const keepForecasts = useCase({
  name: 'keep-forecasts',
  room: 'planning',
  permission: { system: 'agency', hr_officer: 'agency' },
  writes: ['planning.budget_forecasts'],
  reads: ['planning.budget_lines', 'workforce.units'],
  input: z.object({ year: field.whole('Tahun', 2000, 2100).nullish() }),
  example: {},
  async run({ input, db, actor, on, note }) {
    const year = input.year ?? yearOf(on)
    const month = `${on.slice(0, 7)}-01`
    const have = await db.find(
      sql`select 1 from planning.budget_forecasts f join planning.budget_lines l on l.agency_id = f.agency_id and l.id = f.line_id where l.year = ${year} and f.made_on between ${month} and ${on} limit 1`,
    )
    if (have) return { kept: 0 }
    const earlier = await listCompletion(db, year)
    const rows = (await listBudgetLines(db, year)).flatMap(l => {
      const figure = forecastFigure(l, earlier, on)
      const [low, high] = figure.interval
        ? [figure.interval.low, figure.interval.high]
        : (figure.bounds ?? [null, null])
      return low === null || high === null
        ? []
        : [
            {
              agency_id: actor.agencyId,
              line_id: l.id,
              made_on: on,
              value: figure.value === null ? null : Math.round(figure.value),
              low: Math.round(low),
              high: Math.round(high),
              realised: l.realised,
              committed: l.committed,
              method: figure.interval?.method ?? 'hanya batas',
            },
          ]
    })
    const kept = await db.insert('planning.budget_forecasts', rows, 'on conflict do nothing')
    note({ subjectKind: 'planning.budget', detail: { year, kept } })
    return { kept }
  },
})

export type KeptForecast = {
  line_id: string
  made_on: Day
  value: number | null
  low: number
  high: number
  activity: string
  year: number
  /** What the year ended with; null while it runs, or nobody has reported. */
  ended: number | null
}

/** Kept forecasts, oldest first: of one line, or of every line. A year ends for it with its last day. */
export const listKeptForecasts = (db: Db, lineId: string | null = null): Promise<KeptForecast[]> =>
  db.rows<KeptForecast>(sql`select f.line_id, f.made_on, f.value::float as value, f.low::float as low, f.high::float as high, l.activity, l.year,
      case when make_date(l.year, 12, 31) < ${db.on}::date then l.realised::float end as ended
    from planning.budget_forecasts f join planning.budget_lines l on l.agency_id = f.agency_id and l.id = f.line_id
    where ${lineId}::uuid is null or f.line_id = ${lineId} order by f.made_on, l.activity, f.line_id limit 5000`)

/** Did the year end within what was said? Null while nobody can say. */
export const isWithin = (f: KeptForecast): boolean | null =>
  f.ended === null ? null : f.low <= f.ended && f.ended <= f.high

/** How many of the kept forecasts held what the year ended with; an interval of 95% should hold about as many. */
export const coverageFigure = (kept: readonly KeptForecast[], asOf: Day): Figure<number> => {
  const judged = kept.filter(f => isWithin(f) !== null)
  const counted = (label: string, list: readonly KeptForecast[], filter: string) =>
    count({
      label,
      unit: 'count',
      asOf,
      members: list.map(f => `${f.line_id}~${f.made_on}`),
      of: 'perkiraan',
      filter,
    })
  return ratio({
    ref: 'planning.forecast-coverage',
    label: 'Perkiraan yang memuat realisasi',
    unit: 'percent',
    digits: 0,
    factor: 100,
    asOf,
    of: counted('Memuat realisasi', judged.filter(isWithin), 'realisasi akhir tahun ada dalam selangnya'),
    to: counted('Dapat dinilai', judged, 'tahunnya sudah selesai dan realisasinya dilaporkan'),
  })
}
