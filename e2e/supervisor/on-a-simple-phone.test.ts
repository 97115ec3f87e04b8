import { afterAll, beforeAll, expect, test } from 'vitest'
import { startVisit, type Visit } from '../fixture.ts'
import { mostKilobytes, visitLightly } from '../light-and-without-scripts.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test(`Every page of a supervisor stands without scripts and weighs at most ${mostKilobytes} kB, font and style included`, async () => {
  const { seen, faults } = await visitLightly(visit, 'supervisor')
  expect(faults.join('\n')).toBe('')
  expect(seen).toBeGreaterThan(5)
})
