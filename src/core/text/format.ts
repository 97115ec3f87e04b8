import type { Day } from '../values/day.ts'

/**
 * How a number, date and sum of money is written, in screens, workbooks, PDF and mail alike.
 * Indonesian: `24 November 2026`, `1.234,5`, `Rp1.234.500`, `Rp2,4 miliar`, minus `−`.
 */
export type Locale = 'id' | 'en'

const tags = { id: 'id-ID', en: 'en-GB' } as const
const minus = (text: string) => text.replace(/^-/, '−')

/** A number with at most `digits` decimals; `fixed` keeps trailing zeros. */
export const formatNumber = (value: number, { digits = 0, fixed = false, locale = 'id' as Locale } = {}): string =>
  minus(
    new Intl.NumberFormat(tags[locale], {
      minimumFractionDigits: fixed ? digits : 0,
      maximumFractionDigits: digits,
    }).format(value),
  )

/**
 * A score printed so that it never seems to reach a cut it does not reach (science 0):
 * 71.996 under a cut of 72 prints `71,99`.
 */
export const formatScore = (value: number, cuts: readonly number[] = [], locale: Locale = 'id'): string => {
  const rounded = Math.round(value * 100) / 100
  const crossed = cuts.some(cut => value < cut - 1e-9 && rounded >= cut)
  return formatNumber(crossed ? Math.floor(value * 100) / 100 : rounded, { digits: 2, fixed: true, locale })
}

/** A share 0-1 as a percentage. */
export const formatShare = (share: number, digits = 1, locale: Locale = 'id'): string =>
  `${formatNumber(share * 100, { digits, fixed: digits > 0, locale })}%`

export const formatRupiah = (value: number, locale: Locale = 'id'): string => {
  const text = `Rp${new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 0 }).format(Math.abs(value))}`
  return value < 0 ? `−${text}` : text
}

/** `Rp2,4 miliar`, `Rp450 juta`; below a million written in full. */
export const formatRupiahShort = (value: number, locale: Locale = 'id'): string => {
  const size = Math.abs(value)
  const sign = value < 0 ? '−' : ''
  const word = (n: number, w: string) => `${sign}Rp${formatNumber(n, { digits: 1, locale })} ${w}`
  if (size >= 1e12) return word(size / 1e12, locale === 'id' ? 'triliun' : 'trillion')
  if (size >= 1e9) return word(size / 1e9, locale === 'id' ? 'miliar' : 'billion')
  if (size >= 1e6) return word(size / 1e6, locale === 'id' ? 'juta' : 'million')
  return formatRupiah(value, locale)
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()
const dateFormat = (locale: Locale, style: 'long' | 'short' | 'month') => {
  const key = `${locale}${style}`
  const known = dateFormats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tags[locale], {
    timeZone: 'UTC',
    year: 'numeric',
    month: style === 'short' ? 'short' : 'long',
    ...(style === 'month' ? {} : { day: 'numeric' }),
  })
  dateFormats.set(key, made)
  return made
}

/** `24 November 2026`; short `24 Nov 2026`. */
export const formatDay = (day: Day, style: 'long' | 'short' | 'month' = 'long', locale: Locale = 'id'): string =>
  dateFormat(locale, style).format(new Date(`${day}T00:00:00Z`))

/** `09.41` in the agency's zone (WIB unless told otherwise). */
export const formatTime = (instant: Date, timeZone = 'Asia/Jakarta', locale: Locale = 'id'): string =>
  new Intl.DateTimeFormat(tags[locale], { timeZone, hour: '2-digit', minute: '2-digit', hour12: false }).format(instant)

/** `a, b, dan c`. */
export const formatList = (items: readonly string[], locale: Locale = 'id'): string =>
  new Intl.ListFormat(tags[locale], { style: 'long', type: 'conjunction' }).format(items)
