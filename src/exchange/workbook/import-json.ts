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
