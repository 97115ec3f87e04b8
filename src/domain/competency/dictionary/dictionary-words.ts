export const kindWords: Record<string, string> = {
  managerial: 'Manajerial',
  sociocultural: 'Sosial kultural',
  technical: 'Teknis',
}

export const changeWords: Record<string, string> = {
  new: 'Kompetensi baru',
  change: 'Perubahan isi',
  retire: 'Tidak dipakai lagi',
}

export const proposalWords: Record<string, string> = {
  submitted: 'menunggu orang kedua',
  approved: 'disetujui',
  refused: 'ditolak',
  withdrawn: 'ditarik pengusulnya',
}

export const toldOfDictionary: Record<string, string> = {
  diusulkan: 'Usulan tersimpan. Orang kedua memeriksa dan memutuskannya.',
  diputuskan: 'Keputusan tersimpan dan pengusulnya diberi tahu.',
  ditarik: 'Usulan ditarik.',
}
