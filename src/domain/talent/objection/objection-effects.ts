import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { addDays, type Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { dueAfter } from './objection.model.ts'
import { objectionRules } from './objection.rules.ts'
import { findEffect } from './objection.store.ts'

/** Keeps what a granted objection touches and tells each owner; told twice, it is kept once. */
export const recordObjectionEffects = useCase({
  name: 'record-objection-effects',
  room: 'talent',
  permission: {},
  calledBy: ['answer-objection', 'trace-objection-plans', 'trace-objection-succession'],
  reads: ['talent.objections', 'workforce.employees', 'workforce.units', 'workforce.positions', 'workforce.holidays'],
  writes: ['talent.objection_effects', 'platform.notices'],
  input: z.object({
    objectionId: field.id('Sanggahan'),
    effects: z.array(
      z.object({
        kind: z.enum(['map', 'plan', 'bench', 'dossier']),
        subjectId: z.string().uuid(),
        label: z.string(),
        href: z.string(),
        ownerId: z.string().uuid().nullish(),
      }),
    ),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const objection = await db.one<{ employee_id: string; state: string }>(
      sql`select employee_id, state from talent.objections where id = ${input.objectionId}`,
    )
    if (objection.state !== 'granted') throw errors.objection.notOpen()
    const owners = new Map(
      (
        await db.rows<{ id: string; name: string }>(
          sql`select id, name from workforce.v_people where id = any (${input.effects.flatMap(e => e.ownerId ?? [])}::uuid[])`,
        )
      ).map(p => [p.id, p.name]),
    )
    const holidays = new Set(
      (await db.rows<{ day: string }>(sql`select day from workforce.v_holidays where day > ${on}`)).map(h => h.day),
    )
    const dueOn: Day = dueAfter(on, holidays, (await holdingFor(db, objectionRules, on)).body) ?? addDays(on, 14)
    let kept = 0
    for (const e of input.effects) {
      const ownerName = e.ownerId ? owners.get(e.ownerId) : undefined
      const fresh = await db.insert(
        'talent.objection_effects',
        [
          {
            agency_id: actor.agencyId,
            id: newId(),
            objection_id: input.objectionId,
            employee_id: objection.employee_id,
            kind: e.kind,
            subject_id: e.subjectId,
            label: e.label,
            href: e.href,
            owner_id: ownerName ? e.ownerId : null,
            owner_name: ownerName ?? 'Pengelola talenta',
            state: 'open',
            found_on: on,
            due_on: dueOn,
          },
        ],
        'on conflict (agency_id, objection_id, kind, subject_id) do nothing',
      )
      kept += fresh
      if (fresh > 0 && ownerName && e.ownerId)
        await notify(db, [
          {
            employeeId: e.ownerId,
            text: `Sebuah sanggahan diterima. Tinjau ${e.label} sampai ${formatDay(dueOn)}.`,
            textEn: `An objection was granted. Please review ${e.label} by ${formatDay(dueOn, 'long', 'en')}.`,
            href: '/',
          },
        ])
    }
    note({
      subjectKind: 'talent.objection',
      subjectId: input.objectionId,
      employeeId: objection.employee_id,
      detail: { effects: kept },
    })
    return { kept }
  },
})

/** The owner says what became of what was touched: put right, or looked at and unchanged, with the reason. */
export const settleObjectionEffect = useCase({
  name: 'settle-objection-effect',
  room: 'talent',
  permission: { asn: 'own', hr_officer: 'agency' },
  writes: ['talent.objection_effects'],
  input: z.object({
    effectId: field.id('Hal yang ditinjau'),
    outcome: z.enum(['changed', 'kept'], { error: 'Pilih apa yang Anda lakukan.' }),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note }) {
    const effect = await findEffect(db, input.effectId)
    if (!effect || (actor.role !== 'hr_officer' && effect.owner_id !== actor.employeeId))
      throw errors.objection.effectNotFound()
    if (effect.state !== 'open') throw errors.objection.effectSettled()
    await db.run(
      sql`update talent.objection_effects set state = ${input.outcome}, outcome = ${input.reason}, settled_by_name = ${actor.name}, settled_on = ${on} where id = ${effect.id}`,
    )
    note({
      subjectKind: 'talent.objection',
      subjectId: effect.objection_id,
      employeeId: effect.employee_id,
      reason: input.reason,
      detail: { outcome: input.outcome, kind: effect.kind },
    })
  },
})
