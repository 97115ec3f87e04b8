import type { Figure, FigureUnit, FigureValue } from '#core/figure/figure.ts'
import { formatDay, formatNumber, formatRupiah, formatScore, formatShare, type Locale } from '#core/text/format.ts'
import { isDay } from '#core/values/day.ts'
import { figureText } from './figure.text.ts'

type Printed = { unit: FigureUnit; digits?: number; cuts?: number[] }

/** A value of a figure in words, with its unit. Never called for a missing value. */
export const valueWords = (value: FigureValue, figure: Printed, locale: Locale = 'id', withUnit = true): string => {
  const text = figureText(locale)
  if (typeof value === 'boolean') return value ? text.yes : text.no
  if (typeof value === 'string') return isDay(value) ? formatDay(value, 'long', locale) : value
  const { unit, digits, cuts } = figure
  const word = withUnit && text.units[unit] ? ` ${text.units[unit]}` : ''
  const plain = (fallback: number) =>
    formatNumber(value, { digits: digits ?? fallback, fixed: digits !== undefined && digits > 0, locale })
  switch (unit) {
    case 'score':
      return digits === undefined || digits === 2 || (cuts?.length ?? 0) > 0
        ? formatScore(value, cuts, locale)
        : plain(2)
    case 'points':
      return `${(cuts?.length ?? 0) > 0 ? formatScore(value, cuts, locale) : plain(2)}${word}`
    case 'percent':
      return `${plain(2)}%`
    case 'share':
      return formatShare(value, digits ?? 1, locale)
    case 'rupiah':
      return formatRupiah(value, locale)
    case 'ratio':
      return plain(2)
    case 'jp':
    case 'months':
    case 'years':
    case 'days':
      return `${plain(1)}${word}`
    case 'people':
    case 'count':
      return `${plain(0)}${word}`
    default:
      return plain(2)
  }
}

/** What the bounds of a partial figure say: "54,50–72,00". */
export const boundsWords = (figure: Figure, locale: Locale = 'id', withUnit = true): string | null =>
  figure.bounds
    ? `${valueWords(figure.bounds[0], figure, locale, false)}–${valueWords(figure.bounds[1], figure, locale, withUnit)}`
    : null

/** The day a figure ran out: its own validity, else the earliest of its sources. */
export const expiredOn = (figure: Figure): string | null =>
  figure.mechanism.kind === 'validity'
    ? figure.mechanism.until
    : (figure.sources
        .map(source => source.validUntil)
        .filter(day => day != null)
        .sort()[0] ?? null)

/**
 * What a figure says in one line, state included. An unknown figure never says a number.
 * `withUnit` false where the unit stands in a table's header.
 */
export const figureWords = (figure: Figure, locale: Locale = 'id', withUnit = true): string => {
  const text = figureText(locale)
  switch (figure.state) {
    case 'known':
      return figure.value === null ? text.unknown : valueWords(figure.value, figure, locale, withUnit)
    case 'partial': {
      const bounds = boundsWords(figure, locale, withUnit)
      return bounds ? `${bounds} (${text.partial})` : text.unknown
    }
    case 'unknown':
      return figure.unit === 'yes-no' ? text.unknownFact : text.unknown
    case 'expired': {
      const day = expiredOn(figure)
      const until = day && isDay(day) ? text.expiredOn(formatDay(day, 'short', locale)) : text.expired.toLowerCase()
      return figure.value === null ? text.expired : `${valueWords(figure.value, figure, locale, withUnit)}, ${until}`
    }
    case 'inconclusive':
      return text.inconclusive
    case 'withheld':
      return text.withheld
    case 'not-applicable':
      return text.notApplicable
  }
}
