import { z } from 'zod'
import { addDays, type Day } from '#core/values/day.ts'
import { idsOfNips, type RegisterResult, type RowRefusal, unknownPerson } from '#domain/workforce/register-result.ts'
import { sql } from '#platform/database/database.ts'
import { type Row, type RowChange, rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { choiceScore } from './choice.model.ts'
import { criterionInput } from './open-programme.ts'

/** Place of a row in the caller's own list, told back with each change. */
const line = z.number().int()

export const programmeInput = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  purpose: z.string().nullish(),
  startsOn: z.string(),
  endsOn: z.string().nullish(),
  effectFrom: z.string().nullish(),
  fullEffectFrom: z.string().nullish(),
  criteria: z.array(criterionInput),
  nominees: z.array(
    z.object({
      line,
      nip: z.string(),
      criteria: z.record(z.string(), z.number().min(0).max(100).nullable()),
      isChosen: z.boolean().nullish(),
    }),
  ),
  participants: z.array(
    z.object({
      line,
      nip: z.string(),
      targetPositionName: z.string().nullish(),
      mentorNip: z.string().nullish(),
      mentorName: z.string().nullish(),
      coachNip: z.string().nullish(),
      coachName: z.string().nullish(),
      leftOn: z.string().nullish(),
      leftReason: z.string().nullish(),
    }),
  ),
  items: z.array(
    z.object({
      line,
      nip: z.string(),
      moduleCode: z.string(),
      title: z.string().min(1),
      method: z.string().min(1),
      startsOn: z.string(),
      endsOn: z.string(),
      jp: z.number().nullish(),
      cost: z.number().int().nullish(),
      indicator: z.string().nullish(),
    }),
  ),
})

type Module = {
  id: string
  code: string
  share_class: number
  competency_id: string | null
  from_level: number | null
  to_level: number | null
}

/** Brings a whole programme an agency already runs: nominees with their scores, participants with their guides, each one's plan. */
export const registerProgramme = useCase({
  name: 'register-programme',
  room: 'planning',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['apply-import', 'judge-import'],
  reads: [
    'workforce.employees',
    'workforce.units',
    'workforce.positions',
    'planning.modules',
    'planning.module_effects',
  ],
  writes: [
    'planning.programmes',
    'planning.programme_people',
    'planning.programme_units',
    'planning.plans',
    'planning.plan_items',
    'planning.plan_checks',
  ],
  input: programmeInput,
  async run({ input, db, actor, on, newId, note, announce }): Promise<RegisterResult & { programmeId: string }> {
    const refusals: RowRefusal[] = []
    const changes: RowChange[] = []
    const { nominees, participants, items } = input
    const ids = await idsOfNips(db, [
      ...nominees.map(n => n.nip),
      ...participants.flatMap(p => [p.nip, p.mentorNip, p.coachNip].filter(n => n !== null && n !== undefined)),
      ...items.map(i => i.nip),
    ])
    const people = new Map(
      (
        await db.rows<{ id: string; name: string; unit_id: string }>(
          sql`select id, name, unit_id from workforce.v_people where id = any (${[...ids.values()]})`,
        )
      ).map(p => [p.id, p]),
    )
    const [programme] = await saveRows(db, 'planning.programmes', {
      rows: [
        {
          code: input.code,
          name: input.name,
          purpose: input.purpose ?? null,
          state: input.endsOn && input.endsOn < on ? 'follow-up' : 'running',
          starts_on: input.startsOn,
          ends_on: input.endsOn ?? null,
          effect_from: input.effectFrom ?? null,
          full_effect_from: input.fullEffectFrom ?? null,
          seats: participants.length || null,
          weights: { criteria: input.criteria },
        },
      ],
      existing: await rowsAsJson(db, 'planning.programmes', sql`t.code = ${input.code}`),
      keyOf: r => String(r.code),
      newId,
    })
    const programmeId = String(programme.after?.id)
    changes.push(programme)

    // One row per person: the nomination, and for those chosen what became of it.
    const rows = new Map<string, { row: Row; line: number }>()
    const personRow = (at: number, nip: string): Row | null => {
      const employeeId = ids.get(nip)
      if (!employeeId) {
        refusals.push(unknownPerson(at, nip))
        return null
      }
      const known = rows.get(employeeId)
      if (known) return known.row
      const row: Row = {
        programme_id: programmeId,
        employee_id: employeeId,
        role: 'participant',
        unit_id: people.get(employeeId)?.unit_id ?? null,
        criteria: null,
        score: null,
        figure: null,
        is_chosen: null,
        mentor_name: null,
        coach_name: null,
        left_on: null,
        left_reason: null,
      }
      rows.set(employeeId, { row, line: at })
      return row
    }
    for (const n of nominees) {
      const row = personRow(n.line, n.nip)
      if (!row) continue
      const employeeId = String(row.employee_id)
      const figure = choiceScore(
        { employeeId, name: people.get(employeeId)?.name ?? '', criteria: n.criteria },
        input.criteria,
        programmeId,
        input.startsOn,
      )
      Object.assign(row, { criteria: n.criteria, score: figure.value, figure, is_chosen: n.isChosen ?? null })
    }
    const guides: { row: Row; line: number }[] = []
    for (const p of participants) {
      const row = personRow(p.line, p.nip)
      if (!row) continue
      Object.assign(row, {
        is_chosen: true,
        mentor_name: p.mentorName ?? null,
        coach_name: p.coachName ?? null,
        left_on: p.leftOn ?? null,
        left_reason: p.leftReason ?? null,
      })
      for (const [role, nip] of [
        ['mentor', p.mentorNip],
        ['coach', p.coachNip],
      ] as const) {
        const id = nip ? ids.get(nip) : undefined
        if (id)
          guides.push({
            row: {
              ...row,
              employee_id: id,
              role,
              unit_id: people.get(id)?.unit_id ?? null,
              criteria: null,
              score: null,
              figure: null,
              is_chosen: null,
              mentor_name: null,
              coach_name: null,
              left_on: null,
              left_reason: null,
            },
            line: p.line,
          })
      }
    }
    const personKey = (r: Row) => `${r.employee_id}|${r.role}`
    const existingPeople = await rowsAsJson(db, 'planning.programme_people', sql`t.programme_id = ${programmeId}`)
    const peopleRows = [...rows.values(), ...guides]
    const peopleChanges = await saveRows(db, 'planning.programme_people', {
      rows: peopleRows.map(r => r.row),
      existing: existingPeople,
      keyOf: personKey,
      newId,
      identity: ['programme_id', 'employee_id', 'role'],
    })
    changes.push(...peopleChanges.map(c => ({ ...c, line: peopleRows[c.line].line })))

    // Units that sent somebody stand on the programme's side; all others are there to compare with.
    const sending = new Set(participants.flatMap(p => people.get(ids.get(p.nip) ?? '')?.unit_id ?? []))
    const units = await db.rows<{ id: string }>(sql`select id from workforce.v_units order by id`)
    const knownUnits = await rowsAsJson(db, 'planning.programme_units', sql`t.programme_id = ${programmeId}`)
    const decided = new Set(knownUnits.map(u => u.unit_id))
    const unitChanges = await saveRows(db, 'planning.programme_units', {
      rows: units
        .filter(u => !decided.has(u.id))
        .map(u => ({ programme_id: programmeId, unit_id: u.id, side: sending.has(u.id) ? 'programme' : 'comparison' })),
      existing: knownUnits,
      keyOf: r => String(r.unit_id),
      newId,
      identity: ['programme_id', 'unit_id'],
    })
    changes.push(...unitChanges.map(c => ({ ...c, line: participants[0]?.line ?? -1 })))

    const modules = new Map(
      (
        await db.rows<Module>(sql`select distinct on (m.code) m.id, m.code, m.share_class, e.competency_id, e.from_level, e.to_level
          from planning.v_modules m left join planning.v_module_effects e on e.agency_id = m.agency_id and e.module_id = m.id order by m.code, m.valid_from desc, e.to_level desc, e.code`)
      ).map(m => [m.code, m]),
    )
    const targets = new Map(
      (
        await db.rows<{ id: string; name: string }>(
          sql`select distinct on (lower(name)) id, name from workforce.v_positions order by lower(name), id`,
        )
      ).map(p => [p.name.toLowerCase(), p.id]),
    )
    const targetOf = new Map(
      participants.map(p => [
        p.nip,
        p.targetPositionName ? (targets.get(p.targetPositionName.toLowerCase()) ?? null) : null,
      ]),
    )
    const planned = items.filter(i => {
      if (!ids.has(i.nip)) refusals.push(unknownPerson(i.line, i.nip))
      return ids.has(i.nip)
    })
    const planNips = [...new Set(planned.map(i => i.nip))]
    const planChanges = await saveRows(db, 'planning.plans', {
      rows: planNips.map(nip => ({
        employee_id: ids.get(nip),
        programme_id: programmeId,
        target_position_id: targetOf.get(nip) ?? null,
        year: Number(input.startsOn.slice(0, 4)),
        version: 1,
        state: 'running',
        reason: `Jalur peserta ${input.name}.`,
        created_on: input.startsOn,
      })),
      existing: await rowsAsJson(db, 'planning.plans', sql`t.programme_id = ${programmeId}`),
      keyOf: r => String(r.employee_id),
      newId,
    })
    const planOf = new Map(planChanges.map(c => [String(c.after?.employee_id), String(c.after?.id)]))
    const lineOfPlan = planNips.map(nip => planned.find(i => i.nip === nip)?.line ?? -1)
    changes.push(...planChanges.map(c => ({ ...c, line: lineOfPlan[c.line] })))

    const itemChanges = await saveRows(db, 'planning.plan_items', {
      rows: planned.map(i => {
        const m = modules.get(i.moduleCode)
        const employeeId = String(ids.get(i.nip))
        return {
          plan_id: planOf.get(employeeId),
          employee_id: employeeId,
          module_id: m?.id ?? null,
          title: i.title,
          method: i.method,
          share_class: m?.share_class ?? 10,
          starts_on: i.startsOn,
          ends_on: i.endsOn,
          jp: i.jp ?? null,
          cost: i.cost ?? null,
          competency_id: m?.competency_id ?? null,
          from_level: m?.from_level ?? null,
          to_level: m?.to_level ?? null,
          indicator: i.indicator ?? null,
          state: i.endsOn < on ? 'done' : i.startsOn <= on ? 'running' : 'planned',
          done_on: i.endsOn < on ? i.endsOn : null,
        }
      }),
      existing: await rowsAsJson(db, 'planning.plan_items', sql`t.plan_id = any (${[...planOf.values()]})`),
      keyOf: r => `${r.plan_id}|${r.title}|${r.starts_on}`,
      newId,
    })
    changes.push(...itemChanges.map(c => ({ ...c, line: planned[c.line].line })))

    // The 30/60/90-day checks belong to the last formal item of each plan.
    const lastFormal = new Map<string, Row>()
    for (const c of itemChanges) {
      const item = c.after as Row
      const before = lastFormal.get(String(item.plan_id))
      if (item.share_class === 10 && (!before || String(before.ends_on) < String(item.ends_on)))
        lastFormal.set(String(item.plan_id), item)
    }
    const checks = [...lastFormal.values()].flatMap(item =>
      [30, 60, 90].map(day => ({
        item_id: item.id,
        employee_id: item.employee_id,
        day_number: day,
        due_on: addDays(String(item.ends_on) as Day, day),
      })),
    )
    const checkChanges = await saveRows(db, 'planning.plan_checks', {
      rows: checks,
      existing: await rowsAsJson(
        db,
        'planning.plan_checks',
        sql`t.item_id = any (${checks.map(c => String(c.item_id))})`,
      ),
      keyOf: r => `${r.item_id}|${r.day_number}`,
      newId,
      identity: ['item_id', 'day_number'],
    })
    changes.push(...checkChanges.map(c => ({ ...c, line: -1 })))
    note({
      subjectKind: 'planning.programme',
      subjectId: programmeId,
      detail: { nominees: nominees.length, participants: participants.length, items: items.length },
    })
    if (changes.some(c => c.kind !== 'same'))
      announce({ type: 'ProgrammeRegistered', payload: { programmeId, agencyId: actor.agencyId } })
    return { changes, refusals, programmeId }
  },
})
