import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill, formOf, mustBeWell, openPage, phone, press, startVisit, type Visit, wordsOf } from '../fixture.ts'

/** A form that is to come back with what is wrong. */
const refused = async (page: Page, button: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: button }).first().click()
  await page.waitForLoadState('load')
}

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test('Whoever teaches refuses a class with a reason, on a phone without scripts; the officer finds it among her tasks', async () => {
  const context = await visit.as('facilitator', { javaScriptEnabled: false, viewport: phone })
  const page = await openPage(context, '/diklat/mengajar')
  expect(await wordsOf(page, 'h1')).toContain('menunggu jawaban Anda')
  await refused(page, /^Tolak /)
  expect(await wordsOf(page)).toContain('Tuliskan alasan sekurang-kurangnya 10 huruf')
  await page.getByLabel(/Alasan bila menolak/).fill('Bertugas di provinsi sepanjang minggu itu.')
  await press(page, /^Tolak /)
  await mustBeWell(page)
  expect(await wordsOf(page)).toContain('Anda tolak: Bertugas di provinsi')

  const officer = await visit.as('hr_officer')
  const home = await openPage(officer, '/')
  expect(await wordsOf(home)).toContain('menolak mengajar')
  await officer.close()

  await press(page, /^Terima /)
  expect(await wordsOf(page)).toContain('Anda terima')
  await context.close()
})

test('A day away on which she teaches is refused by the name of the class; a free one is kept', async () => {
  const context = await visit.as('facilitator', { javaScriptEnabled: false, viewport: phone })
  const page = await openPage(context, '/diklat/mengajar')
  const mark = 'Tandai tidak dapat mengajar'
  const away = (startsOn: string, endsOn: string) => fill(page, { startsOn, endsOn }, formOf(page, mark))
  const [, day, month] = /(\d{1,2}) (\w{3})\w* 2027/.exec(await wordsOf(page)) ?? []
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']
  const taught = `2027-${String(months.indexOf(month!) + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`
  await away(taught, taught)
  await refused(page, mark)
  expect(await wordsOf(page)).toMatch(/Ada kelas .+ mulai .+ Tolak dahulu kelasnya/)
  await away('2027-12-27', '2027-12-31')
  await press(page, mark)
  await mustBeWell(page)
  expect(await wordsOf(page)).toContain('27 Des 2027')
  await context.close()
})
