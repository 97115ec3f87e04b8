import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { mustSayWhy } from './entry.ts'
import { findNeedForChange, findNeedsForChange } from './need-collection.store.ts'

/** The officer accepts confirmed needs, returns them to the supervisor with a reason, or takes an own word back. */
export const verifyNeeds = useCase({
  name: 'verify-needs',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.collected_needs', 'platform.notices'],
  input: z.object({
    needIds: z.array(field.id('Kebutuhan')).min(1, { error: 'Pilih sekurang-kurangnya satu baris.' }).max(500),
    decision: z.enum(['accept', 'return', 'reopen'], { error: 'Pilih terima atau kembalikan.' }),
    reason: z.string().max(2000).nullish(),
  }),
  async run({ input, db, actor, on, note }) {
    const returned = new Map<string, { titles: string[]; collectionId: string }>()
    let collectionId: string | null = null
    const needs = new Map((await findNeedsForChange(db, input.needIds)).map(need => [need.id, need]))
    const next = { accept: 'accepted', return: 'returned', reopen: 'confirmed' }[input.decision]
    for (const needId of input.needIds) {
      const need = needs.get(needId)
      if (!need) throw errors.collection.needNotFound()
      if (need.employee_id === actor.employeeId) throw errors.collection.ownNeed()
      collectionId = need.collection_id
      if (input.decision === 'accept' && need.state !== 'confirmed') throw errors.collection.notConfirmed(need.title)
      if (input.decision === 'return' && !['confirmed', 'accepted'].includes(need.state))
        throw errors.collection.notConfirmed(need.title)
      if (input.decision === 'reopen' && !['accepted', 'merged'].includes(need.state))
        throw errors.collection.notConfirmed(need.title)
      if (input.decision === 'return') mustSayWhy(input.reason, need.title)
      if (input.decision === 'return' && need.supervisor_id) {
        const told = returned.get(need.supervisor_id) ?? { titles: [], collectionId: need.collection_id }
        told.titles.push(`${need.title} (${need.person_name})`)
        returned.set(need.supervisor_id, told)
      }
    }
    const isTakenBack = input.decision === 'reopen'
    await db.run(
      sql`update planning.collected_needs set state = ${next}, merged_into = null, verified_by_name = ${isTakenBack ? null : actor.name},
        verified_on = ${isTakenBack ? null : on}, verified_reason = ${input.decision === 'return' ? (input.reason ?? null) : null} where id = any (${input.needIds}::uuid[])`,
    )
    await notify(
      db,
      [...returned].map(([employeeId, { titles, collectionId }]) => ({
        employeeId,
        text: `Dikembalikan untuk diperiksa: ${titles.slice(0, 3).join(', ')}. Alasan: ${input.reason}`,
        textEn: `Returned to be checked: ${titles.slice(0, 3).join(', ')}. Reason: ${input.reason}`,
        href: `/diklat/kebutuhan/${collectionId}/tim`,
      })),
    )
    note({
      subjectKind: 'planning.need-collection',
      subjectId: collectionId ?? undefined,
      reason: input.reason ?? null,
      detail: { decision: input.decision, needs: input.needIds },
    })
    return { decided: input.needIds.length }
  },
})

/** Two rows that ask for the same thing become one; the others stay readable and point to it. */
export const mergeNeeds = useCase({
  name: 'merge-needs',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.collected_needs'],
  input: z.object({
    keepId: field.id('Baris yang dipakai'),
    mergeIds: z.array(field.id('Baris yang digabung')).min(1, { error: 'Pilih baris yang digabung.' }).max(20),
    reason: z.string().max(2000).nullish(),
  }),
  async run({ input, db, actor, on, note }) {
    const keep = await findNeedForChange(db, input.keepId)
    if (!keep) throw errors.collection.needNotFound()
    if (keep.employee_id === actor.employeeId) throw errors.collection.ownNeed()
    const isOpen = (state: string) => state === 'confirmed' || state === 'accepted'
    if (!isOpen(keep.state)) throw errors.collection.notDoubles()
    const reason = input.reason?.trim() || `Sama dengan ${keep.title}`
    for (const id of input.mergeIds) {
      const other = await findNeedForChange(db, id)
      if (
        !other ||
        other.id === keep.id ||
        other.employee_id !== keep.employee_id ||
        other.collection_id !== keep.collection_id ||
        !isOpen(other.state)
      )
        throw errors.collection.notDoubles()
      await db.run(
        sql`update planning.collected_needs set state = 'merged', merged_into = ${keep.id}, verified_by_name = ${actor.name}, verified_on = ${on}, verified_reason = ${reason} where id = ${other.id}`,
      )
    }
    await db.run(
      sql`update planning.collected_needs set state = 'accepted', verified_by_name = ${actor.name}, verified_on = ${on} where id = ${keep.id}`,
    )
    note({
      subjectKind: 'planning.collected-need',
      subjectId: keep.id,
      employeeId: keep.employee_id,
      reason,
      detail: { merged: input.mergeIds },
    })
    return { collectionId: keep.collection_id }
  },
})
