import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { FactsInput } from './facts.ts'
import { factName } from './records-to-facts.ts'

/** The facts' plain records from what the agency holds now. */
export const readFactsInput = async (db: Db): Promise<FactsInput> => {
  const people = await db.rows<FactsInput['people'][number]>(
    sql`select nip, name, employment, birth_on as "birthOn", position_name as title, tier, education_level as education, rank
      from workforce.v_people where state = 'active' order by nip`,
  )
  const named = people.map(p => ({ ...p, name: factName(p.name) }))
  const names = new Map(named.map(p => [p.nip, p.name]))
  const appraisals = await db.rows<FactsInput['appraisals'][number]>(
    sql`select p.nip, a.year, a.rating from workforce.v_appraisals a join workforce.v_people p on p.agency_id = a.agency_id and p.id = a.employee_id order by p.nip, a.year`,
  )
  const assessments = await db.rows<FactsInput['assessments'][number]>(
    sql`select p.nip, a.assessed_on as "assessedOn", jsonb_object_agg(l.code, jsonb_build_object('standard', l.standard_level, 'reached', l.level)) as levels
      from competency.v_assessments a join workforce.v_people p on p.agency_id = a.agency_id and p.id = a.employee_id
      join competency.v_assessment_levels l on l.agency_id = a.agency_id and l.assessment_id = a.id group by p.nip, a.id, a.assessed_on order by p.nip, a.assessed_on`,
  )
  const standards = await db.rows<FactsInput['standards'][number]>(
    sql`select position_name as title, jsonb_object_agg(code, level) as levels from competency.v_standards where code not like 'T.%' and valid_from <= ${db.on}::date and (valid_until is null or valid_until >= ${db.on}::date) group by standard_id, position_name order by position_name`,
  )
  const trainings = await db.rows<FactsInput['trainings'][number]>(
    sql`select t.id, p.nip, t.name, t.form, t.certificate, t.starts_on as "startsOn", t.ends_on as "endsOn", t.jp, t.verification
      from workforce.v_trainings t join workforce.v_people p on p.agency_id = t.agency_id and p.id = t.employee_id order by p.nip, t.ends_on, t.id`,
  )
  // Refused training rows stand in the kept judgement of the newest applied import of each file.
  const refused = await db.rows<{ nip: string }>(
    sql`select r.value ->> 'nip' as nip from (
        select distinct on (f.name) f.name, f.judgement from exchange.import_files f join exchange.imports i on i.agency_id = f.agency_id and i.id = f.import_id
        where i.state = 'applied' and f.kind = 'training' order by f.name, i.applied_at desc) latest,
      jsonb_array_elements(latest.judgement -> 'rejected') r where r.value ->> 'nip' is not null`,
  )
  const talents = await db.rows<{ nip: string; parts: Record<string, number | null> }>(
    sql`select distinct on (p.nip) p.nip, s.parts from talent.v_sheet_scores s join workforce.v_people p on p.agency_id = s.agency_id and p.id = s.employee_id order by p.nip, s.sheet_on desc`,
  )
  const careers = await db.rows<NonNullable<FactsInput['careers']>[number]>(
    sql`select c.id, p.nip, c.position_name as position, c.tier, c.family, c.assignment, c.starts_on as "from", c.ends_on as until
      from workforce.v_careers c join workforce.v_people p on p.agency_id = c.agency_id and p.id = c.employee_id order by p.nip, c.starts_on`,
  )
  const sanctions = await db.rows<{ nip: string; level: string; from: Day; until: Day | null; id: string }>(
    sql`select p.nip, s.level, s.starts_on as "from", s.ends_on as until, s.id from workforce.v_sanctions s join workforce.v_people p on p.agency_id = s.agency_id and p.id = s.employee_id order by p.nip, s.starts_on`,
  )
  const looked = await db.find(sql`select 1 from workforce.v_record_checks where subject = 'discipline' limit 1`)
  return {
    people: named,
    appraisals,
    assessments,
    standards,
    trainings,
    refusedTrainings: refused.map(r => r.nip),
    talents: talents.map(t => ({ ...t, name: names.get(t.nip) ?? t.nip })),
    careers: careers.length === 0 ? null : careers,
    sanctions: sanctions.length === 0 && !looked ? null : sanctions,
  }
}
