import type { Figure } from '#core/figure/figure.ts'
import { record, sum } from '#core/figure/mechanisms.ts'
import { type Day, yearOf } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'

export type Facilitator = {
  id: string
  name: string
  employee_id: string | null
  nip: string | null
  unit_short_name: string | null
  max_days: number
  modules: { id: string; name: string }[]
  absences: { id: string; starts_on: Day; ends_on: Day; reason: string | null }[]
}

/** Everybody who teaches, with what and when not. */
export const listFacilitators = (db: Db, id: string | null = null): Promise<Facilitator[]> =>
  db.rows<Facilitator>(sql`select f.id, f.name, f.employee_id, e.nip, e.unit_short_name, f.max_days,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.name) from planning.facilitator_modules x join planning.modules m on m.agency_id = x.agency_id and m.id = x.module_id
        where x.agency_id = f.agency_id and x.facilitator_id = f.id and m.valid_until is null), '[]') as modules,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'starts_on', a.starts_on, 'ends_on', a.ends_on, 'reason', a.reason) order by a.starts_on) from planning.facilitator_absences a where a.agency_id = f.agency_id and a.facilitator_id = f.id), '[]') as absences
    from planning.facilitators f left join workforce.v_people e on e.agency_id = f.agency_id and e.id = f.employee_id
    where ${id}::uuid is null or f.id = ${id} order by f.name, f.id`)

type Teaching = {
  facilitator: string
  session_id: string
  code: string
  name: string
  days: number
  starts_on: Day
  ends_on: Day
}

/** The reader's own entry in the register; null for whoever does not teach. */
export const findOwnFacilitator = async (db: Db): Promise<Facilitator | null> => {
  const own = db.actor.employeeId
    ? await db.find<{ id: string }>(
        sql`select id from planning.facilitators where employee_id = ${db.actor.employeeId}`,
      )
    : null
  return own ? ((await listFacilitators(db, own.id))[0] ?? null) : null
}

/** Classes of a year that each facilitator teaches: booked, or given by an adopted scenario; not what she declined. */
export const listTeaching = (db: Db, year: number): Promise<Teaching[]> =>
  db.rows<Teaching>(sql`select t.facilitator, s.id as session_id, s.code, m.name, coalesce(m.days, s.ends_on - s.starts_on + 1) as days, s.starts_on, s.ends_on
    from (select distinct o->>'session' as session, f.facilitator from planning.scenarios c, jsonb_array_elements(c.solution->'openSessions') o, jsonb_array_elements_text(o->'trainers') as f(facilitator)
      where c.state = 'adopted' and c.year = ${year}
      except select b.session_id::text, b.facilitator_id::text from planning.facilitator_bookings b where b.withdrawn_on is not null or b.answer = 'declined'
      union select b.session_id::text, b.facilitator_id::text from planning.facilitator_bookings b where b.withdrawn_on is null and b.answer is distinct from 'declined') t
    join planning.sessions s on s.id::text = t.session and s.state <> 'cancelled'
    join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id order by s.starts_on, s.id`)

/** Teaching days of a year, booked and by adopted scenarios; opens to the classes. */
export const loadFigure = (
  facilitatorId: string,
  year: number,
  teaching: readonly Teaching[],
  asOf: Day,
): Figure<number> =>
  sum({
    ref: `planning.facilitator-load:${facilitatorId}:${year}`,
    label: `Hari mengajar ${year}`,
    unit: 'days',
    asOf,
    parts: teaching
      .filter(t => t.facilitator === facilitatorId && yearOf(t.starts_on) === year)
      .map(t =>
        record<number>({
          label: t.name,
          unit: 'days',
          asOf,
          value: t.days,
          sources: [{ kind: 'planning.session', id: t.session_id, label: `Kelas ${t.code}`, on: t.starts_on }],
        }),
      ),
  })
