import type { Screen } from '#platform/web/screen.ts'

const everybody = ['asn', 'supervisor', 'hr_officer', 'committee', 'leader', 'facilitator', 'auditor'] as const
const judges = ['hr_officer', 'committee', 'auditor'] as const

/** URLs of this room. */
export const competencyScreens: Screen[] = [
  {
    path: '/kompetensi/kamus',
    file: 'domain/competency/dictionary/dictionary.page.tsx',
    title: 'Kamus kompetensi',
    titleEn: 'Competency dictionary',
    roles: everybody,
    menu: ['Kompetensi', 'Kamus'],
  },
  {
    path: '/kompetensi/kamus/:competencyId',
    file: 'domain/competency/dictionary/competency.page.tsx',
    title: 'Kompetensi',
    titleEn: 'Competency',
    roles: everybody,
  },
  {
    path: '/kompetensi/standar',
    file: 'domain/competency/position-standard/standards.page.tsx',
    title: 'Standar jabatan',
    titleEn: 'Position standards',
    roles: everybody,
    menu: ['Kompetensi', 'Standar jabatan'],
  },
  {
    path: '/kompetensi/standar/:standardId',
    file: 'domain/competency/position-standard/standard.page.tsx',
    title: 'Standar sebuah jabatan',
    titleEn: 'Standard of a post',
    roles: everybody,
  },
  {
    path: '/kompetensi/profil',
    file: 'domain/competency/assessment/profiles.page.tsx',
    title: 'Profil kompetensi',
    titleEn: 'Competency profiles',
    roles: ['asn', ...judges],
    menu: ['Kompetensi', 'Profil'],
  },
  {
    path: '/kompetensi/profil/:employeeId',
    file: 'domain/competency/assessment/profile.page.tsx',
    title: 'Profil kompetensi seseorang',
    titleEn: 'Competency profile of a person',
    roles: ['asn', ...judges],
  },
  {
    path: '/kompetensi/kesenjangan',
    file: 'domain/competency/gap/organisation.page.tsx',
    title: 'Kesenjangan organisasi',
    titleEn: 'Gaps of the organisation',
    roles: judges,
    menu: ['Kompetensi', 'Kesenjangan'],
  },
  {
    path: '/kompetensi/kesenjangan/:employeeId',
    file: 'domain/competency/gap/gap.page.tsx',
    title: 'Kesenjangan kompetensi',
    titleEn: 'Competency gaps',
    roles: ['asn', ...judges],
  },
  {
    path: '/kompetensi/permintaan',
    file: 'domain/competency/request/requests.page.tsx',
    title: 'Permintaan penilaian dan bukti',
    titleEn: 'Requests for levels and papers',
    roles: ['asn', 'supervisor', 'hr_officer', 'auditor'],
    menu: ['Kompetensi', 'Permintaan'],
  },
  {
    path: '/kompetensi/permintaan/:requestId',
    file: 'domain/competency/request/request.page.tsx',
    title: 'Menilai satu level',
    titleEn: 'Rate one level',
    roles: ['supervisor'],
  },
  {
    path: '/kompetensi/bukti/baru',
    file: 'domain/competency/request/submit-paper.page.tsx',
    title: 'Unggah bukti kompetensi',
    titleEn: 'Hand in a paper',
    roles: ['asn'],
  },
  {
    path: '/kompetensi/bukti/:evidenceId',
    file: 'domain/competency/request/paper.page.tsx',
    title: 'Bukti kompetensi',
    titleEn: 'A paper',
    roles: ['asn', 'hr_officer', 'auditor'],
  },
  {
    path: '/kompetensi/bukti/:evidenceId/berkas',
    file: 'domain/competency/request/paper-file.page.ts',
    title: 'Berkas bukti',
    titleEn: 'The file of a paper',
    roles: ['asn', 'hr_officer', 'auditor'],
    isResource: true,
  },
]
