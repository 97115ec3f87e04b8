import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEveryScreen, startVisit, type Visit } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test('Every screen a leader can reach reads well on a phone and a desk', async () => {
  const { seen, faults } = await readEveryScreen(visit, 'leader')
  expect(faults.join('\n')).toBe('')
  expect(seen.length).toBeGreaterThan(3)
})
