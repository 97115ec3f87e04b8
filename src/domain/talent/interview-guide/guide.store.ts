import type { Day } from '#core/values/day.ts'
import { competencyOf } from '#domain/competency/dictionary/dictionary.model.ts'
import { dictionaryRules } from '#domain/competency/dictionary/dictionary.rules.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { SheetQuestion, Subject } from '../interview/interview.model.ts'
import type { purposeWords } from '../nomination/nomination-words.ts'
import type { Anchor } from './guide.model.ts'
import { plainAnchors } from './guide-words.ts'

export type Question = {
  id: string
  question_id: string
  version: number
  competency_id: string
  code: string
  competency: string
  text: string
  probe: string | null
  anchors: Anchor[]
  state: 'current' | 'replaced' | 'retired'
  change_reason: string | null
  author_name: string
  written_on: Day
}

const question = sql`q.id, q.question_id, q.version, q.competency_id, c.code, c.name as competency, q.text, q.probe, q.anchors, q.state, q.change_reason, q.author_name, q.written_on`
const questionTables = sql`talent.interview_questions q join competency.v_competencies c on c.agency_id = q.agency_id and c.id = q.competency_id`

/** Questions as they stand now, by competency; retired ones only when asked for. */
export const listQuestions = (
  db: Db,
  filter: { competencyId?: string | null; search?: string; state?: 'current' | 'retired' } = {},
): Promise<Question[]> =>
  db.rows<Question>(sql`select ${question} from ${questionTables}
    where q.state = ${filter.state ?? 'current'} and (${filter.competencyId ?? null}::uuid is null or q.competency_id = ${filter.competencyId ?? null}::uuid)
      and (${filter.search ?? ''} = '' or lower(q.text) like '%' || lower(${filter.search ?? ''}) || '%')
    order by c.kind = 'technical', c.code, q.text, q.id limit 500`)

/** Rows by their own ids, whatever became of the question since. */
export const listQuestionRows = (db: Db, ids: readonly string[]): Promise<Question[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.rows<Question>(sql`select ${question} from ${questionTables} where q.id = any (${[...ids]}::uuid[])`)

/** One question through its versions, the newest first. */
export const listVersions = (db: Db, questionId: string): Promise<Question[]> =>
  db.rows<Question>(
    sql`select ${question} from ${questionTables} where q.question_id = ${questionId} order by q.version desc`,
  )

export type Guide = {
  id: string
  name: string
  purpose: keyof typeof purposeWords
  standard_id: string | null
  position_name: string | null
  family: string | null
  competency_ids: string[]
  question_ids: string[]
  state: 'draft' | 'ready' | 'retired'
  author_name: string
  changed_on: Day
}

const guide = sql`select g.id, g.name, g.purpose, g.standard_id, s.position_name, g.family, g.competency_ids, g.question_ids, g.state, g.author_name, g.changed_on
  from talent.interview_guides g left join competency.v_position_standards s on s.agency_id = g.agency_id and s.id = g.standard_id`

export const listGuides = (db: Db): Promise<Guide[]> =>
  db.rows<Guide>(sql`${guide} order by (g.state = 'retired'), g.name limit 300`)

export const findGuide = (db: Db, id: string): Promise<Guide | null> => db.find<Guide>(sql`${guide} where g.id = ${id}`)

/** Competencies in the order of the dictionary: managerial, sociocultural, technical. */
export const listSubjects = (db: Db, ids?: readonly string[]): Promise<(Subject & { kind: string })[]> =>
  db.rows<Subject & { kind: string }>(sql`select id, code, name, kind from competency.v_competencies
    where (${ids === undefined} or id = any (${[...(ids ?? [])]}::uuid[]))
    order by case kind when 'managerial' then 1 when 'sociocultural' then 2 else 3 end, code limit 400`)

/** Standards a guide may be made for, with the competencies each asks for. */
export const listStandards = (
  db: Db,
  search: string,
): Promise<{ id: string; position_name: string; tier: string | null; competencies: number }[]> =>
  db.rows(sql`select standard_id as id, position_name, tier, count(*)::int as competencies from competency.v_standards
    where valid_from <= ${db.on} and (valid_until is null or valid_until >= ${db.on})
      and (${search} = '' or lower(position_name) like '%' || lower(${search}) || '%')
    group by standard_id, position_name, tier order by position_name limit 60`)

export const listRequired = (db: Db, standardId: string): Promise<Subject[]> =>
  db.rows<Subject>(
    sql`select competency_id as id, code, name from competency.v_standards where standard_id = ${standardId} order by case kind when 'managerial' then 1 when 'sociocultural' then 2 else 3 end, code`,
  )

/** The words of the five levels to begin with: the dictionary's descriptions, or general words for a technical competency. */
export const startAnchors = (code: string, on: Day): Anchor[] => {
  const known = competencyOf(dictionaryRules.on(on).body, code)
  return [1, 2, 3, 4, 5].map(level => ({
    level,
    text: known?.levels.find(l => l.level === level)?.description ?? plainAnchors[level - 1],
  }))
}

/** A guide's questions in their order, each in its newest wording. */
export const listGuideQuestions = async (db: Db, guide: Guide): Promise<Question[]> => {
  const chosen = await listQuestionRows(db, guide.question_ids)
  const now = await db.rows<Question>(
    sql`select ${question} from ${questionTables} where q.state <> 'replaced' and q.question_id = any (${chosen.map(q => q.question_id)}::uuid[])`,
  )
  return guide.question_ids.flatMap(id => {
    const row = chosen.find(q => q.id === id)
    const newest = row ? now.find(q => q.question_id === row.question_id) : undefined
    return newest ? [newest] : []
  })
}

export const asSheet = (questions: readonly Question[]): SheetQuestion[] =>
  questions.map(q => ({
    id: q.id,
    competencyId: q.competency_id,
    code: q.code,
    competency: q.competency,
    text: q.text,
    probe: q.probe,
    anchors: q.anchors,
  }))
