import type { ModuleName } from '#platform/web/screen.ts'

/** What a module is called and what it is for. */
export const moduleWords: Record<ModuleName, { word: string; line: string }> = {
  talent: { word: 'Talenta', line: 'siklus, peta 9 kotak, usulan, sanggah' },
  planning: { word: 'Diklat', line: 'katalog, rencana individu, program, penyusun rencana, anggaran' },
  delivery: { word: 'Pendampingan', line: 'kelas, coaching, mentoring, penugasan, tindak lanjut' },
  impact: { word: 'Evaluasi', line: 'reaksi, belajar, penerapan, indikator unit' },
  succession: { word: 'Suksesi', line: 'jabatan kunci, bangku, berkas keputusan' },
}
