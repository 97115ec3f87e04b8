import { z } from 'zod'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { owedReasons, reasonsOf } from './nomination.model.ts'
import { findOwnReference, nominationRulesOn } from './nomination.store.ts'

const asked = async (db: Db, id: string) => {
  const reference = await findOwnReference(db, id)
  if (!reference) throw errors.nomination.referenceNotFound()
  if (reference.state !== 'asked') throw errors.nomination.referenceClosed()
  return reference
}

/** The second official writes her own reasons, without reading the nominator's. */
export const giveReference = useCase({
  name: 'give-reference',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.nomination_references'],
  input: z.object({
    referenceId: field.id('Permintaan'),
    knownHow: z
      .string({ error: 'Tulis dari mana Anda mengenal pekerjaannya.' })
      .trim()
      .min(10, { error: 'Tulis dari mana dan sejak kapan Anda mengenal pekerjaannya, sekurang-kurangnya 10 huruf.' })
      .max(500),
    reasons: z.array(z.object({ code: z.string().max(20), text: z.string().trim().max(2000) })).max(20),
    verdict: z.enum(['supports', 'with-reservation', 'does-not-support'], { error: 'Pilih pendapat Anda.' }),
  }),
  async run({ input, db, on, note, call }) {
    const reference = await asked(db, input.referenceId)
    const { body } = await nominationRulesOn(db, reference.asked_on)
    const { criteria } = body.purposes[reference.purpose]
    const owed = owedReasons(criteria, input.reasons, body.leastLetters)
    if (owed.length > 0)
      throw errors.nomination.owed(Object.fromEntries(owed.map(o => [`reason:${o.code}`, o.message])))
    await db.run(
      sql`update talent.nomination_references set state = 'given', known_how = ${input.knownHow}, reasons = ${JSON.stringify(reasonsOf(criteria, input.reasons))}::jsonb, verdict = ${input.verdict}, answered_on = ${on} where id = ${reference.id}`,
    )
    note({ subjectKind: 'talent.nomination', subjectId: reference.nomination_id, employeeId: reference.about_id })
    await call(keepReference, { referenceId: reference.id })
  },
})

/** A second official who does not know the work, or has an interest, says so; somebody else is then asked. */
export const declineReference = useCase({
  name: 'decline-reference',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.nomination_references'],
  input: z.object({ referenceId: field.id('Permintaan'), reason: field.reason() }),
  async run({ input, db, on, note, call }) {
    const reference = await asked(db, input.referenceId)
    await db.run(
      sql`update talent.nomination_references set state = 'declined', decline_reason = ${input.reason}, answered_on = ${on} where id = ${reference.id}`,
    )
    note({
      subjectKind: 'talent.nomination',
      subjectId: reference.nomination_id,
      employeeId: reference.about_id,
      reason: input.reason,
    })
    await call(keepReference, { referenceId: reference.id })
  },
})

/** Carries a second official's answer to the nomination and tells whoever nominated. */
export const keepReference = useCase({
  name: 'keep-reference',
  room: 'talent',
  permission: {},
  calledBy: ['give-reference', 'decline-reference'],
  reads: ['talent.nomination_references', 'workforce.employees', 'workforce.units', 'workforce.positions'],
  writes: ['talent.nominations', 'platform.notices'],
  input: z.object({ referenceId: field.id('Permintaan') }),
  async run({ input, db, note }) {
    const r = await db.one<{
      nomination_id: string
      about_id: string
      about_name: string
      state: 'given' | 'declined'
    }>(
      sql`select nomination_id, about_id, about_name, state from talent.nomination_references where id = ${input.referenceId}`,
    )
    const nomination = await db.one<{ nominated_by: string }>(
      sql`update talent.nominations set reference_state = ${r.state} where id = ${r.nomination_id} returning nominated_by`,
    )
    const isEmployee = await db.find(sql`select 1 from workforce.v_people where id = ${nomination.nominated_by}`)
    if (isEmployee)
      await notify(db, [
        {
          employeeId: nomination.nominated_by,
          text:
            r.state === 'given'
              ? `Rekomendasi kedua tentang ${r.about_name} sudah ditulis. Usulan dapat diputus.`
              : `Pemberi rekomendasi kedua tentang ${r.about_name} tidak bersedia. Mintalah pejabat lain.`,
          textEn:
            r.state === 'given'
              ? `The second reference about ${r.about_name} is written. The nomination can be decided.`
              : `The second official declined to write about ${r.about_name}. Please ask another one.`,
          href: '/jalur/usulan',
        },
      ])
    note({
      subjectKind: 'talent.nomination',
      subjectId: r.nomination_id,
      employeeId: r.about_id,
      detail: { state: r.state },
    })
  },
})
