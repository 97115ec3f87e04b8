import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { mustBeChangeable } from './budget-version.store.ts'

type Line = { id: string; activity: string; year: number; amount: number; tied: number }

/** Moves money from one line to another of the same year. What is committed or spent stays; the sum does not change. */
export const transferBudget = useCase({
  name: 'transfer-budget',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.budget_lines'],
  reads: ['planning.budget_versions'],
  input: z.object({
    fromId: field.id('Baris asal'),
    toId: field.id('Baris tujuan'),
    amount: field.whole('Jumlah', 1, 100_000_000_000_000),
    reason: field.reason(),
  }),
  async run({ input, db, note, announce }) {
    if (input.fromId === input.toId) throw errors.budget.sameLine()
    // Locked in one order, so that two transfers cannot wait for each other.
    const lines = await db.rows<Line>(
      sql`select id, activity, year, amount, greatest(coalesce(committed, 0), coalesce(realised, 0)) as tied from planning.budget_lines where id = any (${[input.fromId, input.toId]}) order by id for update`,
    )
    const [from, to] = [input.fromId, input.toId].map(id => lines.find(l => l.id === id))
    if (!from || !to) throw errors.budget.notFound()
    if (from.year !== to.year) throw errors.budget.otherYear()
    await mustBeChangeable(db, from.year)
    const left = Math.max(0, from.amount - from.tied)
    if (input.amount > left) throw errors.budget.notEnough(left)
    await db.run(
      sql`update planning.budget_lines set amount = amount + case when id = ${to.id} then ${input.amount}::bigint else -${input.amount}::bigint end where id = any (${[from.id, to.id]})`,
    )
    note({
      subjectKind: 'planning.budget-line',
      subjectId: from.id,
      reason: input.reason,
      detail: {
        to: to.id,
        amount: input.amount,
        from: { before: from.amount, after: from.amount - input.amount },
        into: { before: to.amount, after: to.amount + input.amount },
      },
    })
    announce({
      type: 'BudgetCut',
      payload: { lineId: from.id, before: from.amount, after: from.amount - input.amount, reason: input.reason },
    })
    return { year: from.year }
  },
})
