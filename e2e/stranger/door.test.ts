import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DemoRole, demoRoles } from '../../scripts/browser/crawl.ts'
import { screens } from '../../src/app/routes.ts'
import { openPage, startVisit, type Visit } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

/** An address of each screen; its keys belong to nobody, for the door asks before anything is read. */
const addresses = screens
  .filter(s => !s.isPublic)
  .map(screen => ({ screen, path: screen.path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000') }))

/** Asks a few at a time, as a house full of people would. */
const eachOf = async <T>(all: readonly T[], ask: (one: T) => Promise<void>): Promise<void> => {
  const waiting = [...all]
  const walk = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await ask(one)
  }
  await Promise.all([walk(), walk(), walk(), walk()])
}

describe('The door', () => {
  test('Nobody who has not signed in sees any page of the house', async () => {
    const context = await visit.stranger()
    const open: string[] = []
    await eachOf(addresses, async ({ path }) => {
      const answer = await context.request.get(path, { maxRedirects: 0 })
      if (answer.status() !== 302 || !(answer.headers().location ?? '').startsWith('/masuk'))
        open.push(`${path}: ${answer.status()}`)
    })
    expect(open).toEqual([])
  })

  test.for(demoRoles)('What is not for the role %s stays shut, and says for whom it is', async (role: DemoRole) => {
    const context = await visit.as(role)
    const page = await context.newPage()
    await page.goto('/')
    // Everybody with an employee record is an ASN as well.
    const own = (await page.locator('a[href="/hak-saya"]').count()) > 0 ? [role, 'asn'] : [role]
    const shut = addresses.filter(({ screen }) => !own.some(r => (screen.roles as readonly string[]).includes(r)))
    const wrong: string[] = []
    await eachOf(shut, async ({ path }) => {
      const answer = await context.request.get(path, { maxRedirects: 0 })
      if (answer.status() !== 403) wrong.push(`${path}: ${answer.status()}`)
    })
    expect(wrong).toEqual([])
    if (shut.length > 0) {
      await page.goto(shut[0].path)
      expect(await page.locator('h1').textContent()).toBe('Halaman ini bukan untuk peran Anda')
    }
    await context.close()
  })
})

test('The pages before the house read well: sign-in, first password', async () => {
  const context = await visit.stranger()
  for (const path of ['/masuk', '/masuk/undangan']) await openPage(context, path, { isAxed: true })
})
