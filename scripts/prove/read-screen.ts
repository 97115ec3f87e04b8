import { classesOf, closest, type Element, elementsOf, textOf } from './html.ts'

/** A figure as it stands on a screen. */
export type Shown = {
  /** Null: printed as a figure, but without an address of its own. */
  ref: string | null
  state: string
  value: number | string | boolean | null
  bounds: [number, number] | null
  text: string
  /** A link to its explanation stands on the same screen; or it is itself a link, and the foot lists the page's figures. */
  opens: boolean
  /** Stands inside the explanation of another figure. */
  within: boolean
}

/** A piece of running text that holds a digit outside every figure; `□` stands where a figure was. */
export type Line = {
  text: string
  at: string
  label: string
  /** Addresses of the figures and pages of the records in the same row: table row, list item, fact or paragraph. */
  refs: string[]
  records: string[]
  /** Addresses of other screens the same row opens. */
  pages: string[]
  /** A heading, or a sentence of one: it may say how many rows stand below it. */
  isHeading: boolean
}

export type ScreenContent = {
  figures: Shown[]
  lines: Line[]
  /** How many rows each table and each list of the screen holds. */
  rowCounts: ReadonlySet<number>
  locale: 'id' | 'en'
}

const inline = new Set('a abbr b bdi cite code em i kbd mark q s small span strong sub sup time tspan u var'.split(' '))
const unread = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'option', 'title', 'datalist', 'head'])
const isFigure = (e: Element) => 'data-state' in e.attributes && 'data-value' in e.attributes
const isLink = (e: Element) => e.tag === 'a' && (e.attributes.href ?? '').startsWith('/')
const isExplanation = (e: Element) => e.tag === 'article' && classesOf(e).includes('explain')

const nameOf = (e: Element) => [e.tag, ...classesOf(e)].join('.')
const placeOf = (e: Element): string => {
  const names: string[] = []
  for (let up: Element | null = e; up && up.tag !== 'body' && names.length < 6; up = up.parent)
    names.unshift(nameOf(up))
  return names.join(' > ')
}

/** The label of a table cell, which stands in the header above it. */
const labelOf = (e: Element) => closest(e, x => 'data-label' in x.attributes)?.attributes['data-label'] ?? ''

const isRow = (e: Element) =>
  ['tr', 'li', 'dl', 'p', 'h1', 'h2', 'h3', 'caption'].includes(e.tag) || classesOf(e).includes('figure-block')

const isHeading = (e: Element) =>
  /^(?:h[1-3]|summary|caption)$/.test(e.tag) ||
  classesOf(e).some(name => ['heading', 'section-head', 'note-title'].includes(name))

/** Rows of the tables and items of the lists of a screen, counted. */
export const rowCountsOf = (all: readonly Element[]): Set<number> =>
  new Set(
    all.flatMap(e => {
      const wanted = e.tag === 'tbody' ? 'tr' : e.tag === 'ul' || e.tag === 'ol' ? 'li' : null
      return wanted ? [e.children.filter(child => typeof child !== 'string' && child.tag === wanted).length] : []
    }),
  )

/** What opens in the same row as a block. */
const besideOf = (block: Element): Pick<Line, 'refs' | 'records' | 'pages'> => {
  const row = closest(block, isRow)
  // A sentence under a large figure, or a fact of a list item, stands beside what its item holds.
  const whole = row && (closest(row.parent ?? row, e => e.tag === 'li' || e.tag === 'tr') ?? row)
  const inside = whole ? [...elementsOf(whole)] : []
  return {
    refs: inside.flatMap(e => {
      const [, linked] = /^\/angka\/([^?#]+)/.exec(e.tag === 'a' ? (e.attributes.href ?? '') : '') ?? []
      const own = isFigure(e) ? e.attributes['data-figure'] : undefined
      return [...(own ? [own] : []), ...(linked ? [decodeURIComponent(linked)] : [])]
    }),
    records: inside.flatMap(e =>
      e.tag === 'a' && (e.attributes.href ?? '').startsWith('/catatan/') ? [e.attributes.href] : [],
    ),
    pages: inside.flatMap(e =>
      isLink(e) && !/^\/(?:catatan|angka|angka-halaman|keluar)(?:[/?#]|$)/.test(e.attributes.href)
        ? [e.attributes.href.split('#')[0]]
        : [],
    ),
  }
}

/**
 * Reads a screen as a person does: everything printed as a figure, and every other line of text in which a digit stands,
 * charts and hidden headings included. Text is gathered per block, so that a number split by tags is read whole.
 */
export const readScreen = (page: Element, path: string): ScreenContent => {
  const all = [...elementsOf(page)]
  const links = new Set(
    all.flatMap(e => {
      const [, ref] = /^\/angka\/([^?#]+)/.exec(e.tag === 'a' ? (e.attributes.href ?? '') : '') ?? []
      return ref ? [decodeURIComponent(ref)] : []
    }),
  )
  const here = path.startsWith('/angka/') ? decodeURIComponent(path.slice('/angka/'.length).split('?')[0]) : null
  // A count that leads to those it counts opens through the list of the page's figures, at the foot of every screen.
  const listsFigures = all.some(e => isLink(e) && e.attributes.href.startsWith('/angka-halaman'))
  const figures = all.filter(isFigure).map((e): Shown => {
    const ref = e.attributes['data-figure'] ?? null
    return {
      ref,
      state: e.attributes['data-state'],
      value: JSON.parse(e.attributes['data-value']),
      bounds: 'data-bounds' in e.attributes ? JSON.parse(e.attributes['data-bounds']) : null,
      text: textOf(e).trim(),
      opens: ref !== null && (links.has(ref) || ref === here || (listsFigures && closest(e, isLink) !== null)),
      within: closest(e, isExplanation) !== null,
    }
  })
  const lines: Line[] = []
  const read = (block: Element): void => {
    let text = ''
    const flush = () => {
      const said = text.replace(/\s+/g, ' ').trim()
      if (/\d/.test(said))
        lines.push({
          text: said,
          at: placeOf(block),
          label: labelOf(block),
          isHeading: closest(block, isHeading) !== null,
          ...besideOf(block),
        })
      text = ''
    }
    const walk = (node: Element | string): void => {
      if (typeof node === 'string') text += node
      else if (unread.has(node.tag)) return
      else if (isFigure(node)) text += ' □ '
      else if (node.tag === 'br') text += ' '
      else if (inline.has(node.tag)) {
        // Parts of a row stand apart for the eye; their words must not grow together.
        const apart = node.tag === 'a' || node.attributes.class ? ' ' : ''
        text += apart
        for (const child of node.children) walk(child)
        text += apart
      } else {
        flush()
        read(node)
      }
    }
    for (const child of block.children) walk(child)
    flush()
  }
  const body = all.find(e => e.tag === 'body') ?? page
  read(body)
  const html = all.find(e => e.tag === 'html')
  return { figures, lines, rowCounts: rowCountsOf(all), locale: html?.attributes.lang === 'en' ? 'en' : 'id' }
}
