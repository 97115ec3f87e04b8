import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { placeFor, runsAsRoot, serverUser } from '#platform/database/embedded/place.ts'
import { startServer } from '../scripts/browser/running-server.ts'
import { codeNow, mustBeWell, openPage, press, startVisit, type Visit } from './fixture.ts'

export const administrator = { nip: 'pengelola.uji', password: 'anyaman rotan lima helai', name: 'Ningsih Uji' }

/** A product of one's own without the demo, as on a fresh machine with `DEMO=0`. */
export const startEmptyHouse = async (): Promise<Visit> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anyam-fresh-'))
  if (runsAsRoot()) chownSync(folder, serverUser.uid, serverUser.gid)
  const server = await startServer({ DATA_DIR: folder, DEMO: '0', LOG: 'off' })
  const visit = await startVisit(server.base)
  return {
    ...visit,
    async close() {
      await visit.close()
      await server.stop()
      for (const place of new Set([folder, placeFor(folder)])) rmSync(place, { recursive: true, force: true })
    },
  }
}

/** Founds the agency on the set-up page; its administrator signs in and sets up the second factor. */
export const foundAgency = async (visit: Visit): Promise<{ context: BrowserContext; page: Page; secret: string }> => {
  const context = await visit.stranger()
  const page = await openPage(context, '/', { isAxed: true })
  expect(new URL(page.url()).pathname, 'an empty house opens its set-up page').toBe('/pasang')
  await page.locator('[name=name]').fill('Pemerintah Kabupaten Uji')
  await page.locator('[name=shortName]').fill('Kabupaten Uji')
  await page.locator('[name=adminName]').fill(administrator.name)
  await page.locator('[name=nip]').fill(administrator.nip)
  for (const name of ['sandi', 'ulang']) await page.locator(`[name=${name}]`).fill(administrator.password)
  await press(page, 'Pasang dan masuk')
  await mustBeWell(page, { isAxed: true })
  await page.locator('input[name=sandi]').fill(administrator.password)
  await press(page, 'Mulai')
  await mustBeWell(page, { isAxed: true })
  const secret = (await page.locator('code.secret').textContent()) ?? ''
  await page.locator('input[name=kode]').fill(codeNow(secret))
  await press(page, 'Pasang faktor kedua')
  await mustBeWell(page)
  return { context, page, secret }
}

/** Takes the seat of another role this person holds. */
export const actAs = async (page: Page, role: string): Promise<void> => {
  await page.locator('details.person-menu summary').click()
  await Promise.all([
    page.waitForResponse(r => r.request().isNavigationRequest() && r.status() === 200),
    page.locator(`button[name=peran][value=${role}]`).click(),
  ])
  await page.waitForLoadState('load')
}

const folder = 'fixtures/agency-small'

/** The files an agency has: what its own staff would drag in, SIASN answers too; without the two that belong to other tests. */
export const agencyFiles = (): { name: string; mimeType: string; buffer: Buffer }[] =>
  readdirSync(folder)
    .filter(name => /\.(csv|xlsx|xls|xlsm)$/.test(name) && !/mekar|terkunci/.test(name))
    .map(name => ({ name, mimeType: 'application/octet-stream', buffer: readFileSync(path.join(folder, name)) }))
