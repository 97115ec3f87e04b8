import { formatDay } from '#core/text/format.ts'
import { addDays, type Day } from '#core/values/day.ts'
import { listQueue as listDeliveryQueue } from '#domain/delivery/delivery.queue.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { ModuleName } from '#platform/web/screen.ts'
import type { WaitingItem } from './waiting-item.ts'

/** Follow-up looks at one's own behaviour that are not answered yet, up to two weeks ahead. */
const ownFollowUps = (db: Db, employeeId: string) =>
  db.rows<{
    id: string
    employee_id: string
    name: string
    day_number: number
    statement: string
    due_on: Day | null
  }>(sql`
    select f.id, f.employee_id, e.name, f.day_number, f.statement, f.due_on
    from delivery.v_follow_ups f join workforce.v_people e on e.agency_id = f.agency_id and e.id = f.employee_id
    where f.rater = 'self' and f.answered_on is null and (f.due_on is null or f.due_on <= ${addDays(db.on, 14)})
      and f.employee_id = ${employeeId} and e.state = 'active'
    order by f.due_on nulls last, f.id limit 40`)

const plansToSign = (db: Db, employeeId: string | null) =>
  db.rows<{
    id: string
    employee_id: string
    name: string
    version: number
    reason: string
    created_on: Day
    mine: Day | null
    boss: Day | null
  }>(sql`
    select p.id, p.employee_id, e.name, p.version, p.reason, p.created_on, p.agreed_by_employee_on as mine, p.agreed_by_supervisor_on as boss
    from planning.v_plans p join workforce.v_people e on e.agency_id = p.agency_id and e.id = p.employee_id
    where p.state = 'proposed' and (${employeeId}::uuid is null or p.employee_id = ${employeeId}) order by p.created_on, p.id limit 40`)

const first = (name: string) => name.split(',')[0]

/** What needs a supervisor this week, from every room that asks something of her. */
export const listQueue = async (
  db: Db,
  self: string | null,
  modules: ReadonlySet<ModuleName>,
): Promise<WaitingItem[]> => {
  const items: WaitingItem[] = []
  if (modules.has('delivery')) items.push(...(await listDeliveryQueue(db)))
  if (modules.has('planning')) {
    for (const p of await plansToSign(db, null))
      if (p.boss === null && p.employee_id !== self)
        items.push({
          key: `plan ${p.id}`,
          title: `Tanda tangani rencana versi ${p.version}, ${first(p.name)}`,
          why: p.reason,
          minutes: 1,
          due: addDays(p.created_on, 14),
          href: `/diklat/rencana/${p.id}`,
          verb: 'Tinjau rencana',
        })
    const open = await db.rows<{
      id: string
      name: string
      seats: number | null
      starts_on: Day
      nominated: number
    }>(sql`
      select p.id, p.name, p.seats, p.starts_on, (select count(*) from talent.v_nominations n where n.agency_id = p.agency_id and n.programme_id = p.id and n.nominated_by = ${self}) as nominated
      from planning.v_programmes p where p.state = 'nominating' order by p.starts_on, p.id limit 5`)
    for (const p of open)
      if (p.nominated === 0 && modules.has('talent'))
        items.push({
          key: `nominate ${p.id}`,
          title: `Usulkan peserta ${p.name}`,
          why: `${p.seats === null ? 'Tempat terbuka' : `${p.seats} tempat`}, mulai ${formatDay(p.starts_on)}. Usulkan dari tim Anda.`,
          minutes: 1,
          due: p.starts_on,
          href: `/talenta/usulan/baru?program=${p.id}`,
          verb: 'Usulkan',
        })
  }
  return items
}

/** What waits for an employee herself. */
export const listOwnWaiting = async (
  db: Db,
  employeeId: string,
  modules: ReadonlySet<ModuleName>,
): Promise<WaitingItem[]> => {
  const items: WaitingItem[] = []
  if (modules.has('delivery'))
    for (const f of await ownFollowUps(db, employeeId))
      items.push({
        key: `follow-up ${f.id}`,
        title: `Isi bukti penerapan ${f.day_number} hari`,
        why: `${f.statement} Kira-kira 3 menit.`,
        minutes: 3,
        due: f.due_on,
        href: `/pendampingan/tindak-lanjut/${f.id}`,
        verb: 'Isi sekarang',
      })
  if (modules.has('planning'))
    for (const p of await plansToSign(db, employeeId))
      if (p.mine === null)
        items.push({
          key: `plan ${p.id}`,
          title: `Setujui rencana versi ${p.version}`,
          why: p.reason,
          minutes: 2,
          due: addDays(p.created_on, 14),
          href: `/diklat/rencana/${p.id}`,
          verb: 'Tinjau rencana',
        })
  const assessment = await db.find<{ valid_until: Day }>(
    sql`select max(valid_until) as valid_until from competency.v_assessments where employee_id = ${employeeId} having max(valid_until) is not null`,
  )
  if (assessment && assessment.valid_until <= addDays(db.on, 180))
    items.push({
      key: 'assessment',
      title: 'Perbarui penilaian kompetensi',
      why:
        assessment.valid_until < db.on
          ? `Sudah habis ${formatDay(assessment.valid_until)}. Dijadwalkan oleh pengelola kepegawaian.`
          : `Habis ${formatDay(assessment.valid_until)}. Dijadwalkan oleh pengelola kepegawaian.`,
      minutes: 1,
      due: assessment.valid_until,
      href: '/hak-saya',
      verb: 'Minta jadwal',
    })
  return items
}

export type TeamRow = { id: string; name: string; position: string | null; due: Day | null; items: number }

/** The team with the nearest due date of each, without any score. */
export const listTeam = (
  db: Db,
  supervisorId: string,
): Promise<{ id: string; name: string; position: string | null; employment: string }[]> =>
  db.rows(sql`select e.id, e.name, e.position_name as position, e.employment from workforce.v_people e
    where e.supervisor_id = ${supervisorId} and e.state = 'active' order by lower(e.name), e.id limit 60`)
