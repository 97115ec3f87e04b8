import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { sessionCostRules } from './session-cost.rules.ts'

/** Writes what a class takes of each cost item. A rate other than the rule set's needs its reason. */
export const setSessionCosts = useCase({
  name: 'set-session-costs',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.session_costs'],
  reads: ['planning.sessions'],
  input: z.object({
    sessionId: field.id('Kelas'),
    items: z.array(
      z.object({
        code: z.string(),
        quantity: z.coerce
          .number({ error: 'Banyaknya harus berupa angka.' })
          .min(0, { error: 'Banyaknya tidak boleh negatif.' })
          .max(1_000_000),
        rate: field.whole('Tarif', 0, 10_000_000_000).nullish(),
      }),
    ),
    rateReason: z.string().trim().max(500).nullish(),
  }),
  async run({ input, db, actor, note }) {
    const session = await db.find<{ starts_on: string }>(
      sql`select starts_on from planning.sessions where id = ${input.sessionId}`,
    )
    if (!session) throw errors.session.notFound()
    const rules = sessionCostRules.on(session.starts_on as never).body
    const items = input.items.filter(i => rules.items.some(r => r.code === i.code) && i.quantity > 0)
    const other = items.some(i => {
      const rate = rules.items.find(r => r.code === i.code)?.rate ?? null
      return i.rate != null && rate !== null && i.rate !== rate
    })
    if (other && (input.rateReason ?? '').length < 10) throw errors.session.rateReason()
    await db.run(sql`delete from planning.session_costs where session_id = ${input.sessionId}`)
    await db.insert(
      'planning.session_costs',
      items.map(i => {
        const usual = rules.items.find(r => r.code === i.code)?.rate ?? null
        const own = i.rate != null && i.rate !== usual ? i.rate : null
        return {
          agency_id: actor.agencyId,
          session_id: input.sessionId,
          code: i.code,
          quantity: i.quantity,
          rate: own,
          rate_reason: own === null ? null : (input.rateReason ?? null),
        }
      }),
    )
    note({
      subjectKind: 'planning.session',
      subjectId: input.sessionId,
      reason: input.rateReason ?? null,
      detail: { items },
    })
    return { items: items.length }
  },
})
