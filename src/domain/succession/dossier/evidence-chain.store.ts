import type { Source } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { type DossierKnot, type DossierProgramme, verdictLines } from './dossier-content.model.ts'

const sourceWords: Record<string, string> = {
  test: 'Uji',
  certificate: 'Sertifikat',
  supervisor: 'Penilaian atasan',
  peer: 'Penilaian rekan',
  self: 'Penilaian sendiri',
  learning: 'Hasil belajar',
  application: 'Penerapan',
}
const enrolmentWords: Record<string, string> = {
  enrolled: 'terdaftar',
  attending: 'mengikuti',
  passed: 'lulus',
  failed: 'belum lulus',
  withdrawn: 'mengundurkan diri',
}

/** From plan to class to use at work to evidence, by required competency: each step with the record behind it. */
export const chainsOf = async (
  db: Db,
  employeeId: string,
  competencies: readonly { code: string; name: string }[],
): Promise<{ competency: string; knots: DossierKnot[] }[]> => {
  const codes = competencies.map(c => c.code)
  type Item = {
    id: string
    code: string
    title: string
    ends_on: Day | null
    from_level: number | null
    to_level: number | null
    module_id: string | null
  }
  const items = await db.rows<Item>(
    sql`select i.id, c.code, i.title, i.ends_on, i.from_level, i.to_level, i.module_id from planning.v_plan_items i
      join planning.v_plans p on p.agency_id = i.agency_id and p.id = i.plan_id
      join competency.v_competencies c on c.agency_id = i.agency_id and c.id = i.competency_id
      where i.employee_id = ${employeeId} and c.code = any (${codes}) and p.state in ('agreed', 'running', 'done') and i.state <> 'cancelled' order by i.ends_on nulls last, i.id`,
  )
  const enrolments = await db.rows<{
    id: string
    plan_item_id: string | null
    module_id: string
    class_name: string
    state: string
    day: Day | null
    codes: string[] | null
  }>(
    sql`select e.id, e.plan_item_id, e.module_id, e.class_name, e.state, coalesce(e.completed_on, e.ends_on) as day,
        (select array_agg(m.code) from planning.v_module_effects m where m.agency_id = e.agency_id and m.module_id = e.module_id) as codes
      from delivery.v_enrolments e where e.employee_id = ${employeeId} and e.state <> 'withdrawn' order by e.ends_on, e.id`,
  )
  const followUps = await db.rows<{
    id: string
    code: string
    day_number: number
    rater: string
    value: number | null
    verdict: string | null
    answered_on: Day | null
    statement: string
  }>(
    sql`select f.id, c.code, f.day_number, f.rater, f.value, f.verdict, f.answered_on, f.statement from delivery.v_follow_ups f
      join competency.v_competencies c on c.agency_id = f.agency_id and c.id = f.competency_id
      where f.employee_id = ${employeeId} and c.code = any (${codes}) and f.answered_on is not null and f.day_number > 0 order by f.day_number, f.rater`,
  )
  const evidence = await db.rows<{
    id: string
    code: string
    source: string
    level: number
    observed_on: Day
    note: string | null
  }>(
    sql`select id, code, source, level, observed_on, note from competency.v_evidence where employee_id = ${employeeId} and code = any (${codes}) order by observed_on, id`,
  )
  const rater = { supervisor: 'atasan', peer: 'rekan', self: 'yang bersangkutan' } as Record<string, string>
  const verdict = { ya: 'diterapkan', belum: 'belum diterapkan', tidakAdaKesempatan: 'tidak ada kesempatan' } as Record<
    string,
    string
  >
  const knot = (label: string, on: Day | null, kind: string, id: string): DossierKnot => ({
    label,
    on,
    record: { kind, id, label, on } satisfies Source,
  })
  return competencies.flatMap(({ code, name }) => {
    const own = items.filter(i => i.code === code)
    const classes = enrolments.filter(
      e =>
        own.some(i => i.id === e.plan_item_id || (i.module_id && i.module_id === e.module_id)) ||
        e.codes?.includes(code),
    )
    const lastDay = Math.max(0, ...followUps.filter(f => f.code === code).map(f => f.day_number))
    const knots = [
      ...own.map(i =>
        knot(
          `Rencana: ${i.title}${i.from_level !== null && i.to_level !== null ? `, level ${i.from_level} ke ${i.to_level}` : ''}`,
          i.ends_on,
          'planning.plan-item',
          i.id,
        ),
      ),
      ...classes.map(e =>
        knot(`Kelas: ${e.class_name}, ${enrolmentWords[e.state] ?? e.state}`, e.day, 'delivery.enrolment', e.id),
      ),
      // The last check asked says how it went in the end; earlier ones stand in the record.
      ...followUps
        .filter(f => f.code === code && f.day_number === lastDay)
        .map(f =>
          knot(
            `Cek ${f.day_number} hari, ${rater[f.rater] ?? f.rater}: ${f.verdict ? (verdict[f.verdict] ?? f.verdict) : f.value !== null ? `nilai ${f.value} dari 4` : 'tanpa nilai'}`,
            f.answered_on,
            'delivery.follow-up',
            f.id,
          ),
        ),
      ...evidence
        .filter((e, i) => e.code === code && !evidence.slice(i + 1).some(l => l.code === code && l.source === e.source))
        .map(e =>
          knot(
            `Bukti: ${sourceWords[e.source] ?? e.source}, level ${e.level}`,
            e.observed_on,
            'competency.evidence',
            e.id,
          ),
        ),
    ]
    return knots.length > 0 ? [{ competency: name, knots }] : []
  })
}

/** Programmes the person took part in, each with the verdicts of its newest evaluation and what they cannot say. */
export const programmesOf = async (db: Db, employeeId: string, asOf: Day): Promise<DossierProgramme[]> => {
  const rows = await db.rows<{
    id: string
    name: string
    evaluation_id: string | null
    on: Day | null
    verdicts: unknown
    limits: string[] | null
  }>(
    sql`select p.id, p.name, v.id as evaluation_id, v.as_of as "on", v.verdicts, v.limits from planning.v_programmes p
      left join lateral (select id, as_of, verdicts, limits from impact.v_evaluations v where v.agency_id = p.agency_id and v.programme_id = p.id and v.as_of <= ${asOf} order by v.as_of desc limit 1) v on true
      where p.id in (
        select programme_id from planning.v_programme_people where employee_id = ${employeeId} and role = 'participant' and is_chosen is not false
        union select programme_id from delivery.v_enrolments where employee_id = ${employeeId} and programme_id is not null)
      order by p.starts_on, p.id`,
  )
  return rows.map(r => ({
    id: r.id,
    name: r.name,
    evaluationId: r.evaluation_id,
    on: r.on,
    verdicts: verdictLines(r.verdicts),
    limits: r.limits ?? [],
  }))
}
