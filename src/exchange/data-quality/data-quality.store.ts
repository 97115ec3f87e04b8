import type { Figure } from '#core/figure/figure.ts'
import { addDays, addMonths, type Day } from '#core/values/day.ts'
import { retirementOf } from '#domain/workforce/retirement/retirement.model.ts'
import { retirementRules } from '#domain/workforce/retirement/retirement.rules.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { type Defect, dimensionScore, type Examined, ruleScore } from './data-quality.model.ts'
import { type Dimension, dimensions, type QualityRules, qualityRules } from './data-quality.rules.ts'

/** The last month whose figures should have come by now. */
export const lastDueMonth = (on: Day, graceDays: number): Day =>
  addMonths(`${addDays(on, -graceDays).slice(0, 7)}-01` as Day, -1)

/** How many records each rule looks at, by unit. */
const examinedRecords = (db: Db, r: QualityRules): Promise<Examined[]> => {
  const year = Number(db.on.slice(0, 4))
  return db.rows<Examined>(sql`
    with people as (select id, unit_id, tier, position_id, supervisor_id from workforce.v_people where state = 'active'),
    recent as (select t.id, p.unit_id from workforce.v_trainings t join people p on p.id = t.employee_id
      where t.verification <> 'rejected' and t.ends_on >= make_date(${year - r.trainingYears + 1}::int, 1, 1))
    select rule, unit_id, count(*)::int as records from (
      select unnest(array['birth-missing','education-missing','position-missing','appraisal-missing','sex-nip','birth-nip','employment-nip','broken-text','past-retirement','same-person']) as rule, unit_id from people
      union all select unnest(array['position-since-missing','standard-missing']), unit_id from people where position_id is not null
      union all select 'supervisor-missing', unit_id from people where tier is null or tier not like 'JPT%'
      union all select 'supervisor-elsewhere', unit_id from people where supervisor_id is not null
      union all select unnest(array['certificate-missing','jp-missing']), unit_id from recent
      union all select 'training-twice', p.unit_id from workforce.v_trainings t join people p on p.id = t.employee_id where t.verification <> 'rejected'
      union all select 'assessment-expired', p.unit_id from (select distinct employee_id from competency.v_assessments) a join people p on p.id = a.employee_id
      union all select 'indicator-late', unit_id from (select distinct unit_id, indicator_id from workforce.v_indicator_values) v
    ) looked group by rule, unit_id`)
}

/** Every defect with its record, in one question; ages are judged by the retirement rule itself. */
const foundDefects = async (db: Db, r: QualityRules): Promise<Defect[]> => {
  const year = Number(db.on.slice(0, 4))
  const month = lastDueMonth(db.on, r.indicatorGraceDays)
  const defects = await db.rows<Defect>(sql`
    with people as (select * from workforce.v_people where state = 'active'),
    latest as (select distinct on (employee_id) employee_id, id, valid_until from competency.v_assessments order by employee_id, assessed_on desc),
    plain as (select p.*, lower(regexp_replace(split_part(p.name, ',', 1), '[^[:alpha:]]+', ' ', 'g')) as plain_name from people p),
    twins as (select plain_name, birth_on from plain where birth_on is not null group by plain_name, birth_on having count(*) > 1),
    courses as (select t.*, p.unit_id, p.name as person, row_number() over (partition by t.employee_id, lower(regexp_replace(t.name, '[^[:alnum:]]+', '', 'g')), t.ends_on order by t.certificate nulls last, t.id) as copy
      from workforce.v_trainings t join people p on p.id = t.employee_id where t.verification <> 'rejected')
    select 'birth-missing' as rule, unit_id, 'workforce.employee' as record_kind, id::text as record_id, id as employee_id, name as label from people where birth_on is null
    union all select 'education-missing', unit_id, 'workforce.employee', id::text, id, name from people where education_level is null
    union all select 'position-missing', unit_id, 'workforce.employee', id::text, id, name from people where position_id is null
    union all select 'position-since-missing', unit_id, 'workforce.employee', id::text, id, name from people where position_id is not null and position_since is null
    union all select 'supervisor-missing', unit_id, 'workforce.employee', id::text, id, name from people where supervisor_id is null and (tier is null or tier not like 'JPT%')
    union all select 'appraisal-missing', p.unit_id, 'workforce.employee', p.id::text, p.id, p.name from people p
      where not exists (select from workforce.v_appraisals a where a.agency_id = p.agency_id and a.employee_id = p.id and a.year = ${year - r.appraisalYearsBack})
    union all select 'certificate-missing', unit_id, 'workforce.training', id::text, employee_id, person || ', ' || name from courses
      where certificate is null and ends_on >= make_date(${year - r.trainingYears + 1}::int, 1, 1)
    union all select 'jp-missing', unit_id, 'workforce.training', id::text, employee_id, person || ', ' || name from courses
      where jp is null and ends_on >= make_date(${year - r.trainingYears + 1}::int, 1, 1)
    union all select 'sex-nip', unit_id, 'workforce.employee', id::text, id, name from people where sex is not null and sex <> case substr(nip, 15, 1) when '1' then 'L' when '2' then 'P' else sex end
    union all select 'birth-nip', unit_id, 'workforce.employee', id::text, id, name from people where birth_on is not null and to_char(birth_on, 'YYYYMMDD') <> left(nip, 8)
    union all select 'employment-nip', unit_id, 'workforce.employee', id::text, id, name from people
      where employment in ('PNS', 'PPPK') and employment <> case substr(nip, 13, 2) when '21' then 'PPPK' else 'PNS' end
    union all select 'standard-missing', p.unit_id, 'workforce.employee', p.id::text, p.id, p.name || ', ' || p.position_name from people p
      where p.position_id is not null and not exists (select from competency.v_position_standards s where s.agency_id = p.agency_id and lower(s.position_name) = lower(p.position_name) and s.valid_from <= ${db.on}::date and (s.valid_until is null or s.valid_until >= ${db.on}::date))
    union all select 'broken-text', unit_id, 'workforce.employee', id::text, id, name from people where name ~ '(Ã|Â|â€|�|\\?\\?)'
    union all select 'assessment-expired', p.unit_id, 'competency.assessment', l.id::text, p.id, p.name from latest l join people p on p.id = l.employee_id where l.valid_until < ${db.on}::date
    union all select 'indicator-late', u.id, 'workforce.indicator', k.indicator_id::text, null, i.name || ', ' || coalesce(u.short_name, u.name)
      from (select distinct agency_id, unit_id, indicator_id from workforce.v_indicator_values) k
      join workforce.v_units u on u.agency_id = k.agency_id and u.id = k.unit_id join workforce.v_indicators i on i.agency_id = k.agency_id and i.id = k.indicator_id
      where not exists (select from workforce.v_indicator_values v where v.agency_id = k.agency_id and v.unit_id = k.unit_id and v.indicator_id = k.indicator_id and v.month_on = ${month}::date)
    union all select 'training-twice', unit_id, 'workforce.training', id::text, employee_id, person || ', ' || name from courses where copy > 1
    union all select 'same-person', p.unit_id, 'workforce.employee', p.id::text, p.id, p.name from plain p join twins t on t.plain_name = p.plain_name and t.birth_on = p.birth_on
    union all select 'supervisor-elsewhere', p.unit_id, 'workforce.employee', p.id::text, p.id, p.name from people p
      join workforce.v_people s on s.agency_id = p.agency_id and s.id = p.supervisor_id where s.state <> 'active'`)
  const { body: rules, reference: ruleSet } = retirementRules.on(db.on)
  const born = await db.rows<{
    id: string
    unit_id: string
    name: string
    employment: string
    birth_on: string
    position_name: string | null
    tier: string | null
  }>(
    sql`select id, unit_id, name, employment, birth_on, position_name, tier from workforce.v_people where state = 'active' and birth_on < ${addMonths(db.on, -12 * 55)}::date`,
  )
  for (const p of born) {
    const { startsOn } = retirementOf(
      { id: p.id, employment: p.employment, birthOn: p.birth_on, title: p.position_name, tier: p.tier },
      { rules, ruleSet, asOf: db.on },
    )
    if (startsOn.value !== null && startsOn.value <= db.on)
      defects.push({
        rule: 'past-retirement',
        unit_id: p.unit_id,
        record_kind: 'workforce.employee',
        record_id: p.id,
        employee_id: p.id,
        label: p.name,
      })
  }
  return defects
}

export type QualityReport = {
  /** Per dimension, agency-wide. */
  dimensions: { dimension: Dimension; name: string; score: Figure<number>; defects: number }[]
  rules: {
    code: string
    dimension: Dimension
    title: string
    owner: string
    blocks: string[]
    defects: Defect[]
    examined: number
    score: Figure<number>
  }[]
  units: { id: string; scores: Record<Dimension, Figure<number>>; defects: Defect[] }[]
  warnBelow: number
  defects: Defect[]
}

/** The whole report on a day: rules, dimensions and units from two questions. */
export const qualityReport = async (db: Db): Promise<QualityReport> => {
  const { body, reference: ruleSet } = qualityRules.on(db.on)
  const [examined, defects] = [await examinedRecords(db, body), await foundDefects(db, body)]
  const asOf = db.on
  const defectsByRule = Map.groupBy(defects, d => d.rule)
  const examinedByRule = Map.groupBy(examined, e => e.rule)
  const examinedBy = (rule: string, unitId?: string) =>
    (examinedByRule.get(rule) ?? []).filter(e => !unitId || e.unit_id === unitId)
  const idsOf = (list: readonly Defect[]) => list.map(d => `${d.record_kind}:${d.record_id}`)
  const scoreOf = (dimension: Dimension, unitId: string | null): Figure<number> =>
    dimensionScore(
      body.dimensions[dimension],
      body.rules
        .filter(r => r.dimension === dimension)
        .map(r => ({
          code: r.code,
          title: r.title,
          examined: examinedBy(r.code, unitId ?? undefined),
          defects: idsOf((defectsByRule.get(r.code) ?? []).filter(d => !unitId || d.unit_id === unitId)),
        })),
      { asOf, ruleSet, ref: `exchange.quality:${dimension}${unitId ? `:${unitId}` : ''}` },
    )
  const unitIds = [...new Set(examined.map(e => e.unit_id))]
  return {
    warnBelow: body.warnBelow,
    defects,
    dimensions: dimensions.map(dimension => ({
      dimension,
      name: body.dimensions[dimension],
      score: scoreOf(dimension, null),
      defects: defects.filter(d => body.rules.some(r => r.code === d.rule && r.dimension === dimension)).length,
    })),
    rules: body.rules.map(r => ({
      ...r,
      defects: defectsByRule.get(r.code) ?? [],
      examined: examinedBy(r.code).reduce((n, e) => n + e.records, 0),
      score: ruleScore(r, examinedBy(r.code), idsOf(defectsByRule.get(r.code) ?? []), {
        asOf,
        ruleSet,
        ref: `exchange.quality-rule:${r.code}`,
      }),
    })),
    units: unitIds.map(id => ({
      id,
      scores: Object.fromEntries(dimensions.map(d => [d, scoreOf(d, id)])) as Record<Dimension, Figure<number>>,
      defects: defects.filter(d => d.unit_id === id),
    })),
  }
}
