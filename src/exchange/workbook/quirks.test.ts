import { describe, expect, it } from 'vitest'
import type { RegisterContext } from './contract.ts'
import { readFiles } from './read-files.ts'
import type { EmployeeRecord } from './records.ts'

const context: RegisterContext = {
  units: [
    { code: '01', name: 'Dinas Kesehatan', shortName: 'Dinkes' },
    { code: '02', name: 'Dinas Perhubungan' },
  ],
  employees: [{ nip: '197705162001032946', name: 'Kadek' }],
  positions: [],
  modules: [],
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
