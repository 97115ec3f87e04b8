import { type Figure, isKnown, type Source } from '#core/figure/figure.ts'
import { formatDay } from '#core/text/format.ts'
import { valueWords } from '#ui/figure/figure-words.ts'
import type { Fix } from './requirement.model.ts'

/** A requirement as people read it: a group, or one requirement with its fact, its sources and its cure. */
export type RequirementLine = {
  label: string
  answer: boolean | null
  fact: string
  sources: Source[]
  fix: string | null
  children: RequirementLine[]
}

const sourcesOf = (figure: Figure): Source[] => [...figure.sources, ...figure.parts.flatMap(sourcesOf)]

/** What the record says, in words: "75 bulan", "S1/D-IV", "bersih, diperiksa 6 Nov 2026". */
const factWords = (of: Figure): string => {
  if (!isKnown(of)) return 'belum diketahui'
  if (of.unit === 'level') return of.label.includes(': ') ? of.label.slice(of.label.indexOf(': ') + 2) : of.label
  if (of.mechanism.kind === 'count') {
    const names = of.sources.map(s => (s.on ? `${s.label}, ${formatDay(s.on, 'short')}` : s.label))
    // Who checked, after the finding: inside a line, so without a capital.
    if (of.value === 0) return ['tidak ada', ...names.map(n => n.replace(/^Diperiksa /, 'diperiksa '))].join(', ')
    return names.join('; ') || valueWords(of.value, of)
  }
  return valueWords(of.value, of)
}

/** A requirement's label as people read it: capital first, words instead of `>=` (the face has no such sign). */
export const requirementWords = (label: string): string =>
  (label.charAt(0).toUpperCase() + label.slice(1))
    .replace(/>=\s*(?=\d)/g, 'paling sedikit ')
    .replace(/<=\s*(?=\d)/g, 'paling banyak ')
    .replace(/>=\s*/g, 'paling rendah ')
    .replace(/<=\s*/g, 'paling tinggi ')
    .replace(/ ATAU /g, ' atau ')
    .replace(/ DAN /g, ' dan ')

/** The tree of a judged requirement, read from its figure: what the page, the dossier and the PDF print. */
export const requirementLines = (figure: Figure, fixes: readonly Fix[]): RequirementLine => {
  const { kind } = figure.mechanism
  const isGroup = kind === 'all-of' || kind === 'any-of' || kind === 'at-least'
  const fix = fixes.find(f => f.leaf === figure.label)
  return {
    label: requirementWords(figure.label),
    answer: isKnown(figure) ? figure.value === true : null,
    fact: isGroup ? '' : factWords(figure.parts[0] ?? figure),
    sources: isGroup ? [] : sourcesOf(figure),
    fix: fix ? `${fix.action}${fix.earliestDate ? ` Paling cepat ${formatDay(fix.earliestDate)}.` : ''}` : null,
    children: isGroup ? figure.parts.map(p => requirementLines(p, fixes)) : [],
  }
}

/** Requirements without children, each once: what is counted as "7 dari 8". */
export const topLines = (line: RequirementLine): RequirementLine[] =>
  line.children.length > 0 ? line.children : [line]
