import type { Figure } from '../../src/core/figure/figure.ts'
import { numbersBeside } from './models.ts'
import { firstNumber } from './printed.ts'

/**
 * Numbers that are no figure themselves, but are told by something that stands in the same row and opens: the record the
 * row links to, or the explanation of a figure of the row. Each is looked up there; a link alone explains nothing.
 */
const scales = [1, 1e6, 1e9]

/** Does `said` (a number as printed, in the words that follow it) tell `value`? Cut or rounded, whole or in millions. */
const tells = (said: string, value: number, locale: 'id' | 'en'): boolean => {
  const read = firstNumber(said, locale)
  if (!read) return false
  return scales.some(scale => {
    if (scale > 1 && Math.abs(value) < 1e5) return false
    return Math.abs(read.value * scale - value) <= (read.step * scale) / 2 + 1e-9
  })
}

/** Every number an explanation itself holds: values, counts of its parts, limits and bounds of statistics. */
export const numbersOfFigure = (figure: Figure): number[] => {
  const m = figure.mechanism
  const own = [
    ...(typeof figure.value === 'number'
      ? [figure.value, ...(figure.unit === 'share' ? [figure.value * 100] : [])]
      : []),
    ...(figure.interval
      ? [figure.interval.low, figure.interval.high].flatMap(end => (figure.unit === 'share' ? [end, end * 100] : [end]))
      : []),
    ...(figure.interval ? [figure.interval.level * 100] : []),
    ...(m.kind === 'cap' ? [m.limit] : []),
    ...(m.kind === 'at-least' ? [m.minimum] : []),
    ...(m.kind === 'count' ? [m.members.length] : []),
    ...(m.kind === 'condition' ? [m.against].flat().filter(v => typeof v === 'number') : []),
    ...(m.kind === 'model' ? numbersBeside(m.name, m.input, m.parameters) : []),
    ...(figure.parts.length > 0 ? [figure.parts.length] : []),
  ]
  return [...own, ...figure.parts.flatMap(numbersOfFigure)]
}

/** The printed numbers that neither a record nor an explanation of the row tells. */
export const leftBeside = (
  printed: readonly string[],
  beside: { figures: readonly Figure[]; records: readonly string[] },
  locale: 'id' | 'en',
): string[] => {
  const told = beside.figures.flatMap(numbersOfFigure)
  const recorded = beside.records.flatMap(text =>
    [...text.matchAll(/[−-]?\d[\d.,]*/g)].flatMap(m => firstNumber(m[0], locale)?.value ?? []),
  )
  return printed.filter(said => ![...told, ...recorded].some(value => tells(said, value, locale)))
}

/** The numbers of a heading that no table or list of the screen holds as many rows as; none at all needs no list. */
export const leftOverRows = (
  printed: readonly string[],
  rowCounts: ReadonlySet<number>,
  locale: 'id' | 'en',
): string[] =>
  printed.filter(number => {
    const value = firstNumber(number, locale)?.value
    return value === undefined || !(value === 0 || rowCounts.has(value))
  })
