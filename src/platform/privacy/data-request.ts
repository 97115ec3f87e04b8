import { z } from 'zod'
import { addDays } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { notFound, Refusal } from '#platform/refusal.ts'
import { field, useCase } from '#platform/use-case.ts'

/** Days within which a request of a data subject is answered: three times twenty-four hours. */
const answerDays = 3

/** A person asks that the own data be mended, explained or erased. */
export const askAboutData = useCase({
  name: 'ask-about-data',
  room: 'platform',
  permission: { asn: 'own' },
  writes: ['platform.data_requests'],
  input: z.object({
    kind: z.enum(['correction', 'explanation', 'erasure', 'withdrawal'], { error: 'Pilih jenis permintaan.' }),
    statement: field.text('Uraian', 2000),
    subjectKind: z.string().max(80).nullable().default(null),
    subjectId: z.string().max(80).nullable().default(null),
  }),
  async run({ input, db, actor, on, newId, announce, note }) {
    if (!actor.employeeId)
      throw new Refusal(
        'data-request.no-employee',
        'Permintaan ini hanya untuk pegawai yang datanya tersimpan di sini.',
      )
    const id = newId()
    await db.insert('platform.data_requests', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: actor.employeeId,
        kind: input.kind,
        statement: input.statement,
        subject_kind: input.subjectKind,
        subject_id: input.subjectId,
        state: 'submitted',
        submitted_on: on,
        due_on: addDays(on, answerDays),
      },
    ])
    announce({ type: 'DataRequestSubmitted', payload: { requestId: id } })
    note({
      subjectKind: 'platform.data-request',
      subjectId: id,
      employeeId: actor.employeeId,
      detail: { kind: input.kind },
    })
    return { requestId: id }
  },
})

/** The officer answers, with the reason in words the person reads. */
export const answerDataRequest = useCase({
  name: 'answer-data-request',
  room: 'platform',
  permission: { dpo: 'agency', hr_officer: 'agency' },
  reads: ['platform.data_requests'],
  writes: ['platform.data_requests', 'platform.notices'],
  input: z.object({
    requestId: field.id('Permintaan'),
    decision: z.enum(['granted', 'rejected'], { error: 'Keputusan wajib dipilih.' }),
    answer: field.reason(),
  }),
  async run({ input, db, actor, on, note }) {
    const request = await db.find<{ employee_id: string; state: string }>(
      sql`select employee_id, state from platform.data_requests where id = ${input.requestId}`,
    )
    if (!request) throw notFound('Permintaan')
    if (request.state !== 'submitted') throw new Refusal('data-request.answered', 'Permintaan ini sudah dijawab.')
    if (request.employee_id === actor.employeeId)
      throw new Refusal('data-request.own', 'Permintaan Anda sendiri dijawab oleh petugas lain.')
    await db.run(
      sql`update platform.data_requests set state = ${input.decision}, answer = ${input.answer}, answered_by_name = ${actor.name}, answered_on = ${on}
        where id = ${input.requestId}`,
    )
    await notify(db, [
      {
        employeeId: request.employee_id,
        text:
          input.decision === 'granted'
            ? 'Permintaan Anda tentang data pribadi dikabulkan.'
            : 'Permintaan Anda tentang data pribadi dijawab.',
        textEn:
          input.decision === 'granted'
            ? 'Your request about personal data was granted.'
            : 'Your request about personal data was answered.',
        href: '/hak-saya',
      },
    ])
    note({
      subjectKind: 'platform.data-request',
      subjectId: input.requestId,
      employeeId: request.employee_id,
      reason: input.answer,
      detail: { decision: input.decision },
    })
  },
})
