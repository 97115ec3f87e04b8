import type { Screen } from '#platform/web/screen.ts'

/** URLs of this room. An evaluation is of a programme, so whoever may read programmes may read it. */
export const impactScreens: Screen[] = [
  {
    path: '/evaluasi',
    file: 'domain/impact/evaluation/evaluations.page.tsx',
    title: 'Evaluasi program',
    titleEn: 'Programme evaluations',
    roles: ['hr_officer', 'committee', 'leader', 'supervisor', 'facilitator', 'auditor'],
    module: 'impact',
    menu: ['Evaluasi', 'Program'],
  },
  {
    path: '/evaluasi/:programmeId',
    file: 'domain/impact/evaluation/evaluation.page.tsx',
    title: 'Evaluasi program',
    titleEn: 'Programme evaluation',
    roles: ['hr_officer', 'committee', 'leader', 'supervisor', 'facilitator', 'auditor'],
    module: 'impact',
  },
]
