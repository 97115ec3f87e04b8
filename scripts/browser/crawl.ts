import type { BrowserContext, Page } from 'playwright-core'
import { matchPath } from 'react-router'
import { screens } from '../../src/app/routes.ts'
import type { Screen } from '../../src/platform/web/screen.ts'

/** Roles of the demo's chooser, each with a person ready. */
export const demoRoles = [
  'asn',
  'supervisor',
  'hr_officer',
  'committee',
  'leader',
  'facilitator',
  'assessor',
  'auditor',
  'dpo',
  'admin',
] as const
export type DemoRole = (typeof demoRoles)[number]

/** Signs in through the demo's chooser. */
export const signInAs = async (page: Page, base: string, role: DemoRole): Promise<void> => {
  await page.goto(`${base}/masuk`)
  await page.locator(`button[name="role"][value="${role}"]`).first().click()
  await page.waitForURL(url => !url.pathname.startsWith('/masuk'))
}

export type Visited = { screen: Screen; path: string }

/** The screen a path belongs to; the longest pattern without parameters wins. */
export const screenOf = (path: string): Screen | undefined =>
  screens
    .filter(s => matchPath({ path: s.path, end: true }, path))
    .sort((a, b) => (a.path.match(/:/g)?.length ?? 0) - (b.path.match(/:/g)?.length ?? 0))[0]

/** An address that leads to a file or out of the house. */
export const isLeaving = (href: string) => /\.(json|xlsx|csv|pdf|ics|zip)(\?|$)|\/(keluar|arus)(\?|$|\/)/.test(href)
const isFile = (path: string) => /^\/(assets\/|keluar$)|\.(json|svg|ico|txt)$/.test(path)

export type CrawlOptions = {
  /** How many addresses of one pattern are visited. */
  examples?: number
  limit?: number
  /** How many pages are open beside each other. What is visited, and in which order it is found, stays the same. */
  side?: number
  /** Screens that need no browser: they are asked for as they are, `onAnswer` hears what came, and their links are followed. */
  isKnown?(visited: Visited): boolean
  onAnswer?(visited: Visited, status: number, html: string): void
  /** Gets each page before its first visit. */
  listen?(page: Page): void | Promise<void>
  /** Hears of links that lead to no screen at all. */
  onDead?(link: string, from: string): void
}

const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"]*)"/g)].map(([, link]) => link.replaceAll('&amp;', '&'))

/**
 * Walks every screen a role can reach by links, one example (or `examples`) of each pattern, beginning at home and at the role's own menu.
 * Goes level by level: all pages one link away, then two. `visit` gets each page once it stands.
 */
export const crawl = async (
  context: BrowserContext,
  base: string,
  visit: (page: Page, visited: Visited, status: number) => Promise<void>,
  { examples = 1, limit = 200, side = 1, isKnown, onAnswer, listen, onDead }: CrawlOptions = {},
): Promise<Visited[]> => {
  const pages = await Promise.all(Array.from({ length: side }, () => context.newPage()))
  for (const page of pages) await listen?.(page)
  const dead = new Set<string>()
  const seen = new Map<string, number>()
  const asked = new Set<string>()
  const done: Visited[] = []
  /** Which of these addresses are worth a visit: a screen not seen often enough yet. */
  const choose = (links: readonly string[]): Visited[] =>
    links.flatMap(path => {
      if (asked.has(path) || done.length >= limit) return []
      asked.add(path)
      const screen = screenOf(path.split('?')[0])
      if (!screen || screen.isResource || (seen.get(screen.path) ?? 0) >= examples) return []
      seen.set(screen.path, (seen.get(screen.path) ?? 0) + 1)
      const visited = { screen, path }
      done.push(visited)
      return [visited]
    })
  let level = choose(['/'])
  while (level.length > 0) {
    const found: string[][] = level.map(() => [])
    let next = 0
    const walk = async (page: Page) => {
      for (let at = next++; at < level.length; at = next++) {
        const visited = level[at]
        if (isKnown?.(visited)) {
          const answer = await context.request.get(base + visited.path, {
            // A kept connection may be closed at the moment it is used again.
            maxRetries: 2,
          })
          const html = await answer.text()
          onAnswer?.(visited, answer.status(), html)
          found[at] = linksOf(html)
          continue
        }
        const response = await page.goto(base + visited.path, { waitUntil: 'load' })
        await visit(page, visited, response?.status() ?? 0)
        found[at] = await page.locator('a[href^="/"]').evaluateAll(all => all.map(a => a.getAttribute('href') ?? ''))
      }
    }
    await Promise.all(pages.map(walk))
    const links: string[] = []
    for (const [at, hrefs] of found.entries())
      for (const href of hrefs) {
        const clean = href.split('#')[0]
        if (!clean) continue
        const pattern = clean.split('?')[0]
        if (!isLeaving(clean)) links.push(clean)
        if (!screenOf(pattern) && !isFile(pattern) && !dead.has(pattern)) {
          dead.add(pattern)
          onDead?.(clean, level[at].path)
        }
      }
    level = choose(links)
  }
  await Promise.all(pages.map(page => page.close()))
  return done
}
