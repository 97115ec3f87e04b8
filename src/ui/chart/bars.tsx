import { chartNumber } from './chart-words.ts'
import '../style/charts.css'

export type BarRow = {
  label: string
  value: number | null
  words?: string
  tone?: 'plain' | 'due' | 'rest'
  target?: number
  href?: string
}

/** Horizontal bars from 0 with the value printed; unknown is a dashed place with its word. Reads as a list of its own. */
export const Bars = ({
  rows,
  label,
  max,
  digits = 1,
}: {
  rows: BarRow[]
  label: string
  max?: number
  digits?: number
}) => {
  const top = max ?? Math.max(1e-9, ...rows.map(row => Math.max(row.value ?? 0, row.target ?? 0)))
  return (
    <ul className="bars" aria-label={label}>
      {rows.map(row => (
        <li key={row.label}>
          <span>{row.href ? <a href={row.href}>{row.label}</a> : row.label}</span>
          <span className={row.value === null ? 'track unknown' : 'track'} aria-hidden="true">
            {row.value !== null && (
              <i
                className={row.tone === 'plain' ? undefined : row.tone}
                style={{ width: `${Math.min(100, (row.value / top) * 100).toFixed(2)}%` }}
              />
            )}
            {row.target !== undefined && (
              <em style={{ left: `${Math.min(100, (row.target / top) * 100).toFixed(2)}%` }} />
            )}
          </span>
          <b>{row.words ?? chartNumber(row.value, digits)}</b>
        </li>
      ))}
    </ul>
  )
}

export type ChangeBar = { label: string; value: number | null; words?: string }

/** Up to three bars of one measure: now, version in force, proposal; each with its own look and its value in words. */
export const BeforeAfter = ({ title, note, bars }: { title: string; note?: string; bars: ChangeBar[] }) => {
  const top = Math.max(1e-9, ...bars.map(bar => bar.value ?? 0))
  const looks = ['rest', 'planned', 'plain']
  return (
    <div className="before-after">
      <div className="row small-text">
        <b>{title}</b>
        {note && <span className="end quiet">{note}</span>}
      </div>
      <div aria-hidden="true">
        {bars.map((bar, i) => (
          <span key={bar.label} className={bar.value === null ? 'track unknown' : 'track'}>
            {bar.value !== null && (
              <i
                className={looks[bars.length === 2 && i === 1 ? 2 : i]}
                style={{ width: `${((bar.value / top) * 100).toFixed(2)}%` }}
              />
            )}
          </span>
        ))}
      </div>
      <p className="row small-text between">
        {bars.map((bar, i) => (
          <span key={bar.label}>
            {bar.label}:{' '}
            {i === bars.length - 1 ? (
              <b>{bar.words ?? chartNumber(bar.value)}</b>
            ) : (
              (bar.words ?? chartNumber(bar.value))
            )}
          </span>
        ))}
      </p>
    </div>
  )
}
