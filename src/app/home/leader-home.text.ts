import { formatDay, type Locale } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { type VacancyReason, vacancyWords } from '#domain/succession/vacancy/vacancy.model.ts'

type Vacancy = { reason: VacancyReason; on: Day | null }

const numerals = ['Tidak ada', 'Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan']

const id = {
  nothing: 'Tidak ada yang menunggu keputusan Anda',
  title: (n: number) => `${numerals[n] ?? n} hal menunggu keputusan Anda`,
  withoutReady: 'Jabatan kunci tanpa penerus siap',
  of: 'dari',
  noKey: 'Belum ada jabatan yang ditandai sebagai jabatan kunci.',
  fewer: 'Makin sedikit makin aman; sasarannya nol.',
  vacant: 'Jabatan kunci lowong atau kosong dalam 12 bulan',
  until: (day: string) => `Sampai ${day}.`,
  pool: 'Kelompok rencana suksesi',
  poolOf: 'Kotak 7, 8, dan 9 pada',
  noCycle: 'Belum ada siklus yang dipetakan.',
  absorbed: (year: number | null) => `Anggaran pengembangan terserap${year ? ` ${year}` : ''}`,
  absorbedOf: (used: string, all: string, bound: string) => `${used} dari ${all}; ${bound} sudah terikat.`,
  absorbedShare: 'Bagian pagu yang terserap',
  impact: 'Dampak program',
  compared: 'unit program dibanding unit pembanding.',
  inconclusive: (what: string) => ` Belum dapat disimpulkan: ${what}.`,
  readLimits: 'Baca batas simpulannya',
  noEvaluation: 'Belum ada program yang dievaluasi.',
  risks: 'Risiko jabatan kunci',
  positions: (n: unknown) => `${n} jabatan`,
  noBenches: 'Bangku suksesi belum dihitung. Pengelola talenta yang menjalankannya.',
  noModule: 'Modul Suksesi belum dipakai instansi ini.',
  risk: { veryHigh: 'Sangat tinggi', high: 'Tinggi', middle: 'Sedang', low: 'Rendah', unknown: 'Belum diketahui' },
  vacancy: (vacancy: Vacancy, on: Day) => vacancyWords(vacancy, on),
  noneReady: 'tidak ada penerus siap',
  ready: (n: number) => `${n} penerus siap`,
  incomplete: (n: number) => `data ${n} calon belum lengkap`,
  decisions: 'Menunggu keputusan Anda',
  noDecisions: 'Berkas yang diajukan komite muncul di sini.',
  dossier: (number: string) => `Berkas ${number}.`,
  openDossier: 'Buka berkas',
  scenario: (year: number, name: string) => `Rencana pengembangan ${year}: ${name}`,
  composed: (who: string) => `Disusun ${who}; siap ditinjau dan ditetapkan.`,
  review: 'Tinjau',
  target: (name: string) => `Target unit belum disepakati: ${name}`,
  targetWhy: (day: string) => `Program mulai ${day}. Sepakati indikator dan targetnya sebelum itu.`,
  openProgramme: 'Buka program',
  policy: (code: string, version: string) => `Aturan talenta ${code} versi ${version}`,
  policyWhy: (who: string, day: string) => `Disusun ${who}; diusulkan berlaku ${day}.`,
  budget: 'Anggaran menurut pos',
  inMillions: 'tiap pos dalam juta rupiah',
  budgetCaption: 'Anggaran menurut pos, juta rupiah',
  allLines: 'Semua pos',
  line: 'Pos',
  amount: 'Pagu',
  committed: 'Terikat',
  realised: 'Realisasi',
  total: 'Jumlah semua pos',
  notReported: 'Belum dilaporkan',
}
const en: typeof id = {
  nothing: 'Nothing waits for your decision',
  title: n => (n === 1 ? 'One matter waits for your decision' : `${n} matters wait for your decision`),
  withoutReady: 'Key posts without a ready successor',
  of: 'of',
  noKey: 'No post has been marked as a key post yet.',
  fewer: 'The fewer the safer; the aim is none.',
  vacant: 'Key posts vacant now or within 12 months',
  until: day => `Until ${day}.`,
  pool: 'Succession pool',
  poolOf: 'Boxes 7, 8 and 9 in',
  noCycle: 'No cycle has been placed yet.',
  absorbed: year => `Development budget spent${year ? ` ${year}` : ''}`,
  absorbedOf: (used, all, bound) => `${used} of ${all}; ${bound} committed.`,
  absorbedShare: 'Share of the budget spent',
  impact: 'Impact of the programme',
  compared: 'programme units against comparison units.',
  inconclusive: what => ` No conclusion possible yet: ${what}.`,
  readLimits: 'Read the limits of the conclusion',
  noEvaluation: 'No programme has been evaluated yet.',
  risks: 'Risks of key posts',
  positions: n => `${n} posts`,
  noBenches: 'The benches have not been computed yet. The talent office does it.',
  noModule: 'This agency does not use the Succession module yet.',
  risk: { veryHigh: 'Very high', high: 'High', middle: 'Medium', low: 'Low', unknown: 'Not known yet' },
  vacancy: ({ reason, on }) =>
    reason === 'vacant'
      ? `Vacant${on ? ` since ${formatDay(on, 'long', 'en')}` : ''}`
      : reason === 'acting'
        ? `Acting holder${on ? ` since ${formatDay(on, 'long', 'en')}` : ''}`
        : reason === 'retiring'
          ? `Retires${on ? ` ${formatDay(on, 'long', 'en')}` : ''}`
          : reason === 'retirement-unknown'
            ? 'Retirement date not known'
            : 'Filled',
  noneReady: 'no ready successor',
  ready: n => (n === 1 ? '1 ready successor' : `${n} ready successors`),
  incomplete: n => (n === 1 ? 'data of 1 candidate incomplete' : `data of ${n} candidates incomplete`),
  decisions: 'Waiting for your decision',
  noDecisions: 'Dossiers submitted by the committee appear here.',
  dossier: number => `Dossier ${number}.`,
  openDossier: 'Open the dossier',
  scenario: (year, name) => `Development plan ${year}: ${name}`,
  composed: who => `Composed by ${who}; ready to be reviewed and adopted.`,
  review: 'Review',
  target: name => `No unit target agreed: ${name}`,
  targetWhy: day => `The programme begins ${day}. Agree the indicator and its target before.`,
  openProgramme: 'Open the programme',
  policy: (code, version) => `Talent rules ${code}, version ${version}`,
  policyWhy: (who, day) => `Written by ${who}; proposed to take effect on ${day}.`,
  budget: 'Budget by line',
  inMillions: 'each line in million rupiah',
  budgetCaption: 'Budget by line, million rupiah',
  allLines: 'All lines',
  line: 'Line',
  amount: 'Budget',
  committed: 'Committed',
  realised: 'Spent',
  total: 'All lines together',
  notReported: 'Not reported yet',
}

/** Words of the leader's home. */
export const leaderHomeText = (locale: Locale) => ({ id, en })[locale]
