import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

const answer = z.preprocess(
  v => (v === 'ya' || v === 'true' ? true : v === 'tidak' || v === 'false' ? false : v),
  z.boolean({ error: 'Jawab ya atau tidak.' }),
)

/** Marks a post as key by two answers and a reason, or takes the mark away with a reason. */
export const markKeyPosition = useCase({
  name: 'mark-key-position',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  reads: ['workforce.positions'],
  writes: ['workforce.positions'],
  input: z.object({
    positionId: field.id('Jabatan'),
    isKey: answer,
    /** Does the post decide whether a strategic goal is reached? */
    isStrategic: answer,
    /** Is it hard to fill: few people can do it, or it takes years to learn? */
    isScarce: answer,
    impactClass: field.whole('Besar dampak', 1, 5).nullish(),
    reason: field.reason(),
  }),
  async run({ input, db, note, announce }) {
    const before = await db.find<{ seats: number; is_key: boolean }>(
      sql`select seats, is_key from workforce.positions where id = ${input.positionId}`,
    )
    if (!before) throw errors.position.notFound()
    if (input.isKey && !input.isStrategic && !input.isScarce) throw errors.position.neitherStrategicNorScarce()
    if (input.isKey && before.seats > 1) throw errors.position.manySeats(before.seats)
    await db.run(sql`update workforce.positions set is_key = ${input.isKey}, is_strategic = ${input.isStrategic}, is_scarce = ${input.isScarce},
      impact_class = coalesce(${input.impactClass ?? null}::int, impact_class), key_reason = ${input.reason} where id = ${input.positionId}`)
    note({
      subjectKind: 'workforce.position',
      subjectId: input.positionId,
      reason: input.reason,
      detail: { before: before.is_key, after: input.isKey },
    })
    announce({ type: 'KeyPositionsChanged', payload: { positionId: input.positionId } })
    return { isKey: input.isKey }
  },
})
