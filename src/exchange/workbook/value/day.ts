import { type Day, dayFrom, daysInMonth, isDay } from '#core/values/day.ts'
import type { Cell } from '../grid/grid.ts'
import { isMissing, tidy } from './text.ts'

export type Read<T> = { is: 'known'; value: T } | { is: 'missing' } | { is: 'invalid' }
export const known = <T>(value: T): Read<T> => ({ is: 'known', value })
export const absent = { is: 'missing' } as const
export const invalid = { is: 'invalid' } as const
/** The value, or null for missing and invalid alike. */
export const orNull = <T>(read: Read<T>): T | null => (read.is === 'known' ? read.value : null)

const monthNames: string[][] = [
  ['januari', 'jan', 'january', 'djan'],
  ['februari', 'feb', 'pebruari', 'peb', 'february'],
  ['maret', 'mar', 'mrt', 'march', 'mart'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'ags', 'agt', 'agst', 'agus', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'des', 'december', 'dec'],
]
const months = new Map(monthNames.flatMap((names, i) => names.map((name): [string, number] => [name, i + 1])))

/** Two-digit years: 00-30 are 20xx, the rest 19xx. */
const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length > 2 ? year : year <= 30 ? 2000 + year : 1900 + year
}

const dayOf = (year: number, month: number, day: number): Read<Day> =>
  year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? known(dayFrom(year, month, day))
    : invalid

/** An Excel serial number (1900 system) as a day; a bare number that looks like a year is none. */
export const dayOfSerial = (serial: number): Read<Day> => {
  const whole = Math.floor(serial)
  if (whole < 1 || whole > 109_574 || (Number.isInteger(serial) && whole >= 1900 && whole <= 2100)) return invalid
  const shift = whole < 60 ? 25_568 : 25_569
  const text = new Date((whole - shift) * 86_400_000).toISOString().slice(0, 10)
  return isDay(text) ? known(text) : invalid
}

/**
 * A day as other people write it: Excel date, serial number, dd/mm/yyyy and with - . or blanks, yyyy-mm-dd,
 * yyyymmdd, 31 Desember 1985, 31 Des 85. The day always stands before the month.
 */
export const readDay = (cell: Cell): Read<Day> => {
  if (isMissing(cell)) return absent
  if (typeof cell === 'number')
    return cell >= 19_000_101 && Number.isInteger(cell) ? readDay(String(cell)) : dayOfSerial(cell)
  if (typeof cell !== 'string') return invalid
  const text = tidy(cell)
    .replace(/^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s+/i, '')
    .replace(/[T ]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?(\s?[ap]m)?(Z|[+-]\d{2}:?\d{2}| WIB| WITA| WIT)?$/i, '')
  let m = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})$/.exec(text)
  if (m) return dayOf(fullYear(m[3]), Number(m[2]), Number(m[1]))
  m = /^(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})$/.exec(text)
  if (m) return dayOf(Number(m[1]), Number(m[2]), Number(m[3]))
  m = /^(\d{1,2})\s*[-./ ,]?\s*([a-z]+)\.?\s*[-./ ,']*\s*(\d{4}|\d{2})$/i.exec(text)
  if (m) {
    const month = months.get(m[2].toLowerCase())
    return month ? dayOf(fullYear(m[3]), month, Number(m[1])) : invalid
  }
  m = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (m) return dayOf(Number(m[1]), Number(m[2]), Number(m[3]))
  return /^\d{4,6}([.,]0+)?$/.test(text) ? dayOfSerial(Number.parseInt(text, 10)) : invalid
}

const between = /\s*(?:\bs\s*\/?\.?\s*d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|\bto\b|–|—|-)\s*/i

/** One day or a stretch of days: `3 s.d. 5 Februari 2026`, `28 Februari - 2 Maret 2026`, `03/02/2026 s/d 05/02/2026`. */
export const readDays = (cell: Cell): Read<{ from: Day; to: Day }> => {
  const one = readDay(cell)
  if (one.is === 'known') return known({ from: one.value, to: one.value })
  if (one.is === 'missing' || typeof cell !== 'string') return one
  const text = tidy(cell)
  for (const m of text.matchAll(new RegExp(between, 'gi'))) {
    const [left, right] = [text.slice(0, m.index), text.slice(m.index + m[0].length)]
    const to = readDay(right)
    if (to.is !== 'known') continue
    // The left side may leave out what it shares with the right one: its month, its year.
    const month = String(Number(to.value.slice(5, 7)))
    const year = to.value.slice(0, 4)
    for (const whole of [left, `${left} ${year}`, `${left}/${month}/${year}`]) {
      const from = readDay(whole)
      if (from.is === 'known' && from.value <= to.value) return known({ from: from.value, to: to.value })
    }
  }
  return invalid
}

const monthOf = (year: number, month: number): Read<string> =>
  year >= 1900 && year <= 2200 && month >= 1 && month <= 12
    ? known(`${year}-${String(month).padStart(2, '0')}`)
    : invalid

/** A month as YYYY-MM: 2026-03, 03/2026, Maret 2026, Mar-26, 202603, 2026-03-01, an Excel date. */
export const readMonth = (cell: Cell): Read<string> => {
  if (isMissing(cell)) return absent
  if (typeof cell === 'number' && cell >= 190_001 && cell <= 220_012) return monthOf(Math.floor(cell / 100), cell % 100)
  const text = typeof cell === 'string' ? tidy(cell) : ''
  let m = /^(\d{4})\s*[-/. ]\s*(\d{1,2})$/.exec(text)
  if (m) return monthOf(Number(m[1]), Number(m[2]))
  m = /^(\d{1,2})\s*[-/. ]\s*(\d{4})$/.exec(text)
  if (m) return monthOf(Number(m[2]), Number(m[1]))
  m = /^(?:bulan\s+)?([a-z]+)\.?\s*[-/' ]*\s*(\d{4}|\d{2})$/i.exec(text)
  if (m) {
    const month = months.get(m[1].toLowerCase())
    return month ? monthOf(fullYear(m[2]), month) : invalid
  }
  m = /^(\d{4})\s*[-/ ]\s*([a-z]+)$/i.exec(text)
  if (m && months.has(m[2].toLowerCase())) return monthOf(Number(m[1]), months.get(m[2].toLowerCase()) ?? 0)
  m = /^(\d{4})(\d{2})$/.exec(text)
  if (m) return monthOf(Number(m[1]), Number(m[2]))
  const day = readDay(cell)
  return day.is === 'known' ? known(day.value.slice(0, 7)) : day
}

/** A four-digit year out of a cell (`2024`, `TA 2024`, a date). */
export const readYear = (cell: Cell): Read<number> => {
  if (isMissing(cell)) return absent
  const m = /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(String(cell))
  if (m) return known(Number(m[1]))
  const day = readDay(cell)
  return day.is === 'known' ? known(Number(day.value.slice(0, 4))) : invalid
}
