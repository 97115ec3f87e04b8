import { expect, it } from 'vitest'
import { record, sum } from '../../src/core/figure/mechanisms.ts'
import type { Day } from '../../src/core/values/day.ts'
import { leftBeside, leftOverRows } from './beside.ts'

const asOf = '2026-11-24' as Day
const part = (value: number) => record<number>({ label: 'Baris', asOf, value, unit: 'rupiah' })

it('a number of the row counts only where the linked record tells the same number', () => {
  const records = ['Pagu\nRp820.400.000']
  expect(leftBeside(['820'], { figures: [], records }, 'id')).toEqual([])
  expect(leftBeside(['821', '7'], { figures: [], records }, 'id')).toEqual(['821', '7'])
  expect(leftBeside(['820'], { figures: [], records: [''] }, 'id')).toEqual(['820'])
})

it('a number of the row counts where the explanation of a figure of the row holds it', () => {
  const figures = [sum({ label: 'Pagu', asOf, unit: 'rupiah', parts: [part(2.7e9), part(1.6e9)] })]
  expect(leftBeside(['2,7', '4,3'], { figures, records: [] }, 'id')).toEqual([])
  expect(leftBeside(['2,9'], { figures, records: [] }, 'id')).toEqual(['2,9'])
})

it('a heading may say how many rows stand below it, and no other number', () => {
  const rowCounts = new Set([3, 12])
  expect(leftOverRows(['12', '0'], rowCounts, 'id')).toEqual([])
  expect(leftOverRows(['13', '1.200'], rowCounts, 'id')).toEqual(['13', '1.200'])
})
