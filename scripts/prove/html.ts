/**
 * Just enough of HTML to read the pages this product sends: well-formed tags, quoted attributes, void elements.
 * Every page is whole before any script runs, so what is read here is what a person sees.
 */
export type Element = {
  tag: string
  attributes: Record<string, string>
  children: (Element | string)[]
  parent: Element | null
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const raw = new Set(['script', 'style', 'title', 'textarea'])

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

export const decode = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) =>
    name[0] === '#'
      ? String.fromCodePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
      : (named[name] ?? whole),
  )

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([^\s="'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)].map(m => [
      m[1].toLowerCase(),
      decode(m[2] ?? m[3] ?? ''),
    ]),
  )

export const parseHtml = (html: string): Element => {
  const root: Element = { tag: '#root', attributes: {}, children: [], parent: null }
  let at: Element = root
  const token = /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi
  let from = 0
  const say = (text: string) => text && at.children.push(decode(text))
  for (let m = token.exec(html); m; m = token.exec(html)) {
    say(html.slice(from, m.index))
    from = token.lastIndex
    if (m[1]) {
      const tag = m[1].toLowerCase()
      let open: Element | null = at
      while (open && open.tag !== tag) open = open.parent
      if (open?.parent) at = open.parent
    } else if (m[2]) {
      const tag = m[2].toLowerCase()
      const element: Element = {
        tag,
        attributes: attributesOf(m[3].replace(/\/$/, '')),
        children: [],
        parent: at,
      }
      at.children.push(element)
      if (raw.has(tag)) {
        const end = html.toLowerCase().indexOf(`</${tag}`, from)
        element.children.push(decode(html.slice(from, end)))
        from = html.indexOf('>', end) + 1
        token.lastIndex = from
      } else if (!voids.has(tag) && !m[3].endsWith('/')) at = element
    }
  }
  say(html.slice(from))
  return root
}

export function* elementsOf(element: Element): Generator<Element> {
  for (const child of element.children)
    if (typeof child !== 'string') {
      yield child
      yield* elementsOf(child)
    }
}

export const textOf = (element: Element): string =>
  element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')

export const closest = (element: Element, test: (e: Element) => boolean): Element | null => {
  for (let up: Element | null = element; up; up = up.parent) if (test(up)) return up
  return null
}

export const classesOf = (element: Element): string[] => (element.attributes.class ?? '').split(/\s+/).filter(Boolean)
