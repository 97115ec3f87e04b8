import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Day } from '#core/values/day.ts'
import { planTemplateRules } from './plan-template.rules.ts'
import { draftWhole, type ModuleOffer, missingKinds, templateVersionOf } from './whole-plan.model.ts'

const template = planTemplateRules.on('2026-11-24' as Day).body
const gap = (code: string, current = 1, required = 3, weight = 10) => ({
  competencyId: code,
  code,
  name: code,
  current,
  required,
  weight,
})
const module = (competencyId: string, cost: number | null, more: Partial<ModuleOffer> = {}): ModuleOffer => ({
  moduleId: `m-${competencyId}-${cost}`,
  sessionId: null,
  title: `Modul ${competencyId}`,
  method: 'kelas',
  shareClass: 10,
  jp: 20,
  cost,
  startsOn: null,
  endsOn: null,
  competencyId,
  fromLevel: 1,
  toLevel: 3,
  ...more,
})
const draft = (input: Partial<Parameters<typeof draftWhole>[0]>) =>
  draftWhole(
    { gaps: [], modules: [], lines: [], doneModuleIds: new Set(), tier: 'Pengawas', ...input },
    template,
    '2026-1',
  )

it('The heaviest gap gets the cheapest module a line can pay, charged to the unit’s own line, with its reason', () => {
  const { items } = draft({
    gaps: [gap('T.1'), gap('M.3', 2, 3, 99)],
    modules: [module('M.3', 9), module('M.3', 5), module('T.1', 3)],
    lines: [
      { id: 'a', name: 'Instansi', available: 100, isOwn: false },
      { id: 'u', name: 'Unit', available: 6, isOwn: true },
    ],
  })
  expect(items[0]).toMatchObject({
    kind: 'communication',
    cost: 5,
    budgetLineId: 'u',
    reason: 'Menutup M.3. Dibebankan pada Unit.',
  })
  expect(items[1]).toMatchObject({ kind: 'technical', budgetLineId: 'a' })
})
it('What no line can pay stays open and says so; a cost nobody knows is charged to none', () => {
  const { items, open } = draft({
    gaps: [gap('T.1'), gap('T.2')],
    modules: [module('T.1', 50), module('T.2', null)],
    lines: [],
  })
  expect(open).toEqual([{ name: 'T.1', why: 'sisa pagu tidak cukup untuk modulnya' }])
  expect(items[0]).toMatchObject({ cost: null, budgetLineId: null, reason: 'Menutup T.2. Biayanya belum diketahui.' })
})
it('Every kind is there, on the job and with others too, whatever the role', () => {
  for (const tier of ['Pengawas', 'JF Ahli Muda', null]) {
    const { items } = draft({ gaps: [gap('T.1')], modules: [module('T.1', 0)], tier })
    expect(missingKinds(items)).toEqual([])
    expect(new Set(items.map(i => i.shareClass))).toEqual(new Set([10, 20, 70]))
    expect(items.every(i => i.reason && i.indicator && i.target)).toBe(true)
  }
})
it('A plan says which version of the template it came from', () => {
  const { items } = draft({})
  expect(templateVersionOf(items.map(i => i.reason))).toBe('2026-1')
  expect(templateVersionOf(['Menutup X.', null])).toBeNull()
})
it('No line pays more than it has, and never more modules than the template allows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
      fc.integer({ min: 0, max: 120 }),
      (costs, available) => {
        const { items } = draft({
          gaps: costs.map((_, i) => gap(`T.${i}`)),
          modules: costs.map((cost, i) => module(`T.${i}`, cost, { moduleId: String(i) })),
          lines: [{ id: 'u', name: 'Unit', available, isOwn: true }],
        })
        const paid = items.filter(i => i.budgetLineId === 'u').reduce((sum, i) => sum + (i.cost ?? 0), 0)
        expect(paid).toBeLessThanOrEqual(available)
        expect(items.filter(i => i.moduleId !== null).length).toBeLessThanOrEqual(template.modulesAtMost)
      },
    ),
  )
})
