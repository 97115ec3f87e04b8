import { addDays, type Day } from '#core/values/day.ts'
import type { Chance } from './chance.ts'
import { technicalNames } from './standards.ts'

type Effect = [code: string, from: number, to: number]
export type Module = {
  code: string
  name: string
  method: string
  share: 70 | 20 | 10
  jp: number
  cost: number
  isInternal: boolean
  seats: number
  effects: Effect[]
  prerequisites: string[][]
}

const m = (
  code: string,
  name: string,
  method: string,
  share: 70 | 20 | 10,
  jp: number,
  cost: number,
  seats: number,
  effects: Effect[],
  isInternal = true,
  prerequisites: string[][] = [],
): Module => ({
  code,
  name,
  method,
  share,
  jp,
  cost,
  isInternal,
  seats,
  effects,
  prerequisites,
})

/** About forty ways to learn: on the job, with others, in class. */
export const modules: Module[] = [
  m('MP-01', 'Manajemen Proyek Infrastruktur', 'klasikal', 10, 20, 4_200_000, 20, [['T.Manajemen Proyek', 1, 3]]),
  m(
    'MP-02',
    'Pengelolaan Kontrak Konstruksi',
    'klasikal',
    10,
    24,
    4_800_000,
    20,
    [['T.Pengelolaan Kontrak Konstruksi', 1, 3]],
    true,
    [['MP-01']],
  ),
  m('MP-03', 'Komunikasi dan Negosiasi Proyek', 'workshop', 10, 16, 2_600_000, 20, [['M.3', 1, 3]]),
  m(
    'MP-04',
    'Pengawasan Mutu Konstruksi',
    'klasikal',
    10,
    24,
    4_500_000,
    20,
    [['T.Pengawasan Mutu Konstruksi', 1, 3]],
    false,
  ),
  m('MP-05', 'Proyek Kecil: Memimpin Satu Paket Pekerjaan', 'proyek', 70, 40, 0, 30, [
    ['T.Manajemen Proyek', 2, 3],
    ['M.4', 2, 3],
  ]),
  m('MP-06', 'Mentoring Kepala Dinas Senior', 'mentoring', 20, 8, 0, 30, [['M.6', 2, 3]]),
  m('MP-07', 'Coaching Internal Kinerja Proyek', 'coaching', 20, 12, 0, 30, [['M.8', 2, 3]]),
  m(
    'KP-01',
    'Pelatihan Kepemimpinan Nasional Tingkat II',
    'blended',
    10,
    900,
    33_000_000,
    4,
    [
      ['M.4', 3, 4],
      ['M.7', 3, 4],
    ],
    false,
  ),
  m(
    'KP-02',
    'Pelatihan Kepemimpinan Administrator',
    'blended',
    10,
    900,
    21_500_000,
    10,
    [
      ['M.4', 2, 3],
      ['M.7', 2, 3],
    ],
    false,
  ),
  m(
    'KP-03',
    'Pelatihan Kepemimpinan Pengawas',
    'blended',
    10,
    900,
    16_500_000,
    20,
    [
      ['M.4', 1, 2],
      ['M.6', 1, 2],
    ],
    false,
  ),
  m('KP-04', 'Magang Pimpinan di Instansi Lain', 'magang', 70, 80, 6_000_000, 6, [
    ['M.7', 2, 3],
    ['M.8', 2, 3],
  ]),
  m('KP-05', 'Menjadi Pelaksana Harian Atasan', 'bimbingan di tempat kerja', 70, 40, 0, 40, [['M.8', 2, 3]]),
  m('KP-06', 'Pertukaran Jabatan Tiga Bulan', 'pertukaran', 70, 120, 2_500_000, 8, [
    ['M.7', 2, 3],
    ['SK.1', 2, 3],
  ]),
  m('MN-01', 'Integritas dan Benturan Kepentingan', 'e-learning', 10, 6, 0, 500, [['M.1', 1, 3]]),
  m('MN-02', 'Kerja Sama Lintas Unit', 'workshop', 10, 12, 1_200_000, 30, [['M.2', 1, 3]]),
  m('MN-03', 'Komunikasi Publik Pejabat', 'klasikal', 10, 12, 1_800_000, 25, [['M.3', 2, 3]]),
  m('MN-04', 'Orientasi pada Hasil: Dari RPJMD ke SKP', 'bimtek', 10, 16, 1_500_000, 40, [['M.4', 1, 3]]),
  m('MN-05', 'Pelayanan Publik yang Mudah Diakses', 'e-learning', 10, 10, 0, 500, [['M.5', 1, 3]]),
  m('MN-06', 'Pengembangan Diri dan Orang Lain', 'workshop', 10, 12, 1_300_000, 30, [['M.6', 1, 3]]),
  m('MN-07', 'Mengelola Perubahan di Unit Kerja', 'klasikal', 10, 16, 2_100_000, 25, [['M.7', 1, 3]]),
  m('MN-08', 'Pengambilan Keputusan Berbasis Data', 'klasikal', 10, 16, 2_300_000, 25, [['M.8', 1, 3]]),
  m('MN-09', 'Perekat Bangsa dalam Pelayanan', 'seminar', 10, 6, 350_000, 100, [['SK.1', 1, 3]]),
  m('MN-10', 'Komunitas Belajar Pengawas', 'komunitas belajar', 20, 10, 0, 60, [['M.6', 1, 2]]),
  m('MN-11', 'Coaching Pengambilan Keputusan', 'coaching', 20, 10, 0, 30, [['M.8', 2, 3]]),
  m('MN-12', 'Mentoring Lintas Unit', 'mentoring', 20, 8, 0, 40, [['M.2', 2, 3]]),
  m('MN-13', 'Studi Tiru Pelayanan Terpadu', 'benchmarking', 20, 16, 3_400_000, 15, [['M.5', 2, 3]]),
  m('MN-14', 'Simulasi Rapat Pengendalian Proyek', 'simulasi', 10, 8, 600_000, 24, [
    ['M.3', 1, 2],
    ['M.4', 1, 2],
  ]),
  m('MN-15', 'Belajar Mandiri: Menulis Telaahan Staf', 'belajar mandiri', 10, 6, 0, 500, [['M.3', 1, 2]]),
  ...technicalNames
    .filter(
      name => !['Manajemen Proyek', 'Pengelolaan Kontrak Konstruksi', 'Pengawasan Mutu Konstruksi'].includes(name),
    )
    .map((name, i) =>
      m(
        `TK-${String(i + 1).padStart(2, '0')}`,
        `Pelatihan Teknis ${name}`,
        i % 3 === 0 ? 'blended' : i % 3 === 1 ? 'klasikal' : 'bimtek',
        10,
        16 + 4 * (i % 4),
        1_800_000 + 300_000 * (i % 5),
        25,
        [[`T.${name}`, 1, 3]],
        i % 4 !== 0,
      ),
    ),
]

const day = (year: number, month: number, d: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}` as Day

/** Dates of classes in 2026 and 2027 for what is learned in class. */
export const sessionsOf = (chance: Chance) =>
  modules
    .filter(module => module.share === 10)
    .flatMap(module =>
      [2026, 2027].flatMap(year =>
        (module.seats > 100 ? [3, 9] : year === 2026 ? [8] : [3, 9]).map((month, i) => {
          const startsOn =
            module.code === 'MP-02' && year === 2026
              ? day(2026, 12, 8)
              : module.code === 'MP-01' && year === 2026
                ? day(2026, 8, 24)
                : day(year, month + chance.whole(0, 2), chance.whole(2, 20))
          return {
            code: `${module.code}-${year}-${i + 1}`,
            moduleCode: module.code,
            mode:
              module.method === 'e-learning' || module.method === 'belajar mandiri'
                ? ('mandiri' as const)
                : ('tatap_muka' as const),
            startsOn,
            endsOn: addDays(startsOn, Math.max(0, Math.min(120, Math.ceil(module.jp / 8)) - 1)),
            place: module.isInternal ? 'Aula BKPSDM Kabupaten Contoh' : 'BPSDM Provinsi Contoh',
            seats: module.seats,
            seatsMinimum: Math.min(8, module.seats),
            // The year ahead asks for own trainers; the past one was taught.
            trainersNeeded:
              year === 2027 && module.isInternal && !['e-learning', 'belajar mandiri'].includes(module.method) ? 1 : 0,
          }
        }),
      ),
    )

/** Goals of the regency's medium-term plan, as their document names them, with the competencies each rests on. */
export const goals = [
  {
    name: 'Infrastruktur selesai tepat waktu dan bermutu',
    weight: 3,
    restsOn: [
      ['T.Manajemen Proyek', 3],
      ['T.Pengelolaan Kontrak Konstruksi', 3],
      ['T.Pengawasan Mutu Konstruksi', 2],
    ],
  },
  { name: 'Pelayanan dasar kesehatan dan pendidikan meningkat', weight: 3, restsOn: [['M.5', 2]] },
  { name: 'Tata kelola keuangan daerah akuntabel', weight: 2, restsOn: [['M.1', 3]] },
  { name: 'Pelayanan publik mudah, cepat, dan terbuka', weight: 2, restsOn: [['M.5', 3]] },
] as const
