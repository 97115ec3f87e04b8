import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { Refusal } from '#platform/refusal.ts'

/** What the room refuses, in the reader's words with the cure. */
export const errors = {
  catalogue: {
    competencyUnknown: (code: string, module: string) =>
      new Refusal(
        'planning.catalogue.competency-unknown',
        `Kompetensi ${code} pada modul ${module} tidak ada di kamus. Daftarkan dahulu di kamus kompetensi.`,
      ),
    moduleUnknown: (code: string) =>
      new Refusal(
        'planning.catalogue.module-unknown',
        `Modul ${code} tidak ada di katalog. Tambahkan modulnya dahulu.`,
      ),
  },
  budget: {
    unitUnknown: (unit: string) =>
      new Refusal(
        'planning.budget.unit-unknown',
        `Unit ${unit} tidak ada di daftar unit. Perbaiki nama unit pada baris anggaran.`,
      ),
  },
  plan: {
    notFound: () =>
      new Refusal('planning.plan.not-found', 'Rencana tidak ditemukan, atau Anda tidak berwenang melihatnya.', {
        status: 404,
      }),
    notYours: () =>
      new Refusal('planning.plan.not-yours', 'Rencana ini milik orang di luar tim Anda.', { status: 403 }),
    alreadyAgreed: () =>
      new Refusal(
        'planning.plan.already-agreed',
        'Rencana yang sudah disepakati tidak diubah. Ajukan versi baru dengan alasan.',
      ),
    indicatorMissing: (titles: string) =>
      new Refusal(
        'planning.plan.indicator-missing',
        `Kegiatan ini belum memiliki indikator keberhasilan: ${titles}. Isi indikator, target, dan bukti sebelum disepakati.`,
      ),
    empty: () =>
      new Refusal('planning.plan.empty', 'Rencana belum berisi kegiatan. Tambahkan sekurang-kurangnya satu kegiatan.'),
    itemNotFound: () =>
      new Refusal('planning.plan.item-not-found', 'Kegiatan tidak ditemukan dalam rencana ini.', { status: 404 }),
    endsBeforeStart: () =>
      new Refusal('planning.plan.ends-before-start', 'Tanggal selesai mendahului tanggal mulai.', {
        fields: { endsOn: 'Pilih tanggal selesai yang sama dengan atau sesudah tanggal mulai.' },
      }),
    nothingToClose: () =>
      new Refusal(
        'planning.plan.nothing-to-close',
        'Tidak ada kesenjangan yang dapat ditutup oleh katalog. Lengkapi penilaian kompetensi atau katalog lebih dahulu.',
      ),
  },
  programme: {
    notFound: () => new Refusal('planning.programme.not-found', 'Program tidak ditemukan.', { status: 404 }),
    codeTaken: (code: string) =>
      new Refusal('planning.programme.code-taken', `Kode program ${code} sudah dipakai.`, {
        fields: { code: 'Pakai kode lain.' },
      }),
    weightsNot100: (sum: number) =>
      new Refusal('planning.programme.weights', `Jumlah bobot kriteria ${sum}, seharusnya 100.`, {
        fields: { weights: 'Ubah bobot sampai jumlahnya 100.' },
      }),
    started: (on: Day) =>
      new Refusal(
        'planning.programme.started',
        `Program mulai ${formatDay(on)}; target hanya dapat disepakati sebelum pelatihan pertama. Catat perubahan sebagai versi dengan alasan.`,
      ),
    criterionMissing: (names: string) =>
      new Refusal(
        'planning.programme.criterion-missing',
        `Nilai kriteria belum lengkap untuk: ${names}. Lengkapi atau tarik usulannya.`,
      ),
    seatsMissing: () =>
      new Refusal('planning.programme.seats-missing', 'Jumlah kursi program belum ditetapkan.', {
        fields: { seats: 'Isi jumlah kursi.' },
      }),
  },
  scenario: {
    notFound: () => new Refusal('planning.scenario.not-found', 'Skenario tidak ditemukan.', { status: 404 }),
    notSolved: () =>
      new Refusal('planning.scenario.not-solved', 'Skenario ini belum memiliki rencana yang layak. Hitung dahulu.'),
    adopted: () =>
      new Refusal(
        'planning.scenario.adopted',
        'Skenario ini sudah dibekukan. Salin menjadi skenario baru untuk mengubahnya.',
      ),
    nobody: () =>
      new Refusal(
        'planning.scenario.nobody',
        'Tidak ada kesenjangan yang diketahui dalam lingkup ini. Perluas lingkup atau lengkapi penilaian.',
      ),
    tooMany: (n: number, most: number) =>
      new Refusal(
        'planning.scenario.too-many',
        `Lingkup ini berisi ${n} orang; paling banyak ${most} sekaligus. Persempit unit atau jenjangnya.`,
      ),
    noSession: () =>
      new Refusal(
        'planning.scenario.no-session',
        'Tidak ada kelas yang dijadwalkan pada tahun itu. Tambahkan jadwal di katalog.',
      ),
    noBudget: () =>
      new Refusal('planning.scenario.no-budget', 'Belum ada baris anggaran untuk tahun itu. Isi atau impor anggaran.'),
  },
}
