import { addDays, type Day } from '#core/values/day.ts'
import { listLevelsToRate, listOwnInvitations } from '#domain/competency/competency.queue.ts'
import {
  listTeamWaiting as listDeliveryWaiting,
  listOwnFollowUps,
  listOwnMeetings,
} from '#domain/delivery/delivery.queue.ts'
import {
  listOwnPlanChanges,
  listOwnPlans,
  listTeamWaiting as listPlanningWaiting,
} from '#domain/planning/planning.queue.ts'
import {
  listEffectsToReview,
  listFeedbackWaiting,
  listInterviewsToRate,
  listOwnInterviewsAhead,
  listReferencesToWrite,
  listValuesToRate,
} from '#domain/talent/talent.queue.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { listPostponed } from '#platform/waiting/postponed.store.ts'
import type { ModuleName } from '#platform/web/screen.ts'
import { keyOf, type WaitingItem } from './waiting-item.ts'

/** What is asked of any employee besides the own role: to interview somebody, to rate values, to write a second reference. */
export const listAskedItems = async (db: Db, modules: ReadonlySet<ModuleName>): Promise<WaitingItem[]> =>
  db.actor.employeeId && modules.has('talent')
    ? [
        ...(await listInterviewsToRate(db)),
        ...(await listValuesToRate(db)),
        ...(await listFeedbackWaiting(db)),
        ...(await listReferencesToWrite(db)),
        ...(await listEffectsToReview(db)),
      ]
    : []

/** What waits for a supervisor, from every room that asks something of her, without what she put off. */
export const listTeamItems = async (
  db: Db,
  modules: ReadonlySet<ModuleName>,
): Promise<{ items: WaitingItem[]; postponed: number }> => {
  const all: WaitingItem[] = [...(await listLevelsToRate(db))]
  if (modules.has('delivery')) all.push(...(await listDeliveryWaiting(db)))
  if (modules.has('planning')) all.push(...(await listPlanningWaiting(db, { mayNominate: modules.has('talent') })))
  if (modules.has('delivery')) all.push(...(await listOwnFollowUps(db)).filter(item => item.rater === 'peer'))
  all.push(...(await listAskedItems(db, modules)))
  const putOff = await listPostponed(db, db.actor.employeeId)
  const items = all.filter(item => !putOff.has(keyOf(item)))
  return { items, postponed: all.length - items.length }
}

/** How many days before it ends an assessment is worth a word. */
const assessmentAhead = 180

/** What waits for an employee herself. */
export const listOwnItems = async (
  db: Db,
  employeeId: string,
  modules: ReadonlySet<ModuleName>,
): Promise<WaitingItem[]> => {
  const items: WaitingItem[] = []
  if (modules.has('delivery')) items.push(...(await listOwnFollowUps(db)), ...(await listOwnMeetings(db)))
  if (modules.has('planning')) items.push(...(await listOwnPlans(db)), ...(await listOwnPlanChanges(db)))
  items.push(...(await listAskedItems(db, modules)))
  if (modules.has('talent')) items.push(...(await listOwnInterviewsAhead(db)))
  const invitations = await listOwnInvitations(db, employeeId)
  items.push(...invitations.items)
  const held = await db.find<{ valid_until: Day }>(
    sql`select max(valid_until) as valid_until from competency.v_assessments where employee_id = ${employeeId} having max(valid_until) is not null`,
  )
  // Whoever is invited already has the date.
  if (held && !invitations.isInvited && held.valid_until <= addDays(db.on, assessmentAhead))
    items.push({
      kind: 'assessment',
      id: employeeId,
      employeeId: null,
      name: null,
      validUntil: held.valid_until,
      isOver: held.valid_until < db.on,
      due: held.valid_until,
    })
  return items
}
