import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustBeWell, openPage, press, startVisit, type Visit } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

const statement = 'Sertifikat pelatihan manajemen proyek tahun 2025 belum dihitung, padahal sudah saya unggah.'
const reply = 'Sertifikat sudah diperiksa dan dicatat; hasil dihitung kembali pada siklus ini.'

test('An ASN who objects reads who answers by when, and later the answer of somebody else', async () => {
  const asn = await visit.as('asn')
  const mine = await openPage(asn, '/talenta/sanggah/baru')
  await mine.locator('textarea[name=statement]').fill(statement)
  await press(mine, 'Kirim sanggahan')
  await mustBeWell(mine)
  expect(await mine.locator('main').textContent()).toMatch(/dijawab paling lambat \d+ \S+ \d{4}/)

  const committee = await visit.as('committee')
  const list = await openPage(committee, '/talenta/sanggah')
  await list
    .getByRole('row', { name: statement.slice(0, 30) })
    .getByRole('link', { name: 'Jawab' })
    .click()
  await mustBeWell(list)
  await list.locator('input[name=decision][value=granted]').check()
  await list.locator('textarea[name=answer]').fill(reply)
  await press(list, 'Kirim jawaban')
  await mustBeWell(list)

  await openPage(mine, '/talenta/sanggah/baru')
  expect(await mine.locator('main').textContent()).toContain(reply)
})
