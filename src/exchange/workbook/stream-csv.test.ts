import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { FileJudgement, RegisterContext } from './contract.ts'
import { readFiles } from './read-files.ts'
import { type CsvBatch, streamCsv } from './stream-csv.ts'

const folder = 'fixtures/agency-small'
const bytes = (name: string) => new Uint8Array(readFileSync(`${folder}/${name}`))
const empty: RegisterContext = {
  units: [],
  employees: [],
  positions: [],
  modules: [],
  competencies: [],
  asOf: '2026-11-24',
}

/** What the agency knows after units, standards and staff were brought in. */
const settled = async (): Promise<RegisterContext> => {
  const judged = await readFiles(
    ['unit.csv', 'standar-kompetensi-jabatan.xlsx', 'pegawai.xlsx'].map(name => ({ name, bytes: bytes(name) })),
    empty,
  )
  const records = judged.flatMap(j => j.accepted.map(a => a.record))
  return {
    ...empty,
    units: records.flatMap(r => (r.type === 'unit' ? [r] : [])),
    employees: records.flatMap(r => (r.type === 'employee' ? [{ nip: r.nip, name: r.name }] : [])),
  }
}

const gather = () => {
  const seen = { accepted: 0, rejected: [] as string[], skipped: [] as string[], warnings: [] as string[], batches: 0 }
  const onBatch = (batch: CsvBatch) => {
    seen.batches++
    seen.accepted += batch.accepted.length
    for (const list of ['rejected', 'skipped', 'warnings'] as const)
      seen[list].push(...batch[list].map(f => `${f.row} ${f.code}`))
  }
  return { seen, onBatch }
}
const listed = (findings: FileJudgement['rejected']) => findings.map(f => `${f.row} ${f.code}`)

describe('a long CSV', () => {
  it('Rows read in a stream end exactly as when the whole file is read at once', async () => {
    const context = await settled()
    for (const name of ['riwayat-diklat.csv', 'indikator-unit.csv', 'riwayat-jabatan.csv']) {
      const [whole] = await readFiles([{ name, bytes: bytes(name) }], context)
      const { seen, onBatch } = gather()
      const totals = await streamCsv(`${folder}/${name}`, null, context, onBatch)
      expect(totals.kind).toBe(whole.kind)
      expect(totals.sheet).toEqual({ ...whole.sheets[0], name: '' })
      expect(totals.notes).toEqual(whole.notes)
      expect(totals.dataRows).toBe(whole.dataRows)
      expect(seen.accepted).toBe(whole.accepted.length)
      expect(seen.rejected).toEqual(listed(whole.rejected))
      expect(seen.skipped).toEqual(listed(whole.skipped))
      expect(seen.warnings).toEqual(listed(whole.warnings))
    }
  })

  it('Titles, unit bands, totals and signatures are told apart, and a band names the unit of the rows below it', async () => {
    const text = `DAFTAR PEGAWAI KEADAAN 1 NOVEMBER 2026

NIP;Nama;Golongan;Tanggal Lahir
Dinas Kesehatan;;;
198001012005011001;Ani;III/c;1980-01-01
198001012005011002;Budi;III/c;1980-01-01
Jumlah;2;;
Dinas Pendidikan;;;
198001012005011003;Citra;III/d;1980-01-01
Mengetahui,;;;
Kepala BKPSDM;;;
`
    const [whole] = await readFiles([{ name: 'pegawai.csv', bytes: new TextEncoder().encode(text) }], empty)
    const units: unknown[] = []
    const totals = await streamCsv(
      () => Readable.from([Buffer.from(text)]),
      null,
      empty,
      batch => {
        units.push(...batch.accepted.map(a => a.record))
      },
    )
    expect(totals.sheet).toEqual({ ...whole.sheets[0], name: '' })
    expect(totals.notes).toEqual(whole.notes)
    expect(units).toEqual(whole.accepted.map(a => a.record))
    expect(totals.sheet.notData.map(n => n.why)).toContain('unit band')
  })

  it('Tens of thousands of staff come in batches, with loops and doubles still found', async () => {
    const nip = (i: number) => `19800101200501${1}${String(i % 1000).padStart(3, '0')}`
    const person = (i: number) =>
      `${19700101 + (i % 28)}${2000 + (Math.floor(i / 28000) % 20)}${String(1 + (Math.floor(i / 28) % 10)).padStart(2, '0')}1${String(Math.floor(i / 280) % 1000).padStart(3, '0')}`
    const lines = function* () {
      yield 'NIP;Nama;Status;Unit Kerja;NIP Atasan\n'
      for (let i = 0; i < 30_000; i++) yield `${person(i)};Orang ${i};PNS;Dinas Kesehatan;${person(0)}\n`
      yield `${nip(1)};Dua Kali;PNS;Dinas Kesehatan;-\n${nip(1)};Dua Kali Lain;PNS;Dinas Kesehatan;-\n`
    }
    const { seen, onBatch } = gather()
    const totals = await streamCsv(
      () =>
        Readable.from(
          Buffer.from([...lines()].join(''))
            .toString()
            .match(/[\s\S]{1,65536}/g)
            ?.map(t => Buffer.from(t)) ?? [],
        ),
      'employee',
      { ...empty, units: [{ name: 'Dinas Kesehatan' }] },
      onBatch,
    )
    expect(totals.dataRows).toBe(30_002)
    expect(seen.accepted).toBe(30_000)
    expect(seen.batches).toBe(16)
    expect(seen.rejected).toEqual(['30002 NIP_GANDA_BERTENTANGAN', '30003 NIP_GANDA_BERTENTANGAN'])
    expect(seen.warnings.filter(w => w.endsWith('ATASAN_BERPUTAR'))).toEqual(['2 ATASAN_BERPUTAR'])
  })

  it('A stream that is no text is refused', async () => {
    const open = () => Readable.from([Buffer.from('NIP;Nama\n1;\u0000\n')])
    await expect(streamCsv(open, null, empty, () => undefined)).rejects.toMatchObject({ code: 'BERKAS_BER_NUL' })
  })
})
