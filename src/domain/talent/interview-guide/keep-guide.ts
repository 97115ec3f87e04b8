import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { guideProblems } from './guide.model.ts'
import { findGuide, listGuideQuestions, listQuestionRows, listRequired, listSubjects } from './guide.store.ts'

const purpose = z.enum(['advancement', 'lateral', 'programme'], { error: 'Pilih tujuan wawancara.' })

/** Begins a guide: for one post the competencies of its standard, otherwise those chosen. */
export const draftGuide = useCase({
  name: 'draft-guide',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.interview_guides'],
  input: z.object({
    name: field.text('Nama panduan', 160),
    purpose,
    standardId: z.string().uuid({ error: 'Pilih jabatan dari daftar.' }).nullish(),
    family: z.string().trim().max(120).nullish(),
    competencyIds: z.array(z.string().uuid()).default([]),
  }),
  async run({ input, db, actor, on, newId, note }) {
    if (await db.find(sql`select 1 from talent.interview_guides where name = ${input.name}`))
      throw errors.interview.guideNameTaken()
    const required = input.standardId ? (await listRequired(db, input.standardId)).map(s => s.id) : []
    const chosen = [...new Set(input.competencyIds.length > 0 ? input.competencyIds : required)]
    if (chosen.length === 0) throw errors.interview.noCompetency()
    if ((await listSubjects(db, chosen)).length < chosen.length) throw errors.interview.competencyUnknown()
    const id = newId()
    await db.insert('talent.interview_guides', [
      {
        agency_id: actor.agencyId,
        id,
        name: input.name,
        purpose: input.purpose,
        standard_id: input.standardId ?? null,
        family: input.family || null,
        competency_ids: chosen,
        question_ids: [],
        state: 'draft',
        author_name: actor.name,
        changed_on: on,
      },
    ])
    note({ subjectKind: 'talent.interview-guide', subjectId: id })
    return { id }
  },
})

/** Chooses the questions of a guide in their order, and the competencies it asks about. It becomes usable once each has a question. */
export const changeGuide = useCase({
  name: 'change-guide',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.interview_guides'],
  input: z.object({
    guideId: field.id('Panduan'),
    competencyIds: z.array(z.string().uuid()).min(1, { error: 'Pilih sedikitnya satu kompetensi.' }),
    questionIds: z.array(z.string().uuid()),
    state: z.enum(['draft', 'ready', 'retired'], { error: 'Pilih keadaan panduan.' }),
  }),
  async run({ input, db, on, note }) {
    const guide = await findGuide(db, input.guideId)
    if (!guide) throw errors.interview.guideUnknown()
    const questionIds = [...new Set(input.questionIds)]
    const rows = await listQuestionRows(db, questionIds)
    if (rows.length < questionIds.length) throw errors.interview.questionUnknown()
    const subjects = await listSubjects(db, input.competencyIds)
    if (subjects.length < new Set(input.competencyIds).size) throw errors.interview.competencyUnknown()
    const questions = await listGuideQuestions(db, { ...guide, question_ids: questionIds })
    const problems = guideProblems(
      subjects,
      questions.map(q => ({ id: q.id, competencyId: q.competency_id, state: q.state, text: q.text })),
    )
    if (input.state === 'ready' && problems.length > 0) throw errors.interview.guideIncomplete(problems)
    await db.run(sql`update talent.interview_guides set competency_ids = ${JSON.stringify(subjects.map(s => s.id))}::jsonb,
      question_ids = ${JSON.stringify(questions.map(q => q.id))}::jsonb, state = ${input.state}, changed_on = ${on} where id = ${guide.id}`)
    note({
      subjectKind: 'talent.interview-guide',
      subjectId: guide.id,
      detail: { state: input.state, questions: questions.length, competencies: subjects.length },
    })
    return { problems }
  },
})
