import type { Role } from '#platform/access/actor.ts'
import { roleWords } from './role-words.ts'

const lines: Partial<Record<Role, string>> = {
  asn: 'jalur ke jabatan sasaran, rencana, JP',
  supervisor: 'antrean sepuluh menit untuk satu tim',
  hr_officer: 'menjalankan siklus, menyusun rencana, menjaga mutu data',
  leader: 'lima angka, risiko jabatan, persetujuan',
  committee: 'peta talenta dan sidang',
  facilitator: 'jadwal, catatan sesi, beban',
  auditor: 'memeriksa rantai bukti dan laporan keadilan',
  dpo: 'permintaan subjek data',
  admin: 'peran, integrasi, jejak audit; tanpa nilai pribadi',
}

/** Words on the doors of the role chooser. */
export const demoWords = Object.fromEntries(
  Object.entries(roleWords).map(([role, words]) => [role, { title: words.id, line: lines[role as Role] ?? '' }]),
) as Record<Role, { title: string; line: string }>
