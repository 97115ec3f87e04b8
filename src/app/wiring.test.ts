import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordKinds } from './record/record-kinds.ts'
import { screens } from './routes.ts'
import { useCases } from './use-cases.ts'
import { listeners, timetable } from './wiring.ts'

test('Every address has its page, and no two pages share one', () => {
  expect(screens.filter(s => !existsSync(join('src', s.file))).map(s => s.path)).toEqual([])
  const paths = screens.map(s => s.path.replace(/:\w+/g, ':'))
  expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([])
})

test('Whoever listens or works at night runs a use case the agency itself may run', () => {
  const bySystem = new Set(useCases.filter(u => 'system' in u.permission).map(u => u.name))
  const named = [...listeners, ...timetable].map(entry => entry.name).filter(name => name !== 'evaluate-programmes')
  expect(named.filter(name => !bySystem.has(name))).toEqual([])
})

test('A record at the end of a chain names its table and what its columns mean', () => {
  for (const [kind, record] of Object.entries(recordKinds)) {
    expect(record.table, kind).toMatch(/^[a-z]+\.[a-z_0-9]+$/)
    expect(Object.keys(record.fields).length, kind).toBeGreaterThan(0)
  }
})
