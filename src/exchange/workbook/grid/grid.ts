/** A cell as the file holds it. Errors are their text (`#N/A`), dates their serial number or text, blanks null. */
export type Cell = string | number | boolean | null

/** A row that is not blank, with the spreadsheet's own number (first row 1; in CSV the physical line). */
export type GridRow = { n: number; cells: Cell[] }
/** All zero-based, both ends included; rows count from 0 as well. */
export type Merge = { r0: number; c0: number; r1: number; c1: number }

export type GridSheet = {
  name: string
  rows: GridRow[]
  merges: Merge[]
  hiddenColumns: number[]
  isHidden: boolean
  /** False where the format cannot hold merged cells (CSV): a blank may then stand for the cell above. */
  knowsMerges: boolean
}

/** What was read of a file, before anybody asks what it means. */
export type Grid = {
  format: 'xlsx' | 'xls' | 'ods' | 'csv' | 'html' | 'xml'
  sheets: GridSheet[]
  notes: string[]
}

/** The file is not read. `code` is in the notice catalogue. */
export class Unreadable extends Error {
  code: string
  detail: string
  constructor(code: string, detail = '') {
    super(code)
    this.code = code
    this.detail = detail
  }
}

/** Upper limits of what is read; a file beyond them is refused with one sentence. */
export const limits = {
  fileBytes: 80 * 1024 * 1024,
  unpackedBytes: 160 * 1024 * 1024,
  /** Above this size a ratio beyond `ratio` is taken for a bomb. */
  ratioFromBytes: 6 * 1024 * 1024,
  ratio: 120,
  entries: 4000,
  rows: 400_000,
  emptyRows: 100_000,
  columns: 512,
  cells: 6_000_000,
  seconds: 45,
  workerMegabytes: 768,
} as const

/** The cell as text for a message; null is empty. */
export const cellText = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell)
