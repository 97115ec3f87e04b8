import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { listKeyPositions } from '../vacancy/key-position.store.ts'
import { judgingReads } from './compute-benches.ts'
import { fillBenches } from './fill-benches.ts'

/** Puts a person on a post's bench by hand, with the reason; judged at once like everybody else. */
export const addCandidate = useCase({
  name: 'add-candidate',
  room: 'succession',
  permission: { hr_officer: 'agency', committee: 'agency' },
  reads: judgingReads,
  writes: ['succession.candidates', 'succession.readiness', 'succession.benches'],
  input: z.object({
    positionId: field.id('Jabatan'),
    /** NIP or the person's id. */
    employeeId: field.text('Pegawai', 60),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note }) {
    const [post] = await listKeyPositions(db, on, [input.positionId])
    if (!post) throw errors.position.notKey()
    const person = await db.find<{ id: string }>(
      sql`select id from workforce.v_people where state = 'active' and (nip = ${input.employeeId.replace(/\s/g, '')} or id::text = ${input.employeeId})`,
    )
    if (!person) throw errors.candidate.unknownPerson()
    if (person.id === post.holder?.id) throw errors.candidate.holder()
    if (
      await db.find(
        sql`select 1 from succession.readiness where position_id = ${post.id} and employee_id = ${person.id}`,
      )
    )
      throw errors.candidate.alreadyThere()
    await db.insert(
      'succession.candidates',
      [
        {
          agency_id: actor.agencyId,
          position_id: post.id,
          employee_id: person.id,
          added_by: actor.name,
          reason: input.reason,
          added_on: on,
        },
      ],
      'on conflict (agency_id, position_id, employee_id) do update set added_by = excluded.added_by, reason = excluded.reason, added_on = excluded.added_on, withdrawn_on = null',
    )
    await fillBenches(db, [post.id])
    note({
      subjectKind: 'workforce.position',
      subjectId: post.id,
      employeeId: person.id,
      reason: input.reason,
    })
    return { employeeId: person.id }
  },
})

/** Takes a person off a post's bench, with the reason; a later run leaves her off as well. */
export const withdrawCandidate = useCase({
  name: 'withdraw-candidate',
  room: 'succession',
  permission: { hr_officer: 'agency', committee: 'agency' },
  reads: judgingReads,
  writes: ['succession.candidates', 'succession.readiness', 'succession.benches'],
  input: z.object({
    positionId: field.id('Jabatan'),
    employeeId: field.id('Pegawai'),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note }) {
    if (
      !(await db.find(
        sql`select 1 from succession.readiness where position_id = ${input.positionId} and employee_id = ${input.employeeId}`,
      ))
    )
      throw errors.candidate.notFound()
    await db.insert(
      'succession.candidates',
      [
        {
          agency_id: actor.agencyId,
          position_id: input.positionId,
          employee_id: input.employeeId,
          added_by: actor.name,
          reason: input.reason,
          added_on: on,
          withdrawn_on: on,
        },
      ],
      'on conflict (agency_id, position_id, employee_id) do update set reason = excluded.reason, withdrawn_on = excluded.withdrawn_on',
    )
    await fillBenches(db, [input.positionId])
    note({
      subjectKind: 'workforce.position',
      subjectId: input.positionId,
      employeeId: input.employeeId,
      reason: input.reason,
    })
    return { employeeId: input.employeeId }
  },
})
