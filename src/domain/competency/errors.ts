import { notFound, Refusal } from '#platform/refusal.ts'

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
  evidence: {
    unknownEmployee: () => notFound('Pegawai'),
    unknownCompetency: () => notFound('Kompetensi'),
  },
}
