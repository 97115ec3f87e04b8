import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

/** Names mentor and coach of a participant. */
export const assignGuides = useCase({
  name: 'assign-guides',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.programme_people'],
  input: z.object({
    programmeId: field.id('Program'),
    employeeId: field.id('Peserta'),
    mentorName: z.string().max(200).nullish(),
    coachName: z.string().max(200).nullish(),
  }),
  async run({ input, db, note }) {
    const touched =
      await db.run(sql`update planning.programme_people set mentor_name = coalesce(${input.mentorName ?? null}, mentor_name), coach_name = coalesce(${input.coachName ?? null}, coach_name)
      where programme_id = ${input.programmeId} and employee_id = ${input.employeeId} and role = 'participant'`)
    if (touched === 0) throw errors.programme.notFound()
    note({ subjectKind: 'planning.programme', subjectId: input.programmeId, employeeId: input.employeeId })
  },
})

/** A participant leaves (moved, retired, withdrew); the day and the reason stay. */
export const leaveProgramme = useCase({
  name: 'leave-programme',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.programme_people'],
  input: z.object({
    programmeId: field.id('Program'),
    employeeId: field.id('Peserta'),
    leftOn: field.day('Tanggal keluar'),
    reason: field.reason(),
  }),
  async run({ input, db, note }) {
    const touched = await db.run(
      sql`update planning.programme_people set left_on = ${input.leftOn}, left_reason = ${input.reason} where programme_id = ${input.programmeId} and employee_id = ${input.employeeId} and role = 'participant'`,
    )
    if (touched === 0) throw errors.programme.notFound()
    note({
      subjectKind: 'planning.programme',
      subjectId: input.programmeId,
      employeeId: input.employeeId,
      reason: input.reason,
    })
  },
})

/** Moves the programme to its next state. */
export const moveProgramme = useCase({
  name: 'move-programme',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.programmes'],
  input: z.object({
    programmeId: field.id('Program'),
    state: z.enum(['agreed', 'running', 'follow-up', 'closed'], { error: 'Pilih tahap berikutnya.' }),
    reason: z.string().max(1000).nullish(),
  }),
  async run({ input, db, on, note, announce }) {
    const touched = await db.run(
      sql`update planning.programmes set state = ${input.state}, agreed_on = case when ${input.state} = 'agreed' then ${on}::date else agreed_on end where id = ${input.programmeId}`,
    )
    if (touched === 0) throw errors.programme.notFound()
    note({
      subjectKind: 'planning.programme',
      subjectId: input.programmeId,
      reason: input.reason ?? null,
      detail: { state: input.state },
    })
    announce({ type: 'ProgrammeMoved', payload: { programmeId: input.programmeId, state: input.state } })
  },
})
