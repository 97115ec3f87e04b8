import { formatDay, formatNumber, formatRupiah } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import type { ReportBlock, ReportDocument } from '#platform/document/report-document.ts'
import type { Sheet } from '#platform/document/write-workbook.ts'
import type { DocumentRow, NeedDocument } from './document.store.ts'
import type { DocumentFigures } from './document-figures.ts'
import { documentKindWords, documentStateWords, documentTitle, quarterOf } from './need-collection-words.ts'

const kindWords = { managerial: 'Manajerial', sociocultural: 'Sosial kultural', technical: 'Teknis' } as const
const kindOf = (row: DocumentRow) => (row.kind ? kindWords[row.kind] : 'Lainnya')
const long = {
  rpk: 'Rencana Pengembangan Kompetensi',
  hcdp: 'Human Capital Development Plan',
} as const

/** The columns of domain 5.5, one row a person's need. */
export const documentSheet = (document: NeedDocument, rows: readonly DocumentRow[]): Sheet => ({
  name: documentKindWords[document.kind],
  columns: [
    { header: 'No', width: 6 },
    { header: 'Nama', width: 30 },
    { header: 'NIP', width: 21 },
    { header: 'Jabatan', width: 36 },
    { header: 'Unit Organisasi', width: 36 },
    { header: 'Jenis Kompetensi', width: 17 },
    { header: 'Kompetensi', width: 30 },
    { header: 'Kegiatan', width: 36 },
    { header: 'Bentuk', width: 26 },
    { header: 'Jalur', width: 14 },
    { header: 'Penyelenggara', width: 28 },
    { header: 'Tahun', width: 8 },
    { header: 'Jadwal', width: 18 },
    { header: 'JP', width: 8 },
    { header: 'Anggaran (Rp)', width: 16 },
    { header: 'Sumber Anggaran', width: 34 },
    { header: 'Keterangan', width: 40 },
  ],
  rows: rows.map(r => [
    r.number,
    r.person_name,
    r.nip,
    r.position_name,
    r.unit_name,
    kindOf(r),
    r.subject,
    r.title,
    r.form,
    r.track,
    r.provider,
    r.year,
    r.quarter === null ? null : quarterOf(r.quarter),
    r.jp,
    r.cost,
    r.budget_line,
    r.placement,
  ]),
})

/** The same needs under the names that the national services use for a learning record, with what is sure of them. */
export const sipkaSheets = (document: NeedDocument, rows: readonly DocumentRow[]): Sheet[] => [
  {
    name: 'Kebutuhan',
    columns: [
      'nipBaru',
      'nama',
      'jabatanNama',
      'unorNama',
      'jenisKompetensi',
      'namaKompetensi',
      'jalur',
      'bentuk',
      'jenisDiklatId',
      'namaKursus',
      'institusiPenyelenggara',
      'tahunKursus',
      'triwulan',
      'jumlahJam',
      'anggaran',
      'sumberAnggaran',
    ].map(header => ({ header, width: 22 })),
    rows: rows.map(r => [
      r.nip,
      r.person_name,
      r.position_name,
      r.unit_name,
      kindOf(r),
      r.subject,
      r.track,
      r.form,
      r.siasn_id,
      r.title,
      r.provider,
      r.year,
      r.quarter,
      r.jp,
      r.cost,
      r.budget_line,
    ]),
  },
  {
    name: 'Seberapa pasti',
    columns: [
      { header: 'Kolom', width: 30 },
      { header: 'Seberapa pasti', width: 18 },
      { header: 'Dasar', width: 80 },
    ],
    rows: [
      [
        'Susunan lembar ini',
        'belum pasti',
        'Susunan unggah SIPKA tidak terbuka untuk umum; cocokkan dengan laman SIPKA sebelum mengunggah.',
      ],
      [
        'nipBaru, nama, jabatanNama, unorNama',
        'cukup pasti',
        'Nama kolom data pegawai pada layanan SIASN (SDK umum, bukan terbitan resmi).',
      ],
      [
        'jenisDiklatId, namaKursus, institusiPenyelenggara, tahunKursus, jumlahJam',
        'cukup pasti',
        'Nama kolom riwayat kursus pada layanan SIASN (SDK umum, bukan terbitan resmi).',
      ],
      [
        'jenisKompetensi, namaKompetensi, jalur, bentuk, triwulan, anggaran, sumberAnggaran',
        'pilihan kami',
        'Kolom HCDP dan RPK menurut PP 11/2017 dan PerLAN 10/2018; namanya pilihan kami.',
      ],
      [
        'Asal baris',
        'pasti',
        `${documentTitle(document)}, dibekukan ${document.compiled_on}, sidik ${document.content_hash.slice(0, 16)}.`,
      ],
    ],
  },
]

/** The paper: sums first, then unit by unit the columns of domain 5.5. */
export const documentReport = (
  document: NeedDocument,
  rows: readonly DocumentRow[],
  figures: DocumentFigures,
  { agency, on, by, unit }: { agency: string; on: Day; by: string; unit: string | null },
): ReportDocument => {
  const money = (value: number | string | boolean | null) =>
    value === null ? 'belum diketahui' : formatRupiah(Number(value))
  const number = (value: number | string | boolean | null) =>
    value === null ? 'belum diketahui' : formatNumber(Number(value), { digits: 1 })
  const code = (document.content_hash.slice(0, 16).match(/.{4}/g) ?? []).join('-').toUpperCase()
  const blocks: ReportBlock[] = [
    ...(unit === null
      ? ([
          {
            kind: 'facts',
            facts: [
              { term: 'Orang', value: number(figures.people.value) },
              { term: 'Kebutuhan', value: number(figures.rows.value) },
              { term: 'JP', value: number(figures.jp.value) },
              {
                term: figures.cost.limits.length > 0 ? 'Biaya, sekurang-kurangnya' : 'Biaya',
                value: money(figures.cost.value),
              },
              { term: 'Terdanai', value: money(figures.funded.value) },
              { term: 'Belum ada baris yang menanggung', value: money(figures.unfunded.value) },
              { term: 'Disusun', value: `${document.compiled_by_name}, ${formatDay(document.compiled_on)}` },
              {
                term: 'Persetujuan',
                value:
                  document.state === 'approved' && document.decided_on
                    ? `${document.decided_by_name}, ${formatDay(document.decided_on)}`
                    : documentStateWords[document.state],
              },
            ],
          },
          ...(figures.years.length > 1
            ? [
                {
                  kind: 'table',
                  caption: 'Menurut tahun',
                  header: ['Tahun', 'Kebutuhan', 'Biaya'],
                  rows: figures.years.map(y => [String(y.year), number(y.rows.value), money(y.cost.value)]),
                  widths: [1, 1, 2],
                },
              ]
            : []),
        ] as ReportBlock[])
      : []),
    ...[...Map.groupBy(rows, r => r.unit_name)].flatMap(([name, list]): ReportBlock[] => [
      { kind: 'heading', text: name },
      {
        kind: 'table',
        caption: `Kebutuhan ${name}`,
        header: [
          'Nama dan NIP',
          'Jabatan',
          'Kompetensi',
          'Kegiatan, bentuk, jalur',
          'Penyelenggara',
          'Waktu',
          'JP',
          'Anggaran',
          'Keterangan',
        ],
        rows: list.map(r => [
          `${r.person_name} ${r.nip ?? ''}`.trim(),
          r.position_name ?? '–',
          `${r.subject} (${kindOf(r).toLowerCase()})`,
          [r.title, r.form, r.track].filter(Boolean).join(', '),
          r.provider ?? 'belum ditentukan',
          `${r.quarter === null ? '' : `${quarterOf(r.quarter)} `}${r.year}`,
          r.jp === null ? '?' : formatNumber(r.jp, { digits: 1 }),
          r.cost === null ? 'belum diketahui' : formatRupiah(r.cost),
          [r.budget_line, r.placement === 'Dibebankan' ? null : r.placement].filter(Boolean).join('. '),
        ]),
        widths: [2.4, 2, 2, 2.8, 1.7, 1.3, 0.7, 1.5, 2.4],
      },
    ]),
    {
      kind: 'code',
      label: 'Sidik isi',
      code,
      text: 'Isi dibekukan. Satu huruf yang berubah memberi sidik lain.',
    },
  ]
  return {
    title: `${long[document.kind]} ${document.year_from === document.year_until ? document.year_from : `${document.year_from}–${document.year_until}`}`,
    scope: `${documentTitle(document)}, dari ${document.collection}${unit ? `, ${unit}` : ''}. ${documentStateWords[document.state]}.`,
    issuer: agency,
    letterhead: `${documentTitle(document)}, dibekukan ${formatDay(document.compiled_on)}`,
    mark: 'Terbatas',
    printed: `Dicetak ${formatDay(on)} oleh ${by}`,
    foot: `Terbatas · ${documentTitle(document)} · ${code}`,
    isLandscape: true,
    blocks,
  }
}
