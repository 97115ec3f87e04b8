import type { ReactNode } from 'react'
import { formatNumber, formatScore } from '#core/text/format.ts'
import '../style/drawings.css'

export type WaterfallRow = {
  label: ReactNode
  /** What the value comes from: "Baik bernilai 80". */
  note?: ReactNode
  /** Percent. */
  weight: number
  /** 0-100; null is unknown: the whole weight stays open. */
  value: number | null
  /** The value in words when it is not a number. */
  valueWords?: string
  /** Evidence is expired or about to be. */
  due?: boolean
  source?: ReactNode
}

const percent = (v: number) => `${formatNumber(v, { digits: 2 })}%`

/** Weight × value = points, row by row, from the running total; dashed lines at the cut-offs run through all rows. */
export const Waterfall = ({
  rows,
  total,
  totalLabel = 'Jumlah',
  verdict,
  cuts = [],
  max = 100,
  legend = true,
}: {
  rows: WaterfallRow[]
  /** As stored; null while a part is unknown. */
  total: number | null
  totalLabel?: string
  verdict?: ReactNode
  cuts?: readonly number[]
  max?: number
  legend?: boolean
}) => {
  const x = (v: number) => Number(((v / max) * 1000).toFixed(2))
  const hasSource = rows.some(row => row.source) || verdict !== undefined
  const lines = cuts.map(cut => `M${x(cut)} 0V40`).join('')
  let running = 0
  const drawing = (bars: ReactNode) => (
    <svg viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
      {lines && <path d={lines} stroke="var(--line-2)" strokeDasharray="3 3" vectorEffect="non-scaling-stroke" />}
      {bars}
    </svg>
  )
  return (
    <>
      <ol className={hasSource ? 'waterfall' : 'waterfall no-source'}>
        {rows.map((row, i) => {
          const points = row.value === null ? null : (row.weight * row.value) / 100
          const from = running
          running += points ?? 0
          return (
            <li key={i}>
              <div>
                <b>{row.label}</b>
                {row.note && <span className="tiny quiet">{row.note}</span>}
              </div>
              <div className="points">
                <span className="faint">
                  {percent(row.weight)} ×{' '}
                  {row.value === null ? (row.valueWords ?? 'belum ada') : formatNumber(row.value, { digits: 2 })} ={' '}
                </span>
                <b>{points === null ? 'belum ada' : formatScore(points)}</b>
              </div>
              <div className="drawing">
                {drawing(
                  <>
                    <rect
                      x={x(from)}
                      y="10"
                      width={x(row.weight)}
                      height="20"
                      fill={points === null ? 'none' : 'var(--bg-3)'}
                      stroke="var(--line-2)"
                      strokeDasharray={points === null ? '4 3' : undefined}
                      vectorEffect="non-scaling-stroke"
                    />
                    {points !== null && (
                      <>
                        <rect
                          x={x(from)}
                          y="10"
                          width={x(points)}
                          height="20"
                          fill={row.due ? 'var(--rotan)' : 'var(--acc)'}
                        />
                        <path d={`M${x(running)} 30V40`} stroke="var(--ink)" vectorEffect="non-scaling-stroke" />
                      </>
                    )}
                  </>,
                )}
              </div>
              {hasSource && <div className="from">{row.source}</div>}
            </li>
          )
        })}
        <li className="total">
          <div>
            <b>{totalLabel}</b>
          </div>
          <div className="points">
            <b>{total === null ? 'belum ada' : formatScore(total, cuts)}</b>
          </div>
          <div className="drawing">
            {drawing(
              <rect
                x="0"
                y="10"
                width={x(total ?? running)}
                height="20"
                fill={total === null ? 'none' : 'var(--ink)'}
                stroke={total === null ? 'var(--line-2)' : 'none'}
                strokeDasharray="4 3"
                vectorEffect="non-scaling-stroke"
              />,
            )}
            {cuts.map(cut => (
              <i key={cut} style={{ left: `${x(cut) / 10}%` }}>
                {cut.toLocaleString('id-ID')}
              </i>
            ))}
          </div>
          {hasSource && (
            <div className="from">
              <b>{verdict}</b>
            </div>
          )}
        </li>
      </ol>
      {legend && (
        <p className="legend">
          <span>
            <i className="swatch plain" />
            poin yang diperoleh
          </span>
          <span>
            <i className="swatch empty-box" />
            poin yang masih terbuka
          </span>
          {rows.some(row => row.due) && (
            <span>
              <i className="swatch due" />
              bukti yang kedaluwarsa atau segera habis
            </span>
          )}
        </p>
      )}
    </>
  )
}
