import { Refusal } from '#platform/refusal.ts'

/** What the room refuses, in the reader's words with the cure. */
export const errors = {
  programme: {
    notFound: () =>
      new Refusal('delivery.programme.not-found', 'Program tidak ditemukan. Pilih dari daftar program.', {
        status: 404,
      }),
  },
  class: {
    notFound: () => new Refusal('delivery.class.not-found', 'Kelas tidak ditemukan.', { status: 404 }),
    hasResults: () =>
      new Refusal('delivery.class.has-results', 'Hasil peserta sudah dicatat, jadi kelas ini tidak dapat dibatalkan.'),
    full: (seats: number) =>
      new Refusal(
        'delivery.class.full',
        `Kelas sudah penuh (${seats} kursi). Pilih jadwal lain atau tambah kursi di katalog.`,
      ),
    endsBeforeStart: () =>
      new Refusal('delivery.class.ends-before-start', 'Tanggal selesai mendahului tanggal mulai.', {
        fields: { endsOn: 'Pilih tanggal selesai yang sama dengan atau sesudah tanggal mulai.' },
      }),
    notEnrolled: () =>
      new Refusal('delivery.class.not-enrolled', 'Orang ini tidak terdaftar di kelas itu.', { status: 404 }),
    alreadyComplete: () =>
      new Refusal('delivery.class.already-complete', 'Hasil orang ini sudah dicatat. Pakai perbaikan dengan alasan.'),
    notComplete: () =>
      new Refusal('delivery.class.not-complete', 'Hasilnya belum dicatat; catat dahulu, lalu perbaiki bila keliru.'),
    attendedTooMuch: (jp: number) =>
      new Refusal('delivery.class.attended-too-much', `Kehadiran melebihi JP kelas (${jp}).`, {
        fields: { attendedJp: `Isi paling banyak ${jp} JP.` },
      }),
    notFinished: () =>
      new Refusal(
        'delivery.class.not-finished',
        'Kelas belum selesai pada hari ini; hasil baru dapat dicatat setelah kelas berakhir.',
      ),
  },
  reaction: {
    tooEarly: () =>
      new Refusal('delivery.reaction.too-early', 'Kelas belum selesai. Sampaikan kesan sesudah hari terakhirnya.'),
    given: () => new Refusal('delivery.reaction.given', 'Kesan Anda atas kelas ini sudah dihitung.'),
  },
  meeting: {
    notFound: () => new Refusal('delivery.meeting.not-found', 'Catatan pertemuan tidak ditemukan.', { status: 404 }),
    future: () =>
      new Refusal('delivery.meeting.future', 'Tanggal pertemuan belum lewat.', {
        fields: { heldOn: 'Isi tanggal hari ini atau sebelumnya.' },
      }),
    confirmed: () =>
      new Refusal('delivery.meeting.confirmed', 'Catatan ini sudah dikonfirmasi. Perbaiki dengan alasan.'),
    own: () =>
      new Refusal('delivery.meeting.own', 'Anda yang mencatat pertemuan ini. Pihak lain yang mengonfirmasinya.', {
        status: 403,
      }),
    ownLevel: () =>
      new Refusal('delivery.meeting.own-level', 'Level yang terlihat dicatat oleh coach atau mentor.', {
        fields: { 'seen.competencyId': 'Kosongkan: Anda peserta pertemuan ini.' },
      }),
  },
  assignment: {
    notFound: () => new Refusal('delivery.assignment.not-found', 'Penugasan tidak ditemukan.', { status: 404 }),
    future: () =>
      new Refusal('delivery.assignment.future', 'Tanggal selesai belum lewat.', {
        fields: { finishedOn: 'Isi tanggal hari ini atau sebelumnya.' },
      }),
    own: () =>
      new Refusal(
        'delivery.assignment.own',
        'Hasil tugas sendiri dikonfirmasi oleh atasan atau pengelola, bukan oleh Anda.',
        { status: 403 },
      ),
    notFinished: () =>
      new Refusal(
        'delivery.assignment.not-finished',
        'Penugasan belum dilaporkan selesai. Mintalah laporannya dahulu.',
      ),
  },
  takeBack: {
    tooLate: () =>
      new Refusal(
        'delivery.take-back.too-late',
        'Jawaban ini tidak dapat diurungkan lagi. Perbaiki dengan alasan pada halamannya.',
      ),
  },
  followUp: {
    peerMissing: () =>
      new Refusal('delivery.follow-up.peer-missing', 'Pilih rekan yang menilai, atau lepas centang Rekan.', {
        fields: { peerId: 'Pilih satu rekan kerja.' },
      }),
    peerIsSelf: () =>
      new Refusal('delivery.follow-up.peer-is-self', 'Rekan yang menilai bukan orang yang dinilai.', {
        fields: { peerId: 'Pilih rekan lain.' },
      }),
    notFound: () =>
      new Refusal('delivery.follow-up.not-found', 'Pemeriksaan penerapan tidak ditemukan.', { status: 404 }),
    notYours: () =>
      new Refusal('delivery.follow-up.not-yours', 'Pemeriksaan ini ditujukan kepada penilai lain.', { status: 403 }),
    answered: () =>
      new Refusal('delivery.follow-up.answered', 'Pemeriksaan ini sudah dijawab. Perbaiki dengan alasan.'),
    notAnswered: () => new Refusal('delivery.follow-up.not-answered', 'Pemeriksaan ini belum dijawab; jawab dahulu.'),
    behaviourNotAgreed: () =>
      new Refusal(
        'delivery.follow-up.behaviour-not-agreed',
        'Perilaku yang dinilai harus disepakati sebelum pelatihan berakhir.',
      ),
  },
}
