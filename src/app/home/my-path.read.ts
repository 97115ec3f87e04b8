import type { Figure } from '#core/figure/figure.ts'
import { type Day, yearOf } from '#core/values/day.ts'
import { gapsOf } from '#domain/competency/gap/profile.store.ts'
import { findPlanInForce, listItems } from '#domain/planning/plan/plan.store.ts'
import { findTargetRequirements } from '#domain/succession/eligibility/target-requirements.store.ts'
import { findDevelopmentMessage } from '#domain/talent/score/person-score.store.ts'
import { hasOwnFeedback, hasOwnInterviews, hasOwnNominations, hasOwnValues } from '#domain/talent/talent.queue.ts'
import { findPerson } from '#domain/workforce/employee/employee.store.ts'
import { jpLedgers } from '#domain/workforce/workforce.figures.ts'
import { listLooks } from '#platform/audit/audit.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { notFound } from '#platform/refusal.ts'
import type { Page } from '#platform/web/page.ts'
import { listOwnItems } from './waiting.read.ts'
import { inOrder } from './waiting-item.ts'

type Target = { id: string; name: string; unit: string | null; tier: string }

/** Recorded JP by how they were earned; the largest first. */
const jpForms = async (db: Db, parts: readonly Figure[]) => {
  const forms = new Map(
    (
      await db.rows<{ id: string; form: string | null }>(
        sql`select id, form from workforce.v_trainings where id = any (${parts.flatMap(part => part.sources.slice(0, 1).map(source => source.id))})`,
      )
    ).map(row => [row.id, row.form]),
  )
  const sums = { training: 0, coaching: 0, mentoring: 0 }
  for (const part of parts) {
    const form = forms.get(part.sources[0]?.id ?? '')?.toLowerCase() ?? ''
    sums[form === 'coaching' || form === 'mentoring' ? form : 'training'] += Number(part.value ?? 0)
  }
  return (['training', 'coaching', 'mentoring'] as const)
    .map(form => ({ form, value: sums[form] }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
}

/** The one post above the target in its unit, where the ladder goes on. */
const findAfterwards = (db: Db, target: Target): Promise<Target | null> => {
  const above = { Pelaksana: 'Pengawas', Pengawas: 'Administrator', Administrator: 'JPT Pratama' }[target.tier]
  if (!above) return Promise.resolve(null)
  return db.find<Target>(sql`
    select min(p.id::text) as id, min(p.name) as name, min(p.unit_short_name) as unit, min(p.tier) as tier from workforce.v_positions p
    join workforce.v_positions t on t.agency_id = p.agency_id and t.id = ${target.id} and p.unit_id = t.unit_id
    where p.tier = ${above} and p.valid_until is null having count(*) = 1`)
}

/** Missing first, then not known, then met. */
const gapRank = { gap: 0, unknown: 1, meets: 2 } as const

/** All that an employee's own page says, read as herself. */
export const readMyPath = async ({ db, on, visit }: Page, employeeId: string) => {
  const person = await findPerson(db, employeeId)
  if (!person) throw notFound('Data pegawai Anda')
  const modules = visit.modules
  const year = yearOf(on)
  const target = modules.has('talent')
    ? await db.find<Target>(
        sql`select p.id, p.name, p.unit_short_name as unit, p.tier from talent.v_aspirations a
          join workforce.v_positions p on p.agency_id = a.agency_id and p.id = a.target_position_id
          where a.employee_id = ${employeeId} order by a.stated_on desc limit 1`,
      )
    : null
  const ledger = (await jpLedgers(db, [person], year)).get(employeeId)!
  const plan = modules.has('planning') ? await findPlanInForce(db, employeeId) : null
  const items = plan ? await listItems(db, [plan.id]) : []
  const planned = items.filter(item => ['planned', 'waiting', 'running'].includes(item.state))
  const post = target
    ? { id: target.id, name: target.name, tier: target.tier }
    : person.position_name
      ? { id: person.position_id, name: person.position_name, tier: person.tier }
      : null
  return {
    kind: 'my-path' as const,
    person: {
      name: person.name,
      position: person.position_name,
      unit: person.unit_short_name,
      tier: person.tier,
      since: person.position_since as Day | null,
    },
    target,
    afterwards: target ? await findAfterwards(db, target) : null,
    requirements: target && modules.has('succession') ? await findTargetRequirements(db, target.id, employeeId) : null,
    year,
    waiting: inOrder(await listOwnItems(db, employeeId, modules)).slice(0, 6),
    jp: {
      counted: ledger.counted,
      target: ledger.target,
      isCeiling: ledger.isCeiling,
      planned: planned.reduce((total, item) => total + (item.jp ?? 0), 0),
      forms: await jpForms(db, ledger.counted.parts),
    },
    gaps: post
      ? ((await gapsOf(db, [{ id: employeeId, post }])).get(employeeId)?.profile.gaps ?? [])
          .map(gap => ({
            code: gap.code,
            name: gap.name,
            required: gap.required,
            level: gap.level,
            gap: gap.gap,
            state: gap.state,
            sources: gap.bySource.map(({ name, level, on: day, isExpired }) => ({ name, level, on: day, isExpired })),
          }))
          .sort((a, b) => gapRank[a.state] - gapRank[b.state] || Number(b.gap.value ?? 0) - Number(a.gap.value ?? 0))
      : [],
    plan: plan ? { id: plan.id, version: plan.version, agreedOn: plan.agreed_by_employee_on, items } : null,
    message: modules.has('talent') ? await findDevelopmentMessage(db, employeeId) : null,
    hasInterviews: modules.has('talent') && (await hasOwnInterviews(db)),
    hasNominations: modules.has('talent') && (await hasOwnNominations(db)),
    hasFeedback: modules.has('talent') && (await hasOwnFeedback(db)),
    hasValues: modules.has('talent') && (await hasOwnValues(db)),
    looks: (await listLooks(db, employeeId, 3)).map(look => ({ ...look })),
    on,
    zone: visit.agency?.timeZone ?? 'Asia/Jakarta',
    mayAim: modules.has('talent'),
    mayObject: modules.has('talent'),
    employeeId,
  }
}

export type MyPathData = Awaited<ReturnType<typeof readMyPath>>
