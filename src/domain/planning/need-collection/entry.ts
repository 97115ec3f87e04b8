import type { Day } from '#core/values/day.ts'
import type { Actor } from '#platform/access/actor.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { errors } from '../errors.ts'
import {
  type CollectedNeed,
  findCollection,
  findDelegationTo,
  findNeedForChange,
  type NeedCollection,
} from './need-collection.store.ts'

const longEnough = (reason: string | null | undefined): boolean => (reason ?? '').trim().length >= 10

/** A collection that takes entries; after its end only with a reason, which is kept. */
export const openForEntry = async (
  db: Db,
  collectionId: string,
  lateReason: string | null | undefined,
  on: Day,
): Promise<{ collection: NeedCollection; lateReason: string | null }> => {
  const collection = await findCollection(db, collectionId)
  if (!collection || collection.state === 'filling') throw errors.collection.notFound()
  if (on < collection.opens_on) throw errors.collection.notYet(collection.opens_on)
  const isLate = on > collection.closes_on || collection.state === 'closed'
  if (isLate && !longEnough(lateReason)) throw errors.collection.late(collection.closed_on ?? collection.closes_on)
  return { collection, lateReason: isLate ? (lateReason ?? '').trim() : null }
}

/** Is this person of the actor's team today? */
export const supervises = async (db: Db, employeeId: string): Promise<boolean> =>
  db.actor.employeeId !== null &&
  (await db.find(
    sql`select 1 from workforce.v_people where id = ${employeeId} and supervisor_id = ${db.actor.employeeId}`,
  )) !== null

/** A row that may still be answered or changed, locked. */
export const openNeed = async (db: Db, needId: string): Promise<CollectedNeed> => {
  const need = await findNeedForChange(db, needId)
  if (!need) throw errors.collection.needNotFound()
  mustBeOpen(need)
  return need
}

/** What the officer has verified changes only after it was given back. */
export const mustBeOpen = (need: Pick<CollectedNeed, 'state' | 'title'>): void => {
  if (need.state === 'accepted' || need.state === 'merged') throw errors.collection.settled(need.title)
}

/** The actor's own team today. */
export const teamOf = async (db: Db): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await db.rows<{ id: string }>(sql`select id from workforce.v_people where supervisor_id = ${db.actor.employeeId}`)
    ).map(p => p.id),
  )

/** As whom the actor writes a row: the officer and the supervisor confirm with it, a delegate only writes. */
export const writerOf = async (
  db: Db,
  actor: Actor,
  row: { collectionId: string; employeeId: string },
): Promise<'officer' | 'supervisor' | 'delegate'> => {
  if (actor.role === 'hr_officer') return 'officer'
  if (await supervises(db, row.employeeId)) return 'supervisor'
  const delegation = await findDelegationTo(db, row.collectionId, actor.employeeId)
  if (!delegation) throw errors.collection.notDelegated()
  return 'delegate'
}

/** Refuses a reason that says nothing. */
export const mustSayWhy = (reason: string | null | undefined, title: string): string => {
  if (!longEnough(reason)) throw errors.collection.reasonMissing(title)
  return (reason ?? '').trim()
}
