import { type Cell, type GridRow, type GridSheet, limits, type Merge, Unreadable } from './grid.ts'

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
}

const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, body: string) => {
      if (body[0] !== '#') return entities[body.toLowerCase()] ?? whole
      const code = body[1].toLowerCase() === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .trim()

const span = (tag: string, name: string): number => {
  const value = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(tag)?.[1] ?? 1)
  return Math.min(Math.max(1, value), name === 'colspan' ? limits.columns : 10_000)
}

/**
 * The tables of an HTML page, each a sheet, every cell as its text (so an NIP keeps its digits).
 * Only table, tr, td and th are read; scripts and styles are dropped, nothing is fetched.
 */
export const readHtmlTables = (html: string): GridSheet[] => {
  if (/<!entity/i.test(html)) throw new Unreadable('BERKAS_BERENTITAS')
  const body = html.replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, '').replace(/<!--[\s\S]*?(-->|$)/g, '')
  const tables = body.split(/<table\b/i).slice(1)
  if (tables.length === 0) throw new Unreadable('BERKAS_BUKAN_TABEL', 'halaman web tanpa tabel')
  return tables.map((table, i) => readTable(table.split(/<\/table>/i)[0], `Tabel ${i + 1}`))
}

const readTable = (table: string, name: string): GridSheet => {
  const rows: GridRow[] = []
  const merges: Merge[] = []
  const taken = new Map<number, number>()
  const lines = table.split(/<tr\b/i).slice(1)
  if (lines.length > limits.rows) throw new Unreadable('BERKAS_TERLALU_BANYAK_BARIS', String(lines.length))
  lines.forEach((line, r) => {
    const cells: Cell[] = []
    let c = 0
    for (const m of line.matchAll(/<t([dh])\b([^<>]*)>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]>|<\/tr>|$)/gi)) {
      while ((taken.get(c) ?? 0) > r) c++
      const [down, across] = [span(m[2], 'rowspan'), span(m[2], 'colspan')]
      cells[c] = plain(m[3]) || null
      if (down > 1 || across > 1) merges.push({ r0: r, c0: c, r1: r + down - 1, c1: c + across - 1 })
      for (let k = 0; k < across; k++) taken.set(c + k, r + down)
      c += across
    }
    for (let k = 0; k < cells.length; k++) cells[k] ??= null
    if (cells.some(cell => cell !== null)) rows.push({ n: r + 1, cells })
  })
  return { name, rows, merges, hiddenColumns: [], isHidden: false, knowsMerges: true }
}
