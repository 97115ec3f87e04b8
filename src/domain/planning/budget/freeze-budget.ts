import { createHash } from 'node:crypto'
import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { listBudgetLines } from './budget.store.ts'
import { findHoldingVersion } from './budget-version.store.ts'

const year = field.whole('Tahun', 2000, 2100)

/** Freezes a year's lines as they stand; another person approves them. */
export const freezeBudget = useCase({
  name: 'freeze-budget',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.budget_versions'],
  reads: ['planning.budget_lines', 'workforce.units'],
  input: z.object({ year }),
  async run({ input, db, actor, on, newId, note }) {
    if (await findHoldingVersion(db, input.year)) throw errors.budget.alreadyFrozen(input.year)
    const lines = (await listBudgetLines(db, input.year)).map(l => ({
      id: l.id,
      activity: l.activity,
      unit: l.unit_name,
      source: l.source,
      amount: l.amount,
      mode: l.mode,
    }))
    if (lines.length === 0) throw errors.budget.nothingToFreeze(input.year)
    const { version } = await db.one<{ version: number }>(
      sql`select coalesce(max(version), 0) + 1 as version from planning.budget_versions where year = ${input.year}`,
    )
    const id = newId()
    const content_hash = createHash('sha256').update(JSON.stringify(lines)).digest('hex')
    await db.insert('planning.budget_versions', [
      {
        agency_id: actor.agencyId,
        id,
        year: input.year,
        version,
        state: 'frozen',
        lines,
        content_hash,
        frozen_by_name: actor.name,
        frozen_by: actor.accountId,
        frozen_on: on,
      },
    ])
    note({ subjectKind: 'planning.budget-version', subjectId: id, detail: { year: input.year, version, content_hash } })
    return { id, version }
  },
})

/** The second person approves the frozen budget or returns it with a reason; returned, its lines may be changed again. */
export const decideBudget = useCase({
  name: 'decide-budget',
  room: 'planning',
  permission: { leader: 'agency', hr_officer: 'agency' },
  writes: ['planning.budget_versions'],
  input: z.object({
    year,
    decision: z.enum(['approve', 'return'], { error: 'Pilih setujui atau kembalikan.' }),
    reason: z.string().trim().max(2000).nullish(),
  }),
  async run({ input, db, actor, on, note, announce }) {
    const holding = await findHoldingVersion(db, input.year)
    if (holding?.state !== 'frozen') throw errors.budget.notFrozen(input.year)
    if (holding.frozen_by === actor.accountId) throw errors.budget.secondPerson(holding.frozen_by_name)
    if (input.decision === 'return' && (input.reason ?? '').length < 10) throw errors.budget.reasonMissing()
    await db.run(
      sql`update planning.budget_versions set state = ${input.decision === 'approve' ? 'approved' : 'returned'}, decided_by_name = ${actor.name}, decided_on = ${on}, decided_reason = ${input.reason || null} where id = ${holding.id}`,
    )
    note({
      subjectKind: 'planning.budget-version',
      subjectId: holding.id,
      reason: input.reason ?? null,
      detail: { year: input.year, version: holding.version, decision: input.decision },
    })
    if (input.decision === 'approve')
      announce({ type: 'BudgetApproved', payload: { year: input.year, version: holding.version } })
    return { year: input.year }
  },
})

/** Opens a frozen or approved year again, with the reason; the version stays readable. */
export const reopenBudget = useCase({
  name: 'reopen-budget',
  room: 'planning',
  permission: { hr_officer: 'agency', leader: 'agency' },
  writes: ['planning.budget_versions'],
  input: z.object({ year, reason: field.reason() }),
  async run({ input, db, actor, on, note }) {
    const holding = await findHoldingVersion(db, input.year)
    if (!holding) throw errors.budget.notFrozen(input.year)
    await db.run(
      sql`update planning.budget_versions set state = 'reopened', reopened_by_name = ${actor.name}, reopened_on = ${on}, reopened_reason = ${input.reason} where id = ${holding.id}`,
    )
    note({
      subjectKind: 'planning.budget-version',
      subjectId: holding.id,
      reason: input.reason,
      detail: { year: input.year, version: holding.version },
    })
    return { year: input.year }
  },
})
