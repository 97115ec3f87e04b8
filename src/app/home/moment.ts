import { formatDay, formatTime, type Locale } from '#core/text/format.ts'

/** `23 Nov 2026, 09.12` in the agency's zone. */
export const momentWords = (at: string, zone: string, locale: Locale = 'id'): string => {
  const moment = new Date(at)
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(moment)
  return `${formatDay(day, 'short', locale)}, ${formatTime(moment, zone, locale)}`
}
