import { firstNumber } from './printed.ts'
import type { Line, Shown } from './read-screen.ts'

/**
 * The one list of numbers on a screen that are not figures, each with its reason. Whatever stands on a screen, is no
 * figure, is not told again from a figure of the same screen and is not in this list counts as "without explanation".
 */
type Written = { reason: string; text: RegExp }
type Placed = { reason: string; screen: RegExp; at?: RegExp; label?: RegExp; text?: RegExp }

const month =
  '(?:Jan(?:uari|uary)?|Feb(?:ruari|ruary)?|Mar(?:et|ch)?|Apr(?:il)?|Mei|May|Jun[ie]?|Jul[iy]?|Agu(?:stus)?|Aug(?:ust)?|Sep(?:t|tember)?|O[kc]t(?:ober)?|Nov(?:ember)?|De[sc](?:ember)?)'

/** Said in any place, because of how it is written. */
export const written: Written[] = [
  {
    reason: 'a day, a month or a time',
    text: new RegExp(
      `\\b(?:\\d{1,2}(?:[–-]\\d{1,2})? )?${month} ?(?:'?\\d{4}|'?\\d{2})\\b|\\b\\d{1,2} ${month}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}\\b|\\b[pP]ukul \\d{1,2}[.:]\\d{2}\\b|\\b\\d{1,2}[.:]\\d{2} (?:WIB|WITA|WIT)\\b`,
      'g',
    ),
  },
  { reason: 'a year, or a span of years', text: /\b(?:19|20)\d{2}(?:\s?[–/-]\s?(?:19|20)?\d{2})?\b(?![.,]\d)/g },
  { reason: 'a NIP, the number of a person', text: /\b\d{18}\b|\b\d{8} \d{6} \d \d{3}\b/g },
  {
    reason: 'the number of a rule of law or an article of it',
    text: /\b(?:UU|PP|Perpres|Permen[\w-]*|Per[A-Z]\w*|Kepmen[\w-]*|Kep[A-Z]\w*|SE|Peraturan|Undang-Undang)\b[^.;]{0,40}?\b(?:No(?:mor|\.)? ?)?\d+(?: Tahun \d+|\/\d+)?|\b(?:Pasal|ayat|huruf|butir|Bab) \(?\d+\)?/g,
  },
  {
    reason: 'a code or a file name: a name, not an amount',
    text: /\b[A-Z]{1,6}[-.]\d[\w.-]*|\b[\w-]+\.(?:xlsx?|xlsm|csv|ods|json|pdf|zip)\b|\b\d+(?:\/[A-Z]+)+(?:\/[\w-]+)*|\b[SD][1-4](?:\/D-?[IV]+)?\b|\b[0-9a-f]{12,}\b/g,
  },
  {
    reason: 'the name of a thing: the nine-box map, 70-20-10, checks after 30, 60 and 90 days',
    text: /\b(?:9 kotak|nine-box|9-box|70-20-10|360°?|cek \d+ hari)\b/g,
  },
  { reason: 'the version of a document', text: /\b[vV]ersi \d+(?:[.-]\d+)*\b|\bv\d+\b/g },
  {
    reason: 'the number of a box or a level: a name of a step on a scale',
    text: /\b[kK]otak \d(?:(?:, \d)*,? dan \d|(?:, \d)+)?|\b[lL]evel \d\b|\b[tT]ingkat \d\b/g,
  },
]

/** Said in one place, because of what stands there. */
export const placed: Placed[] = []

const numbersOf = (text: string): string[] => text.match(/[−-]?\d[\d.,]*/g) ?? []
const valueOf = (text: string, locale: 'id' | 'en') => firstNumber(text, locale)?.value ?? Number.NaN

/** Numbers of a line that nothing explains. */
export const bareNumbers = (screen: string, line: Line, figures: readonly Shown[], locale: 'id' | 'en'): string[] => {
  let text = line.text
  for (const { text: pattern } of written) text = text.replace(pattern, ' ')
  const left = numbersOf(text)
  if (left.length === 0) return []
  for (const place of placed) {
    if (
      !place.screen.test(screen) ||
      (place.at && !place.at.test(line.at)) ||
      (place.label && !place.label.test(line.label))
    )
      continue
    if (!place.text) return []
    text = text.replace(place.text, ' ')
  }
  const told = new Set(figures.flatMap(f => numbersOf(f.text).map(n => valueOf(n, locale))))
  return numbersOf(text).filter(n => !told.has(valueOf(n, locale)))
}
