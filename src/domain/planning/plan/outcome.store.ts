import type { Figure } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import type { Actor } from '#platform/access/actor.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { Answers, ReadinessStep } from '#platform/web/answers.ts'
import { levelFiguresOf, listNeeds } from '../need/need.store.ts'
import { findChange, findWorkingPlan, type PlanChange } from '../plan-change/plan-change.store.ts'
import type { PlanStep } from '../plan-change/plan-step.model.ts'
import { applySteps } from '../plan-change/plan-step.model.ts'
import { carryItem, carryOver } from './carry-over.ts'
import { inOrderOfEffect, type Lift, liftingOf, type Outcome, type OutcomeItem, outcomeOf } from './outcome.model.ts'
import { findPlan, listItems, type Plan, type PlanItem } from './plan.store.ts'
import { effectsOf, type PlanEffect, readJpHeld } from './plan-effects.ts'

/** What the effect of an item is reckoned from. */
type Effective = {
  id: string | null
  moduleId: string | null
  title: string
  endsOn: string | null
  jp: number | null
  cost: number | null
  competencyId: string | null
  fromLevel: number | null
  toLevel: number | null
}

/** Who may read a person's levels: the person herself and those who judge; nobody else sees an unknown in their place. */
export const seesLevels = (actor: Actor, employeeId: string): boolean =>
  actor.employeeId === employeeId || ['hr_officer', 'committee', 'auditor'].includes(actor.role)

/** Items with what each lifts: what the plan agreed for its competency, and what else the module builds. */
export const withLifts = async (db: Db, items: readonly Effective[]): Promise<OutcomeItem[]> => {
  const moduleIds = [...new Set(items.flatMap(i => i.moduleId ?? []))]
  const effects = Map.groupBy(
    await db.rows<Lift & { module_id: string; competency_id: string }>(
      sql`select f.module_id, f.competency_id, c.code, f.from_level as "from", f.to_level as "to", coalesce(e.measured, 0) as measured, coalesce(e.risen, 0) as risen
        from planning.module_effects f join competency.v_competencies c on c.agency_id = f.agency_id and c.id = f.competency_id
        left join planning.module_evidence e on e.agency_id = f.agency_id and e.module_id = f.module_id and e.competency_id = f.competency_id
        where f.module_id = any (${moduleIds}) order by c.code`,
    ),
    e => e.module_id,
  )
  const own = [...new Set(items.flatMap(i => i.competencyId ?? []))]
  const codes = new Map(
    (
      await db.rows<{ id: string; code: string }>(
        sql`select id, code from competency.v_competencies where id = any (${own})`,
      )
    ).map(c => [c.id, c.code]),
  )
  return items.map(i => {
    const built = i.moduleId === null ? [] : (effects.get(i.moduleId) ?? [])
    const code = i.competencyId === null ? undefined : codes.get(i.competencyId)
    const named = built.find(b => b.competency_id === i.competencyId)
    const agreed: Lift[] =
      code !== undefined && i.toLevel !== null
        ? [
            {
              code,
              from: i.fromLevel ?? 0,
              to: i.toLevel,
              measured: named?.measured ?? 0,
              risen: named?.risen ?? 0,
            },
          ]
        : []
    return {
      id: i.id,
      title: i.title,
      endsOn: i.endsOn as Day | null,
      jp: i.jp,
      cost: i.cost,
      lifts: [
        ...agreed,
        ...built
          .filter(b => agreed.length === 0 || b.competency_id !== i.competencyId)
          .map(({ code, from, to, measured, risen }) => ({ code, from, to, measured, risen })),
      ],
    }
  })
}

const effective = (i: PlanItem): Effective => ({ ...carryItem(i), id: i.id })

/** A line of the list of effects: what is added, and what stands after it. */
export type OutcomeRow = {
  key: string
  title: string
  /** Null: where it begins. */
  item: Pick<OutcomeItem, 'endsOn' | 'lifts'> | null
  why: string | null
  outcome: Outcome
  readiness: ReadinessStep | null
}
export type Outcomes = {
  rows: OutcomeRow[]
  /** Each competency from where it stands to where the whole leads. */
  effects: PlanEffect[]
  /** The post it is reckoned against. */
  post: string | null
  hasStandard: boolean
  limits: string[]
}

type Stage = { key: string; title: string; item: OutcomeRow['item']; why: string | null; items: OutcomeItem[] }

const reckon = async (
  db: Db,
  of: { employeeId: string; year: number; post: string | null; positionId: string | null },
  stages: readonly Stage[],
  refOf: (stage: number) => (what: string) => string,
  answers: Answers | undefined,
): Promise<Outcomes> => {
  const asked = (await listNeeds(db, [{ id: of.employeeId, position_name: of.post }], db.on)).get(of.employeeId) ?? []
  const levels = await levelFiguresOf(db, of.employeeId, asked, db.on)
  const needs = asked.map(n => ({ ...n, level: levels.get(n.code) }))
  const jpHeld = await readJpHeld(db, of.employeeId, of.year)
  const ready = needs.length
    ? await answers?.readinessAfter?.(db, {
        employeeId: of.employeeId,
        positionId: of.positionId,
        plans: stages.map(s => liftingOf(s.items)),
      })
    : null
  return {
    post: of.post,
    effects: effectsOf(needs, stages.at(-1)?.items ?? []),
    hasStandard: needs.length > 0,
    limits: ready?.limits ?? [],
    rows: stages.map((s, n) => ({
      key: s.key,
      title: s.title,
      item: s.item,
      why: s.why,
      outcome: outcomeOf(needs, s.items, {
        asOf: db.on,
        year: of.year,
        jpHeld,
        ref: refOf(n),
        post: of.post ?? 'Jabatan',
      }),
      readiness: ready?.steps[n] ?? null,
    })),
  }
}

const counts = (i: PlanItem) => !['done', 'cancelled', 'failed'].includes(i.state)

/** What each item of a plan changes, one after the other in the order in which they take effect. */
export const readPlanOutcomes = async (
  db: Db,
  plan: Plan,
  items: readonly PlanItem[],
  answers?: Answers,
): Promise<Outcomes> => {
  const ordered = inOrderOfEffect(await withLifts(db, items.filter(counts).map(effective)))
  return reckon(
    db,
    {
      employeeId: plan.employee_id,
      year: plan.year,
      post: plan.target_position_name ?? plan.position_name,
      positionId: plan.target_position_id,
    },
    [
      { key: 'now', title: 'Sebelum rencana', item: null, why: null, items: [] },
      ...ordered.map((item, n) => ({
        key: item.id ?? String(n),
        title: item.title,
        item,
        why: null,
        items: ordered.slice(0, n + 1),
      })),
    ],
    n => what => `planning.outcome:plan:${plan.id}:${n}:${what}`,
    answers,
  )
}

/** What each step of a proposal changes against the plan as it stands; null when nothing is open any more. */
export const readChangeOutcomes = async (db: Db, change: PlanChange, answers?: Answers): Promise<Outcomes | null> => {
  const working = change.state === 'open' ? await findWorkingPlan(db, change.employee_id) : null
  const plan = working ? await findPlan(db, working.plan.id) : null
  if (!working || !plan) return null
  const ids = new Map(working.items.map(i => [i.module_id ?? i.title, i.id]))
  const { applied } = applySteps(carryOver(working.items), change.steps)
  const stagesOf = async (steps: readonly PlanStep[]) =>
    withLifts(
      db,
      applySteps(carryOver(working.items), steps).items.map(i => ({
        ...i,
        id: ids.get(i.moduleId ?? i.title) ?? null,
      })),
    )
  const stages: Stage[] = [{ key: 'now', title: 'Rencana sekarang', item: null, why: null, items: await stagesOf([]) }]
  for (const [n, step] of applied.entries()) {
    const items = await stagesOf(applied.slice(0, n + 1))
    stages.push({
      key: `${n}${step.verb}`,
      title: step.item?.title ?? step.title,
      item: step.item
        ? (items.find(i => i.title === step.item!.title) ?? { endsOn: step.item.endsOn as Day | null, lifts: [] })
        : { endsOn: null, lifts: [] },
      why: step.verb,
      items,
    })
  }
  return reckon(
    db,
    {
      employeeId: change.employee_id,
      year: plan.year,
      post: plan.target_position_name ?? plan.position_name,
      positionId: plan.target_position_id,
    },
    stages,
    n => what => `planning.outcome:change:${change.id}:${n}:${what}`,
    answers,
  )
}

/** A figure of an outcome again by its address; closed to whoever may not read the levels. */
export const findOutcomeFigure = async (db: Db, [kind, id, stage, what]: readonly string[]): Promise<Figure | null> => {
  const change = kind === 'change' ? await findChange(db, id) : null
  const plan = kind === 'plan' ? await findPlan(db, id) : null
  const employeeId = change?.employee_id ?? plan?.employee_id
  if (employeeId === undefined || (!seesLevels(db.actor, employeeId) && what !== 'jp')) return null
  const outcomes = change
    ? await readChangeOutcomes(db, change)
    : await readPlanOutcomes(db, plan!, await listItems(db, [id]))
  const outcome = outcomes?.rows[Number(stage)]?.outcome
  if (!outcome) return null
  if (what === 'gap' || what === 'jp' || what === 'cost') return outcome[what]
  const [side, importance] = what.split('-')
  const row = outcome.met.find(m => m.importance === importance)
  return (side === 'met' ? row?.met : row?.asked) ?? null
}
