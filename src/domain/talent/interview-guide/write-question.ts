import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { anchorProblems } from './guide.model.ts'

/** Puts a question into the bank, or a new wording of one: the earlier wording stays with the interviews that used it. */
export const writeQuestion = useCase({
  name: 'write-question',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.interview_questions'],
  input: z.object({
    /** Of the question whose wording changes; absent for a new one. */
    questionId: z.string().uuid().nullish(),
    competencyId: field.id('Kompetensi'),
    text: z
      .string({ error: 'Pertanyaan wajib diisi.' })
      .trim()
      .min(20, { error: 'Tuliskan pertanyaan yang meminta satu pengalaman nyata, sedikitnya 20 huruf.' })
      .max(1000, { error: 'Pertanyaan paling panjang 1000 huruf.' }),
    probe: z.string().trim().max(1000, { error: 'Pendalaman paling panjang 1000 huruf.' }).nullish(),
    anchors: z.array(z.object({ level: z.number().int().min(1).max(5), text: z.string().trim().max(1000) })).length(5),
    reason: z.string().trim().max(500).nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const wrong = anchorProblems(input.anchors)
    if (wrong.length > 0) throw errors.interview.anchors(wrong)
    if (!(await db.find(sql`select 1 from competency.v_competencies where id = ${input.competencyId}`)))
      throw errors.interview.competencyUnknown()
    const before = input.questionId
      ? await db.find<{ id: string; version: number; competency_id: string; state: string }>(
          sql`select id, version, competency_id, state from talent.interview_questions where question_id = ${input.questionId} and state <> 'replaced' for update`,
        )
      : null
    if (input.questionId && !before) throw errors.interview.questionUnknown()
    if (before && before.competency_id !== input.competencyId) throw errors.interview.otherCompetency()
    if (before && (input.reason?.length ?? 0) < 10) throw errors.interview.reasonMissing()
    if (before) await db.run(sql`update talent.interview_questions set state = 'replaced' where id = ${before.id}`)
    const id = newId()
    await db.insert('talent.interview_questions', [
      {
        agency_id: actor.agencyId,
        id,
        question_id: input.questionId ?? id,
        version: (before?.version ?? 0) + 1,
        competency_id: input.competencyId,
        text: input.text,
        probe: input.probe || null,
        anchors: input.anchors,
        state: 'current',
        change_reason: before ? input.reason : null,
        author_name: actor.name,
        written_on: on,
      },
    ])
    note({ subjectKind: 'talent.interview-question', subjectId: id, reason: before ? input.reason : null })
    return { id, questionId: input.questionId ?? id }
  },
})

/** Takes a question out of use, or back into it; interviews that were scheduled with it keep it. */
export const retireQuestion = useCase({
  name: 'retire-question',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.interview_questions'],
  input: z.object({
    questionId: field.id('Pertanyaan'),
    state: z.enum(['retired', 'current'], { error: 'Pilih keadaannya.' }),
    reason: field.reason(),
  }),
  async run({ input, db, note }) {
    const touched = await db.run(
      sql`update talent.interview_questions set state = ${input.state}, change_reason = ${input.reason} where question_id = ${input.questionId} and state <> 'replaced' and state <> ${input.state}`,
    )
    if (touched === 0) throw errors.interview.questionUnknown()
    note({
      subjectKind: 'talent.interview-question',
      subjectId: input.questionId,
      reason: input.reason,
      detail: { state: input.state },
    })
  },
})
