import { decideProposal } from '#domain/competency/dictionary/decide-version.ts'
import { proposeCompetency } from '#domain/competency/dictionary/propose-version.ts'
import { sql } from '#platform/database/database.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'

const contract = [
  ['Mengenal isi kontrak dan dokumen pendukungnya', 'menyusun arsip kontrak', 'menyebut hak dan kewajiban para pihak'],
  ['Memeriksa kemajuan satu paket terhadap kontraknya', 'mengisi berita acara kemajuan', 'melaporkan keterlambatan'],
  [
    'Mengendalikan satu paket sampai serah terima',
    'menilai usul perubahan kontrak',
    'menghitung denda dan penyesuaian harga',
  ],
  [
    'Mengendalikan banyak paket dan sengketanya',
    'memutuskan pemutusan kontrak',
    'menegosiasikan penyelesaian sengketa',
  ],
  ['Menetapkan kebijakan kontrak konstruksi daerah', 'menyusun pedoman daerah', 'membina pengendali kontrak'],
] as const
const hydrology = [
  ['Membaca data hujan dan debit', 'mengambil data dari pos hujan'],
  ['Menghitung debit rencana dengan cara baku', 'memilih data yang lengkap', 'menjelaskan asumsinya'],
  ['Membangun model hidrologi satu daerah aliran', 'memeriksa hasil model terhadap data lapangan'],
  ['Menilai model pihak lain dan menyatukan hasilnya', 'menemukan asumsi yang keliru', 'menyusun saran perbaikan'],
  ['Mengembangkan cara hitung untuk kabupaten', 'menyusun panduan', 'membina perencana unit lain'],
] as const

const levelsOf = (lines: readonly (readonly string[])[]) =>
  lines.map(([description, ...indicators], i) => ({ level: i + 1, description, indicators }))

/** A technical competency gets its definition and levels by two people; another proposal waits. */
export const keepDictionary = async (acts: Acts, cast: Cast, step: (line: string) => void): Promise<void> => {
  const [known] = await acts.rows<{ id: string; name: string }>(
    sql`select id, name from competency.v_competencies where kind = 'technical' and name like 'Pengelolaan Kontrak%' order by code limit 1`,
  )
  if (known) {
    const { id } = await acts.as(cast.officer, 'hr_officer', '2026-11-16', proposeCompetency, {
      competencyId: known.id,
      name: known.name,
      domain: 'Pekerjaan Umum',
      builder: 'Kementerian Pekerjaan Umum',
      definition: 'Kemampuan menyusun, mengendalikan, dan menyelesaikan kontrak pekerjaan konstruksi.',
      levels: levelsOf(contract),
      validFrom: '2026-11-17',
      basis: 'Keputusan Bupati Contoh 800/114/2026',
      reason: 'Atasan meminta contoh perilaku agar dapat menilai dengan adil.',
    })
    await acts.as(cast.leader, 'leader', '2026-11-17', decideProposal, {
      versionId: id,
      decision: 'approved',
      reason: 'Isinya sesuai dengan pedoman kementerian.',
    })
  }
  await acts.as(cast.officer, 'hr_officer', '2026-11-20', proposeCompetency, {
    name: 'Pemodelan Hidrologi',
    domain: 'Pekerjaan Umum',
    builder: 'Kementerian Pekerjaan Umum',
    definition: 'Kemampuan memperkirakan hujan dan debit untuk perencanaan drainase dan pengendalian banjir.',
    levels: levelsOf(hydrology),
    validFrom: '2027-01-04',
    basis: 'Nota dinas 77/DPUPR/2026',
    reason: 'Dibutuhkan Bidang Sumber Daya Air untuk rencana induk drainase.',
  })
  step(`Kamus: ${known ? 1 : 0} kompetensi teknis dilengkapi oleh dua orang, satu usulan menunggu.`)
}
