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
        'Hasil siklus ini sudah ditetapkan dan tidak dapat dihitung ulang. Buat versi baru dengan alasan.',
      ),
    nobodyInScope: () =>
      new Refusal('talent.cycle.nobody', 'Tidak ada pegawai aktif dalam lingkup siklus. Perluas lingkupnya.'),
    notPlaced: () => new Refusal('talent.cycle.not-placed', 'Peta belum dihitung. Jalankan pemetaan lebih dahulu.'),
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
  nomination: {
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
    tookPart: () =>
      new Refusal(
        'talent.objection.took-part',
        'Sanggahan dijawab oleh orang yang tidak ikut memutus hasilnya. Serahkan kepada rekan lain.',
        { status: 403 },
      ),
  },
  aspiration: {
    notFound: () =>
      new Refusal('talent.aspiration.not-found', 'Jabatan sasaran tidak ditemukan. Pilih dari daftar.', {
        fields: { positionId: 'Pilih jabatan dari daftar.' },
      }),
  },
}
