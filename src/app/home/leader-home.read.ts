import type { Figure } from '#core/figure/figure.ts'
import { record } from '#core/figure/mechanisms.ts'
import { type Day, yearOf } from '#core/values/day.ts'
import { budgetFigures, listBudgetYears } from '#domain/planning/budget/budget.store.ts'
import type { VacancyReason } from '#domain/succession/vacancy/vacancy.model.ts'
import { waitingPolicies } from '#domain/talent/policy/policy.store.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { Page } from '#platform/web/page.ts'
import { findNewestCycle, homeFigure } from './home.figures.ts'

type Risk = {
  id: string
  name: string
  unit: string | null
  vacant_on: Day | null
  vacancy_reason: VacancyReason
  as_of: Day
  ready_now: number
  within_two_years: number
  later: number
  unknown: number
  state: 'kosong' | 'tipis' | 'cukup' | 'belumLengkap'
  likelihood: number | null
  impact: number | null
}

const listRisks = (db: Db): Promise<Risk[]> =>
  db.rows<Risk>(sql`
    select p.id, p.name, p.unit_short_name as unit, b.vacant_on, b.vacancy_reason, b.as_of, b.ready_now, b.within_two_years, b.later, b.unknown, b.state, b.likelihood, b.impact
    from succession.v_benches b join workforce.v_positions p on p.agency_id = b.agency_id and p.id = b.position_id
    where p.is_key order by coalesce(b.likelihood, 3) * coalesce(b.impact, 3) desc, b.vacant_on nulls last, p.name limit 6`)

type Decision =
  | { kind: 'dossier'; id: string; number: string; position: string; recommendation: string }
  | { kind: 'scenario'; id: string; name: string; year: number; by: string }
  | { kind: 'target'; id: string; name: string; startsOn: Day }
  | { kind: 'policy'; id: string; code: string; version: string; by: string; validFrom: Day }

/** Dossiers submitted, plans ready to be adopted, programmes about to begin without an agreed unit target, rules that wait. */
const listDecisions = async (db: Db, modules: ReadonlySet<string>): Promise<Decision[]> => [
  ...(modules.has('succession')
    ? await db.rows<Decision>(sql`
        select 'dossier' as kind, d.id, d.number, p.name as position, d.recommendation from succession.v_dossiers d
        join workforce.v_positions p on p.agency_id = d.agency_id and p.id = d.position_id where d.state = 'submitted' order by d.number limit 10`)
    : []),
  ...(modules.has('planning')
    ? await db.rows<Decision>(
        sql`select 'scenario' as kind, id, name, year, created_by as by from planning.v_scenarios where state = 'solved' order by created_at desc limit 3`,
      )
    : []),
  ...(modules.has('planning') && modules.has('impact')
    ? await db.rows<Decision>(sql`
        select 'target' as kind, p.id, p.name, p.starts_on as "startsOn" from planning.v_programmes p
        where p.starts_on between ${db.on} and ${db.on}::date + 60 and p.state <> 'closed'
          and exists (select from planning.v_programme_units u where u.agency_id = p.agency_id and u.programme_id = p.id)
          and not exists (select from planning.v_programme_targets t where t.agency_id = p.agency_id and t.programme_id = p.id)
        order by p.starts_on, p.name limit 3`)
    : []),
  ...(modules.has('talent') ? (await waitingPolicies(db)).map(p => ({ kind: 'policy' as const, ...p })) : []),
]

const asFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && 'state' in value && 'mechanism' in value

/** The newest evaluation's unit indicators, each with its own verdict: truth decides which one says something. */
const readOutcome = async (db: Db) => {
  const row = await db.find<{
    programme_id: string
    name: string
    figures: Record<string, unknown>
    verdicts: unknown
    limits: string[]
  }>(sql`
    select e.programme_id, p.name, e.figures, e.verdicts, e.limits from impact.v_evaluations e
    join planning.v_programmes p on p.agency_id = e.agency_id and p.id = e.programme_id order by e.as_of desc, e.made_at desc limit 1`)
  if (!row) return null
  const indicators = Array.isArray(row.figures.indicators) ? row.figures.indicators : []
  const effects = indicators.flatMap((entry: Record<string, unknown>) => {
    const figure = [entry.effect, entry.figure, entry].find(asFigure)
    return figure ? [figure] : []
  })
  return {
    programmeId: row.programme_id,
    name: row.name,
    effect: effects.find(f => f.state === 'known') ?? effects[0] ?? null,
    others: effects.filter(f => f.state !== 'known').map(f => f.label),
  }
}

const absent = (label: string, on: Day, who: string): Figure =>
  record<number>({ label, asOf: on, value: null, needs: [{ what: label.toLowerCase(), who }] })

/** Exactly five figures, the decisions that wait, the risks. */
export const readLeaderHome = async ({ db, on, visit }: Page) => {
  const { modules } = visit
  const cycle = modules.has('talent') ? await findNewestCycle(db) : null
  const years = modules.has('planning') ? await listBudgetYears(db) : []
  const year = years.find(y => y <= yearOf(on)) ?? years[0] ?? yearOf(on)
  const budget = years.length > 0 ? await budgetFigures(db, year) : null
  const outcome = modules.has('impact') ? await readOutcome(db) : null
  const succession = modules.has('succession')
  return {
    kind: 'leader' as const,
    on,
    agency: visit.agency?.name ?? '',
    people: await homeFigure(db, 'home.people'),
    key: succession ? await homeFigure(db, 'home.key') : null,
    withoutReady: succession
      ? await homeFigure(db, 'home.key-without-ready')
      : absent('Jabatan kunci tanpa penerus siap', on, 'modul Suksesi'),
    vacant: succession ? await homeFigure(db, 'home.key-vacant') : absent('Jabatan kunci lowong', on, 'modul Suksesi'),
    pool: cycle
      ? await homeFigure(db, 'home.pool', cycle.id)
      : absent('Kelompok rencana suksesi', on, 'pengelola talenta'),
    inCycle: cycle ? await homeFigure(db, 'home.all', cycle.id) : null,
    cycleName: cycle?.name ?? null,
    mayOpenEvaluation: outcome !== null && visit.mayOpen(`/evaluasi/${outcome.programmeId}`),
    budget: budget
      ? {
          year,
          amount: budget.amount,
          committed: budget.committed,
          realised: budget.realised,
          absorption: budget.absorption,
          lines: [...budget.lines]
            .sort((a, b) => b.amount - a.amount)
            .slice(0, 6)
            .map(({ id, activity, unit_name, amount, committed, realised }) => ({
              id,
              activity,
              unit: unit_name,
              amount,
              committed,
              realised,
            })),
        }
      : null,
    absorption: budget?.absorption ?? absent('Serapan anggaran pengembangan', on, 'bendahara'),
    outcome,
    effect: outcome?.effect ?? absent('Dampak program tahun ini', on, 'pengelola program'),
    decisions: await listDecisions(db, modules),
    risks: succession ? await listRisks(db) : [],
  }
}

export type LeaderHomeData = Awaited<ReturnType<typeof readLeaderHome>>
