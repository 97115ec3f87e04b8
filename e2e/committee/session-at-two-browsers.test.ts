import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustBeWell, openPage, press, startVisit, type Visit } from '../fixture.ts'

let visit: Visit
let secretary: Page
let member: Page
let room: string
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

/** Signs in as one of the other members by the chooser's second list. */
const asMember = async (name: string): Promise<Page> => {
  const page = await (await visit.stranger()).newPage()
  await page.goto('/masuk')
  await page.getByText('Anggota komite lain').click()
  await page.locator('ul[aria-label="Pilih anggota komite"] button', { hasText: name }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/masuk'))
  return page
}
const heading = (page: Page) => page.locator('h1').innerText()
const vote = async (page: Page, choice: RegExp, reason: string) => {
  await page.locator('.answers label', { hasText: choice }).locator('input').check()
  await page.locator('#vote-reason').selectOption(reason)
  await page.getByRole('button', { name: 'Kirim penilaian tertutup' }).click()
}

test('A member finds the running session: a number in place of the name, and who has voted but not what', async () => {
  const context = await visit.as('committee')
  secretary = await openPage(context, '/talenta/sidang')
  await secretary.locator('main table a').first().click()
  await secretary.waitForLoadState('load')
  await mustBeWell(secretary)
  room = new URL(secretary.url()).pathname
  expect(await heading(secretary)).toMatch(/^Calon \d\d: pindah dari kotak \d ke kotak \d\?$/)
  const html = await (await secretary.request.get(room)).text()
  expect(html).toContain('ditutup sampai suara dibuka')
  // The evidence carries no link that names the person before votes are opened.
  expect(html).not.toMatch(/\/talenta\/peta\/[0-9a-f-]{36}\/mengapa/)
  expect(await secretary.locator('.candidate img').count()).toBe(0)
})

test('The last but one vote of another member appears by itself at the secretary’s browser', async () => {
  const waiting = await secretary.locator('.votes li', { hasText: 'Belum' }).allInnerTexts()
  const other = waiting.flatMap(text => text.split('\n')).find(line => line.includes(','))!
  member = await asMember(other.split(',')[0])
  await member.goto(room)
  await vote(member, /Pindah ke kotak/, 'B-01')
  await member.getByText('Penilaian Anda sudah terkirim').waitFor()
  await secretary
    .locator('.votes li', { hasText: other.split(',')[0] })
    .getByText('Sudah')
    .waitFor()
  expect(await secretary.locator('.votes').innerText()).not.toContain('B-01')
})

test('A vote sent without connection is kept on the device, arrives once the line is back, and counts once', async () => {
  await secretary.context().setOffline(true)
  await vote(secretary, /Pindah ke kotak/, 'B-03')
  await secretary.locator('#connection-words', { hasText: '1 suara tersimpan di perangkat ini' }).waitFor()
  await secretary.context().setOffline(false)
  // The last vote opens all votes together, at both browsers, without anybody pressing anything.
  await secretary.getByText('Suara terbanyak').waitFor()
  await member.getByText('Suara terbanyak').waitFor()
  expect(await member.locator('.votes li', { hasText: 'B-03' }).count()).toBe(1)
})

test('Whoever leads records the decision with a fitting reason; both see it, and the agenda goes on', async () => {
  // A page of its own: the one before has rightly complained of the lost line.
  secretary = await openPage(secretary.context(), room)
  await secretary.locator('#decision-reason').selectOption('B-01')
  await secretary.locator('#decision-note').fill('Surat keputusan tim diperiksa dan diterima komite.')
  await press(secretary, 'Catat keputusan')
  await mustBeWell(secretary)
  await member.getByText('Surat keputusan tim diperiksa').first().waitFor()
})
