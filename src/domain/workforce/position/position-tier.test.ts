import { expect, test } from 'vitest'
import { echelonOf, kindOf, tierOf } from './position-tier.ts'

test('The written echelon decides the tier, whatever the title says', () => {
  expect(tierOf('Sekretaris', 'III.a')).toBe('Administrator')
  expect(tierOf('Kepala Dinas Kesehatan', 'II.b')).toBe('JPT Pratama')
  expect(tierOf('Kepala Seksi Jalan', 'IV/a')).toBe('Pengawas')
})

test('A functional tier is read from the tier column or from the title', () => {
  expect(tierOf('Teknik Pengairan Ahli Muda')).toBe('JF Ahli Muda')
  expect(tierOf('Auditor', 'JF Mahir')).toBe('JF Mahir')
  expect(kindOf('JF Mahir')).toBe('functional')
})

test('Without any hint a post is an executor', () => {
  expect(tierOf('Pengelola Layanan Operasional', null)).toBe('Pelaksana')
  expect(kindOf('Pelaksana')).toBe('executor')
})

test('Only an echelon is an echelon', () => {
  expect(echelonOf('ii.B')).toBe('II.b')
  expect(echelonOf('JF Ahli Muda')).toBeNull()
})
