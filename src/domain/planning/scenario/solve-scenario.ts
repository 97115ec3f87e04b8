import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { queueWork, type WorkHandler } from '#platform/jobs/work.ts'
import { execute, field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { priorityRules } from '../need/priority.rules.ts'
import { parseInstance } from '../selection/instance.model.ts'
import { solveInWorker } from '../selection/solve-in-worker.ts'
import { buildInstance, type ScenarioSettings } from './build-instance.model.ts'
import { findScenario, gatherScenario, largestScenario, type ScenarioScope } from './scenario.store.ts'

export const scenarioInput = z.object({
  name: field.text('Nama skenario', 120),
  year: field.whole('Tahun anggaran', 2020, 2100),
  tiers: z.array(z.string()).default([]),
  unitIds: z.array(z.string().uuid()).default([]),
  poolOnly: z.boolean().default(false),
  programmeId: z.string().uuid().nullish(),
  lineId: z.string().uuid().nullish(),
  budgetChangePercent: z.coerce
    .number({ error: 'Perubahan anggaran harus berupa angka.' })
    .min(-100, { error: 'Paling rendah −100%.' })
    .max(500, { error: 'Paling tinggi 500%.' })
    .default(0),
  maxDaysAway: field.whole('Hari pergi paling banyak', 1, 100).default(15),
  maxModules: field.whole('Modul per orang paling banyak', 1, 6).default(3),
  minimumPerUnit: field.whole('Orang per unit paling sedikit', 0, 100).default(0),
  minimumShareWomen: z.coerce
    .number({ error: 'Bagian perempuan harus berupa angka.' })
    .min(0)
    .max(100, { error: 'Paling banyak 100%.' })
    .default(0),
  copiedFrom: z.string().uuid().nullish(),
  locks: z
    .array(
      z.object({
        kind: z.enum(['must', 'never']),
        employee: z.string(),
        session: z.string().optional(),
        module: z.string().optional(),
      }),
    )
    .default([]),
})

/** Sets up a scenario of the year's training and queues its solution. */
export const composeScenario = useCase({
  name: 'compose-scenario',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.scenarios', 'platform.works'],
  reads: ['planning.budget_lines'],
  input: scenarioInput,
  async run({ input, db, actor, newId, note }) {
    if (!(await db.find(sql`select 1 from planning.budget_lines where year = ${input.year} limit 1`)))
      throw errors.scenario.noBudget()
    const id = newId()
    const scope: ScenarioScope = {
      tiers: input.tiers,
      unitIds: input.unitIds,
      poolOnly: input.poolOnly,
      programmeId: input.programmeId ?? null,
    }
    const rules: ScenarioSettings = {
      year: input.year,
      lineId: input.lineId ?? null,
      budgetChangePercent: input.budgetChangePercent,
      maxDaysAway: input.maxDaysAway,
      maxModules: input.maxModules,
      jpFloor: 20,
      jpReward: priorityRules.on(db.on).body.jpReward,
      maxShareAway: 0.2,
      minimumPerUnit: input.minimumPerUnit,
      minimumShareWomen: input.minimumShareWomen / 100,
      seatsDefault: 30,
      locks: input.locks,
    }
    const workId = await queueWork({ db, actor, newId }, 'solve-scenario', { scenarioId: id })
    await db.insert('planning.scenarios', [
      {
        agency_id: actor.agencyId,
        id,
        name: input.name,
        year: input.year,
        programme_id: input.programmeId ?? null,
        state: 'waiting',
        settings: { scope, rules },
        work_id: workId,
        copied_from: input.copiedFrom ?? null,
        created_by: actor.name,
        created_at: new Date().toISOString(),
      },
    ])
    note({ subjectKind: 'planning.scenario', subjectId: id })
    return { id, workId }
  },
})

/** Keeps what the optimiser found; called by the worker alone. */
export const keepSolution = useCase({
  name: 'keep-solution',
  room: 'planning',
  permission: { system: 'agency' },
  writes: ['planning.scenarios'],
  input: z.object({
    scenarioId: field.id('Skenario'),
    instance: z.unknown(),
    solution: z.unknown(),
    remarks: z.unknown(),
    state: z.enum(['solved', 'failed']),
  }),
  async run({ input, db, note, announce }) {
    const solution = input.solution as { objective?: number | null; bound?: number | null; status?: string } | null
    await db.run(sql`update planning.scenarios set state = ${input.state}, instance = ${JSON.stringify(input.instance ?? null)}::jsonb, solution = ${JSON.stringify(input.solution ?? null)}::jsonb,
      settings = settings || jsonb_build_object('remarks', ${JSON.stringify(input.remarks ?? null)}::jsonb), objective = ${solution?.objective ?? null}, bound = ${solution?.bound ?? null} where id = ${input.scenarioId}`)
    note({
      subjectKind: 'planning.scenario',
      subjectId: input.scenarioId,
      detail: { status: solution?.status ?? null },
    })
    announce({ type: 'ScenarioSolved', payload: { scenarioId: input.scenarioId } })
  },
})

/** The long work: gather, build, solve on its own thread with progress, check, keep. */
export const solveScenario: WorkHandler = async ({ database, actor, input, progress, isStopping }) => {
  const { scenarioId } = input as { scenarioId: string }
  const gathered = await database.as(
    actor,
    async db => {
      const scenario = await findScenario(db, scenarioId)
      if (!scenario) throw errors.scenario.notFound()
      return gatherScenario(db, scenario.name, scenario.settings.scope, scenario.settings.rules)
    },
    { readOnly: true },
  )
  if (gathered.people.length === 0) throw errors.scenario.nobody()
  if (gathered.people.length > largestScenario) throw errors.scenario.tooMany(gathered.people.length, largestScenario)
  if (gathered.sessions.length === 0) throw errors.scenario.noSession()
  const built = buildInstance(gathered)
  const parsed = parseInstance(built.instance)
  if (!parsed.ok) throw new Error(parsed.reasons.join(' '))
  const abort = new AbortController()
  const watch = setInterval(() => isStopping() && abort.abort(), 500)
  try {
    const solution = await solveInWorker(
      parsed.instance,
      { mode: 'interactive', seconds: 60, seed: 1 },
      p => {
        const gap =
          p.bound !== null && p.value !== null && p.bound !== 0
            ? Math.max(0, (p.bound - p.value) / Math.abs(p.bound))
            : null
        void progress(
          Math.round(p.seconds),
          60,
          gap === null
            ? 'Mencari rencana pertama'
            : `Nilai ${Math.round(p.value ?? 0)}, paling banyak ${(gap * 100).toFixed(1).replace('.', ',')}% di bawah yang terbaik`,
        )
      },
      abort.signal,
    )
    await execute(database, actor, keepSolution, {
      scenarioId,
      instance: built.instance,
      solution,
      state:
        solution.status === 'optimal' || solution.status === 'feasible' || solution.status === 'infeasible'
          ? 'solved'
          : 'failed',
      remarks: { toAssess: built.toAssess, leftOut: built.leftOut },
    })
    return { status: solution.status }
  } finally {
    clearInterval(watch)
  }
}

/** Approves and freezes a scenario: each person's part becomes a proposed plan; the figures stay as they are. */
export const adoptScenario = useCase({
  name: 'adopt-scenario',
  room: 'planning',
  permission: { hr_officer: 'agency', leader: 'agency' },
  writes: ['planning.scenarios', 'planning.plans', 'planning.plan_items'],
  reads: ['planning.modules', 'planning.sessions', 'competency.competencies'],
  input: z.object({ scenarioId: field.id('Skenario'), approver: field.text('Nama yang menyetujui', 200) }),
  async run({ input, db, actor, on, newId, note, announce }) {
    const scenario = await findScenario(db, input.scenarioId)
    if (!scenario) throw errors.scenario.notFound()
    if (scenario.state === 'adopted') throw errors.scenario.adopted()
    const solution = scenario.solution as {
      status: string
      assignments: { employee: string; session: string }[]
      why?: {
        in: {
          employee: string
          session: string
          closes: { competency: string; level: number }[]
          cost: { line: string; amount: number }[]
        }[]
      }
    } | null
    if (!solution || !['optimal', 'feasible'].includes(solution.status)) throw errors.scenario.notSolved()
    const sessions = new Map(
      (
        await db.rows<{
          id: string
          module_id: string
          module_name: string
          method: string
          share_class: number
          jp: number | null
          starts_on: Day
          ends_on: Day
        }>(
          sql`select id, module_id, module_name, method, share_class, jp, starts_on, ends_on from planning.v_sessions where id = any (${[...new Set(solution.assignments.map(a => a.session))]})`,
        )
      ).map(s => [s.id, s]),
    )
    const names = new Map(
      (await db.rows<{ id: string; name: string }>(sql`select id, name from competency.v_competencies`)).map(c => [
        c.id,
        c.name,
      ]),
    )
    const why = new Map((solution.why?.in ?? []).map(w => [`${w.employee}|${w.session}`, w]))
    const people = [...new Set(solution.assignments.map(a => a.employee))]
    const versions = new Map(
      (
        await db.rows<{ employee_id: string; version: number; id: string }>(
          sql`select distinct on (employee_id) employee_id, version, id from planning.plans where employee_id = any (${people}) order by employee_id, version desc`,
        )
      ).map(v => [v.employee_id, v]),
    )
    await db.run(
      sql`update planning.plans set state = 'replaced' where employee_id = any (${people}) and state in ('draft', 'proposed')`,
    )
    const planOf = new Map(people.map(p => [p, newId()]))
    await db.insert(
      'planning.plans',
      people.map(p => ({
        agency_id: actor.agencyId,
        id: planOf.get(p),
        employee_id: p,
        programme_id: scenario.programme_id,
        year: scenario.year,
        version: (versions.get(p)?.version ?? 0) + 1,
        state: 'proposed',
        reason: `Skenario ${scenario.name}, dibekukan ${on}`,
        created_on: on,
        replaces_id: versions.get(p)?.id ?? null,
      })),
    )
    await db.insert(
      'planning.plan_items',
      solution.assignments.map(a => {
        const s = sessions.get(a.session)!
        const w = why.get(`${a.employee}|${a.session}`)
        const closes = w?.closes[w.closes.length - 1]
        return {
          agency_id: actor.agencyId,
          id: newId(),
          plan_id: planOf.get(a.employee),
          employee_id: a.employee,
          module_id: s.module_id,
          session_id: a.session,
          title: s.module_name,
          method: s.method,
          share_class: s.share_class,
          starts_on: s.starts_on,
          ends_on: s.ends_on,
          jp: s.jp,
          cost: w ? w.cost.reduce((sum, c) => sum + c.amount, 0) : null,
          budget_line_id: w?.cost[0]?.line ?? null,
          competency_id: closes?.competency ?? null,
          to_level: closes?.level ?? null,
          from_level: closes ? closes.level - 1 : null,
          reason: closes
            ? `Menutup ${names.get(closes.competency) ?? 'kesenjangan'} sampai level ${closes.level}`
            : 'Memenuhi kewajiban JP',
          state: 'planned',
        }
      }),
    )
    await db.run(
      sql`update planning.scenarios set state = 'adopted', adopted_by = ${input.approver}, adopted_at = now() where id = ${scenario.id}`,
    )
    note({
      subjectKind: 'planning.scenario',
      subjectId: scenario.id,
      detail: { people: people.length, seats: solution.assignments.length, approver: input.approver },
    })
    announce({ type: 'ScenarioAdopted', payload: { scenarioId: scenario.id, people: people.length } })
    return { people: people.length, seats: solution.assignments.length }
  },
})
