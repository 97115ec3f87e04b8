import { expect, it } from 'vitest'
import type { Day } from '#core/values/day.ts'
import { collectionRules } from './need-collection.rules.ts'
import { formOf, remindsToday } from './need-order.model.ts'
import { type AskedModule, type AskedNeed, type AskedPerson, proposeRows, rankingOf } from './propose-rows.ts'

const on = '2026-11-24' as Day
const rules = collectionRules.on(on).body
const need = (
  code: string,
  current: number | null,
  required = 3,
  importance: AskedNeed['importance'] = 'penting',
): AskedNeed => ({
  competencyId: code,
  code,
  name: `Kompetensi ${code}`,
  kind: 'technical',
  current,
  required,
  importance,
})
const module = (id: string, codes: string[], more: Partial<AskedModule> = {}): AskedModule => ({
  id,
  code: id,
  name: `Modul ${id}`,
  method: 'klasikal',
  form: null,
  provider: null,
  jp: 20,
  costPerHead: 1_000_000,
  isInternal: true,
  effects: codes.map(code => ({ code, fromLevel: 0, toLevel: 3, measured: 0, risen: 0 })),
  prerequisites: [],
  ...more,
})
const person = (more: Partial<AskedPerson>): AskedPerson => ({
  id: 'p',
  needs: [],
  jp: 24,
  leadership: null,
  doneModuleIds: [],
  coveredIds: new Set(),
  deferred: new Map(),
  ...more,
})
const propose = (p: AskedPerson, modules: AskedModule[]) => proposeRows(p, modules, rules, rankingOf(modules, on))

it('A module that closes two gaps is asked for once, and says so', () => {
  const rows = propose(person({ needs: [need('A', 1), need('B', 2)] }), [module('m', ['A', 'B'])])
  expect(rows).toHaveLength(1)
  expect(rows[0].why).toContain('Juga menutup Kompetensi B.')
})
it('No more gaps are asked about than the rule allows, largest first; what waited before comes on top', () => {
  const needs = [need('A', 1), need('B', 2), need('C', 2, 3, 'mutlak'), need('D', 2)]
  const modules = ['A', 'B', 'C', 'D'].map(c => module(`m${c}`, [c]))
  expect(propose(person({ needs }), modules).map(r => r.title)).toEqual(['Modul mA', 'Modul mC'])
  const deferred = new Map([['D', { times: 2, since: '2025-11-14' as Day, reason: 'Kelas dibatalkan' }]])
  const rows = propose(person({ needs, deferred }), modules)
  expect(rows.find(r => r.origin === 'deferred')).toMatchObject({ title: 'Modul mD', deferrals: 2 })
  expect(rows).toHaveLength(3)
})
it('Levels nobody knows become one row that asks for a measurement; a gap a plan covers is not asked again', () => {
  const rows = propose(
    person({ needs: [need('A', null), need('B', null), need('C', 1)], coveredIds: new Set(['C']) }),
    [module('m', ['C'])],
  )
  expect(rows.map(r => [r.origin, r.subject])).toEqual([['unknown', 'Kompetensi A, Kompetensi B']])
})
it('A gap that no module closes still stands in the list', () => {
  expect(propose(person({ needs: [need('A', 1)] }), [])[0]).toMatchObject({
    module: null,
    title: 'Pengembangan Kompetensi A',
    why: 'Belum ada modul katalog yang menutupnya.',
  })
})
it('Mandatory leadership training not held is asked for by the name of the tier', () => {
  const rows = propose(person({ leadership: 'Kepemimpinan Pengawas' }), [
    module('kp', [], { name: 'Pelatihan Kepemimpinan Pengawas' }),
  ])
  expect(rows[0]).toMatchObject({
    origin: 'leadership',
    title: 'Pelatihan Kepemimpinan Pengawas',
    form: 'Pelatihan struktural kepemimpinan',
  })
})
it('A way of learning the rule does not name has no form, rather than a wrong one', () => {
  expect(formOf('klasikal', 'managerial', rules)).toBe('Pelatihan manajerial')
  expect(formOf('telepati', 'technical', rules)).toBeNull()
})
it('Reminders go out on the days of the rule and then every week', () => {
  const days = (until: Day) =>
    ['2026-11-24', '2026-11-29', '2026-12-01', '2026-12-02', '2026-12-08', '2026-12-09'].filter(d =>
      remindsToday(until, d as Day, rules),
    )
  expect(days('2026-12-01' as Day)).toEqual(['2026-11-24', '2026-11-29', '2026-12-01', '2026-12-08'])
})
