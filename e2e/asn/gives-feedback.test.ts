import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, phone, press, startVisit, type Visit, wordsOf } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

let reply: string
test('An employee answers an invitation on a phone without scripts: read first who sees it, one question missing, then sent and changed', async () => {
  const context = await visit.as('asn', { javaScriptEnabled: false, viewport: phone })
  const page = await context.newPage()
  await page.goto('/umpan-balik')
  await page.locator('main td a, main th a').first().click()
  reply = new URL(page.url()).pathname
  expect(await wordsOf(page)).toContain('Jawaban Anda dibaca oleh Anda sendiri')
  const questions = page.locator('main form section').filter({ has: page.locator('input[name=question]') })
  expect(await questions.count()).toBe(7)
  for (let i = 0; i < 6; i++) await questions.nth(i).locator('input[type=radio][value="4"]').check()
  await page.getByRole('button', { name: 'Simpan dan lanjutkan nanti' }).click()
  await page.getByText('Tersimpan. Anda dapat melanjutkan').waitFor()
  await page.getByRole('button', { name: 'Kirim umpan balik' }).click()
  await page.getByText('Membantu orang lain tumbuh: pilih satu').first().waitFor()
  await questions.nth(6).locator('input[type=radio][value="tidak"]').check()
  await press(page, 'Kirim umpan balik')
  expect(await wordsOf(page)).toContain('Terkirim. Anda masih dapat mengubahnya')
  await questions.nth(0).locator('input[type=radio][value="5"]').check()
  await press(page, 'Kirim umpan balik')
  expect(await questions.nth(0).locator('input[type=radio][value="5"]').isChecked()).toBe(true)
})

test('Nobody else opens that answer, and her own result names groups, a message and no rater', async () => {
  for (const role of ['supervisor', 'hr_officer'] as const) {
    const page = await (await visit.as(role)).newPage()
    const answer = await page.goto(reply)
    expect(answer?.status()).toBe(404)
  }
  const own = await openPage(await visit.as('asn'), '/jalur/umpan-balik', { isAxed: true })
  const words = await wordsOf(own)
  expect(words).toContain('paling terlihat oleh orang yang bekerja bersama Anda')
  expect(words).toContain('Atasan dan rekan')
  expect(words).toContain('Minta perubahan')
})
