import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import type { WorkHandler } from '#platform/jobs/work.ts'
import { execute, field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { parseInstance } from '../selection/instance.model.ts'
import { solveInWorker } from '../selection/solve-in-worker.ts'
import { buildInstance, payingLineOf } from './build-instance.model.ts'
import { findScenario, gatherScenario, largestScenario } from './scenario.store.ts'

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

/** Seconds a search may take: a large year needs minutes to come near the best. */
const patienceFor = (people: number): number => (people > 2_000 ? 300 : 60)

/** The long work: gather, build, solve on its own thread with progress, check, keep. What has its answer keeps it. */
export const solveScenario: WorkHandler = async ({ database, actor, input, progress, isStopping }) => {
  const { scenarioId } = input as { scenarioId: string }
  const gathered = await database.as(
    actor,
    async db => {
      const scenario = await findScenario(db, scenarioId)
      if (!scenario) throw errors.scenario.notFound()
      if (!['waiting', 'solving'].includes(scenario.state)) return null
      return gatherScenario(db, scenario.name, scenario.settings.scope, scenario.settings.rules)
    },
    { readOnly: true },
  )
  if (!gathered) return { status: 'kept' }
  if (gathered.people.length === 0) throw errors.scenario.nobody()
  if (gathered.people.length > largestScenario) throw errors.scenario.tooMany(gathered.people.length, largestScenario)
  if (gathered.sessions.length === 0) throw errors.scenario.noSession()
  const built = buildInstance(gathered)
  const parsed = parseInstance(built.instance)
  if (!parsed.ok) throw new Error(parsed.reasons.join(' '))
  // Every seat is charged to this line, so it is the one whose next Rp10 million are worth solving exactly.
  const payer = payingLineOf(gathered.settings, gathered.lines)
  const seconds = patienceFor(gathered.people.length)
  const abort = new AbortController()
  const watch = setInterval(() => isStopping() && abort.abort(), 500)
  try {
    const solution = await solveInWorker(
      parsed.instance,
      { mode: 'interactive', seconds, seed: 1, marginalLines: payer ? [payer] : [] },
      p => {
        const gap =
          p.bound !== null && p.value !== null && p.bound !== 0
            ? Math.max(0, (p.bound - p.value) / Math.abs(p.bound))
            : null
        void progress(
          Math.round(p.seconds),
          seconds,
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
      remarks: {
        toAssess: built.toAssess,
        leftOut: built.leftOut,
        itemised: built.itemised,
        sexUnknown: built.sexUnknown,
      },
    })
    return { status: solution.status }
  } finally {
    clearInterval(watch)
  }
}
