import fc from 'fast-check'
import { expect, test } from 'vitest'
import { record } from '#core/figure/mechanisms.ts'
import { addDays, type Day } from '#core/values/day.ts'
import type { CompetencyGap } from '../gap/gap.model.ts'
import { gapChange, likeness, nearness, standings, whyKept } from './standard-version.model.ts'

const day = fc.integer({ min: 0, max: 900 }).map(n => addDays('2025-01-01' as Day, n))

test('On no day do two versions of one title hold, whatever their days', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(day, fc.option(day), fc.boolean()), { selector: ([from]) => from, maxLength: 8 }),
      day,
      (rows, on) => {
        const versions = rows.map(([valid_from, valid_until, isGone], i) => ({
          id: String(i),
          valid_from,
          valid_until,
          withdrawn_on: isGone ? valid_from : null,
        }))
        const found = [...standings(versions, on)]
        expect(found.filter(([, s]) => s === 'holding').length).toBeLessThanOrEqual(1)
        for (const [id, s] of found) expect(s === 'withdrawn').toBe(versions[Number(id)].withdrawn_on !== null)
      },
    ),
  )
})

test('A version stays once its first day has passed, when a batch measures by it, or a later one follows', () => {
  const fresh = { valid_from: '2026-11-24' as Day, withdrawn_on: null, batches: 0, hasLater: false, isImported: false }
  const on = '2026-11-24' as Day
  expect(whyKept(fresh, on)).toBeNull()
  expect(whyKept({ ...fresh, valid_from: '2026-11-23' as Day }, on)).toBe('in-force')
  expect(whyKept({ ...fresh, batches: 1 }, on)).toBe('in-use')
  expect(whyKept({ ...fresh, hasLater: true }, on)).toBe('later')
  expect(whyKept({ ...fresh, isImported: true }, on)).toBe('imported')
})

const gap = (code: string, value: number | null): CompetencyGap =>
  ({ code, gap: record<number>({ label: code, unit: 'level', asOf: '2026-11-24' as Day, value }) }) as CompetencyGap

test('What nobody has measured becomes something to assess, never a gap', () => {
  expect(gapChange([gap('A', 0)], [gap('A', 2), gap('B', null)])).toEqual({ more: ['A'], less: [], unknown: ['B'] })
  expect(gapChange([gap('A', null)], [gap('A', null)])).toEqual({ more: [], less: [], unknown: [] })
  expect(gapChange([gap('A', 2), gap('B', 1)], [gap('A', 1)])).toEqual({ more: [], less: ['A', 'B'], unknown: [] })
})

test('A post of the same tier and family is nearer than one of the same unit kind alone, which is no reason', () => {
  const own = { tier: 'Pengawas', family: 'Pekerjaan Umum', kind: 'structural', unitKinds: ['dinas'] }
  const both = likeness(own, { ...own, unitKinds: [] })
  const tier = likeness(own, { ...own, family: null })
  expect(nearness(both)).toBeGreaterThan(nearness(['tier', 'kind']))
  expect(nearness(tier)).toBeGreaterThan(0)
  expect(nearness(likeness(own, { tier: null, family: null, kind: 'structural', unitKinds: ['dinas'] }))).toBe(0)
})
