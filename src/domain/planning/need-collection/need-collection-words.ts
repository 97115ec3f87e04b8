import type { NeedDocument } from './document.store.ts'
import type { CollectedNeed, NeedCollection, NeedOrigin, NeedState } from './need-collection.store.ts'

export const needStateWords: Record<NeedState, string> = {
  waiting: 'Menunggu atasan',
  confirmed: 'Dikonfirmasi atasan',
  refused: 'Tidak perlu menurut atasan',
  returned: 'Dikembalikan untuk diperiksa',
  accepted: 'Diterima pengelola',
  merged: 'Digabung dengan baris lain',
  withdrawn: 'Ditarik pengusulnya',
}

/** Shape of a state beside its word. */
export const needStateShape = {
  waiting: 'unknown',
  confirmed: 'border',
  refused: 'no',
  returned: 'expired',
  accepted: 'known',
  merged: 'closed',
  withdrawn: 'closed',
} as const satisfies Record<NeedState, string>

export const needOriginWords: Record<NeedOrigin, string> = {
  gap: 'Dari kesenjangan',
  unknown: 'Perlu diukur dahulu',
  leadership: 'Pelatihan kepemimpinan wajib',
  deferred: 'Ditunda dari tahun lalu',
  proposed: 'Usulan pegawai',
  added: 'Tambahan atasan',
}

export const collectionStateWords: Record<NeedCollection['state'], string> = {
  filling: 'Sedang disiapkan',
  open: 'Terbuka',
  closed: 'Ditutup',
}

export const quarterWords = ['Triwulan I', 'Triwulan II', 'Triwulan III', 'Triwulan IV'] as const
export const quarterOf = (quarter: number | null): string =>
  quarter === null ? 'waktu belum dipilih' : (quarterWords[quarter - 1] ?? '')

/** Levels of a row in words; nothing where the row is no gap in levels. */
export const levelsOf = (need: Pick<CollectedNeed, 'level_held' | 'level_required'>): string | null =>
  need.level_held !== null && need.level_required !== null ? `level ${need.level_held} ke ${need.level_required}` : null

/** What an address says after an act. */
export const told: Record<string, string> = {
  dijawab: 'Jawaban tersimpan. Terima kasih.',
  diubah: 'Perubahan tersimpan dan dianggap sudah Anda setujui.',
  ditulis: 'Isian tersimpan dan menunggu konfirmasi atasan.',
  ditambah: 'Kebutuhan ditambahkan.',
  diusulkan: 'Usulan Anda tersimpan. Atasan Anda akan menjawabnya.',
  ditarik: 'Usulan ditarik.',
  dititipkan: 'Pengisian dititipkan. Orangnya sudah diberi tahu.',
  titipanditarik: 'Titipan ditarik. Yang sudah ditulis tetap menunggu Anda.',
  diterima: 'Baris terpilih diterima.',
  dikembalikan: 'Baris terpilih dikembalikan, dan atasannya diberi tahu.',
  dibuka: 'Keputusan dibatalkan. Baris itu menunggu verifikasi lagi.',
  digabung: 'Baris yang sama digabung.',
  ditutup: 'Pengumpulan ditutup.',
  disusun: 'Dokumen disusun dan dibekukan. Persetujuan diberikan orang kedua.',
  disetujui: 'Dokumen disetujui.',
  dikembalikandokumen: 'Dokumen dikembalikan kepada penyusunnya.',
}
export const reminded = (people: string | null): string | null =>
  people === null
    ? null
    : people === '0'
      ? 'Semua atasan sudah menjawab. Tidak ada yang diingatkan.'
      : `${people} atasan diingatkan.`

export const documentKindWords = { rpk: 'RPK', hcdp: 'HCDP' } as const
export const documentTitle = (d: Pick<NeedDocument, 'kind' | 'year_from' | 'year_until' | 'version'>): string =>
  `${documentKindWords[d.kind]} ${d.year_from === d.year_until ? d.year_from : `${d.year_from}–${d.year_until}`} versi ${d.version}`

export const documentStateWords: Record<NeedDocument['state'], string> = {
  frozen: 'Menunggu persetujuan',
  approved: 'Disetujui',
  returned: 'Dikembalikan',
  replaced: 'Digantikan versi baru',
}
