import { expect, test } from 'vitest'
import { addMonths, type Day } from '#core/values/day.ts'
import { indicatorRules } from './indicator.rules.ts'
import { indicatorPanel, indicatorPeriods, monthLine } from './indicator-panel.model.ts'

const rules = indicatorRules.on('2026-11-24').body
const months = (from: Day, n: number) => Array.from({ length: n }, (_, i) => addMonths(from, i))
const effect = { from: '2026-05-01' as Day, full: '2026-07-01' as Day }

test('Periods before are as long as the months of full effect; growing months and the odd rest are left out', () => {
  const periods = indicatorPeriods(months('2024-11-01' as Day, 24), effect, rules)
  expect(periods.map(p => [p.first, p.last, p.isAfter])).toEqual([
    ['2025-01-01', '2025-04-01', false],
    ['2025-05-01', '2025-08-01', false],
    ['2025-09-01', '2025-12-01', false],
    ['2026-01-01', '2026-04-01', false],
    ['2026-07-01', '2026-10-01', true],
  ])
})

test('Before the month of full effect there is no period after, so nothing can be concluded yet', () => {
  const periods = indicatorPeriods(months('2025-11-01' as Day, 8), effect, rules)
  expect(periods.every(p => !p.isAfter)).toBe(true)
  expect(indicatorPeriods(months('2025-11-01' as Day, 8), { from: null, full: null }, rules)).toEqual([])
})

test('A month that nobody reported is unknown: a period with too few months has no mean, and is never zero', () => {
  const units = [
    { id: 'a', name: 'A', isProgramme: true },
    { id: 'b', name: 'B', isProgramme: false },
  ]
  const values = [
    ...months('2025-11-01' as Day, 12).map(month => ({ unitId: 'a', month, value: 10 })),
    ...months('2025-11-01' as Day, 12)
      .filter(m => m < '2026-02-01' || m > '2026-04-01')
      .map(month => ({ unitId: 'b', month, value: 4 })),
  ]
  const panel = indicatorPanel(values, units, effect, rules)
  expect(panel.rows.filter(r => r.unit === 'B').map(r => r.value)).toEqual([null, 4])
  expect(panel.rows.filter(r => r.unit === 'A').map(r => [r.value, r.firstTreated])).toEqual([
    [10, 1],
    [10, 1],
  ])
  const line = monthLine(values, units)
  expect(line.comparison[3]).toBeNull()
  expect(line.programmeUnits[3]).toBe(1)
})
