/** A unit of Kabupaten Contoh: its work field (rumpun), its divisions, its role in the story. */
export type Unit = {
  code: string
  name: string
  short: string
  kind: 'sekretariat' | 'inspektorat' | 'dinas' | 'badan' | 'kecamatan' | 'rsud'
  family: string
  divisions: string[]
  /** Weight for functional and executor posts. */
  weight: number
  /** Side in the evaluation of the infrastructure programme. */
  side?: 'programme' | 'comparison'
}

type Row = [name: string, short: string, family: string, divisions: string, weight: number, side?: Unit['side']]

const dinas: Row[] = [
  [
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'DPUPR',
    'Infrastruktur',
    'Bina Marga|Cipta Karya|Penataan Ruang',
    9,
    'programme',
  ],
  [
    'Dinas Perumahan dan Kawasan Permukiman',
    'Disperkim',
    'Infrastruktur',
    'Perumahan|Kawasan Permukiman|Pertanahan',
    5,
    'programme',
  ],
  ['Dinas Sumber Daya Air', 'DSDA', 'Infrastruktur', 'Irigasi|Sungai dan Pantai', 5, 'comparison'],
  ['Dinas Perhubungan', 'Dishub', 'Perhubungan', 'Lalu Lintas|Prasarana', 4, 'comparison'],
  [
    'Dinas Pendidikan dan Kebudayaan',
    'Dikbud',
    'Tata Kelola Pendidikan',
    'Pembinaan SD|Pembinaan SMP|Kebudayaan',
    8,
    'comparison',
  ],
  [
    'Dinas Kesehatan',
    'Dinkes',
    'Tata Kelola Kesehatan',
    'Kesehatan Masyarakat|Pelayanan Kesehatan|Sumber Daya Kesehatan',
    8,
    'comparison',
  ],
  ['Dinas Pertanian dan Pangan', 'Distan', 'Pertanian', 'Tanaman Pangan|Hortikultura|Peternakan', 7, 'comparison'],
  ['Dinas Kelautan dan Perikanan', 'DKP', 'Pertanian', 'Perikanan Tangkap|Budi Daya', 3, 'comparison'],
  ['Dinas Lingkungan Hidup', 'DLH', 'Lingkungan', 'Pengelolaan Sampah|Pengendalian Pencemaran', 5, 'comparison'],
  ['Dinas Perdagangan dan Perindustrian', 'Disdagperin', 'Ekonomi', 'Perdagangan|Perindustrian|Pasar', 4, 'comparison'],
  ['Dinas Pariwisata, Kepemudaan dan Olahraga', 'Disporapar', 'Ekonomi', 'Pariwisata|Olahraga', 3, 'comparison'],
  [
    'Dinas Komunikasi dan Informatika',
    'Diskominfo',
    'Komunikasi dan Informatika',
    'Informatika|Komunikasi Publik',
    4,
    'comparison',
  ],
  ['Dinas Sosial', 'Dinsos', 'Sosial', 'Rehabilitasi Sosial|Pemberdayaan Sosial', 3, 'comparison'],
  [
    'Dinas Pemberdayaan Masyarakat dan Desa',
    'DPMD',
    'Pemerintahan',
    'Pemerintahan Desa|Usaha Ekonomi Desa',
    3,
    'comparison',
  ],
  [
    'Dinas Kependudukan dan Pencatatan Sipil',
    'Disdukcapil',
    'Pemerintahan',
    'Pendaftaran Penduduk|Pencatatan Sipil',
    4,
    'comparison',
  ],
  ['Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'DPMPTSP', 'Ekonomi', 'Perizinan|Penanaman Modal', 3],
  [
    'Dinas Koperasi, Usaha Kecil dan Tenaga Kerja',
    'Diskopnaker',
    'Ekonomi',
    'Koperasi|Tenaga Kerja|Hubungan Industrial',
    3,
  ],
  [
    'Dinas Pengendalian Penduduk dan Keluarga Berencana',
    'DPPKB',
    'Sosial',
    'Pengendalian Penduduk|Keluarga Sejahtera',
    3,
  ],
  ['Dinas Perpustakaan dan Kearsipan', 'Disperpusip', 'Administrasi Umum', 'Perpustakaan|Kearsipan', 3],
  ['Satuan Polisi Pamong Praja', 'Satpol PP', 'Pemerintahan', 'Ketertiban Umum|Penegakan Perda|Pemadam Kebakaran', 6],
]
const badan: Row[] = [
  [
    'Badan Perencanaan Pembangunan Daerah',
    'Bappeda',
    'Perencanaan',
    'Perencanaan Makro|Infrastruktur Wilayah|Ekonomi dan Sosial',
    4,
    'programme',
  ],
  [
    'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    'BKPSDM',
    'Kepegawaian',
    'Pengembangan Kompetensi|Mutasi dan Promosi',
    4,
  ],
  ['Badan Pengelolaan Keuangan dan Aset Daerah', 'BPKAD', 'Keuangan', 'Anggaran|Perbendaharaan|Aset', 5],
  ['Badan Pendapatan Daerah', 'Bapenda', 'Keuangan', 'Pajak Daerah|Pendataan', 4],
  ['Badan Penanggulangan Bencana Daerah', 'BPBD', 'Pemerintahan', 'Pencegahan|Kedaruratan', 3],
]
const districts =
  'Ambarsari Bantarjati Cempaka Damarwulan Eretan Gandasari Harjamukti Indrapura Jatirejo Karangsono Lebaksiu Margoyoso Nusajaya Ogan Pakisaji Ratujaya Sukamaju Tanjungsari Ulujami Wanasari Yosorejo'.split(
    ' ',
  )

const of = (kind: Unit['kind'], [name, short, family, divisions, weight, side]: Row): Omit<Unit, 'code'> => ({
  name,
  short,
  kind,
  family,
  divisions: divisions ? divisions.split('|') : [],
  weight,
  side,
})

/** Kecamatan and class of the place a unit works in: offices stand in the capital, seven districts lie far off. */
export const placeOf = (unit: Pick<Unit, 'kind' | 'name'>): [district: string, locationClass: string] => {
  if (unit.kind !== 'kecamatan') return ['Harjamukti', 'kota']
  const district = unit.name.replace('Kecamatan ', '')
  const place = districts.indexOf(district)
  return [district, district === 'Harjamukti' ? 'kota' : place % 3 === 0 ? 'terpencil' : 'sedang']
}

/** The 51 units; `whole: false` leaves out districts, hospitals and bodies that the story does not need. */
export const unitsOf = (whole: boolean): Unit[] => {
  const all = [
    of('sekretariat', [
      'Sekretariat Daerah',
      'Setda',
      'Pemerintahan',
      'Pemerintahan|Kesejahteraan Rakyat|Hukum|Perekonomian|Pembangunan|Pengadaan Barang dan Jasa|Organisasi|Umum|Protokol',
      7,
    ]),
    of('sekretariat', ['Sekretariat DPRD', 'Setwan', 'Administrasi Umum', 'Persidangan|Keuangan|Umum', 2]),
    of('inspektorat', ['Inspektorat Daerah', 'Inspektorat', 'Pengawasan', 'I|II|III|IV', 3]),
    ...dinas.map(row => of('dinas', row)),
    ...badan.map(row => of('badan', row)),
    ...districts.map(name => of('kecamatan', [`Kecamatan ${name}`, `Kec. ${name}`, 'Pemerintahan', '', 1.6])),
    of('rsud', ['RSUD Contoh Sehat', 'RSUD CS', 'Tata Kelola Kesehatan', 'Pelayanan|Penunjang', 3]),
    of('rsud', ['RSUD Harapan Contoh', 'RSUD HC', 'Tata Kelola Kesehatan', 'Pelayanan|Penunjang', 2]),
  ].map((unit, i) => ({ code: String(i + 1).padStart(2, '0'), ...unit }))
  return whole
    ? all
    : all
        .filter(u => u.side || ['Setda', 'Inspektorat', 'BKPSDM'].includes(u.short))
        .map(u => ({ ...u, divisions: u.divisions.slice(0, u.side === 'programme' ? 3 : 2) }))
}
