export type PositionKind = 'structural' | 'functional' | 'executor'

const byEchelon: [RegExp, string][] = [
  [/^\s*I\s*[./-]?\s*a\s*$/i, 'JPT Utama'],
  [/^\s*I\s*[./-]?\s*b\s*$/i, 'JPT Madya'],
  [/^\s*II\s*[./-]?\s*[ab]?\s*$/i, 'JPT Pratama'],
  [/^\s*III\s*[./-]?\s*[ab]?\s*$/i, 'Administrator'],
  [/^\s*IV\s*[./-]?\s*[ab]?\s*$/i, 'Pengawas'],
]

const byWords: [RegExp, string][] = [
  [/\bahli\s+utama\b/i, 'JF Ahli Utama'],
  [/\bahli\s+madya\b/i, 'JF Ahli Madya'],
  [/\bahli\s+muda\b/i, 'JF Ahli Muda'],
  [/\bahli\s+pertama\b/i, 'JF Ahli Pertama'],
  [/\bpenyelia\b/i, 'JF Penyelia'],
  [/\bmahir\b/i, 'JF Mahir'],
  [/\bterampil\b/i, 'JF Terampil'],
  [/\bpemula\b/i, 'JF Pemula'],
  [/^(jpt|jabatan pimpinan tinggi)\s+utama/i, 'JPT Utama'],
  [/^(jpt|jabatan pimpinan tinggi)\s+madya/i, 'JPT Madya'],
  [/^(jpt|jabatan pimpinan tinggi)\s+pratama/i, 'JPT Pratama'],
  [/^administrator$/i, 'Administrator'],
  [/^pengawas$/i, 'Pengawas'],
  [/^pelaksana$/i, 'Pelaksana'],
]

const byTitle: [RegExp, string][] = [
  [
    /^(sekretaris daerah|asisten|staf ahli|inspektur(?! pembantu)|sekretaris dprd|kepala (dinas|badan|satuan))\b/i,
    'JPT Pratama',
  ],
  [/^(camat|inspektur pembantu|sekretaris\b|kepala (bagian|bidang))/i, 'Administrator'],
  [/^(lurah|kepala (seksi|subbagian|sub bagian|subbidang|sub bidang|upt)|sekretaris kelurahan)/i, 'Pengawas'],
]

const find = (list: [RegExp, string][], text: string): string | null => list.find(([p]) => p.test(text))?.[1] ?? null

/**
 * Tier (jenjang) of a post: from the written echelon or tier, else from the title.
 * A title that names none is an executor's, as the agency's lists write it.
 */
export const tierOf = (title: string, written?: string | null): string =>
  find(byEchelon, written ?? '') ??
  find(byWords, written ?? '') ??
  find(byWords, title) ??
  find(byTitle, title) ??
  'Pelaksana'

export const kindOf = (tier: string): PositionKind =>
  tier.startsWith('JF') ? 'functional' : tier === 'Pelaksana' ? 'executor' : 'structural'

/** The echelon where the list writes one (II.a), else null. */
export const echelonOf = (written?: string | null): string | null => {
  const m = /^\s*(I{1,3}|IV)\s*[./-]?\s*([ab])\s*$/i.exec(written ?? '')
  return m ? `${m[1].toUpperCase()}.${m[2].toLowerCase()}` : null
}
