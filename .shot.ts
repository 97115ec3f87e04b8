import { openChromium } from '/tmp/w/cycle/scripts/browser/chromium.ts'
import { signInAs } from '/tmp/w/cycle/scripts/browser/crawl.ts'
const [role, path, name, act] = process.argv.slice(2)
const base = 'http://127.0.0.1:3125'
const browser = await openChromium()
const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 1000 }, locale: 'id-ID' })
context.setDefaultTimeout(60000)
const page = await context.newPage()
page.on('console', m => m.type() === 'error' && console.log('console', m.text()))
page.on('pageerror', e => console.log('error', e.message))
if (role !== 'none') await signInAs(page, base, role as never)
let to = path
if (path.startsWith('first:')) { await page.goto(base + path.slice(6)); to = (await page.locator(act).first().getAttribute('href'))! }
const r = await page.goto(base + to)
console.log(r?.status(), page.url(), await page.title())
for (const w of [1440, 360]) {
  await page.setViewportSize({ width: w, height: 1000 })
  await page.waitForTimeout(600)
  await page.screenshot({ path: `/tmp/cy/${name}-${w}.png`, fullPage: true })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (over > 0) console.log('overflow', w, over)
}
await browser.close()
