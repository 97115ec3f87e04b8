import type { Source } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import type { TalentInputs } from './score.model.ts'

const source = (id: string, label: string, on: Day): Source => ({ kind: 'workforce.record', id, label, on })

/** Records of a person of whom everything is known: box 7 by BKN-SIMATA on 24 November 2026. */
export const someTalentInputs = (changes: TalentInputs = {}): TalentInputs => ({
  predikat: { records: [{ value: 'Sangat Baik', source: source('skp-2025', 'SKP 2025, Sangat Baik', '2025-12-31') }] },
  penghargaan: { records: [{ value: 'Nasional', source: source('p1', 'Penghargaan nasional 2024', '2024-08-17') }] },
  tim: { records: [{ value: 'Ketua internal', source: source('t1', 'Ketua tim internal 2025', '2025-03-01') }] },
  u360: { records: [{ value: 'Baik', source: source('u1', 'Umpan balik 360° 2025', '2025-12-01') }] },
  jpm: { records: [{ value: 85, source: source('a1', 'Asesmen 2025', '2025-05-14') }] },
  bangkom: { records: [{ value: 12, source: source('d1', 'Diklat 12 JP', '2026-03-01') }] },
  'pengalaman.lama': { records: [{ value: 4, source: source('r1', 'Menjabat 4 tahun', '2026-11-01') }] },
  'pengalaman.keragaman': { records: [{ value: 'Satu unit', source: source('r2', 'Satu unit', '2026-11-01') }] },
  'pengalaman.nondefinitif': { records: [], verifiedOn: '2026-10-01' },
  potensi: { records: [{ value: 70, source: source('a2', 'Potensi 2025', '2025-05-14') }] },
  pendidikan: { records: [{ value: 'S1/D-IV', source: source('e1', 'S-1 Teknik Sipil', '2003-08-01') }] },
  bidang: { records: [{ value: 'Tidak sesuai', source: source('e2', 'Bidang ilmu', '2003-08-01') }] },
  disiplin: { records: [], verifiedOn: '2026-10-01' },
  ...changes,
})
