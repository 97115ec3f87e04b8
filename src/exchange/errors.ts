import { notFound, Refusal } from '#platform/refusal.ts'

/** What the room refuses, in the reader's words with the cure. */
export const errors = {
  import: {
    notFound: () => notFound('Kiriman'),
    nothing: () =>
      new Refusal('exchange.import.nothing', 'Belum ada berkas. Pilih berkas atau taruh folder di halaman ini.'),
    tooLarge: (name: string, megabytes: number, most: number) =>
      new Refusal(
        'exchange.import.too-large',
        `Berkas ${name} berukuran ${megabytes} MB; paling besar ${most} MB. Pecah menjadi beberapa berkas, atau kirim lewat perintah anyam import.`,
      ),
    tooMany: (most: number) =>
      new Refusal('exchange.import.too-many', `Paling banyak ${most} berkas sekali kirim. Kirim sisanya kemudian.`),
    notJudged: () =>
      new Refusal(
        'exchange.import.not-judged',
        'Kiriman ini sudah diterapkan, dibatalkan, atau dibuang. Kirim berkasnya lagi bila masih diperlukan.',
      ),
    nothingToApply: () =>
      new Refusal(
        'exchange.import.nothing-to-apply',
        'Tidak ada baris baru atau berubah. Data sudah sama dengan isi berkas.',
      ),
    changedSince: () =>
      new Refusal(
        'exchange.import.changed-since',
        'Data berubah sejak uji coba, jadi hasilnya akan berbeda. Uji coba diulang; periksa angkanya lalu terapkan.',
      ),
    notApplied: () =>
      new Refusal('exchange.import.not-applied', 'Hanya kiriman yang sudah diterapkan yang dapat dibatalkan.'),
    builtOn: (what: readonly string[]) =>
      new Refusal(
        'exchange.import.built-on',
        `Kiriman ini tidak dapat dibatalkan karena sudah dipakai: ${what.join('; ')}. Perbaiki lewat kiriman baru.`,
      ),
    noRow: () => notFound('Berkas dalam kiriman'),
  },
}
