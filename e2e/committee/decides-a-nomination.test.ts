import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustBeWell, openPage, press, startVisit, type Visit } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

const seen = (what: string) => `Saya melihat sendiri ${what} pada proyek aksi tahun 2026.`

test('A second official writes without reading the nominator, the committee decides, and the person reads why and by whom', async () => {
  const committee = await openPage(await visit.as('committee'), '/talenta/usulan?rekomendasi=ya&cari=Dimas')
  await committee.getByRole('link', { name: 'Dimas Anggara' }).first().click()
  await mustBeWell(committee)
  expect(await committee.locator('main').textContent()).toContain('Menunggu rekomendasi kedua')
  expect(await committee.getByRole('button', { name: 'Simpan keputusan' }).count()).toBe(0)
  const nomination = new URL(committee.url()).pathname

  const referee = await openPage(await visit.as('facilitator'), '/')
  await referee.locator('a[href^="/rekomendasi/"]').first().click()
  await mustBeWell(referee)
  expect(await referee.locator('main').textContent()).not.toContain('Kali Asin')
  await referee.locator('input[name=knownHow]').fill('Mendampingi proyek aksinya sejak Maret 2026.')
  for (const code of ['hasil', 'memimpin', 'tumbuh', 'integritas'])
    await referee.locator(`textarea[name="reason:${code}"]`).fill(seen(code))
  await referee.locator('input[name=verdict][value=supports]').check()
  await press(referee, 'Kirim rekomendasi')
  await mustBeWell(referee)

  await openPage(committee, nomination)
  expect(await committee.locator('main').textContent()).toContain(seen('tumbuh'))
  await committee.locator('input[name=decision][value=declined]').check()
  await committee.locator('textarea[name=reason]').last().fill('Kriteria memimpin baru ditunjukkan pada satu paket.')
  await press(committee, 'Simpan keputusan')
  await mustBeWell(committee)

  const asn = await openPage(await visit.as('asn'), '/jalur/usulan')
  const told = await asn.locator('main').textContent()
  expect(told).toContain('Kriteria memimpin baru ditunjukkan pada satu paket.')
  expect(told).toContain(seen('integritas'))
  await asn.getByRole('link', { name: 'Sanggah keputusan ini' }).first().click()
  await asn
    .locator('textarea[name=statement]')
    .fill('Menata ulang giliran kerja adalah memimpin, dan tertulis pada usulan.')
  await press(asn, 'Kirim sanggahan')
  await mustBeWell(asn)
  expect(await asn.locator('main').textContent()).toMatch(/Usulan kenaikan jabatan: menunggu jawaban/)
})
