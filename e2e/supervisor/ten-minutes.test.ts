import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoRoles } from '../../scripts/browser/crawl.ts'
import { openPage, phone, startVisit, type Visit } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test('A notice is told in the bar, read on its page without scripts, and then no longer counted', async () => {
  const context = await visit.as('asn', { javaScriptEnabled: false, viewport: phone })
  const page = await context.newPage()
  await page.goto('/kabar')
  const unread = await page.locator('.notice-list .unread').count()
  expect(unread).toBeGreaterThan(0)
  expect(await page.locator('.notices b').innerText()).toBe(String(unread))
  await page.locator('.notice-list .unread button').first().click()
  await page.waitForURL(url => url.pathname !== '/kabar')
  await page.goto('/kabar')
  expect(await page.locator('.notice-list .unread').count()).toBe(unread - 1)
  await context.close()
})

/** Common words that no English sentence has. */
const indonesian = /\b(yang|dan|belum|tidak|untuk|dari|Anda|menunggu|orang|sudah|pada|dengan|sampai)\b/i

test.for(demoRoles)('Asked for English, the home of %s says nothing of its own in Indonesian', async role => {
  const context = await visit.as(role)
  await context.addCookies([{ name: 'bahasa', value: 'en', url: visit.base }])
  const page = await openPage(context, '/')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  const said = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement
    // Words of the records themselves are marked as Indonesian, as are names.
    for (const part of copy.querySelectorAll('[lang=id], script, svg')) part.remove()
    return [...copy.querySelectorAll('*')]
      .flatMap(e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent?.trim() ?? ''))
      .filter(Boolean)
  })
  expect(said.filter(text => indonesian.test(text))).toEqual([])
  await context.close()
})
