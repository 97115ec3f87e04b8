import type { ReactNode } from 'react'
import type { Figure as FigureOf } from '#core/figure/figure.ts'
import type { Locale } from '#core/text/format.ts'
import { StateMark, type StateShape } from '../kit/state-mark.tsx'
import { useLocale } from '../locale.ts'
import { figureText } from './figure.text.ts'
import { figureWords } from './figure-words.ts'

const shapes: Record<FigureOf['state'], StateShape | null> = {
  known: null,
  partial: 'unknown',
  unknown: 'unknown',
  expired: 'expired',
  inconclusive: 'unknown',
  withheld: 'closed',
  'not-applicable': null,
}

/** Address of the explanation of a figure; null for a part that has no page of its own. */
export const explanationHref = (figure: FigureOf): string | null =>
  figure.ref === null ? null : `/angka/${encodeURIComponent(figure.ref)}`

/**
 * The only printer of figures: value with unit, or the state's words with its shape.
 * `data-figure`, `data-state`, `data-value` let anyone compare the page with a recomputation.
 */
export const FigureValue = ({
  figure,
  locale: given,
  unit = true,
}: {
  figure: FigureOf
  locale?: Locale
  /** False where the unit stands in the table's header. */
  unit?: boolean
}) => {
  const spoken = useLocale()
  const locale = given ?? spoken
  const words = figureWords(figure, locale, unit)
  const shape = figure.state === 'known' && figure.value === null ? 'unknown' : shapes[figure.state]
  const value = figure.state === 'known' || figure.state === 'expired' ? figure.value : null
  return (
    <span
      className="figure-value"
      data-figure={figure.ref ?? undefined}
      data-state={figure.state}
      data-value={JSON.stringify(value)}
      data-bounds={figure.bounds ? JSON.stringify(figure.bounds) : undefined}
    >
      {shape ? <StateMark state={shape}>{words}</StateMark> : words}
    </span>
  )
}

/**
 * A figure with its origin. `asLink` (tables): the value itself is the dotted link.
 * `size` `lead` and `middle` print it large, with `unitWord` small beside and `compare` as a sentence under it.
 */
export const Figure = ({
  figure,
  locale: given,
  size = 'text',
  unitWord,
  compare,
  origin = true,
  asLink = false,
  unit,
}: {
  figure: FigureOf
  locale?: Locale
  size?: 'lead' | 'middle' | 'text'
  /** Small words after a large number: "dari 44". Replaces the unit. */
  unitWord?: ReactNode
  compare?: ReactNode
  origin?: boolean
  asLink?: boolean
  unit?: boolean
}) => {
  const spoken = useLocale()
  const locale = given ?? spoken
  const href = explanationHref(figure)
  const text = figureText(locale)
  const value = <FigureValue figure={figure} locale={locale} unit={unit ?? unitWord === undefined} />
  if (asLink)
    return href ? (
      <a className="figure-link" href={href} aria-label={`${figureWords(figure, locale)}. ${text.where}`}>
        {value}
      </a>
    ) : (
      value
    )
  const link = origin && href && (
    <a className="origin" href={href} aria-label={`${text.where} ${figure.label}`}>
      {text.where}
    </a>
  )
  if (size === 'text')
    return (
      <>
        {value}
        {unitWord && <small> {unitWord}</small>}
        {compare && <span className="quiet"> {compare}</span>}
        {link && <> {link}</>}
      </>
    )
  return (
    <div className="figure-block">
      <p className={size === 'lead' ? 'lead' : 'lead middle'}>
        {value}
        {unitWord && <small> {unitWord}</small>}
      </p>
      {compare && <p className="small-text quiet">{compare}</p>}
      {link && <p>{link}</p>}
    </div>
  )
}
