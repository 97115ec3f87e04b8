import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustBeWell, openPage, press, type Visit } from '../fixture.ts'
import { actAs, agencyFiles, foundAgency, startEmptyHouse } from '../fresh-agency.ts'

let house: Visit
let page: Page
beforeAll(async () => {
  house = await startEmptyHouse()
})
afterAll(() => house?.close())

const follow = async (name: string | RegExp) => {
  await page.locator('main').getByRole('link', { name }).first().click()
  await page.waitForLoadState('load')
  await mustBeWell(page)
}
const heading = () => page.locator('h1').innerText()

test('An empty house asks for an agency, a first administrator, rules and scope, and a second factor', async () => {
  page = (await foundAgency(house)).page
  await actAs(page, 'hr_officer')
  await mustBeWell(page)
})

test('The files of an agency are recognised, tried out and applied by screen', async () => {
  await openPage(page, '/data/impor')
  await page.locator('input[type=file]').setInputFiles(agencyFiles())
  await press(page, 'Kirim dan uji coba')
  await mustBeWell(page)
  expect(await heading()).toMatch(/baris siap diterapkan/)
  await press(page, /^Terapkan/)
  await mustBeWell(page)
  expect(await heading()).toMatch(/baris sudah diterapkan/)
})

test('The people, their gaps and the state of the data stand on the screens', async () => {
  await openPage(page, '/data/pegawai')
  await openPage(page, '/data/mutu')
  await openPage(page, '/kompetensi/kesenjangan')
})

test('A cycle over the imported sheet places people, and whoever lacks a part waits', async () => {
  await openPage(page, '/talenta/siklus/baru')
  await page.locator('input[name=source][value=sheet]').check()
  await press(page, 'Buka siklus')
  await mustBeWell(page)
  await press(page, 'Hitung peta')
  await mustBeWell(page)
  expect(await heading()).toMatch(/orang sudah dipetakan, .*menunggu/)
  await follow('Buka peta 9 kotak')
})
