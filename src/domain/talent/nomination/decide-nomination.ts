import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { unitCommitteeOf } from '../committee/committee-scope.store.ts'
import { errors } from '../errors.ts'
import { findNomination, listReferences, nominationRulesOn, waitOf } from './nomination.store.ts'

/** A separate decision per purpose, by somebody who neither nominated, wrote a reference, nor is nominated. */
export const decideNomination = useCase({
  name: 'decide-nomination',
  room: 'talent',
  permission: { hr_officer: 'agency', committee: 'agency' },
  reads: [
    'talent.nomination_references',
    'talent.committees',
    'talent.committee_members',
    'workforce.employees',
    'workforce.units',
    'workforce.positions',
  ],
  writes: ['talent.nominations', 'platform.notices'],
  input: z.object({
    nominationId: field.id('Usulan'),
    decision: z.enum(['accepted', 'declined'], { error: 'Pilih diterima atau tidak.' }),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note }) {
    await db.find(sql`select 1 from talent.nominations where id = ${input.nominationId} for update`)
    const found = await findNomination(db, input.nominationId)
    if (found?.state !== 'submitted') throw errors.nomination.notOpen()
    const me = actor.employeeId
    if (me && (found.employee_id === me || found.nominated_by === me)) throw errors.nomination.ownNomination()
    // A committee decides its own cases: those of a unit with a committee of its own belong there.
    const own = actor.role === 'committee' ? await unitCommitteeOf(db, found.employee_id) : null
    if (
      own &&
      !(await db.find(
        sql`select 1 from talent.committee_members where committee_id = ${own.id} and employee_id = ${me}`,
      ))
    )
      throw errors.nomination.otherCommittee(own.name)
    const waiting = await waitOf(db, found)
    if (waiting) throw errors.nomination.waitsForReference(waiting)
    const reference = (await listReferences(db, found.id)).find(r => r.state === 'given') ?? null
    if (reference && me && reference.employee_id === me) throw errors.nomination.ownReference()
    // Decided again after an objection: by somebody else than the first time.
    const decidedBefore = await db.find(
      sql`select 1 from talent.nominations n, jsonb_array_elements(n.earlier) e where n.id = ${found.id} and e->>'byId' in (${me}, ${actor.accountId})`,
    )
    if (decidedBefore) throw errors.nomination.decidedBefore()
    const { body } = await nominationRulesOn(db, found.nominated_on)
    const shown = reference && body.showReferenceAfterDecision ? JSON.stringify(reference.reasons) : null
    await db.run(
      sql`update talent.nominations set state = ${input.decision}, decision_reason = ${input.reason}, decided_by = ${me ?? actor.accountId}, decided_by_name = ${actor.name}, decided_on = ${on}, reference_reasons = ${shown}::jsonb where id = ${found.id}`,
    )
    await notify(db, [
      {
        employeeId: found.employee_id,
        text:
          input.decision === 'accepted'
            ? 'Usulan atas nama Anda diterima. Baca alasannya.'
            : `Usulan atas nama Anda belum diterima. Alasannya: ${input.reason}`,
        textEn:
          input.decision === 'accepted'
            ? 'The nomination in your name was accepted. Read the reason.'
            : `The nomination in your name was not accepted. The reason: ${input.reason}`,
        href: '/jalur/usulan',
      },
    ])
    note({
      subjectKind: 'talent.nomination',
      subjectId: found.id,
      employeeId: found.employee_id,
      reason: input.reason,
      detail: { decision: input.decision },
    })
  },
})
