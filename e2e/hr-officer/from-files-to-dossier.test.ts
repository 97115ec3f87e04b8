import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeNow, fill, follow, mustBeWell, openPage, press, select, type Visit, wordsOf } from '../fixture.ts'
import { actAs, agencyFiles, foundAgency, startEmptyHouse } from '../fresh-agency.ts'

let house: Visit
let page: Page
let programmeAt: string
/** The post their programme leads to. */
const post = 'Kepala Bidang Bina Marga'
beforeAll(async () => {
  house = await startEmptyHouse()
})
afterAll(() => house?.close())

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
  expect(await heading()).toMatch(/sudah dipetakan, .*menunggu/)
  await follow(page, 'Buka peta 9 kotak')
})

test('A defect is mended by its own link, and the count falls in the same journey', async () => {
  const countIn = async () => Number(/: ([\d.]+) catatan/.exec(await heading())?.[1].replace('.', ''))
  await openPage(page, '/data/mutu')
  await follow(page, 'Buka daftar: Nomor sertifikat hilang')
  const list = page.url()
  const before = await countIn()
  const record = page.locator('main tbody tr').first().getByRole('link')
  const mended = (await record.getAttribute('href')) ?? ''
  await record.click()
  await page.waitForLoadState('load')
  await mustBeWell(page)
  const reason = 'Nomor dibaca dari sertifikat asli yang dibawa pegawai.'
  await fill(page, { certificate: '123/UJI/2026', reason })
  await press(page, 'Simpan koreksi')
  await mustBeWell(page)
  await openPage(page, list)
  expect(await countIn()).toBe(before - 1)
  await openPage(page, mended)
  expect(await wordsOf(page), 'the record keeps why it was corrected').toContain(reason)
})

test('The plan of the coming year is chosen under a budget, frozen, and proposed to each person', async () => {
  await openPage(page, '/diklat/anggaran')
  await follow(page, 'Tambah baris')
  await fill(page, { activity: 'Pelatihan teknis', source: 'DAU', year: 2027, amount: 400_000_000 })
  await press(page, 'Simpan baris')
  await mustBeWell(page)

  await openPage(page, '/diklat/penyusun')
  await follow(page, 'Skenario baru')
  await page.locator('select[name=year]').selectOption('2027')
  await fill(page, { name: 'Rencana 2027' })
  await press(page, 'Hitung skenario')
  await page.locator('h1', { hasText: 'mendapat pelatihan' }).waitFor()
  await mustBeWell(page)
  expect(Number.parseInt(await heading(), 10), 'somebody has a gap, a seat and the money').toBeGreaterThan(0)
  await fill(page, { approver: 'Kepala BKPSDM Kabupaten Uji' })
  await press(page, 'Bekukan skenario')
  await mustBeWell(page)
  await openPage(page, '/diklat/rencana?keadaan=proposed')
  expect(await page.locator('main tbody tr').count()).toBeGreaterThan(0)
})

test('What was delivered stands on the progress page, and the targets of the unit are entered on the programme page', async () => {
  await openPage(page, '/diklat/program')
  await page.locator('main tbody tr').first().getByRole('link').first().click()
  await page.waitForLoadState('load')
  await mustBeWell(page)
  programmeAt = new URL(page.url()).pathname
  for (const [indicator, target] of [
    ['Proyek terlambat', 25],
    ['Serapan anggaran', 90],
  ] as const) {
    const within = page.locator('main form').filter({ has: page.locator('[name=agreedBy]') })
    await select(page, 'indicatorId', indicator, within)
    await fill(page, { target, agreedBy: 'Kepala BKPSDM', agreedOn: '2026-01-05' }, within)
    await press(page, 'Simpan target', within)
    await mustBeWell(page)
  }
  await follow(page, 'Kemajuan peserta')
})

test('The evaluation ends as the data allow: absorption rose, late projects stay open with the least visible change beside them', async () => {
  await openPage(page, programmeAt)
  await follow(page, 'Evaluasi program')
  await press(page, 'Hitung evaluasi')
  await mustBeWell(page)
  await openPage(page, '/evaluasi')
  const told = await wordsOf(page)
  expect(told).toMatch(/Serapan[^:]*: indikasi membaik/i)
  for (const name of ['terlambat|Keterlambatan', 'Pengaduan', 'layanan'])
    expect(told).toMatch(new RegExp(`(${name})[^:]*: belum dapat disimpulkan`, 'i'))
  await openPage(page, programmeAt)
  await follow(page, 'Evaluasi program')
  const said = await wordsOf(page)
  expect(said, 'about 3.8 points of absorption').toMatch(/\+?3,[789]/)
  expect(said, 'the least change so few units can show').toMatch(/1[34],\d/)
})

test('A key post gets a bench, and a participant of the programme stands on it', async () => {
  await openPage(page, `/data/jabatan?cari=${encodeURIComponent(post)}`)
  await follow(page, post)
  await fill(page, { isStrategic: 'ya', isScarce: 'ya', isKey: 'ya', reason: 'Jalan menentukan sasaran utama RPJMD.' })
  await page.locator('select[name=impactClass]').selectOption('5')
  await press(page, 'Simpan jawaban')
  await mustBeWell(page)
  await openPage(page, '/suksesi')
  await press(page, /^Susun (bangku sekarang|ulang)$/)
  await mustBeWell(page)
  await follow(page, new RegExp(`^${post}`))
  expect(await wordsOf(page), 'a participant of the programme stands on the bench of the post it leads to').toContain(
    'Luh Anggraini',
  )
})

test('A leader, invited and with a second factor, decides on the dossier; every line of it leads back to the files', async () => {
  const benchAt = page.url()
  // The administrator opens the leader's account.
  await actAs(page, 'admin')
  await openPage(page, '/pengaturan/peran/baru?cari=Purnomo')
  await page
    .getByRole('button', { name: /^Buka akun/ })
    .first()
    .click()
  await page.waitForLoadState('load')
  await mustBeWell(page)
  await select(page, 'role', 'Pimpinan')
  await fill(
    page,
    { reason: 'Pejabat pembina kepegawaian menetapkan keputusan.' },
    page.locator('form').filter({ has: page.locator('#role') }),
  )
  await press(page, /^(Beri|Tambah) peran/)
  await mustBeWell(page)
  const nip = /NIP (\d{18})/.exec((await page.locator('main').textContent()) ?? '')?.[1] ?? ''
  await press(page, 'Buat kata undangan')
  await mustBeWell(page)
  const word = (await page.locator('[role=status] code').textContent()) ?? ''

  const leader = await openPage(await house.stranger(), '/masuk/undangan')
  const password = 'lima helai rotan muda'
  for (const [name, value] of Object.entries({ nip, kata: word, sandi: password, ulang: password }))
    await leader.locator(`[name=${name}]`).fill(value)
  await press(leader, 'Simpan dan masuk')
  await mustBeWell(leader)
  // Whoever sees other people sets up the second factor before anything else.
  await leader.locator('input[name=sandi]').fill(password)
  await press(leader, 'Mulai')
  const secret = (await leader.locator('code.secret').textContent()) ?? ''
  await leader.locator('input[name=kode]').fill(codeNow(secret))
  await press(leader, 'Pasang faktor kedua')
  await mustBeWell(leader)

  await actAs(page, 'hr_officer')
  await openPage(page, benchAt)
  await follow(page, 'Siapkan berkas')
  await select(page, 'employeeId', 'Luh Anggraini')
  await fill(page, {
    recommendation: 'Dicalonkan untuk Kepala Bidang Bina Marga.',
    considerations: 'Menyelesaikan program; serapan anggaran unitnya membaik.',
  })
  await press(page, 'Susun berkas')
  await mustBeWell(page)
  const dossierAt = new URL(page.url()).pathname
  await press(page, 'Ajukan ke pimpinan')
  await mustBeWell(page)

  await openPage(leader, dossierAt)
  const told = await wordsOf(leader)
  expect(told, 'the programme stands in the dossier').toMatch(/Serapan/i)
  await leader.locator('main a[href^="/angka/"]').first().click()
  await leader.waitForLoadState('load')
  await mustBeWell(leader)
  await openPage(leader, dossierAt)
  await fill(leader, { reason: 'Bukti lengkap dan dapat ditelusuri.' })
  await leader.locator('input[name=decision][value=approved]').check()
  await press(leader, 'Putuskan')
  await mustBeWell(leader)
  expect(await wordsOf(leader, 'h1')).toContain('Luh Anggraini')
  const copy = await leader.context().request.get(`${dossierAt}.pdf`)
  expect((await copy.body()).subarray(0, 5).toString()).toBe('%PDF-')
})
