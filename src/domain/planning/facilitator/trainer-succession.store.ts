import type { Figure } from '#core/figure/figure.ts'
import { isKnown } from '#core/figure/figure.ts'
import { count, record, sum } from '#core/figure/mechanisms.ts'
import { addMonths, type Day, dayFrom, yearOf } from '#core/values/day.ts'
import { retirementOf } from '#domain/workforce/retirement/retirement.model.ts'
import { retirementRules } from '#domain/workforce/retirement/retirement.rules.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { listTeaching } from './facilitator.store.ts'

/** How far ahead the loss of trainers is looked at, in months. */
export const monthsAhead = 24

export type Leaving = { id: string; name: string; leavesOn: Day | null; why: 'retires' | 'left' | 'unknown' | null }

/** When each facilitator stops: retirement of the present post, or gone already. From outside: not known. */
export const listLeaving = async (db: Db): Promise<Leaving[]> => {
  const retirement = retirementRules.on(db.on)
  const rows = await db.rows<{
    id: string
    name: string
    employee_id: string | null
    employment: string | null
    birth_on: Day | null
    title: string | null
    tier: string | null
    state: string | null
  }>(sql`select f.id, f.name, f.employee_id, e.employment, e.birth_on, e.position_name as title, e.tier, e.state
      from planning.facilitators f left join workforce.v_people e on e.agency_id = f.agency_id and e.id = f.employee_id order by f.name, f.id`)
  return rows.map(r => {
    if (r.employee_id === null) return { id: r.id, name: r.name, leavesOn: null, why: null }
    if (r.state !== null && r.state !== 'active') return { id: r.id, name: r.name, leavesOn: db.on, why: 'left' }
    const { startsOn } = retirementOf(
      { id: r.employee_id, employment: r.employment ?? '', birthOn: r.birth_on, title: r.title, tier: r.tier },
      { rules: retirement.body, ruleSet: retirement.reference, asOf: db.on },
    )
    return isKnown(startsOn)
      ? { id: r.id, name: r.name, leavesOn: String(startsOn.value) as Day, why: 'retires' }
      : { id: r.id, name: r.name, leavesOn: null, why: 'unknown' }
  })
}

export type TrainerStanding = {
  id: string
  code: string
  name: string
  trainers: string[]
  leaving: { name: string; on: Day }[]
  remaining: string[]
  candidates: { id: string; name: string; ends_on: Day }[]
  sessions: { id: string; code: string; starts_on: Day; needed: number; days: number }[]
}

/** Modules that need own trainers: who teaches, who leaves within two years, who is in training, and which classes stand ahead. */
export const listTrainerStandings = async (db: Db): Promise<TrainerStanding[]> => {
  const until = addMonths(db.on, monthsAhead)
  const leaving = new Map((await listLeaving(db)).map(l => [l.id, l]))
  const modules = await db.rows<{
    id: string
    code: string
    name: string
    trainers: { id: string; name: string }[]
    candidates: TrainerStanding['candidates']
    sessions: TrainerStanding['sessions']
  }>(sql`select m.id, m.code, m.name,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.name) from planning.facilitator_modules x join planning.facilitators f on f.agency_id = x.agency_id and f.id = x.facilitator_id where x.agency_id = m.agency_id and x.module_id = m.id), '[]') as trainers,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', e.name, 'ends_on', t.ends_on) order by t.ends_on, e.name) from planning.trainer_candidates t join workforce.v_people e on e.agency_id = t.agency_id and e.id = t.employee_id
        where t.agency_id = m.agency_id and t.module_id = m.id and t.outcome is null), '[]') as candidates,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'code', s.code, 'starts_on', s.starts_on, 'needed', s.trainers_needed, 'days', coalesce(m.days, s.ends_on - s.starts_on + 1)) order by s.starts_on, s.code) from planning.sessions s
        where s.agency_id = m.agency_id and s.module_id = m.id and s.state in ('planned', 'open') and s.starts_on > ${db.on} and s.starts_on <= ${until}), '[]') as sessions
    from planning.modules m where m.valid_until is null order by m.code`)
  return modules
    .map(m => {
      const going = m.trainers.flatMap(t => {
        const day = leaving.get(t.id)?.leavesOn
        return day != null && day <= until ? [{ name: t.name, on: day }] : []
      })
      return {
        ...m,
        trainers: m.trainers.map(t => t.name),
        leaving: going,
        remaining: m.trainers.filter(t => !going.some(g => g.name === t.name)).map(t => t.name),
      }
    })
    .filter(m => m.trainers.length > 0 || m.sessions.some(s => s.needed > 0) || m.candidates.length > 0)
    .sort(
      (a, b) =>
        a.remaining.length - b.remaining.length ||
        b.sessions.length - a.sessions.length ||
        a.code.localeCompare(b.code),
    )
}

/** Trainer days that the year's classes ask for beside the days that facilitators still have. */
export const trainerDays = async (db: Db, year: number): Promise<{ asked: Figure<number>; free: Figure<number> }> => {
  const asOf = db.on
  const sessions = await db.rows<{ id: string; code: string; days: number }>(
    sql`select s.id, s.code, (s.trainers_needed - least(s.trainers_needed, (select count(*) from planning.facilitator_bookings b where b.agency_id = s.agency_id and b.session_id = s.id and b.withdrawn_on is null and b.answer is distinct from 'declined')))::int * coalesce(m.days, s.ends_on - s.starts_on + 1) as days
      from planning.sessions s join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id
      where s.state in ('planned', 'open') and s.trainers_needed > 0 and s.starts_on between ${dayFrom(year, 1, 1)} and ${dayFrom(year, 12, 31)} order by s.starts_on, s.code`,
  )
  const teaching = await listTeaching(db, year)
  const facilitators = await db.rows<{ id: string; name: string; max_days: number }>(
    sql`select id, name, max_days from planning.facilitators order by name, id`,
  )
  const days = (id: string) =>
    teaching.filter(t => t.facilitator === id && yearOf(t.starts_on) === year).reduce((total, t) => total + t.days, 0)
  return {
    asked: sum({
      ref: `planning.trainer-days:asked:${year}`,
      label: `Hari pengajar yang belum terisi ${year}`,
      unit: 'days',
      asOf,
      parts: sessions.map(s =>
        record<number>({
          label: s.code,
          unit: 'days',
          asOf,
          value: s.days,
          sources: [{ kind: 'planning.session', id: s.id, label: s.code }],
        }),
      ),
    }),
    free: sum({
      ref: `planning.trainer-days:free:${year}`,
      label: `Hari fasilitator yang masih ada ${year}`,
      unit: 'days',
      asOf,
      parts: facilitators.map(f =>
        record<number>({
          label: f.name,
          unit: 'days',
          asOf,
          value: Math.max(0, f.max_days - days(f.id)),
          sources: [{ kind: 'planning.facilitator', id: f.id, label: f.name }],
        }),
      ),
    }),
  }
}

/** Modules left without any trainer within two years although classes stand ahead. */
export const orphanCount = (standings: readonly TrainerStanding[], asOf: Day): Figure<number> =>
  count({
    ref: 'planning.trainer-orphans',
    label: 'Modul yang akan kehilangan seluruh pengajarnya',
    unit: 'count',
    asOf,
    members: standings.filter(s => s.trainers.length > 0 && s.remaining.length === 0).map(s => s.id),
    of: 'modul',
    filter: 'semua pengajarnya pensiun atau berhenti dalam 24 bulan',
  })
