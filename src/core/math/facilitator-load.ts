import { inWords, type ModelResult } from './result.ts'

/** One teaching session; instants as `YYYY-MM-DDTHH:MM`, local time. */
export type Session = { id?: string; start: string; end: string; travelMin?: number; prepFactor?: number }
export type FacilitatorLoad = ModelResult & {
  /** Per month `YYYY-MM`: hours, and their share of the capacity (null when that is not known). */
  utilisation: Record<string, { hours: number; share: number | null }>
  conflicts: { a: string; b: string }[]
  freeWindows: { start: string; end: string }[]
}

const minutes = (t: string): number => Date.parse(`${t.length === 16 ? `${t}:00` : t}Z`) / 60000
const written = (m: number): string => new Date(m * 60000).toISOString().slice(0, 16)

/** Teaching, preparation and travel against a month's hours; half-open intervals with travel around them must not overlap. */
export function facilitatorLoad(
  sessions: Session[],
  capacity: { hoursPerMonth: number | null },
  options: { from?: string; until?: string; shareOfTravel?: number } = {},
): FacilitatorLoad {
  const marked = sessions
    .map((s, i) => ({
      id: s.id ?? String(i + 1),
      month: s.start.slice(0, 7),
      from: minutes(s.start) - (s.travelMin ?? 0),
      to: minutes(s.end) + (s.travelMin ?? 0),
      // Travel there and back.
      hours: ((minutes(s.end) - minutes(s.start)) * (1 + (s.prepFactor ?? 0)) + 2 * (s.travelMin ?? 0)) / 60,
    }))
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
  const utilisation: FacilitatorLoad['utilisation'] = {}
  for (const m of marked) {
    const hours = (utilisation[m.month]?.hours ?? 0) + m.hours
    utilisation[m.month] = { hours, share: capacity.hoursPerMonth ? hours / capacity.hoursPerMonth : null }
  }
  const conflicts: { a: string; b: string }[] = []
  marked.forEach((a, i) => {
    for (const b of marked.slice(i + 1)) if (b.from < a.to) conflicts.push({ a: a.id, b: b.id })
  })
  const freeWindows: { start: string; end: string }[] = []
  if (options.from && options.until) {
    let at = minutes(options.from)
    for (const m of marked) {
      if (m.from > at) freeWindows.push({ start: written(at), end: written(Math.min(m.from, minutes(options.until))) })
      at = Math.max(at, m.to)
    }
    if (at < minutes(options.until)) freeWindows.push({ start: written(at), end: options.until.slice(0, 16) })
  }
  const shares = Object.values(utilisation).map(u => u.share)
  const known = shares.filter((s): s is number => s !== null)
  const value = known.length && known.length === shares.length ? Math.max(...known) : null
  return {
    status: sessions.length === 0 ? 'belumDapatDisimpulkan' : value === null ? 'sebagian' : 'ok',
    value: sessions.length === 0 ? null : value,
    interval: null,
    n: sessions.length,
    missing: capacity.hoursPerMonth ? [] : [{ what: 'kapasitas jam per bulan', who: 'atasan fasilitator' }],
    method: 'jam mengajar, persiapan, dan perjalanan dibagi kapasitas',
    assumptions: ['perjalanan ditempuh pergi dan pulang'],
    utilisation,
    conflicts,
    freeWindows,
    limits: `${sessions.length} sesi; ${conflicts.length} bentrok. Beban tertinggi ${value === null ? 'hanya dalam jam' : inWords(value)}.`,
  }
}
