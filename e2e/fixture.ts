import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { openChromium } from '../scripts/browser/chromium.ts'
import { crawl, type DemoRole, signInAs } from '../scripts/browser/crawl.ts'

/** Where the product under test answers; `scripts/test/journey-setup.ts` starts it with the demo. */
export const demoBase = (): string => {
  const base = process.env.ANYAM_BASE
  if (!base) throw new Error('No product to visit: run with `npx vitest run --project journey`, or set ANYAM_BASE.')
  return base
}

export const phone = { width: 360, height: 760 }
export const desk = { width: 1440, height: 1000 }

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeOptions: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** The rules whose answer the width of the window changes; the others say on a phone what they said on the desk. */
const layoutOptions: RunOptions = {
  runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] },
  resultTypes: ['violations'],
}

/** Rows after the eighth of a list or table are made by the same lines as those above. */
const repeats = ['tbody > tr:nth-of-type(n+9)', 'li:nth-of-type(n+9)']

type AxeWindow = { axe?: { run(context: object, options: RunOptions): Promise<AxeResults> } }

const axe = async (page: Page, options = axeOptions): Promise<string[]> => {
  if (await page.evaluate(() => !(window as AxeWindow).axe)) await page.evaluate(axeSource)
  const found = await page.evaluate(
    ([asked, selectors]) => {
      const left = selectors.filter(selector => document.querySelector(selector))
      return (window as AxeWindow).axe!.run(left.length > 0 ? { exclude: left } : document, asked)
    },
    [options, repeats] as const,
  )
  return found.violations.map(
    v => `${v.id} (${v.impact}): ${v.nodes.length} × ${v.nodes[0].target.join(' ')} ${v.nodes[0].html.slice(0, 160)}`,
  )
}

/** Console errors and failed scripts of a page since it was opened. */
const complaints = new WeakMap<Page, string[]>()
const listen = (page: Page): string[] => {
  const known = complaints.get(page)
  if (known) return known
  const heard: string[] = []
  page.on('console', message => message.type() === 'error' && heard.push(`console: ${message.text()}`))
  page.on('pageerror', error => heard.push(`script: ${error.message}`))
  complaints.set(page, heard)
  return heard
}

/**
 * What must hold of every page a person looks at: it answered, has a title, one heading and a language, complains of nothing,
 * does not run off a phone, and everybody can use it. Returns what does not hold, in words; empty is good.
 * With `isAxed` every rule of axe is read at 1440 px, and at 360 px those that depend on the width; with `isAxedTwice` every rule at both,
 * for pages that hold what only a phone shows.
 */
export const faultsOf = async (
  page: Page,
  status: number,
  { isAxed = true, isAxedTwice = false } = {},
): Promise<string[]> => {
  if (status !== 200) {
    listen(page).splice(0)
    return [`answered ${status}`]
  }
  const faults: string[] = []
  const said = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1')].map(h => h.textContent?.trim() ?? ''),
  }))
  if (!/\S.* · Anyam$/.test(said.title)) faults.push(`title is "${said.title}"`)
  if (!['id', 'en'].includes(said.lang)) faults.push(`lang is "${said.lang}"`)
  if (said.headings.length !== 1 || !said.headings[0])
    faults.push(`${said.headings.length} h1: ${said.headings.join(' | ')}`)
  if (isAxed) faults.push(...(await axe(page)).map(v => `axe at 1440 px: ${v}`))
  await page.setViewportSize(phone)
  const over = await page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return null
    const widest = [...document.querySelectorAll('body *')].find(e => {
      if (e.getBoundingClientRect().right <= root.clientWidth + 1) return false
      for (let up = e.parentElement; up; up = up.parentElement)
        if (up !== document.body && getComputedStyle(up).overflowX !== 'visible') return false
      return true
    })
    return `${root.scrollWidth} px wide, by <${widest?.tagName.toLowerCase()} class="${widest?.className}">`
  })
  if (over) faults.push(`runs off a phone: ${over}`)
  if (isAxed) {
    // As tall as the page, so that the bar at the foot covers nothing a person could scroll free.
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width: phone.width, height: Math.min(16_000, Math.max(phone.height, height)) })
    faults.push(...(await axe(page, isAxedTwice ? axeOptions : layoutOptions)).map(v => `axe at 360 px: ${v}`))
  }
  await page.setViewportSize(desk)
  faults.push(...listen(page).splice(0))
  return faults
}

/** One browser of a test file; closed by `close`. */
export type Visit = {
  browser: Browser
  base: string
  /** A person of the demo in one role, signed in through the chooser. */
  as(role: DemoRole, options?: BrowserContextOptions): Promise<BrowserContext>
  /** Nobody yet. */
  stranger(options?: BrowserContextOptions): Promise<BrowserContext>
  close(): Promise<void>
}

export const startVisit = async (base = demoBase()): Promise<Visit> => {
  const browser = await openChromium()
  const stranger: Visit['stranger'] = async options => {
    const context = await browser.newContext({
      baseURL: base,
      viewport: desk,
      locale: 'id-ID',
      reducedMotion: 'reduce',
      ...options,
    })
    // Only a ceiling, for a busy machine: nothing waits by the clock.
    context.setDefaultTimeout(Number(process.env.PATIENCE ?? 90_000))
    return context
  }
  return {
    browser,
    base,
    stranger,
    async as(role, options) {
      const context = await stranger(options)
      const page = await context.newPage()
      await signInAs(page, base, role)
      await page.close()
      return context
    },
    close: () => browser.close(),
  }
}

const isPage = (place: BrowserContext | Page): place is Page => 'mouse' in place

/** Pages the walk through every screen cannot reach ask for `isAxed`; it reads all others with all rules. */
export type Care = { isAxed?: boolean }

/** Opens a page and checks by construction what must hold of any page. Throws with every fault found. */
export const openPage = async (place: BrowserContext | Page, path: string, care: Care = {}): Promise<Page> => {
  const page = isPage(place) ? place : await place.newPage()
  listen(page)
  const response = await page.goto(path, { waitUntil: 'load' })
  await mustBeWell(page, { ...care, status: response?.status() ?? 0 })
  return page
}

/** The page a form or link has led to, checked as `openPage` does. */
export const mustBeWell = async (
  page: Page,
  { isAxed = false, status = 200 }: Care & { status?: number } = {},
): Promise<void> => {
  const faults = await faultsOf(page, status, { isAxed })
  if (faults.length > 0) throw new Error(`${page.url()}\n  ${faults.join('\n  ')}`)
}

/** Follows the first link of that name, and checks the page it leads to. */
export const follow = async (page: Page, name: string | RegExp, within = page.locator('main')): Promise<void> => {
  const link = within.getByRole('link', { name, exact: typeof name === 'string' }).first()
  const [response] = await Promise.all([
    page.waitForResponse(r => r.request().isNavigationRequest() && r.status() !== 302 && r.status() !== 303),
    link.click(),
  ])
  await page.waitForLoadState('load')
  await mustBeWell(page, { status: response.status() })
}

/** Opens what is folded up around a place, as a person does before filling it. */
export const unfold = (place: Locator): Promise<void> =>
  place.evaluate(e => {
    for (let up = e.closest('details'); up; up = up.parentElement?.closest('details') ?? null) up.open = true
  })

/** Chooses the option whose label holds these words. */
export const select = async (
  page: Page,
  field: string,
  words: string,
  within = page.locator('main'),
): Promise<void> => {
  const list = within.locator(`select[name="${field}"]`).first()
  await unfold(list)
  const value = await list.locator('option', { hasText: words }).first().getAttribute('value')
  await list.selectOption(value ?? '')
}

/** Ticks the box of a list whose label holds these words. */
export const tick = async (page: Page, field: string, words: string, within = page.locator('main')): Promise<void> =>
  within
    .locator('label.option')
    .filter({ has: page.locator(`input[name="${field}"]`) })
    .filter({ hasText: words })
    .first()
    .locator('input')
    .check()

/** Fills the fields of a form by their names. */
export const fill = async (
  page: Page,
  values: Record<string, string | number>,
  within = page.locator('main'),
): Promise<void> => {
  for (const [name, value] of Object.entries(values)) {
    const fields = within.locator(`[name="${name}"]:not([type=hidden])`)
    await unfold(fields.first())
    if ((await fields.first().getAttribute('type')) === 'radio')
      await within.locator(`[name="${name}"][value="${value}"]`).check()
    else await fields.first().fill(String(value))
  }
}

/** The form that a button sends, wherever on the page it stands. */
export const formOf = (page: Page, button: string): Locator =>
  page
    .locator('main form')
    .filter({ has: page.getByRole('button', { name: button, exact: true, includeHidden: true }) })
    .first()

/** Fills the form of a button, sends it, and checks the page it leads to. */
export const send = async (page: Page, button: string, values: Record<string, string | number> = {}): Promise<void> => {
  const form = formOf(page, button)
  await unfold(form)
  await fill(page, values, form)
  await press(page, button, form)
  await mustBeWell(page)
}

/** What the page says, in one line. */
export const wordsOf = async (page: Page, selector = 'main'): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ')

/** Presses a button and waits for the page its form leads to. A refusal shown on the page fails with its words. */
export const press = async (page: Page, name: string | RegExp, within = page.locator('main')): Promise<void> => {
  const button = within.getByRole('button', { name, exact: typeof name === 'string' }).first()
  const [response] = await Promise.all([
    page.waitForResponse(r => r.request().isNavigationRequest() && r.status() !== 302 && r.status() !== 303),
    button.click(),
  ])
  await page.waitForLoadState('load')
  if (response.status() >= 400) {
    const words = await page.locator('[role=alert], .note.risk, [aria-live], main').first().innerText()
    throw new Error(`"${name}" was answered ${response.status()} at ${page.url()}: ${words.slice(0, 600)}`)
  }
}

/** What must hold of an answer read without a browser. */
const faultsOfAnswer = (status: number, html: string): string[] => {
  if (status !== 200) return [`answered ${status}`]
  const headings = html.match(/<h1\b/g)?.length ?? 0
  return [
    ...(/<title>[^<]*\S[^<]* · Anyam<\/title>/.test(html) ? [] : ['has no title']),
    ...(headings === 1 ? [] : [`${headings} h1`]),
  ]
}

/**
 * Every screen a role can reach by links, with what is wrong on each.
 * `read` remembers over several roles which screens a browser has read with all rules: the other roles only ask for them, and must get
 * a page whose links lead somewhere. Homes are read for every role.
 */
export const readEveryScreen = async (
  visit: Visit,
  role: DemoRole,
  read: Set<string> = new Set(),
): Promise<{ seen: string[]; faults: string[] }> => {
  const context = await visit.as(role)
  const faults: string[] = []
  const seen = await crawl(
    context,
    visit.base,
    async (page, { path, screen }, status) => {
      const isHome = path === '/'
      const isAxed = isHome || !read.has(screen.path)
      faults.push(...(await faultsOf(page, status, { isAxed, isAxedTwice: isHome })).map(fault => `${path}: ${fault}`))
      read.add(screen.path)
    },
    {
      // One page is read by the browser while the server makes the next.
      side: 2,
      isKnown: ({ path, screen }) => path !== '/' && read.has(screen.path),
      onAnswer: ({ path }, status, html) =>
        faults.push(...faultsOfAnswer(status, html).map(fault => `${path}: ${fault}`)),
      listen: async page => {
        listen(page)
        // Sent to the browser once, and not with every page.
        await page.addInitScript({ content: axeSource })
      },
      onDead: (link, from) => faults.push(`${from}: leads to ${link}, which is no page`),
    },
  )
  await context.close()
  return { seen: seen.map(v => v.screen.path), faults }
}

/** The six digits an authenticator shows now for a secret in base32 (RFC 6238, 30 s, SHA-1). */
export const codeNow = (secret: string): string => {
  const bits = [...secret.replace(/=+$/, '').toUpperCase()]
    .map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(b => Number.parseInt(b, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = digest[digest.length - 1] & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Signs in by NIP and password; sets up the second factor where it is asked for, and returns its secret. */
export const signInWith = async (
  page: Page,
  nip: string,
  password: string,
  secret?: string,
): Promise<string | null> => {
  await page.goto('/masuk')
  await page.locator('input[name=nip]').fill(nip)
  await page.locator('input[name=sandi]').fill(password)
  await press(page, 'Masuk')
  if (new URL(page.url()).pathname === '/masuk/kode') {
    if (!secret) throw new Error('A code is asked for, but no secret was given.')
    await page.locator('input[name=kode]').fill(codeNow(secret))
    await press(page, 'Masuk')
    return secret
  }
  if (new URL(page.url()).pathname !== '/masuk/faktor-kedua') return null
  await page.locator('input[name=sandi]').fill(password)
  await press(page, 'Mulai')
  const made = await page.locator('code.secret').innerText()
  await page.locator('input[name=kode]').fill(codeNow(made))
  await press(page, 'Pasang faktor kedua')
  return made
}
