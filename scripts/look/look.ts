import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openChromium } from '../browser/chromium.ts'
import { crawl, type DemoRole, demoRoles, signInAs } from '../browser/crawl.ts'
import { startServer } from '../browser/running-server.ts'

/**
 * A picture of every screen for each role, at 360 and 1440 px, light and dark, with a contact sheet, into `look/`.
 * `npm run look`, or with words in any order: `npm run look -- http://127.0.0.1:3000 hr_officer,asn light homes`
 * (an address: the product that runs there; roles; themes; `homes`: only the first screen of each role).
 */
const folder = 'look'
const widths = [360, 1440] as const
const fileName = (role: string, path: string, width: number, theme: string) =>
  `${role}-${
    path === '/'
      ? 'beranda'
      : path
          .slice(1)
          .replace(/[/:]+/g, '-')
          .replace(/[^a-z0-9-]/gi, '')
  }-${width}-${theme}.png`

const words = process.argv.slice(2)
const given = words.find(word => word.startsWith('http')) ?? null
const chosen = <T extends string>(all: readonly T[]): T[] => {
  const named = words
    .flatMap(word => word.split(','))
    .filter((word): word is T => (all as readonly string[]).includes(word))
  return named.length > 0 ? named : [...all]
}
const roles = chosen<DemoRole>(demoRoles)
const themes = chosen(['light', 'dark'] as const)
const isHomesOnly = words.includes('homes')

/** On a busy machine a font may be late: waits for it here, without the picture's own short patience, and tries twice. */
const picture = async (page: Page, path: string): Promise<boolean> => {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await page.evaluate(() =>
        Promise.race([document.fonts.ready, new Promise(resolve => setTimeout(resolve, 20_000))]),
      )
      await page.screenshot({ path, fullPage: true, animations: 'disabled', timeout: 120_000 })
      return true
    } catch (error) {
      process.stderr.write(`${path}: ${error instanceof Error ? error.message.split('\n')[0] : error}\n`)
    }
  }
  return false
}

const server = given ? null : await startServer({})
const base = given ?? server!.base
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await openChromium()
const pictures: { role: string; title: string; files: string[] }[] = []
try {
  for (const role of roles) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'id-ID' })
    context.setDefaultTimeout(120_000)
    const page = await context.newPage()
    await signInAs(page, base, role)
    await page.close()
    await crawl(
      context,
      base,
      async (p, { screen }) => {
        const files: string[] = []
        for (const theme of themes) {
          await p.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
          for (const width of widths) {
            await p.setViewportSize({ width, height: width === 360 ? 760 : 1000 })
            const file = fileName(role, screen.path, width, theme)
            if (await picture(p, join(folder, file))) files.push(file)
          }
        }
        await p.setViewportSize({ width: 1440, height: 1000 })
        pictures.push({ role, title: `${screen.title} (${screen.path})`, files })
      },
      { limit: isHomesOnly ? 1 : 200 },
    )
    await context.close()
  }
} finally {
  await browser.close()
  await server?.stop()
}
const cell = (file: string) => `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>`
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Anyam: every screen</title><style>body{font:14px system-ui;margin:24px}img{height:260px;border:1px solid #ccc;vertical-align:top;margin:0 8px 8px 0}</style>
${pictures.map(p => `<h2>${p.role}: ${p.title}</h2>${p.files.map(cell).join('')}`).join('\n')}`,
)
process.stdout.write(
  `${pictures.length} screens, ${pictures.reduce((n, p) => n + p.files.length, 0)} pictures in ${folder}/index.html\n`,
)
