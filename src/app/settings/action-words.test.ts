import { expect, test } from 'vitest'
import { useCases } from '../use-cases.ts'
import { actionWord } from './action-words.ts'

test('Everything an agency can do has an Indonesian word in the trail', () => {
  const without = useCases
    .map(useCase => useCase.name)
    .filter(name => actionWord(name).toLowerCase() === name.replaceAll('-', ' '))
  expect(without).toEqual([])
})

test('Every use case has its own name', () => {
  const names = useCases.map(useCase => useCase.name)
  expect(new Set(names).size).toBe(names.length)
})
