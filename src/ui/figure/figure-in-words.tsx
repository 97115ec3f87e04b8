import type { Figure as FigureOf } from '#core/figure/figure.ts'
import { Figure } from './figure.tsx'

/** Words whose first number is a figure: "Lowong 5 bulan" with the 5 leading to its explanation. Words that say another
 * number, or none, stay as they are. */
export const FigureInWords = ({ words, figure }: { words: string; figure: FigureOf | null }) => {
  const [, before, number, after] = /^(\D*)(\d+)(.*)$/su.exec(words) ?? []
  return figure && number !== undefined && figure.value === Number(number) ? (
    <>
      {before}
      <Figure figure={figure} unit={false} asLink />
      {after}
    </>
  ) : (
    words
  )
}
