import { describe, expect, it } from 'vitest'
import type { RegisterContext } from './contract.ts'
import { readFiles } from './read-files.ts'
import type { EmployeeRecord } from './records.ts'

const context: RegisterContext = {
  units: [
    { code: '01', name: 'Dinas Kesehatan', shortName: 'Dinkes' },
    { code: '02', name: 'Dinas Perhubungan' },
  ],
  employees: [
    { nip: '197705162001032946', name: 'Kadek' },
    { nip: '196710011993021994', name: 'Ujang' },
  ],
  positions: [],
  modules: [{ code: 'A1' }],
  competencies: [],
  asOf: '2026-11-24',
}
const read = async (name: string, text: string) =>
  (await readFiles([{ name, bytes: new TextEncoder().encode(text) }], context))[0]
const staff = async (text: string): Promise<EmployeeRecord[]> => {
  const judged = await read('pegawai.csv', text)
  expect(judged.kind).toBe('employee')
  return judged.accepted.flatMap(a => (a.record.type === 'employee' ? [a.record] : []))
}

describe('quirks of other agencies', () => {
  it('A unit named in a band over its people is their unit', async () => {
    const people = await staff(
      'DAFTAR PEGAWAI\nNo;NIP;Nama;Status;Gol\nDINAS KESEHATAN;;;;\n1;197705162001032946;Kadek Susanti;PNS;III/c\n2;196710011993021994;Ujang Utomo;PNS;III/d\nDINAS PERHUBUNGAN;;;;\n3;197308091999022993;Eka Damayanti;PNS;III/a\nJumlah;;;;\n',
    )
    expect(people.map(p => p.unitCode)).toEqual(['01', '01', '02'])
  })

  it('Degrees in their own columns, place and day of birth in one cell, unit by code: all is understood', async () => {
    const [person] = await staff(
      'NIP;Gelar Depan;Nama;Gelar Belakang;Tempat/Tanggal Lahir;Jenis Pegawai;Kode Unit;Pangkat/Gol. Ruang\n197705162001032946;Dr.;Kadek Susanti;S.H., M.M.;Muara Damai, 16 Mei 1977;PNS Daerah;02;Penata Tk. I (III/d)\n',
    )
    expect(person).toMatchObject({
      name: 'Dr. Kadek Susanti, S.H., M.M.',
      plainName: 'Kadek Susanti',
      birthPlace: 'Muara Damai',
      birthDate: '1977-05-16',
      status: 'PNS',
      unit: 'Dinas Perhubungan',
      rank: 'III/d',
    })
  })

  it('Both rows of a merged header may come again on every page', async () => {
    const header = 'NO;NIP;NAMA;JABATAN;;UNIT KERJA;LAHIR;;STATUS\n;;;NAMA JABATAN;TMT;;TEMPAT;TANGGAL;\n'
    const row = (n: number, nip: string) =>
      `${n};${nip};Orang ${n};Analis;01/02/2020;Dinkes;Misal;${nip.slice(6, 8)}/${nip.slice(4, 6)}/${nip.slice(0, 4)};PNS\n`
    const judged = await read(
      'duk.csv',
      `${header}(1);(2);(3);(4);(5);(6);(7);(8);(9)\n${row(1, '197705162001032946')}${header}${row(2, '196710011993021994')}`,
    )
    expect([judged.dataRows, judged.accepted.length, judged.rejected, judged.warnings]).toEqual([2, 2, [], []])
    expect(judged.accepted.map(a => a.ref.row)).toEqual([4, 7])
  })

  it('Without a status column the NIP tells PNS from PPPK, and the file says so once', async () => {
    const judged = await read(
      'asn.csv',
      'NIP,Nama Lengkap,Perangkat Daerah,Jabatan\n197705162001032946,Kadek,Dinkes,Analis\n199111102022212950,Sari,Dinkes,Perawat\n',
    )
    expect(judged.accepted.map(a => (a.record.type === 'employee' ? a.record.status : null))).toEqual(['PNS', 'PPPK'])
    expect(judged.notes.map(n => n.code)).toEqual(['STATUS_DARI_NIP'])
  })

  it('A line break inside a quoted cell does not shift the row numbers', async () => {
    const judged = await read(
      'diklat.csv',
      'NIP;Nama Diklat;Tgl Selesai;JP;No Sertifikat\n197705162001032946;"Bimtek\nKeuangan";31/04/2025;10;1/X\n197705162001032946;Bimtek;30/04/2025;0;2/X\n',
    )
    expect(judged.rejected.map(f => `${f.row} ${f.code} ${f.column} ${f.value}`)).toEqual([
      '2 TANGGAL_TIDAK_SAH Tgl Selesai 31/04/2025',
      '4 JP_TIDAK_POSITIF JP 0',
    ])
  })

  it('Every refusal says what is wrong and how to mend it, in Bahasa Indonesia', async () => {
    const judged = await read(
      'diklat.csv',
      'NIP;Nama Diklat;Tgl Selesai;JP;No Sertifikat\n1,97E+17;Bimtek;30/04/2025;10;2/X\n',
    )
    expect(judged.rejected[0]).toMatchObject({
      row: 2,
      code: 'NIP_RUSAK_EXCEL',
      column: 'NIP',
      columnIndex: 0,
      message: 'NIP "1,97E+17" tersimpan sebagai angka, sehingga digit terakhirnya hilang.',
      cure: 'Format kolom NIP sebagai Teks, lalu ketik ulang NIP dari sumber aslinya.',
    })
  })
})

const N = '197705162001032946'
const M = '196710011993021994'
/** One row each of files as other agencies head them. */
const headed: [string, string][] = [
  ['unit', `ID OPD;Nama OPD;Akronim\n1;Dinas Kesehatan;Dinkes\n2;Dinas Perhubungan;Dishub\n`],
  ['unit', `no;perangkat_daerah;nama_singkat\n1;Dinas Kesehatan;Dinkes\n`],
  [
    'employee',
    `NO;NAMA / NIP;GOL;UNIT\n1;Kadek, S.H. NIP. 19770516 200103 2 946;III/c;Dinkes\n2;"Ujang\n196710011993021994";III/c;Dinkes\n`,
  ],
  [
    'employee',
    `No.;Nama Pegawai;NIP;Pangkat/Gol;Jabatan;Unit Kerja;Tgl Lahir\n1;Kadek;${N};Penata, III/c;Analis;Dinkes;16/05/1977\n`,
  ],
  [
    'position-standard',
    `No;Nomenklatur Jabatan;Eselon;Integritas;Kerjasama;Komunikasi;Orientasi Hasil;Pelayanan Publik;Pengembangan Diri & Orang Lain;Mengelola Perubahan;Pengambilan Keputusan;Perekat Bangsa;Kompetensi Teknis\n1;Kepala Dinas;II.b;4;4;4;4;4;4;4;4;4;Perencanaan (4)\n`,
  ],
  ['position-standard', `kode;jabatan;m1;m2;m3;m4;m5;m6;m7;m8;sk1\nx;Kepala;4;4;4;4;4;4;4;4;4\n`],
  [
    'assessment',
    `NIP;Nama;Tgl Asesmen;Integritas Std;Integritas Cap;Kerjasama Std;Kerjasama Cap;Komunikasi Std;Komunikasi Cap;Job Person Match\n${N};K;01/02/2025;3;3;3;2;3;3;88,89\n`,
  ],
  [
    'assessment',
    `NIP Peserta;Nama Peserta;Tanggal Tes;Integritas;Kerja Sama;Komunikasi;Orientasi pada Hasil;Pelayanan Publik;Pengembangan Diri;Mengelola Perubahan;Pengambilan Keputusan;Perekat Bangsa;JPM\n${N};K;01/02/2025;3;3;3;3;3;3;3;3;3;100\n`,
  ],
  [
    'assessment',
    `NIP;Nama;Tanggal Penilaian;STANDAR;;;CAPAIAN;;;JPM\n;;;Integritas;Kerja Sama;Komunikasi;Integritas;Kerja Sama;Komunikasi;\n${N};K;01/02/2025;3;3;3;3;2;3;88,89\n`,
  ],
  [
    'performance',
    `No;Nama;NIP;Tahun;Rating Hasil Kerja;Rating Perilaku Kerja;Predikat Kinerja Tahunan\n1;K;${N};2025;Sesuai Ekspektasi;Diatas Ekspektasi;Baik\n`,
  ],
  [
    'training',
    `No;NIP;Nama;Nama Diklat;Jenis;Tempat;Penyelenggara;Tanggal Mulai;Tanggal Selesai;Lama (Jam);No/Tgl Sertifikat\n1;${N};K;Bimtek;Teknis;Kota;BPSDM;1/2/2025;3/2/2025;20 JP;12/X/2025\n`,
  ],
  [
    'training',
    `nip,nama_kegiatan,jenis_bangkom,tgl_mulai,tgl_akhir,total_jp,nomor_piagam\n${N},Bimtek,seminar,2025-01-01,2025-01-02,8,7/X\n`,
  ],
  [
    'catalogue',
    `Kode Diklat;Judul Pelatihan;Kompetensi yang Dikembangkan;Bentuk Pelatihan;Jml JP;Biaya/Peserta (Rp);Kapasitas\nA1;Proyek;M.3=3;Klasikal;20;1.000.000;30\n`,
  ],
  [
    'catalogue',
    `Kode Pelatihan;Gelombang;Tgl Pembukaan;Tgl Penutupan;Lokasi;Kuota\nA1;1;01/02/2026;03/02/2026;Aula;30\n`,
  ],
  [
    'budget',
    `SKPD;Nama Sub Kegiatan;Kode Rek;Sumber Pendanaan;Anggaran (Rp);Realisasi s.d. Okt (Rp)\nDinkes;Diklat;5.1;DAU;1.000.000;500.000\n`,
  ],
  ['unit-indicator', `OPD;Periode;Nama Indikator;Capaian;Satuan\nDinkes;Jan-26;Serapan Anggaran;43,2;%\n`],
  ['unit-indicator', `kode_opd;perangkat_daerah;bulan_tahun;indikator;angka\n01;Dinkes;01/2026;pengaduan;3\n`],
  [
    'talent-sheet',
    `NIP;Nama Lengkap;Sumbu X;Sumbu Y;Kotak;Penilaian Kompetensi;Pengembangan Kompetensi;Pengalaman Jabatan;Penilaian Potensi;Pendidikan Formal;Kesesuaian Bidang Ilmu;Rekam Jejak Disiplin;Penilaian Kinerja;Penghargaan;Tim Kerja;Umpan Balik 360\n${N};K;80;80;9;80;80;80;80;80;80;80;80;80;80;80\n`,
  ],
  [
    'career',
    `NIP;Nama Jabatan;Eselon;OPD;TMT;Sampai;Status Jabatan;No SK\n${N};Analis;-;Dinkes;01/02/2015;sekarang;Definitif;1\n`,
  ],
  ['career', `nip;jabatan;unit_kerja;tmt_mulai;tmt_akhir\n${N};Analis;Dinkes;2015-02-01;\n`],
  [
    'discipline',
    `No;Nama/NIP;NIP;Hukuman Disiplin;Kategori;Berlaku Mulai;Berlaku Sampai;Nomor SK\n1;K;${N};Teguran Lisan;Ringan;01/02/2024;01/02/2024;8\n`,
  ],
  ['programme', `NIP;Nama;Jabatan Target;Nama Mentor;NIP Mentor\n${N};K;Kabid;U;${M}\n`],
  ['programme', `NIP;Kode Perilaku;Perilaku;Titik Ukur;Tgl;Sumber Nilai;Skor\n${N};B1;x;30;01/02/2026;atasan;3\n`],
]

describe('headers of other agencies', () => {
  for (const [kind, text] of headed)
    it(`${kind}: ${text.split('\n')[0].slice(0, 70)}`, async () => {
      const judged = await read('berkas.csv', text)
      expect(judged.kind).toBe(kind)
      expect(judged.accepted.length).toBeGreaterThan(0)
      expect([judged.rejected, judged.warnings]).toEqual([[], []])
      const unread = judged.sheets[0].mapping.filter(m => m.field === null).map(m => m.header.toLowerCase())
      expect(unread.filter(header => !['no', 'no.', 'tempat', ''].includes(header))).toEqual([])
    })
})
