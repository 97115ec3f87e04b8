import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { screenOf } from '../../scripts/browser/crawl.ts'
import { screens } from '../../src/app/routes.ts'
import { type ModuleName, moduleNames } from '../../src/platform/web/screen.ts'
import { mustBeWell, openPage, press, startVisit, type Visit } from '../fixture.ts'

/** Somebody of each home. */
const homes = ['asn', 'supervisor', 'hr_officer', 'leader'] as const

let visit: Visit
let admin: Page
let pages: Record<(typeof homes)[number], Page>
beforeAll(async () => {
  visit = await startVisit()
  admin = await (await visit.as('admin')).newPage()
  const open = async (role: (typeof homes)[number]) => [role, await (await visit.as(role)).newPage()] as const
  pages = Object.fromEntries(await Promise.all(homes.map(open))) as typeof pages
})
afterAll(() => visit?.close())

test.for(moduleNames)(
  'With the module %s switched off, no menu, home or link leads there, and its address says so',
  async (module: ModuleName) => {
    await openPage(admin, '/pengaturan/modul')
    const line = admin.getByRole('listitem').filter({ has: admin.locator(`input[name=module][value=${module}]`) })
    await press(admin, /^Matikan/, line)
    try {
      await mustBeWell(admin)
      const astray: string[] = []
      const look = async (role: (typeof homes)[number]) => {
        const page = pages[role]
        for (const path of ['/', '/cari', '/bantuan']) {
          await page.goto(path)
          const links = await page
            .locator('a[href^="/"]')
            .evaluateAll(all => all.map(a => a.getAttribute('href') ?? ''))
          astray.push(
            ...links.filter(l => screenOf(l.split('?')[0])?.module === module).map(l => `${role} ${path} → ${l}`),
          )
        }
      }
      await Promise.all(homes.map(look))
      expect(astray).toEqual([])
      const screen = screens.find(
        s => s.module === module && s.roles.includes('hr_officer') && !s.path.includes(':') && !s.isResource,
      )
      if (screen) {
        const officer = pages.hr_officer
        const answer = await officer.goto(screen.path)
        expect(answer?.status()).toBe(404)
        expect(await officer.locator('h1').textContent()).toBe('Modul ini belum dipakai instansi Anda')
      }
    } finally {
      await press(admin, /^Nyalakan/, line)
    }
  },
)
