import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { addDays } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { openForEntry, supervises } from './entry.ts'
import { collectionRules } from './need-collection.rules.ts'

/** A supervisor lets somebody of the team write the rows for a time; she still confirms each. */
export const delegateEntry = useCase({
  name: 'delegate-entry',
  room: 'planning',
  permission: { supervisor: 'team' },
  writes: ['planning.need_delegations', 'platform.notices'],
  reads: ['planning.need_collections'],
  input: z.object({
    collectionId: field.id('Pengumpulan'),
    delegateId: field.id('Pengisi'),
    validFrom: field.day('Hari mulai').nullish(),
    validUntil: field.day('Hari berakhir').nullish(),
    lateReason: z.string().max(2000).nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const { collection } = await openForEntry(db, input.collectionId, input.lateReason, on)
    if (!(await supervises(db, input.delegateId))) throw errors.collection.delegateNotInTeam()
    const from = input.validFrom ?? on
    const until = input.validUntil ?? addDays(from, collectionRules.on(on).body.delegationDays)
    if (until < from) throw errors.collection.delegationDays()
    const open = await db.find(
      sql`select 1 from planning.need_delegations where collection_id = ${collection.id} and supervisor_id = ${actor.employeeId} and withdrawn_on is null and valid_until >= ${on}`,
    )
    if (open) throw errors.collection.delegated()
    const delegate = await db.one<{ name: string }>(
      sql`select name from workforce.v_people where id = ${input.delegateId}`,
    )
    const id = newId()
    await db.insert('planning.need_delegations', [
      {
        agency_id: actor.agencyId,
        id,
        collection_id: collection.id,
        supervisor_id: actor.employeeId,
        supervisor_name: actor.name,
        delegate_id: input.delegateId,
        delegate_name: delegate.name,
        valid_from: from,
        valid_until: until,
      },
    ])
    await notify(db, [
      {
        employeeId: input.delegateId,
        text: `${actor.name} menitipkan pengisian ${collection.name} kepada Anda sampai ${formatDay(until)}.`,
        textEn: `${actor.name} asks you to fill in ${collection.name} until ${formatDay(until, 'long', 'en')}.`,
        href: `/diklat/kebutuhan/${collection.id}/tim`,
      },
    ])
    note({
      subjectKind: 'planning.need-delegation',
      subjectId: id,
      employeeId: input.delegateId,
      detail: { from, until },
    })
    return { id }
  },
})

/** Takes the entrusting back before its day. What was written stays and still waits for the supervisor. */
export const withdrawDelegation = useCase({
  name: 'withdraw-delegation',
  room: 'planning',
  permission: { supervisor: 'team', hr_officer: 'agency' },
  writes: ['planning.need_delegations'],
  input: z.object({ delegationId: field.id('Titipan') }),
  async run({ input, db, actor, on, note }) {
    const found = await db.find<{ delegate_id: string; supervisor_id: string; withdrawn_on: string | null }>(
      sql`select delegate_id, supervisor_id, withdrawn_on from planning.need_delegations where id = ${input.delegationId} for update`,
    )
    if (!found || (actor.role !== 'hr_officer' && found.supervisor_id !== actor.employeeId))
      throw errors.collection.needNotFound()
    if (found.withdrawn_on === null)
      await db.run(sql`update planning.need_delegations set withdrawn_on = ${on} where id = ${input.delegationId}`)
    note({ subjectKind: 'planning.need-delegation', subjectId: input.delegationId, employeeId: found.delegate_id })
    return { withdrawn: true }
  },
})
