import { type Db, sql } from '#platform/database/database.ts'

export type Indicator = {
  id: string
  code: string
  name: string
  unit_of_measure: string
  direction: 'lower-better' | 'higher-better'
}
export type IndicatorValue = {
  unit_id: string
  month_on: string
  value: number
  numerator: number | null
  denominator: number | null
}

export const listIndicators = (db: Db): Promise<Indicator[]> =>
  db.rows<Indicator>(sql`select id, code, name, unit_of_measure, direction from workforce.indicators order by name`)

/** Values of an indicator over months, both ends counted. */
export const listIndicatorValues = (
  db: Db,
  indicatorId: string,
  from: string,
  until: string,
): Promise<IndicatorValue[]> =>
  db.rows<IndicatorValue>(sql`select unit_id, month_on, value, numerator, denominator from workforce.indicator_values
    where indicator_id = ${indicatorId} and month_on between ${from} and ${until} order by unit_id, month_on`)

export const findIndicatorValue = (
  db: Db,
  indicatorId: string,
  unitId: string,
  monthOn: string,
): Promise<IndicatorValue | null> =>
  db.find<IndicatorValue>(sql`select unit_id, month_on, value, numerator, denominator from workforce.indicator_values
    where indicator_id = ${indicatorId} and unit_id = ${unitId} and month_on = ${monthOn}`)
