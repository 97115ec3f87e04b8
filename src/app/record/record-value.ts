import { formatDay, formatNumber, formatRupiah } from '#core/text/format.ts'
import { isDay } from '#core/values/day.ts'
import { codeWords } from './record-words.ts'

const money = new Set(['amount', 'committed', 'realised', 'cost', 'cost_per_head', 'value'])

/** A stored value in the reader's words; unknown is said, never shown as nothing. */
export const recordValue = (column: string, value: unknown, table = ''): string => {
  if (value === null || value === undefined || value === '') return 'Belum ada'
  if (typeof value === 'boolean') return codeWords[String(value)]
  if (typeof value === 'number')
    return money.has(column) && !table.endsWith('indicator_values')
      ? formatRupiah(value)
      : ['year', 'version', 'level'].includes(column)
        ? String(value)
        : formatNumber(value, { digits: 4 })
  if (typeof value === 'object')
    return Array.isArray(value)
      ? value.map(item => recordValue(column, item)).join('; ')
      : Object.entries(value as Record<string, unknown>)
          .map(([key, item]) => `${key}: ${recordValue('', item)}`)
          .join('; ')
  const text = String(value)
  if (isDay(text)) return formatDay(text)
  return codeWords[text] ?? text
}
