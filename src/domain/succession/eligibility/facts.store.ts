import type { Source } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import type { CareerRow } from '#domain/workforce/career/career.model.ts'
import { educationWord } from '#domain/workforce/professionality-index/professionality-index.model.ts'
import { type Db, type Query, sql } from '#platform/database/database.ts'
import type { EligibilityFacts } from './eligibility-facts.model.ts'

/** A person as a candidate: what the requirement trees and the readiness ask of the staff list. */
export type Candidate = {
  id: string
  name: string
  employment: string
  birth_on: Day | null
  rank: string | null
  education_level: string | null
  education_field: string | null
  unit_id: string
  unit_short_name: string
  position_id: string | null
  position_name: string | null
  tier: string | null
  family: string | null
}

const columns = sql`p.id, p.name, p.employment, p.birth_on, p.rank, p.education_level, p.education_field, p.unit_id, p.unit_short_name, p.position_id, p.position_name, p.tier, p.family`

/** Active people by id. */
export const listCandidatesById = (db: Db, ids: readonly string[]): Promise<Candidate[]> =>
  db.rows<Candidate>(
    sql`select ${columns} from workforce.v_people p where p.state = 'active' and p.id = any (${ids}) order by p.name, p.id`,
  )

/** Everybody active in these tiers. */
export const listCandidatesOfTiers = (db: Db, tiers: readonly string[]): Promise<Candidate[]> =>
  db.rows<Candidate>(
    sql`select ${columns} from workforce.v_people p where p.state = 'active' and p.tier = any (${tiers}) order by p.name, p.id`,
  )

/** A person's place on the newest talent map: the decided box, null while waiting for data. */
export type MapPlace = { cycleId: string; cycleName: string; box: number | null; on: Day }

/** Places of people on the newest map; nobody is in it when there is no map yet. */
export const mapPlacesOf = async (
  db: Db,
  ids: readonly string[],
): Promise<{ hasMap: boolean; places: Map<string, MapPlace> }> => {
  const cycle = await db.find<{ id: string; name: string; as_of: Day }>(
    sql`select id, name, as_of from talent.v_cycles where placed_at is not null order by as_of desc, name limit 1`,
  )
  if (!cycle) return { hasMap: false, places: new Map() }
  const rows = await db.rows<{ employee_id: string; box: number | null }>(
    sql`select employee_id, decided_box as box from talent.v_scores where cycle_id = ${cycle.id} and employee_id = any (${ids})`,
  )
  return {
    hasMap: true,
    places: new Map(
      rows.map(r => [r.employee_id, { cycleId: cycle.id, cycleName: cycle.name, box: r.box, on: cycle.as_of }]),
    ),
  }
}

type Owned = { employee_id: string }

const employeeSource = (person: Candidate, label: string): Source => ({
  kind: 'workforce.employee',
  id: person.id,
  label,
})

/**
 * What is known of people for the requirement trees: one question per kind of record, whatever their number.
 * A kind of record that nobody looked at stays unknown: no sanction on file counts as "none" only after a dated check.
 */
export const factsOf = async (
  db: Db,
  people: readonly Candidate[],
  places: ReadonlyMap<string, MapPlace>,
  asOf: Day,
): Promise<Map<string, EligibilityFacts>> => {
  const ids = people.map(p => p.id)
  const by = async <T extends Owned>(query: Query) => Map.groupBy(await db.rows<T>(query), r => r.employee_id)
  const careers = await by<Owned & CareerRow>(
    sql`select employee_id, id, position_name as position, tier, family, assignment, starts_on as "from", ends_on as until
      from workforce.v_careers where employee_id = any (${ids}) order by starts_on desc, id`,
  )
  const trainings = await by<Owned & { id: string; name: string; certificate: string | null }>(
    sql`select employee_id, id, name, certificate from workforce.v_trainings
      where employee_id = any (${ids}) and verification <> 'rejected' and (ends_on is null or ends_on <= ${asOf}) order by ends_on, id`,
  )
  const appraisals = await by<Owned & { id: string; year: number; rating: string }>(
    sql`select employee_id, id, year, rating from workforce.v_appraisals
      where employee_id = any (${ids}) and year between ${Number(asOf.slice(0, 4)) - 3} and ${Number(asOf.slice(0, 4)) - 1} order by year`,
  )
  const sanctions = await by<Owned & { id: string; level: string; from: Day; until: Day | null }>(
    sql`select employee_id, id, level, starts_on as "from", ends_on as until from workforce.v_sanctions where employee_id = any (${ids}) order by starts_on, id`,
  )
  const checks = new Map(
    (
      await db.rows<Owned & { id: string; on: Day; by: string }>(
        sql`select distinct on (employee_id) employee_id, id, checked_on as "on", checked_by as "by" from workforce.v_record_checks
          where employee_id = any (${ids}) and subject = 'discipline' and checked_on <= ${asOf} order by employee_id, checked_on desc`,
      )
    ).map(r => [r.employee_id, r]),
  )
  return new Map(
    people.map(person => {
      const check = checks.get(person.id)
      const known = sanctions.get(person.id)
      const place = places.get(person.id)
      const rated = appraisals.get(person.id) ?? []
      return [
        person.id,
        {
          employment: person.employment,
          education: educationWord(person.education_level),
          rank: person.rank,
          birthOn: person.birth_on,
          tier: person.tier,
          careers: careers.get(person.id) ?? null,
          trainings: trainings.get(person.id) ?? [],
          ratings: Object.fromEntries(rated.map(a => [a.year, a.rating])),
          sanctions: known ?? (check ? [] : null),
          box: place?.box ?? null,
          sources: {
            employment: [employeeSource(person, `Kedudukan: ${person.employment}`)],
            education: [
              employeeSource(
                person,
                `Pendidikan: ${[person.education_level, person.education_field].filter(Boolean).join(' ') || 'belum tercatat'}`,
              ),
            ],
            rank: [employeeSource(person, `Golongan: ${person.rank ?? 'belum tercatat'}`)],
            age: [
              employeeSource(person, person.birth_on ? `Lahir ${person.birth_on}` : 'Tanggal lahir belum tercatat'),
            ],
            rating: rated.map(a => ({ kind: 'workforce.appraisal', id: a.id, label: `SKP ${a.year}, ${a.rating}` })),
            sanction: check
              ? [{ kind: 'workforce.record-check', id: check.id, label: `Diperiksa ${check.by}`, on: check.on }]
              : [],
            box: place
              ? [{ kind: 'talent.score', id: `${place.cycleId}~${person.id}`, label: place.cycleName, on: place.on }]
              : [],
          },
        } satisfies EligibilityFacts,
      ]
    }),
  )
}
