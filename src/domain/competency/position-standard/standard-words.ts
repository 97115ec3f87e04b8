import type { VersionStanding } from './standard-version.model.ts'

export const importanceWords = { mutlak: 'Mutlak', penting: 'Penting', perlu: 'Perlu' } as const

/** What each weight means for the person. */
export const importanceHints = {
  mutlak: 'menghalangi kelayakan bila kurang',
  penting: 'dihitung dalam kesenjangan',
  perlu: 'saran saja',
} as const

export const standingWords: Record<VersionStanding, string> = {
  holding: 'berlaku',
  coming: 'akan berlaku',
  replaced: 'sudah diganti',
  withdrawn: 'ditarik',
}

export const likeWords = {
  tier: 'jenjang sama',
  family: 'urusan sama',
  'unit-kind': 'jenis unit sama',
  kind: 'jenis jabatan sama',
} as const

export const toldOfStandards: Record<string, string> = {
  ditetapkan: 'Versi standar tersimpan. Kesenjangan dihitung dengannya mulai tanggal berlakunya.',
  ditarik: 'Versi ditarik. Versi sebelumnya berlaku lagi.',
  sekaligus: 'Standar tersimpan untuk semua jabatan dalam pratinjau.',
}

/** Why a version of a standard stays, with the cure. */
export const keptWords = {
  withdrawn: 'versi ini sudah ditarik.',
  imported: 'versi ini datang dari impor. Batalkan impornya, atau buat versi baru.',
  'in-force': 'versi ini sudah berlaku dan kesenjangan dihitung dengannya. Koreksi lewat versi baru.',
  'in-use': 'versi ini dipakai gelombang asesmen. Koreksi lewat versi baru.',
  later: 'sudah ada versi sesudahnya. Tarik versi yang lebih baru dahulu.',
} as const

/** How many empty lines a form offers for competencies that are not on it. */
export const extraLines = 5
