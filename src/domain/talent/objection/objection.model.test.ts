import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '#core/values/day.ts'
import { dueAfter, isWorkingDay, workingDaysLeft } from './objection.model.ts'
import { objectionRules } from './objection.rules.ts'

const { body: rules } = objectionRules.on('2026-11-24')
const days = fc.integer({ min: 0, max: 700 }).map(n => addDays('2026-01-01', n) as Day)

test('The deadline is a working day, exactly so many working days away, whatever the holidays', () => {
  fc.assert(
    fc.property(days, fc.uniqueArray(days, { maxLength: 20 }), (from, off) => {
      const holidays = new Set<string>(off)
      const due = dueAfter(from, holidays, rules)
      expect(isWorkingDay(due, holidays, rules)).toBe(true)
      expect(workingDaysLeft(from, due, holidays, rules)).toBe(rules.answerWithinWorkingDays)
    }),
  )
})

test('One more holiday never shortens the time a second person has', () => {
  fc.assert(
    fc.property(days, fc.uniqueArray(days, { maxLength: 10 }), days, (from, off, more) => {
      const [before, after] = [new Set<string>(off), new Set<string>([...off, more])]
      expect(dueAfter(from, after, rules) >= dueAfter(from, before, rules)).toBe(true)
    }),
  )
})

test('A deadline that has passed counts down below nought', () => {
  expect(workingDaysLeft('2026-11-24', '2026-11-20', new Set(), rules)).toBe(-2)
})
