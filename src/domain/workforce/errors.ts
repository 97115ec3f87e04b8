import { notFound, Refusal } from '#platform/refusal.ts'

/** What the room refuses, in the reader's words with the cure. */
export const errors = {
  employee: { notFound: () => notFound('Pegawai') },
  unit: {
    notFound: () => notFound('Unit'),
    unknown: (name: string) =>
      new Refusal('workforce.unit.unknown', `Unit "${name}" tidak ada dalam daftar. Impor daftar unit lebih dahulu.`),
  },
  position: {
    notFound: () => notFound('Jabatan'),
    neitherStrategicNorScarce: () =>
      new Refusal(
        'workforce.position.neither',
        'Jabatan kritikal menjawab "ya" pada sekurang-kurangnya satu dari dua pertanyaan.',
        { fields: { isStrategic: 'Jawab "ya" pada salah satu pertanyaan, atau batalkan tanda kritikal.' } },
      ),
    manySeats: (seats: number) =>
      new Refusal(
        'workforce.position.many-seats',
        `Jabatan ini memiliki ${seats} kursi. Jabatan kritikal hanya untuk jabatan dengan satu kursi.`,
      ),
  },
  training: {
    notFound: () => notFound('Catatan pelatihan'),
    endsBeforeStart: () =>
      new Refusal('workforce.training.reversed', 'Tanggal selesai mendahului tanggal mulai.', {
        fields: { endsOn: 'Tuliskan tanggal selesai yang sama atau sesudah tanggal mulai.' },
      }),
    inFuture: () =>
      new Refusal('workforce.training.future', 'Pelatihan belum selesai, jadi JP-nya belum dapat dicatat.', {
        fields: { endsOn: 'Tuliskan tanggal selesai yang tidak melewati hari ini.' },
      }),
  },
  appraisal: {
    contradictsMatrix: (expected: string) =>
      new Refusal(
        'workforce.appraisal.matrix',
        `Predikat tidak sesuai dengan hasil kerja dan perilaku. Menurut matriks seharusnya ${expected}.`,
        { fields: { rating: `Pilih ${expected}, atau perbaiki hasil kerja dan perilaku.` } },
      ),
    yearNotOver: () =>
      new Refusal('workforce.appraisal.year', 'Tahun penilaian belum berjalan.', {
        fields: { year: 'Pilih tahun ini atau tahun sebelumnya.' },
      }),
  },
  indicator: {
    notFound: () => notFound('Indikator'),
    outOfRange: (least: number, most: number | null) =>
      new Refusal('workforce.indicator.range', 'Nilai berada di luar rentang indikator ini.', {
        fields: { value: most === null ? `Nilai paling sedikit ${least}.` : `Nilai antara ${least} dan ${most}.` },
      }),
    inFuture: () =>
      new Refusal('workforce.indicator.future', 'Bulan itu belum berjalan.', {
        fields: { month: 'Pilih bulan ini atau bulan sebelumnya.' },
      }),
    alreadyRecorded: () =>
      new Refusal(
        'workforce.indicator.recorded',
        'Nilai bulan itu sudah ada. Ubah lewat koreksi dengan alasan, agar nilai lama tetap terbaca di jejak audit.',
      ),
  },
  period: {
    endsBeforeStart: () =>
      new Refusal('workforce.period.reversed', 'Tanggal selesai mendahului tanggal mulai.', {
        fields: { endsOn: 'Tuliskan tanggal selesai yang sama atau sesudah tanggal mulai.' },
      }),
  },
}
