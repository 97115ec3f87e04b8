import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { paper } from './chart-words.ts'
import '../style/charts.css'

/** A trend without axis, but always with its two end values in words: "Turun dari 24 pada awal 2025". */
export const Sparkline = ({ values, words }: { values: (number | null)[]; words: string }) => {
  const known = values.filter(v => v !== null)
  if (known.length < 2) return <p className="small-text quiet">{words}</p>
  const y = scaleLinear([Math.min(...known), Math.max(...known)], [34, 6])
  const x = scaleLinear([0, values.length - 1], [4, 196])
  const path = line<number | null>()
    .defined(v => v !== null)
    .x((_, i) => paper(x(i)))
    .y(v => paper(known.every(k => k === known[0]) ? 20 : y(v ?? 0)))
  const last = values.findLastIndex(v => v !== null)
  const lastY = known.every(k => k === known[0]) ? 20 : y(values[last] as number)
  return (
    <div className="sparkline">
      <svg viewBox="0 0 200 40" preserveAspectRatio="none" aria-hidden="true">
        <path
          d={path(values) ?? ''}
          fill="none"
          stroke="var(--acc)"
          strokeWidth="2.5"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={`M${paper(x(last))} ${paper(lastY)}h0`}
          stroke="var(--acc)"
          strokeWidth="9"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <p className="small-text quiet">{words}</p>
    </div>
  )
}
