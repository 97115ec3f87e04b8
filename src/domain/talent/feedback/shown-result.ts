import type { Figure as FigureOf } from '#core/figure/figure.ts'
import { agreementFigure, figuresOf, type ResultRow, ratersFigure, rulesOn } from './feedback.store.ts'
import { agreementWord, groupWords, spreadWords } from './feedback-words.ts'

export type ResultShown = {
  rating: FigureOf<string>
  overall: FigureOf<number>
  blocks: { label: string; figure: FigureOf<number> }[]
  questions: { code: string; label: string; figure: FigureOf<number>; spread: string | null; own: string | null }[]
  raters: { label: string; figure: FigureOf<number> }[]
  agreement: FigureOf<number> | null
  agreementWord: string | null
  leftOut: string[]
  needs: { what: string; who: string }[]
  strength: string | null
  practice: string | null
}

/** A result as the pages print it; `own` are the person's own steps in words, only on her own page. */
export const shownResult = (r: ResultRow, own: ReadonlyMap<string, string> = new Map()): ResultShown => {
  const { body } = rulesOn(r.opened_on)
  const figures = figuresOf(r)
  const word = (code: string) => r.spread.find(s => s.code === code)?.word
  return {
    rating: figures.rating,
    overall: figures.overall,
    blocks: figures.blocks.map(({ label, figure }) => ({ label, figure })),
    questions: figures.questions.map(q => {
      const said = word(q.code)
      return { ...q, spread: said ? spreadWords[said] : null, own: own.get(q.code) ?? null }
    }),
    raters: r.counts
      .filter(c => c.group !== 'diri' && (c.asked > 0 || c.answered > 0))
      .map(c => ({ label: groupWords[c.group], figure: ratersFigure(r, c.group, groupWords[c.group]) })),
    agreement: agreementFigure(r),
    agreementWord: r.agreement === null ? null : agreementWord(r.agreement),
    leftOut: body.questions.filter(q => r.left_out.includes(q.code)).map(q => q.label),
    needs: figures.overall.needs,
    strength: r.strength,
    practice: r.practice,
  }
}
