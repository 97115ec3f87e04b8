/** A wrong or missing input of `anyam compute`: the sentence, in Bahasa Indonesia, names it. */
export class ComputeInputError extends Error {
  override name = 'ComputeInputError'
}

/** Stops with a sentence for the person at the terminal. */
export function refuse(sentence: string): never {
  throw new ComputeInputError(sentence)
}

export type Row = Record<string, string>
type Bounds = { min?: number; max?: number; integer?: boolean; above?: number; below?: number }
const shown = (v: unknown): string => (typeof v === 'string' ? `"${v}"` : (JSON.stringify(v) ?? 'kosong'))
const isObject = (v: unknown): v is Record<string, unknown> => v !== null && typeof v === 'object' && !Array.isArray(v)

/** A number inside its bounds; text, NaN and infinity are refused, never turned into one. */
export function checkNumber(v: unknown, name: string, bounds: Bounds = {}): number {
  if (v === undefined || v === null) refuse(`Parameter "${name}" belum ada.`)
  if (typeof v !== 'number' || !Number.isFinite(v)) refuse(`Parameter "${name}" harus berupa angka, bukan ${shown(v)}.`)
  if (bounds.integer && !Number.isInteger(v)) refuse(`Parameter "${name}" harus bilangan bulat, bukan ${v}.`)
  if (bounds.min !== undefined && v < bounds.min)
    refuse(`Parameter "${name}" tidak boleh kurang dari ${bounds.min}; tertulis ${v}.`)
  if (bounds.max !== undefined && v > bounds.max)
    refuse(`Parameter "${name}" tidak boleh lebih dari ${bounds.max}; tertulis ${v}.`)
  if (bounds.above !== undefined && v <= bounds.above)
    refuse(`Parameter "${name}" harus lebih dari ${bounds.above}; tertulis ${v}.`)
  if (bounds.below !== undefined && v >= bounds.below)
    refuse(`Parameter "${name}" harus kurang dari ${bounds.below}; tertulis ${v}.`)
  return v
}

/** Reads parameters one by one, refusing what is missing or wrong by name. `path` says where in the input we are. */
export class Ask {
  readonly source: Record<string, unknown>
  readonly path: string
  constructor(source: unknown, path = '') {
    if (!isObject(source))
      refuse(
        path
          ? `Parameter "${path}" harus berupa objek, bukan ${shown(source)}.`
          : 'Masukan harus berupa objek JSON berisi parameter.',
      )
    this.source = source
    this.path = path
  }
  private at(name: string): string {
    return this.path ? `${this.path}.${name}` : name
  }
  has(name: string): boolean {
    return this.source[name] !== undefined && this.source[name] !== null
  }
  raw(name: string): unknown {
    if (this.source[name] === undefined) refuse(`Parameter "${this.at(name)}" belum ada.`)
    return this.source[name]
  }
  number(name: string, bounds?: Bounds): number {
    return checkNumber(this.source[name], this.at(name), bounds)
  }
  /** A count: whole and not negative. */
  count(name: string, bounds: Bounds = {}): number {
    return this.number(name, { min: 0, integer: true, ...bounds })
  }
  optional(name: string, bounds?: Bounds): number | undefined {
    return this.has(name) ? this.number(name, bounds) : undefined
  }
  /** Known or null; absent counts as not known. */
  nullable(name: string, bounds?: Bounds): number | null {
    return this.has(name) ? this.number(name, bounds) : null
  }
  text(name: string): string {
    const v = this.raw(name)
    if (typeof v === 'number') return String(v)
    if (typeof v !== 'string' || v === '') refuse(`Parameter "${this.at(name)}" harus berupa teks, bukan ${shown(v)}.`)
    return v
  }
  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined
  }
  flag(name: string): boolean {
    const v = this.raw(name)
    if (v === 1 || v === 0) return v === 1
    if (typeof v !== 'boolean') refuse(`Parameter "${this.at(name)}" harus true atau false, bukan ${shown(v)}.`)
    return v
  }
  optionalFlag(name: string): boolean | undefined {
    return this.has(name) ? this.flag(name) : undefined
  }
  day(name: string): string {
    const v = this.text(name)
    const real = /^\d{4}-\d{2}-\d{2}$/.test(v) && new Date(`${v}T00:00:00Z`).toISOString().startsWith(v)
    if (!real) refuse(`Parameter "${this.at(name)}" harus tanggal seperti 2026-11-24, bukan ${shown(v)}.`)
    return v
  }
  nullableDay(name: string): string | null {
    return this.has(name) ? this.day(name) : null
  }
  oneOf<T extends string>(name: string, choices: readonly T[]): T {
    const v = this.text(name)
    const found = choices.find(c => c === v)
    if (found === undefined)
      refuse(`Parameter "${this.at(name)}" harus salah satu dari ${choices.join(', ')}; tertulis ${shown(v)}.`)
    return found
  }
  optionalOneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    return this.has(name) ? this.oneOf(name, choices) : undefined
  }
  list(name: string): unknown[] {
    const v = this.raw(name)
    if (!Array.isArray(v)) refuse(`Parameter "${this.at(name)}" harus berupa daftar, bukan ${shown(v)}.`)
    return v
  }
  objects<T>(name: string, read: (ask: Ask, index: number) => T): T[] {
    return this.list(name).map((v, i) => read(new Ask(v, `${this.at(name)}[${i}]`), i))
  }
  object(name: string): Ask {
    return new Ask(this.raw(name), this.at(name))
  }
  optionalObject(name: string): Ask | undefined {
    return this.has(name) ? this.object(name) : undefined
  }
  numbers(name: string, bounds?: Bounds): number[] {
    return this.list(name).map((v, i) => checkNumber(v, `${this.at(name)}[${i}]`, bounds))
  }
  texts(name: string): string[] {
    return this.list(name).map((v, i) => {
      if (typeof v !== 'string' && typeof v !== 'number')
        refuse(`Parameter "${this.at(name)}[${i}]" harus berupa teks.`)
      return String(v)
    })
  }
  pair(name: string, bounds?: Bounds): [number, number] {
    const v = this.numbers(name, bounds)
    if (v.length !== 2) refuse(`Parameter "${this.at(name)}" harus berisi dua angka.`)
    return [v[0]!, v[1]!]
  }
  /** A rectangular table of numbers; null cells only when `nullable`. */
  matrix(name: string, bounds?: Bounds): number[][] {
    return this.nullableMatrix(name, bounds).map((row, i) =>
      row.map((v, j) => v ?? refuse(`Parameter "${this.at(name)}[${i}][${j}]" belum ada.`)),
    )
  }
  nullableMatrix(name: string, bounds?: Bounds): (number | null)[][] {
    const out = this.list(name).map((row, i) => {
      if (!Array.isArray(row)) refuse(`Parameter "${this.at(name)}[${i}]" harus berupa baris angka.`)
      return row.map((v, j) => (v === null ? null : checkNumber(v, `${this.at(name)}[${i}][${j}]`, bounds)))
    })
    if (out.some(r => r.length !== out[0]!.length))
      refuse(`Parameter "${this.at(name)}" harus memiliki baris yang sama panjang.`)
    return out
  }
}

/** Lists the columns a CSV must have; refuses an empty file and names what is missing. */
export function requireColumns(rows: Row[], columns: string[]): void {
  if (rows.length === 0) refuse('Berkas CSV tidak berisi baris data.')
  const absent = columns.filter(c => !(c in rows[0]!))
  if (absent.length)
    refuse(
      `Kolom ${absent.map(c => `"${c}"`).join(', ')} tidak ada dalam CSV. Kolom yang ada: ${Object.keys(rows[0]!).join(', ')}.`,
    )
}

/** The first of several names that the CSV has. */
export function pickColumn(rows: Row[], what: string, names: string[]): string {
  if (rows.length === 0) refuse('Berkas CSV tidak berisi baris data.')
  const found = names.find(n => n in rows[0]!)
  if (found === undefined)
    refuse(
      `Kolom ${what} tidak ada dalam CSV (${names.map(n => `"${n}"`).join(' atau ')}). Kolom yang ada: ${Object.keys(rows[0]!).join(', ')}.`,
    )
  return found
}

/** Number in a cell; an empty cell, "NA" or "null" is not known. */
export function cellOrNull(row: Row, column: string, line: number, bounds?: Bounds): number | null {
  const text = (row[column] ?? '').trim()
  if (text === '' || text === 'NA' || text === 'null') return null
  const v = Number(text)
  if (!Number.isFinite(v)) refuse(`Baris ${line + 2}, kolom "${column}": ${shown(text)} bukan angka.`)
  return checkNumber(v, `${column} (baris ${line + 2})`, bounds)
}

/** Number in a cell that must be there. */
export function cell(row: Row, column: string, line: number, bounds?: Bounds): number {
  return cellOrNull(row, column, line, bounds) ?? refuse(`Baris ${line + 2}, kolom "${column}" kosong.`)
}

/** Text in a cell that must be there. */
export function cellText(row: Row, column: string, line: number): string {
  const text = (row[column] ?? '').trim()
  return text === '' ? refuse(`Baris ${line + 2}, kolom "${column}" kosong.`) : text
}

/** 1/0, true/false, ya/tidak. */
export function cellFlag(row: Row, column: string, line: number): boolean {
  const text = (row[column] ?? '').trim().toLowerCase()
  if (['1', 'true', 'ya'].includes(text)) return true
  if (['0', 'false', 'tidak'].includes(text)) return false
  return refuse(`Baris ${line + 2}, kolom "${column}": ${shown(text)} bukan 1 atau 0.`)
}
