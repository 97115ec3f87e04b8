import { expect, test } from 'vitest'
import type { Actor, Role } from '#platform/access/actor.ts'
import { type ModuleName, moduleNames, type Screen } from '#platform/web/screen.ts'
import { doorFor } from './door.ts'
import { menuFor, menuScreens } from './menu.ts'

const actor = (role: Role): Actor => ({
  agencyId: 'a',
  accountId: 'c',
  employeeId: 'e',
  name: 'Uji',
  role,
  on: '2026-11-24',
})
const screen = (path: string, roles: Role[], menu?: [string, string], module?: ModuleName): Screen => ({
  path,
  file: 'x',
  title: path,
  titleEn: path,
  roles,
  menu,
  module,
})
const screens = [
  screen('/', ['asn', 'supervisor', 'hr_officer'], ['Beranda', 'Beranda']),
  screen('/talenta/peta', ['hr_officer'], ['Talenta', 'Peta 9 kotak'], 'talent'),
  screen('/talenta/peta/:id/mengapa', ['hr_officer', 'asn'], undefined, 'talent'),
  screen('/diklat/rencana', ['asn', 'hr_officer'], ['Diklat', 'Rencana'], 'planning'),
  { ...screen('/masuk', ['asn']), isPublic: true },
]
const all = new Set(moduleNames)

test('Nobody reads a page before signing in, except the doors', () => {
  expect(doorFor(screens, '/talenta/peta', null, all)).toEqual({ open: false, signIn: true })
  expect(doorFor(screens, '/masuk', null, all)).toEqual({ open: true })
})

test('A page of another role stays shut and says which role may', () => {
  const answer = doorFor(screens, '/talenta/peta', actor('supervisor'), all)
  expect(answer).toMatchObject({ open: false, refusal: { reason: 'role' } })
})

test('A page of a module that is switched off is gone for everybody', () => {
  const modules = new Set<ModuleName>(['planning'])
  expect(doorFor(screens, '/talenta/peta', actor('hr_officer'), modules)).toMatchObject({
    refusal: { reason: 'module' },
  })
  expect(menuScreens(screens, 'hr_officer', modules).map(s => s.path)).not.toContain('/talenta/peta')
})

test('An address nobody knows is not found', () => {
  expect(doorFor(screens, '/tidak/ada', actor('asn'), all)).toMatchObject({ refusal: { reason: 'unknown-page' } })
})

test('An employee sees Jalur Saya first, and each screen as a word', () => {
  const menu = menuFor(screens, actor('asn'), all, '/', 'id')
  expect(menu.top.map(link => link.word)).toEqual(['Jalur Saya', 'Rencana'])
  expect(menu.top[0].isCurrent).toBe(true)
  expect(menu.bottom.length).toBeGreaterThan(0)
})

test('A page below a menu page marks that menu page as current', () => {
  const menu = menuFor(screens, actor('hr_officer'), all, '/talenta/peta/1/mengapa', 'id')
  expect(menu.top.find(link => link.isCurrent)?.path).toBe('/talenta/peta')
})
