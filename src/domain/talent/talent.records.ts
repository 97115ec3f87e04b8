import type { RecordKinds } from '#platform/web/record-kind.ts'

/** Records of this room a figure's chain may end at. */
export const talentRecords: RecordKinds = {
  'talent.sheet-score': {
    table: 'talent.sheet_scores',
    title: 'Lembar talenta',
    person: 'employee_id',
    fields: {
      sheet_on: 'Tanggal',
      parts: 'Nilai per unsur',
      written_x: 'Potensial tertulis',
      written_y: 'Kinerja tertulis',
      written_box: 'Kotak tertulis',
    },
    keys: ['employee_id'],
  },
  'talent.feedback-360': {
    table: 'talent.feedback_360',
    title: 'Umpan balik 360°',
    person: 'employee_id',
    fields: { year: 'Tahun', rating: 'Hasil', raters: 'Banyak penilai' },
  },
  // Means of groups stand in the figures; here what was closed, when, by which rules.
  'talent.feedback-result': {
    table: 'talent.feedback_results',
    title: 'Putaran umpan balik 360°',
    person: 'employee_id',
    fields: {
      year: 'Tahun',
      version: 'Versi',
      rating: 'Hasil',
      rule_version: 'Versi aturan',
      closed_on: 'Ditutup',
    },
  },
  'talent.interview-consensus': {
    table: 'talent.interview_consensus',
    title: 'Kesepakatan hasil wawancara',
    person: 'employee_id',
    fields: {
      version: 'Versi',
      levels: 'Level per kompetensi',
      reason: 'Alasan koreksi',
      recorded_by_name: 'Dicatat oleh',
      recorded_on: 'Dicatat pada',
    },
    keys: ['interview_id', 'version'],
  },
  // Without the marks: the person may open it, and the relation of a rater would tell who it was.
  'talent.value-result': {
    table: 'talent.value_results',
    title: 'Penilaian nilai BerAKHLAK',
    person: 'employee_id',
    fields: {
      version: 'Versi',
      raters: 'Banyak penilai',
      mean_step: 'Rata-rata tingkat',
      opened_on: 'Terbuka pada',
      reason: 'Alasan koreksi',
    },
    keys: ['review_id', 'version'],
  },
  'talent.nomination': {
    table: 'talent.nominations',
    title: 'Usulan',
    person: 'employee_id',
    fields: {
      purpose: 'Tujuan',
      nominated_by_name: 'Pengusul',
      rationale: 'Alasan',
      state: 'Keadaan',
      reference_by_name: 'Pemberi rekomendasi kedua',
      decision_reason: 'Alasan keputusan',
      decided_by_name: 'Diputus oleh',
      nominated_on: 'Diusulkan',
      decided_on: 'Diputuskan',
    },
  },
  'talent.move': {
    table: 'talent.moves',
    title: 'Pemindahan kotak',
    person: 'employee_id',
    fields: {
      from_box: 'Dari kotak',
      to_box: 'Ke kotak',
      reason_code: 'Alasan',
      note: 'Catatan',
      state: 'Keadaan',
      moved_by_name: 'Oleh',
    },
  },
  'talent.unit-cuts': {
    table: 'talent.unit_cuts',
    title: 'Ambang menurut peringkat',
    person: null,
    fields: { axis: 'Sumbu', reach: 'Diperingkat dalam', people: 'Orang yang diperingkat', cuts: 'Ambang' },
    keys: ['cycle_id', 'unit_id', 'axis'],
  },
  'talent.policy-preview': {
    table: 'talent.policy_previews',
    title: 'Pratinjau aturan',
    person: null,
    fields: {
      people: 'Orang yang dihitung',
      moved: 'Akan berpindah',
      compared_code: 'Dibandingkan dengan',
      compared_version: 'Versi',
      made_on: 'Dihitung',
      made_by_name: 'Oleh',
    },
  },
}
