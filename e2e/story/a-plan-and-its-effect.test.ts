import { afterAll, beforeAll, expect, test } from 'vitest'
import { follow, mustBeWell, openPage, phone, press, startVisit, type Visit, wordsOf } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test('A supervisor accepts a proposed change, which becomes a version of the plan that she has signed', async () => {
  const context = await visit.as('supervisor', { javaScriptEnabled: false, viewport: phone })
  const page = await openPage(context, '/diklat/usul-perubahan?keadaan=open')
  await page.locator('main tbody a').first().click()
  await page.waitForLoadState('load')
  await press(page, 'Terima usul')
  await mustBeWell(page)
  expect(new URL(page.url()).pathname).toMatch(/^\/diklat\/rencana\//)
  expect(await wordsOf(page)).toContain('Atasan, ')
  await context.close()
})

test('An officer sees two budgets side by side and freezes one; its people and trainers are asked', async () => {
  const context = await visit.as('hr_officer')
  const page = await openPage(context, '/diklat/penyusun')
  await follow(page, 'Rencana DPUPR 2027')
  expect(await wordsOf(page)).toContain('pagu')
  await page.locator('[name=approver]').fill('Kepala BKPSDM Kabupaten Contoh')
  await press(page, 'Bekukan skenario')
  await mustBeWell(page)
  expect(await wordsOf(page)).toMatch(/dibekukan/i)
  await context.close()
})
