import { expect, test } from 'vitest'
import { asComputeEntries, loadRules, parseRuleFile } from './load-rules.ts'

const file = (lines: string) => `subject: talent/score
sets:
  - code: A
    title: Contoh
    versions:
      - version: '1'
${lines}
        lastConfirmed: 2026-11-24
        certainty: ours
        body: { a: 1 }`

test('Every rule of the repository stands in the file of its subject, with date and legal basis', () => {
  const book = loadRules()
  expect(book.size).toBeGreaterThan(10)
  for (const sets of book.values())
    for (const set of sets)
      for (const v of set.versions) expect([v.validFrom, v.legalBasis].every(Boolean), set.code).toBe(true)
})

test('A value without a date or a legal basis does not load, and the file is named', () => {
  expect(() => parseRuleFile(file('        legalBasis: PermenPANRB 3/2020'), 'talent/score.yaml')).toThrow(
    'talent/score.yaml',
  )
  expect(() => parseRuleFile(file('        validFrom: 2020-01-01'), 'talent/score.yaml')).toThrow('legalBasis')
  expect(() =>
    parseRuleFile(file('        validFrom: 2020-02-30\n        legalBasis: PermenPANRB 3/2020'), 'x'),
  ).toThrow('Bukan tanggal')
  expect(
    parseRuleFile(file('        validFrom: 2020-01-01\n        legalBasis: PermenPANRB 3/2020'), 'x'),
  ).toHaveLength(1)
})

test('Parameters that cannot be read are refused with an example to copy', () => {
  const { length } = asComputeEntries({
    length: { describe: 'Banyaknya.', example: { list: [1] }, fromJson: p => (p.list as number[]).length },
  })
  expect(length.fromJson({ list: [1, 2] })).toBe(2)
  expect(() => length.fromJson({})).toThrow(`anyam compute length '{"list":[1]}'`)
})
