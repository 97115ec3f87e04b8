import type { DossierState } from './dossier.store.ts'

export const dossierStateWords: Record<DossierState, string> = {
  draft: 'Draf',
  submitted: 'Menunggu putusan',
  decided: 'Diputus',
  returned: 'Dikembalikan',
}
export const decisionWords = { approved: 'Disetujui', rejected: 'Belum disetujui' } as const

export const evidenceStateWords = { valid: 'Berlaku', expired: 'Kedaluwarsa', missing: 'Belum ada' } as const
export const evidenceMark = { valid: 'known', expired: 'expired', missing: 'unknown' } as const

/** Acts of the audit trail as people call them. */
export const actionWords: Record<string, string> = {
  'place-cycle': 'Pemetaan talenta',
  'compute-benches': 'Penyusunan bangku',
  'prepare-dossier': 'Berkas disiapkan',
  'submit-dossier': 'Berkas diajukan',
  'return-dossier': 'Berkas dikembalikan',
  'decide-dossier': 'Berkas diputus',
}
