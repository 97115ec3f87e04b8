import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill, follow, mustBeWell, openPage, phone, press, startVisit, type Visit, wordsOf } from '../fixture.ts'

let visit: Visit
let collection: string
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

test('An employee proposes what she needs herself, on a phone without scripts', async () => {
  const context = await visit.as('asn', { javaScriptEnabled: false, viewport: phone })
  const page = await openPage(context, '/diklat/kebutuhan')
  await follow(page, 'AKPK 2027')
  collection = new URL(page.url()).pathname
  await follow(page, 'Ajukan kebutuhan')
  await fill(page, {
    subject: 'Membaca gambar teknis drainase',
    why: 'Tahun depan saya memeriksa gambar tiga ruas saluran.',
  })
  await press(page, 'Ajukan')
  expect(await wordsOf(page)).toContain('Usulan Anda tersimpan')
  expect(await wordsOf(page)).toContain('Membaca gambar teknis drainase')
  await context.close()
})

test('A supervisor refuses one need with a reason and agrees to the rest in the queue, on a phone without scripts, and takes it back', async () => {
  const context = await visit.as('supervisor', { javaScriptEnabled: false, viewport: phone })
  const page = await context.newPage()
  await page.goto('/')
  const open = () => page.getByRole('link', { name: /^Konfirmasi ?: Konfirmasi AKPK 2027/ }).click()
  await open()
  const refuse = () =>
    page
      .locator('.open-item')
      .getByRole('radio', { name: /^Tidak perlu/ })
      .first()
      .check()
  await refuse()
  await page.getByRole('button', { name: 'Simpan dan lanjut' }).click()
  await page.waitForLoadState('load')
  expect(await wordsOf(page, '.open-item')).toContain('Tuliskan alasan')
  await refuse()
  await page.getByLabel(/Alasan bagi yang tidak perlu/).fill('Tugasnya beralih ke bidang lain tahun depan.')
  await press(page, 'Setujui semua')
  expect(await wordsOf(page, '.answered')).toContain('Tersimpan: kebutuhan tahunan')
  expect(await page.getByText(/Konfirmasi AKPK 2027/).count()).toBe(0)
  await press(page, 'Urungkan')
  expect(await wordsOf(page, '.answered')).toContain('Diurungkan')
  await openPage(page, `${collection}/tim`)
  expect(await wordsOf(page)).toContain('Membaca gambar teknis drainase')
  await press(page, 'Setujui semua yang belum dijawab')
  await mustBeWell(page)
  expect(await wordsOf(page, 'h1')).toContain('sudah dijawab semua')
  await context.close()
})

let paper: string
test('An officer verifies, puts the accepted needs into the yearly plan, and may not approve it herself', async () => {
  const page = await openPage(await visit.as('hr_officer'), `${collection}/verifikasi`)
  await page.getByLabel('Nama, NIP, atau kegiatan').fill('Membaca gambar teknis')
  await press(page, 'Cari')
  await page.locator('input[name=pilih]').first().check()
  await press(page, 'Terima yang ditandai')
  expect(await wordsOf(page)).toContain('Baris terpilih diterima')
  await openPage(page, `${collection}/dokumen`)
  await page.getByRole('radio', { name: /^RPK 2027/ }).check()
  await press(page, 'Susun dan bekukan')
  await mustBeWell(page, { isAxed: true })
  paper = new URL(page.url()).pathname
  expect(await wordsOf(page, 'h1')).toMatch(/^RPK 2027 versi \d+: menunggu persetujuan$/)
  expect(await page.getByRole('button', { name: 'Setujui' }).count()).toBe(0)
  for (const [kind, type] of [
    ['pdf', 'application/pdf'],
    ['xlsx', 'spreadsheetml'],
    ['ods', 'opendocument'],
    ['sipka', 'spreadsheetml'],
  ]) {
    const file = await page.request.get(`${paper}/berkas?bentuk=${kind}`)
    expect(file.status(), kind).toBe(200)
    expect(file.headers()['content-type']).toContain(type)
  }
})

test('The leader approves the plan and the frozen budget; the proposal goes out as PDF and Word', async () => {
  const page = await openPage(await visit.as('leader'), paper)
  await press(page, 'Setujui')
  await mustBeWell(page)
  expect(await wordsOf(page, 'h1')).toContain('disetujui')
  await openPage(page, '/diklat/anggaran?tahun=2027')
  await press(page, 'Setujui pagu 2027')
  await mustBeWell(page)
  expect(await wordsOf(page)).toContain('Disetujui Bupati Contoh')
  await openPage(page, '/diklat/anggaran/usulan?tahun=2027', { isAxed: true })
  for (const kind of ['pdf', 'docx'])
    expect((await page.request.get(`/diklat/anggaran/usulan/berkas?tahun=2027&bentuk=${kind}`)).status()).toBe(200)
  await holdsItsCeilings(await openPage(await visit.as('hr_officer'), '/diklat/anggaran?tahun=2027'))
})

/** An approved year refuses another ceiling and names the way. */
const holdsItsCeilings = async (page: Page) => {
  await page.locator('tbody a').first().click()
  await page.waitForLoadState('load')
  await follow(page, 'Ubah baris')
  await fill(page, { amount: '1000000', reason: 'Mencoba mengubah pagu yang disetujui.' })
  await page.getByRole('button', { name: 'Simpan baris' }).click()
  await page.locator('.problem').waitFor()
  expect(await wordsOf(page, '.problem')).toContain('Buka kembali dengan alasan')
}
