import { tierOf } from '#domain/workforce/position/position-tier.ts'
import type { Person } from './people.ts'
import type { Post } from './posts.ts'

export const nationalCodes = ['M.1', 'M.2', 'M.3', 'M.4', 'M.5', 'M.6', 'M.7', 'M.8', 'SK.1'] as const

/** Technical competencies by field of work; the code is `T.` and the name. */
export const technicalOf: Record<string, string[]> = {
  Infrastruktur: ['Manajemen Proyek', 'Pengelolaan Kontrak Konstruksi', 'Pengawasan Mutu Konstruksi'],
  Perencanaan: ['Perencanaan Pembangunan', 'Analisis Data', 'Manajemen Proyek'],
  Kepegawaian: ['Manajemen Talenta', 'Analisis Data'],
  Keuangan: ['Penganggaran Daerah', 'Akuntansi Pemerintahan'],
  Pengawasan: ['Audit Internal', 'Manajemen Risiko'],
  Pertanian: ['Penyuluhan', 'Analisis Data'],
  Lingkungan: ['Pengendalian Pencemaran', 'Analisis Data'],
  'Komunikasi dan Informatika': ['Keamanan Informasi', 'Analisis Data'],
  Perhubungan: ['Keselamatan Transportasi', 'Manajemen Proyek'],
  Sosial: ['Pendampingan Sosial', 'Analisis Data'],
  Ekonomi: ['Analisis Kebijakan', 'Pelayanan Perizinan'],
  'Administrasi Umum': ['Tata Kelola Arsip', 'Analisis Data'],
  Pemerintahan: ['Analisis Kebijakan', 'Pelayanan Publik'],
  'Tata Kelola Pendidikan': ['Analisis Kebijakan', 'Perencanaan Pembangunan'],
  'Tata Kelola Kesehatan': ['Manajemen Layanan Kesehatan', 'Analisis Data'],
}
export const technicalNames = [...new Set(Object.values(technicalOf).flat()), 'Pengadaan Barang dan Jasa'].sort()

/** The level every national competency of a tier asks for (PermenPANRB 38/2017). */
export const levelOfTier = (tier: string): number =>
  tier === 'JPT Pratama' || tier === 'JF Ahli Madya' ? 4 : tier === 'Administrator' || tier === 'JF Ahli Muda' ? 3 : 2

/** One standard per title in scope: nine national levels, the technical ones of its field, further requirements. */
export const standardsOf = (posts: readonly Post[], people: readonly Person[]) => {
  const seen = new Map<string, { title: string; written: string; family: string }>()
  for (const p of posts) seen.set(p.title, { title: p.title, written: p.echelon, family: p.family })
  for (const p of people)
    if (p.group === 'teknis' && !seen.has(p.title))
      seen.set(p.title, { title: p.title, written: p.tier, family: p.family })
  return [...seen.values()].map(({ title, written, family }) => {
    const tier = tierOf(title, written)
    const level = levelOfTier(tier)
    return {
      title,
      tier,
      family,
      level,
      technical: (technicalOf[family] ?? ['Analisis Kebijakan']).map((name, i) => ({
        name,
        level: Math.max(1, i === 0 ? level : level - 1),
      })),
      education: tier === 'Pengawas' ? 'D-III' : 'S-1',
      rank:
        {
          'JPT Pratama': 'IV/b',
          Administrator: 'III/d',
          Pengawas: 'III/b',
          'JF Ahli Madya': 'IV/a',
          'JF Ahli Muda': 'III/c',
        }[tier] ?? 'III/a',
      training: { 'JPT Pratama': 'PKN II', Administrator: 'PKA', Pengawas: 'PKP' }[tier] ?? null,
    }
  })
}
