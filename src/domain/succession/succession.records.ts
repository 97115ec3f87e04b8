import type { RecordKinds } from '#platform/web/record-kind.ts'

/** Records of this room a figure's chain may end at. */
export const successionRecords: RecordKinds = {
  'succession.readiness': {
    table: 'succession.readiness',
    title: 'Kesiapan',
    person: 'employee_id',
    fields: { as_of: 'Per tanggal', eligible: 'Memenuhi syarat', horizon: 'Cakrawala', ready_on: 'Siap pada' },
    keys: ['position_id', 'employee_id'],
  },
  'succession.bench': {
    table: 'succession.benches',
    title: 'Bangku suksesi',
    person: null,
    fields: {
      as_of: 'Per tanggal',
      state: 'Keadaan',
      ready_now: 'Siap sekarang',
      within_two_years: '1–2 tahun',
      later: 'Lebih lama',
      unknown: 'Belum diketahui',
      vacant_on: 'Lowong',
      vacancy_reason: 'Sebab lowong',
    },
    keys: ['position_id'],
  },
  'succession.dossier': {
    table: 'succession.dossiers',
    title: 'Berkas keputusan',
    person: 'employee_id',
    fields: {
      number: 'Nomor',
      state: 'Keadaan',
      recommendation: 'Usulan',
      decision: 'Keputusan',
      decided_on: 'Diputuskan',
    },
  },
}
