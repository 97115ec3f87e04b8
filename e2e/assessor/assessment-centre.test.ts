import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  follow,
  formOf,
  mustBeWell,
  openPage,
  press,
  select,
  send,
  startVisit,
  type Visit,
  wordsOf,
} from '../fixture.ts'

let visit: Visit
let officer: Page
let lead: Page
let second: Page
let person: Page
let personName: string
let batch: string
const batchName = 'Pemetaan pimpinan, hari ini'
const seenByLead = 'Menanyakan keberatan peserta lain sebelum mengusulkan jalan keluar.'
const seenBySecond = 'Menghitung ulang kebutuhan anggaran di papan tulis, lalu menjelaskannya.'

/** A page of its own after a refusal: the one before has rightly complained of the answer 422. */
const anew = (page: Page): Promise<Page> => page.context().newPage()

/** Signs in by the chooser's second list. */
const asListed = async (text: string | null): Promise<{ page: Page; name: string }> => {
  const page = await (await visit.stranger()).newPage()
  await page.goto('/masuk')
  await page.locator('details summary', { hasText: 'Anggota komite lain' }).click()
  const list = page.locator('ul[aria-label="Pilih anggota komite"] button')
  const button = text ? list.filter({ hasText: text }).first() : list.first()
  const name = (await button.locator('b').innerText()).trim()
  await button.click()
  await page.waitForURL(url => !url.pathname.startsWith('/masuk'))
  return { page, name }
}

beforeAll(async () => {
  visit = await startVisit()
  officer = await (await visit.as('hr_officer')).newPage()
  lead = await (await visit.as('assessor')).newPage()
  second = (await asListed('Bagas')).page
  const listed = await asListed(null)
  person = listed.page
  personName = listed.name
})
afterAll(() => visit?.close())

test('An officer plans a batch for today; what is missing comes back with the name of its field', async () => {
  await openPage(officer, '/kompetensi/asesmen/gelombang/baru')
  const form = formOf(officer, 'Simpan rencana')
  await form.locator('[name=name]').fill(batchName)
  await form.locator('[name=useCode][value=pemetaan]').check()
  await select(officer, 'providerId', 'Unit Penilaian')
  await select(officer, 'complexity', 'Sederhana')
  await form.locator('[name=startsOn]').fill('2026-11-24')
  await form.locator('[name=endsOn]').fill('2026-11-20')
  await form.locator('[name=place]').fill('Ruang rapat BKPSDM')
  await form.locator('[name=seats]').fill('4')
  await form.locator('[name=contact]').fill('Wulan Sari, BKPSDM')
  await officer.getByRole('button', { name: 'Simpan rencana' }).click()
  await officer.getByRole('alert').getByText('Tanggal selesai mendahului tanggal mulai').waitFor()
  await formOf(officer, 'Simpan rencana').locator('[name=endsOn]').fill('2026-11-24')
  await press(officer, 'Simpan rencana')
  batch = new URL(officer.url()).pathname
  expect(await wordsOf(officer, 'h1')).toBe(batchName)
  officer = await anew(officer)
})

test('She keeps two competencies in one instrument, and invites by NIP; the person is told and says she comes', async () => {
  await openPage(officer, `${batch}/instrumen`)
  await officer.locator('main form input[type=checkbox]').evaluateAll(boxes => {
    for (const box of boxes as HTMLInputElement[])
      box.checked = box.name === 'm:wawancara' && ['M.1', 'M.2', 'L.1'].includes(box.value)
  })
  await press(officer, 'Simpan instrumen')
  await officer.goto(`/data/pegawai?cari=${encodeURIComponent(personName.split(',')[0])}`)
  const nip = /\b\d{18}\b/.exec(await wordsOf(officer))?.[0] ?? ''
  expect(nip).not.toBe('')
  await openPage(officer, batch)
  await send(officer, 'Undang', { nips: nip })
  expect(await wordsOf(officer)).toContain('Undangan terkirim')
  await openPage(person, '/kompetensi/asesmen')
  await follow(person, batchName)
  const words = await wordsOf(person)
  expect(words).toContain('Ruang rapat BKPSDM')
  expect(words).toContain('Catatan asesor tidak ditunjukkan kepada atasan')
  await person.locator('[name=answer][value=comes]').check()
  await press(person, 'Kirim jawaban')
  expect(await wordsOf(person)).toContain('Kehadiran Anda tercatat')
})

test('Assessors declare before participants are dealt to them, and the batch says what it waits for', async () => {
  await openPage(officer, `${batch}/asesor`)
  await select(officer, 'assessorId', 'Sekar')
  await officer.getByLabel('Sebagai ketua').check()
  await press(officer, 'Tugaskan')
  await select(officer, 'assessorId', 'Bagas')
  await press(officer, 'Tugaskan')
  await officer.getByRole('button', { name: 'Bagi merata tanpa benturan kepentingan' }).click()
  await officer.getByText('belum menyatakan benturan kepentingannya').waitFor()
  officer = await anew(officer)
  for (const assessor of [lead, second]) {
    await openPage(assessor, `${batch}/kepentingan`)
    await assessor.locator('[name=statement][value=none]').check()
    await press(assessor, 'Nyatakan')
  }
  await openPage(officer, `${batch}/asesor`)
  await press(officer, 'Bagi merata tanpa benturan kepentingan')
  await openPage(officer, batch)
  await press(officer, 'Mulai gelombang')
  expect(await wordsOf(officer)).toContain('Gelombang berjalan')
})

const rate = async (assessor: Page, note: string, levels: Record<string, string>) => {
  await openPage(assessor, batch)
  await follow(assessor, personName)
  for (const code of Object.keys(levels)) await assessor.locator(`[name="note:${code}"]`).fill(note)
  await press(assessor, 'Simpan catatan')
  for (const [code, level] of Object.entries(levels))
    await assessor.locator(`[name="level:${code}"][value="${level}"]`).check()
  await press(assessor, 'Simpan level')
  await mustBeWell(assessor)
}

test('Each notes and rates blind: the other’s words are on nobody’s page until both have sent', async () => {
  await rate(lead, seenByLead, { 'M.1': '3', 'M.2': '2', 'L.1': '4' })
  await press(lead, 'Kirim penilaian saya')
  await openPage(second, batch)
  await follow(second, personName)
  expect(await second.content()).not.toContain(seenByLead)
  await rate(second, seenBySecond, { 'M.1': '3', 'M.2': '4', 'L.1': 'none' })
  await press(second, 'Kirim penilaian saya')
  expect(await wordsOf(second)).toContain('Sidang integrasi peserta ini dapat dimulai')
  await openPage(officer, batch)
  for (const words of [seenByLead, seenBySecond]) expect(await officer.content()).not.toContain(words)
})

test('The session sees both side by side; a wide difference is agreed on only with its reason', async () => {
  await openPage(lead, batch)
  await follow(lead, personName)
  const words = await wordsOf(lead)
  expect(words).toContain('berbeda jauh')
  expect(await lead.content()).toContain(seenBySecond)
  await select(lead, 'agreed:M.2', 'Level 3')
  await select(lead, 'agreed:L.1', 'Level 4')
  await lead.locator('[name=summary]').fill('Menimbang keberatan orang lain sebelum memutuskan.')
  await lead.locator('[name=advice]').fill('Memimpin satu tim lintas unit dengan pendampingan.')
  await lead.getByRole('button', { name: 'Catat kesepakatan' }).click()
  await lead.getByRole('alert').getByText('tuliskan mengapa level ini disepakati').waitFor()
  await lead.locator('[name="reason:M.2"]').fill('Perilaku di bagian akhir wawancara lebih lengkap.')
  await press(lead, 'Catat kesepakatan')
  expect(await wordsOf(lead)).toContain('Kesepakatan tersimpan')
  lead = await anew(lead)
})

test('The officer closes; the person reads strengths, validity and whom to ask, on screen and as a tagged PDF, and no note', async () => {
  await openPage(officer, batch)
  await press(officer, 'Tutup gelombang dan terbitkan laporan')
  await openPage(person, '/kompetensi/asesmen')
  await follow(person, batchName)
  const words = await wordsOf(person)
  expect(words).toContain('Laporan asesmen Anda')
  expect(words).toContain('Menimbang keberatan orang lain')
  expect(words).toContain('berlaku sampai 24 November 2029')
  expect(words).toContain('Wulan Sari, BKPSDM')
  for (const note of [seenByLead, seenBySecond]) expect(await person.content()).not.toContain(note)
  const link = await person.getByRole('link', { name: 'Unduh PDF' }).getAttribute('href')
  const paper = await person.request.get(link ?? '')
  expect(paper.headers()['content-type']).toBe('application/pdf')
  expect((await paper.body()).toString('latin1')).toContain('/StructTreeRoot')
})
