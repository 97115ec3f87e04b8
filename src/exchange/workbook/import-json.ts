import type { FileJudgement, Finding, RowRef } from './contract.ts'

export type ImportJsonFinding = { row: number | string; code: string; detail: string }
export type ImportJsonFile = {
  file: string
  what: string
  data_rows: number
  accepted: number
  rejected: ImportJsonFinding[]
  rejected_count: number
  skipped_duplicates: ImportJsonFinding[]
  skipped_count: number
  warnings: ImportJsonFinding[]
  warning_count: number
  not_data: { row: number | string; why: string }[]
  notes: string[]
}

/** `Sheet!12` where several sheets count, else the number. */
export const rowSaid = ({ sheet, row }: RowRef): number | string => (sheet === undefined ? row : `${sheet}!${row}`)

/** What `anyam import … --json` prints: one entry per file, rows by code. A refused file has no rows and says why in its notes. */
export const importJson = (judgements: readonly FileJudgement[]): { files: ImportJsonFile[] } => ({
  files: judgements.map(j => {
    const several = j.sheets.filter(s => s.counted).length > 1
    const said = (f: Finding): ImportJsonFinding => ({ row: rowSaid(f), code: f.code, detail: f.message })
    return {
      file: j.file.split('/').at(-1) ?? j.file,
      what: j.kindSaid,
      data_rows: j.dataRows,
      accepted: j.accepted.length,
      rejected: j.rejected.map(said),
      rejected_count: j.rejected.length,
      skipped_duplicates: j.skipped.map(said),
      skipped_count: j.skipped.length,
      warnings: j.warnings.map(said),
      warning_count: j.warnings.length,
      not_data: j.sheets.flatMap(s =>
        s.notData.map(n => ({ row: several ? `${s.name}!${n.row}` : n.row, why: n.why })),
      ),
      notes: [
        ...(j.refused ? [`${j.refused.code}: ${j.refused.message}`] : []),
        ...j.notes.map(n => `${n.code}: ${n.message}`),
        ...j.sheets.filter(s => !s.counted).map(s => `Lembar '${s.name}' tidak dipakai: ${s.why}`),
      ],
    }
  }),
})

export type SiasnJson = {
  answers: number
  people_with_records: number
  records: number
  empty_answers: number
  failed_answers: { path: string; status: number }[]
  by_status?: Record<string, number>
  records_without_end_date?: number
  records_without_certificate?: number
  sum_of_jumlahJam?: number
}

/** SIASN answers by resource, counted as they came and, for people and courses, as they were understood. */
export const siasnJson = (judgements: readonly FileJudgement[]): Record<string, SiasnJson> =>
  Object.fromEntries(
    judgements.flatMap(({ siasn, accepted }): [string, SiasnJson][] => {
      if (!siasn) return []
      const counts: SiasnJson = {
        answers: siasn.answers,
        people_with_records: siasn.peopleWithRecords,
        records: siasn.records,
        empty_answers: siasn.emptyAnswers,
        failed_answers: siasn.failedAnswers,
      }
      const people = accepted.flatMap(a => (a.record.type === 'employee' ? [a.record] : []))
      const courses = accepted.flatMap(a => (a.record.type === 'training' ? [a.record] : []))
      if (siasn.resource === 'data-utama')
        counts.by_status = {
          PNS: people.filter(p => p.status === 'PNS').length,
          PPPK: people.filter(p => p.status === 'PPPK').length,
        }
      if (siasn.resource === 'rw-kursus') {
        counts.records_without_end_date = courses.filter(c => c.endsOn === null).length
        counts.records_without_certificate = courses.filter(c => c.certificate === null).length
        counts.sum_of_jumlahJam = courses.reduce((sum, c) => sum + (c.jp ?? 0), 0)
      }
      return [[siasn.resource, counts]]
    }),
  )
