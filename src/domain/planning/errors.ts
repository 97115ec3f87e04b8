import { formatDay, formatRupiah } from '#core/text/format.ts'
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
    notInForce: () =>
      new Refusal('planning.catalogue.not-in-force', 'Modul ini tidak ditemukan atau sudah diganti versi baru.', {
        status: 404,
      }),
    codeTaken: (code: string) =>
      new Refusal('planning.catalogue.code-taken', `Kode modul ${code} sudah dipakai.`, {
        fields: { 'module.code': 'Pakai kode lain, atau ubah modul yang ada.' },
      }),
    reasonMissing: () =>
      new Refusal(
        'planning.catalogue.reason-missing',
        'Modul ini sudah dipakai dalam rencana atau kelas, sehingga perubahannya menjadi versi baru. Tuliskan alasannya.',
        { fields: { reason: 'Tuliskan alasan sekurang-kurangnya 10 huruf.' } },
      ),
    effectTwice: () =>
      new Refusal('planning.catalogue.effect-twice', 'Satu kompetensi disebut dua kali.', {
        fields: { 'module.effects': 'Sebutkan tiap kompetensi sekali saja.' },
      }),
    prerequisiteUnknown: (code: string) =>
      new Refusal('planning.catalogue.prerequisite-unknown', `Modul prasyarat ${code} tidak ada di katalog.`, {
        fields: { 'module.prerequisites': `Periksa kode ${code}.` },
      }),
    prerequisiteItself: () =>
      new Refusal('planning.catalogue.prerequisite-itself', 'Modul tidak dapat menjadi prasyarat bagi dirinya.', {
        fields: { 'module.prerequisites': 'Hapus kode modul ini dari prasyarat.' },
      }),
  },
  session: {
    rateReason: () =>
      new Refusal('planning.session.rate-reason', 'Tarif lain dari aturan memerlukan alasan.', {
        fields: { rateReason: 'Tuliskan alasan sekurang-kurangnya 10 huruf.' },
      }),
    notFound: () => new Refusal('planning.session.not-found', 'Kelas tidak ditemukan.', { status: 404 }),
    begun: () =>
      new Refusal(
        'planning.session.begun',
        'Kelas yang sudah berjalan, selesai, atau dibatalkan tidak diubah. Tambahkan kelas baru.',
      ),
    codeTaken: (code: string) =>
      new Refusal('planning.session.code-taken', `Kode kelas ${code} sudah dipakai.`, {
        fields: { 'session.code': 'Pakai kode lain.' },
      }),
    reasonMissing: (people: number) =>
      new Refusal(
        'planning.session.reason-missing',
        `${people} orang merencanakan kelas ini dan akan diberi tahu. Tuliskan alasan pergeserannya.`,
        { fields: { reason: 'Tuliskan alasan sekurang-kurangnya 10 huruf.' } },
      ),
  },
  priorityCompetency: {
    notFound: () =>
      new Refusal('planning.priority-competency.not-found', 'Kompetensi atau penetapan itu tidak ditemukan.', {
        status: 404,
      }),
    declared: () =>
      new Refusal(
        'planning.priority-competency.declared',
        'Kompetensi ini sudah ditetapkan sebagai prioritas. Cabut dahulu bila ingin menetapkan ulang.',
      ),
  },
  goal: {
    notFound: () => new Refusal('planning.goal.not-found', 'Sasaran tidak ditemukan.', { status: 404 }),
    nameTaken: () =>
      new Refusal('planning.goal.name-taken', 'Sasaran dengan nama itu sudah terdaftar.', {
        fields: { name: 'Pakai nama lain, atau ubah sasaran yang ada.' },
      }),
  },
  facilitator: {
    cannotTeach: (module: string) =>
      new Refusal(
        'planning.facilitator.cannot-teach',
        `${module} tidak tercatat sebagai modul yang dapat diajarkannya.`,
        {
          fields: { sessionId: 'Pilih kelas lain, atau tambah modulnya pada pendaftaran.' },
        },
      ),
    away: (from: Day, until: Day) =>
      new Refusal(
        'planning.facilitator.away',
        `Ia tidak dapat mengajar ${formatDay(from)} sampai ${formatDay(until)}.`,
        { fields: { sessionId: 'Pilih kelas pada hari lain.' } },
      ),
    teaches: (name: string, from: Day) =>
      new Refusal('planning.facilitator.teaches', `Ia sudah mengajar ${name} mulai ${formatDay(from)}.`, {
        fields: { sessionId: 'Pilih kelas pada hari lain, atau pengajar lain.' },
      }),
    overLimit: (days: number, most: number) =>
      new Refusal(
        'planning.facilitator.over-limit',
        `Dengan kelas ini ia mengajar ${days} hari, melebihi batas ${most} hari setahun.`,
        { fields: { reason: 'Tuliskan alasan sekurang-kurangnya 10 huruf, atau pilih pengajar lain.' } },
      ),
    leaves: (day: Day) =>
      new Refusal('planning.facilitator.leaves', `Kelas ini berlangsung sesudah ia berhenti pada ${formatDay(day)}.`, {
        fields: { reason: 'Tuliskan alasan sekurang-kurangnya 10 huruf, atau pilih pengajar lain.' },
      }),
    jpMissing: () =>
      new Refusal('planning.facilitator.jp-missing', 'JP modul ini belum diketahui.', {
        fields: { jp: 'Isi JP yang diajarkannya.' },
      }),
    bookingNotFound: () =>
      new Refusal('planning.facilitator.booking-not-found', 'Penugasan tidak ditemukan, atau sudah ditarik.', {
        status: 404,
      }),
    awayThen: (from: Day, until: Day) =>
      new Refusal(
        'planning.facilitator.away-then',
        `Anda menandai tidak dapat mengajar ${formatDay(from)} sampai ${formatDay(until)}.`,
        { fields: { reason: 'Hapus dahulu hari itu dari daftar, atau biarkan kelas ini ditolak.' } },
      ),
    begun: (day: Day) =>
      new Refusal('planning.facilitator.begun', `Kelas ini sudah dimulai ${formatDay(day)}.`, {
        fields: { reason: 'Sampaikan langsung kepada pengelola bangkom.' },
      }),
    declineReason: () =>
      new Refusal('planning.facilitator.decline-reason', 'Menolak kelas memerlukan alasan.', {
        fields: { reason: 'Tuliskan alasan sekurang-kurangnya 10 huruf.' },
      }),
    booked: (name: string, on: Day, field = 'startsOn') =>
      new Refusal('planning.facilitator.booked', `Hari itu ada kelas ${name}, mulai ${formatDay(on)}.`, {
        fields: { [field]: `Ada kelas ${name} mulai ${formatDay(on)}. Tolak dahulu kelasnya, atau pilih hari lain.` },
      }),
    paidDay: (end: Day) =>
      new Refusal('planning.facilitator.paid-day', 'Tanggal dibayar tidak cocok dengan kelasnya.', {
        fields: { paidOn: `Isi hari sesudah kelas selesai ${formatDay(end)}, paling lambat hari ini.` },
      }),
    notTaught: () =>
      new Refusal('planning.facilitator.not-taught', 'Kelas itu belum selesai, atau bukan kelas yang diajarkannya.', {
        fields: { sessionId: 'Pilih kelas yang sudah selesai.' },
      }),
    evidenceAhead: () =>
      new Refusal('planning.facilitator.evidence-ahead', 'Tanggal bukti belum terjadi.', {
        fields: { observedOn: 'Isi tanggal yang sudah lewat.' },
      }),
    inTraining: () =>
      new Refusal('planning.facilitator.in-training', 'Orang ini sudah disiapkan untuk modul itu.', {
        fields: { nip: 'Akhiri penyiapan yang ada lebih dahulu.' },
      }),
    candidateNotFound: () =>
      new Refusal(
        'planning.facilitator.candidate-not-found',
        'Penyiapan pengajar tidak ditemukan, atau sudah berakhir.',
        {
          status: 404,
          fields: { candidateId: 'Pilih orang dari daftar.' },
        },
      ),
    notFound: () => new Refusal('planning.facilitator.not-found', 'Fasilitator tidak ditemukan.', { status: 404 }),
    nipUnknown: () =>
      new Refusal('planning.facilitator.nip-unknown', 'NIP itu tidak ada di daftar pegawai.', {
        fields: { nip: 'Periksa NIP, atau kosongkan untuk pengajar dari luar.' },
      }),
    registered: () =>
      new Refusal('planning.facilitator.registered', 'Pegawai ini sudah terdaftar sebagai fasilitator.', {
        fields: { nip: 'Ubah pendaftaran yang sudah ada.' },
      }),
    absent: () =>
      new Refusal('planning.facilitator.absent', 'Hari itu sudah dicatat tidak hadir.', {
        fields: { startsOn: 'Pilih hari lain, atau hapus catatan yang ada.' },
      }),
    absenceNotFound: () =>
      new Refusal('planning.facilitator.absence-not-found', 'Catatan ketidakhadiran tidak ditemukan.', { status: 404 }),
  },
  budget: {
    notFound: () => new Refusal('planning.budget.not-found', 'Baris anggaran tidak ditemukan.', { status: 404 }),
    reasonMissing: () =>
      new Refusal('planning.budget.reason-missing', 'Perubahan baris anggaran memerlukan alasan.', {
        fields: { reason: 'Tuliskan alasan sekurang-kurangnya 10 huruf.' },
      }),
    belowCommitted: () =>
      new Refusal('planning.budget.below-committed', 'Komitmen melebihi pagu.', {
        fields: { committed: 'Isi komitmen paling banyak sebesar pagu, atau tambah pagunya dahulu.' },
      }),
    twin: () =>
      new Refusal('planning.budget.twin', 'Baris dengan unit, kegiatan, sumber, dan tahun yang sama sudah ada.', {
        fields: { activity: 'Ubah baris yang ada, atau bedakan kegiatannya.' },
      }),
    sameLine: () =>
      new Refusal('planning.budget.same-line', 'Baris asal dan tujuan sama.', {
        fields: { toId: 'Pilih baris lain.' },
      }),
    otherYear: () =>
      new Refusal('planning.budget.other-year', 'Dana hanya digeser dalam tahun yang sama.', {
        fields: { toId: 'Pilih baris dari tahun yang sama.' },
      }),
    notEnough: (left: number) =>
      new Refusal(
        'planning.budget.not-enough',
        `Yang dapat digeser paling banyak ${formatRupiah(left)}; selebihnya sudah diikat atau dibelanjakan.`,
        { fields: { amount: `Isi paling banyak ${formatRupiah(left)}.` } },
      ),
    frozen: (year: number, isApproved: boolean) =>
      new Refusal(
        'planning.budget.frozen',
        `Pagu ${year} sudah ${isApproved ? 'disetujui' : 'dibekukan'}. Buka kembali dengan alasan bila perlu diubah. Komitmen dan realisasi tetap dapat dilaporkan.`,
      ),
    alreadyFrozen: (year: number) => new Refusal('planning.budget.already-frozen', `Pagu ${year} sudah dibekukan.`),
    nothingToFreeze: (year: number) =>
      new Refusal('planning.budget.nothing-to-freeze', `Belum ada baris anggaran ${year} untuk dibekukan.`),
    notFrozen: (year: number) =>
      new Refusal('planning.budget.not-frozen', `Tidak ada pagu ${year} yang menunggu keputusan.`),
    secondPerson: (name: string) =>
      new Refusal('planning.budget.second-person', `Pagu ini dibekukan ${name}. Persetujuan diberikan orang lain.`, {
        status: 403,
      }),
    unitUnknown: (unit: string) =>
      new Refusal(
        'planning.budget.unit-unknown',
        `Unit ${unit} tidak ada di daftar unit. Perbaiki nama unit pada baris anggaran.`,
      ),
  },
  collection: {
    notFound: () =>
      new Refusal('planning.collection.not-found', 'Pengumpulan kebutuhan tidak ditemukan.', { status: 404 }),
    nameTaken: () =>
      new Refusal('planning.collection.name-taken', 'Nama pengumpulan itu sudah dipakai.', {
        fields: { name: 'Pakai nama lain.' },
      }),
    endsBeforeStart: () =>
      new Refusal('planning.collection.ends-before-start', 'Hari penutupan mendahului hari pembukaan.', {
        fields: { closesOn: 'Pilih hari penutupan sesudah hari pembukaan.' },
      }),
    nobody: () =>
      new Refusal(
        'planning.collection.nobody',
        'Tidak ada pegawai aktif dalam cakupan itu. Perluas unit atau jenjangnya.',
        {
          fields: { unitIds: 'Pilih unit lain atau kosongkan.' },
        },
      ),
    notYet: (day: Day) =>
      new Refusal('planning.collection.not-yet', `Pengumpulan ini dibuka ${formatDay(day)}. Tunggu sampai hari itu.`),
    late: (day: Day) =>
      new Refusal(
        'planning.collection.late',
        `Pengumpulan berakhir ${formatDay(day)}. Isian terlambat diterima dengan alasan.`,
        { fields: { lateReason: 'Tuliskan alasan terlambat sekurang-kurangnya 10 huruf.' } },
      ),
    needNotFound: () =>
      new Refusal('planning.collection.need-not-found', 'Kebutuhan ini tidak ditemukan, atau di luar tim Anda.', {
        status: 404,
      }),
    settled: (title: string) =>
      new Refusal(
        'planning.collection.settled',
        `${title} sudah diverifikasi pengelola kepegawaian. Minta dikembalikan dahulu bila perlu diubah.`,
      ),
    reasonMissing: (title: string) =>
      new Refusal(
        'planning.collection.reason-missing',
        `Tuliskan alasan untuk ${title}, sekurang-kurangnya 10 huruf.`,
        {
          fields: { reason: 'Tuliskan alasan sekurang-kurangnya 10 huruf.' },
        },
      ),
    nothingNamed: () =>
      new Refusal('planning.collection.nothing-named', 'Sebutkan kompetensi atau modul yang dibutuhkan.', {
        fields: { subject: 'Pilih kompetensi atau tuliskan kebutuhannya.' },
      }),
    twice: (title: string) =>
      new Refusal('planning.collection.twice', `${title} sudah ada dalam daftar orang ini.`, {
        fields: { moduleId: 'Ubah baris yang sudah ada.' },
      }),
    notConfirmed: (title: string) =>
      new Refusal(
        'planning.collection.not-confirmed',
        `${title} belum dikonfirmasi atasan. Verifikasi dilakukan sesudahnya.`,
      ),
    ownNeed: () =>
      new Refusal('planning.collection.own-need', 'Kebutuhan Anda sendiri diverifikasi petugas lain.', { status: 403 }),
    notDoubles: () =>
      new Refusal('planning.collection.not-doubles', 'Yang digabung harus milik satu orang dan sudah dikonfirmasi.', {
        fields: { keepId: 'Pilih baris milik orang yang sama.' },
      }),
    delegateNotInTeam: () =>
      new Refusal('planning.collection.delegate-not-in-team', 'Orang itu bukan anggota tim Anda.', {
        fields: { delegateId: 'Pilih anggota tim Anda.' },
      }),
    delegationDays: () =>
      new Refusal('planning.collection.delegation-days', 'Hari berakhir mendahului hari mulai.', {
        fields: { validUntil: 'Pilih hari sesudah hari mulai.' },
      }),
    delegated: () =>
      new Refusal(
        'planning.collection.delegated',
        'Pengisian sudah Anda titipkan. Tarik titipan yang ada lebih dahulu.',
      ),
    notDelegated: () =>
      new Refusal(
        'planning.collection.not-delegated',
        'Pengisian ini tidak dititipkan kepada Anda, atau sudah berakhir.',
        {
          status: 403,
        },
      ),
    closed: () => new Refusal('planning.collection.closed', 'Pengumpulan ini sudah ditutup.'),
    notClosed: () =>
      new Refusal('planning.collection.not-closed', 'Masih ada waktu mengisi. Tutup sebelum waktunya dengan alasan.', {
        fields: { reason: 'Tuliskan alasan sekurang-kurangnya 10 huruf.' },
      }),
    nothingAccepted: () =>
      new Refusal('planning.collection.nothing-accepted', 'Belum ada kebutuhan yang diterima. Verifikasi dahulu.'),
    documentNotFound: () =>
      new Refusal('planning.collection.document-not-found', 'Dokumen tidak ditemukan.', { status: 404 }),
    documentDecided: () =>
      new Refusal(
        'planning.collection.document-decided',
        'Dokumen ini sudah diputuskan. Susun versi baru bila ada perubahan.',
      ),
    secondPerson: (name: string) =>
      new Refusal(
        'planning.collection.second-person',
        `Dokumen ini disusun ${name}. Persetujuan diberikan orang lain.`,
        { status: 403 },
      ),
  },
  need: {
    own: () =>
      new Refusal('planning.need.own', 'Kebutuhan Anda sendiri dikonfirmasi oleh atasan Anda.', { status: 403 }),
  },
  agreement: {
    notFound: () =>
      new Refusal('planning.agreement.not-found', 'Perjanjian tidak ditemukan, atau sudah diakhiri.', { status: 404 }),
    numberTaken: () =>
      new Refusal('planning.agreement.number-taken', 'Nomor perjanjian itu sudah tercatat.', {
        fields: { number: 'Periksa nomornya, atau ubah perjanjian yang ada.' },
      }),
  },
  planChange: {
    notFound: () =>
      new Refusal('planning.plan-change.not-found', 'Usul perubahan tidak ditemukan, atau di luar tim Anda.', {
        status: 404,
      }),
    decided: () => new Refusal('planning.plan-change.decided', 'Usul ini sudah diputus. Lihat keputusannya.'),
    notYours: () =>
      new Refusal('planning.plan-change.not-yours', 'Menurut aturan, usul ini diputus orang lain.', { status: 403 }),
    overtaken: () =>
      new Refusal(
        'planning.plan-change.overtaken',
        'Rencana sudah berubah, sehingga tidak ada lagi yang dapat diubah usul ini. Tolak dengan alasan itu.',
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
    agreementDayMissing: () =>
      new Refusal('planning.programme.agreement-day-missing', 'Tanggal kesepakatan target belum diisi.', {
        fields: { agreedOn: 'Isi tanggal pada naskah yang ditandatangani.' },
      }),
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
    noSeat: () =>
      new Refusal(
        'planning.scenario.no-seat',
        'Skenario ini tidak memberi kursi kepada siapa pun, jadi tidak ada yang dapat diusulkan. Lihat sebabnya, lalu salin dan ubah.',
      ),
    notInside: () => new Refusal('planning.scenario.not-inside', 'Orang atau modul ini tidak termasuk dalam skenario.'),
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
