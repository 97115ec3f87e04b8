import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#core/values/day.ts'
import { isServing } from '../award/award.model.ts'
import { retirementOf } from '../retirement/retirement.model.ts'
import { retirementRules } from '../retirement/retirement.rules.ts'
import { jpLedger, type TrainingRecord } from '../training/jp-ledger.model.ts'
import { jpRules } from '../training/training.rules.ts'
import { type CareerRow, monthsInTiers } from './career.model.ts'

const asOf = '2026-11-24'
const row = (from: string, until: string | null, changes: Partial<CareerRow> = {}): CareerRow => ({
  position: 'Kepala Bidang',
  tier: 'Administrator',
  family: 'Infrastruktur',
  assignment: 'Definitif',
  from,
  until,
  ...changes,
})

test('Two posts at once are counted once, Plt is not counted, and a gap is not experience', () => {
  expect(
    monthsInTiers([row('2020-01-01', '2020-12-31'), row('2020-07-01', '2021-06-30')], ['Administrator'], asOf).value,
  ).toBe(18)
  expect(monthsInTiers([row('2020-01-01', '2020-12-31', { assignment: 'Plt' })], ['Administrator'], asOf).value).toBe(0)
  expect(
    monthsInTiers([row('2020-01-01', '2020-03-31'), row('2021-01-01', '2021-03-31')], ['Administrator'], asOf).value,
  ).toBe(6)
})

test('Without a position history the experience is unknown, not zero', () => {
  expect(monthsInTiers(null, ['Administrator'], asOf)).toMatchObject({ value: null, state: 'unknown' })
})

test('Cutting a post in two does not change the months of experience', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (a, b) => {
      const cut = addDays('2010-01-15', a)
      const end = addDays(cut, b)
      const whole = monthsInTiers([row('2010-01-15', end)], ['Administrator'], asOf).value
      expect(monthsInTiers([row('2010-01-15', addDays(cut, -1)), row(cut, end)], ['Administrator'], asOf).value).toBe(
        whole,
      )
    }),
  )
})

const { body: rules, reference: ruleSet } = retirementRules.on(asOf)
test('A teacher retires at 60 at every level, a PPPK has no retirement age, and an unknown birth date is asked for', () => {
  const person = { id: '1', employment: 'PNS', birthOn: '1968-03-15', title: 'Guru Ahli Muda', tier: 'JF Ahli Muda' }
  expect(retirementOf(person, { rules, ruleSet, asOf }).startsOn.value).toBe('2028-04-01')
  expect(retirementOf({ ...person, employment: 'PPPK' }, { rules, ruleSet, asOf }).startsOn.state).toBe(
    'not-applicable',
  )
  expect(retirementOf({ ...person, birthOn: null }, { rules, ruleSet, asOf }).startsOn).toMatchObject({
    value: null,
    needs: [{ what: 'tanggal lahir' }],
  })
})

test('JP counts in the year of its end, only with a certificate; the rest is listed with its reason', () => {
  const training = (changes: Partial<TrainingRecord>): TrainingRecord => ({
    id: 'x',
    name: 'Diklat',
    form: 'Pelatihan Teknis',
    certificate: '1',
    startsOn: '2026-01-01',
    endsOn: '2026-01-05',
    jp: 12,
    ...changes,
  })
  const ledger = jpLedger(
    [
      training({}),
      training({ startsOn: '2025-12-28', endsOn: '2026-01-02', jp: 4 }),
      training({ endsOn: '2025-12-31' }),
      training({ certificate: null }),
      training({ jp: null }),
      training({ endsOn: null }),
    ],
    { id: '1', employment: 'PNS' },
    2026,
    { rules: jpRules.on(asOf).body, ruleSet: jpRules.on(asOf).reference, asOf },
  )
  expect([ledger.counted.value, ledger.missing.value]).toEqual([16, 4])
  expect(ledger.notCounted.map(n => n.reason)).toEqual(['withoutCertificate', 'withoutJp', 'withoutEnd'])
})

test('A reprimand of one day is not being served', () => {
  expect(isServing({ from: '2025-11-15', until: '2025-11-15' }, '2025-11-15')).toBe(false)
  expect(isServing({ from: '2026-07-14', until: '2027-07-14' }, asOf)).toBe(true)
})
