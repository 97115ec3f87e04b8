import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, phone, press, startVisit, type Visit, wordsOf } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test('An employee says on a phone without scripts what she wants, reads who will see it, and takes a part back', async () => {
  const context = await visit.as('asn', { javaScriptEnabled: false, viewport: phone })
  const page = await context.newPage()
  await page.goto('/jalur/sasaran?cari=Bidang')
  expect(await wordsOf(page)).toContain('Dibaca oleh Anda, atasan langsung')
  await page.locator('input[name=positionId]').last().check()
  await page.locator('select[name=rank]').selectOption('2')
  await press(page, 'Simpan sasaran')
  expect(await wordsOf(page)).toContain('Kedua')
  const wishes = page.locator('form').filter({ has: page.getByRole('button', { name: 'Simpan keinginan' }) })
  await wishes.locator('input[name=moves][value=listed]').check()
  await wishes.locator('[name=places]').fill('')
  await wishes.getByRole('button', { name: 'Simpan keinginan' }).click()
  await page.getByText('Tuliskan sedikitnya satu tempat').first().waitFor()
  await wishes.locator('[name=places]').fill('Disperkim')
  await press(page, 'Simpan keinginan')
  await press(page, /Tarik sasaran|^Tarik$/)
  expect(await wordsOf(page)).toContain('Yang sudah ditarik')
  await context.close()
})

test('The career plan becomes a new version with what changed, and the supervisor answers it', async () => {
  const page = await openPage(await visit.as('asn'), '/jalur/rencana-karier', { isAxed: true })
  await page.getByText('Tulis versi baru').click()
  await page.locator('[name=reason]').fill('Paket jembatan dimulai lebih awal.')
  await press(page, 'Simpan rencana karier')
  expect(await wordsOf(page)).toContain('Versi 2')
  const boss = await openPage(await visit.as('supervisor'), '/talenta/aspirasi?cari=Dimas', { isAxed: true })
  await boss.locator('main table a').first().click()
  await boss.locator('[name=note]').fill('Saya usulkan pendampingan kontrak mulai Januari.')
  await press(boss, 'Simpan tanggapan')
  await page.reload()
  expect(await wordsOf(page)).toContain('Saya usulkan pendampingan kontrak')
})
