/** A calendar day as `YYYY-MM-DD`, without time or zone. Compares correctly as text. */
export type Day = string & { readonly __day?: 'Day' }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Is the text a day that exists (no 31 April)? */
export const isDay = (text: string): text is Day => {
  const m = pattern.exec(text)
  if (!m) return false
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days in a month (1-12) of the Gregorian calendar. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

export const dayFrom = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))
export const dayOfMonth = (day: Day): number => Number(day.slice(8, 10))

const asUtc = (day: Day): number => Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day))

export const addDays = (day: Day, days: number): Day =>
  new Date(asUtc(day) + days * 86_400_000).toISOString().slice(0, 10) as Day

/** The same day of the month `months` later; the last day of the month where it does not exist. */
export const addMonths = (day: Day, months: number): Day => {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return dayFrom(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)))
}

/** Days from a to b; negative when b is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((asUtc(b) - asUtc(a)) / 86_400_000)

/** Completed whole months from a to b (0 when b is before a). */
export const wholeMonthsBetween = (a: Day, b: Day): number => {
  if (b < a) return 0
  const months = (yearOf(b) - yearOf(a)) * 12 + monthOf(b) - monthOf(a)
  return dayOfMonth(b) < dayOfMonth(a) ? months - 1 : months
}

/** Completed years of age on a day. */
export const ageOn = (birth: Day, on: Day): number => Math.floor(wholeMonthsBetween(birth, on) / 12)

/** A period; an open end is null. Both ends count. */
export type Period = { from: Day; until: Day | null }

export const holdsOn = (period: Period, on: Day): boolean =>
  period.from <= on && (period.until === null || on <= period.until)
