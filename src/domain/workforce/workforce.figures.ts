import type { Figure } from '#core/figure/figure.ts'
import { count } from '#core/figure/mechanisms.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import { findPerson, type Person } from './employee/employee.store.ts'
import { listAppraisals, listChecks, listSanctions, listTrainings } from './employee/record.store.ts'
import {
  educationWord,
  indexGroupOf,
  ipAsn,
  type ProfessionalityIndex,
  trainingForIndex,
} from './professionality-index/professionality-index.model.ts'
import { indexRules } from './professionality-index/professionality-index.rules.ts'
import { type Retirement, retirementOf } from './retirement/retirement.model.ts'
import { retirementRules } from './retirement/retirement.rules.ts'
import { type JpLedger, jpLedger } from './training/jp-ledger.model.ts'
import { jpRules } from './training/training.rules.ts'

/** The JP ledger of people for a year, one question for all of them. */
export const jpLedgers = async (
  db: Db,
  people: readonly Pick<Person, 'id' | 'employment'>[],
  year: number,
): Promise<Map<string, JpLedger>> => {
  const { body: rules, reference: ruleSet } = jpRules.on(db.on)
  const trainings = await listTrainings(
    db,
    people.map(p => p.id),
  )
  const byPerson = Map.groupBy(trainings, t => t.employeeId)
  return new Map(people.map(p => [p.id, jpLedger(byPerson.get(p.id) ?? [], p, year, { rules, ruleSet, asOf: db.on })]))
}

/** When people retire from their present posts. */
export const retirements = (
  people: readonly Pick<Person, 'id' | 'employment' | 'birth_on' | 'position_name' | 'tier'>[],
  on: Day,
): Map<string, Retirement> => {
  const { body: rules, reference: ruleSet } = retirementRules.on(on)
  return new Map(
    people.map(p => [
      p.id,
      retirementOf(
        { id: p.id, employment: p.employment, birthOn: p.birth_on, title: p.position_name, tier: p.tier },
        { rules, ruleSet, asOf: on },
      ),
    ]),
  )
}

const severity = ['ringan', 'sedang', 'berat']

/** Professionality index of people; a sanction record counts as looked at where somebody checked or an entry exists. */
export const professionalityIndexes = async (
  db: Db,
  people: readonly Person[],
): Promise<Map<string, ProfessionalityIndex | null>> => {
  const { body: rules, reference: ruleSet } = indexRules.on(db.on)
  const ids = people.map(p => p.id)
  const [trainings, appraisals, sanctions, checks] = [
    Map.groupBy(await listTrainings(db, ids), t => t.employeeId),
    Map.groupBy(await listAppraisals(db, ids), a => a.employeeId),
    Map.groupBy(await listSanctions(db, ids), s => s.employeeId),
    Map.groupBy(await listChecks(db, ids), c => c.employeeId),
  ]
  const since = addMonths(db.on, -rules.disciplineMonths)
  return new Map(
    people.map(p => {
      const group = indexGroupOf(p.tier)
      if (!group) return [p.id, null]
      const rating = appraisals.get(p.id)?.find(a => a.year < Number(db.on.slice(0, 4))) ?? null
      const inWindow = (sanctions.get(p.id) ?? []).filter(s => s.starts_on > since && s.starts_on <= db.on)
      const worst = [...inWindow].sort((a, b) => severity.indexOf(b.level) - severity.indexOf(a.level))[0]
      const check = (checks.get(p.id) ?? []).find(c => c.subject === 'discipline')
      const training = trainingForIndex(
        trainings.get(p.id) ?? [],
        { id: p.id, tier: p.tier, title: p.position_name },
        rules,
        db.on,
      )
      return [
        p.id,
        ipAsn(
          {
            education: educationWord(p.education_level),
            group,
            leadershipTraining: training.leadershipTraining,
            technicalJp: training.technicalJp,
            seminarCount: training.seminarCount,
            rating: rating?.rating ?? null,
            discipline: worst?.level ?? (check ? 'tidak pernah' : null),
            sources: {
              ...training.sources,
              education: [
                { kind: 'workforce.employee', id: p.id, label: `Pendidikan ${p.education_level ?? 'kosong'}` },
              ],
              rating: rating
                ? [{ kind: 'workforce.appraisal', id: rating.id, label: `SKP ${rating.year}, ${rating.rating}` }]
                : [],
              discipline: worst
                ? [{ kind: 'workforce.sanction', id: worst.id, label: worst.name, on: worst.starts_on }]
                : check
                  ? [
                      {
                        kind: 'workforce.record-check',
                        id: check.id,
                        label: `Diperiksa ${check.checked_by}`,
                        on: check.checked_on,
                      },
                    ]
                  : [],
            },
          },
          { rules, ruleSet, asOf: db.on, ref: `workforce.ip-asn:${p.id}` },
        ),
      ]
    }),
  )
}

const jp = async (db: Db, [employeeId, year]: string[]): Promise<Figure | null> => {
  const person = await findPerson(db, employeeId)
  if (!person) return null
  return (await jpLedgers(db, [person], Number(year) || Number(db.on.slice(0, 4)))).get(employeeId)?.counted ?? null
}

/** Counts of people by a column, each with its members, so that it can be opened. */
export const peopleCount = (
  on: Day,
  what: { ref: string; label: string; filter: string },
  members: readonly string[],
): Figure<number> => count({ ...what, asOf: on, members, of: 'pegawai aktif' })

const membersOf = async (db: Db, column: 'unit_id' | 'position_id', id: string): Promise<string[]> =>
  (
    await db.rows<{ id: string }>(
      sql`select id from workforce.v_people where state = 'active' and ${sql.ref(column)} = ${id} order by id`,
    )
  ).map(r => r.id)

/** Kinds of figures this room reads again by their address. */
export const workforceFigures: FigureSources = {
  'workforce.jp': jp,
  'workforce.jp-year': jp,
  'workforce.ip-asn': async (db, [employeeId]) => {
    const person = await findPerson(db, employeeId)
    return person ? ((await professionalityIndexes(db, [person])).get(employeeId)?.total ?? null) : null
  },
  'workforce.retirement': async (db, [employeeId]) => {
    const person = await findPerson(db, employeeId)
    return person ? (retirements([person], db.on).get(employeeId)?.startsOn ?? null) : null
  },
  'workforce.retirement-age': async (db, [employeeId]) => {
    const person = await findPerson(db, employeeId)
    return person ? (retirements([person], db.on).get(employeeId)?.age ?? null) : null
  },
  'workforce.jp-missing': async (db, [employeeId, year]) => {
    const person = await findPerson(db, employeeId)
    if (!person) return null
    return (await jpLedgers(db, [person], Number(year))).get(employeeId)?.missing ?? null
  },
  'workforce.unit-people': async (db, [unitId]) =>
    peopleCount(
      db.on,
      { ref: `workforce.unit-people:${unitId}`, label: 'Pegawai aktif', filter: 'bekerja di unit ini' },
      await membersOf(db, 'unit_id', unitId),
    ),
  'workforce.position-holders': async (db, [positionId]) =>
    peopleCount(
      db.on,
      { ref: `workforce.position-holders:${positionId}`, label: 'Pemangku', filter: 'memangku jabatan ini' },
      await membersOf(db, 'position_id', positionId),
    ),
}
