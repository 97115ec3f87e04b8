import type { Figure } from '../../src/core/figure/figure.ts'
import { type DemoRole, demoRoles } from '../browser/crawl.ts'
import { startServer } from '../browser/running-server.ts'
import { leftBeside, leftOverRows } from './beside.ts'
import { elementsOf, parseHtml, textOf } from './html.ts'
import { judge } from './judge.ts'
import { bareNumbers } from './plain-numbers.ts'
import { readScreen, rowCountsOf } from './read-screen.ts'
import { signInBy, type Visitor, walk } from './visitor.ts'

const usage = `npm run prove [-- [ALAMAT] [demo|imported] [PERAN…]]

Visits every screen each role can reach, in the demo agency and in an agency made from fixtures/agency-small by the
product's own import; computes every figure shown again from the leaves of its explanation, with code that shares nothing
with the page; reads the printed text against the value; and looks for numbers that are no figure. Such a number must be
told by a record or a screen the same row links to, by the explanation of a figure of the row, in a heading by the rows
counted below it, or be in the list of plain-numbers.ts. Ends with
"N screens: N agree / N disagree / N without explanation"; anything but zero in the last two fails.

  npm run prove                                     both agencies, every role
  npm run prove -- demo leader asn                  the demo agency of DATA_DIR, two roles
  npm run prove -- imported                         only the imported agency, in a house of its own
  npm run prove -- http://127.0.0.1:3000 leader     a server that already runs
Roles: ${demoRoles.join(' ')}
`

export type Fault = { where: string; what: string }
export type Proof = { agree: number; disagree: Fault[]; without: Fault[]; screens: number; plain: number }

const addresses = 4

/** Explanations of one role, each fetched once. Several at a time; the product answers them one by one anyway. */
const explanations = async (visitor: Visitor, refs: Iterable<string>): Promise<Map<string, Figure | null>> => {
  const found = new Map<string, Figure | null>()
  const queue = [...new Set(refs)]
  const work = async () => {
    for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
      const answer = await visitor.get(`/angka/${encodeURIComponent(ref)}.json`)
      found.set(ref, answer.status === 200 ? (JSON.parse(answer.text) as Figure) : null)
    }
  }
  await Promise.all(Array.from({ length: addresses }, work))
  return found
}

/** The text of a record's page, or nothing where it does not open to this reader. */
const recordText = async (visitor: Visitor, path: string): Promise<string> => {
  const answer = await visitor.get(path)
  if (answer.status !== 200) return ''
  const facts = [...elementsOf(parseHtml(answer.text))].filter(e => e.tag === 'dd' || e.tag === 'dt')
  return facts.map(textOf).join('\n')
}

/** What another screen says for good: its facts, its figures and how many rows it lists; nothing where it does not open to this reader. */
const pageText = async (visitor: Visitor, path: string): Promise<string> => {
  const answer = await visitor.get(path)
  if (answer.status !== 200) return ''
  const all = [...elementsOf(parseHtml(answer.text))]
  return all
    .filter(e => e.tag === 'dd' || e.tag === 'dt' || 'data-value' in e.attributes)
    .map(textOf)
    .concat([...rowCountsOf(all)].map(String))
    .join('\n')
}

const said = (text: string) => text.replace(/\s+/g, ' ').slice(0, 120)

/** One role: every screen read, every figure judged. `say` hears one line per screen. */
const proveRole = async (base: string, role: DemoRole, proof: Proof, say: (line: string) => void): Promise<void> => {
  const visitor = await signInBy(base, role)
  if (!visitor) {
    say(`${role}: no door in this house`)
    proof.without.push({ where: role, what: 'nobody holds this role here' })
    return
  }
  const known = new Map<string, Figure | null>()
  const records = new Map<string, string>()
  await walk(visitor, async (page, { path, screen }, status) => {
    proof.screens++
    const where = `${role} ${path}`
    if (status !== 200) {
      say(`${where}: answered ${status}`)
      if (status >= 500) proof.without.push({ where, what: `answered ${status}` })
      return
    }
    const { figures, lines, rowCounts, locale } = readScreen(page, path)
    const own = path.startsWith('/angka/') ? [decodeURIComponent(path.slice('/angka/'.length).split('?')[0])] : []
    const wanted = [...figures.flatMap(f => (f.ref ? [f.ref] : [])), ...own].filter(ref => !known.has(ref))
    for (const [ref, figure] of await explanations(visitor, wanted)) known.set(ref, figure)
    let faults = 0
    for (const shown of figures) {
      const verdict = judge(shown, known, own[0] ?? null, locale)
      if (verdict.word === 'agree') proof.agree++
      else {
        faults++
        proof[verdict.word].push({ where, what: `${shown.ref ?? 'no address'} "${said(shown.text)}": ${verdict.why}` })
      }
    }
    for (const line of lines) {
      const open = bareNumbers(screen.path, line, figures, locale)
      for (const path of open.length > 0 ? line.records : [])
        if (!records.has(path)) records.set(path, await recordText(visitor, path))
      const unread = open.length > 0 ? line.refs.filter(ref => !known.has(ref)) : []
      for (const [ref, figure] of await explanations(visitor, unread)) known.set(ref, figure)
      const beside = {
        figures: line.refs.flatMap(ref => known.get(ref) ?? []),
        records: line.records.map(path => records.get(path) ?? ''),
      }
      let bare = leftBeside(open, beside, locale)
      if (line.isHeading) bare = leftOverRows(bare, rowCounts, locale)
      for (const path of bare.length > 0 && !line.isHeading ? new Set(line.pages) : []) {
        if (!records.has(path)) records.set(path, await pageText(visitor, path))
        bare = leftBeside(bare, { figures: [], records: [records.get(path) ?? ''] }, locale)
      }
      if (bare.length === 0) proof.plain++
      else {
        faults++
        proof.without.push({ where, what: `${bare.join(' ')} in "${said(line.text)}" (${line.at}) ${line.label}` })
      }
    }
    say(`${where}: ${figures.length} figures${faults > 0 ? `, ${faults} faults` : ''}`)
  })
}

export const prove = async (
  base: string,
  roles: readonly DemoRole[] = demoRoles,
  say: (line: string) => void = () => undefined,
): Promise<Proof> => {
  const proof: Proof = { agree: 0, disagree: [], without: [], screens: 0, plain: 0 }
  for (const role of roles) {
    const began = performance.now()
    const before = proof.screens
    await proveRole(base, role, proof, say)
    say(`${role}: ${proof.screens - before} screens in ${Math.round((performance.now() - began) / 1000)} s`)
  }
  return proof
}

const closing = (proof: Proof) =>
  `${proof.screens} screens: ${proof.agree} agree / ${proof.disagree.length} disagree / ${proof.without.length} without explanation\n`

/** Tells the faults, alike ones together. */
const tell = (proof: Proof): void => {
  for (const word of ['disagree', 'without'] as const) {
    const groups = new Map<string, Fault[]>()
    for (const fault of proof[word]) {
      const key = fault.what.replace(/\d+/g, '#').replace(/[0-9a-f#]{8}-[0-9a-f#-]{20,}/g, '')
      groups.set(key, [...(groups.get(key) ?? []), fault])
    }
    for (const [first, ...more] of groups.values())
      process.stdout.write(
        `${word}: ${first.where}: ${first.what}${more.length > 0 ? ` (and ${more.length} like it)` : ''}\n`,
      )
  }
}

const main = async (): Promise<void> => {
  const words = process.argv.slice(2)
  if (words.includes('--help') || words.includes('-h')) return void process.stdout.write(usage)
  const given = words.find(w => /^https?:/.test(w))
  const roles = demoRoles.filter(role => words.includes(role))
  const unknown = words.filter(w => w !== given && !['demo', 'imported', ...demoRoles].includes(w))
  if (unknown.length > 0) {
    process.stderr.write(`unknown: ${unknown.join(' ')}\n\n${usage}`)
    process.exitCode = 2
    return
  }
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const began = performance.now()
  const both = !words.includes('demo') && !words.includes('imported')
  const houses: { name: string; open: () => Promise<{ base: string; stop(): Promise<void> }> }[] = given
    ? [{ name: given, open: async () => ({ base: given, stop: async () => undefined }) }]
    : [
        ...(both || words.includes('demo') ? [{ name: 'demo', open: () => startServer({ LOG: 'off' }) }] : []),
        ...(both || words.includes('imported')
          ? [{ name: 'imported', open: async () => (await import('./imported-agency.ts')).startImported(say) }]
          : []),
      ]
  const proofs: Proof[] = []
  for (const { name, open } of houses) {
    say(`${name}: starting`)
    const house = await open()
    try {
      const proof = await prove(house.base, roles.length > 0 ? roles : demoRoles, say)
      proofs.push(proof)
      tell(proof)
      if (houses.length > 1) process.stdout.write(`${name}: ${closing(proof)}`)
    } finally {
      await house.stop()
    }
  }
  const all = proofs.reduce((a, b) => ({
    agree: a.agree + b.agree,
    disagree: [...a.disagree, ...b.disagree],
    without: [...a.without, ...b.without],
    screens: a.screens + b.screens,
    plain: a.plain + b.plain,
  }))
  say(`${Math.round((performance.now() - began) / 1000)} s`)
  process.stdout.write(closing(all))
  process.exitCode = all.disagree.length + all.without.length > 0 || all.agree === 0 ? 1 : 0
}
if (import.meta.main) await main()
