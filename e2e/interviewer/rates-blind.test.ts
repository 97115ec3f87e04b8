import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { follow, mustBeWell, openPage, phone, press, startVisit, type Visit, wordsOf } from '../fixture.ts'

let visit: Visit
let lead: Page
let other: Page
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

const kept = 'Menyebut pembagian tugas dan hasil ukurnya, tanpa menyalahkan siapa pun.'

/** Fills the answers from one question on: an example and a level each. */
const rate = async (page: Page, levels: number[], from = 0) => {
  for (const [i, level] of levels.entries()) {
    const question = page.locator('main form section').nth(from + i)
    await question.locator('textarea').fill(`${kept} Jawaban ${from + i + 1}.`)
    await question.locator(`input[type=radio][value="${level}"]`).check()
  }
}

test('An interviewer is asked at her own home, says that she has no interest, and keeps half of it for later', async () => {
  const context = await visit.as('supervisor')
  lead = await openPage(context, '/')
  await follow(lead, /^Buka wawancara|^Buka(: Siapkan wawancara)?/)
  await lead.getByRole('radio', { name: /Saya tidak punya hubungan/ }).check()
  await press(lead, 'Nyatakan')
  await mustBeWell(lead, { isAxed: true })
  expect(await wordsOf(lead)).toContain('Belum lengkap: Integritas, Orientasi pada Hasil')
  await rate(lead, [4, 3])
  await press(lead, 'Simpan dan lanjutkan nanti')
  expect(await wordsOf(lead)).toContain('Belum lengkap: Pengambilan Keputusan, Perekat Bangsa')
  // Sent too early: what is missing is named, what was written stays.
  await lead.getByRole('button', { name: 'Kirim nilai' }).click()
  await lead.getByText('Pertanyaan 3: pilih level jawabannya.').first().waitFor()
  expect(await lead.locator('textarea').first().inputValue()).toContain('Jawaban 1')
})

test('The second one rates on a phone without scripts, and sees nothing of the first', async () => {
  const context = await visit.as('facilitator', { javaScriptEnabled: false, viewport: phone })
  other = await context.newPage()
  await other.goto('/')
  await other.getByRole('link', { name: /Nilai wawancara/ }).click()
  expect(await wordsOf(other)).not.toContain('Jawaban 1')
  await rate(other, [2, 3, 3, 4])
  await press(other, 'Kirim nilai')
  expect(await other.locator('h1').innerText()).toContain('sudah terkirim')
  await lead.reload()
  expect(await wordsOf(lead)).not.toContain('Jawaban 4')
})

test('The last one sent opens both; the lead writes the consensus down, with a reason where it departs', async () => {
  await rate(lead, [3, 4], 2)
  await press(lead, 'Kirim nilai')
  // A page of its own: the one before has rightly complained of the refusal.
  lead = await openPage(lead.context(), new URL(lead.url()).pathname, { isAxed: true })
  expect(await lead.locator('h1').innerText()).toMatch(/^Nilai .* sudah terbuka$/)
  await other.reload()
  expect(await wordsOf(other)).toContain('Dicatat oleh ketua, Ratna Wulandari')
  const form = lead.locator('form').filter({ has: lead.getByRole('button', { name: 'Simpan kesepakatan' }) })
  // Only where both gave the same a level stands already.
  expect(await form.locator('select').nth(0).inputValue()).toBe('')
  expect(await form.locator('select').nth(1).inputValue()).toBe('3')
  await form.locator('select').nth(0).selectOption('3')
  await form.locator('[name=strength]').fill('Menjelaskan pembagian tugas dengan ukuran yang jelas.')
  await form.locator('[name=practice]').fill('Latih menyebut akibat keputusan bagi warga.')
  await lead.getByRole('button', { name: 'Simpan kesepakatan' }).click()
  await lead
    .getByText(/kesepakatan berbeda dari nilai pewawancara/)
    .first()
    .waitFor()
  await lead
    .locator('textarea[name^="reason:"]')
    .first()
    .fill('Contoh kedua menunjukkan tindakan sendiri, belum mengajak rekan.')
  await press(lead, 'Simpan kesepakatan')
  lead = await openPage(lead.context(), new URL(lead.url()).pathname)
  expect(await lead.locator('h1').innerText()).toMatch(/sudah disepakati$/)
})

test('The officer sees the levels, the agreement with its limits, and who is strict over the batch', async () => {
  const page = await openPage(await visit.as('hr_officer'), '/talenta/wawancara?keadaan=concluded', { isAxed: true })
  await follow(page, 'Nyoman Astuti')
  expect(await wordsOf(page)).toContain('Contoh kedua menunjukkan tindakan sendiri')
  await openPage(page, '/talenta/wawancara/mutu', { isAxed: true })
  expect(await wordsOf(page)).toContain('Rentang ketidakpastian')
})

test('A candidate reads what is asked about, when and by whom, and objects to an interviewer', async () => {
  const page = await openPage(await visit.as('asn'), '/jalur/wawancara', { isAxed: true })
  expect(await wordsOf(page)).toContain('Integritas, Orientasi pada Hasil')
  await page.getByText('Keberatan terhadap seorang pewawancara').click()
  await page.locator('select[name=interviewerId]').selectOption({ label: 'Agus Setiawan' })
  await page.locator('[name=reason]').fill('Kami pernah bersengketa dalam pemeriksaan tahun lalu.')
  await press(page, 'Ajukan keberatan')
  expect(await wordsOf(page)).toContain('Keberatan terhadap Agus Setiawan: menunggu jawaban')
})
