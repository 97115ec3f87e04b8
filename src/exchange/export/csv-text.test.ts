import { expect, test } from 'vitest'
import { csvText } from './csv-text.ts'

test('A name that begins like a formula stays a name', () => {
  expect(csvText(['Nama'], [['=HYPERLINK("x")']])).toContain(`"'=HYPERLINK(""x"")"`)
})

test('An unknown value is an empty cell, a zero is a zero', () => {
  expect(csvText(['JP'], [[null], [0]])).toBe('﻿JP\r\n\r\n0\r\n')
})
