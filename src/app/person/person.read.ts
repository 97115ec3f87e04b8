import type { Figure } from '#core/figure/figure.ts'
import { yearOf } from '#core/values/day.ts'
import { gapsOf } from '#domain/competency/gap/profile.store.ts'
import { listPlansOf } from '#domain/planning/plan/plan.store.ts'
import { findDevelopmentMessage, findPersonScore } from '#domain/talent/score/person-score.store.ts'
import { findPerson } from '#domain/workforce/employee/employee.store.ts'
import { jpLedgers } from '#domain/workforce/workforce.figures.ts'
import { rolesOf } from '#platform/access/actor.ts'
import { sql } from '#platform/database/database.ts'
import { notFound } from '#platform/refusal.ts'
import type { Page } from '#platform/web/page.ts'
import { findNewestCycle } from '../home/home.figures.ts'

type Line = { id: string; title: string; note: string; on: string | null }

/** Roles that may read judgements of a person; the others are told who may. */
const mayJudge = ['hr_officer', 'committee', 'auditor']

/** One person across rooms, each part only as far as the reader's rights reach; opening it is a look. */
export const readPerson = async ({ db, on, actor, visit, look }: Page, id: string) => {
  const person = await findPerson(db, id)
  if (!person) throw notFound('Pegawai ini')
  look({ action: 'open-person', employeeId: id, subjectKind: 'workforce.employee', subjectId: id })
  const { modules } = visit
  const year = yearOf(on)
  const isJudge = rolesOf(actor).some(role => mayJudge.includes(role))
  const isTeam = isJudge || actor.role === 'supervisor'
  const cycle = isJudge && modules.has('talent') ? await findNewestCycle(db) : null
  const score = cycle ? await findPersonScore(db, cycle.id, id) : null
  const careers = await db.rows<Line>(
    sql`select id, position_name as title, concat_ws(', ', unit_name, assignment) as note, starts_on as on from workforce.v_careers where employee_id = ${id} order by starts_on desc limit 8`,
  )
  const appraisals = await db.rows<Line>(
    sql`select id, rating as title, year::text as note, null as on from workforce.v_appraisals where employee_id = ${id} order by year desc limit 4`,
  )
  const trainings = await db.rows<Line>(
    sql`select id, name as title, concat_ws(', ', provider, replace(trim_scale(jp)::text, '.', ',') || ' JP') as note, ends_on as on from workforce.v_trainings where employee_id = ${id} order by ends_on desc nulls last limit 8`,
  )
  const post = person.position_name ? { id: person.position_id, name: person.position_name, tier: person.tier } : null
  const gaps = post && isJudge ? ((await gapsOf(db, [{ id, post }])).get(id)?.profile ?? null) : null
  return {
    id,
    name: person.name,
    nip: person.nip,
    position: person.position_name,
    unit: person.unit_name,
    tier: person.tier,
    rank: person.rank,
    employment: person.employment,
    supervisor: person.supervisor_name,
    since: person.position_since,
    education: [person.education_level, person.education_field].filter(Boolean).join(' '),
    state: person.state,
    year,
    isJudge,
    isTeam,
    jp: isTeam ? ((await jpLedgers(db, [person], year)).get(id)?.counted ?? null) : null,
    cycle: cycle ? { id: cycle.id, name: cycle.name } : null,
    figures: score ? ([score.x, score.y, score.talent, score.boxFigure] as Figure[]) : [],
    gapTotal: gaps?.total ?? null,
    missing: gaps?.gaps.filter(gap => gap.state === 'gap').map(gap => ({ name: gap.name, figure: gap.gap })) ?? [],
    message: modules.has('talent') && isTeam ? await findDevelopmentMessage(db, id) : null,
    plans:
      modules.has('planning') && isTeam
        ? (await listPlansOf(db, id))
            .slice(0, 5)
            .map(p => ({ id: p.id, year: p.year, version: p.version, state: p.state, reason: p.reason }))
        : [],
    careers,
    appraisals,
    trainings,
    mayNominate: modules.has('talent') && ['supervisor', 'hr_officer'].includes(actor.role),
  }
}

export type PersonData = Awaited<ReturnType<typeof readPerson>>
