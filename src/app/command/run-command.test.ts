import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BadInput, parseArguments } from './arguments.ts'
import { commands, runCommand } from './run-command.ts'

const type = async (...argv: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(argv, { out: text => void out.push(text), err: text => void err.push(text), env: {} })
  return { code, out: out.join(''), err: err.join('') }
}

test('Options are read with and without an equals sign; an unknown one is named', () => {
  const given = parseArguments(
    ['a.xlsx', '--dry-run', '--agency', 'KAB', '--as-of=2026-11-24'],
    ['dry-run', 'agency', 'as-of'],
  )
  expect(given.words).toEqual(['a.xlsx'])
  expect(Object.fromEntries(given.options)).toEqual({ 'dry-run': true, agency: 'KAB', 'as-of': '2026-11-24' })
  expect(() => parseArguments(['--semua'], ['json'])).toThrow(BadInput)
  expect(() => parseArguments(['--agency'], ['agency'])).toThrow('memerlukan isi')
})

test('Help shows every command with an example', async () => {
  const { code, out } = await type('help')
  expect(code).toBe(0)
  for (const command of commands) expect(out).toContain(`Contoh: ${command.example}`)
})

test('An unknown command ends with 2 and a sentence on the error stream', async () => {
  const { code, out, err } = await type('hapus')
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain('tidak dikenal')
})

test('A command without what it needs ends with 2 and an example', async () => {
  for (const line of [['import'], ['gap'], ['facts'], ['plan', 'solve'], ['backup'], ['talent', 'map'], ['explain']]) {
    const { code, err } = await type(...line)
    expect(code, line.join(' ')).toBe(2)
    expect(err, line.join(' ')).toMatch(/Contoh: anyam/)
  }
})

test('A NIP, a day or a figure that cannot be is refused before any database is opened', async () => {
  expect((await type('gap', '--nip', '12')).code).toBe(2)
  expect((await type('facts', '--as-of', '2026-02-30', '--json')).code).toBe(2)
  expect((await type('explain', 'bukan.angka:1')).code).toBe(2)
  expect((await type('import', '/tidak/ada')).code).toBe(2)
})

test('A model is computed without a database, from JSON on the line', async () => {
  const { code, out } = await type('compute', 'newcombeDifference', '{"x1": 56, "n1": 70, "x2": 48, "n2": 80}')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toBeTypeOf('object')
})

test('Input a model cannot use ends with 2 and a sentence', async () => {
  const wrong = await type('compute', 'newcombeDifference', '{"x1": 90, "n1": 70}')
  expect(wrong.code).toBe(2)
  expect(wrong.err.length).toBeGreaterThan(10)
  expect((await type('compute', 'tidakAda', '{}')).code).toBe(2)
  expect((await type('compute', 'newcombeDifference', '{bukan json')).code).toBe(2)
  expect((await type('compute', 'newcombeDifference', 'tidak-ada.csv')).code).toBe(2)
})

test('A plan is solved from a file into a file; an unreadable one ends with 2', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anyam-'))
  const target = join(folder, 'hasil.json')
  const { code, out } = await type('plan', 'solve', 'fixtures/planner/g1-tiny.json', '--out', target)
  expect(code).toBe(0)
  expect(out).toContain('optimal')
  expect(JSON.parse(readFileSync(target, 'utf8')).status).toBe('optimal')
  const conflict = await type('plan', 'solve', 'fixtures/planner/g6-infeasible.json', '--out', target)
  expect(conflict.code).toBe(0)
  expect(conflict.out.match(/\n {2}- /g)).toHaveLength(3)
  expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({ status: 'infeasible', assignments: [] })
  const inTime = ['plan', 'solve', 'fixtures/planner/g1-tiny.json', '--out', target, '--seconds']
  expect((await type(...inTime, '5')).code).toBe(0)
  expect((await type(...inTime, 'lama')).code).toBe(2)
  const broken = join(folder, 'rusak.json')
  writeFileSync(broken, '{"employees": 3}')
  expect((await type('plan', 'solve', broken, '--out', target)).code).toBe(2)
})
