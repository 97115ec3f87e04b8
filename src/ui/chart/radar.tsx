import { ChartFrame } from './chart-frame.tsx'
import { chartNumber, paper } from './chart-words.ts'
import '../style/charts.css'

/** `held` null: not assessed, the line breaks there. Expired evidence is left out by the caller and said. */
export type Axis = { label: string; required: number | null; held: number | null }

const lineHeight = 13
/** A label in lines short enough to stand beside the drawing on a phone. */
const lines = (label: string, most = 13): string[] =>
  label.split(' ').reduce<string[]>((said, word) => {
    const last = said.at(-1)
    return last !== undefined && last.length + 1 + word.length <= most
      ? [...said.slice(0, -1), `${last} ${word}`]
      : [...said, word]
  }, [])

const centre = { x: 200, y: 148 }
const radius = 102.5

/** Overview of at most twelve axes in fixed order: need dashed, held solid; never alone, always beside sorted gap bars. */
export const Radar = ({ axes, max = 5, reading }: { axes: Axis[]; max?: number; reading: string }) => {
  const shown = axes.slice(0, 12)
  const at = (i: number, level: number) => {
    const angle = (i / shown.length) * 2 * Math.PI - Math.PI / 2
    return [
      paper(centre.x + Math.cos(angle) * radius * (level / max)),
      paper(centre.y + Math.sin(angle) * radius * (level / max)),
    ] as const
  }
  const ring = (level: number) => `M${shown.map((_, i) => at(i, level).join(' ')).join('L')}Z`
  const broken = (levels: (number | null)[]) =>
    levels
      .map((level, i) => {
        const next = levels[(i + 1) % levels.length]
        return level !== null && next !== null
          ? `M${at(i, level).join(' ')}L${at((i + 1) % levels.length, next).join(' ')}`
          : ''
      })
      .join('')
  return (
    <ChartFrame
      twin={{
        caption: reading,
        head: ['Kompetensi', 'Perlu', 'Punya'],
        rows: shown.map(axis => [
          axis.label,
          chartNumber(axis.required, 0),
          axis.held === null ? 'belum dinilai' : chartNumber(axis.held, 0),
        ]),
      }}
    >
      <svg className="radar" viewBox="0 0 400 296" role="img" aria-label={reading}>
        {Array.from({ length: max }, (_, i) => (
          <path key={i} d={ring(i + 1)} fill="none" className="grid" />
        ))}
        {shown.map((axis, i) => (
          <path key={axis.label} d={`M${centre.x} ${centre.y}L${at(i, max).join(' ')}`} className="grid" />
        ))}
        <path
          d={broken(shown.map(a => a.required))}
          fill="none"
          stroke="var(--rotan)"
          strokeWidth="2"
          strokeDasharray="5 3"
        />
        <path
          d={broken(shown.map(a => a.held))}
          fill="none"
          stroke="var(--acc)"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
        {shown.map((axis, i) => {
          const [x, y] = at(i, axis.held ?? axis.required ?? 0)
          const [lx, ly] = at(i, max * 1.12)
          return (
            <g key={axis.label}>
              {axis.held === null ? (
                <circle
                  cx={x}
                  cy={y}
                  r="6"
                  fill="var(--bg)"
                  stroke="var(--line-2)"
                  strokeWidth="1.8"
                  strokeDasharray="2.6 2"
                />
              ) : (
                <circle cx={x} cy={y} r="4.4" fill="var(--acc)" />
              )}
              <text
                x={lx}
                y={ly + 4}
                textAnchor={Math.abs(lx - centre.x) < 8 ? 'middle' : lx > centre.x ? 'start' : 'end'}
                className={
                  axis.held !== null && axis.required !== null && axis.held < axis.required ? 'title' : undefined
                }
              >
                {lines(axis.label).map((line, n, all) => (
                  <tspan key={line} x={lx} dy={n === 0 ? -((all.length - 1) * lineHeight) / 2 : lineHeight}>
                    {line}
                  </tspan>
                ))}
              </text>
            </g>
          )
        })}
      </svg>
      <p className="legend">
        <span>
          <i className="swatch line" />
          punya
        </span>
        <span>
          <i className="swatch line broken" />
          perlu
        </span>
        <span>
          <i className="swatch waiting" />
          belum dinilai: garis terputus
        </span>
      </p>
    </ChartFrame>
  )
}
