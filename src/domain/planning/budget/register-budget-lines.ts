import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { mustBeChangeable } from './budget-version.store.ts'

export const budgetLineInput = z.object({
  code: z.string().nullish(),
  /** Official name of the unit; null: the agency's own line. */
  unitName: z.string().nullish(),
  activity: z.string().min(1),
  source: z.string().min(1),
  year: z.number().int(),
  amount: z.number().int().min(0),
  committed: z.number().int().nullish(),
  /** Null: not reported yet, never 0. */
  realised: z.number().int().nullish(),
  mode: z.enum(['restrictive', 'indicative']).default('restrictive'),
})

/** Brings budget lines; a line is the same when unit, activity, source and year are. */
export const registerBudgetLines = useCase({
  name: 'register-budget-lines',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  calledBy: ['apply-import', 'judge-import'],
  writes: ['planning.budget_lines'],
  reads: ['workforce.units', 'planning.budget_versions'],
  input: z.object({ lines: z.array(budgetLineInput) }),
  async run({ input, db, actor, newId, note }) {
    const units = new Map(
      (await db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_units`)).map(u => [
        u.name,
        u.id,
      ]),
    )
    const key = (l: { unit_id: string | null; activity: string; source: string; year: number }) =>
      [l.unit_id, l.activity, l.source, l.year].join('|')
    const known = new Map(
      (
        await db.rows<{
          id: string
          unit_id: string | null
          activity: string
          source: string
          year: number
          amount: number
          mode: string
        }>(sql`select id, unit_id, activity, source, year, amount, mode from planning.budget_lines`)
      ).map(l => [key(l), l]),
    )
    const rows = input.lines.map(l => {
      const unit_id = l.unitName ? (units.get(l.unitName) ?? null) : null
      if (l.unitName && !unit_id) throw errors.budget.unitUnknown(l.unitName)
      const row = { unit_id, activity: l.activity, source: l.source, year: l.year }
      return {
        agency_id: actor.agencyId,
        id: known.get(key(row))?.id ?? newId(),
        code: l.code ?? null,
        ...row,
        amount: l.amount,
        committed: l.committed ?? null,
        realised: l.realised ?? null,
        mode: l.mode,
      }
    })
    // A file may report on a frozen year; a ceiling it would change names the year.
    for (const year of new Set(
      rows
        .filter(r => {
          const before = known.get(key(r))
          return !before || before.amount !== r.amount || before.mode !== r.mode
        })
        .map(r => r.year),
    ))
      await mustBeChangeable(db, year)
    await db.insert(
      'planning.budget_lines',
      rows,
      'on conflict (agency_id, id) do update set code = excluded.code, amount = excluded.amount, committed = excluded.committed, realised = excluded.realised, mode = excluded.mode',
    )
    note({ subjectKind: 'planning.budget', detail: { lines: rows.length } })
    return { lines: rows.length }
  },
})
