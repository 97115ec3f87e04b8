import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { ReactNode } from 'react'
import { ChartFrame } from './chart-frame.tsx'
import { chartNumber, paper } from './chart-words.ts'

export type Series = { label: string; values: (number | null)[]; band?: ([number, number] | null)[] }

const looks = [
  { colour: 'var(--c1)', dash: undefined },
  { colour: 'var(--c2)', dash: '7 4' },
  { colour: 'var(--c3)', dash: '2 3' },
  { colour: 'var(--c4)', dash: '9 3 2 3' },
]

const Marker = ({ at, x, y }: { at: number; x: number; y: number }) => {
  const paint = { fill: looks[at].colour, stroke: 'var(--bg)', strokeWidth: 1.5 }
  if (at === 0) return <circle cx={x} cy={y} r="5" {...paint} />
  if (at === 1) return <rect x={x - 4.5} y={y - 4.5} width="9" height="9" {...paint} />
  if (at === 2) return <path d={`M${x} ${y - 6}l6 11h-12z`} {...paint} />
  return <path d={`M${x} ${y - 6}l6 6-6 6-6-6z`} {...paint} />
}

type Drawing = { width: number; height: number; left: number; right: number; short: boolean }

/**
 * At most four series over periods, each labelled at its end with dash and marker; a dashed line where the programme
 * started, a band of uncertainty, and n under each period. A missing value breaks the line.
 */
export const LineChart = ({
  periods,
  series,
  unit,
  reading,
  start,
  counts,
  zero = true,
  digits = 1,
  caption,
}: {
  periods: string[]
  series: Series[]
  /** Said in the table's head and after end labels: "hari". */
  unit: string
  /** One sentence for those who cannot see the drawing. */
  reading: string
  /** Between or at which period the programme started (index, may be fractional). */
  start?: { at: number; label: string }
  /** Under each period: "16 | 18 paket". */
  counts?: string[]
  zero?: boolean
  digits?: number
  caption?: ReactNode
}) => {
  const all = series.flatMap(s => [...s.values, ...(s.band ?? []).flatMap(b => b ?? [])]).filter(v => v !== null)
  const drawing = ({ width, height, left, right, short }: Drawing) => {
    const bottom = height - (counts ? 46 : 30)
    const y = scaleLinear(
      [Math.min(zero ? 0 : Number.POSITIVE_INFINITY, ...all), Math.max(...all, 1e-9)],
      [bottom, 24],
    ).nice(4)
    const x = scaleLinear([0, Math.max(1, periods.length - 1)], [left, width - right])
    const path = line<number | null>()
      .defined(v => v !== null)
      .x((_, i) => paper(x(i)))
      .y(v => paper(y(v ?? 0)))
    const ribbon = area<[number, number] | null>()
      .defined(v => v !== null)
      .x((_, i) => paper(x(i)))
      .y0(v => paper(y(v?.[0] ?? 0)))
      .y1(v => paper(y(v?.[1] ?? 0)))
    const every = Math.ceil(periods.length / (short ? 4 : 8))
    const ends = series
      .map((s, i) => ({ i, s, last: s.values.findLastIndex(v => v !== null) }))
      .filter(e => e.last >= 0)
      .map(e => ({ ...e, y: y(e.s.values[e.last] as number) }))
      .sort((a, b) => a.y - b.y)
    ends.forEach((e, i) => {
      if (i > 0 && e.y - ends[i - 1].y < 15) e.y = ends[i - 1].y + 15
    })
    return (
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={reading}>
        {y.ticks(4).map(tick => (
          <g key={tick}>
            <path className="grid" d={`M${left} ${paper(y(tick))}H${width - right}`} />
            <text x={left - 8} y={paper(y(tick)) + 4} textAnchor="end">
              {chartNumber(tick, 2)}
            </text>
          </g>
        ))}
        {series.map(s => s.band && <path key={s.label} d={ribbon(s.band) ?? ''} fill="var(--acc)" opacity=".13" />)}
        {start && (
          <>
            <path d={`M${paper(x(start.at))} 6V${bottom}`} stroke="var(--ink)" strokeDasharray="4 3" />
            <text x={paper(x(start.at)) + 5} y="15" className="title halo">
              {start.label}
            </text>
          </>
        )}
        {series.map((s, i) => (
          <g key={s.label}>
            <path
              d={path(s.values) ?? ''}
              fill="none"
              stroke={looks[i].colour}
              strokeWidth="2.6"
              strokeDasharray={looks[i].dash}
            />
            {s.values.map((v, k) => v !== null && <Marker key={k} at={i} x={paper(x(k))} y={paper(y(v))} />)}
          </g>
        ))}
        {ends.map(e => (
          <text
            key={e.s.label}
            x={short ? width - right : paper(x(e.last)) + 10}
            y={paper(e.y) + (short ? -9 : 4)}
            textAnchor={short ? 'end' : undefined}
            className="title halo"
          >
            {e.s.label} {chartNumber(e.s.values[e.last], digits)}
          </text>
        ))}
        {periods.map((period, i) =>
          i % every === 0 || i === periods.length - 1 ? (
            <g key={period}>
              <text x={paper(x(i))} y={bottom + 20} textAnchor="middle">
                {period}
              </text>
              {counts && (
                <text x={paper(x(i))} y={bottom + 36} textAnchor="middle" style={{ fontSize: 11 }}>
                  {counts[i]}
                </text>
              )}
            </g>
          ) : null,
        )}
      </svg>
    )
  }
  return (
    <ChartFrame
      caption={caption}
      twin={{
        caption: reading,
        head: ['Periode', ...series.map(s => `${s.label}, ${unit}`), ...(counts ? ['n'] : [])],
        rows: periods.map((period, i) => [
          period,
          ...series.map(s => {
            const band = s.band?.[i]
            return `${chartNumber(s.values[i] ?? null, digits)}${band ? ` (${chartNumber(band[0], digits)} s.d. ${chartNumber(band[1], digits)})` : ''}`
          }),
          ...(counts ? [counts[i]] : []),
        ]),
      }}
    >
      <div className="desktop-only">{drawing({ width: 660, height: 320, left: 46, right: 112, short: false })}</div>
      <div className="phone-only">{drawing({ width: 328, height: 270, left: 36, right: 20, short: true })}</div>
    </ChartFrame>
  )
}
