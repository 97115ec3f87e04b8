import { type Db, sql } from '#platform/database/database.ts'
import type { RowChange } from '#platform/database/save-rows.ts'

/** A row that could not be saved, and why; the others of its batch are saved. */
export type RowRefusal = { line: number; code: string; message: string }

/** What a batch did, row by row. */
export type RegisterResult = { changes: RowChange[]; refusals: RowRefusal[] }

/** Who may call the register use cases: the two steps of an import. */
export const importers = ['judge-import', 'apply-import'] as const

/** Ids of the people with these NIPs, in one question. */
export const idsOfNips = async (db: Db, nips: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (
      await db.rows<{ id: string; nip: string }>(
        sql`select id, nip from workforce.v_people where nip = any (${[...new Set(nips)]})`,
      )
    ).map(p => [p.nip, p.id]),
  )

export const unknownPerson = (line: number, nip: string): RowRefusal => ({
  line,
  code: 'PEGAWAI_TIDAK_DIKENAL',
  message: `NIP ${nip} tidak ada dalam daftar pegawai. Impor daftar pegawai lebih dahulu.`,
})

/** Splits rows into those of known people, with their ids, and refusals; `lines` keeps each row's place. */
export const withPeople = async <T extends { nip: string }>(db: Db, rows: readonly T[]) => {
  const ids = await idsOfNips(
    db,
    rows.map(r => r.nip),
  )
  const known: { row: T; employeeId: string }[] = []
  const lines: number[] = []
  const refusals: RowRefusal[] = []
  rows.forEach((row, line) => {
    const employeeId = ids.get(row.nip)
    if (!employeeId) {
      refusals.push(unknownPerson(line, row.nip))
      return
    }
    known.push({ row, employeeId })
    lines.push(line)
  })
  return {
    known,
    employeeIds: [...new Set(known.map(k => k.employeeId))],
    refusals,
    /** Changes counted over the known rows, told in the places of all rows. */
    inPlace: (changes: RowChange[]) => changes.map(c => ({ ...c, line: lines[c.line] })),
  }
}
