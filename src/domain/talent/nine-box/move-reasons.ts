/** Why a committee may move somebody; the word stands in the minutes. */
export const moveReasons = {
  'evidence-late': 'Bukti sah terlambat tercatat',
  'near-cut': 'Di perbatasan ambang, dengan bukti tambahan',
  'role-context': 'Beban atau lingkup tugas tidak tercermin',
  correction: 'Koreksi data atas hasil sanggah',
} as const

/** How far a proposed move has come. */
export const moveStateWords: Record<string, string> = {
  proposed: 'menunggu sidang',
  decided: 'disetujui',
  declined: 'tidak disetujui',
  withdrawn: 'ditarik',
}
