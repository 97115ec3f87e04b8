import type { FileKind } from '../contract.ts'
import type { RecordType } from '../records.ts'
import { agencyTables } from './agency-tables.ts'
import { personTables } from './person-tables.ts'
import { programmeTables } from './programme-tables.ts'
import type { TableSpec } from './table-spec.ts'

/** Every table an imported file may hold. A new column is one line in one of the three lists. */
export const tables: readonly TableSpec[] = [...agencyTables, ...personTables, ...programmeTables]

export const tableOf = (type: RecordType): TableSpec => {
  const found = tables.find(table => table.type === type)
  if (!found) throw new Error(`no table for ${type}`)
  return found
}

/** A kind of file in Indonesian words. */
export const kindSaid: Record<FileKind, string> = {
  unit: 'Daftar unit',
  employee: 'Daftar pegawai',
  'position-standard': 'Standar kompetensi jabatan',
  performance: 'Predikat kinerja (SKP)',
  assessment: 'Hasil penilaian kompetensi',
  training: 'Riwayat diklat',
  catalogue: 'Katalog dan jadwal diklat',
  budget: 'Pagu dan realisasi anggaran',
  'unit-indicator': 'Indikator bulanan unit',
  programme: 'Program pengembangan: usulan sampai tindak lanjut',
  'talent-sheet': 'Lembar talenta (SIMATA)',
  career: 'Riwayat jabatan',
  discipline: 'Hukuman disiplin',
  'siasn-data-utama': 'SIASN: data utama',
  'siasn-rw-jabatan': 'SIASN: riwayat jabatan',
  'siasn-rw-kursus': 'SIASN: riwayat kursus',
  'siasn-rw-diklat': 'SIASN: riwayat diklat struktural',
  'siasn-rw-skp22': 'SIASN: riwayat SKP',
  'siasn-rw-hukdis': 'SIASN: riwayat hukuman disiplin',
  'siasn-rw-penghargaan': 'SIASN: riwayat penghargaan',
}
