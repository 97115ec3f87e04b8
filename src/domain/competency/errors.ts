import { notFound, Refusal } from '#platform/refusal.ts'

const paperField = (sentence: string) => new Refusal('competency.paper.file', sentence, { fields: { file: sentence } })

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
  standard: {
    notFound: () => notFound('Standar jabatan'),
    empty: () =>
      new Refusal('competency.standard.empty', 'Standar jabatan memerlukan sekurang-kurangnya satu kompetensi.'),
  },
  assessment: {
    inFuture: () =>
      new Refusal('competency.assessment.future', 'Tanggal penilaian melewati hari ini.', {
        fields: { assessedOn: 'Tuliskan tanggal penilaian yang sudah lewat.' },
      }),
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
