import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#core/values/day.ts'
import type { FileJudgement, RegisterContext } from './contract.ts'
import { importJson, siasnJson } from './import-json.ts'
import { readFiles } from './read-files.ts'

const folder = 'fixtures/agency-small'
const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
const context: RegisterContext = {
  units: [],
  employees: [],
  positions: [],
  modules: [],
  competencies: [],
  asOf: expected.as_of,
}

type Entry = { row: number | string; code: string }
const listed = (entries: Entry[]): string[] => entries.map(e => `${e.row} ${e.code}`).sort()

let judged: FileJudgement[]
beforeAll(async () => {
  // Deliberately in alphabetical order: the importer finds the right order by itself.
  const names = [
    ...readdirSync(folder).filter(name => /\.(xlsx|xlsm|xls|csv)$/.test(name)),
    ...readdirSync(`${folder}/siasn`).map(name => `siasn/${name}`),
  ]
  judged = await readFiles(
    names.map(name => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) })),
    context,
  )
}, 120_000)

const byName = (name: string): FileJudgement => {
  const found = judged.find(j => j.file === name)
  if (!found) throw new Error(`${name} was not judged`)
  return found
}

describe('the files of Kabupaten Misal', () => {
  for (const file of expected.files) {
    it(`${file.file}: every row ends where the agency expects it, by code and row`, () => {
      const got = importJson(judged).files.find(f => f.file === file.file)
      expect(got).toBeDefined()
      expect(listed(got?.rejected ?? [])).toEqual(listed(file.rejected))
      expect(listed(got?.skipped_duplicates ?? [])).toEqual(listed(file.skipped_duplicates))
      expect(listed(got?.warnings ?? [])).toEqual(listed(file.warnings))
      expect([got?.data_rows, got?.accepted, got?.rejected_count, got?.skipped_count, got?.warning_count]).toEqual([
        file.data_rows,
        file.accepted,
        file.rejected_count,
        file.skipped_count,
        file.warning_count,
      ])
      // The agency's page names the upper row of a merged header in two ways and lists blank rows only now and then.
      const rows = (list: { row: number | string; why: string }[]) =>
        list
          .filter(n => n.why !== 'blank row')
          .map(n => `${n.row} ${n.why.replace(/^header.*/, 'header')}`)
          .sort()
      expect(rows(got?.not_data ?? [])).toEqual(rows(file.not_data))
      expect(Object.keys(got ?? {}).sort()).toEqual(
        Object.keys(file)
          .filter(key => key in (got ?? {}))
          .sort(),
      )
    })
  }
})

describe('what is taken over from them', () => {
  it('A person is recognised behind every spelling of NIP, name, unit, date, rank and schooling', () => {
    const file = byName('pegawai.xlsx')
    for (const sample of expected.files[0].normalised_samples) {
      const record = file.accepted.find(a => a.ref.row === sample.row)?.record
      if (record?.type !== 'employee') throw new Error(`row ${sample.row} is no employee`)
      expect({
        row: sample.row,
        nip: record.nip,
        nama_tanpa_gelar_lower: record.plainName.toLowerCase(),
        jenis_kelamin: record.sex,
        tanggal_lahir: record.birthDate,
        status: record.status,
        golongan: record.rank,
        pendidikan: record.education,
        unit_kode: record.unitCode,
        tmt_jabatan: record.positionSince,
        atasan_nip: record.supervisorNip,
      }).toEqual(sample)
    }
    const statuses = Object.groupBy(file.accepted, a => (a.record.type === 'employee' ? a.record.status : ''))
    expect({ PNS: statuses.PNS?.length, PPPK: statuses.PPPK?.length }).toEqual(expected.files[0].status_counts_accepted)
  })

  it('Money of accepted budget lines adds up to the rupiah', () => {
    const lines = byName('anggaran.xlsx').accepted.flatMap(a => (a.record.type === 'budget' ? [a.record] : []))
    const sums = expected.files.find((f: { file: string }) => f.file === 'anggaran.xlsx').sums_of_accepted
    const sum = (values: (number | null)[]) => values.reduce((a: number, b) => a + (b ?? 0), 0)
    expect([sum(lines.map(l => l.ceiling)), sum(lines.map(l => l.committed)), sum(lines.map(l => l.realised))]).toEqual(
      [sums.pagu, sums.komit, sums.real],
    )
  })

  it('Old, draft and last year’s sheets stay out, hidden columns are marked', () => {
    const out = judged.flatMap(j => j.sheets.filter(s => !s.counted).map(s => s.name))
    expect(out.sort()).toEqual(['Catatan', 'Data Lama 2023', 'Draf (lama)', 'Katalog 2025'])
    expect(
      byName('pegawai.xlsx')
        .sheets[0].mapping.filter(m => m.hidden)
        .map(m => m.header),
    ).toEqual(['USIA', 'CAT. INTERNAL'])
  })

  it('A file that is not what its name says is named once, not row by row', () => {
    expect(byName('pegawai-siasn.xls').notes.map(n => n.code)).toEqual(['HTML_BERNAMA_XLS'])
    expect(byName('pegawai-makro.xlsm').notes.map(n => n.code)).toEqual(['BERKAS_BERMAKRO'])
    expect(byName('pegawai-terkunci.xlsx').refused?.code).toBe('BERKAS_TERKUNCI')
    expect(byName('pegawai-mekar.xlsx').refused?.code).toBe('BERKAS_MEKAR')
  })
})

describe('answers of SIASN', () => {
  it('Answers, people, records, empty and failed ones are counted as they are', () => {
    expect(siasnJson(judged)).toEqual(expected.siasn)
  })

  it('Every record is understood, and a post ends the day before the next begins', () => {
    for (const file of judged.filter(j => j.siasn))
      expect([file.file, file.accepted.length]).toEqual([file.file, file.siasn?.records])
    const posts = byName('siasn/siasn-rw-jabatan.json').accepted.flatMap(a =>
      a.record.type === 'career' && a.record.nip === '197808092001042940' ? [a.record] : [],
    )
    expect(posts.slice(1).map(p => p.startsOn)).toEqual(
      posts.slice(0, -1).map(p => (p.endsOn ? addDays(p.endsOn, 1) : null)),
    )
    expect(posts.filter(p => p.endsOn === null).length).toBe(1)
  })

  it('Fields a file has no column for are named, so that silence overwrites nothing', () => {
    expect(byName('pegawai-siasn.xls').provided.employee).not.toContain('education')
    expect(byName('pegawai.xlsx').provided.employee).toContain('education')
    expect(byName('siasn/siasn-data-utama.json').provided.employee).toEqual(
      expect.not.arrayContaining(['supervisorNip']),
    )
  })
})
