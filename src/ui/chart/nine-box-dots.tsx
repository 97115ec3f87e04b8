import { paper } from './chart-words.ts'
import '../style/charts.css'

/** Where a person stands inside a cell: 0-1 from left, 0-1 from the bottom; near = within two points of a cut-off. */
export type Dot = { x: number; y: number; near?: boolean; selected?: boolean }

const most = 600
const columns = 12
const rows = 6

const strokes = (dots: Pick<Dot, 'x' | 'y'>[]) =>
  dots.map(dot => `M${paper(dot.x * 200)} ${paper(100 - dot.y * 100)}h0`).join('')

/**
 * The people of one cell of the nine-box, one dot each at the true scores, drawn as one path of zero-length strokes.
 * Over 600 people: a density grid of one hue; near-border rings stay. The cell's link says the count.
 */
export const NineBoxDots = ({
  dots,
  left = [],
}: {
  dots: Dot[]
  /** Places people have left not long ago: hollow, and nobody's any more. */
  left?: Pick<Dot, 'x' | 'y'>[]
}) => {
  const near = dots.filter(dot => dot.near && !dot.selected)
  const plain = dots.filter(dot => !dot.near && !dot.selected)
  const selected = dots.filter(dot => dot.selected)
  const cells = new Map<number, number>()
  if (dots.length > most)
    for (const dot of plain) {
      const cell =
        Math.min(rows - 1, Math.floor((1 - dot.y) * rows)) * columns +
        Math.min(columns - 1, Math.floor(dot.x * columns))
      cells.set(cell, (cells.get(cell) ?? 0) + 1)
    }
  const peak = Math.max(1, ...cells.values())
  return (
    <svg className="dots" viewBox="0 0 200 100" preserveAspectRatio="none" aria-hidden="true">
      {dots.length > most
        ? [...cells].map(([cell, n]) => (
            <rect
              key={cell}
              x={paper(((cell % columns) * 200) / columns)}
              y={paper((Math.floor(cell / columns) * 100) / rows)}
              width={paper(200 / columns) - 0.4}
              height={paper(100 / rows) - 0.4}
              fill="var(--acc)"
              opacity={(0.12 + (0.78 * n) / peak).toFixed(2)}
            />
          ))
        : plain.length > 0 && <path className="person" d={strokes(plain)} />}
      {left.length > 0 && (
        <>
          <path className="left-place" d={strokes(left)} />
          <path className="left-hole" d={strokes(left)} />
        </>
      )}
      {near.length > 0 && (
        <>
          <path className="ring" d={strokes(near)} />
          <path className="hole" d={strokes(near)} />
        </>
      )}
      {selected.length > 0 && (
        <>
          <path className="chosen" d={strokes(selected)} />
          <path className="chosen-core" d={strokes(selected)} />
        </>
      )}
    </svg>
  )
}
