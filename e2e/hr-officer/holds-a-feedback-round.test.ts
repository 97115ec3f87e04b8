import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, press, select, startVisit, type Visit, wordsOf } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test('HR opens a round for a unit, reads completeness and never an answer', async () => {
  const context = await visit.as('hr_officer')
  const page = await openPage(context, '/talenta/umpan-balik/baru', { isAxed: true })
  await page.getByLabel('Nama putaran').fill('Umpan balik 2026 percobaan dua')
  await page.getByLabel(/Batas menjawab/).fill('2026-11-25')
  await page.getByRole('button', { name: 'Buka putaran' }).click()
  await page.getByText('Pilih tanggal sesudah batas mengubah penilai').first().waitFor()
  await page.getByLabel(/Batas menjawab/).fill('2026-12-20')
  await select(page, 'unitIds', 'Dinas Kesehatan')
  await press(page, 'Buka putaran')
  expect(await wordsOf(page)).toContain('Putaran dibuka')
  await page.goto('/talenta/umpan-balik')
  await page.getByRole('link', { name: 'Umpan balik 2026 Bina Marga' }).click()
  const words = await wordsOf(page)
  expect(words).toContain('Kelengkapan per unit')
  expect(words).toContain('sebagian menjawab')
})

test('The supervisor confirms the raters of one of the team', async () => {
  const page = await openPage(await visit.as('supervisor'), '/umpan-balik/tim', { isAxed: true })
  await page.getByRole('row').filter({ hasText: 'Menunggu Anda' }).first().getByRole('link').click()
  await press(page, 'Konfirmasi dan undang')
  expect(await wordsOf(page)).toContain('penilainya sudah diundang')
})
