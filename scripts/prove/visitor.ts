import { setTimeout as wait } from 'node:timers/promises'
import { type DemoRole, isLeaving, screenOf, type Visited } from '../browser/crawl.ts'
import { type Element, elementsOf, parseHtml } from './html.ts'

/** Somebody who reads pages over HTTP, with cookies and without a browser: a whole agency in minutes. */
export type Visitor = {
  get(path: string): Promise<{ status: number; path: string; text: string }>
}

const visitorAt = (base: string): Visitor & { post(path: string, form: Record<string, string>): Promise<number> } => {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'accept-language': 'id-ID',
      origin: base,
      ...init.headers,
    }
    const once = () => fetch(base + path, { ...init, redirect: 'manual', headers })
    // A connection kept open may be closed by the server at the very moment it is used again: reading is asked anew.
    const response = await once().catch(error => {
      if ((init.method ?? 'GET') !== 'GET') throw error
      return once()
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name) cookies.set(name, value)
    }
    return response
  }
  return {
    async get(path) {
      let at = path
      for (let hops = 0; hops < 5; hops++) {
        const response = await ask(at)
        const to = response.headers.get('location')
        if (response.status < 300 || response.status > 399 || !to)
          return { status: response.status, path: at, text: await response.text() }
        await response.arrayBuffer()
        const url = new URL(to, base)
        at = url.pathname + url.search
      }
      throw new Error(`${path} leads around in a circle`)
    },
    async post(path, form) {
      const response = await ask(path, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      await response.arrayBuffer()
      return response.status
    },
  }
}

/** Signs in through the demo's chooser; null where the house has no door for the role. */
export const signInBy = async (base: string, role: DemoRole): Promise<Visitor | null> => {
  const visitor = visitorAt(base)
  const { text } = await visitor.get('/masuk')
  const door = [...elementsOf(parseHtml(text))].find(
    e => e.tag === 'button' && e.attributes.name === 'role' && e.attributes.value === role,
  )
  if (!door) return null
  let form: Element | null = door
  while (form && form.tag !== 'form') form = form.parent
  const fields = [...elementsOf(form ?? door)].filter(e => e.tag === 'input' && e.attributes.name)
  const status = await visitor.post(form?.attributes.action ?? '/masuk', {
    ...Object.fromEntries(fields.map(e => [e.attributes.name, e.attributes.value ?? ''])),
    role,
  })
  if (status >= 400) throw new Error(`the door of ${role} answered ${status}`)
  return visitor
}

/** Walks every screen a role can reach by links, `examples` addresses of each pattern, beginning at home. */
export const walk = async (
  visitor: Visitor,
  visit: (page: Element, visited: Visited, status: number, bytes: number) => Promise<void>,
  { examples = 2, limit = 400 } = {},
): Promise<Visited[]> => {
  const seen = new Map<string, number>()
  const asked = new Set<string>()
  const done: Visited[] = []
  const queue = ['/']
  while (queue.length > 0 && done.length < limit) {
    const path = queue.shift()!
    if (asked.has(path)) continue
    asked.add(path)
    const screen = screenOf(path.split('?')[0])
    if (!screen || screen.isResource || (seen.get(screen.path) ?? 0) >= examples) continue
    seen.set(screen.path, (seen.get(screen.path) ?? 0) + 1)
    let answer = await visitor.get(path)
    // A busy machine may drop one answer; a page that fails twice has failed.
    if (answer.status >= 500) {
      await wait(500)
      answer = await visitor.get(path)
    }
    const page = parseHtml(answer.text)
    const visited = { screen, path }
    done.push(visited)
    await visit(page, visited, answer.status, answer.text.length)
    for (const link of elementsOf(page)) {
      const to = link.tag === 'a' ? (link.attributes.href ?? '').split('#')[0] : ''
      if (to.startsWith('/') && !asked.has(to) && !isLeaving(to)) queue.push(to)
    }
  }
  return done
}
