export const checkStateWords = {
  met: 'Terpenuhi',
  'not-met': 'Belum terpenuhi',
  'not-applicable': 'Tidak berlaku',
} as const

export const evidenceWords: Record<string, string> = {
  'readiness-score': 'Nilai kesiapan',
  ekspose: 'Ekspose di BKN',
  pleno: 'Pleno BKN',
  approval: 'SK Kepala BKN, persetujuan penerapan',
  'ppk-decree': 'Keputusan PPK tentang peta dan KRS',
  report: 'Laporan kepada PPK atau Menteri',
}
