import type { RecordKinds } from '#platform/web/record-kind.ts'

/** Records of this room a figure's chain may end at. */
export const deliveryRecords: RecordKinds = {
  'delivery.class': {
    table: 'delivery.classes',
    title: 'Kelas',
    person: null,
    fields: { name: 'Nama', starts_on: 'Mulai', ends_on: 'Selesai', jp: 'JP', state: 'Keadaan' },
  },
  'delivery.enrolment': {
    table: 'delivery.enrolments',
    title: 'Kepesertaan kelas',
    person: 'employee_id',
    fields: {
      state: 'Keadaan',
      attended_jp: 'JP hadir',
      score_before: 'Nilai sebelum',
      score_after: 'Nilai sesudah',
      completed_on: 'Selesai',
      correction_reason: 'Alasan koreksi',
    },
  },
  'delivery.meeting': {
    table: 'delivery.meetings',
    title: 'Pertemuan pendampingan',
    person: 'employee_id',
    fields: {
      kind: 'Jenis',
      guide_name: 'Pendamping',
      held_on: 'Tanggal',
      minutes: 'Menit',
      topic: 'Pokok',
      agreement: 'Kesepakatan',
      is_confirmed: 'Sudah dikonfirmasi',
    },
  },
  'delivery.assignment': {
    table: 'delivery.assignments',
    title: 'Penugasan',
    person: 'employee_id',
    fields: {
      title: 'Tugas',
      value: 'Nilai paket',
      starts_on: 'Mulai',
      due_on: 'Tenggat',
      finished_on: 'Selesai',
      result: 'Hasil',
      state: 'Keadaan',
      confirmed_on: 'Dikonfirmasi',
    },
  },
  'delivery.behaviour': {
    table: 'delivery.behaviours',
    title: 'Perilaku yang disepakati',
    person: 'employee_id',
    fields: { statement: 'Perilaku', to_level: 'Level tujuan', agreed_on: 'Disepakati' },
  },
  'delivery.follow-up': {
    table: 'delivery.follow_ups',
    title: 'Tindak lanjut penerapan',
    person: 'employee_id',
    fields: {
      day_number: 'Hari ke',
      rater: 'Penilai',
      value: 'Nilai',
      verdict: 'Jawaban',
      note: 'Catatan',
      due_on: 'Tenggat',
      answered_on: 'Dijawab',
    },
  },
  'delivery.reaction': {
    table: 'delivery.reactions',
    title: 'Reaksi peserta',
    person: null,
    fields: {
      item: 'Butir',
      mean: 'Rata-rata',
      answers: 'Jawaban',
      invited: 'Diundang',
      scale_max: 'Skala',
      collected_on: 'Tanggal',
    },
  },
}
