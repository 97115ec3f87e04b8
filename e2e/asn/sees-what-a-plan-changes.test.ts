import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, phone, startVisit, type Visit, wordsOf } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test('An employee sees what each activity of the plan changes, before and after, on a phone without scripts', async () => {
  const context = await visit.as('asn', { javaScriptEnabled: false, viewport: phone })
  const page = await openPage(context, '/')
  const plan = await page.locator('main a[href^="/diklat/rencana/"]').first().getAttribute('href')
  await openPage(page, plan!.split('#')[0])
  const told = await wordsOf(page)
  expect(told).toContain('Akibat tiap kegiatan')
  expect(told).toContain('Sebelum rencana')
  expect(told).toMatch(/level \d menjadi \d/)
  await context.close()
})
