import { expect, test } from 'vitest'
import { sameName } from './same-name.ts'

test('A list in capitals without titles changes nobody’s name', () => {
  expect(sameName('Dr. Eka Anggraini, S.T., M.T.', 'EKA  ANGGRAINI')).toBe(true)
})

test('Another name is another name', () => {
  expect(sameName('Eka Anggraini', 'Eka Lestari')).toBe(false)
  expect(sameName(undefined, 'Eka Lestari')).toBe(false)
})
