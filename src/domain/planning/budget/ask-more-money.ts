import { createHash } from 'node:crypto'
import { z } from 'zod'
import { formatRupiah } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { queueWork, type WorkHandler } from '#platform/jobs/work.ts'
import { execute, field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findScenario } from '../scenario/scenario.store.ts'
import { type PlannerInstance, parseInstance } from '../selection/instance.model.ts'
import type { PlannerSolution } from '../selection/solution.model.ts'
import { solveInWorker } from '../selection/solve-in-worker.ts'
import { amountsBeside, type MoneyStep, stepOf } from './more-money.model.ts'

/** Asks the planner what more money on the paying line of a solved scenario would buy; the answer comes on its own thread. */
export const askMoreMoney = useCase({
  name: 'ask-more-money',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.money_answers', 'platform.works'],
  reads: ['planning.scenarios'],
  input: z.object({ scenarioId: field.id('Skenario') }),
  async run({ input, db, actor, on, newId, note }) {
    const scenario = await findScenario(db, input.scenarioId)
    if (!scenario) throw errors.scenario.notFound()
    const status = (scenario.solution as { status?: string } | null)?.status
    if (!scenario.instance || !['optimal', 'feasible'].includes(status ?? '')) throw errors.scenario.notSolved()
    const id = newId()
    const workId = await queueWork({ db, actor, newId }, 'price-more-money', { answerId: id })
    await db.insert('planning.money_answers', [
      {
        agency_id: actor.agencyId,
        id,
        year: scenario.year,
        scenario_id: scenario.id,
        work_id: workId,
        state: 'waiting',
        asked_by_name: actor.name,
        asked_on: on,
      },
    ])
    note({ subjectKind: 'planning.scenario', subjectId: scenario.id, detail: { moneyAnswer: id } })
    return { id, workId }
  },
})

/** Keeps the planner's answer; called by the worker alone. */
export const keepMoneyAnswer = useCase({
  name: 'keep-money-answer',
  room: 'planning',
  permission: { system: 'agency' },
  writes: ['planning.money_answers'],
  input: z.object({
    answerId: field.id('Jawaban'),
    lineId: z.string().uuid().nullable(),
    instanceHash: z.string().nullable(),
    steps: z.array(z.unknown()),
    message: z.string().nullable(),
  }),
  async run({ input, db, note }) {
    await db.run(
      sql`update planning.money_answers set state = ${input.message === null ? 'ready' : 'failed'}, line_id = ${input.lineId}, instance_hash = ${input.instanceHash}, steps = ${JSON.stringify(input.steps)}::jsonb, message = ${input.message} where id = ${input.answerId}`,
    )
    note({ subjectKind: 'planning.money-answer', subjectId: input.answerId, detail: { steps: input.steps.length } })
  },
})

/** How long each amount may be searched. */
const secondsEach = 20

/** The line that most seats are charged to. */
const payerOf = (instance: PlannerInstance): string | null => {
  const times = new Map<string, number>()
  for (const s of instance.sessions) {
    const line = s.perHeadPayer.startsWith('line:') ? s.perHeadPayer.slice(5) : null
    if (line) times.set(line, (times.get(line) ?? 0) + 1)
  }
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}

/** The long work: the same question with more on the line, once for each amount. */
export const priceMoreMoney: WorkHandler = async ({ database, actor, input, progress, isStopping }) => {
  const { answerId } = input as { answerId: string }
  const scenario = await database.as(
    actor,
    async db => {
      const asked = await db.find<{ scenario_id: string }>(
        sql`select scenario_id from planning.money_answers where id = ${answerId} and state = 'waiting'`,
      )
      return asked ? findScenario(db, asked.scenario_id) : null
    },
    { readOnly: true },
  )
  if (!scenario?.instance || !scenario.solution) return { status: 'kept' }
  const keep = (kept: {
    lineId: string | null
    instanceHash: string | null
    steps: MoneyStep[]
    message: string | null
  }) => execute(database, actor, keepMoneyAnswer, { answerId, ...kept })
  const parsed = parseInstance(scenario.instance)
  const line = parsed.ok ? payerOf(parsed.instance) : null
  const budget = parsed.ok ? parsed.instance.budgetLines.find(l => l.id === line) : undefined
  if (!parsed.ok || line === null || !budget) {
    await keep({ lineId: null, instanceHash: null, steps: [], message: 'Skenario ini tidak membebani satu baris pun.' })
    return { status: 'failed' }
  }
  const instanceHash = createHash('sha256').update(JSON.stringify(scenario.instance)).digest('hex')
  const steps = [stepOf(0, scenario.solution as unknown as PlannerSolution)]
  const amounts = amountsBeside(budget.amount)
  const abort = new AbortController()
  const watch = setInterval(() => isStopping() && abort.abort(), 500)
  try {
    for (const [i, amount] of amounts.entries()) {
      await progress(i, amounts.length, `Menghitung tambahan ${formatRupiah(amount)}`)
      const solution = await solveInWorker(
        {
          ...parsed.instance,
          budgetLines: parsed.instance.budgetLines.map(l => (l.id === line ? { ...l, amount: l.amount + amount } : l)),
        },
        { mode: 'interactive', seconds: secondsEach, seed: 1, marginalLines: [] },
        undefined,
        abort.signal,
      )
      if (['optimal', 'feasible'].includes(solution.status)) steps.push(stepOf(amount, solution))
      if (abort.signal.aborted) break
    }
  } finally {
    clearInterval(watch)
  }
  await keep({
    lineId: line,
    instanceHash,
    steps,
    message: steps.length > 1 ? null : 'Penyusun rencana tidak menemukan rencana dalam waktunya.',
  })
  return { status: steps.length > 1 ? 'ready' : 'failed' }
}
