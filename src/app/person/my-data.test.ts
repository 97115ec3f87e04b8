import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { screens } from '../routes.ts'

/** Tables with rows about persons, as the migrations protect them. */
const tablesOfPersons = readdirSync('migrations')
  .flatMap(file => [
    ...readFileSync(join('migrations', file), 'utf8').matchAll(/platform\.protect\('([a-z_.0-9]+)',\s*'[a-z_]+'\)/g),
  ])
  .map(match => match[1])

/** Tables that hold a person's scope or seat and nothing of the person. */
const notOfThePerson = new Set(['platform.teams', 'platform.account_roles'])

test('Every table about persons is in the copy a person can take', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file =>
    /my-data(\.store)?\.ts$/.test(file),
  )
  const text = files.map(file => readFileSync(join('src', file), 'utf8')).join('\n')
  const missing = tablesOfPersons.filter(table => {
    const [room, name] = table.split('.')
    return !notOfThePerson.has(table) && !new RegExp(`\\b${room}\\.(v_)?${name}\\b`).test(text)
  })
  expect(tablesOfPersons.length).toBeGreaterThan(15)
  expect(missing).toEqual([])
})

test('Everybody with an account reaches the own rights', () => {
  expect(screens.find(s => s.path === '/hak-saya')?.roles).toContain('asn')
})
