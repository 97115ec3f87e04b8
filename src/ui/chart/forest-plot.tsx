import { scaleLinear } from 'd3-scale'
import { StateMark } from '../kit/state-mark.tsx'
import { paper, signed } from './chart-words.ts'
import '../style/charts.css'

export type Effect = {
  label: string
  /** "46 | 52 paket". */
  counts: string
  point: number | null
  low: number | null
  high: number | null
  digits?: number
  /** The word follows from the interval, never from the point. */
  verdict: string
  isConclusive: boolean
  /** The explanation of the difference. */
  where?: string | null
}

/** Differences as intervals on a zero line, one row each in its own scale; an interval that touches zero is dashed grey. */
export const ForestPlot = ({ effects, caption, note }: { effects: Effect[]; caption: string; note?: string }) => (
  <>
    <table className="table fold forest">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Indikator</th>
          <th scope="col" className="drawing">
            Turun · 0 · naik
          </th>
          <th scope="col">Simpulan</th>
        </tr>
      </thead>
      <tbody>
        {effects.map(effect => (
          <tr key={effect.label}>
            <th scope="row">
              {effect.label}
              <span className="sub-line">
                {effect.counts}
                {effect.where && (
                  <>
                    {' '}
                    <a className="origin" href={effect.where} aria-label={`Dari mana angka ini? ${effect.label}`}>
                      Dari mana?
                    </a>
                  </>
                )}
              </span>
            </th>
            <td className="wide-cell drawing">
              <Interval effect={effect} />
            </td>
            <td>
              <StateMark state={effect.isConclusive ? 'known' : 'unknown'}>{effect.verdict}</StateMark>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="tiny faint gap-2">{note ?? 'Skala tiap baris mengikuti satuannya. Batang: rentang 95%.'}</p>
  </>
)

const Interval = ({ effect }: { effect: Effect }) => {
  const { point, low, high, digits = 1, isConclusive } = effect
  if (point === null || low === null || high === null) return <span className="quiet">Belum ada rentang</span>
  const reach = Math.max(Math.abs(low), Math.abs(high), Math.abs(point)) * 1.05 || 1
  const x = scaleLinear([-reach, reach], [12, 288])
  const words = `${signed(point, digits)} (${signed(low, digits)} s.d. ${signed(high, digits)})`
  const paint = isConclusive ? 'var(--acc)' : 'var(--line-2)'
  return (
    <svg viewBox="0 0 300 38" role="img" aria-label={words}>
      <path d="M150 0V20" stroke="var(--ink-3)" />
      <path
        d={`M${paper(x(low))} 11H${paper(x(high))}`}
        stroke={paint}
        strokeWidth="6"
        strokeDasharray={isConclusive ? undefined : '5 2'}
      />
      <circle
        cx={paper(x(point))}
        cy="11"
        r="6"
        fill={isConclusive ? paint : 'var(--bg)'}
        stroke={isConclusive ? 'var(--bg)' : paint}
        strokeWidth="2"
      />
      <text x={Math.max(70, Math.min(230, paper(x(point))))} y="34" textAnchor="middle" className="title halo">
        {words}
      </text>
    </svg>
  )
}
