import { formatDay } from '#core/text/format.ts'
import { addDays, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

/** One thing that waits for a supervisor: what, why, how many minutes, until when, and where it is done. */
export type DeliveryQueueItem = {
  key: string
  title: string
  why: string
  minutes: number
  due: Day | null
  href: string
  verb: string
}

const first = (name: string) => name.split(',')[0]

/** Follow-ups due within two weeks, meetings and assignments to confirm, of the team the reader may see. */
export const listQueue = async (db: Db): Promise<DeliveryQueueItem[]> => {
  const self = db.actor.employeeId
  const followUps = await db.rows<{
    id: string
    name: string
    day_number: number
    statement: string
    due_on: Day | null
  }>(
    sql`select f.id, p.name, f.day_number, f.statement, f.due_on from delivery.v_follow_ups f join workforce.v_people p on p.agency_id = f.agency_id and p.id = f.employee_id
      where f.rater = 'supervisor' and f.answered_on is null and f.employee_id is distinct from ${self}::uuid and (f.due_on is null or f.due_on <= ${addDays(db.on, 14)}) and p.state = 'active'
      order by f.due_on nulls last, f.id limit 40`,
  )
  const meetings = await db.rows<{ id: string; name: string; kind: string; held_on: Day }>(
    sql`select m.id, p.name, m.kind, m.held_on from delivery.meetings m join workforce.v_people p on p.agency_id = m.agency_id and p.id = m.employee_id
      where not m.is_confirmed and m.employee_id is distinct from ${self}::uuid and m.held_on <= ${db.on} order by m.held_on, m.id limit 20`,
  )
  const assignments = await db.rows<{ id: string; name: string; title: string; finished_on: Day }>(
    sql`select a.id, p.name, a.title, a.finished_on from delivery.assignments a join workforce.v_people p on p.agency_id = a.agency_id and p.id = a.employee_id
      where a.finished_on is not null and a.confirmed_on is null and a.employee_id is distinct from ${self}::uuid order by a.finished_on, a.id limit 20`,
  )
  return [
    ...followUps.map(f => ({
      key: `follow-up ${f.id}`,
      title: `Cek penerapan ${f.day_number} hari, ${first(f.name)}`,
      why: f.statement,
      minutes: 2,
      due: f.due_on,
      href: `/pendampingan/tindak-lanjut/${f.id}`,
      verb: 'Jawab',
    })),
    ...meetings.map(m => ({
      key: `meeting ${m.id}`,
      title: `Konfirmasi ${m.kind}, ${first(m.name)}`,
      why: `Bertemu ${formatDay(m.held_on)}.`,
      minutes: 1,
      due: addDays(m.held_on, 14),
      href: `/pendampingan/pertemuan/${m.id}`,
      verb: 'Konfirmasi',
    })),
    ...assignments.map(a => ({
      key: `assignment ${a.id}`,
      title: `Konfirmasi hasil tugas, ${first(a.name)}`,
      why: `${a.title}, selesai ${formatDay(a.finished_on)}.`,
      minutes: 2,
      due: addDays(a.finished_on, 14),
      href: `/pendampingan/penugasan/${a.id}`,
      verb: 'Konfirmasi',
    })),
  ]
}
