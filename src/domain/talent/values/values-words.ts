export const reviewStateWords = {
  gathering: 'Menunggu penilai',
  opened: 'Terbuka',
  cancelled: 'Dibatalkan',
} as const

export const raterStateWords = {
  proposed: 'Diusulkan pegawai, menunggu persetujuan',
  asked: 'Belum menjawab',
  answered: 'Sudah menjawab',
  declined: 'Tidak dapat menilai',
  withdrawn: 'Ditarik',
} as const

export const relationWords = { supervisor: 'Atasan', colleague: 'Rekan' } as const
