import type { z } from 'zod'
import { recordAssessment } from '#domain/competency/assessment/record-assessment.ts'
import { nationalCompetencies } from '#domain/competency/dictionary/national-competencies.ts'
import { registerCompetencies } from '#domain/competency/dictionary/register-competencies.ts'
import { registerPositionStandards } from '#domain/competency/position-standard/register-position-standards.ts'
import { registerSheetScores } from '#domain/talent/sheet/register-sheet-scores.ts'
import { registerAppraisals } from '#domain/workforce/appraisal/register-appraisals.ts'
import { registerAwards } from '#domain/workforce/award/register-awards.ts'
import { registerCareers } from '#domain/workforce/career/register-careers.ts'
import { linkSupervisors } from '#domain/workforce/employee/link-supervisors.ts'
import { registerEmployees } from '#domain/workforce/employee/register-employees.ts'
import { registerIndicatorValues } from '#domain/workforce/indicator/register-indicator-values.ts'
import { classifyPositions } from '#domain/workforce/position/classify-positions.ts'
import { registerChecks } from '#domain/workforce/record-check/register-checks.ts'
import type { RegisterResult } from '#domain/workforce/register-result.ts'
import { registerSanctions } from '#domain/workforce/sanction/register-sanctions.ts'
import { registerTrainings } from '#domain/workforce/training/register-trainings.ts'
import { registerUnits } from '#domain/workforce/unit/register-units.ts'
import { sql } from '#platform/database/database.ts'
import type { RowChange } from '#platform/database/save-rows.ts'
import type { Context, UseCase } from '#platform/use-case.ts'
import type { Accepted, FileJudgement } from '../workbook/contract.ts'
import type { ImportRecord, RecordType } from '../workbook/records.ts'
import { writeBudget, writeCatalogue } from './catalogue-writer.ts'
import { writeProgramme } from './programme-writer.ts'
import * as to from './to-register.ts'

/** What writing needs of a use case's context. */
export type Writer = Pick<Context<unknown>, 'db' | 'call' | 'on'>

/** A change with the row it came from. */
export type Written = RowChange & { file: number; place: Accepted['ref'] | null }
export type RowOutcome = 'new' | 'changed' | 'same'
/** What became of one accepted row. */
export type RowWritten = { file: number; place: Accepted['ref']; type: RecordType; outcome: RowOutcome }
export type LateRefusal = { file: number; place: Accepted['ref']; code: string; message: string }

/** The table whose record is the row's own; other tables are its consequences. */
const ownTable: Record<RecordType, string> = {
  unit: 'workforce.units',
  employee: 'workforce.employees',
  'position-standard': 'competency.position_standards',
  performance: 'workforce.appraisals',
  assessment: 'competency.assessments',
  training: 'workforce.trainings',
  module: 'planning.modules',
  'class-date': 'planning.sessions',
  budget: 'planning.budget_lines',
  indicator: 'workforce.indicator_values',
  talent: 'talent.sheet_scores',
  career: 'workforce.careers',
  discipline: 'workforce.sanctions',
  award: 'workforce.awards',
  nomination: 'planning.programme_people',
  participant: 'planning.programme_people',
  'plan-item': 'planning.plan_items',
  attendance: 'delivery.enrolments',
  session: 'delivery.meetings',
  'lab-project': 'delivery.assignments',
  'follow-up': 'delivery.follow_ups',
  satisfaction: 'delivery.reactions',
}

type Place = { file: number; ref: Accepted['ref']; type: RecordType; record: ImportRecord }

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

/** Rows of one batch: enough to be set work, few enough to keep memory flat. */
const batchSize = 4000

/**
 * Writes all accepted rows through the rooms' own use cases, units first, then standards, people, and what speaks of people.
 * The dry run calls this very function and takes it back.
 */
export const writeRecords = async (
  writer: Writer,
  judgements: readonly FileJudgement[],
  tell: { changes(changes: Written[]): Promise<void>; progress?(done: number, total: number): Promise<void> },
): Promise<{ rows: RowWritten[]; refusals: LateRefusal[] }> => {
  const { call } = writer
  const places: Place[] = judgements.flatMap((j, file) =>
    j.accepted.map(a => ({ file, ref: a.ref, type: a.record.type, record: a.record })),
  )
  const rows: RowWritten[] = []
  const refusals: LateRefusal[] = []
  let done = 0

  const settle = async (own: readonly Place[], result: RegisterResult): Promise<void> => {
    const outcome = new Map<number, RowOutcome>()
    for (const c of result.changes) {
      if (c.line < 0) continue
      const isOwn = c.table === ownTable[own[c.line].type]
      const before = outcome.get(c.line) ?? 'same'
      outcome.set(
        c.line,
        isOwn && c.kind === 'new' ? 'new' : before !== 'same' ? before : c.kind === 'same' ? 'same' : 'changed',
      )
    }
    const refused = new Set(result.refusals.map(r => r.line))
    own.forEach((p, line) => {
      if (!refused.has(line))
        rows.push({ file: p.file, place: p.ref, type: p.type, outcome: outcome.get(line) ?? 'same' })
    })
    refusals.push(
      ...result.refusals.map(r => ({
        file: own[r.line].file,
        place: own[r.line].ref,
        code: r.code,
        message: r.message,
      })),
    )
    await tell.changes(
      result.changes
        .filter(c => c.kind !== 'same')
        .map(c => ({ ...c, file: own[c.line]?.file ?? own[0]?.file ?? 0, place: own[c.line]?.ref ?? null })),
    )
    done += own.length
    await tell.progress?.(done, places.length)
  }

  /** One kind of row through one use case, file by file so that a later file's word stands. */
  const through = async <T extends ImportRecord, I>(
    type: T['type'],
    useCase: UseCase<{ rows: z.output<z.ZodType<I>>[] }, RegisterResult>,
    convert: (record: T) => I | null,
  ): Promise<void> => {
    const own = places.filter(p => p.type === type)
    for (const file of [...new Set(own.map(p => p.file))])
      for (const batch of chunks(
        own.filter(p => p.file === file),
        batchSize,
      )) {
        const converted = batch.map(p => convert(p.record as T))
        const kept = batch.filter((_, i) => converted[i] !== null)
        await settle(kept, await call(useCase, { rows: converted.filter(r => r !== null) }))
      }
  }

  await through('unit', registerUnits, to.toUnit)
  await registerDictionary(writer, places, tell)
  await through('position-standard', registerPositionStandards, to.toStandard)
  await through('employee', registerEmployees, to.toEmployee)
  const people = places.flatMap(p => (p.record.type === 'employee' ? [p.record] : []))
  if (people.length > batchSize) await link(writer, people, tell)
  await classify(writer, places, tell)
  await through('performance', registerAppraisals, to.toAppraisal)
  await through('assessment', recordAssessment, to.toAssessment)
  await through('career', registerCareers, to.toCareer)
  await through('training', registerTrainings, to.toTraining)
  await through('award', registerAwards, to.toAward)
  await through('discipline', registerSanctions, to.toSanction)
  for (const [file, judgement] of judgements.entries()) {
    if (judgement.kind !== 'discipline' || judgement.accepted.length === 0) continue
    const { changes } = await call(registerChecks, { subject: 'discipline', source: judgement.file })
    await tell.changes(changes.filter(c => c.kind !== 'same').map(c => ({ ...c, file, place: null })))
  }
  await through('indicator', registerIndicatorValues, to.toIndicatorValue)
  await through('talent', registerSheetScores, (r: Extract<ImportRecord, { type: 'talent' }>) =>
    to.toSheet(r, writer.on),
  )

  for (const [file, judgement] of judgements.entries()) {
    const own = places.filter(p => p.file === file)
    const catalogue = own.filter(p => p.type === 'module' || p.type === 'class-date')
    if (catalogue.length > 0) {
      const at = catalogue.map((p, line) => ({ line, record: p.record, year: yearIn(p.ref.sheet) }))
      const changes = await writeCatalogue(
        writer,
        at.flatMap(({ line, record, year }) =>
          record.type === 'module' ? [{ line, row: to.toModule(record, year) }] : [],
        ),
        at.flatMap(({ line, record }) => (record.type === 'class-date' ? [{ line, row: to.toSession(record) }] : [])),
      )
      await settle(catalogue, { changes, refusals: [] })
    }
    const budget = own.filter(p => p.type === 'budget')
    if (budget.length > 0) {
      const changes = await writeBudget(
        writer,
        budget.flatMap((p, line) =>
          p.record.type === 'budget'
            ? [{ line, row: to.toBudgetLine(p.record, yearIn(p.ref.sheet) ?? Number(writer.on.slice(0, 4))) }]
            : [],
        ),
      )
      await settle(budget, { changes, refusals: [] })
    }
    const programme = own.filter(p => programmeTypes.has(p.type))
    if (programme.length > 0)
      await settle(
        programme,
        await writeProgramme(
          writer,
          judgement.file,
          programme.map(p => p.record),
        ),
      )
  }
  return { rows, refusals }
}

/** Supervisors who stand in a later batch than their people are linked once everybody is in. */
export const link = async (
  { call }: Writer,
  people: readonly { nip: string; supervisorNip: string | null }[],
  tell: { changes(changes: Written[]): Promise<void> },
): Promise<void> => {
  const pairs = people.flatMap(p => (p.supervisorNip ? [{ nip: p.nip, supervisorNip: p.supervisorNip }] : []))
  for (const batch of chunks(pairs, batchSize)) {
    const { changes } = await call(linkSupervisors, { pairs: batch })
    await tell.changes(changes.map(c => ({ ...c, file: 0, place: null })))
  }
}

const programmeTypes = new Set<RecordType>([
  'nomination',
  'participant',
  'plan-item',
  'attendance',
  'session',
  'lab-project',
  'follow-up',
  'satisfaction',
])

const yearIn = (sheet: string | undefined): number | null => {
  const m = /\b(20\d{2})\b/.exec(sheet ?? '')
  return m ? Number(m[1]) : null
}

/** Standards, results and modules name competencies: those the dictionary lacks join it first. */
const registerDictionary = async (
  { call, on }: Writer,
  places: readonly Place[],
  tell: { changes(changes: Written[]): Promise<void> },
): Promise<void> => {
  const codes = new Map<string, string>()
  let uses = false
  for (const { record } of places) {
    if (record.type === 'position-standard') {
      uses = true
      for (const t of record.technical) codes.set(to.technicalCode(t.name), t.name.replace(/^T\./, '').trim())
    }
    if (record.type === 'assessment') uses = true
    if (record.type === 'module') {
      uses = true
      for (const b of record.builds) if (b.code.startsWith('T.')) codes.set(b.code, b.code.slice(2))
    }
  }
  if (!uses) return
  const { changes } = await call(registerCompetencies, {
    rows: [
      ...nationalCompetencies(on),
      ...[...codes].map(([code, name]) => ({ code, name, kind: 'technical' as const, version: '2017' })),
    ],
  })
  await tell.changes(
    changes.filter(c => c.kind !== 'same').map(c => ({ ...c, file: places[0]?.file ?? 0, place: null })),
  )
}

/** After people and standards are in: every post takes the family, tier and rank of its title's standard. */
const classify = async (
  { db, call }: Writer,
  places: readonly Place[],
  tell: { changes(changes: Written[]): Promise<void> },
): Promise<void> => {
  if (!places.some(p => p.type === 'employee' || p.type === 'position-standard')) return
  const rows = await db.rows<{ name: string; tier: string | null; family: string | null; requiredRank: string | null }>(
    sql`select distinct on (lower(position_name)) position_name as name, tier, family, rank_minimum as "requiredRank"
      from competency.v_position_standards where valid_from <= ${db.on}::date order by lower(position_name), valid_from desc`,
  )
  if (rows.length === 0) return
  const { changes } = await call(classifyPositions, { rows })
  await tell.changes(
    changes.filter(c => c.kind !== 'same').map(c => ({ ...c, file: places[0]?.file ?? 0, place: null })),
  )
}
