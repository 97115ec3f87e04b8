import type { Chance } from './chance.ts'
import type { Unit } from './units.ts'

export type Group = 'jpt' | 'administrator' | 'pengawas' | 'guru' | 'kesehatan' | 'teknis' | 'pelaksana'
/** A structural post with the post above it; titles are unique in a unit. */
export type Post = {
  title: string
  unit: Unit
  group: Group
  echelon: string
  family: string
  /** Title and unit of the post above; null: the regent. */
  above: { title: string; unit: string } | null
  isVacant: boolean
}

const secretary = { title: 'Sekretaris Daerah', unit: 'Sekretariat Daerah' }

/** Title of the head of a unit. */
export const headTitle = (unit: Unit): string => {
  if (unit.short === 'Setda') return 'Sekretaris Daerah'
  if (unit.short === 'Setwan') return 'Sekretaris DPRD'
  if (unit.kind === 'inspektorat') return 'Inspektur'
  if (unit.kind === 'kecamatan') return 'Camat'
  if (unit.kind === 'rsud') return `Direktur ${unit.name}`
  return `Kepala ${unit.name}`
}

/** The structural posts of a unit, heads first. */
export const structuralPosts = (unit: Unit, whole: boolean): Post[] => {
  const head = headTitle(unit)
  const under = { title: head, unit: unit.name }
  const post = (title: string, group: Group, echelon: string, above: Post['above'], family = unit.family): Post => ({
    title,
    unit,
    group,
    echelon,
    family,
    above,
    isVacant: false,
  })
  const sections = (title: string, above: string, names: readonly string[], echelon = 'IV.a') =>
    names.map(name => post(`${title} ${name}`, 'pengawas', echelon, { title: above, unit: unit.name }))
  if (unit.short === 'Setda') {
    const assistants = ['Pemerintahan dan Kesejahteraan Rakyat', 'Perekonomian dan Pembangunan', 'Administrasi Umum']
    return [
      post(head, 'jpt', 'II.a', null),
      ...assistants.map(a => post(`Asisten ${a}`, 'jpt', 'II.b', under)),
      ...unit.divisions.flatMap((d, i) => {
        const chief = `Kepala Bagian ${d}`
        return [
          post(chief, 'administrator', 'III.a', {
            title: `Asisten ${assistants[Math.floor(i / 3)] ?? assistants[2]}`,
            unit: unit.name,
          }),
          ...sections(
            'Kepala Subbagian',
            chief,
            whole ? [`Bina ${d}`, `Kebijakan ${d}`, `Evaluasi ${d}`] : [`Bina ${d}`],
          ),
        ]
      }),
    ]
  }
  if (unit.kind === 'kecamatan')
    return [
      post(head, 'administrator', 'III.a', secretary),
      post('Sekretaris Kecamatan', 'administrator', 'III.b', under),
      ...sections('Kepala Seksi', head, [
        'Pemerintahan',
        'Pelayanan Umum',
        'Ketenteraman dan Ketertiban',
        'Pemberdayaan Masyarakat',
      ]),
      ...sections('Kepala Subbagian', 'Sekretaris Kecamatan', ['Umum', 'Perencanaan dan Keuangan'], 'IV.b'),
      ...sections('Lurah', head, [unit.name.replace('Kecamatan ', '')]),
    ]
  if (unit.kind === 'rsud')
    return [
      post(head, 'administrator', 'III.a', { title: 'Kepala Dinas Kesehatan', unit: 'Dinas Kesehatan' }),
      ...unit.divisions.flatMap(d => sections('Kepala Seksi', head, [d, `Mutu ${d}`])),
      ...sections('Kepala Subbagian', head, ['Umum']),
    ]
  const second =
    unit.short === 'Setwan' ? null : unit.kind === 'inspektorat' ? 'Sekretaris Inspektorat' : `Sekretaris ${unit.short}`
  const chiefOf = (d: string) =>
    unit.short === 'Setwan'
      ? `Kepala Bagian ${d}`
      : unit.kind === 'inspektorat'
        ? `Inspektur Pembantu ${d}`
        : `Kepala Bidang ${d}`
  const small =
    unit.kind === 'inspektorat'
      ? []
      : unit.side === 'programme'
        ? ['Perencanaan', 'Pembangunan', 'Pengendalian']
        : ['Perencanaan', 'Pelaksanaan']
  return [
    post(head, 'jpt', 'II.b', secretary),
    ...(second
      ? [
          post(second, 'administrator', 'III.a', under),
          ...sections(
            'Kepala Subbagian',
            second,
            whole ? ['Umum dan Kepegawaian', 'Keuangan', 'Program'] : ['Umum dan Kepegawaian'],
          ),
        ]
      : []),
    ...unit.divisions.flatMap(d => [
      post(
        chiefOf(d),
        'administrator',
        unit.kind === 'inspektorat' || unit.short === 'Setwan' ? 'III.a' : 'III.b',
        under,
      ),
      ...(unit.short === 'DPUPR' && d === 'Bina Marga'
        ? sections('Kepala Seksi', chiefOf(d), [
            'Pembangunan Jalan dan Jembatan',
            'Pemeliharaan Jalan',
            'Perencanaan Jalan',
          ])
        : unit.short === 'Disperkim' && d === 'Kawasan Permukiman'
          ? sections('Kepala Seksi', chiefOf(d), [
              'Kawasan Permukiman',
              'Prasarana Permukiman',
              'Pengendalian Permukiman',
            ])
          : sections(
              'Kepala Seksi',
              chiefOf(d),
              (whole ? small : small.slice(0, unit.side === 'programme' ? 3 : 1)).map(s => `${s} ${d}`),
            )),
    ]),
    ...(whole && unit.kind === 'dinas'
      ? sections('Kepala UPTD', head, ['Wilayah Utara', 'Wilayah Selatan'], 'IV.a')
      : []),
  ]
}

/** Technical functional careers of a field of work. */
const functionalOf: Record<string, string[]> = {
  Infrastruktur: ['Teknik Jalan dan Jembatan', 'Penata Ruang', 'Teknik Pengairan', 'Pembina Jasa Konstruksi'],
  Perencanaan: ['Perencana', 'Peneliti Kebijakan'],
  Kepegawaian: ['Analis SDM Aparatur', 'Asesor SDM Aparatur'],
  Keuangan: ['Analis Keuangan', 'Penilai Aset'],
  Pengawasan: ['Auditor', 'Pengawas Urusan Pemerintahan'],
  Pertanian: ['Penyuluh Pertanian', 'Medik Veteriner'],
  Lingkungan: ['Pengendali Dampak Lingkungan', 'Pengawas Lingkungan Hidup'],
  'Komunikasi dan Informatika': ['Pranata Komputer', 'Pranata Humas'],
  Perhubungan: ['Penguji Kendaraan Bermotor'],
  Sosial: ['Pekerja Sosial', 'Penyuluh Keluarga Berencana'],
  Ekonomi: ['Pengawas Perdagangan', 'Penata Perizinan'],
  'Administrasi Umum': ['Arsiparis', 'Pustakawan'],
  Pemerintahan: ['Analis Kebijakan', 'Analis Hukum'],
  'Tata Kelola Pendidikan': ['Pengembang Kurikulum Daerah', 'Analis Kebijakan'],
  'Tata Kelola Kesehatan': ['Administrator Kesehatan', 'Analis Kebijakan'],
}

export const technicalTitle = (chance: Chance, unit: Unit): { title: string; tier: string } => {
  const tier = chance.weighted([
    ['Ahli Pertama', 45],
    ['Ahli Muda', 42],
    ['Ahli Madya', 13],
  ] as const)
  const career = chance.pick(functionalOf[unit.family] ?? ['Analis Kebijakan'])
  return { title: `${career} ${tier}`, tier: `JF ${tier}` }
}

export const teacherTitle = (chance: Chance, employment: string): { title: string; tier: string } => {
  const tier =
    employment === 'PPPK'
      ? chance.weighted([
          ['Ahli Pertama', 97],
          ['Ahli Muda', 3],
        ] as const)
      : chance.weighted([
          ['Ahli Pertama', 25],
          ['Ahli Muda', 50],
          ['Ahli Madya', 25],
        ] as const)
  return { title: `Guru ${tier}`, tier: `JF ${tier}` }
}

export const healthTitle = (chance: Chance): { title: string; tier: string } => {
  const [career, tier] = chance.weighted([
    [['Perawat', 'Terampil'], 26],
    [['Perawat', 'Ahli Pertama'], 20],
    [['Bidan', 'Terampil'], 24],
    [['Bidan', 'Mahir'], 10],
    [['Dokter', 'Ahli Pertama'], 8],
    [['Dokter', 'Ahli Madya'], 3],
    [['Apoteker', 'Ahli Pertama'], 4],
    [['Sanitarian', 'Terampil'], 5],
  ] as const)
  return { title: `${career} ${tier}`, tier: `JF ${tier}` }
}

export const executorTitles = [
  'Pengadministrasi Umum',
  'Pengelola Layanan Operasional',
  'Penata Layanan Operasional',
  'Operator Layanan Operasional',
  'Pengolah Data dan Informasi',
  'Penelaah Teknis Kebijakan',
] as const
