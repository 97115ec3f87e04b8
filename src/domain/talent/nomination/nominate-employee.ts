import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { askReference } from './ask-reference.ts'
import { inOneText, owedReasons, reasonsOf } from './nomination.model.ts'
import { nominationRulesOn } from './nomination.store.ts'

export const nominationInput = z.object({
  employeeId: field.id('Pegawai'),
  cycleId: z.string().uuid().nullish(),
  programmeId: z.string().uuid().nullish(),
  purpose: z.enum(['advancement', 'lateral', 'programme'], { error: 'Pilih tujuan usulan.' }),
  /** What is written against each published criterion of the purpose. */
  reasons: z
    .array(
      z.object({
        code: z.string().max(20),
        text: z.string().trim().max(2000, { error: 'Alasan paling panjang 2000 huruf.' }),
      }),
    )
    .max(20),
  /** The second official, where the rule set asks for one. */
  refereeNip: z.string().trim().nullish(),
})

/** A supervisor names somebody of the team, HR names anybody, a person names herself, each criterion in its own words. The nominee is told. */
export const nominateEmployee = useCase({
  name: 'nominate-employee',
  room: 'talent',
  permission: { asn: 'own', supervisor: 'team', hr_officer: 'agency' },
  reads: ['talent.nominations', 'workforce.employees'],
  writes: ['talent.nominations', 'platform.notices'],
  input: nominationInput,
  async run({ input, db, actor, on, newId, note, announce, call }) {
    const isOwn = input.employeeId === actor.employeeId
    if (!isOwn && actor.role === 'supervisor') {
      const mine = await db.find(
        sql`select 1 from workforce.v_people where supervisor_id = ${actor.employeeId} and id = ${input.employeeId}`,
      )
      if (!mine) throw errors.nomination.notYourTeam()
    }
    if (!isOwn && actor.role === 'asn') throw errors.nomination.notYourTeam()
    const nominee = await db.find<{ name: string; state: string }>(
      sql`select name, state from workforce.v_people where id = ${input.employeeId}`,
    )
    if (nominee?.state !== 'active') throw errors.nomination.personUnknown()
    if (input.purpose === 'programme' && !input.programmeId) throw errors.nomination.programmeMissing()
    const known = await db.find<{ id: string }>(sql`select id from talent.nominations
      where employee_id = ${input.employeeId} and purpose = ${input.purpose} and state = 'submitted'
        and cycle_id is not distinct from ${input.cycleId ?? null} and programme_id is not distinct from ${input.programmeId ?? null}`)
    if (known) throw errors.nomination.alreadyMade()
    const { body, reference } = await nominationRulesOn(db, on)
    const { criteria, secondReference } = body.purposes[input.purpose]
    const owed = owedReasons(criteria, input.reasons, body.leastLetters)
    const needsReferee = secondReference && !input.refereeNip
    if (owed.length > 0 || needsReferee)
      throw errors.nomination.owed({
        ...Object.fromEntries(owed.map(o => [`reason:${o.code}`, o.message])),
        ...(needsReferee ? { refereeNip: 'Tulis NIP pejabat lain yang mengenal pekerjaannya.' } : {}),
      })
    const reasons = reasonsOf(criteria, input.reasons)
    const id = newId()
    await db.insert('talent.nominations', [
      {
        agency_id: actor.agencyId,
        id,
        cycle_id: input.cycleId ?? null,
        programme_id: input.programmeId ?? null,
        employee_id: input.employeeId,
        nominated_by: actor.employeeId ?? actor.accountId,
        nominated_by_name: actor.name,
        purpose: input.purpose,
        rationale: inOneText(reasons),
        reasons,
        rule_version: reference.version,
        state: 'submitted',
        nominated_on: on,
      },
    ])
    if (secondReference) await call(askReference, { nominationId: id, refereeNip: input.refereeNip ?? '' })
    if (!isOwn)
      await notify(db, [
        {
          employeeId: input.employeeId,
          text: `${actor.name} mengusulkan Anda. Usulan akan diputus terpisah dengan alasan tertulis.`,
          textEn: `${actor.name} nominated you. It is decided separately, with a written reason.`,
          href: '/jalur/usulan',
        },
      ])
    note({ subjectKind: 'talent.nomination', subjectId: id, employeeId: input.employeeId, reason: inOneText(reasons) })
    announce({ type: 'EmployeeNominated', payload: { nominationId: id, employeeId: input.employeeId } })
    return { id }
  },
})
