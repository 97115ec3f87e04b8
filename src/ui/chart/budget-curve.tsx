import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { formatRupiahShort } from '#core/text/format.ts'
import { ChartFrame } from './chart-frame.tsx'
import { chartNumber, paper } from './chart-words.ts'
import '../style/charts.css'

/** What each budget would buy, and where the plan stands: a line that flattens says the next rupiah buys less. */
export const BudgetCurve = ({
  points,
  chosen,
  unit,
  reading,
}: {
  /** Ascending budgets in rupiah. */
  points: { budget: number; value: number }[]
  chosen: number
  /** "level". */
  unit: string
  reading: string
}) => {
  const sorted = [...points].sort((a, b) => a.budget - b.budget)
  const here = sorted.reduce(
    (best, p) => (Math.abs(p.budget - chosen) < Math.abs(best.budget - chosen) ? p : best),
    sorted[0],
  )
  if (!here) return <p className="small-text quiet">Kurva belum dihitung.</p>
  const values = sorted.map(p => p.value)
  const x = scaleLinear([sorted[0].budget, sorted[sorted.length - 1].budget], [44, 300])
  const y = scaleLinear([Math.min(...values), Math.max(...values, Math.min(...values) + 1)], [110, 20]).nice(3)
  const path = line<{ budget: number; value: number }>()
    .x(p => paper(x(p.budget)))
    .y(p => paper(y(p.value)))
  return (
    <ChartFrame
      caption={`${unit} menurut pagu. Garis makin landai: tambahan berikutnya membeli lebih sedikit.`}
      twin={{
        caption: reading,
        head: ['Pagu', unit],
        rows: sorted.map(p => [formatRupiahShort(p.budget), chartNumber(p.value, 0)]),
      }}
    >
      <svg className="budget-curve" viewBox="0 0 320 150" role="img" aria-label={reading}>
        {y.ticks(3).map(tick => (
          <g key={tick}>
            <path className="grid" d={`M44 ${paper(y(tick))}H300`} />
            <text x="36" y={paper(y(tick)) + 4} textAnchor="end">
              {chartNumber(tick, 0)}
            </text>
          </g>
        ))}
        <path d={path(sorted) ?? ''} fill="none" stroke="var(--acc)" strokeWidth="2.6" />
        <path d={`M${paper(x(here.budget))} ${paper(y(here.value))}V118`} stroke="var(--ink-3)" strokeDasharray="3 3" />
        <circle
          cx={paper(x(here.budget))}
          cy={paper(y(here.value))}
          r="5.5"
          fill="var(--acc)"
          stroke="var(--bg)"
          strokeWidth="2"
        />
        <text
          x={paper(x(here.budget)) + (x(here.budget) > 220 ? -9 : 9)}
          y={paper(y(here.value)) + 18}
          textAnchor={x(here.budget) > 220 ? 'end' : undefined}
          className="title halo"
        >
          {chartNumber(here.value, 0)} {unit}
        </text>
        {[sorted[0], here, sorted[sorted.length - 1]]
          .filter((p, i, all) => all.findIndex(q => q.budget === p.budget) === i)
          .map(p => (
            <text
              key={p.budget}
              x={paper(x(p.budget))}
              y="136"
              textAnchor={x(p.budget) > 280 ? 'end' : x(p.budget) < 60 ? 'start' : 'middle'}
              className={p === here ? 'title halo' : undefined}
            >
              {formatRupiahShort(p.budget)}
            </text>
          ))}
      </svg>
    </ChartFrame>
  )
}
