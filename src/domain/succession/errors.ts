import { Refusal } from '#platform/refusal.ts'

/** What the room refuses, in the reader's words with the cure. */
export const errors = {
  position: {
    notKey: () =>
      new Refusal(
        'succession.position.not-key',
        'Jabatan ini bukan jabatan kunci. Tandai dahulu di daftar jabatan, lalu susun bangkunya.',
        { status: 404 },
      ),
    noBench: () =>
      new Refusal('succession.position.no-bench', 'Bangku jabatan ini belum disusun. Jalankan penyusunan bangku.', {
        status: 404,
      }),
  },
  candidate: {
    notFound: () =>
      new Refusal('succession.candidate.not-found', 'Orang ini tidak ada di bangku jabatan itu.', { status: 404 }),
    unknownPerson: () =>
      new Refusal('succession.candidate.unknown-person', 'Pegawai tidak ditemukan atau sudah tidak aktif.', {
        fields: { employeeId: 'Tuliskan NIP pegawai yang masih aktif.' },
      }),
    alreadyThere: () =>
      new Refusal('succession.candidate.already-there', 'Orang ini sudah ada di bangku jabatan itu.', {
        fields: { employeeId: 'Pilih orang lain.' },
      }),
    holder: () =>
      new Refusal('succession.candidate.holder', 'Pemegang jabatan tidak dapat menjadi penerusnya sendiri.', {
        fields: { employeeId: 'Pilih orang lain.' },
      }),
  },
  dossier: {
    notFound: () =>
      new Refusal('succession.dossier.not-found', 'Berkas tidak ditemukan, atau Anda tidak berwenang melihatnya.', {
        status: 404,
      }),
    open: (number: string) =>
      new Refusal(
        'succession.dossier.open',
        `Masih ada berkas ${number} untuk orang dan jabatan ini. Selesaikan atau ubah berkas itu.`,
      ),
    notDraft: () =>
      new Refusal(
        'succession.dossier.not-draft',
        'Berkas ini sudah diajukan atau diputus, sehingga tidak dapat diubah.',
      ),
    notSubmitted: () => new Refusal('succession.dossier.not-submitted', 'Berkas ini tidak sedang menunggu putusan.'),
    self: () =>
      new Refusal('succession.dossier.self', 'Anda tidak dapat memutus berkas tentang diri sendiri.', { status: 403 }),
    preparer: () =>
      new Refusal(
        'succession.dossier.preparer',
        'Anda ikut menyusun atau mengajukan berkas ini. Putusannya diambil pimpinan yang tidak ikut menyusun.',
        { status: 403 },
      ),
    changed: () =>
      new Refusal(
        'succession.dossier.changed',
        'Sidik isi berkas tidak cocok dengan isinya. Hubungi pengelola sistem; berkas tidak dapat diputus.',
      ),
  },
}
