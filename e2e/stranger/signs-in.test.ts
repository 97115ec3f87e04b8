import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustBeWell, openPage, press, signInWith, startVisit, type Visit } from '../fixture.ts'
import { administrator, foundAgency, startEmptyHouse } from '../fresh-agency.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

const password = 'lima helai rotan muda'

/** The administrator makes an invitation for the account at an address; gives NIP and word. */
const invite = async (page: Page, account: string): Promise<{ nip: string; word: string }> => {
  await openPage(page, account)
  const nip = /NIP (\d{18})/.exec((await page.locator('main').textContent()) ?? '')?.[1] ?? ''
  await press(page, 'Buat kata undangan')
  await mustBeWell(page)
  return { nip, word: (await page.locator('[role=status] code').textContent()) ?? '' }
}

const accept = async ({ nip, word }: { nip: string; word: string }): Promise<Page> => {
  const page = await openPage(await visit.stranger(), '/masuk/undangan')
  await page.locator('[name=nip]').fill(nip)
  await page.locator('[name=kata]').fill(word)
  await page.locator('[name=sandi]').fill(password)
  await page.locator('[name=ulang]').fill(password)
  await press(page, 'Simpan dan masuk')
  await mustBeWell(page)
  return page
}

test('Somebody new gets an invitation, sets a password and comes to the own path; afterwards NIP and password do', async () => {
  const admin = await (await visit.as('admin')).newPage()
  await openPage(admin, '/pengaturan/peran/baru?cari=Wijaya')
  await press(admin, /^Buka akun/)
  await mustBeWell(admin)
  const invitation = await invite(admin, new URL(admin.url()).pathname)
  const page = await accept(invitation)
  expect(new URL(page.url()).pathname).toBe('/')

  const again = await (await visit.stranger()).newPage()
  expect(
    await signInWith(again, invitation.nip, password),
    'an ASN who sees only herself needs no second factor',
  ).toBeNull()
  await mustBeWell(again)
  const wrong = await openPage(await visit.stranger(), '/masuk')
  await wrong.locator('input[name=nip]').fill(invitation.nip)
  await wrong.locator('input[name=sandi]').fill('bukan kata sandi ini')
  await wrong.getByRole('button', { name: 'Masuk', exact: true }).click()
  await wrong.locator('[role=alert]').waitFor()
  expect(await wrong.locator('[role=alert]').textContent()).toContain('tidak cocok')
})

test('Whoever sees other people enters only with a second factor', async () => {
  // A house of its own: a demo agency asks nobody for the factor.
  const house = await startEmptyHouse()
  try {
    const { secret } = await foundAgency(house)
    expect(secret).toMatch(/^[A-Z2-7]{16,}$/)

    const passwordOnly = await openPage(await house.stranger(), '/masuk')
    await passwordOnly.locator('input[name=nip]').fill(administrator.nip)
    await passwordOnly.locator('input[name=sandi]').fill(administrator.password)
    await press(passwordOnly, 'Masuk')
    expect(new URL(passwordOnly.url()).pathname).toBe('/masuk/kode')
    await passwordOnly.goto('/pengaturan/aturan')
    expect(new URL(passwordOnly.url()).pathname, 'the password alone opens no page').toBe('/masuk')

    const page = await (await house.stranger()).newPage()
    expect(await signInWith(page, administrator.nip, administrator.password, secret), 'a code is asked for').toBe(
      secret,
    )
    await openPage(page, '/pengaturan/aturan')
    expect(new URL(page.url()).pathname).toBe('/pengaturan/aturan')
  } finally {
    await house.close()
  }
})
