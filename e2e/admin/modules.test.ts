import { afterAll, beforeAll, expect, test } from 'vitest'
import { screenOf } from '../../scripts/browser/crawl.ts'
import { screens } from '../../src/app/routes.ts'
import { type ModuleName, moduleNames } from '../../src/platform/web/screen.ts'
import { mustBeWell, openPage, press, startVisit, type Visit } from '../fixture.ts'

let visit: Visit
beforeAll(async () => {
  visit = await startVisit()
})
afterAll(() => visit?.close())

/** Somebody of each home, and a screen of the module that the person may open. */
const homes = ['asn', 'supervisor', 'hr_officer', 'leader'] as const

test.for(moduleNames)(
  'With the module %s switched off, no menu, home or link leads there, and its address says so',
  async (module: ModuleName) => {
    const admin = await openPage(await visit.as('admin'), '/pengaturan/modul')
    const line = admin.getByRole('listitem').filter({ has: admin.locator(`input[name=module][value=${module}]`) })
    await press(admin, /^Matikan/, line)
    try {
      await mustBeWell(admin)
      const astray: string[] = []
      for (const role of homes) {
        const context = await visit.as(role)
        const page = await context.newPage()
        for (const path of ['/', '/cari', '/bantuan']) {
          await page.goto(path)
          const links = await page
            .locator('a[href^="/"]')
            .evaluateAll(all => all.map(a => a.getAttribute('href') ?? ''))
          astray.push(
            ...links.filter(l => screenOf(l.split('?')[0])?.module === module).map(l => `${role} ${path} → ${l}`),
          )
        }
        await context.close()
      }
      expect(astray).toEqual([])
      const screen = screens.find(
        s => s.module === module && s.roles.includes('hr_officer') && !s.path.includes(':') && !s.isResource,
      )
      if (screen) {
        const officer = await (await visit.as('hr_officer')).newPage()
        const answer = await officer.goto(screen.path)
        expect(answer?.status()).toBe(404)
        expect(await officer.locator('h1').textContent()).toBe('Modul ini belum dipakai instansi Anda')
      }
    } finally {
      await press(admin, /^Nyalakan/, line)
    }
  },
)
