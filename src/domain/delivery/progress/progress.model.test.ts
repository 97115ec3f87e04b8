import { expect, test } from 'vitest'
import { lateWith } from './progress.model.ts'

const programme = { starts_on: '2026-03-01', ends_on: '2026-12-31' }
const nobody = {
  left_on: null,
  late_items: [],
  late_follow_ups: [],
  late_assignments: [],
  last_meeting_on: '2026-11-20',
}
const rules = { longestGapDays: 45 }

test('Who met lately and has nothing overdue is late with nothing', () => {
  expect(lateWith(nobody, programme, rules, '2026-11-24')).toEqual([])
})

test('The oldest delay stands first, and a meeting that did not take place counts while the programme runs', () => {
  const late = lateWith(
    { ...nobody, last_meeting_on: '2026-09-01', late_items: [{ id: 'i', title: 'Modul', due_on: '2026-11-01' }] },
    programme,
    rules,
    '2026-11-24',
  )
  expect(late.map(l => [l.kind, l.since])).toEqual([
    ['meeting', '2026-10-16'],
    ['item', '2026-11-01'],
  ])
  expect(
    lateWith({ ...nobody, last_meeting_on: null }, { ...programme, ends_on: '2026-10-31' }, rules, '2026-11-24'),
  ).toEqual([])
})

test('Somebody who left the programme is not chased', () => {
  const left = { ...nobody, left_on: '2026-06-15', late_items: [{ id: 'i', title: 'Modul', due_on: '2026-11-01' }] }
  expect(lateWith(left, programme, rules, '2026-11-24')).toEqual([])
})
