/** Who must supply a level, in the reader's words. */
export const supplierWords = {
  supervisor: 'atasan langsung',
  person: 'orangnya sendiri',
  provider: 'penyelenggara penilaian kompetensi',
} as const

export const whyWords = {
  unknown: 'belum pernah dinilai',
  expired: 'sudah kedaluwarsa',
  contradictory: 'dua hasil berbeda pada hari yang sama',
} as const

/** What was sent, in one sentence: "12 permintaan terkirim: 8 ke atasan langsung, 4 ke penyelenggara penilaian." */
export const sentWords = (sent: { supervisor: number; person: number; provider: number }): string => {
  const parts = [
    sent.supervisor > 0 && `${sent.supervisor} ke atasan langsung`,
    sent.person > 0 && `${sent.person} ke orangnya sendiri`,
    sent.provider > 0 && `${sent.provider} ke daftar penilaian kompetensi`,
  ].filter(Boolean)
  return `${sent.supervisor + sent.person + sent.provider} permintaan terkirim: ${parts.join(', ')}.`
}

type Sent = { supervisor: number; person: number; provider: number }

/** What was sent, carried over the redirect after a form. */
export const sentToQuery = (sent: Sent): string => [sent.supervisor, sent.person, sent.provider].join('-')
export const sentFromQuery = (text: string | null): string | null => {
  const parts = /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(text ?? '')
  return parts
    ? sentWords({ supervisor: Number(parts[1]), person: Number(parts[2]), provider: Number(parts[3]) })
    : null
}

/** What became of a paper. */
export const paperState = (paper: { is_verified: boolean; is_replaced: boolean }): string =>
  paper.is_verified ? 'sudah diperiksa, dipakai' : paper.is_replaced ? 'belum dapat dipakai' : 'menunggu diperiksa'
