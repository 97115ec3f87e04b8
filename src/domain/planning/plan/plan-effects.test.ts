import { expect, it } from 'vitest'
import type { OutcomeItem } from './outcome.model.ts'
import { effectsOf } from './plan-effects.ts'

const need = (current: number | null) => ({
  code: 'C',
  name: 'Kontrak',
  current,
  required: 4,
  importance: 'mutlak' as const,
})
const item = (from: number, to: number): OutcomeItem => ({
  id: null,
  title: `${from}-${to}`,
  endsOn: null,
  jp: null,
  cost: null,
  lifts: [{ code: 'C', from, to, measured: 0, risen: 0 }],
})

it('Steps follow each other: a module begins only where the person stands', () => {
  expect(effectsOf([need(1)], [item(3, 4), item(1, 3)])[0]).toMatchObject({ now: 1, after: 4 })
  expect(effectsOf([need(1)], [item(3, 4)])[0]).toMatchObject({ now: 1, after: 1, items: ['3-4'] })
})

it('Where the level is unknown nothing is promised', () => {
  expect(effectsOf([need(null)], [item(1, 4)])[0]).toMatchObject({ now: null, after: null })
})
