import { formatDay, formatTime } from '#core/text/format.ts'

/** `23 Nov 2026, 09.12` in the agency's zone. */
export const momentWords = (at: string, zone: string): string => {
  const moment = new Date(at)
  return `${formatDay(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(moment), 'short')}, ${formatTime(moment, zone)}`
}
