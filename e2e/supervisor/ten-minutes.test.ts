import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoRoles } from '../../scripts/browser/crawl.ts'
import { mustBeWell, openPage, phone, press, startVisit, type Visit } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test('A supervisor answers a check in the queue on a phone without scripts, and takes the answer back', async () => {
  const context = await visit.as('supervisor', { javaScriptEnabled: false, viewport: phone })
  const page = await context.newPage()
  await page.goto('/')
  const heading = await page.locator('h1').innerText()
  expect(heading).toMatch(/^\d+ hal menunggu Anda, kira-kira \d+ menit$/)
  const waiting = Number.parseInt(heading, 10)

  await page.getByRole('link', { name: /^Jawab ?: Cek penerapan 90 hari, Dimas Anggara/ }).click()
  expect(await page.locator('.open-item h2').innerText()).toContain('Cek penerapan 90 hari')
  expect(await page.locator('.open-item input[type=radio]:checked').count()).toBe(0)
  await page.getByRole('radio', { name: /Diterapkan mandiri/ }).check()
  await page.getByLabel(/Catatan untuk Dimas/).fill('Jadwal dua paket mutakhir setiap Senin.')
  await press(page, 'Simpan dan lanjut')
  expect(await page.locator('.answered').innerText()).toContain('Tersimpan: cek penerapan, Dimas Anggara')
  expect(await page.getByText('Cek penerapan 90 hari, Dimas Anggara').count()).toBe(0)

  await press(page, 'Urungkan')
  expect(await page.locator('.answered').innerText()).toContain('Diurungkan')
  expect(Number.parseInt(await page.locator('h1').innerText(), 10)).toBe(waiting)
  await context.close()
})

test('Pressed without an answer, the item stays open and says what is missing', async () => {
  const context = await visit.as('supervisor', { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: /^Jawab ?: Cek penerapan 90 hari/ }).click()
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForLoadState('load')
  expect(await page.locator('.open-item h2').innerText()).toContain('Cek penerapan 90 hari')
  expect(await page.locator('.open-item').innerText()).toContain('Pilih salah satu jawaban.')
  await context.close()
})

test('With a keyboard: a figure chooses, Enter saves, U undoes', async () => {
  const context = await visit.as('supervisor')
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: /^Jawab ?: Cek penerapan 90 hari/ }).click()
  await page.waitForLoadState('load')
  await page.keyboard.press('2')
  expect(await page.getByRole('radio', { name: /Dengan bantuan/ }).isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(/terjawab=/)
  await page.keyboard.press('u')
  await page.waitForURL(/kabar=urung/)
  await mustBeWell(page)
  await context.close()
})

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
