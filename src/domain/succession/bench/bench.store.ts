import type { Figure } from '#core/figure/figure.ts'
import { count, record } from '#core/figure/mechanisms.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import { type Db, type Query, sql } from '#platform/database/database.ts'
import type { Judgement } from '../readiness/judge-candidate.model.ts'
import type { Horizon } from '../readiness/readiness.model.ts'
import { readinessRules } from '../readiness/readiness.rules.ts'
import type { VacancyReason } from '../vacancy/vacancy.model.ts'
import { type BenchState, benchStrength } from './bench.model.ts'
import type { Successor } from './chain.model.ts'
import { mostPressingFirst, type RiskInput, type RiskStep, riskOf } from './risk.model.ts'

export type BenchRow = {
  position_id: string
  name: string
  tier: string
  echelon: string | null
  unit_name: string | null
  as_of: Day
  incumbent_id: string | null
  incumbent_name: string | null
  vacant_on: Day | null
  vacancy_reason: VacancyReason
  ready_now: number
  within_two_years: number
  later: number
  unknown: number
  state: BenchState
  likelihood: number
  impact: number | null
  why: string
}
export type Bench = BenchRow & { risk: RiskStep }

const select = sql`select b.position_id, p.name, p.tier, p.echelon, p.unit_name, b.as_of, b.incumbent_id, e.name as incumbent_name, b.vacant_on, b.vacancy_reason,
    b.ready_now, b.within_two_years, b.later, b.unknown, b.state, b.likelihood, b.impact, b.why
  from succession.benches b
  join workforce.v_positions p on p.agency_id = b.agency_id and p.id = b.position_id
  left join workforce.v_people e on e.agency_id = b.agency_id and e.id = b.incumbent_id`

const inputOf = (b: BenchRow): RiskInput & { positionId: string } => ({
  positionId: b.position_id,
  isVacant: b.vacancy_reason === 'vacant' || b.vacancy_reason === 'acting',
  likelihood: b.likelihood,
  state: b.state,
  readyNow: b.ready_now,
  impact: b.impact,
})

/** All benches, most pressing first: an agency has some dozens of key posts. */
export const listBenches = async (db: Db): Promise<Bench[]> =>
  (await db.rows<BenchRow>(sql`${select} order by p.name, p.id`))
    .map(b => ({ ...b, risk: riskOf(inputOf(b)) }))
    .sort((a, b) => mostPressingFirst(inputOf(a), inputOf(b)))

export const findBench = async (db: Db, positionId: string): Promise<Bench | null> => {
  const row = await db.find<BenchRow>(sql`${select} where b.position_id = ${positionId}`)
  return row ? { ...row, risk: riskOf(inputOf(row)) } : null
}

/** Key posts without a bench yet: marked after the last run. */
export const countWithoutBench = async (db: Db): Promise<number> =>
  (
    await db.one<{ n: number }>(
      sql`select count(*)::int as n from workforce.v_positions p where p.is_key and not exists (select 1 from succession.benches b where b.agency_id = p.agency_id and b.position_id = p.id)`,
    )
  ).n

export const listFilters = {
  all: (): boolean => true,
  vacant: (b: BenchRow) => b.vacancy_reason === 'vacant' || b.vacancy_reason === 'acting',
  retiring: (b: BenchRow) =>
    b.vacancy_reason === 'retiring' && b.vacant_on !== null && b.vacant_on <= addMonths(b.as_of, 12),
  empty: (b: BenchRow) => b.ready_now === 0,
  incomplete: (b: BenchRow) => b.state === 'belumLengkap',
} as const
export type ListFilter = keyof typeof listFilters

const listLabels: Record<ListFilter, string> = {
  all: 'Jabatan kunci',
  vacant: 'Lowong',
  retiring: 'Pensiun dalam 12 bulan',
  empty: 'Tanpa penerus siap',
  incomplete: 'Data belum lengkap',
}

/** How many key posts stand so: counted over the benches, each with its members. */
export const listCount = (benches: readonly BenchRow[], what: ListFilter, asOf: Day): Figure<number> =>
  count({
    ref: `succession.posts:${what}`,
    label: listLabels[what],
    unit: 'count',
    asOf,
    members: benches.filter(listFilters[what]).map(b => b.position_id),
    of: 'jabatan kunci',
    filter: listLabels[what].toLowerCase(),
  })

export const isListFilter = (what: string): what is ListFilter => Object.hasOwn(listFilters, what)

export type BenchPerson = {
  employee_id: string
  name: string
  unit_short_name: string
  holds_id: string | null
  holds_name: string | null
  tier: string | null
  horizon: Horizon
  eligible: 'ya' | 'tidak' | 'belumDiketahui'
  score: number | null
  ready_on: Day | null
  as_of: Day
  reason: string | null
  elsewhere: number
  /** What the person herself said: this post among her targets, whether she would move, when she means to retire. */
  is_target: boolean
  moves: 'anywhere' | 'listed' | 'not-now' | null
  retires_on: Day | null
  judgement: Judgement
}

/** Of the requirements at the top of the tree, how many are met. */
export type BenchLine = BenchPerson & { met: number; asked: number }

/** All that was judged: what a dossier freezes. */
const whole = sql`r.figure`
/** What a list prints: values and words without the explanation behind them, which opens under each figure's address. */
const light = sql`jsonb_build_object('box', r.figure->'box', 'isDefaultStandard', r.figure->'isDefaultStandard',
      'eligibility', (r.figure->'eligibility') - 'fixes' - 'alternatives' || jsonb_build_object('figure', (r.figure#>'{eligibility,figure}') || '{"parts": [], "sources": []}'),
      'readiness', (r.figure->'readiness') || jsonb_build_object('score', (r.figure#>'{readiness,score}') || '{"parts": [], "sources": []}'),
      'levels', (select coalesce(jsonb_agg(l || jsonb_build_object('level', (l->'level') || '{"parts": [], "sources": []}') order by i), '[]') from jsonb_array_elements(r.figure->'levels') with ordinality as x (l, i)))`

const peopleQuery = (
  positionId: string,
  judgement: Query,
) => sql`select r.employee_id, e.name, e.unit_short_name, e.position_id as holds_id, e.position_name as holds_name, e.tier, r.horizon, r.eligible,
      r.score, r.ready_on, r.as_of, c.reason, ${judgement} as judgement,
      (select count(*)::int from jsonb_array_elements(r.figure#>'{eligibility,figure,parts}') p where p->>'state' = 'known' and p->>'value' = 'true') as met,
      jsonb_array_length(r.figure#>'{eligibility,figure,parts}') as asked,
      (select count(*)::int from succession.readiness o where o.agency_id = r.agency_id and o.employee_id = r.employee_id and o.position_id <> r.position_id) as elsewhere,
      exists (select from talent.v_target_posts t where t.agency_id = r.agency_id and t.employee_id = r.employee_id and t.target_position_id = r.position_id) as is_target,
      w.moves, w.retires_on
    from succession.readiness r
    left join talent.v_career_wishes w on w.agency_id = r.agency_id and w.employee_id = r.employee_id
    join workforce.v_people e on e.agency_id = r.agency_id and e.id = r.employee_id
    left join succession.candidates c on c.agency_id = r.agency_id and c.position_id = r.position_id and c.employee_id = r.employee_id and c.withdrawn_on is null
    where r.position_id = ${positionId}
    order by array_position(array['siapSekarang', '1-2Tahun', '>2Tahun', 'belumDiketahui', 'tidakMemenuhi'], r.horizon), r.ready_on nulls last, r.score desc nulls last, e.name`

/** Who stands on a bench, with everything judged of each; nearest first. */
export const listBenchPeople = (db: Db, positionId: string): Promise<BenchPerson[]> =>
  db.rows<BenchPerson>(peopleQuery(positionId, whole))

/** The same people for a page that lists them. */
export const listBenchLines = (db: Db, positionId: string): Promise<BenchLine[]> =>
  db.rows<BenchLine>(peopleQuery(positionId, light))

/** The other posts on whose benches somebody stands. */
export const listElsewhere = (db: Db, positionId: string, employeeId: string): Promise<{ position_id: string }[]> =>
  db.rows(
    sql`select position_id from succession.readiness where employee_id = ${employeeId} and position_id <> ${positionId} order by position_id`,
  )

export type FoundJudgement = { name: string; as_of: Day; judgement: Judgement }

export const findJudgement = (db: Db, positionId: string, employeeId: string): Promise<FoundJudgement | null> =>
  db.find<FoundJudgement>(sql`select e.name, r.as_of, r.figure as judgement from succession.readiness r
    join workforce.v_people e on e.agency_id = r.agency_id and e.id = r.employee_id where r.position_id = ${positionId} and r.employee_id = ${employeeId}`)

/** Everybody who is or will be ready, by post: what the chain walks over. One question. */
export const listSuccessors = async (db: Db): Promise<Map<string, Successor[]>> => {
  const rows = await db.rows<Successor & { position_id: string }>(
    sql`select r.position_id, r.employee_id as "employeeId", e.name, r.horizon, r.ready_on as "readyOn", r.score, e.position_id as "holdsId", e.position_name as "holdsName"
      from succession.readiness r join workforce.v_people e on e.agency_id = r.agency_id and e.id = r.employee_id
      where r.horizon in ('siapSekarang', '1-2Tahun')`,
  )
  const benches = new Map<string, Successor[]>(
    (await db.rows<{ position_id: string }>(sql`select position_id from succession.benches`)).map(b => [
      b.position_id,
      [],
    ]),
  )
  for (const { position_id, ...successor } of rows) benches.get(position_id)?.push(successor)
  return benches
}

const columnOf: Partial<Record<Horizon, keyof Pick<BenchRow, 'ready_now' | 'within_two_years' | 'later' | 'unknown'>>> =
  {
    siapSekarang: 'ready_now',
    '1-2Tahun': 'within_two_years',
    '>2Tahun': 'later',
    belumDiketahui: 'unknown',
  }
const partOf = {
  siapSekarang: 'readyNow',
  '1-2Tahun': 'within2y',
  '>2Tahun': 'later',
  belumDiketahui: 'unknown',
} as const

/**
 * A number of a bench. Who may see the people gets them as members of the count; a leader gets the count as the bench run
 * recorded it, without anybody's name.
 */
export const benchCount = async (db: Db, positionId: string, horizon: string): Promise<Figure<number> | null> => {
  if (!Object.hasOwn(partOf, horizon)) return null
  const bench = await findBench(db, positionId)
  if (!bench) return null
  const key = horizon as keyof typeof partOf
  const { body: rules, reference: ruleSet } = readinessRules.on(bench.as_of)
  const people = await db.rows<{ employeeId: string; horizon: Horizon }>(
    sql`select employee_id as "employeeId", horizon from succession.readiness where position_id = ${positionId}`,
  )
  const strength = benchStrength(positionId, people, { rules, ruleSet, asOf: bench.as_of })
  const counted = strength[partOf[key]]
  const stored = bench[columnOf[key] ?? 'unknown']
  if (counted.value === stored) return counted
  return record<number>({
    ref: counted.ref,
    label: counted.label,
    unit: 'people',
    asOf: bench.as_of,
    value: stored,
    ruleSet,
    sources: [{ kind: 'succession.bench', id: positionId, label: `Bangku ${bench.name}`, on: bench.as_of }],
    limits: ['Nama calon hanya terlihat oleh pengelola dan komite.'],
  })
}
