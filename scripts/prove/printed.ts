/**
 * Does the text a reader sees say the value? Read by its own small grammar of Indonesian and English numbers, so that a
 * wrong printer is caught too, not only a wrong sum.
 */
type Value = number | string | boolean | null

const scales: [RegExp, number][] = [
  [/triliun|trillion/i, 1e12],
  [/miliar|billion/i, 1e9],
  [/juta|million/i, 1e6],
  [/ribu|thousand/i, 1e3],
]

/** The first number of a text: `−1.234,5` → -1234.5 with one decimal. */
export const firstNumber = (text: string, locale: 'id' | 'en'): { value: number; step: number } | null => {
  const found = /[−-]?\s?(?:Rp\s?)?\d[\d.,]*/.exec(text)
  if (!found) return null
  const sign = /^[−-]/.test(found[0]) ? -1 : 1
  const [thousand, decimal] = locale === 'id' ? ['.', ','] : [',', '.']
  const digits = found[0].replace(/[^\d.,]/g, '').replace(/[.,]+$/, '')
  const [whole, part = ''] = digits.replaceAll(thousand, '').split(decimal)
  const rest = text.slice(found.index + found[0].length)
  const scale = scales.find(([word]) => word.test(rest.slice(0, 12)))?.[1] ?? 1
  return { value: sign * Number(`${whole}.${part || '0'}`) * scale, step: scale / 10 ** part.length }
}

/** Null when the text says the value (or no number is to be said); else what is wrong. */
export const saysValue = (text: string, state: string, value: Value, locale: 'id' | 'en'): string | null => {
  if (state !== 'known' && state !== 'expired') {
    if (state !== 'partial' && /\d/.test(text)) return `a figure without a value prints "${text}"`
    return null
  }
  if (typeof value !== 'number') return null
  const said = firstNumber(text, locale)
  if (!said) return `"${text}" says no number, the value is ${value}`
  const meant =
    /%/.test(text) && Math.abs(said.value - value * 100) <= Math.abs(said.value - value) ? value * 100 : value
  // A score is cut, not rounded, where rounding would seem to reach a cut-off: up to one step below.
  return Math.abs(said.value - meant) <= said.step * 0.5 + 1e-9 ||
    (meant > said.value && meant - said.value < said.step)
    ? null
    : `"${text}" does not say ${value}`
}
