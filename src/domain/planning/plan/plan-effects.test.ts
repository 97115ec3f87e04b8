import { expect, it } from 'vitest'
import type { Need } from '../need/need.store.ts'
import type { PlanItem } from './plan.store.ts'
import { effectsOf } from './plan-effects.ts'

const need = (current: number | null): Need => ({
  competencyId: 'c',
  code: 'C',
  name: 'Kontrak',
  current,
  required: 4,
  importance: 'mutlak',
})
const item = (from_level: number, to_level: number, state = 'planned') =>
  ({ competency_id: 'c', from_level, to_level, state, title: `${from_level}-${to_level}` }) as PlanItem

it('Steps follow each other: a module begins only where the person stands', () => {
  expect(effectsOf([need(1)], [item(3, 4), item(1, 3)])[0]).toMatchObject({ now: 1, after: 4 })
  expect(effectsOf([need(1)], [item(3, 4)])[0]).toMatchObject({ now: 1, after: 1 })
})

it('Where the level is unknown nothing is promised', () => {
  expect(effectsOf([need(null)], [item(1, 4)])[0]).toMatchObject({ now: null, after: null })
})

it('What is done already shows in the assessed level and is not promised again', () => {
  expect(effectsOf([need(2)], [item(1, 3, 'done')])[0]).toMatchObject({ now: 2, after: 2 })
})
