import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decides, unitCommitteeFor } from './committee-scope.model.ts'

const scope = { agencyTiers: ['JPT Pratama', 'Administrator'] }
const committees = [
  { id: 'kti', unitId: null },
  { id: 'pu', unitId: 'dinas-pu' },
]

test('A supervisor of a unit with a committee of its own goes there, also from a division; a head and a unit without one go to the agency', () => {
  expect(unitCommitteeFor({ tier: 'Pengawas', units: ['bina-marga', 'dinas-pu'] }, committees, scope)).toBe('pu')
  expect(unitCommitteeFor({ tier: 'Administrator', units: ['dinas-pu'] }, committees, scope)).toBeNull()
  expect(unitCommitteeFor({ tier: 'Pengawas', units: ['dinas-lain'] }, committees, scope)).toBeNull()
  expect(unitCommitteeFor({ tier: null, units: ['dinas-pu'] }, committees, scope)).toBeNull()
})

test('Every case belongs to exactly one committee', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('JPT Pratama', 'Administrator', 'Pengawas', 'Pelaksana', null),
      fc.constantFrom(['dinas-pu'], ['bina-marga', 'dinas-pu'], ['dinas-lain'], []),
      (tier, units) => committees.filter(c => decides(c, { tier, units }, committees, scope)).length === 1,
    ),
  )
})
