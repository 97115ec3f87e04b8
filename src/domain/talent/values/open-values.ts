import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { mayOpenValues, meanStepOf, type OpenedMark, valueMessage } from './values.model.ts'
import { findReview, listRaters, listResults, rulesOn } from './values.store.ts'

/**
 * Opens all marks of a review together, once everybody asked has answered and they are enough; before that it does nothing.
 * Raters are kept by letter and relation: no name stands in a result.
 */
export const openValues = useCase({
  name: 'open-values',
  room: 'talent',
  permission: {},
  calledBy: ['rate-values', 'decline-values', 'change-raters'],
  reads: ['talent.value_raters', 'talent.value_ratings'],
  writes: ['talent.value_reviews', 'talent.value_results', 'platform.notices'],
  input: z.object({ reviewId: field.id('Penilaian') }),
  async run({ input, db, actor, on, note, announce }) {
    await db.run(sql`update talent.value_reviews set state = state where id = ${input.reviewId}`)
    const review = await findReview(db, input.reviewId)
    if (review?.state !== 'gathering') return { opened: false }
    note({ subjectKind: 'talent.value-review', subjectId: review.id, employeeId: review.employee_id })
    const { body } = rulesOn(review.asked_on)
    const raters = await listRaters(db, review.id)
    if (!mayOpenValues(raters, body)) return { opened: false }
    const answered = raters.filter(r => r.state === 'answered')
    const marks = await db.rows<{ rater_id: string } & Omit<OpenedMark, 'rater' | 'relation'>>(
      sql`select rater_id, value_code as code, step, example, example_on as "exampleOn" from talent.value_ratings where review_id = ${review.id} and rater_id = any (${answered.map(r => r.rater_id)}::uuid[])`,
    )
    // By the id, so that a letter follows neither name nor rank.
    const letters = new Map(
      [...answered]
        .map(r => r.rater_id)
        .sort()
        .map((id, i) => [id, String.fromCharCode(65 + i)]),
    )
    const opened: OpenedMark[] = body.values.flatMap(v =>
      marks
        .filter(m => m.code === v.code)
        .map(({ rater_id, ...m }) => ({
          ...m,
          rater: letters.get(rater_id) ?? '?',
          relation: answered.find(r => r.rater_id === rater_id)?.relation ?? ('colleague' as const),
        }))
        .sort((a, b) => (a.rater < b.rater ? -1 : 1)),
    )
    const version = ((await listResults(db, review.id))[0]?.version ?? 0) + 1
    await db.insert('talent.value_results', [
      {
        agency_id: actor.agencyId,
        review_id: review.id,
        version,
        employee_id: review.employee_id,
        ratings: opened,
        raters: answered.length,
        mean_step: meanStepOf(body, opened),
        is_shown: answered.length >= body.leastForPerson,
        reason: version > 1 ? review.cancel_reason : null,
        opened_on: on,
      },
    ])
    const message = valueMessage(body, opened)
    await db.run(
      sql`update talent.value_reviews set state = 'opened', opened_on = ${on}, cancel_reason = null, strength = ${message?.strength ?? null}, practice = ${message?.practice ?? null} where id = ${review.id}`,
    )
    await notify(db, [
      {
        employeeId: review.employee_id,
        text: `Pesan pengembangan dari penilaian nilai BerAKHLAK ${review.year} dapat Anda baca.`,
        textEn: `You can read the message from the rating of your values of ${review.year}.`,
        href: '/jalur/nilai',
      },
    ])
    note({ detail: { version, raters: answered.length } })
    announce({ type: 'ValuesOpened', payload: { reviewId: review.id, employeeId: review.employee_id, version } })
    return { opened: true }
  },
})
