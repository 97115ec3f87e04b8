import { formatDay, type Locale } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import type { Conflict, MeasureKind } from './assessment-centre.model.ts'

export const providerKindWords = {
  own: 'Unit penilaian instansi sendiri',
  bkn: 'Badan Kepegawaian Negara (BKN)',
  agency: 'Instansi lain',
  private: 'Lembaga swasta',
} as const

export const gradeWords = {
  pertama: 'Asesor Ahli Pertama',
  muda: 'Asesor Ahli Muda',
  madya: 'Asesor Ahli Madya',
  utama: 'Asesor Ahli Utama',
} as const

export const complexityWords = { sederhana: 'Sederhana', sedang: 'Sedang', kompleks: 'Kompleks' } as const

export const purposeWords = { pemetaan: 'Pemetaan', pengisian: 'Pengisian jabatan' } as const

export const batchStateWords = {
  planned: 'Direncanakan',
  running: 'Berjalan',
  closed: 'Ditutup',
  cancelled: 'Dibatalkan',
} as const

export const whyWords = {
  expired: 'hasil terakhir kedaluwarsa',
  expiring: 'hasil terakhir segera kedaluwarsa',
  never: 'belum pernah dinilai',
  requested: 'ada level yang diminta',
  added: 'ditambahkan petugas',
} as const

export const participantStateWords = {
  invited: 'Diundang',
  confirmed: 'Akan hadir',
  'asks-other-day': 'Minta hari lain',
  withdrawn: 'Tidak ikut',
  absent: 'Tidak hadir',
  present: 'Sedang dinilai',
  agreed: 'Disepakati',
  reported: 'Laporan terbit',
} as const

export const measureKindWords: Record<MeasureKind, string> = {
  competency: 'Kompetensi',
  potential: 'Potensi',
  leadership: 'Potensi kepemimpinan',
}

export const conflictWords: Record<Conflict, string> = {
  self: 'ia peserta itu sendiri',
  superior: 'ia atasan langsung peserta',
  subordinate: 'ia bawahan langsung peserta',
  declared: 'ia menyatakan hubungan atau kepentingan',
}

/** What a level of an aspect means, said without a verdict. */
export const aspectWord = (level: number | null): string =>
  level === null ? 'belum teramati' : level >= 4 ? 'menonjol' : level === 3 ? 'cukup tampak' : 'dapat dikembangkan'

export const categoryWords: Record<string, string> = {
  O: 'Optimal',
  CO: 'Cukup Optimal',
  KO: 'Kurang Optimal',
  MS: 'Memenuhi Syarat',
  MMS: 'Masih Memenuhi Syarat',
  KMS: 'Kurang Memenuhi Syarat',
}

/** Day and place in one phrase. */
export const whenWords = (on: Day, place: string, locale: Locale = 'id'): string =>
  `${formatDay(on, 'long', locale)}, ${place}`

/** From one day to another, said once when they are the same. */
export const spanWords = (from: Day, until: Day): string =>
  from === until ? formatDay(from) : `${formatDay(from)} sampai ${formatDay(until)}`

/** A level as every screen says it. */
export const levelText = (level: number | null): string => (level === null ? 'tidak teramati' : `level ${level}`)

/** How a level stands to the standard: the levels themselves stand beside it. */
export const standingWord = (level: number | null, standard: number | null): string =>
  level === null
    ? 'belum teramati'
    : standard === null
      ? 'tidak disyaratkan'
      : level >= standard
        ? 'terpenuhi'
        : 'di bawah standar'
