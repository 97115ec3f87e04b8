import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill, follow, mustBeWell, openPage, press, select, startVisit, type Visit, wordsOf } from '../fixture.ts'

let visit: Visit
let page: Page
let draft: string
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test('An officer drafts a version from the one that holds; weights that do not add up come back with their line and nothing lost', async () => {
  page = await openPage(await visit.as('hr_officer'), '/talenta/aturan')
  await follow(page, 'BKN-SIMATA versi 2025-1')
  await follow(page, 'Buat draf dari versi ini')
  await fill(page, {
    version: 'uji-2',
    legalBasis: 'Perbup 71/2026 tentang Manajemen Talenta',
    validFrom: '2027-06-01',
    purpose: 'Bobot umpan balik dinaikkan karena penilainya kini lebih banyak.',
  })
  await press(page, 'Buat draf')
  await mustBeWell(page)
  draft = new URL(page.url()).pathname
  // On a page of its own: the browser itself complains of an answer that refuses.
  const form = await openPage(page.context(), `${draft}/ubah?bagian=weights`, { isAxed: true })
  await fill(form, { 'weight:u360': '20' })
  await form.getByRole('button', { name: 'Simpan bagian ini' }).click()
  await form.locator('.problem').waitFor()
  expect(await wordsOf(form, '.problem')).toContain('jumlah bobot 110, seharusnya 100')
  expect(await form.locator('[name="weight:u360"]').inputValue()).toBe('20')
  await fill(form, { 'weight:penghargaan': '5' })
  await press(form, 'Simpan bagian ini')
  await form.close()
  await openPage(page, draft)
  expect(await wordsOf(page)).toContain('2 hal berubah')
})

test('Who would move is counted and told by name before the draft goes to a second person', async () => {
  await openPage(page, `${draft}/berpindah`)
  await select(page, 'cycleId', 'Siklus Talenta 2026')
  await press(page, 'Hitung siapa berpindah')
  await mustBeWell(page, { isAxed: true })
  expect(await page.locator('h1').innerText()).toMatch(/akan berpindah/)
  expect(await page.locator('#orang tbody tr').count()).toBeGreaterThan(0)
  await openPage(page, draft)
  await press(page, 'Ajukan untuk disetujui')
  await mustBeWell(page)
  expect(await wordsOf(page)).toContain('orang lain yang memutus')
})

test('The leader reads the counts, no name, and refuses with a reason that the officer reads', async () => {
  const leader = await openPage(await visit.as('leader'), `${draft}/berpindah`)
  expect(await leader.locator('#orang').count()).toBe(0)
  await openPage(leader, draft)
  await fill(leader, { decision: 'refused', reason: 'Umpan balik 360 belum merata di semua perangkat daerah.' })
  await press(leader, 'Catat keputusan')
  await mustBeWell(leader)
  await openPage(page, draft)
  expect(await wordsOf(page)).toContain('belum merata di semua perangkat daerah')
  expect(await page.locator('h1').innerText()).toMatch(/ditolak/)
})
