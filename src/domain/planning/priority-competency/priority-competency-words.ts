import type { StandingCount } from './priority-competency.model.ts'

export const kindWords: Record<'technical' | 'managerial' | 'sociocultural', string> = {
  technical: 'Teknis',
  managerial: 'Manajerial',
  sociocultural: 'Sosial kultural',
}

/** The lists of people behind a competency's points, each with what an empty list means. */
export const listWords: Record<Exclude<StandingCount, 'asked' | 'met'>, { title: string; none: string }> = {
  holders: { title: 'Pemegang yang diketahui', none: 'Belum ada yang diketahui mencapai level yang diminta.' },
  leaving: { title: 'Pemegang yang segera pensiun', none: 'Tidak ada pemegang yang segera pensiun.' },
  later: {
    title: 'Pemegang yang pensiun dalam lima tahun',
    none: 'Tidak ada pemegang lain yang pensiun dalam lima tahun.',
  },
  learners: { title: 'Sedang belajar', none: 'Belum ada rencana yang berlaku menuju kompetensi ini.' },
  others: {
    title: 'Siapa lagi yang bisa',
    none: 'Tidak ada orang di jabatan lain yang diketahui cukup atau kurang satu level.',
  },
  short: { title: 'Jabatannya meminta, levelnya kurang', none: 'Tidak ada yang diketahui kurang.' },
  unknown: { title: 'Jabatannya meminta, levelnya belum diketahui', none: 'Semua level sudah diketahui.' },
}

export const linkWords: Record<number, string> = {
  0: '0, tidak berkaitan',
  1: '1, mendukung',
  2: '2, penting',
  3: '3, menentukan',
}
