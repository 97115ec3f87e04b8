import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { leftOutOf } from '../need-collection/left-out.model.ts'
import { deferNeeds } from '../need-collection/run-collection.ts'
import type { PlannerInstance } from '../selection/instance.model.ts'
import type { WhyOut } from '../selection/solution.model.ts'
import { findScenario } from './scenario.store.ts'

type Closed = { competency: string; level: number; points: number }

/** The competency a seat is worth most for, with the levels it goes through; null when it closes none. */
const mainGain = (closes: readonly Closed[]) => {
  const worth = new Map<string, number>()
  for (const c of closes) worth.set(c.competency, (worth.get(c.competency) ?? 0) + c.points)
  const [best] = [...worth].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (!best) return null
  const levels = closes.filter(c => c.competency === best[0]).map(c => c.level)
  return { competency: best[0], from: Math.min(...levels) - 1, to: Math.max(...levels) }
}

/** Approves and freezes a scenario: each person's part becomes a proposed plan; the figures stay as they are. */
export const adoptScenario = useCase({
  name: 'adopt-scenario',
  room: 'planning',
  permission: { hr_officer: 'agency', leader: 'agency' },
  writes: [
    'planning.scenarios',
    'planning.plans',
    'planning.plan_items',
    'planning.facilitator_bookings',
    'platform.notices',
  ],
  reads: ['planning.modules', 'planning.sessions', 'planning.facilitators', 'competency.competencies'],
  input: z.object({ scenarioId: field.id('Skenario'), approver: field.text('Nama yang menyetujui', 200) }),
  async run({ input, db, actor, on, newId, note, announce, call }) {
    const scenario = await findScenario(db, input.scenarioId)
    if (!scenario) throw errors.scenario.notFound()
    if (scenario.state === 'adopted') throw errors.scenario.adopted()
    const solution = scenario.solution as {
      status: string
      assignments: { employee: string; session: string }[]
      openSessions?: { session: string; trainers: string[] }[]
      why?: {
        in: {
          employee: string
          session: string
          closes: { competency: string; level: number; points: number }[]
          cost: { line: string; amount: number }[]
        }[]
        out?: WhyOut[]
      }
    } | null
    if (!solution || !['optimal', 'feasible'].includes(solution.status)) throw errors.scenario.notSolved()
    if (solution.assignments.length === 0) throw errors.scenario.noSeat()
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
        reason: `Skenario ${scenario.name}, dibekukan ${formatDay(on)}`,
        created_on: on,
        replaces_id: versions.get(p)?.id ?? null,
      })),
    )
    await db.insert(
      'planning.plan_items',
      solution.assignments.map(a => {
        const s = sessions.get(a.session)!
        const w = why.get(`${a.employee}|${a.session}`)
        const closes = mainGain(w?.closes ?? [])
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
          to_level: closes?.to ?? null,
          from_level: closes?.from ?? null,
          reason: closes
            ? `Menutup ${names.get(closes.competency) ?? 'kesenjangan'} sampai level ${closes.to}`
            : 'Memenuhi kewajiban JP',
          state: 'planned',
        }
      }),
    )
    // Whoever the plan chose to teach is asked like for any other class.
    await db.insert(
      'planning.facilitator_bookings',
      (solution.openSessions ?? []).flatMap(o => {
        const jp = sessions.get(o.session)?.jp
        return jp == null
          ? []
          : o.trainers.map(trainer => ({
              agency_id: actor.agencyId,
              id: newId(),
              facilitator_id: trainer,
              session_id: o.session,
              jp,
              reason: `Skenario ${scenario.name}`,
              booked_by_name: input.approver,
              booked_on: on,
            }))
      }),
      'on conflict do nothing',
    )
    await db.run(
      sql`update planning.scenarios set state = 'adopted', adopted_by = ${input.approver}, adopted_at = now() where id = ${scenario.id}`,
    )
    await notify(
      db,
      people.map(p => ({
        employeeId: p,
        href: `/diklat/rencana/${planOf.get(p)}`,
        text: `Usulan rencana pengembangan ${scenario.year} menunggu persetujuan Anda.`,
        textEn: `The proposed development plan for ${scenario.year} waits for your agreement.`,
      })),
    )
    // Who has needs and got nothing stands first in line next year, with what kept her out.
    const leftOut = leftOutOf(
      (scenario.instance as unknown as PlannerInstance | null)?.employees ?? [],
      new Set(people),
      solution.why?.out ?? [],
    )
    if (leftOut.length > 0)
      await call(deferNeeds, {
        fromYear: scenario.year,
        source: 'scenario',
        sourceId: scenario.id,
        people: leftOut,
      })
    note({
      subjectKind: 'planning.scenario',
      subjectId: scenario.id,
      detail: {
        people: people.length,
        leftOut: leftOut.length,
        seats: solution.assignments.length,
        approver: input.approver,
      },
    })
    announce({ type: 'ScenarioAdopted', payload: { scenarioId: scenario.id, people: people.length } })
    return { people: people.length, seats: solution.assignments.length }
  },
})
