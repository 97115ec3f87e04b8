import type { Page } from 'playwright-core'
import type { Figure } from '../../src/core/figure/figure.ts'
import { openChromium } from '../browser/chromium.ts'
import { crawl, type DemoRole, demoRoles, signInAs } from '../browser/crawl.ts'
import { startServer } from '../browser/running-server.ts'
import { agrees, recompute } from './recompute.ts'

/**
 * Visits every screen of each role, takes every figure shown, and computes it again from its explanation.
 * Prints `agree / disagree / without explanation`; anything but zero in the last two fails.
 * `npm run prove`, or `npm run prove -- http://127.0.0.1:3000` for a server that already runs.
 */
type Shown = { ref: string; state: string; value: string; path: string }

const readFigures = (page: Page, path: string): Promise<Shown[]> =>
  page.locator('[data-figure]').evaluateAll(
    (all, where) =>
      all.map(e => ({
        ref: e.getAttribute('data-figure') ?? '',
        state: e.getAttribute('data-state') ?? '',
        value: e.getAttribute('data-value') ?? 'null',
        path: where,
      })),
    path,
  )

export type Proof = { agree: number; disagree: Shown[]; without: Shown[]; screens: number }

export const prove = async (base: string, roles: readonly DemoRole[] = demoRoles): Promise<Proof> => {
  const browser = await openChromium()
  const proof: Proof = { agree: 0, disagree: [], without: [], screens: 0 }
  try {
    for (const role of roles) {
      const context = await browser.newContext({
        javaScriptEnabled: true,
        viewport: { width: 1440, height: 1000 },
        locale: 'id-ID',
      })
      const page = await context.newPage()
      await signInAs(page, base, role)
      const shown: Shown[] = []
      const visited = await crawl(
        context,
        base,
        async (p, v) => void shown.push(...(await readFigures(p, `${role} ${v.path}`))),
        { examples: 2 },
      )
      proof.screens += visited.length
      const figures = new Map<string, Figure | null>()
      for (const s of shown) {
        if (!figures.has(s.ref)) {
          const answer = s.ref ? await context.request.get(`${base}/angka/${encodeURIComponent(s.ref)}.json`) : null
          figures.set(s.ref, answer?.ok() ? ((await answer.json()) as Figure) : null)
        }
        const figure = figures.get(s.ref)
        if (!figure) proof.without.push(s)
        else if (
          figure.state === s.state &&
          agrees(JSON.parse(s.value), figure.state === 'known' || figure.state === 'expired' ? recompute(figure) : null)
        )
          proof.agree++
        else proof.disagree.push(s)
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return proof
}

const main = async () => {
  const given = process.argv[2]
  const server = given ? null : await startServer({})
  try {
    const proof = await prove(given ?? server!.base)
    for (const [word, list] of [
      ['disagree', proof.disagree],
      ['without explanation', proof.without],
    ] as const)
      for (const s of list.slice(0, 40)) process.stdout.write(`${word}: ${s.path} ${s.ref} ${s.state} ${s.value}\n`)
    process.stdout.write(
      `${proof.screens} screens: ${proof.agree} agree / ${proof.disagree.length} disagree / ${proof.without.length} without explanation\n`,
    )
    process.exitCode = proof.disagree.length + proof.without.length > 0 || proof.agree === 0 ? 1 : 0
  } finally {
    await server?.stop()
  }
}
if (import.meta.main) await main()
