import type {
  Corrections,
  FileCorrection,
  FileJudgement,
  Finding,
  RegisterContext,
  RowRef,
  SourceFile,
} from './contract.ts'
import { columnKey, findingOf, refOf } from './finding.ts'
import { safeName, shownName } from './grid/file-name.ts'
import { Unreadable } from './grid/grid.ts'
import { readGrid } from './grid/read-grid.ts'
import type { TableJudge } from './judge/judge.ts'
import { contextOf, type JudgeContext } from './judge/judge.ts'
import { type FaultyRow, type JudgedTable, judgeTable } from './judge/judge-table.ts'
import { judgeOf, rankOfTable } from './judge/judges.ts'
import { trainingJudge } from './judge/person-records.ts'
import { noteOf } from './notices.ts'
import type { RecordType } from './records.ts'
import { closeOpenPosts } from './siasn/career-ends.ts'
import { readSiasn, type SiasnFile } from './siasn/siasn-answers.ts'
import { chooseSheets, type SheetChoice } from './table/choose-sheets.ts'
import { dataRows, type RowReader } from './table/data-rows.ts'
import { findTable } from './table/find-table.ts'
import { providedFields } from './table/provided-fields.ts'
import { sheetJudgement, tableNotes } from './table/sheet-judgement.ts'
import { kindSaid, tables } from './table/tables.ts'

/** One kind of table in one file, ready to be judged. */
type Job = { file: Draft; type: RecordType; rows: RowReader[]; judge: TableJudge; isSiasn: boolean }

type Draft = {
  judgement: FileJudgement
  columns: Map<string, { header: string; column: number }>
  countedSheets: number
}

/**
 * Files as they came, in any order, to judged rows. Units are judged first, then position standards, then staff,
 * then the catalogue, then the rest; what is accepted on the way is known to what follows. Writes nothing.
 */
export const readFiles = async (
  files: readonly SourceFile[],
  context: RegisterContext,
  corrections: Corrections = {},
): Promise<FileJudgement[]> => {
  const known = contextOf(context)
  const drafts: Draft[] = []
  const jobs: Job[] = []
  for (const file of files) {
    const { draft, jobs: found } = await openFile(file, context, corrections[file.name])
    drafts.push(draft)
    jobs.push(...found)
  }
  jobs.sort((a, b) => rankOfTable(a.type) - rankOfTable(b.type) || drafts.indexOf(a.file) - drafts.indexOf(b.file))
  for (const job of jobs) runJob(job, known)
  return drafts.map(draft => sorted(draft.judgement))
}

const emptyJudgement = (file: string): FileJudgement => ({
  file,
  kind: null,
  kindSaid: 'Belum dikenali',
  sheets: [],
  notes: [],
  dataRows: 0,
  provided: {},
  accepted: [],
  rejected: [],
  skipped: [],
  warnings: [],
})

const openFile = async (
  file: SourceFile,
  context: RegisterContext,
  correction?: FileCorrection,
): Promise<{ draft: Draft; jobs: Job[] }> => {
  const draft: Draft = { judgement: emptyJudgement(shownName(file.name)), columns: new Map(), countedSheets: 0 }
  try {
    draft.judgement.file = safeName(file.name)
    const grid = await readGrid(draft.judgement.file, file.bytes)
    if (grid.format === 'json') return { draft, jobs: [siasnJob(draft, readSiasn(grid.text))] }
    draft.judgement.notes = grid.notes.map(code => noteOf(code))
    const candidates = correction?.kind ? tables.filter(t => t.kind === correction.kind) : tables
    const choices = chooseSheets(
      grid.sheets.map(sheet => {
        const told = correction?.sheets?.find(s => s.name === sheet.name)
        return {
          sheet,
          found: findTable(sheet, context.rememberedMappings, told, candidates),
          ...(told ? { correction: told } : {}),
        }
      }),
    )
    return { draft, jobs: jobsOf(draft, choices) }
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause
    draft.judgement.refused = noteOf(cause.code, file.name, cause.detail)
    return { draft, jobs: [] }
  }
}

const jobsOf = (draft: Draft, choices: SheetChoice[]): Job[] => {
  const { judgement } = draft
  const jobs = new Map<RecordType, Job>()
  const weight = new Map<FileJudgement['kind'], number>()
  draft.countedSheets = choices.filter(c => c.counted).length
  for (const { sheet, found, counted, why } of choices) {
    const read = found && counted ? dataRows(found) : { rows: [], notData: [] }
    judgement.sheets.push(sheetJudgement({ sheet, found, counted, why }, read.notData))
    if (!counted || !found) continue
    const { type, kind } = found.table
    weight.set(kind, (weight.get(kind) ?? 0) + found.score)
    for (const m of found.mapping)
      if (m.field) draft.columns.set(columnKey(sheet.name, m.field), { header: m.header, column: m.column })
    judgement.notes.push(...tableNotes(found))
    const fields = providedFields(found)
    judgement.provided[type] = [...new Set([...(judgement.provided[type] ?? []), ...fields])]
    const job = jobs.get(type) ?? { file: draft, type, rows: [], judge: judgeOf(type), isSiasn: false }
    job.rows.push(...read.rows)
    jobs.set(type, job)
  }
  judgement.kind = [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  if (judgement.kind) judgement.kindSaid = kindSaid[judgement.kind]
  else judgement.notes.push(noteOf('TIDAK_ADA_LEMBAR'))
  return [...jobs.values()]
}

const siasnJob = (draft: Draft, siasn: SiasnFile): Job => {
  const { judgement } = draft
  judgement.kind = siasn.kind
  judgement.kindSaid = kindSaid[siasn.kind]
  judgement.siasn = siasn.summary
  judgement.provided[siasn.type] = siasn.fields
  judgement.notes = siasn.summary.failedAnswers.map(f => noteOf('JAWABAN_SIASN_GAGAL', f.path, String(f.status)))
  if (siasn.unreadable > 0) judgement.notes.push(noteOf('REKAMAN_TIDAK_TERBACA'))
  draft.countedSheets = 1
  const judge =
    siasn.resource === 'rw-kursus' || siasn.resource === 'rw-diklat'
      ? (trainingJudge(true) as unknown as TableJudge)
      : judgeOf(siasn.type)
  return { file: draft, type: siasn.type, rows: siasn.rows, judge, isSiasn: true }
}

const runJob = (job: Job, known: JudgeContext): void => {
  const { judgement, countedSheets, columns } = job.file
  const judged: JudgedTable = judgeTable(job.rows, job.judge, known)
  if (job.isSiasn) closeOpenPosts(judged.accepted)
  const isOneOfSeveral = countedSheets > 1
  const finding = (row: FaultyRow): Finding => findingOf(row, job.type, columns, isOneOfSeveral)
  judgement.dataRows += job.rows.length
  judgement.accepted.push(
    ...judged.accepted.map(({ sheet, row, record }) => ({ ref: refOf(sheet, row, isOneOfSeveral), record })),
  )
  judgement.rejected.push(...judged.rejected.map(finding))
  judgement.skipped.push(...judged.skipped.map(finding))
  judgement.warnings.push(...judged.warned.map(finding))
}

/** Rows in the order of the file: by sheet as it lies there, then by row. */
const sorted = (judgement: FileJudgement): FileJudgement => {
  const order = new Map(judgement.sheets.map((s, i) => [s.name, i]))
  const compare = (a: RowRef, b: RowRef): number =>
    (order.get(a.sheet ?? '') ?? 0) - (order.get(b.sheet ?? '') ?? 0) || a.row - b.row
  judgement.accepted.sort((a, b) => compare(a.ref, b.ref))
  for (const list of [judgement.rejected, judgement.skipped, judgement.warnings]) list.sort(compare)
  return judgement
}
