/** What rooms are called where rules are listed. */
export const roomWords: Record<string, string> = {
  workforce: 'Kepegawaian',
  competency: 'Kompetensi',
  talent: 'Talenta',
  planning: 'Perencanaan diklat',
  delivery: 'Pelaksanaan dan tindak lanjut',
  impact: 'Evaluasi',
  succession: 'Suksesi',
}

/** How sure a rule is: read in its source, seen in the national application, or our own default. */
export const certaintyWords = {
  source: 'menurut peraturan',
  app: 'menurut aplikasi nasional',
  ours: 'bawaan Anyam, dapat diganti',
} as const
