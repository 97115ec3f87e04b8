import type { Screen } from '#platform/web/screen.ts'

const readers = ['hr_officer', 'auditor', 'supervisor'] as const
const everybody = ['asn', 'supervisor', 'hr_officer', 'committee', 'leader', 'facilitator', 'auditor'] as const

/** URLs of this room. */
export const workforceScreens: Screen[] = [
  {
    path: '/hak-saya/disabilitas',
    needsEmployee: true,
    file: 'domain/workforce/disability/disability.page.tsx',
    title: 'Pernyataan disabilitas',
    titleEn: 'Statement of disability',
    roles: ['asn'],
  },
  {
    path: '/data/pegawai',
    file: 'domain/workforce/employee/employees.page.tsx',
    title: 'Pegawai',
    titleEn: 'People',
    roles: readers,
    menu: ['Data', 'Pegawai'],
  },
  {
    path: '/data/pegawai/:employeeId',
    file: 'domain/workforce/employee/record.page.tsx',
    title: 'Riwayat pegawai',
    titleEn: 'Records of a person',
    roles: ['hr_officer', 'auditor', 'supervisor', 'committee', 'asn'],
  },
  {
    path: '/data/pegawai/:employeeId/skp',
    file: 'domain/workforce/appraisal/appraisal.page.tsx',
    title: 'Catat predikat kinerja',
    titleEn: 'Record an appraisal',
    roles: ['hr_officer'],
  },
  {
    path: '/data/pegawai/:employeeId/diklat/baru',
    file: 'domain/workforce/training/record-training.page.tsx',
    title: 'Catat pelatihan',
    titleEn: 'Record a training',
    roles: ['hr_officer'],
  },
  {
    path: '/data/pegawai/:employeeId/diklat/:trainingId',
    file: 'domain/workforce/training/correct-training.page.tsx',
    title: 'Betulkan catatan pelatihan',
    titleEn: 'Correct a training',
    roles: ['hr_officer'],
  },
  {
    path: '/data/unit',
    file: 'domain/workforce/unit/units.page.tsx',
    title: 'Unit',
    titleEn: 'Units',
    roles: ['hr_officer', 'auditor', 'committee', 'leader'],
    menu: ['Data', 'Unit'],
  },
  {
    path: '/data/unit/:unitId',
    file: 'domain/workforce/unit/unit.page.tsx',
    title: 'Unit kerja',
    titleEn: 'Unit',
    roles: ['hr_officer', 'auditor', 'committee', 'leader'],
  },
  {
    path: '/data/jabatan',
    file: 'domain/workforce/position/positions.page.tsx',
    title: 'Jabatan',
    titleEn: 'Positions',
    roles: ['hr_officer', 'auditor', 'committee', 'leader'],
    menu: ['Data', 'Jabatan'],
  },
  {
    path: '/data/jabatan/:positionId',
    file: 'domain/workforce/position/position.page.tsx',
    title: 'Jabatan dan tanda kritikal',
    titleEn: 'Position and key mark',
    roles: ['hr_officer', 'auditor', 'committee', 'leader'],
  },
  {
    path: '/evaluasi/indikator',
    file: 'domain/workforce/indicator/indicators.page.tsx',
    title: 'Indikator unit',
    titleEn: 'Unit indicators',
    roles: everybody.filter(r => r !== 'asn'),
    menu: ['Evaluasi', 'Indikator unit'],
  },
]
