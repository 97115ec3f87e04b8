import type { Figure } from '#core/figure/figure.ts'
import { ratio, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

export type BudgetLine = {
  id: string
  code: string | null
  unit_id: string | null
  unit_name: string | null
  activity: string
  source: string
  year: number
  amount: number
  committed: number | null
  realised: number | null
  mode: string
}

export const listBudgetLines = (db: Db, year: number): Promise<BudgetLine[]> =>
  db.rows<BudgetLine>(sql`select l.id, l.code, l.unit_id, u.name as unit_name, l.activity, l.source, l.year, l.amount, l.committed, l.realised, l.mode from planning.budget_lines l
    left join workforce.v_units u on u.agency_id = l.agency_id and u.id = l.unit_id where l.year = ${year} order by u.name nulls first, l.activity, l.id`)

export const findBudgetLine = async (db: Db, id: string): Promise<BudgetLine | null> =>
  db.find<BudgetLine>(sql`select l.id, l.code, l.unit_id, u.name as unit_name, l.activity, l.source, l.year, l.amount, l.committed, l.realised, l.mode from planning.budget_lines l
    left join workforce.v_units u on u.agency_id = l.agency_id and u.id = l.unit_id where l.id = ${id}`)

export const listBudgetYears = async (db: Db): Promise<number[]> =>
  (await db.rows<{ year: number }>(sql`select distinct year from planning.budget_lines order by year desc`)).map(
    r => r.year,
  )

type Column = 'amount' | 'committed' | 'realised'
const words: Record<Column, string> = { amount: 'Pagu', committed: 'Komitmen', realised: 'Realisasi' }

const leaf = (line: BudgetLine, column: Column, asOf: Day): Figure<number> =>
  record<number>({
    label: `${line.activity}${line.unit_name ? `, ${line.unit_name}` : ''}`,
    unit: 'rupiah',
    asOf,
    value: line[column],
    sources: [{ kind: 'planning.budget-line', id: line.id, label: `${words[column]} ${line.activity}` }],
    needs: line[column] === null ? [{ what: `${words[column].toLowerCase()} ${line.activity}`, who: 'bendahara' }] : [],
  })

/** Sum of a column over lines. A line not reported yet is left out by name, so the sum says "sekurang-kurangnya". */
const total = (lines: readonly BudgetLine[], column: Column, year: number, asOf: Day): Figure<number> => {
  const known = lines.filter(l => l[column] !== null)
  const open = lines.filter(l => l[column] === null)
  const needs = open.map(l => ({ what: `${words[column].toLowerCase()} ${l.activity}`, who: 'bendahara' }))
  // Nobody reported: unknown, where a sum of nothing would say zero.
  if (known.length === 0)
    return record<number>({
      ref: `planning.budget-${column}:${year}`,
      label: `${words[column]} tahun ${year}`,
      unit: 'rupiah',
      asOf,
      value: null,
      needs,
    })
  const figure = sum({
    ref: `planning.budget-${column}:${year}`,
    label: `${words[column]} tahun ${year}`,
    unit: 'rupiah',
    asOf,
    parts: known.map(l => leaf(l, column, asOf)),
  })
  return open.length === 0
    ? figure
    : {
        ...figure,
        limits: [`Sekurang-kurangnya: ${open.length} baris belum melaporkan ${words[column].toLowerCase()}.`],
        needs,
      }
}

/** The year's money: planned, committed, realised and the share realised of what was planned. */
export const budgetFigures = async (db: Db, year: number) => {
  const lines = await listBudgetLines(db, year)
  const [amount, committed, realised] = (['amount', 'committed', 'realised'] as const).map(c =>
    total(lines, c, year, db.on),
  )
  return {
    lines,
    amount,
    committed,
    realised,
    absorption: ratio({
      ref: `planning.budget-absorption:${year}`,
      label: `Serapan anggaran ${year}`,
      unit: 'percent',
      digits: 1,
      factor: 100,
      asOf: db.on,
      of: realised,
      to: amount,
    }),
  }
}
