import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoRole, demoRoles } from '../scripts/browser/crawl.ts'
import { readEveryScreen, startVisit, type Visit } from './fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

/** Screens that somebody has read with all rules already; what differs by role (the homes) is read for each. */
const read = new Set<string>()

test.for([...demoRoles])(
  'Every screen the role %s can reach reads well on a phone and a desk',
  async (role: DemoRole) => {
    const { seen, faults } = await readEveryScreen(visit, role, read)
    expect(faults.join('\n')).toBe('')
    expect(seen.length).toBeGreaterThan(3)
  },
)
