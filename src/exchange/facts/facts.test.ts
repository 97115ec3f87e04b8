import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { readFiles } from '../workbook/read-files.ts'
import { type Facts, factsOf } from './facts.ts'
import { factsInputOf } from './records-to-facts.ts'

const folder = 'fixtures/agency-small'
const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
const asOf = expected.as_of
const files = [
  'unit.csv',
  'standar-kompetensi-jabatan.xlsx',
  'pegawai.xlsx',
  'skp.xlsx',
  'penilaian-kompetensi.xlsx',
  'riwayat-diklat.csv',
  'simata-talenta.xlsx',
  'riwayat-jabatan.csv',
  'hukdis.xlsx',
]

let facts: Facts
beforeAll(async () => {
  const judged = await readFiles(
    files.map(name => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) })),
    { units: [], employees: [], positions: [], modules: [], competencies: [], asOf },
  )
  facts = factsOf(factsInputOf(judged), asOf).facts
}, 120_000)

type Row = { nip: string; target?: string }
const same = (key: keyof Facts & string) => {
  const got = facts[key] as unknown as Row[]
  for (const row of expected.facts[key] as Row[]) {
    const found = got.filter(g => g.nip === row.nip && (row.target === undefined || g.target === row.target))
    expect(found, `${key} ${row.nip}`).toEqual([row])
  }
}

test('JPM of the newest assessment, plain and capped in two ways, with both categories', () => same('jpm'))
test('Gaps are those of the own post, from a valid assessment', () => same('gaps'))
test('Nine boxes come from the written parts; who lacks a part has no box and is told which', () => same('nine_box'))
test('JP of 2026 counts only with a certificate, and names how many records do not count', () => same('jp_2026'))
test('The professionality index agrees with the agency’s own list', () => same('ip_asn'))
test('Eligibility says which requirement holds, which fails and which nobody knows', () => same('eligibility'))
test('Everybody who retires within a year is named, and nobody else', () => {
  expect(facts.retire_within_12_months).toEqual(expected.facts.retire_within_12_months)
})
test('Accepted people by status', () => {
  expect(facts.status_counts_accepted).toEqual(expected.facts.status_counts_accepted)
})
