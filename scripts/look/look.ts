import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openChromium } from '../browser/chromium.ts'
import { crawl, type DemoRole, demoRoles, signInAs } from '../browser/crawl.ts'
import { startServer } from '../browser/running-server.ts'

/**
 * A picture of every screen for each role, at 360 and 1440 px, light and dark, with a contact sheet, into `look/`.
 * `npm run look`, `npm run look -- http://127.0.0.1:3000 hr_officer,asn light`.
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

const given = process.argv[2]?.startsWith('http') ? process.argv[2] : null
const roles = (process.argv[3]?.split(',') ?? demoRoles) as DemoRole[]
const themes = (process.argv[4]?.split(',') ?? ['light', 'dark']) as ('light' | 'dark')[]

const server = given ? null : await startServer({})
const base = given ?? server!.base
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await openChromium()
const pictures: { role: string; title: string; files: string[] }[] = []
try {
  for (const role of roles) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'id-ID' })
    const page = await context.newPage()
    await signInAs(page, base, role)
    await page.close()
    await crawl(context, base, async (p, { screen }) => {
      const files: string[] = []
      for (const theme of themes) {
        await p.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        for (const width of widths) {
          await p.setViewportSize({ width, height: width === 360 ? 760 : 1000 })
          const file = fileName(role, screen.path, width, theme)
          await p.screenshot({ path: join(folder, file), fullPage: true })
          files.push(file)
        }
      }
      await p.setViewportSize({ width: 1440, height: 1000 })
      pictures.push({ role, title: `${screen.title} (${screen.path})`, files })
    })
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
