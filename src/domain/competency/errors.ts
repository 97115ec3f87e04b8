import { formatDay, formatList } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { notFound, Refusal } from '#platform/refusal.ts'
import { keptWords } from './position-standard/standard-words.ts'

const paperField = (sentence: string) => new Refusal('competency.paper.file', sentence, { fields: { file: sentence } })

const field = (code: string, name: string, sentence: string) =>
  new Refusal(code, sentence, { fields: { [name]: sentence } })

/** What the room refuses, in the reader's words with the cure. */
export const errors = {
  competency: {
    notFound: () => notFound('Kompetensi'),
    unknown: (code: string) =>
      new Refusal(
        'competency.competency.unknown',
        `Kompetensi ${code} tidak ada dalam kamus. Tambahkan ke kamus lebih dahulu.`,
      ),
  },
  dictionary: {
    notFound: () => notFound('Usulan kamus'),
    national: () =>
      new Refusal(
        'competency.dictionary.national',
        'Kompetensi manajerial dan sosial kultural ditetapkan nasional. Yang dapat diubah hanya kompetensi teknis.',
      ),
    retired: () =>
      new Refusal('competency.dictionary.retired', 'Kompetensi ini tidak dipakai lagi. Ubah penggantinya.'),
    emptyLevels: (levels: number[]) =>
      new Refusal(
        'competency.dictionary.empty',
        `Level ${levels.join(', ')} belum lengkap. Isi deskripsi dan perilakunya.`,
        {
          fields: Object.fromEntries(
            levels.map(l => [
              `description${l}`,
              `Level ${l} memerlukan deskripsi dan sekurang-kurangnya satu perilaku.`,
            ]),
          ),
        },
      ),
    sameLevels: (levels: number[]) =>
      new Refusal('competency.dictionary.same-levels', `Level ${levels.join(', ')} sama dengan level di bawahnya.`, {
        fields: Object.fromEntries(
          levels.map(l => [`description${l}`, `Deskripsi level ${l} sama dengan level di bawahnya. Tulis bedanya.`]),
        ),
      }),
    inThePast: (on: Day) =>
      field(
        'competency.dictionary.past',
        'validFrom',
        `Tanggal berlaku paling awal ${formatDay(on)}, agar penilaian yang lalu tetap memakai kata lamanya.`,
      ),
    nameTaken: (name: string) =>
      field('competency.dictionary.name', 'name', `${name} sudah ada atau sudah diusulkan. Ubah yang sudah ada.`),
    waiting: () =>
      new Refusal('competency.dictionary.waiting', 'Masih ada usulan yang menunggu keputusan untuk kompetensi ini.'),
    notAfter: (day: Day) =>
      field(
        'competency.dictionary.not-after',
        'validFrom',
        `Sudah ada versi yang berlaku mulai ${formatDay(day)}. Pilih tanggal sesudahnya.`,
      ),
    nothingChanged: () =>
      new Refusal('competency.dictionary.same', 'Tidak ada yang berubah dari versi sekarang. Ubah isiannya dahulu.'),
    badSuccessor: () =>
      field('competency.dictionary.successor', 'successorId', 'Pengganti harus kompetensi lain yang masih dipakai.'),
    decided: () => new Refusal('competency.dictionary.decided', 'Usulan ini sudah diputuskan atau ditarik.'),
    notAuthor: (name: string) =>
      new Refusal('competency.dictionary.not-author', `Hanya ${name} yang dapat menarik usulannya.`),
    ownProposal: () =>
      new Refusal('competency.dictionary.own', 'Usulan Anda sendiri diputuskan orang lain.', {
        fields: { decision: 'Usulan Anda sendiri diputuskan orang lain.' },
      }),
  },
  standard: {
    notFound: () => notFound('Standar jabatan'),
    empty: () =>
      new Refusal('competency.standard.empty', 'Standar jabatan memerlukan sekurang-kurangnya satu kompetensi.', {
        fields: { requirements: 'Pilih level sekurang-kurangnya satu kompetensi.' },
      }),
    twice: () =>
      field('competency.standard.twice', 'requirements', 'Satu kompetensi ditulis dua kali. Hapus salah satunya.'),
    unknownCompetency: () =>
      field('competency.standard.competency', 'requirements', 'Ada kompetensi yang tidak dikenal. Pilih dari kamus.'),
    inThePast: (on: Day) =>
      field(
        'competency.standard.past',
        'validFrom',
        `Tanggal berlaku paling awal ${formatDay(on)}, agar kesenjangan yang sudah dihitung tidak berubah.`,
      ),
    notAfter: (day: Day) =>
      field(
        'competency.standard.not-after',
        'validFrom',
        `Sudah ada versi yang berlaku mulai ${formatDay(day)}. Pilih tanggal sesudahnya, atau tarik versi itu.`,
      ),
    unknownTitle: (title: string) =>
      field(
        'competency.standard.title',
        'positionName',
        `Tidak ada jabatan bernama ${title}. Pilih dari daftar jabatan tanpa standar.`,
      ),
    chooseTitle: () =>
      new Refusal('competency.standard.choose', 'Pilih jabatannya dari daftar jabatan tanpa standar.', { status: 404 }),
    nothingChanged: () =>
      new Refusal('competency.standard.same', 'Tidak ada yang berubah dari versi sebelumnya. Ubah isiannya dahulu.'),
    noTitle: () =>
      field('competency.standard.no-title', 'family', 'Tidak ada jabatan lain yang cocok. Ubah pilihan jabatannya.'),
    otherTitles: () =>
      new Refusal(
        'competency.standard.other-titles',
        'Daftar jabatannya berubah sejak pratinjau. Periksa pratinjau yang baru, lalu terapkan.',
      ),
    titlesTaken: (titles: string[]) =>
      field(
        'competency.standard.titles-taken',
        'validFrom',
        `Sudah ada versi pada atau sesudah tanggal itu: ${formatList(titles.slice(0, 5))}. Pilih tanggal lain.`,
      ),
    kept: (title: string, why: 'withdrawn' | 'imported' | 'in-force' | 'in-use' | 'later') =>
      new Refusal(`competency.standard.kept.${why}`, `${title}: ${keptWords[why]}`),
  },
  assessment: {
    inFuture: () =>
      new Refusal('competency.assessment.future', 'Tanggal penilaian melewati hari ini.', {
        fields: { assessedOn: 'Tuliskan tanggal penilaian yang sudah lewat.' },
      }),
  },
  provider: {
    notFound: () => notFound('Penyelenggara'),
    nameTaken: () =>
      field('competency.provider.name', 'name', 'Penyelenggara dengan nama ini sudah ada. Ubah yang sudah ada.'),
    notAccredited: (name: string, until: Day | null) =>
      field(
        'competency.provider.not-accredited',
        'providerId',
        until
          ? `Akreditasi ${name} berakhir ${formatDay(until)}, sebelum gelombang selesai. Perbarui akreditasinya, atau pilih penyelenggara lain.`
          : `${name} belum terakreditasi. Catat akreditasinya, atau pilih penyelenggara lain.`,
      ),
    ended: (name: string) =>
      field('competency.provider.ended', 'providerId', `${name} sudah tidak dipakai lagi. Pilih penyelenggara lain.`),
    inUse: () =>
      new Refusal(
        'competency.provider.in-use',
        'Penyelenggara masih mempunyai gelombang yang berjalan atau direncanakan. Selesaikan atau batalkan dahulu.',
      ),
  },
  assessor: {
    notFound: () => notFound('Asesor'),
    numberTaken: () =>
      field('competency.assessor.number', 'accreditationNumber', 'Nomor sertifikat ini sudah dimiliki asesor lain.'),
    unknownNip: (nip: string) =>
      field('competency.assessor.nip', 'nip', `NIP ${nip} tidak ada dalam daftar pegawai aktif. Periksa 18 angkanya.`),
    nameMissing: () =>
      field('competency.assessor.name', 'name', 'Tuliskan nama asesor, atau NIP bila ia pegawai instansi ini.'),
    notAccredited: (name: string, until: Day) =>
      new Refusal(
        'competency.assessor.not-accredited',
        `Sertifikat ${name} berakhir ${formatDay(until)}, sebelum gelombang selesai. Catat perpanjangannya, atau pilih asesor lain.`,
      ),
    ended: (name: string) => new Refusal('competency.assessor.ended', `${name} sudah tidak bertugas sebagai asesor.`),
    hasAccount: () => new Refusal('competency.assessor.has-account', 'Asesor ini sudah mempunyai akun.'),
    stillAssigned: (people: number) =>
      new Refusal(
        'competency.assessor.assigned',
        `Masih ada ${people} peserta yang belum selesai dinilai asesor ini. Alihkan penugasannya lebih dahulu.`,
      ),
  },
  batch: {
    notFound: () => notFound('Gelombang asesmen'),
    closed: () =>
      new Refusal('competency.batch.closed', 'Gelombang ini sudah ditutup. Hasilnya dikoreksi lewat laporan peserta.'),
    cancelled: () => new Refusal('competency.batch.cancelled', 'Gelombang ini sudah dibatalkan.'),
    nameTaken: () => field('competency.batch.name', 'name', 'Gelombang dengan nama ini sudah ada. Pilih nama lain.'),
    endsEarly: () =>
      field('competency.batch.ends-early', 'endsOn', 'Tanggal selesai mendahului tanggal mulai. Periksa keduanya.'),
    past: () =>
      field('competency.batch.past', 'startsOn', 'Tanggal mulai sudah lewat. Pilih hari ini atau sesudahnya.'),
    unknownUse: () => field('competency.batch.use', 'useCode', 'Pilih tujuan dari daftar.'),
    unknownMeasure: (code: string) =>
      new Refusal('competency.batch.measure', `${code} tidak dapat diukur: tidak ada dalam kamus atau daftar aspek.`),
    running: () =>
      new Refusal('competency.batch.running', 'Gelombang sudah berjalan, sehingga bagian ini tidak dapat diubah lagi.'),
    notRunning: () => new Refusal('competency.batch.not-running', 'Gelombang belum dimulai atau sudah selesai.'),
    full: (free: number, wanted: number) =>
      new Refusal(
        'competency.batch.full',
        `Sisa kursi ${free}, sedangkan yang dipilih ${wanted} orang. Kurangi pilihan, atau tambah kursi gelombang.`,
      ),
    seatsTaken: (taken: number) =>
      field('competency.batch.seats', 'seats', `Sudah ${taken} orang diundang. Kursi tidak dapat lebih sedikit.`),
    standardMissing: () =>
      field('competency.batch.standard', 'standardId', 'Standar itu tidak ada. Pilih dari daftar, atau kosongkan.'),
    notReady: (what: string) => new Refusal('competency.batch.not-ready', what),
    tooEarly: (on: Day) =>
      new Refusal('competency.batch.too-early', `Gelombang baru dapat dimulai pada ${formatDay(on)}.`),
    unfinished: (names: string[]) =>
      new Refusal(
        'competency.batch.unfinished',
        `Hasil ${formatList(names.slice(0, 5))}${names.length > 5 ? ` dan ${names.length - 5} orang lain` : ''} belum disepakati. Selesaikan sidang integrasi, atau catat tidak hadir.`,
      ),
    noResult: (name: string, why: string) =>
      new Refusal('competency.batch.no-result', `Hasil ${name} tidak dapat dicatat: ${why}`),
  },
  participant: {
    notFound: () => notFound('Peserta asesmen'),
    nobody: () => field('competency.participant.nobody', 'people', 'Pilih sedikitnya satu orang.'),
    unknownNips: (nips: string[]) =>
      field(
        'competency.participant.nips',
        'nips',
        `NIP ${formatList(nips.slice(0, 5))} tidak ada dalam daftar pegawai aktif. Periksa angkanya.`,
      ),
    elsewhere: (names: string[]) =>
      new Refusal(
        'competency.participant.elsewhere',
        `${formatList(names.slice(0, 5))}${names.length > 5 ? ` dan ${names.length - 5} orang lain` : ''} sudah diundang ke gelombang yang belum selesai.`,
      ),
    answered: () => new Refusal('competency.participant.answered', 'Undangan ini sudah tidak dapat dijawab.'),
    tooLate: (last: Day) =>
      new Refusal(
        'competency.participant.too-late',
        `Hari lain dapat diminta sampai ${formatDay(last)}. Hubungi petugas yang tercantum pada undangan.`,
      ),
    dayOutside: (from: Day, until: Day) =>
      field(
        'competency.participant.day',
        'assessedOn',
        `Pilih hari dari ${formatDay(from)} sampai ${formatDay(until)}, sesuai gelombang.`,
      ),
    notAsking: () => new Refusal('competency.participant.not-asking', 'Peserta ini tidak sedang meminta hari lain.'),
    noNote: () =>
      field('competency.participant.no-note', 'note', 'Tuliskan alasan sekurang-kurangnya 10 huruf untuk peserta.'),
    over: () => new Refusal('competency.participant.over', 'Peserta ini sudah selesai dinilai atau tidak ikut lagi.'),
  },
  rating: {
    notYours: () => new Refusal('competency.rating.not-yours', 'Peserta ini tidak dipercayakan kepada Anda.'),
    notDeclared: (name: string) =>
      new Refusal(
        'competency.rating.not-declared',
        `${name} belum menyatakan benturan kepentingannya terhadap semua peserta. Mintalah dahulu, lalu bagi penugasan.`,
      ),
    conflict: (assessor: string, participant: string, why: string) =>
      new Refusal(
        'competency.rating.conflict',
        `${assessor} tidak dapat menilai ${participant}: ${why}. Pilih asesor lain.`,
      ),
    tooFew: (least: number, names: string[]) =>
      new Refusal(
        'competency.rating.too-few',
        `Setiap peserta dinilai paling sedikit ${least} asesor. Yang belum: ${formatList(names.slice(0, 5))}${names.length > 5 ? `, dan ${names.length - 5} orang lain` : ''}.`,
      ),
    cannotDeal: (names: string[]) =>
      new Refusal(
        'competency.rating.cannot-deal',
        `Asesor tanpa benturan kepentingan tidak cukup untuk ${formatList(names.slice(0, 5))}. Tambah asesor ke gelombang ini.`,
      ),
    hasSent: () =>
      new Refusal('competency.rating.has-sent', 'Penilaian yang sudah dikirim tidak dapat dialihkan ke asesor lain.'),
    sent: () =>
      new Refusal(
        'competency.rating.sent',
        'Penilaian Anda sudah dikirim. Tarik kembali lebih dahulu, selama asesor lain belum selesai.',
      ),
    opened: () =>
      new Refusal('competency.rating.opened', 'Semua asesor sudah mengirim; penilaian tidak dapat ditarik lagi.'),
    notSent: () => new Refusal('competency.rating.not-sent', 'Penilaian ini belum dikirim.'),
    unknownCell: () =>
      new Refusal(
        'competency.rating.cell',
        'Instrumen itu tidak mengukur kompetensi atau aspek ini. Muat ulang halaman.',
      ),
    shortNotes: (fields: Record<string, string>) =>
      new Refusal('competency.rating.short-note', 'Ada catatan yang terlalu singkat.', { fields }),
    noAnswer: (names: string[]) =>
      new Refusal(
        'competency.rating.no-answer',
        `Belum dijawab: ${formatList(names.slice(0, 6))}${names.length > 6 ? `, dan ${names.length - 6} lagi` : ''}. Pilih level, atau pilih tidak teramati.`,
      ),
    noNote: (names: string[]) =>
      new Refusal(
        'competency.rating.no-note',
        `Setiap level memerlukan sedikitnya satu catatan perilaku. Belum ada untuk ${formatList(names.slice(0, 6))}${names.length > 6 ? `, dan ${names.length - 6} lagi` : ''}.`,
      ),
    notOpened: () =>
      new Refusal('competency.rating.not-opened', 'Sidang integrasi menunggu semua asesor mengirim penilaiannya.'),
    notLead: () => new Refusal('competency.rating.not-lead', 'Kesepakatan dicatat oleh ketua asesor gelombang ini.'),
    leadConflict: () =>
      new Refusal(
        'competency.rating.lead-conflict',
        'Anda mempunyai benturan kepentingan dengan peserta ini. Mintalah petugas menunjuk ketua asesor lain.',
      ),
    reasons: (fields: Record<string, string>) =>
      new Refusal('competency.rating.reasons', 'Ada kesepakatan yang memerlukan alasan.', { fields }),
  },
  report: {
    notFound: () => notFound('Laporan asesmen'),
    notYet: () => new Refusal('competency.report.not-yet', 'Laporan tersedia sesudah gelombang ditutup.'),
    unchanged: () =>
      new Refusal('competency.report.unchanged', 'Tidak ada level yang berubah. Ubah sedikitnya satu level.'),
    own: () => new Refusal('competency.report.own', 'Laporan diri sendiri dikoreksi oleh petugas lain.'),
  },
  request: {
    notFound: () => notFound('Permintaan'),
    answered: () => new Refusal('competency.request.answered', 'Permintaan ini sudah dijawab.'),
    ownLevel: () =>
      new Refusal(
        'competency.request.own',
        'Level diri sendiri dinilai oleh atasan Anda. Mintalah atasan menjawabnya.',
      ),
    nothing: () =>
      new Refusal(
        'competency.request.nothing',
        'Tidak ada level yang perlu diminta: semuanya sudah diketahui atau sudah diminta.',
      ),
  },
  paper: {
    notFound: () => notFound('Berkas bukti'),
    kind: () => paperField('Berkas harus PDF, JPG, atau PNG. Simpan ulang dalam salah satu bentuk itu.'),
    size: () => paperField('Berkas paling besar 5 MB. Perkecil lalu unggah kembali.'),
    missing: () => paperField('Pilih berkas sertifikat atau surat keterangannya.'),
    inFuture: () =>
      new Refusal('competency.paper.future', 'Tanggal bukti melewati hari ini.', {
        fields: { observedOn: 'Tuliskan tanggal terbit yang sudah lewat.' },
      }),
    endsEarly: () =>
      new Refusal('competency.paper.ends-early', 'Masa berlaku berakhir sebelum terbit.', {
        fields: { validUntil: 'Tuliskan tanggal sesudah tanggal terbit, atau kosongkan.' },
      }),
    aboveClaim: (level: number) =>
      field(
        'competency.paper.above-claim',
        'level',
        `Level yang diakui paling tinggi ${level}, seperti yang dinyatakan.`,
      ),
    whyOther: () =>
      field(
        'competency.paper.why-other',
        'reason',
        'Level atau masa berlakunya Anda ubah. Tuliskan alasannya, paling sedikit 10 huruf.',
      ),
    checked: () => new Refusal('competency.paper.checked', 'Bukti ini sudah diperiksa.'),
    own: () => new Refusal('competency.paper.own', 'Bukti milik sendiri diperiksa oleh petugas lain.'),
    whyNot: () =>
      new Refusal('competency.paper.why-not', 'Alasan penolakan belum ditulis.', {
        fields: { reason: 'Sebutkan apa yang kurang, agar dapat diperbaiki.' },
      }),
  },
  evidence: {
    unknownEmployee: () => notFound('Pegawai'),
    unknownCompetency: () => notFound('Kompetensi'),
  },
}
