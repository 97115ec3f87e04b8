import type { ReactNode } from 'react'
import { formatScore } from '#core/text/format.ts'
import '../style/drawings.css'

/**
 * A score on its scale with the cut-offs and, near one, the ±`near` band. `value` null with `bounds`: a dashed span of what
 * it can still be. `proposed`: where a proposal would put it.
 */
export const Gauge = ({
  label,
  value,
  cuts,
  min = 0,
  max = 100,
  near = 2,
  bounds,
  proposed,
  scale = true,
  note,
}: {
  label: ReactNode
  value: number | null
  cuts: readonly number[]
  min?: number
  max?: number
  near?: number
  bounds?: [number, number] | null
  proposed?: number | null
  scale?: boolean
  note?: ReactNode
}) => {
  const at = (v: number) => `${Math.max(0, Math.min(100, ((v - min) / (max - min)) * 100)).toFixed(2)}%`
  const width = (from: number, to: number) => `${(((to - from) / (max - min)) * 100).toFixed(2)}%`
  const distances = value === null ? [] : cuts.map(cut => ({ cut, distance: cut - value }))
  const closest = distances.sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance))[0]
  const isNear = closest !== undefined && Math.abs(closest.distance) < near
  const words =
    value === null
      ? bounds
        ? `${formatScore(bounds[0])} sampai ${formatScore(bounds[1])}, baru sebagian`
        : 'belum ada'
      : formatScore(value, cuts)
  return (
    <div className="gauge">
      <div className="row small-text">
        <b>{label}</b>
        <span className="end">
          <b>
            {value === null ? (bounds ? `${formatScore(bounds[0])}–${formatScore(bounds[1])}` : 'Belum ada') : words}
          </b>{' '}
          {note ??
            (closest && (
              <span className={isNear && closest.distance > 0 ? 'due-text' : 'faint'}>
                {closest.distance > 0
                  ? `kurang ${formatScore(closest.distance)}`
                  : `${formatScore(-closest.distance)} di atas batas`}
              </span>
            ))}
        </span>
      </div>
      <div
        className="track"
        role="img"
        aria-label={`${words}; batas ${cuts.map(cut => cut.toLocaleString('id-ID')).join(' dan ')}`}
      >
        {cuts.map((cut, i) => (
          <span
            key={cut}
            className={i === cuts.length - 1 ? 'zone top' : 'zone'}
            style={{ left: at(cut), right: i === cuts.length - 1 ? 0 : undefined }}
          />
        ))}
        {isNear && (
          <span
            className="near"
            style={{ left: at(closest.cut - near), width: width(closest.cut - near, closest.cut + near) }}
          />
        )}
        {value === null && bounds && (
          <span className="span" style={{ left: at(bounds[0]), width: width(bounds[0], bounds[1]) }} />
        )}
        {proposed != null && <span className="maybe" style={{ left: at(proposed) }} />}
        {value !== null && <span className="here" style={{ left: at(value) }} />}
      </div>
      {scale && (
        <div className="scale" aria-hidden="true">
          {[min, ...cuts, max].map(v => (
            <span key={v} style={{ left: at(v) }}>
              {v.toLocaleString('id-ID')}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}
