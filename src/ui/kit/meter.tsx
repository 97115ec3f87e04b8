import { formatNumber } from '#core/text/format.ts'
import { useLocale } from '../locale.ts'

/** Share of a whole, 0-1; null is unknown and shows a dashed place, never an empty bar. */
export const Bar = ({
  share,
  label,
  tone = 'plain',
  tall = false,
}: {
  share: number | null
  label: string
  tone?: 'plain' | 'due' | 'rest'
  tall?: boolean
}) => (
  <div
    className={['meter', share === null ? 'unknown' : '', tall ? 'tall' : ''].filter(Boolean).join(' ')}
    role="img"
    aria-label={label}
  >
    {share !== null && (
      <i className={tone === 'plain' ? undefined : tone} style={{ width: `${clamp(share * 100)}%` }} />
    )}
  </div>
)

const clamp = (percent: number) => Math.max(0, Math.min(100, percent))

export type StackPart = { label: string; value: number; tone?: 'plain' | 'two' | 'three' | 'due' | 'rest' | 'open' }

/** Parts side by side on one scale, with a mark (a duty, a cap) and a legend that names each part and its value. */
export const StackBar = ({
  parts,
  max,
  mark,
  label,
  legend = true,
}: {
  parts: StackPart[]
  /** Right end of the scale; the sum of parts by default. */
  max?: number
  mark?: { value: number; label: string }
  label: string
  legend?: boolean
}) => {
  const scale =
    Math.max(
      max ?? 0,
      mark?.value ?? 0,
      parts.reduce((sum, part) => sum + part.value, 0),
    ) || 1
  const locale = useLocale()
  let from = 0
  return (
    <div>
      <div className={mark ? 'meter-mark' : undefined} role="img" aria-label={label}>
        {mark && <span style={{ left: `${clamp((mark.value / scale) * 100)}%` }}>{mark.label}</span>}
        <div className="meter tall">
          {parts.map(part => {
            const left = from
            from += part.value
            return (
              <i
                key={part.label}
                className={part.tone === 'plain' ? undefined : part.tone}
                style={{ left: `${clamp((left / scale) * 100)}%`, width: `${clamp((part.value / scale) * 100)}%` }}
              />
            )
          })}
        </div>
      </div>
      {legend && (
        <p className="legend">
          {parts.map(part => (
            <span key={part.label}>
              <i className={`swatch ${part.tone ?? 'plain'}`} />
              {part.label} {formatNumber(part.value, { digits: 1, locale })}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
