import { addCandidate } from '#domain/succession/bench/add-candidate.ts'
import { computeBenches } from '#domain/succession/bench/compute-benches.ts'
import { prepareDossier, submitDossier } from '#domain/succession/dossier/prepare-dossier.ts'
import { markKeyPosition } from '#domain/workforce/position/mark-key-position.ts'
import { sql } from '#platform/database/database.ts'
import { today } from '../world/people.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'

/** Key posts beside all leading ones: what the regency could not do without, or finds hard to fill. */
const scarce: [title: string, reason: string][] = [
  ['Kepala Bidang Bina Marga', 'Jalan dan jembatan adalah sasaran utama RPJMD dan menuntut pengalaman teknis panjang.'],
  ['Kepala Bidang Cipta Karya', 'Bangunan publik dan sanitasi menentukan sasaran infrastruktur.'],
  ['Kepala Bidang Kawasan Permukiman', 'Penataan kawasan kumuh menentukan sasaran permukiman.'],
  ['Kepala Bidang Perumahan', 'Rumah layak huni adalah sasaran RPJMD.'],
  ['Kepala Bidang Infrastruktur Wilayah', 'Memadukan rencana infrastruktur semua unit.'],
  ['Kepala Bidang Irigasi', 'Ketahanan pangan bergantung pada jaringan irigasi.'],
  ['Kepala Seksi Pembangunan Jalan dan Jembatan', 'Sedikit orang menguasai pengawasan mutu jembatan.'],
  ['Kepala Bidang Anggaran', 'Penyusunan APBD tidak dapat tertunda.'],
  ['Kepala Bidang Aset', 'Penatausahaan aset menentukan opini laporan keuangan.'],
  ['Kepala Bidang Informatika', 'Keamanan informasi dikuasai oleh sedikit orang.'],
  ['Kepala Bagian Pengadaan Barang dan Jasa', 'Pengadaan menentukan ketepatan waktu paket.'],
  ['Kepala Bidang Pengembangan Kompetensi', 'Rencana pengembangan kompetensi seluruh pegawai.'],
  ['Inspektur Pembantu I', 'Pengawasan unit infrastruktur membutuhkan auditor berpengalaman.'],
]

/** Key posts marked, benches computed, one decision before the leader. */
export const prepareSuccession = async (acts: Acts, cast: Cast, step: (line: string) => void): Promise<void> => {
  const posts = await acts.rows<{ id: string; name: string; tier: string }>(
    sql`select id, name, tier from workforce.v_positions where seats = 1 and (tier = 'JPT Pratama' or name = any (${scarce.map(([title]) => title)})) order by tier, name, id`,
  )
  for (const post of posts) {
    const reason = scarce.find(([title]) => title === post.name)?.[1]
    await acts.as(cast.officer, 'hr_officer', '2026-09-14', markKeyPosition, {
      positionId: post.id,
      isKey: true,
      isStrategic: true,
      isScarce: reason !== undefined,
      impactClass: post.tier === 'JPT Pratama' ? 5 : 4,
      reason: reason ?? 'Pimpinan unit menentukan tercapainya sasaran RPJMD bidangnya.',
    })
  }
  await acts.as(cast.officer, 'hr_officer', today, computeBenches, {})
  step(`${posts.length} jabatan kunci ditandai dan bangku suksesinya dihitung.`)

  const [post] = await acts.rows<{ id: string }>(
    sql`select id from workforce.v_positions where name = 'Kepala Bidang Kawasan Permukiman'`,
  )
  const [graduate] = await acts.rows<{ id: string }>(
    sql`select id from workforce.v_people where name = 'Yuliana Rahmawati' order by id limit 1`,
  )
  if (!post || !graduate) throw new Error('The demo lacks the post or the person of its decision.')
  const known = await acts.rows(
    sql`select 1 from succession.v_readiness where position_id = ${post.id} and employee_id = ${graduate.id}`,
  )
  if (known.length === 0)
    await acts.as(cast.committee, 'committee', today, addCandidate, {
      positionId: post.id,
      employeeId: graduate.id,
      reason: 'Lulusan Program Talenta Infrastruktur yang memimpin paket kecil tepat waktu.',
    })
  const { id: dossierId, number } = await acts.as(cast.officer, 'hr_officer', today, prepareDossier, {
    positionId: post.id,
    employeeId: graduate.id,
    recommendation: 'Menempatkan Yuliana Rahmawati sebagai Kepala Bidang Kawasan Permukiman.',
    considerations:
      'Memenuhi syarat jabatan. Menyelesaikan Program Talenta Infrastruktur, memimpin satu paket kecil tepat waktu, dan menerapkan tiga perilaku yang disepakati menurut dua pihak.',
    dissent: 'Satu anggota komite berpendapat Pelatihan Kepemimpinan Administrator sebaiknya selesai lebih dahulu.',
    explanation: null,
  })
  await acts.as(cast.officer, 'hr_officer', today, submitDossier, { dossierId })
  step(`Berkas keputusan ${number} diajukan dan menunggu pimpinan.`)
}
