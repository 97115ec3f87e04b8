import type { Page } from 'playwright-core'
import { crawl, type DemoRole } from '../scripts/browser/crawl.ts'
import { phone, type Visit } from './fixture.ts'

/** First load of a page on a phone, everything included (page, style, font, pictures), in kB of 1,000 bytes. */
export const mostKilobytes = 100

/**
 * Every screen of a role on a phone without scripts and with an empty cache: what is too heavy, what does not stand.
 * Bytes are those that travelled, headers included.
 */
export const visitLightly = async (
  visit: Visit,
  role: DemoRole,
): Promise<{ seen: number; faults: string[]; heaviest: string }> => {
  const context = await visit.as(role, { javaScriptEnabled: false, viewport: phone })
  // A route of one's own switches the browser's cache off: each visit is a first one.
  await context.route('**/*', route => route.continue())
  const faults: string[] = []
  let heaviest = { kilobytes: 0, path: '' }
  const travelled = new Map<Page, Promise<number>[]>()
  const seen = await crawl(
    context,
    visit.base,
    async (page, { path }, status) => {
      if (status !== 200) faults.push(`${path}: answered ${status}`)
      const kilobytes = (await Promise.all(travelled.get(page) ?? [])).reduce((a, b) => a + b, 0) / 1000
      travelled.set(page, [])
      if (kilobytes > heaviest.kilobytes) heaviest = { kilobytes, path }
      if (kilobytes > mostKilobytes) faults.push(`${path}: ${kilobytes.toFixed(1)} kB`)
      if ((await page.locator('h1').count()) !== 1) faults.push(`${path}: no heading without scripts`)
      const idle = await page.locator('main button:not(form button):not([form]):not(summary)').count()
      if (idle > 0) faults.push(`${path}: ${idle} buttons that need a script`)
    },
    {
      side: 2,
      listen: page => {
        travelled.set(page, [])
        page.on('requestfinished', request => {
          travelled.get(page)?.push(
            request.sizes().then(
              s => s.responseBodySize + s.responseHeadersSize,
              () => 0,
            ),
          )
        })
      },
    },
  )
  await context.close()
  return { seen: seen.length, faults, heaviest: `${heaviest.path} ${heaviest.kilobytes.toFixed(1)} kB` }
}
