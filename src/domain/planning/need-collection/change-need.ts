import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { openForEntry, openNeed, writerOf } from './entry.ts'
import { collectionRules } from './need-collection.rules.ts'
import { type CompetencyKind, formOf } from './need-order.model.ts'

/** What a person fills in of a need; a module of the catalogue brings what is left empty. */
export const needFields = {
  moduleId: z.string().uuid().nullish(),
  title: z.string().trim().max(300).nullish(),
  form: z.string().trim().max(120).nullish(),
  jp: z.coerce.number({ error: 'JP harus berupa angka.' }).positive({ error: 'JP lebih dari 0.' }).max(2000).nullish(),
  /** Null: not known yet; 0: free. */
  cost: field.whole('Perkiraan biaya', 0, 10_000_000_000).nullish(),
  quarter: field.whole('Triwulan', 1, 4).nullish(),
  planYear: field.whole('Tahun', 2020, 2100).nullish(),
  why: z.string().trim().max(2000).nullish(),
}

type Filled = {
  moduleId?: string | null
  title?: string | null
  form?: string | null
  jp?: number | null
  cost?: number | null
}

/** Title, form, provider, JP and cost: as written, else the module's own. */
export const completed = async (
  db: Db,
  input: Filled,
  kind: CompetencyKind | null,
  on: Day,
): Promise<{
  module_id: string | null
  title: string | null
  form: string | null
  provider: string | null
  jp: number | null
  cost: number | null
}> => {
  const module = input.moduleId
    ? await db.find<{
        id: string
        name: string
        method: string
        form: string | null
        provider: string | null
        jp: number | null
        cost: number | null
      }>(
        sql`select id, name, method, form, provider, jp::float as jp, cost_per_head as cost from planning.v_modules where id = ${input.moduleId}`,
      )
    : null
  if (input.moduleId && !module) throw errors.catalogue.notInForce()
  return {
    module_id: module?.id ?? null,
    title: input.title || module?.name || null,
    form: input.form || module?.form || (module ? formOf(module.method, kind, collectionRules.on(on).body) : null),
    provider: module?.provider ?? null,
    jp: input.jp ?? module?.jp ?? null,
    cost: input.cost ?? module?.cost ?? null,
  }
}

/** Another row of the person that asks for the same module. */
export const hasTwin = async (
  db: Db,
  row: { collectionId: string; employeeId: string; moduleId: string | null; exceptId: string },
): Promise<boolean> =>
  row.moduleId !== null &&
  (await db.find(
    sql`select 1 from planning.collected_needs where collection_id = ${row.collectionId} and employee_id = ${row.employeeId} and module_id = ${row.moduleId} and id <> ${row.exceptId} and state not in ('refused', 'merged', 'withdrawn')`,
  )) !== null

/** Changes a row. The supervisor's change is her confirmation; who writes in her place leaves the word to her. */
export const changeNeed = useCase({
  name: 'change-need',
  room: 'planning',
  permission: { supervisor: 'team', hr_officer: 'agency', asn: 'own' },
  writes: ['planning.collected_needs'],
  reads: ['planning.need_collections', 'planning.need_delegations'],
  input: z.object({ needId: field.id('Kebutuhan'), lateReason: z.string().max(2000).nullish(), ...needFields }),
  async run({ input, db, actor, on, note }) {
    const need = await openNeed(db, input.needId)
    const { collection, lateReason } = await openForEntry(db, need.collection_id, input.lateReason, on)
    const writer = await writerOf(db, actor, { collectionId: collection.id, employeeId: need.employee_id })
    if (writer === 'supervisor' && need.employee_id === actor.employeeId) throw errors.need.own()
    const row = await completed(db, input, need.kind, on)
    if (
      await hasTwin(db, {
        collectionId: collection.id,
        employeeId: need.employee_id,
        moduleId: row.module_id,
        exceptId: need.id,
      })
    )
      throw errors.collection.twice(row.title ?? need.title)
    const isConfirmed = writer !== 'delegate'
    await db.run(
      sql`update planning.collected_needs set module_id = ${row.module_id}, title = ${row.title ?? need.title}, form = ${row.form}, provider = ${row.provider}, jp = ${row.jp}, cost = ${row.cost},
        quarter = ${input.quarter ?? null}, plan_year = ${input.planYear ?? need.plan_year}, why = ${input.why || need.why}, is_changed = true,
        state = ${isConfirmed ? 'confirmed' : 'waiting'}, decided_by_name = ${isConfirmed ? actor.name : null}, decided_on = ${isConfirmed ? on : null}, decision_reason = null,
        entered_by_name = ${isConfirmed ? need.entered_by_name : actor.name}, late_reason = ${lateReason} where id = ${need.id}`,
    )
    note({
      subjectKind: 'planning.collected-need',
      subjectId: need.id,
      employeeId: need.employee_id,
      reason: input.why ?? lateReason,
      detail: {
        before: { title: need.title, jp: need.jp, cost: need.cost },
        after: { title: row.title ?? need.title, jp: row.jp, cost: row.cost },
      },
    })
    return { collectionId: collection.id, isConfirmed }
  },
})
