import type { Interval } from './result.ts'

export type UncertainKind = 'number' | 'score' | 'share' | 'probability' | 'money' | 'difference'
export type Locale = 'id' | 'en'
type Input = {
  value: number | null
  interval?: Interval | null
  kind: UncertainKind
  n?: number
  x?: number
  cuts?: number[]
}
export type Uncertain = { short: string; sentence: string; digits: number }

/** A number with the locale's marks; the minus sign is a minus sign. */
function written(x: number, digits: number, locale: Locale): string {
  const d = Math.max(0, digits)
  const rounded = digits < 0 ? Math.round(x / 10 ** -digits) * 10 ** -digits : x
  const text = Math.abs(rounded).toFixed(d)
  const [whole, rest] = text.split('.') as [string, string?]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'id' ? '.' : ',')
  const zero = Number(text) === 0
  return `${x < 0 && !zero ? '−' : ''}${grouped}${rest ? (locale === 'id' ? ',' : '.') + rest : ''}`
}

/** Decimals to show for an interval: its half-width to two significant digits when the first is 1, else one. */
export function digitsFor(interval: Interval): number {
  const half = Math.abs(interval[1] - interval[0]) / 2
  if (!(half > 0)) return 2
  const exponent = Math.floor(Math.log10(half) + 1e-12)
  const leading = Math.floor(half / 10 ** exponent + 1e-9)
  return -(exponent - (leading === 1 ? 1 : 0))
}

/** A score near a cut is rounded toward its class: 71.996 below 72 is 71,99. */
function scoreText(x: number, cuts: number[], locale: Locale): { text: string; below: number | null } {
  const rounded = Math.round(x * 100) / 100
  const crossed = cuts.find(c => x < c - 1e-9 && rounded >= c - 1e-9)
  if (crossed !== undefined) return { text: written(Math.floor(x * 100) / 100, 2, locale), below: crossed }
  return { text: written(rounded, 2, locale), below: null }
}

/** Rupiah with two significant digits, in ribu, juta or miliar. */
function roundMoney(x: number, locale: Locale): string {
  const abs = Math.abs(x)
  const [unit, word] =
    abs >= 999.5e6
      ? [1e9, locale === 'id' ? ' miliar' : ' billion']
      : abs >= 999.5e3
        ? [1e6, locale === 'id' ? ' juta' : ' million']
        : abs >= 999.5
          ? [1e3, locale === 'id' ? ' ribu' : ' thousand']
          : [1, '']
  const v = abs / unit
  const digits = v >= 9.95 ? (v >= 99.5 ? -(Math.floor(Math.log10(v)) - 1) : 0) : unit === 1 ? 0 : 1
  return `${x < 0 ? '−' : ''}Rp${written(v, digits, locale)}${word}`
}

/** p in words for the first level; the number itself is one click away. */
export function chanceWords(p: number, locale: Locale = 'id'): string {
  if (locale === 'en')
    return p >= 0.1 ? 'could be chance' : p >= 0.01 ? 'may not be chance' : 'hard to explain by chance'
  return p >= 0.1
    ? 'dapat terjadi karena kebetulan'
    : p >= 0.01
      ? 'mungkin bukan kebetulan'
      : 'sulit dijelaskan oleh kebetulan'
}

/** A value and its uncertainty for a lay reader: short, as a sentence, and how many decimals were used. */
export function formatUncertain(input: Input, locale: Locale = 'id'): Uncertain {
  const { value, interval, kind, n } = input
  const to = locale === 'id' ? 'sampai' : 'to'
  if (value === null) {
    const none = locale === 'id' ? 'belum dapat disimpulkan' : 'cannot be concluded yet'
    return { short: none, sentence: `${none[0]!.toUpperCase()}${none.slice(1)}.`, digits: 0 }
  }
  const wrap = (short: string, digits: number): Uncertain => ({ short, sentence: `${short}.`, digits })
  if (kind === 'money') {
    if (!interval) return wrap(`Rp${written(value, 0, locale)}`.replace('Rp−', '−Rp'), 0)
    return wrap(
      `${roundMoney(value, locale)} (${roundMoney(interval[0], locale)} ${to} ${roundMoney(interval[1], locale)})`,
      1,
    )
  }
  if (kind === 'probability') {
    const step = Math.round(value * 20) * 5
    const percent = value > 0 && step === 0 ? '<5%' : value < 1 && step === 100 ? '>95%' : `${step}%`
    const tenth = Math.round(value * 10)
    return wrap(locale === 'id' ? `${percent} (kira-kira ${tenth} dari 10)` : `${percent} (about ${tenth} in 10)`, 0)
  }
  if (kind === 'share') {
    if (n !== undefined && n < 10) {
      const x = input.x ?? Math.round(value * n)
      if (!interval) return wrap(locale === 'id' ? `${x} dari ${n}` : `${x} of ${n}`, 0)
      const low = Math.floor(interval[0] * 10 + 1e-9)
      const high = Math.ceil(interval[1] * 10 - 1e-9)
      return wrap(
        locale === 'id'
          ? `${x} dari ${n} (kira-kira ${low} sampai ${high} dari 10)`
          : `${x} of ${n} (about ${low} to ${high} in 10)`,
        0,
      )
    }
    const digits = n === undefined || n < 100 ? 0 : 1
    const percent = (v: number) => {
      const least = 10 ** -digits
      if (v > 0 && v * 100 < least / 2) return `<${written(least, digits, locale)}%`
      if (v < 1 && v * 100 > 100 - least / 2) return `>${written(100 - least, digits, locale)}%`
      return `${written(v * 100, digits, locale)}%`
    }
    return wrap(
      interval ? `${percent(value)} (${percent(interval[0])} ${to} ${percent(interval[1])})` : percent(value),
      digits,
    )
  }
  const near = (input.cuts ?? []).find(c => value < c - 1e-9 && Math.round(value * 100) / 100 >= c - 1e-9)
  if (kind === 'score' && (!interval || near !== undefined)) {
    const s = scoreText(value, input.cuts ?? [], locale)
    const tail =
      s.below === null
        ? ''
        : locale === 'id'
          ? ` (di bawah ambang ${written(s.below, 0, locale)})`
          : ` (below the cut ${written(s.below, 0, locale)})`
    return wrap(`${s.text}${tail}`, 2)
  }
  if (!interval) return wrap(written(value, 2, locale), 2)
  const digits = digitsFor(interval)
  const sign = (v: number) => (kind === 'difference' && v > 0 ? '+' : '') + written(v, digits, locale)
  const range = `${sign(interval[0])} ${to} ${sign(interval[1])}`
  if (kind === 'difference' && interval[0] <= 0 && interval[1] >= 0) {
    const text = locale === 'id' ? `Belum terlihat perbedaan (${range})` : `No difference seen yet (${range})`
    return wrap(text, digits)
  }
  return wrap(`${sign(value)} (${range})`, digits)
}
