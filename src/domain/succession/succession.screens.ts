import type { Screen } from '#platform/web/screen.ts'

const readers = ['hr_officer', 'committee', 'auditor'] as const
const governing = [...readers, 'leader'] as const

/** URLs of this room. */
export const successionScreens: Screen[] = [
  {
    path: '/suksesi',
    file: 'domain/succession/bench/benches.page.tsx',
    title: 'Bangku suksesi',
    titleEn: 'Succession bench',
    roles: governing,
    module: 'succession',
    menu: ['Suksesi', 'Bangku'],
  },
  {
    path: '/suksesi/:positionId',
    file: 'domain/succession/bench/bench.page.tsx',
    title: 'Bangku jabatan',
    titleEn: 'Bench of a post',
    roles: governing,
    module: 'succession',
  },
  {
    path: '/suksesi/:positionId/:employeeId',
    file: 'domain/succession/readiness/candidate.page.tsx',
    title: 'Kesiapan calon',
    titleEn: 'Readiness of a candidate',
    roles: readers,
    module: 'succession',
  },
  {
    path: '/keputusan',
    file: 'domain/succession/dossier/dossiers.page.tsx',
    title: 'Berkas keputusan',
    titleEn: 'Decision dossiers',
    roles: governing,
    module: 'succession',
    menu: ['Keputusan', 'Berkas'],
  },
  {
    path: '/keputusan/baru',
    file: 'domain/succession/dossier/prepare-dossier.page.tsx',
    title: 'Siapkan berkas',
    titleEn: 'Prepare a dossier',
    roles: ['hr_officer'],
    module: 'succession',
  },
  {
    path: '/keputusan/:dossierId',
    file: 'domain/succession/dossier/dossier.page.tsx',
    title: 'Berkas',
    titleEn: 'Dossier',
    roles: [...governing, 'asn', 'supervisor', 'facilitator'],
    module: 'succession',
  },
  {
    path: '/keputusan/:dossierId.pdf',
    file: 'domain/succession/dossier/dossier-pdf.page.ts',
    title: 'Salinan berkas (PDF)',
    titleEn: 'Dossier as PDF',
    roles: governing,
    module: 'succession',
    isResource: true,
  },
]
