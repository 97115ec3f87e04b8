import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { retirements } from '#domain/workforce/workforce.figures.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { guidanceKinds, placesOf, wishProblems } from './aspiration.model.ts'

/** A person says toward which post she wants to grow, up to three in their order. Dated; an earlier one is withdrawn, not erased. */
export const stateAspiration = useCase({
  name: 'state-aspiration',
  room: 'talent',
  permission: { asn: 'own', hr_officer: 'agency' },
  reads: ['workforce.positions'],
  writes: ['talent.aspirations'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    positionId: field.id('Jabatan sasaran'),
    rank: z.coerce
      .number({ error: 'Pilih urutan sasaran.' })
      .int()
      .min(1, { error: 'Urutan paling kecil 1.' })
      .max(3, { error: 'Paling banyak tiga jabatan sasaran.' })
      .default(1),
    wantedFrom: z.string().nullish(),
    note: z.string().max(1000, { error: 'Catatan paling panjang 1000 huruf.' }).nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    if (!(await db.find(sql`select 1 from workforce.v_positions where id = ${input.positionId}`)))
      throw errors.aspiration.notFound()
    await db.run(
      sql`update talent.aspirations set withdrawn_on = ${on}, withdrawal_reason = 'Diganti' where employee_id = ${input.employeeId} and withdrawn_on is null
        and (rank = ${input.rank} or target_position_id = ${input.positionId})`,
    )
    const id = newId()
    await db.insert('talent.aspirations', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: input.employeeId,
        target_position_id: input.positionId,
        rank: input.rank,
        wanted_from: input.wantedFrom ?? null,
        note: input.note ?? null,
        stated_on: on,
      },
    ])
    note({ subjectKind: 'talent.aspiration', subjectId: id, employeeId: input.employeeId })
    return { id }
  },
})

/** Takes a target post back; it stays in the record with its day. */
export const withdrawAspiration = useCase({
  name: 'withdraw-aspiration',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.aspirations'],
  input: z.object({
    aspirationId: field.id('Jabatan sasaran'),
    reason: z.string().trim().max(300, { error: 'Alasan paling panjang 300 huruf.' }).nullish(),
  }),
  async run({ input, db, actor, on, note }) {
    const found = await db.find<{ rank: number }>(
      sql`update talent.aspirations set withdrawn_on = ${on}, withdrawal_reason = ${input.reason || null} where id = ${input.aspirationId} and employee_id = ${actor.employeeId} and withdrawn_on is null returning rank`,
    )
    if (!found) throw errors.aspiration.alreadyWithdrawn()
    // The next one moves up, so that there is always a first.
    await db.run(
      sql`update talent.aspirations set rank = rank - 1 where employee_id = ${actor.employeeId} and withdrawn_on is null and rank > ${found.rank}`,
    )
    note({
      subjectKind: 'talent.aspiration',
      subjectId: input.aspirationId,
      employeeId: actor.employeeId,
      reason: input.reason,
    })
  },
})

/** What a person wishes besides a post: to move or not, where and when; guidance; retirement. Each statement replaces the last with its day. */
export const stateWishes = useCase({
  name: 'state-wishes',
  room: 'talent',
  permission: { asn: 'own' },
  reads: ['workforce.employees', 'workforce.positions', 'workforce.units'],
  writes: ['talent.career_wishes'],
  input: z.object({
    moves: z.enum(['anywhere', 'listed', 'not-now'], { error: 'Pilih kesediaan Anda untuk pindah.' }),
    places: z.string().max(1000, { error: 'Daftar tempat paling panjang 1000 huruf.' }).nullish(),
    movesFrom: z.string().nullish(),
    guidance: z.array(z.enum(guidanceKinds)).default([]),
    retirement: z.enum(['at-limit', 'earlier', 'undecided'], { error: 'Pilih rencana pensiun Anda.' }),
    retiresOn: z.string().nullish(),
    note: z.string().trim().max(1000, { error: 'Catatan paling panjang 1000 huruf.' }).nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    if (!actor.employeeId) throw errors.aspiration.noEmployee()
    const places = input.moves === 'listed' ? placesOf(input.places ?? '') : []
    const person = await db.find<{
      id: string
      employment: string
      birth_on: Day | null
      position_name: string | null
      tier: string | null
    }>(sql`select id, employment, birth_on, position_name, tier from workforce.v_people where id = ${actor.employeeId}`)
    const wrong = wishProblems(
      {
        moves: input.moves,
        places,
        movesFrom: input.movesFrom ?? null,
        guidance: input.guidance,
        retirement: input.retirement,
        retiresOn: input.retirement === 'earlier' ? (input.retiresOn ?? null) : null,
      },
      on,
      person ? ((retirements([person], on).get(person.id)?.startsOn.value as Day | null) ?? null) : null,
    )
    if (Object.keys(wrong).length > 0) throw errors.aspiration.wishes(wrong)
    await db.run(
      sql`update talent.career_wishes set withdrawn_on = ${on} where employee_id = ${actor.employeeId} and withdrawn_on is null`,
    )
    const id = newId()
    await db.insert('talent.career_wishes', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: actor.employeeId,
        moves: input.moves,
        places,
        moves_from: input.moves === 'not-now' ? null : (input.movesFrom ?? null),
        guidance: input.guidance,
        retirement: input.retirement,
        retires_on: input.retirement === 'earlier' ? input.retiresOn : null,
        note: input.note || null,
        stated_on: on,
      },
    ])
    note({ subjectKind: 'talent.career-wishes', subjectId: id, employeeId: actor.employeeId })
    return { id }
  },
})

/** Takes the wishes back without saying new ones. */
export const withdrawWishes = useCase({
  name: 'withdraw-wishes',
  room: 'talent',
  permission: { asn: 'own' },
  writes: ['talent.career_wishes'],
  input: z.object({}),
  async run({ db, actor, on, note }) {
    const touched = await db.run(
      sql`update talent.career_wishes set withdrawn_on = ${on} where employee_id = ${actor.employeeId} and withdrawn_on is null`,
    )
    if (touched === 0) throw errors.aspiration.alreadyWithdrawn()
    note({ subjectKind: 'talent.career-wishes', employeeId: actor.employeeId })
  },
})
