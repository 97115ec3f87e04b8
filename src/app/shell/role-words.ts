import type { Role } from '#platform/access/actor.ts'

/** What a role is called on screens. */
export const roleWords: Record<Role, { id: string; en: string }> = {
  asn: { id: 'Pegawai (ASN)', en: 'Employee' },
  supervisor: { id: 'Atasan', en: 'Supervisor' },
  hr_officer: { id: 'Pengelola BKPSDM', en: 'HR officer' },
  committee: { id: 'Komite talenta', en: 'Talent committee' },
  leader: { id: 'Pimpinan', en: 'Leader' },
  facilitator: { id: 'Fasilitator, coach, mentor', en: 'Facilitator, coach, mentor' },
  assessor: { id: 'Asesor kompetensi', en: 'Assessor' },
  auditor: { id: 'Auditor Inspektorat', en: 'Auditor' },
  dpo: { id: 'Pelindungan data (PPDP)', en: 'Data protection officer' },
  admin: { id: 'Admin sistem', en: 'System administrator' },
  system: { id: 'Sistem', en: 'System' },
  visitor: { id: 'Tamu', en: 'Visitor' },
}

/** The order of the doors on the role chooser. */
export const demoRoles: readonly Role[] = [
  'asn',
  'supervisor',
  'hr_officer',
  'leader',
  'committee',
  'facilitator',
  'assessor',
  'auditor',
  'dpo',
  'admin',
]
