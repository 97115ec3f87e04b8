import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { Refusal } from '#platform/refusal.ts'

/** What the room refuses, in the reader's words with the cure. */
export const errors = {
  cycle: {
    notFound: () =>
      new Refusal('talent.cycle.not-found', 'Siklus tidak ditemukan. Buka daftar siklus dan pilih kembali.', {
        status: 404,
      }),
    nameTaken: () =>
      new Refusal('talent.cycle.name-taken', 'Nama siklus sudah dipakai.', {
        fields: { name: 'Pakai nama lain, misalnya dengan tahunnya.' },
      }),
    ruleUnknown: (code: string) =>
      new Refusal('talent.cycle.rule-unknown', `Aturan ${code} tidak berlaku pada tanggal itu.`, {
        fields: { ruleCode: 'Pilih aturan dari daftar.' },
      }),
    wrongStage: (now: string, wanted: string) =>
      new Refusal(
        'talent.cycle.wrong-stage',
        `Siklus berada pada tahap ${now}; langkah ini baru dapat dilakukan pada tahap ${wanted}.`,
      ),
    frozen: () =>
      new Refusal(
        'talent.cycle.frozen',
        'Hasil siklus ini sudah dibekukan dan tidak berubah. Koreksi memerlukan alasan, dan menjadi versi baru.',
        { fields: { reason: 'Tuliskan alasan koreksi, sekurang-kurangnya 10 huruf.' } },
      ),
    blocked: (stage: string, blockers: { what: string; who: string }[]) =>
      new Refusal(
        'talent.cycle.blocked',
        `Tahap ${stage} belum dapat dimulai: ${blockers
          .slice(0, 3)
          .map(b => `${b.what} (${b.who})`)
          .join('; ')}${blockers.length > 3 ? `; dan ${blockers.length - 3} hal lain` : ''}.`,
      ),
    checkUnknown: (code: string) =>
      new Refusal('talent.cycle.check-unknown', `Syarat ${code} tidak ada dalam daftar. Muat ulang halaman.`),
    evidenceMissing: (code: string, label: string) =>
      new Refusal('talent.cycle.evidence-missing', `${label}: terpenuhi memerlukan nomor atau judul dokumennya.`, {
        fields: { [`evidence:${code}`]: 'Tulis nomor, judul, atau alamat dokumen yang menunjukkannya.' },
      }),
    reasonMissing: (code: string, label: string) =>
      new Refusal('talent.cycle.reason-missing', `${label}: tidak berlaku memerlukan alasan.`, {
        fields: { [`note:${code}`]: 'Tulis mengapa syarat ini tidak berlaku.' },
      }),
    ownerUnknown: (nip: string) =>
      new Refusal('talent.cycle.owner-unknown', `NIP ${nip} tidak ditemukan di antara pegawai aktif.`, {
        fields: { ownerNip: 'Periksa NIP-nya: 18 angka.' },
      }),
    evidenceInFuture: () =>
      new Refusal('talent.cycle.evidence-in-future', 'Tanggal bukti belum tiba.', {
        fields: { happenedOn: 'Isi tanggal yang sudah lewat.' },
      }),
    scoreMissing: () =>
      new Refusal('talent.cycle.score-missing', 'Nilai kesiapan wajib diisi.', {
        fields: { score: 'Tulis nilai 0 sampai 100.' },
      }),
    reasonForBack: () =>
      new Refusal('talent.cycle.reason-for-back', 'Kembali ke tahap sebelumnya memerlukan alasan.', {
        fields: { reason: 'Tuliskan alasannya, sekurang-kurangnya 10 huruf.' },
      }),
    nobodyInScope: () =>
      new Refusal('talent.cycle.nobody', 'Tidak ada pegawai aktif dalam lingkup siklus. Perluas lingkupnya.'),
    notPlaced: () => new Refusal('talent.cycle.not-placed', 'Peta belum dihitung. Jalankan pemetaan lebih dahulu.'),
  },
  policy: {
    notFound: () =>
      new Refusal('talent.policy.not-found', 'Versi aturan tidak ditemukan. Buka daftar aturan dan pilih kembali.', {
        status: 404,
      }),
    nameTaken: (code: string, version: string, free: string) =>
      new Refusal('talent.policy.name-taken', `${code} sudah punya versi ${version}.`, {
        fields: { version: `Pakai nama lain, misalnya ${free}.` },
      }),
    notDraft: () =>
      new Refusal(
        'talent.policy.not-draft',
        'Versi ini bukan draf lagi. Tarik dahulu, atau buat draf baru dari versi ini.',
        { status: 409 },
      ),
    notOpen: () => new Refusal('talent.policy.not-open', 'Versi ini sudah diputus atau ditarik.', { status: 409 }),
    notSubmitted: () =>
      new Refusal('talent.policy.not-submitted', 'Versi ini tidak sedang menunggu persetujuan.', { status: 409 }),
    notAuthor: (name: string) =>
      new Refusal('talent.policy.not-author', `Draf ini diubah oleh penyusunnya, ${name}.`, { status: 403 }),
    ownVersion: () =>
      new Refusal('talent.policy.own', 'Aturan diputus oleh orang kedua, bukan oleh penyusunnya.', { status: 403 }),
    sectionUnknown: () =>
      new Refusal('talent.policy.section-unknown', 'Bagian aturan ini tidak ada lagi. Muat ulang halaman.'),
    invalid: (issues: { field: string; message: string }[]) => {
      const fields: Record<string, string> = {}
      for (const { field, message } of issues) fields[field] = fields[field] ? `${fields[field]} ${message}` : message
      return new Refusal('talent.policy.invalid', 'Aturan belum dapat disimpan; isian Anda tetap ada.', { fields })
    },
    nothingChanged: () =>
      new Refusal('talent.policy.nothing-changed', 'Draf ini masih sama dengan versi asalnya. Ubah dahulu isinya.'),
    previewMissing: () =>
      new Refusal(
        'talent.policy.preview-missing',
        'Hitung dahulu siapa yang akan berpindah dengan isi draf yang terakhir.',
      ),
    noMap: () =>
      new Refusal(
        'talent.policy.no-map',
        'Belum ada siklus yang petanya sudah dihitung, sehingga belum ada yang dapat berpindah.',
      ),
    inThePast: (on: Day) =>
      new Refusal('talent.policy.in-the-past', 'Aturan tidak berlaku surut.', {
        fields: { validFrom: `Pilih tanggal ${formatDay(on)} atau sesudahnya.` },
      }),
    beforeLast: (version: string, from: Day) =>
      new Refusal('talent.policy.before-last', `Versi ${version} berlaku mulai ${formatDay(from)}.`, {
        fields: { validFrom: `Pilih tanggal sesudah ${formatDay(from)}.` },
      }),
  },
  move: {
    notPlaced: () =>
      new Refusal(
        'talent.move.not-placed',
        'Orang ini berada di ruang tunggu. Lengkapi datanya dahulu; pemindahan tidak menggantikan data.',
      ),
    sameBox: () =>
      new Refusal('talent.move.same-box', 'Kotak tujuan sama dengan kotak sekarang.', {
        fields: { toBox: 'Pilih kotak lain.' },
      }),
    self: () =>
      new Refusal(
        'talent.move.self',
        'Anda tidak dapat mengusulkan pemindahan untuk diri sendiri. Mintalah anggota lain.',
        { status: 403 },
      ),
    notOpen: () => new Refusal('talent.move.not-open', 'Usulan ini sudah diputus atau ditarik.'),
    ownProposal: () =>
      new Refusal('talent.move.own-proposal', 'Usulan diputus oleh orang lain, bukan oleh pengusulnya.', {
        status: 403,
      }),
  },
  committee: {
    nameTaken: () =>
      new Refusal('talent.committee.name-taken', 'Nama komite sudah dipakai.', {
        fields: { name: 'Pakai nama lain, misalnya dengan perangkat daerahnya.' },
      }),
    unknownPeople: (lines: string[]) =>
      new Refusal('talent.committee.unknown-people', `NIP tidak ditemukan: ${lines.join(', ')}.`, {
        fields: { members: `Periksa ${lines.join(', ')}: 18 angka, pegawai aktif, satu NIP per baris.` },
      }),
    twice: (nip: string) =>
      new Refusal('talent.committee.twice', `NIP ${nip} ditulis dua kali.`, {
        fields: { members: `NIP ${nip} hanya boleh mengisi satu kursi.` },
      }),
    notFound: () =>
      new Refusal('talent.committee.not-found', 'Komite tidak ditemukan. Pilih dari daftar.', {
        fields: { committeeId: 'Pilih komite dari daftar.' },
      }),
    expired: (until: Day) =>
      new Refusal(
        'talent.committee.expired',
        `SK komite berlaku sampai ${formatDay(until)}. Perbarui komitenya dahulu.`,
      ),
  },
  session: {
    notFound: () =>
      new Refusal('talent.session.not-found', 'Sidang tidak ditemukan. Buka daftar sidang dan pilih kembali.', {
        status: 404,
      }),
    nameTaken: () =>
      new Refusal('talent.session.name-taken', 'Nama sidang sudah dipakai.', {
        fields: { name: 'Pakai nama lain, misalnya dengan tanggalnya.' },
      }),
    wrongCycleStage: (now: string) =>
      new Refusal(
        'talent.session.wrong-stage',
        `Siklus berada pada tahap ${now}. Sidang baru dapat diadakan pada tahap Sidang komite.`,
      ),
    notMember: () =>
      new Refusal('talent.session.not-member', 'Anda bukan anggota komite pada sidang ini.', { status: 403 }),
    notLead: () =>
      new Refusal(
        'talent.session.not-lead',
        'Langkah ini dijalankan oleh ketua atau sekretaris yang hadir dan tidak menarik diri.',
        { status: 403 },
      ),
    notOpen: () => new Refusal('talent.session.not-open', 'Sidang belum dibuka. Ketua atau sekretaris membukanya.'),
    closed: () => new Refusal('talent.session.closed', 'Sidang sudah ditutup; berita acaranya beku.'),
    notClosed: () => new Refusal('talent.session.not-closed', 'Berita acara ditandatangani sesudah sidang ditutup.'),
    notDeclared: () =>
      new Refusal(
        'talent.session.not-declared',
        'Nyatakan dahulu ada atau tidaknya benturan kepentingan. Pernyataan berlaku untuk sidang ini saja.',
      ),
    notPresent: () =>
      new Refusal('talent.session.not-present', 'Anda dicatat tidak hadir. Isi kembali pernyataan untuk hadir.'),
    unknownInterest: () =>
      new Refusal('talent.session.unknown-interest', 'Hubungan atau orangnya tidak ada dalam daftar.', {
        fields: { interests: 'Pilih orang dan hubungannya dari daftar.' },
      }),
    interestMissing: () =>
      new Refusal(
        'talent.session.interest-missing',
        'Anda menyatakan ada kepentingan, tetapi belum memilih orangnya.',
        {
          fields: { interests: 'Pilih hubungan sedikitnya untuk satu orang, atau nyatakan tidak ada.' },
        },
      ),
    alreadyVoted: () =>
      new Refusal(
        'talent.session.already-voted',
        'Penilaian Anda untuk butir ini sudah terkirim dan tidak dapat diubah.',
        { status: 409 },
      ),
    recused: (why: string) =>
      new Refusal('talent.session.recused', `Anda menarik diri dari butir ini: ${why}. Suara Anda tidak dihitung.`, {
        status: 403,
      }),
    noQuorum: (entitled: number, needed: number) =>
      new Refusal(
        'talent.session.no-quorum',
        `Kuorum belum terpenuhi: ${entitled} berhak memutus, perlu paling sedikit ${needed}, termasuk ketua atau sekretaris.`,
      ),
    itemNotFound: () => new Refusal('talent.session.item-not-found', 'Butir agenda tidak ditemukan.', { status: 404 }),
    itemState: (now: string) =>
      new Refusal(
        'talent.session.item-state',
        `Butir ini berada pada keadaan: ${now.toLowerCase()}. Muat ulang halaman.`,
        {
          status: 409,
        },
      ),
    otherItemOpen: (title: string) =>
      new Refusal('talent.session.other-open', `Selesaikan dahulu butir yang sedang dibahas: ${title}.`),
    votesMissing: (left: number) =>
      new Refusal(
        'talent.session.votes-missing',
        `${left} suara belum masuk. Suara dibuka serentak sesudah semua yang berhak menilai.`,
      ),
    reasonUnfit: () =>
      new Refusal('talent.session.reason-unfit', 'Kode alasan tidak cocok dengan pilihan itu.', {
        fields: { reasonCode: 'Pilih alasan yang sesuai dengan pilihan Anda.' },
      }),
    noMoreRounds: () =>
      new Refusal(
        'talent.session.no-more-rounds',
        'Putaran suara sudah habis menurut tata tertib. Catat keputusannya.',
      ),
    itemsLeft: (left: number) =>
      new Refusal('talent.session.items-left', `${left} butir belum diputus. Putuskan atau tunda dahulu.`),
    moveNotOpen: () =>
      new Refusal('talent.session.move-not-open', 'Usul pindah ini sudah diputus, ditarik, atau sudah diagendakan.'),
    noDissent: () =>
      new Refusal(
        'talent.session.no-dissent',
        'Pendapat berbeda dicatat oleh anggota yang memutus butir ini, sesudah suara dibuka.',
      ),
    alreadySigned: () => new Refusal('talent.session.already-signed', 'Anda sudah menandatangani berita acara ini.'),
    noteNotOpen: () => new Refusal('talent.session.note-not-open', 'Usul ralat ini sudah dijawab.'),
  },
  interview: {
    notFound: () =>
      new Refusal('talent.interview.not-found', 'Wawancara tidak ditemukan, atau Anda tidak berwenang melihatnya.', {
        status: 404,
      }),
    anchors: (wrong: { level: number; message: string }[]) =>
      new Refusal('talent.interview.anchors', 'Isi jawaban per level belum lengkap.', {
        fields: Object.fromEntries(wrong.map(w => [`anchor-${w.level}`, w.message])),
      }),
    competencyUnknown: () =>
      new Refusal('talent.interview.competency-unknown', 'Kompetensi tidak ada dalam kamus.', {
        fields: { competencyId: 'Pilih kompetensi dari daftar.' },
      }),
    questionUnknown: () =>
      new Refusal('talent.interview.question-unknown', 'Pertanyaan tidak ditemukan. Muat ulang bank pertanyaan.'),
    otherCompetency: () =>
      new Refusal('talent.interview.other-competency', 'Pertanyaan tetap pada kompetensinya.', {
        fields: { competencyId: 'Untuk kompetensi lain, tulis pertanyaan baru.' },
      }),
    reasonMissing: () =>
      new Refusal('talent.interview.reason-missing', 'Perubahan memerlukan alasan.', {
        fields: { reason: 'Tuliskan alasannya, sekurang-kurangnya 10 huruf.' },
      }),
    guideUnknown: () =>
      new Refusal('talent.interview.guide-unknown', 'Panduan tidak ditemukan. Pilih dari daftar panduan.', {
        fields: { guideId: 'Pilih panduan dari daftar.' },
      }),
    guideNameTaken: () =>
      new Refusal('talent.interview.guide-name-taken', 'Nama panduan sudah dipakai.', {
        fields: { name: 'Pakai nama lain, misalnya dengan nama jabatannya.' },
      }),
    noCompetency: () =>
      new Refusal('talent.interview.no-competency', 'Panduan memerlukan sedikitnya satu kompetensi.', {
        fields: { competencyIds: 'Pilih jabatan yang punya standar, atau pilih kompetensinya.' },
      }),
    guideIncomplete: (problems: string[]) =>
      new Refusal('talent.interview.guide-incomplete', `Panduan belum siap. ${problems.slice(0, 3).join(' ')}`, {
        fields: { questionIds: problems.join(' ') },
      }),
    guideNotReady: (name: string) =>
      new Refusal('talent.interview.guide-not-ready', `Panduan ${name} belum siap dipakai.`, {
        fields: { guideId: 'Lengkapi panduan dahulu, atau pilih yang siap.' },
      }),
    candidateUnknown: (nip: string) =>
      new Refusal('talent.interview.candidate-unknown', `NIP ${nip} tidak ditemukan di antara pegawai aktif.`, {
        fields: { candidateNip: 'Periksa NIP calon: 18 angka.' },
      }),
    interviewersUnknown: (nips: string[]) =>
      new Refusal('talent.interview.interviewers-unknown', `NIP pewawancara tidak ditemukan: ${nips.join(', ')}.`, {
        fields: { interviewers: `Periksa NIP ini: ${nips.join(', ')}.` },
      }),
    tooFew: (least: number) =>
      new Refusal('talent.interview.too-few', `Pewawancara sedikitnya ${least} orang.`, {
        fields: { interviewers: `Tulis sedikitnya ${least} NIP, satu per baris.` },
      }),
    tooMany: (most: number) =>
      new Refusal('talent.interview.too-many', `Pewawancara paling banyak ${most} orang.`, {
        fields: { interviewers: `Kurangi sampai ${most} orang.` },
      }),
    conflicts: (sentences: string[]) =>
      new Refusal('talent.interview.conflict', `Ada benturan kepentingan. ${sentences.join(' ')}`, {
        fields: { interviewers: sentences.join(' ') },
      }),
    inThePast: () =>
      new Refusal('talent.interview.in-the-past', 'Tanggal wawancara sudah lewat.', {
        fields: { heldOn: 'Pilih hari ini atau sesudahnya.' },
      }),
    doubleBooked: (name: string, at: string) =>
      new Refusal('talent.interview.double-booked', `${name} sudah punya wawancara pada waktu itu.`, {
        fields: { startsAt: `${name} sudah dijadwalkan ${at}. Pilih waktu lain.` },
      }),
    notOpen: (state: string) =>
      new Refusal(
        'talent.interview.not-open',
        `Wawancara ini ${state.toLowerCase()}; langkah itu tidak berlaku lagi.`,
        {
          status: 409,
        },
      ),
    notSeated: () =>
      new Refusal('talent.interview.not-seated', 'Anda bukan pewawancara dalam wawancara ini.', { status: 403 }),
    notDeclared: () =>
      new Refusal('talent.interview.not-declared', 'Nyatakan dahulu ada atau tidak ada kepentingan Anda.'),
    notYet: (on: Day) =>
      new Refusal('talent.interview.not-yet', `Penilaian dibuka pada hari wawancara, ${formatDay(on)}.`),
    alreadySent: () =>
      new Refusal('talent.interview.already-sent', 'Nilai Anda sudah terkirim dan tidak diubah lagi.', { status: 409 }),
    owed: (fields: Record<string, string>) =>
      new Refusal('talent.interview.owed', 'Belum semua pertanyaan dinilai. Isian Anda sudah tersimpan.', { fields }),
    notLead: (name: string) =>
      new Refusal('talent.interview.not-lead', `Kesepakatan dicatat oleh ketua pewawancara, ${name}.`, { status: 403 }),
    consensus: (fields: Record<string, string>) =>
      new Refusal('talent.interview.consensus', 'Kesepakatan belum dapat dicatat.', { fields }),
    candidateIsYou: () =>
      new Refusal('talent.interview.candidate-is-you', 'Wawancara tentang Anda disusun dan dijawab oleh orang lain.', {
        status: 403,
      }),
    challengeOpen: () =>
      new Refusal('talent.interview.challenge-open', 'Keberatan Anda terhadap pewawancara ini masih menunggu jawaban.'),
    challengeLate: () =>
      new Refusal(
        'talent.interview.challenge-late',
        'Keberatan diajukan sebelum hari wawancara. Sesudah itu, ajukan sanggahan atas hasilnya.',
      ),
    challengeDone: () => new Refusal('talent.interview.challenge-done', 'Keberatan ini sudah dijawab.'),
    seatTaken: () =>
      new Refusal('talent.interview.seat-taken', 'Orang ini sudah menjadi pewawancara di sini.', {
        fields: { interviewerNip: 'Pilih orang lain.' },
      }),
  },
  values: {
    notFound: () =>
      new Refusal('talent.values.not-found', 'Penilaian nilai tidak ditemukan, atau Anda tidak berwenang melihatnya.', {
        status: 404,
      }),
    personUnknown: (nip: string) =>
      new Refusal('talent.values.person-unknown', `NIP ${nip} tidak ditemukan di antara pegawai aktif.`, {
        fields: { personNip: 'Periksa NIP-nya: 18 angka.' },
      }),
    ratersUnknown: (nips: string[]) =>
      new Refusal('talent.values.raters-unknown', `NIP rekan tidak ditemukan: ${nips.join(', ')}.`, {
        fields: { colleagues: `Periksa NIP ini: ${nips.join(', ')}.`, colleagueNip: 'Periksa NIP-nya: 18 angka.' },
      }),
    raterUnfit: (names: string[]) =>
      new Refusal(
        'talent.values.rater-unfit',
        `${names.join('; ')}: yang dinilai sendiri, atasannya, dan bawahan langsungnya bukan rekan penilai.`,
        { fields: { colleagues: 'Pilih rekan lain.', colleagueNip: 'Pilih rekan lain.' } },
      ),
    noSupervisor: (name: string) =>
      new Refusal('talent.values.no-supervisor', `Atasan langsung ${name} belum tercatat.`, {
        fields: { personNip: 'Lengkapi atasan langsungnya dalam data pegawai.' },
      }),
    tooFew: (least: number) =>
      new Refusal('talent.values.too-few', `Penilai sedikitnya ${least} orang, termasuk atasan.`, {
        fields: { colleagues: 'Tambahkan rekan penilai.' },
      }),
    alreadyAsked: (name: string, year: number) =>
      new Refusal('talent.values.already-asked', `Nilai BerAKHLAK ${name} tahun ${year} sudah diminta.`, {
        fields: { year: 'Buka penilaian yang ada, atau pilih tahun lain.' },
      }),
    alreadyProposed: () =>
      new Refusal('talent.values.already-proposed', 'Anda sudah mengusulkan satu rekan untuk penilaian ini.'),
    raterAlready: () =>
      new Refusal('talent.values.rater-already', 'Orang ini sudah menjadi penilai.', {
        fields: { colleagueNip: 'Pilih rekan lain.' },
      }),
    raterDone: () =>
      new Refusal('talent.values.rater-done', 'Penilai ini sudah menjawab atau sudah ditarik.', { status: 409 }),
    notRater: () => new Refusal('talent.values.not-rater', 'Anda tidak diminta menilai di sini.', { status: 403 }),
    alreadySent: () =>
      new Refusal('talent.values.already-sent', 'Penilaian Anda sudah terkirim dan tidak diubah lagi.', {
        status: 409,
      }),
    owed: (fields: Record<string, string>) =>
      new Refusal('talent.values.owed', 'Belum semua nilai lengkap. Isian Anda sudah tersimpan.', { fields }),
    notOpen: (state: string) =>
      new Refusal('talent.values.not-open', `Penilaian ini ${state.toLowerCase()}; langkah itu tidak berlaku lagi.`, {
        status: 409,
      }),
    ownReview: () =>
      new Refusal('talent.values.own', 'Penilaian tentang Anda diurus oleh orang lain.', { status: 403 }),
  },
  feedback: {
    notFound: () =>
      new Refusal(
        'talent.feedback.not-found',
        'Umpan balik ini tidak ditemukan, atau bukan untuk Anda. Buka dari beranda Anda.',
        { status: 404 },
      ),
    nameTaken: (name: string) =>
      new Refusal('talent.feedback.name-taken', `Putaran bernama ${name} sudah ada.`, {
        fields: { name: 'Pakai nama lain, misalnya dengan nama unitnya.' },
      }),
    nobody: () =>
      new Refusal('talent.feedback.nobody', 'Tidak ada pegawai aktif dalam lingkup ini.', {
        fields: { unitIds: 'Pilih unit atau jenjang lain.' },
      }),
    headUnknown: (nip: string) =>
      new Refusal('talent.feedback.head-unknown', `NIP atasan ${nip} tidak ditemukan di antara pegawai aktif.`, {
        fields: { supervisorNip: 'Periksa NIP-nya, atau kosongkan.' },
      }),
    tooMany: (people: number, most: number) =>
      new Refusal(
        'talent.feedback.too-many',
        `Lingkup ini berisi ${people} orang; satu putaran paling banyak ${most}.`,
        { fields: { unitIds: 'Buka beberapa putaran, misalnya satu tiap perangkat daerah.' } },
      ),
    dates: (field: 'proposeUntil' | 'closesOn', message: string) =>
      new Refusal('talent.feedback.dates', 'Tanggal putaran belum cocok.', { fields: { [field]: message } }),
    notOpen: (state: string) =>
      new Refusal('talent.feedback.not-open', `Putaran ini ${state.toLowerCase()}; langkah itu tidak berlaku lagi.`, {
        status: 409,
      }),
    raterUnknown: (nip: string) =>
      new Refusal('talent.feedback.rater-unknown', `NIP ${nip} tidak ditemukan di antara pegawai aktif.`, {
        fields: { nip: 'Periksa NIP-nya: 18 angka, tanpa spasi.' },
      }),
    raterUnfit: (why: string) =>
      new Refusal('talent.feedback.rater-unfit', why, { fields: { nip: `${why} Pilih orang lain.` } }),
    otherGroup: (group: string) =>
      new Refusal('talent.feedback.other-group', 'Pengganti harus dari kelompok yang sama.', {
        fields: { nip: `Penggantinya harus ${group.toLowerCase()}. Hasil tidak boleh dari bawahan saja.` },
      }),
    groupFull: (group: string, most: number) =>
      new Refusal('talent.feedback.group-full', `${group} paling banyak ${most} orang.`, {
        fields: { nip: `Ganti salah satu ${group.toLowerCase()} yang ada.` },
      }),
    changesSpent: (most: number) =>
      new Refusal('talent.feedback.changes-spent', `Anda sudah meminta ${most} perubahan, batas untuk satu putaran.`),
    notKeepable: () =>
      new Refusal('talent.feedback.rater-fixed', 'Atasan dan diri sendiri tidak dapat diganti atau dikeluarkan.'),
    confirmedAlready: () =>
      new Refusal('talent.feedback.confirmed', 'Penilainya sudah dikonfirmasi dan diundang. Hubungi pengelola.', {
        status: 409,
      }),
    raterDone: () =>
      new Refusal('talent.feedback.rater-done', 'Penilai ini sudah menjawab, menolak, atau ditarik.', { status: 409 }),
    ownSubject: () =>
      new Refusal('talent.feedback.own', 'Penilai untuk Anda dikonfirmasi atasan Anda, bukan Anda sendiri.', {
        status: 403,
      }),
    late: (dueOn: Day) =>
      new Refusal(
        'talent.feedback.late',
        `Terima kasih sudah meluangkan waktu. Batas menjawab ${formatDay(dueOn)} sudah lewat, sehingga jawaban tidak dapat diterima lagi.`,
        { status: 409 },
      ),
    declined: () =>
      new Refusal('talent.feedback.declined', 'Permintaan ini sudah Anda kembalikan atau sudah ditarik.', {
        status: 409,
      }),
    owed: (fields: Record<string, string>) =>
      new Refusal('talent.feedback.owed', 'Belum semua pertanyaan dijawab. Isian Anda sudah tersimpan.', { fields }),
    tooFewAnswers: (least: number) =>
      new Refusal(
        'talent.feedback.too-few-answers',
        `Nilai sedikitnya ${least} pertanyaan. Bila tidak dapat, kembalikan permintaan ini dengan alasannya.`,
      ),
    comment: (fields: Record<string, string>) =>
      new Refusal('talent.feedback.comment', 'Komentar memuat hal yang dapat mengenali penulisnya.', { fields }),
    noteMissing: () =>
      new Refusal('talent.feedback.note-missing', 'Alasan lain perlu ditulis.', {
        fields: { note: 'Tuliskan alasannya, sekurang-kurangnya 10 huruf.' },
      }),
    remarkDone: () => new Refusal('talent.feedback.remark-done', 'Komentar ini sudah diperiksa.', { status: 409 }),
    ownRemark: () =>
      new Refusal('talent.feedback.own-remark', 'Komentar tentang Anda diperiksa oleh orang lain.', { status: 403 }),
    nothingToReopen: () =>
      new Refusal(
        'talent.feedback.nothing-to-reopen',
        'Semua orang dalam putaran ini sudah punya hasil. Hasil yang sudah terbit tidak dibuka lagi.',
        { status: 409 },
      ),
  },
  nomination: {
    otherCommittee: (name: string) =>
      new Refusal('talent.nomination.other-committee', `Usulan ini diputus ${name}. Sampaikan kepada anggotanya.`),
    alreadyMade: () =>
      new Refusal(
        'talent.nomination.already-made',
        'Anda sudah mengusulkan orang ini untuk tujuan yang sama. Ubah atau tarik usulan itu.',
      ),
    notYourTeam: () =>
      new Refusal(
        'talent.nomination.not-your-team',
        'Anda hanya dapat mengusulkan diri sendiri atau anggota tim Anda.',
        { status: 403 },
      ),
    notOpen: () => new Refusal('talent.nomination.not-open', 'Usulan ini sudah diputus atau ditarik.'),
    notFound: () =>
      new Refusal('talent.nomination.not-found', 'Usulan tidak ditemukan. Buka daftar usulan dan pilih kembali.', {
        status: 404,
      }),
    personUnknown: () =>
      new Refusal('talent.nomination.person-unknown', 'Orang ini tidak ada di antara pegawai aktif.', {
        fields: { employeeId: 'Pilih pegawai aktif.' },
      }),
    programmeMissing: () =>
      new Refusal('talent.nomination.programme-missing', 'Usulan peserta dibuat dari halaman programnya.', {
        fields: { programmeId: 'Pilih programnya.' },
      }),
    owed: (fields: Record<string, string>) =>
      new Refusal('talent.nomination.owed', 'Ada kriteria yang belum dijawab.', { fields }),
    refereeUnknown: (nip: string) =>
      new Refusal('talent.nomination.referee-unknown', `NIP ${nip} tidak ditemukan di antara pegawai aktif.`, {
        fields: { refereeNip: 'Periksa NIP-nya: 18 angka, tanpa spasi.' },
      }),
    refereeUnfit: (name: string, why: 'nominee' | 'nominator' | 'subordinate') => {
      const because = {
        nominee: 'orang yang diusulkan',
        nominator: 'pengusulnya sendiri',
        subordinate: 'bawahan langsung orang yang diusulkan',
      }[why]
      return new Refusal('talent.nomination.referee-unfit', `${name} adalah ${because}.`, {
        fields: { refereeNip: 'Pilih pejabat lain yang mengenal pekerjaannya.' },
      })
    },
    refereeAsked: (name: string) =>
      new Refusal('talent.nomination.referee-asked', `${name} sudah pernah diminta untuk usulan ini.`, {
        fields: { refereeNip: 'Pilih pejabat lain.' },
      }),
    referenceGiven: () =>
      new Refusal('talent.nomination.reference-given', 'Rekomendasi kedua sudah ditulis, atau tidak diperlukan.'),
    referenceNotFound: () =>
      new Refusal('talent.nomination.reference-not-found', 'Permintaan rekomendasi tidak ditemukan.', { status: 404 }),
    referenceClosed: () =>
      new Refusal('talent.nomination.reference-closed', 'Permintaan ini sudah dijawab atau ditarik.', { status: 409 }),
    waitsForReference: (what: 'reference' | 'referee') =>
      new Refusal(
        'talent.nomination.waits-for-reference',
        what === 'reference'
          ? 'Rekomendasi kedua belum ditulis. Putuskan sesudahnya, atau minta pejabat lain.'
          : 'Pemberi rekomendasi tidak bersedia. Minta pejabat lain lebih dahulu.',
      ),
    ownReference: () =>
      new Refusal(
        'talent.nomination.own-reference',
        'Anda menulis rekomendasi untuk usulan ini, sehingga orang lain yang memutus.',
        { status: 403 },
      ),
    decidedBefore: () =>
      new Refusal(
        'talent.nomination.decided-before',
        'Usulan ini dibuka lagi karena sanggahan; yang memutus bukan orang yang sama.',
        { status: 403 },
      ),
    notYours: () =>
      new Refusal('talent.nomination.not-yours', 'Pemberi rekomendasi diganti oleh pengusul atau pengelola.', {
        status: 403,
      }),
    ownNomination: () =>
      new Refusal(
        'talent.nomination.own',
        'Usulan diputus oleh orang lain, bukan oleh pengusul atau orang yang diusulkan.',
        { status: 403 },
      ),
  },
  objection: {
    late: (until: Day) =>
      new Refusal(
        'talent.objection.late',
        `Masa sanggah berakhir ${formatDay(until)}. Hubungi BKPSDM bila ada alasan khusus.`,
      ),
    open: () =>
      new Refusal(
        'talent.objection.open',
        'Sanggahan Anda untuk siklus ini masih diproses. Tunggu jawabannya atau tarik dahulu.',
      ),
    notOpen: () => new Refusal('talent.objection.not-open', 'Sanggahan ini sudah dijawab atau ditarik.'),
    notFound: () =>
      new Refusal('talent.objection.not-found', 'Sanggahan tidak ditemukan. Buka daftar sanggahan dan pilih kembali.', {
        status: 404,
      }),
    fileSize: (name: string) =>
      new Refusal('talent.objection.file-size', `${name} melebihi 5 MB.`, {
        fields: { files: `${name}: pilih berkas paling besar 5 MB.` },
      }),
    fileKind: (name: string) =>
      new Refusal('talent.objection.file-kind', `${name} bukan PDF, JPG, atau PNG.`, {
        fields: { files: `${name}: isi berkasnya harus PDF, JPG, atau PNG.` },
      }),
    effectNotFound: () =>
      new Refusal('talent.objection.effect-not-found', 'Hal ini tidak ditemukan, atau bukan tugas Anda.', {
        status: 404,
      }),
    effectSettled: () => new Refusal('talent.objection.effect-settled', 'Hal ini sudah ditinjau.', { status: 409 }),
    tookPart: () =>
      new Refusal(
        'talent.objection.took-part',
        'Sanggahan dijawab oleh orang yang tidak ikut memutus hasilnya. Serahkan kepada rekan lain.',
        { status: 403 },
      ),
  },
  careerPlan: {
    notFound: () =>
      new Refusal(
        'talent.career-plan.not-found',
        'Rencana karier tidak ditemukan, atau Anda tidak berwenang melihatnya.',
        {
          status: 404,
        },
      ),
    steps: (fields: Record<string, string>) =>
      new Refusal('talent.career-plan.steps', 'Langkah rencana belum lengkap.', { fields }),
    reasonMissing: () =>
      new Refusal('talent.career-plan.reason-missing', 'Perubahan rencana memerlukan alasan.', {
        fields: { reason: 'Tuliskan apa yang berubah, sekurang-kurangnya 10 huruf.' },
      }),
    notOpen: () =>
      new Refusal('talent.career-plan.not-open', 'Versi ini sudah diganti, ditarik, atau sudah dibaca.', {
        status: 409,
      }),
    ownPlan: () =>
      new Refusal('talent.career-plan.own', 'Rencana Anda dibaca oleh atasan Anda, bukan oleh Anda sendiri.', {
        status: 403,
      }),
  },
  aspiration: {
    alreadyWithdrawn: () =>
      new Refusal('talent.aspiration.already-withdrawn', 'Pernyataan ini sudah ditarik atau diganti.', { status: 409 }),
    noEmployee: () => new Refusal('talent.aspiration.no-employee', 'Akun ini tidak terhubung dengan pegawai.'),
    wishes: (fields: Record<string, string>) =>
      new Refusal('talent.aspiration.wishes', 'Ada isian yang belum cocok satu sama lain.', { fields }),
    notFound: () =>
      new Refusal('talent.aspiration.not-found', 'Jabatan sasaran tidak ditemukan. Pilih dari daftar.', {
        fields: { positionId: 'Pilih jabatan dari daftar.' },
      }),
  },
}
