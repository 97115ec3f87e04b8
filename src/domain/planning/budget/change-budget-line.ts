import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { mustBeChangeable } from './budget-version.store.ts'

const rupiah = (what: string) => field.whole(what, 0, 100_000_000_000_000)

/** Adds a budget line, or changes one with a reason; before and after stay in the trail. Null: not reported, never 0. */
export const changeBudgetLine = useCase({
  name: 'change-budget-line',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.budget_lines'],
  reads: ['workforce.units', 'planning.budget_versions'],
  input: z.object({
    lineId: z.string().uuid().nullish(),
    code: z.string().max(60).nullish(),
    unitId: z.string().uuid({ error: 'Unit tidak dikenal. Pilih dari daftar.' }).nullish(),
    activity: field.text('Kegiatan', 300),
    source: field.text('Sumber dana', 100),
    year: field.whole('Tahun', 2000, 2100),
    amount: rupiah('Pagu'),
    committed: rupiah('Komitmen').nullish(),
    realised: rupiah('Realisasi').nullish(),
    mode: z.enum(['restrictive', 'indicative'], { error: 'Pilih mengikat atau indikatif.' }),
    reason: z.string().trim().max(2000).nullish(),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    const before = input.lineId
      ? await db.find<{
          amount: number
          committed: number | null
          realised: number | null
          year: number
          unit_id: string | null
          activity: string
          source: string
          mode: string
        }>(
          sql`select amount, committed, realised, year, unit_id, activity, source, mode from planning.budget_lines where id = ${input.lineId} for update`,
        )
      : null
    if (input.lineId && !before) throw errors.budget.notFound()
    if (before && (input.reason ?? '').length < 10) throw errors.budget.reasonMissing()
    // Of a frozen year only what is committed and spent is still reported.
    const isReport =
      before !== null &&
      before.year === input.year &&
      before.amount === input.amount &&
      before.unit_id === (input.unitId ?? null) &&
      before.activity === input.activity &&
      before.source === input.source &&
      before.mode === input.mode
    if (!isReport) {
      await mustBeChangeable(db, input.year)
      if (before && before.year !== input.year) await mustBeChangeable(db, before.year)
    }
    if (input.unitId && !(await db.find(sql`select 1 from workforce.v_units where id = ${input.unitId}`)))
      throw errors.budget.unitUnknown(input.unitId)
    if (input.committed != null && input.committed > input.amount) throw errors.budget.belowCommitted()
    const id = input.lineId ?? newId()
    const twin = await db.find(
      sql`select 1 from planning.budget_lines where id <> ${id} and unit_id is not distinct from ${input.unitId ?? null}::uuid and activity = ${input.activity} and source = ${input.source} and year = ${input.year}`,
    )
    if (twin) throw errors.budget.twin()
    const after = {
      code: input.code ?? null,
      unit_id: input.unitId ?? null,
      activity: input.activity,
      source: input.source,
      year: input.year,
      amount: input.amount,
      committed: input.committed ?? null,
      realised: input.realised ?? null,
      mode: input.mode,
    }
    await db.insert(
      'planning.budget_lines',
      [{ agency_id: actor.agencyId, id, ...after }],
      'on conflict (agency_id, id) do update set code = excluded.code, unit_id = excluded.unit_id, activity = excluded.activity, source = excluded.source, year = excluded.year, amount = excluded.amount, committed = excluded.committed, realised = excluded.realised, mode = excluded.mode',
    )
    note({
      subjectKind: 'planning.budget-line',
      subjectId: id,
      reason: input.reason ?? null,
      detail: { before, after },
    })
    if (before && input.amount < before.amount)
      announce({
        type: 'BudgetCut',
        payload: { lineId: id, before: before.amount, after: input.amount, reason: input.reason ?? '' },
      })
    return { id, year: input.year }
  },
})
