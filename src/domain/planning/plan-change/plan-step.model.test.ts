import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ModuleOffer } from '../plan/whole-plan.model.ts'
import {
  applySteps,
  type CarriedItem,
  elsewhere,
  forBudgetCut,
  forEvaluation,
  forNewPost,
  keyOf,
} from './plan-step.model.ts'

const item = (more: Partial<CarriedItem> = {}): CarriedItem => ({
  moduleId: 'm1',
  sessionId: 's1',
  title: 'Kontrak',
  method: 'Pelatihan teknis',
  shareClass: 10,
  startsOn: '2027-03-01',
  endsOn: '2027-03-03',
  jp: 24,
  cost: 4_000_000,
  budgetLineId: 'l1',
  competencyId: 'c1',
  fromLevel: 1,
  toLevel: 3,
  reason: null,
  indicator: 'ada',
  baseline: null,
  target: '2',
  evidenceAsked: null,
  checkedBy: null,
  ...more,
})
const offer = (more: Partial<ModuleOffer> = {}): ModuleOffer => ({
  moduleId: 'm2',
  sessionId: 's2',
  title: 'Kontrak lewat e-learning',
  method: 'E-learning',
  shareClass: 10,
  jp: 12,
  cost: 0,
  startsOn: '2027-05-01',
  endsOn: '2027-05-02',
  competencyId: 'c1',
  fromLevel: 0,
  toLevel: 3,
  ...more,
})

test('A cancelled class goes to another date of the same module first, then to another module, then to guidance at work', () => {
  const again = offer({ moduleId: 'm1', sessionId: 's9', startsOn: '2027-06-01', endsOn: '2027-06-03' })
  expect(elsewhere(item(), { repeats: [again], others: [offer()] })).toMatchObject({
    verb: 'move',
    item: { sessionId: 's9', startsOn: '2027-06-01', indicator: 'ada' },
  })
  expect(elsewhere(item(), { repeats: [], others: [offer()] })).toMatchObject({
    verb: 'replace',
    item: { moduleId: 'm2' },
  })
  expect(elsewhere(item(), { repeats: [], others: [offer({ toLevel: 2 })] })).toMatchObject({
    verb: 'replace',
    item: { moduleId: null, shareClass: 20, cost: 0 },
  })
  expect(elsewhere(item({ competencyId: null }), { repeats: [], others: [] })).toMatchObject({
    verb: 'drop',
    item: null,
  })
})

test('A new post takes out what it does not ask for unless it has begun, and brings its largest gap', () => {
  const steps = forNewPost(
    [
      { ...item(), isBegun: false },
      { ...item({ moduleId: 'm3', competencyId: 'c3' }), isBegun: true },
    ],
    {
      post: 'Kepala Bidang',
      asked: new Set(['c2']),
      gaps: [{ competencyId: 'c2', name: 'Kepemimpinan', current: 2, required: 4, weight: 5 }],
      offers: [offer({ competencyId: 'c2', fromLevel: 2, toLevel: 4 })],
    },
    { addAtMost: 2 },
  )
  expect(steps.map(s => [s.verb, s.key ?? s.item?.moduleId])).toEqual([
    ['drop', 'm1'],
    ['add', 'm2'],
  ])
})

test('After a cut what stays fits the ceiling, unless all that is left has begun', () => {
  const charged = fc.array(
    fc.record({ cost: fc.integer({ min: 1, max: 50 }), isBegun: fc.boolean(), day: fc.integer({ min: 1, max: 28 }) }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(charged, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 }), (rows, ceiling, room) => {
      const list = rows.map((r, i) => ({
        planId: `p${i}`,
        item: {
          ...item({ moduleId: `m${i}`, startsOn: `2027-03-${String(r.day).padStart(2, '0')}` }),
          cost: r.cost,
          isBegun: r.isBegun,
        },
      }))
      const steps = forBudgetCut(list, { line: 'L', ceiling, others: [{ id: 'l2', name: 'Lain', room }], offers: [] })
      const moved = steps.filter(s => s.step.verb === 'move')
      const gone = new Set(steps.map(s => s.planId))
      const left = list.filter(c => !gone.has(c.planId)).reduce((sum, c) => sum + c.item.cost, 0)
      const begun = list.filter(c => c.item.isBegun).reduce((sum, c) => sum + c.item.cost, 0)
      expect(left).toBeLessThanOrEqual(Math.max(ceiling, begun))
      expect(moved.reduce((sum, s) => sum + (s.step.item?.cost ?? 0), 0)).toBeLessThanOrEqual(room)
      expect(list.filter(c => c.item.isBegun).some(c => gone.has(c.planId))).toBe(false)
    }),
  )
})

test('Laying the same steps twice changes nothing more', () => {
  const steps = [
    elsewhere(item(), { repeats: [], others: [offer()] }),
    { verb: 'add' as const, key: null, title: 'Baru', why: '', item: item({ moduleId: null, title: 'Baru' }) },
  ]
  const once = applySteps([item(), item({ moduleId: 'm7', title: 'Lain' })], steps)
  const twice = applySteps(once.items, steps)
  expect(once.applied).toHaveLength(2)
  expect(twice.items.map(keyOf)).toEqual(once.items.map(keyOf))
  expect(twice.applied).toHaveLength(0)
})

test('An evaluation against a module moves what has not begun to another one, else sets guidance beside it; nothing is dropped', () => {
  const ask = (offers: ModuleOffer[], more = {}) =>
    forEvaluation([{ ...item(), isBegun: false, ...more }], {
      programme: 'Program A',
      moduleIds: new Set(['m1']),
      offers,
    })
  expect(ask([offer()])).toMatchObject([{ verb: 'replace', key: 'm1', item: { moduleId: 'm2' } }])
  expect(ask([])).toMatchObject([{ verb: 'add', key: null, item: { shareClass: 20, cost: 0, indicator: 'ada' } }])
  expect(ask([offer()], { isBegun: true })).toEqual([])
  expect(ask([offer()], { moduleId: 'm7' })).toEqual([])
})
