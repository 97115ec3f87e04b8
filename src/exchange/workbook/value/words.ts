import type { Cell } from '../grid/grid.ts'
import { cellText } from '../grid/grid.ts'
import type { Expectation, Rating } from '../records.ts'
import { fold, squash, tidy } from './text.ts'

/** L/P, Pria/Wanita, Laki-laki/Perempuan, 1/2, M/F. */
export const sexOf = (cell: Cell): 'L' | 'P' | null => {
  const text = squash(cellText(cell))
  if (/^(l|lk|pria|lakilaki|laki|1|m|male|cowok)$/.test(text)) return 'L'
  if (/^(p|pr|wanita|perempuan|2|f|female|w)$/.test(text)) return 'P'
  return null
}

/** Ya or Tidak as an office writes it; null when the cell says neither. */
export const yesOrNo = (cell: Cell): boolean | null => {
  const text = squash(cellText(cell))
  if (/^(y|ya|ada|iya|1|true|benar|disabilitas|penyandangdisabilitas)$/.test(text)) return true
  if (/^(t|tidak|tidakada|bukan|0|false|nondisabilitas|non)$/.test(text)) return false
  return null
}

/** PNS (also CPNS) or PPPK (also P3K). */
export const statusOf = (cell: Cell): 'PNS' | 'PPPK' | null => {
  const text = squash(cellText(cell))
  if (/^(c?pns|(calon)?pegawainegerisipil)/.test(text)) return 'PNS'
  if (/^(pppk|p3k|pegawaipemerintahdenganperjanjiankerja)/.test(text)) return 'PPPK'
  return null
}

const roman = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
]

/** `IIIc`, `III / C`, `3c` as `III/c`; a PPPK's `IX` as it is; also out of `Penata (III/c)`. Null: no rank in it. */
export const rankOf = (text: string): string | null => {
  const bare = tidy(text)
  const inside = /\(([^)]+)\)\s*$/.exec(bare)?.[1] ?? bare
  let m = /(?:^|[\s,(])(I{1,3}|IV)\s*[/.\- ]?\s*([a-e])$/i.exec(inside.trim())
  if (m) return `${m[1].toUpperCase()}/${m[2].toLowerCase()}`
  m = /^([1-4])\s*[/.-]?\s*([a-e])$/i.exec(inside.trim())
  if (m) return `${roman[Number(m[1]) - 1]}/${m[2].toLowerCase()}`
  const level = inside
    .trim()
    .replace(/^gol(ongan)?\.?\s*/i, '')
    .toUpperCase()
  if (roman.includes(level)) return level
  const number = Number(level)
  return Number.isInteger(number) && number >= 1 && number <= 17 ? roman[number - 1] : null
}

const education: [RegExp, string][] = [
  [/^(s3|strata3|doktor|doktoral)/, 'S-3'],
  [/^(s2|strata2|magister|master|spesialis|sp1)/, 'S-2'],
  [/(profesi)/, 'Profesi'],
  [/^(d4|div|diplomaiv|diploma4)/, 'D-IV'],
  [/^(s1|strata1|sarjana)/, 'S-1'],
  [/^(d3|diii|diplomaiii|diploma3|akademi|sarjanamuda)/, 'D-III'],
  [/^(d2|dii|diplomaii|diploma2)/, 'D-II'],
  [/^(d1|di|diplomai|diploma1)$/, 'D-I'],
  [/^(slta|sma|smk|smu|ma|man|stm|smea|spk|spg|paketc)/, 'SLTA'],
  [/^(sltp|smp|mts|paketb)/, 'SLTP'],
  [/^(sd|mi|paketa)/, 'SD'],
]

/** Level of schooling in one spelling: S1, S-1, Sarjana (S1), S1/D-IV are `S-1`. Null: not known to us. */
export const educationOf = (text: string): string | null => {
  const bare = squash(text)
  return education.find(([pattern]) => pattern.test(bare))?.[1] ?? null
}

/** di atas, sesuai or di bawah ekspektasi, in any spelling; SIASN writes 1, 2, 3. */
export const expectationOf = (cell: Cell): Expectation | null => {
  const text = squash(cellText(cell))
  if (/^(diatas|atas|1$|melebihi|melampaui)/.test(text)) return 'above'
  if (/^(sesuai|memenuhi|2$)/.test(text)) return 'as'
  if (/^(dibawah|bawah|3$)/.test(text)) return 'below'
  return null
}

export const ratingOf = (cell: Cell): Rating | null => {
  const text = fold(cellText(cell)).replace(/ misconduct$| misconduct /, '')
  if (text === 'sangat baik') return 'Sangat Baik'
  if (text === 'baik') return 'Baik'
  if (text === 'butuh perbaikan' || text === 'perlu perbaikan') return 'Butuh Perbaikan'
  if (text === 'kurang') return 'Kurang'
  if (text === 'sangat kurang') return 'Sangat Kurang'
  return null
}

/** Results of work x behaviour to the rating (domain reference 4.3). */
export const ratingMatrix: Record<Expectation, Record<Expectation, Rating>> = {
  above: { above: 'Sangat Baik', as: 'Baik', below: 'Kurang' },
  as: { above: 'Baik', as: 'Baik', below: 'Kurang' },
  below: { above: 'Butuh Perbaikan', as: 'Butuh Perbaikan', below: 'Sangat Kurang' },
}

const sources: [RegExp, string][] = [
  [/^(pad|pendapatanaslidaerah|apbdpad)$/, 'PAD'],
  [/^(dau|danaalokasiumum|dauspecificgrant|dausg)$/, 'DAU'],
  [/^(daknonfisik|daknf|danaalokasikhususnonfisik)$/, 'DAK Nonfisik'],
  [/^blud$|^badanlayananumumdaerah$/, 'BLUD'],
  [
    /^(bantuankeuanganprovinsi|bankeuprovinsi|bkprovinsi|bantuankeuanganprov|bankeuprov|bkp)$/,
    'Bantuan Keuangan Provinsi',
  ],
]
export const fundingSourceOf = (text: string): string | null => sources.find(([p]) => p.test(squash(text)))?.[1] ?? null

const methods: [RegExp, string][] = [
  [/^(klasikal|kelas|tatapmuka|luring|offline|pelatihanklasikal|ceramah)$/, 'klasikal'],
  [/^(blended|blendedlearning|campuran|hybrid|hibrida|bauran)$/, 'blended'],
  [/^(elearning|daring|online|mooc|pembelajaranjarakjauh|pjj|distancelearning)$/, 'e-learning'],
  [/^(workshop|lokakarya)$/, 'workshop'],
  [/^(simulasi|bermainperan|roleplay|praktiksimulasi)$/, 'simulasi'],
  [/^(seminar|webinar|konferensi|sarasehan|simposium)$/, 'seminar'],
  [/^(mentoring|mentor|pendampingan)$/, 'mentoring'],
  [/^(coaching|pembinaancoaching)$/, 'coaching'],
  [/^(proyek|proyeklab|project|projectbased|proyekperubahan|penugasankhusus|penugasan)$/, 'proyek'],
  [/^(magang|praktikkerja|internship|magangpraktikkerja)$/, 'magang'],
  [/^(bimtek|bimbinganteknis)$/, 'bimtek'],
  [/^(benchmarking|studitiru|studibanding|kunjunganbelajar)$/, 'benchmarking'],
  [/^(belajarmandiri|selflearning|mandiri)$/, 'belajar mandiri'],
  [/^(komunitasbelajar|communityofpractice|cop)$/, 'komunitas belajar'],
  [/^(detasering|secondment|pertukaran|pertukaranpns|jobrotation|rotasi)$/, 'pertukaran'],
  [/^(bimbinganditempatkerja|onthejobtraining|ojt)$/, 'bimbingan di tempat kerja'],
]
export const methodOf = (text: string): string | null => methods.find(([p]) => p.test(squash(text)))?.[1] ?? null

const forms: [RegExp, string][] = [
  [
    /struktural|kepemimpinan|^pk[nap]$|diklatpim|^pim|^latsar|pelatihandasar|prajabatan/,
    'Pelatihan Struktural Kepemimpinan',
  ],
  [/fungsional/, 'Pelatihan Fungsional'],
  [/^(bimbinganteknis|bimtek)/, 'Bimbingan Teknis'],
  [/manajerial/, 'Pelatihan Manajerial'],
  [/sosialkultural|sosiokultural/, 'Pelatihan Sosial Kultural'],
  [
    /^(pelatihan|diklat|kursus|diklatteknis|pelatihanteknis).*teknis|^kursus$|^teknis$|^diklatteknis$/,
    'Pelatihan Teknis',
  ],
  [/^(seminar|konferensi|sarasehan|webinar|simposium)/, 'Seminar/Konferensi/Sarasehan'],
  [/^(workshop|lokakarya)/, 'Workshop/Lokakarya'],
  [/^sosialisasi/, 'Sosialisasi'],
  [/^penataran/, 'Penataran'],
  [/^(elearning|daring|mooc|pelatihandaring|online)/, 'E-Learning'],
  [/^coaching/, 'Coaching'],
  [/^mentoring/, 'Mentoring'],
  [/^(pelatihanjarakjauh|pjj|jarakjauh)/, 'Pelatihan Jarak Jauh'],
  [/^detasering/, 'Detasering'],
  [/^(outbound|pembelajaranalamterbuka)/, 'Pembelajaran Alam Terbuka'],
  [/^(patokbanding|benchmarking|studibanding|studitiru)/, 'Patok Banding'],
  [/^pertukaran/, 'Pertukaran'],
  [/^(belajarmandiri|selfdevelopment)/, 'Belajar Mandiri'],
  [/^(komunitasbelajar|cop|communityofpractice)/, 'Komunitas Belajar'],
  [/^(bimbinganditempatkerja|ojt|onthejob)/, 'Bimbingan di Tempat Kerja'],
  [/^(magang|praktikkerja)/, 'Magang/Praktik Kerja'],
  [/^datasering$|^kursus/, 'Kursus'],
]
/** Form of training (domain reference 5.2). */
export const trainingFormOf = (text: string): string | null => forms.find(([p]) => p.test(squash(text)))?.[1] ?? null

export const assignmentOf = (cell: Cell): 'Definitif' | 'Plt' | 'Plh' | 'Pj' | 'Tugas Tambahan' | null => {
  const text = squash(cellText(cell))
  if (/^(d|definitif|def|tetap)$/.test(text)) return 'Definitif'
  if (/^(plt|pelaksanatugas)$/.test(text)) return 'Plt'
  if (/^(plh|pelaksanaharian)$/.test(text)) return 'Plh'
  if (/^(pj|penjabat)$/.test(text)) return 'Pj'
  return /^(tt|tugastambahan)$/.test(text) ? 'Tugas Tambahan' : null
}

export const severityOf = (cell: Cell): 'Ringan' | 'Sedang' | 'Berat' | null => {
  const text = fold(cellText(cell))
  if (/\bringan\b|^r$/.test(text)) return 'Ringan'
  if (/\bsedang\b|^s$/.test(text)) return 'Sedang'
  return /\bberat\b|^b$/.test(text) ? 'Berat' : null
}

export const yesNoOf = (cell: Cell): boolean | null => {
  if (typeof cell === 'boolean') return cell
  const text = fold(cellText(cell))
  if (/^(ya|y|yes|setuju|direkomendasikan|true|1|v|x)$/.test(text)) return true
  return /^(tidak|t|no|n|belum|false|0|tidak direkomendasikan)$/.test(text) ? false : null
}
