import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, phone, press, startVisit, type Visit, wordsOf } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

const fillAll = async (page: Page, step: number) => {
  const sections = page.locator('main form section').filter({ has: page.locator('input[name=code]') })
  expect(await sections.count()).toBe(7)
  for (let i = 0; i < 7; i++) {
    await sections.nth(i).locator('textarea').fill('Menyelesaikan keluhan warga pada hari yang sama.')
    await sections.nth(i).locator('input[type=date]').fill('2026-06-15')
    await sections.nth(i).locator(`input[type=radio][value="${step}"]`).check()
  }
}

let review: string
test('A colleague is asked at his own home and rates on a phone without scripts, one value missing first', async () => {
  const context = await visit.as('asn', { javaScriptEnabled: false, viewport: phone })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: /Nilai BerAKHLAK,/ }).click()
  review = new URL(page.url()).pathname
  await fillAll(page, 3)
  await page.locator('input[type=date]').first().fill('')
  await page.getByRole('button', { name: 'Kirim penilaian' }).click()
  await page.getByText('Berorientasi Pelayanan: isi tanggal kejadiannya.').first().waitFor()
  await page.locator('input[type=date]').first().fill('2026-06-15')
  await press(page, 'Kirim penilaian')
  expect(await wordsOf(page)).toContain('Sudah menjawab')
})

test('The supervisor rates without seeing the colleague; the officer then reads marks without names, outside the score', async () => {
  const page = await openPage(await visit.as('supervisor'), review, { isAxed: true })
  expect(await wordsOf(page)).not.toContain('Menyelesaikan keluhan')
  await fillAll(page, 4)
  await press(page, 'Kirim penilaian')
  const officer = await openPage(await visit.as('hr_officer'), review.replace('/nilai/', '/talenta/nilai/'), {
    isAxed: true,
  })
  const words = await wordsOf(officer)
  expect(words).toContain('di luar nilai talenta')
  expect(words).toContain('Penilai A')
})

test('The person rated reads a message and the steps of three raters, and never a name', async () => {
  const page = await openPage(await visit.as('asn'), '/jalur/nilai', { isAxed: true })
  const words = await wordsOf(page)
  expect(words).toContain('paling terlihat dalam pekerjaan Anda')
  expect(words).toContain('Kolaboratif')
  expect(words).not.toContain('Ratna')
})
