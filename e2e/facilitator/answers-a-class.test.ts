import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill, formOf, mustBeWell, openPage, phone, press, startVisit, type Visit, wordsOf } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

/** The first class ahead that may still be refused. */
const classAhead = async (page: Page) => {
  const item = page.locator('main li[id]').filter({ has: page.getByRole('button', { name: /^Tolak / }) })
  return page.locator(`[id="${await item.first().getAttribute('id')}"]`)
}

test('Whoever teaches refuses a class with a reason, on a phone without scripts; the officer finds it among her tasks', async () => {
  const context = await visit.as('facilitator', { javaScriptEnabled: false, viewport: phone })
  const page = await openPage(context, '/diklat/mengajar')
  expect(await wordsOf(page, 'h1')).toContain('menunggu jawaban Anda')
  const own = await classAhead(page)
  await own.getByRole('button', { name: /^Tolak / }).click()
  await page.waitForLoadState('load')
  expect(await own.innerText()).toContain('Tuliskan alasan sekurang-kurangnya 10 huruf')
  await own.getByLabel(/Alasan bila menolak/).fill('Bertugas di provinsi sepanjang minggu itu.')
  await press(page, /^Tolak /, own)
  expect(await own.innerText()).toContain('Anda tolak: Bertugas di provinsi')

  const officer = await visit.as('hr_officer')
  expect(await wordsOf(await openPage(officer, '/'))).toContain('menolak mengajar')
  await officer.close()

  await press(page, /^Terima /, own)
  expect(await own.innerText()).toContain('Anda terima')
  await context.close()
})

test('A day away on which she teaches is refused by the name of the class; a free one is kept', async () => {
  const context = await visit.as('facilitator', { javaScriptEnabled: false, viewport: phone })
  const page = await openPage(context, '/diklat/mengajar')
  const mark = 'Tandai tidak dapat mengajar'
  const [, day, month] = /(\d{1,2}) (\w{3})\w* 2027 sampai/.exec(await (await classAhead(page)).innerText()) ?? []
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']
  const taught = `2027-${String(months.indexOf(month!) + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`
  await fill(page, { startsOn: taught, endsOn: taught }, formOf(page, mark))
  await page.getByRole('button', { name: mark }).click()
  await page.waitForLoadState('load')
  expect(await wordsOf(page)).toMatch(/Ada kelas .+ mulai .+ Tolak dahulu kelasnya/)

  const again = await openPage(context, '/diklat/mengajar')
  await fill(again, { startsOn: '2027-12-27', endsOn: '2027-12-31' }, formOf(again, mark))
  await press(again, mark)
  await mustBeWell(again)
  expect(await wordsOf(again)).toContain('27 Des 2027')
  await context.close()
})
