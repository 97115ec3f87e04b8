import type { Cell } from '../grid/grid.ts'
import { absent, invalid, known, type Read } from './day.ts'
import { isMissing, tidy } from './text.ts'

const scales: Record<string, number> = {
  ribu: 1e3,
  rb: 1e3,
  juta: 1e6,
  jt: 1e6,
  miliar: 1e9,
  milyar: 1e9,
  m: 1e9,
  triliun: 1e12,
}

/** Does the one dot or comma of a number part thousands? `1.500` does in money, not in a score. */
type Style = 'money' | 'measure'

const digits = (text: string, style: Style): number | null => {
  const t = text.replace(/[ \u00a0']/g, '')
  if (!/^\d[\d.,]*$/.test(t) && !/^[.,]\d+$/.test(t)) return null
  const lastDot = t.lastIndexOf('.')
  const lastComma = t.lastIndexOf(',')
  let plain: string
  if (lastDot >= 0 && lastComma >= 0) {
    const decimal = lastDot > lastComma ? '.' : ','
    const thousands = decimal === '.' ? ',' : '.'
    if (t.split(decimal).length > 2) return null
    plain = t.split(thousands).join('').replace(decimal, '.')
  } else {
    const mark = lastDot >= 0 ? '.' : ','
    const parts = t.split(mark)
    const grouped = parts.length > 1 && /^\d{1,3}$/.test(parts[0]) && parts.slice(1).every(part => part.length === 3)
    if (parts.length > 2) {
      if (!grouped) return null
      plain = parts.join('')
    } else plain = grouped && style === 'money' && parts[0] !== '0' ? parts.join('') : parts.join('.')
  }
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}

const read = (cell: Cell, style: Style): Read<number> => {
  if (isMissing(cell)) return absent
  if (typeof cell === 'number') return Number.isFinite(cell) ? known(cell) : invalid
  if (typeof cell !== 'string') return invalid
  let text = tidy(cell).replace(/^(rp\.?|idr)\s*/i, '')
  let sign = 1
  const bracketed = /^\((.*)\)$/.exec(text)
  if (bracketed) {
    sign = -1
    text = bracketed[1]
  }
  const signed = /^([-−+])\s*(.*)$/.exec(text)
  if (signed) {
    if (signed[1] !== '+') sign = -sign
    text = signed[2].replace(/^(rp\.?|idr)\s*/i, '')
  }
  text = text.replace(/,\s*[-–]+$/, '').replace(/\s*%$/, '')
  const scientific = /^\d+([.,]\d+)?e[+-]?\d+$/i.exec(text)
  if (scientific) return known(sign * Number(text.replace(',', '.')))
  const m = /^([\d.,\s']*\d)\s*([a-z/.]*)(\s*[a-z]+)?$/i.exec(text)
  if (!m) return invalid
  const word = m[2].toLowerCase().replace(/\.$/, '')
  const scale = style === 'money' ? (scales[word] ?? 1) : 1
  if (word && !(style === 'money' && scales[word]) && !units.test(word)) return invalid
  const value = digits(m[1], scale > 1 ? 'measure' : style)
  return value === null ? invalid : known(sign * value * scale)
}
const units = /^(jp|jam|hari|orang|org|kursi|peserta|kali|poin|thn|tahun|bulan|bln|rupiah|unit|paket|persen|jpl)$/

/** A measure: decimal comma or point, with its unit (`24 JP`, `50,00%`). */
export const readNumber = (cell: Cell): Read<number> => read(cell, 'measure')

/** Whole rupiah: `Rp 1.500.000,-`, `180.981.000,00`, `1,5 juta`; `gratis` is 0. */
export const readMoney = (cell: Cell): Read<number> => {
  if (typeof cell === 'string' && /^(gratis|free|tanpa biaya|cuma-?cuma|nol)$/i.test(tidy(cell))) return known(0)
  const amount = read(cell, 'money')
  if (amount.is !== 'known') return amount
  const whole = Math.round(amount.value)
  return Math.abs(whole) > Number.MAX_SAFE_INTEGER ? invalid : known(whole === 0 ? 0 : whole)
}
