import { expect, test } from 'vitest'
import { safeReturn } from './return-path.ts'

test('After signing in nobody is sent to another house', () => {
  expect(safeReturn('//jahat.example/x')).toBe('/')
  expect(safeReturn('/\\jahat.example')).toBe('/')
  expect(safeReturn('https://jahat.example')).toBe('/')
  expect(safeReturn('/masuk')).toBe('/')
  expect(safeReturn('/diklat/rencana?versi=2')).toBe('/diklat/rencana?versi=2')
})
