import { formatNumber } from '#core/text/format.ts'

/** A number on a chart; unknown is said, never drawn as 0. */
export const chartNumber = (value: number | null, digits = 1): string =>
  value === null ? 'belum ada' : formatNumber(value, { digits })

/** A change with its sign: `+6`, `−11`. */
export const signed = (value: number, digits = 1): string => `${value > 0 ? '+' : ''}${formatNumber(value, { digits })}`

/** Coordinates on paper: one decimal is enough and keeps pages light. */
export const paper = (value: number): number => Math.round(value * 10) / 10
