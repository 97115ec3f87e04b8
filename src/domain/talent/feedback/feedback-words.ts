import type { GroupCode } from './feedback.model.ts'

export const roundStateWords = {
  proposing: 'Menyusun penilai',
  answering: 'Menunggu jawaban',
  closed: 'Ditutup',
  cancelled: 'Dibatalkan',
} as const

export const subjectStateWords = {
  proposed: 'Penilai belum dikonfirmasi',
  confirmed: 'Penilai diundang',
  known: 'Ada hasil',
  few: 'Belum cukup penilai',
  excluded: 'Tidak diikutkan',
  cancelled: 'Dibatalkan',
} as const

export const replyStateWords = {
  asked: 'Belum menjawab',
  answered: 'Sudah menjawab',
  declined: 'Tidak dapat menilai',
  withdrawn: 'Ditarik',
} as const

export const standingWords = {
  drafted: 'Disusun dari data',
  wanted: 'Diminta pegawai',
  confirmed: 'Dikonfirmasi',
  refused: 'Tidak disetujui',
  removed: 'Dikeluarkan',
} as const

export const originWords = {
  drafted: 'dari data atasan dan unit',
  person: 'diminta yang dinilai',
  supervisor: 'ditambah atasan',
  officer: 'ditambah pengelola',
} as const

export const groupWords: Record<GroupCode, string> = {
  atasan: 'Atasan',
  rekan: 'Rekan',
  bawahan: 'Bawahan',
  diri: 'Diri sendiri',
}

/** In the rater's own place: "sebagai …". */
export const asGroupWords: Record<GroupCode, string> = {
  atasan: 'sebagai atasan langsung',
  rekan: 'sebagai rekan kerja',
  bawahan: 'sebagai bawahan langsung',
  diri: 'tentang diri sendiri',
}

export const spreadWords = { together: 'penilai sejalan', apart: 'penilai berbeda jauh' } as const

/** Agreement of all raters over all questions, 0 to 1; 0.7 is the usual bar (James, Demaree and Wolf 1984). */
export const agreementWord = (agreement: number): string =>
  agreement >= 0.7
    ? 'Para penilai sepakat.'
    : agreement >= 0.5
      ? 'Para penilai cukup sepakat.'
      : 'Para penilai melihat hal yang berbeda. Baca hasil ini sebagai bahan bicara.'

/** What holds before anybody answers; said on the form itself. */
export const anonymityWords = (least: number): string[] => [
  'Jawaban Anda dibaca oleh Anda sendiri. Atasan, pengelola, auditor, dan admin tidak dapat membukanya.',
  `Yang dinilai hanya melihat rata-rata dari sedikitnya ${least} orang. Kelompok yang lebih kecil digabung atau tidak ditampilkan.`,
  'Pengelola dan auditor mengetahui siapa yang diundang dan siapa yang sudah menjawab, bukan isinya.',
  'Komentar boleh kosong. Komentar diperiksa pengelola tanpa nama Anda, lalu dibaca yang dinilai tanpa urutan dan tanggal.',
  'Bila semua orang memberi jawaban yang sama, rata-ratanya memperlihatkan itu. Gaya menulis dapat dikenali; tulislah seperlunya.',
]
