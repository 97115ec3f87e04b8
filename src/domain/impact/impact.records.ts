import type { RecordKinds } from '#platform/web/record-kind.ts'

/** Records of this room a figure's chain may end at. */
export const impactRecords: RecordKinds = {
  'impact.evaluation': {
    table: 'impact.evaluations',
    title: 'Evaluasi program',
    person: null,
    fields: { as_of: 'Per tanggal', verdicts: 'Simpulan', limits: 'Batas simpulan' },
  },
}
