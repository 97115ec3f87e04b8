import { z } from 'zod'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { openValues } from './open-values.ts'
import { owedValues } from './values.model.ts'
import { listOwnRatings, listRaters, rulesOn } from './values.store.ts'

/** The rater's own seat while marks are gathered. */
const asked = async (db: Db, reviewId: string) => {
  const rater = (await listRaters(db, reviewId)).find(r => r.rater_id === db.actor.employeeId)
  if (!rater || rater.state === 'proposed' || rater.state === 'withdrawn') throw errors.values.notRater()
  if (rater.state === 'answered') throw errors.values.alreadySent()
  if (rater.state === 'declined') throw errors.values.raterDone()
  return rater
}

const piece = z.object({
  code: z.string().max(40),
  step: z.coerce.number().int().min(1).max(4).nullish(),
  example: z.string().trim().max(2000, { error: 'Contoh paling panjang 2000 huruf.' }).nullish(),
  exampleOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Tanggal contoh tidak sah.' })
    .nullish(),
})

/** Keeps what a rater has marked so far; nobody else reads it. */
export const saveValues = useCase({
  name: 'save-values',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.value_ratings'],
  input: z.object({ reviewId: field.id('Penilaian'), ratings: z.array(piece) }),
  async run({ input, db, actor, on, note }) {
    const rater = await asked(db, input.reviewId)
    const known = new Set(rulesOn(on).body.values.map(v => v.code))
    await db.insert(
      'talent.value_ratings',
      input.ratings
        .filter(r => known.has(r.code))
        .map(r => ({
          agency_id: actor.agencyId,
          review_id: input.reviewId,
          rater_id: actor.employeeId,
          value_code: r.code,
          step: r.step ?? null,
          example: r.example || null,
          example_on: r.exampleOn ?? null,
          saved_on: on,
        })),
      'on conflict (agency_id, review_id, rater_id, value_code) do update set step = excluded.step, example = excluded.example, example_on = excluded.example_on, saved_on = excluded.saved_on',
    )
    note({ subjectKind: 'talent.value-review', subjectId: input.reviewId, employeeId: rater.about_id })
  },
})

/** Hands the marks in, once: each value with a step and a dated example. The last one opens them all. */
export const rateValues = useCase({
  name: 'rate-values',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.value_raters', 'talent.value_ratings'],
  input: z.object({ reviewId: field.id('Penilaian') }),
  async run({ input, db, on, note, call }) {
    const rater = await asked(db, input.reviewId)
    const owed = owedValues(rulesOn(on).body, await listOwnRatings(db, input.reviewId), on)
    if (owed.length > 0)
      throw errors.values.owed(Object.fromEntries(owed.map(o => [`${o.field}:${o.code}`, o.message])))
    await db.run(
      sql`update talent.value_raters set state = 'answered', answered_on = ${on} where review_id = ${input.reviewId} and rater_id = ${db.actor.employeeId}`,
    )
    note({ subjectKind: 'talent.value-review', subjectId: input.reviewId, employeeId: rater.about_id })
    return call(openValues, { reviewId: input.reviewId })
  },
})

/** A rater who cannot judge says so with a reason; HR then asks somebody else. */
export const declineValues = useCase({
  name: 'decline-values',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.value_raters'],
  input: z.object({ reviewId: field.id('Penilaian'), reason: field.reason() }),
  async run({ input, db, note, call }) {
    const rater = await asked(db, input.reviewId)
    await db.run(
      sql`update talent.value_raters set state = 'declined', decline_reason = ${input.reason} where review_id = ${input.reviewId} and rater_id = ${db.actor.employeeId}`,
    )
    note({
      subjectKind: 'talent.value-review',
      subjectId: input.reviewId,
      employeeId: rater.about_id,
      reason: input.reason,
    })
    return call(openValues, { reviewId: input.reviewId })
  },
})
