import type { Screen } from '#platform/web/screen.ts'

const importers = ['hr_officer'] as const
const readers = ['hr_officer', 'auditor'] as const

/** URLs of this room. */
export const exchangeScreens: Screen[] = [
  {
    path: '/data/impor',
    file: 'exchange/import/imports.page.tsx',
    title: 'Impor',
    titleEn: 'Import',
    roles: readers,
    menu: ['Data', 'Impor'],
  },
  {
    path: '/data/impor/:importId',
    file: 'exchange/import/import.page.tsx',
    title: 'Hasil uji coba impor',
    titleEn: 'Import dry run',
    roles: readers,
  },
  {
    path: '/data/impor/:importId/batal',
    file: 'exchange/import/undo-import.page.tsx',
    title: 'Batalkan kiriman',
    titleEn: 'Undo an import',
    roles: importers,
  },
  {
    path: '/data/impor/:importId/:position/bertanda',
    file: 'exchange/import/marked-file.page.ts',
    title: 'Berkas bertanda',
    titleEn: 'Marked file',
    roles: readers,
    isResource: true,
  },
  {
    path: '/data/ekspor',
    file: 'exchange/export/exports.page.tsx',
    title: 'Ekspor',
    titleEn: 'Export',
    roles: readers,
    menu: ['Data', 'Ekspor'],
  },
  {
    path: '/data/ekspor/:kind',
    file: 'exchange/export/export-file.page.ts',
    title: 'Berkas ekspor',
    titleEn: 'Export file',
    roles: readers,
    isResource: true,
  },
  {
    path: '/data/mutu',
    file: 'exchange/data-quality/data-quality.page.tsx',
    title: 'Mutu data',
    titleEn: 'Data quality',
    roles: readers,
    menu: ['Data', 'Mutu'],
  },
  {
    path: '/data/mutu/:rule',
    file: 'exchange/data-quality/defects.page.tsx',
    title: 'Daftar cacat data',
    titleEn: 'Defects of data',
    roles: readers,
  },
]
