import type { ReactNode } from 'react'
import { formatShare } from '#core/text/format.ts'
import { type Dot, NineBoxDots } from './nine-box-dots.tsx'
import '../style/charts.css'

/** Numbers of the boxes as the regulation sets them, top row first; X potential left to right, Y performance bottom to top. */
const order: readonly (readonly number[])[] = [
  [4, 7, 9],
  [2, 5, 8],
  [1, 3, 6],
]

const pool: readonly number[] = [7, 8, 9]

export type BoxCell = {
  box: number
  count: number
  /** The count as a figure that opens to its people; the bare number otherwise. */
  value?: ReactNode
  share: number | null
  /** The share as a figure; the bare number otherwise. */
  shareValue?: ReactNode
  /** What the rules provide for this box, in words. */
  treatment: string
  href: string
  dots: Dot[]
  left?: Pick<Dot, 'x' | 'y'>[]
  open?: boolean
}

/** Addresses for the script that lets people be dragged and walked to: `ORANG` stands for the person's id. */
export type BoardAddresses = {
  /** Who stands near a point of a box. */
  dots: string
  person: string
  why: string
  /** The form that asks for the reason; left out where the viewer may not propose. */
  move?: string
}

export type Level = { title: string; range: string }

/** The nine-box: levels on the axes with the cut-offs of the rule set, counts, shares, treatment, and the field of dots. */
export const NineBoxGrid = ({
  cells,
  performance,
  potential,
  label = 'Peta 9 kotak',
  order: numbers = order,
  pool: inPool = pool,
  board,
}: {
  cells: BoxCell[]
  /** Top level first. */
  performance: [Level, Level, Level]
  /** Left level first. */
  potential: [Level, Level, Level]
  label?: string
  /** Numbers of the rule set, top row first. */
  order?: readonly (readonly number[])[]
  /** Boxes of the succession pool by the rule set. */
  pool?: readonly number[]
  board?: BoardAddresses
}) => (
  <section
    className="nine-box"
    aria-label={label}
    data-dots={board?.dots}
    data-person={board?.person}
    data-why={board?.why}
    data-move={board?.move}
  >
    {performance.map((level, i) => (
      <div key={level.title} className="y-level" style={{ gridRow: i + 1 }}>
        <b>{level.title}</b> <i>{level.range}</i>
      </div>
    ))}
    <ul className="cells">
      {numbers.flatMap((row, r) =>
        row.map((box, c) => {
          const cell = cells.find(candidate => candidate.box === box)
          if (!cell) return null
          const share = cell.share === null ? '' : formatShare(cell.share)
          return (
            <li
              key={box}
              data-box={box}
              data-empty={cell.count === 0 || undefined}
              className={['cell', inPool.includes(box) ? 'pool' : '', cell.open ? 'open' : '']
                .filter(Boolean)
                .join(' ')}
              style={{ gridColumn: c + 2, gridRow: r + 1 }}
            >
              <a href={cell.href}>
                <span className="sr">{`Kotak ${box}: ${cell.count} orang, ${share.replace('%', ' persen')}. ${cell.treatment}`}</span>
                <span className="box-number" aria-hidden="true">
                  {box}
                </span>
                <span className="count" aria-hidden="true">
                  {cell.value ?? cell.count.toLocaleString('id-ID')}
                </span>
                <span className="share" aria-hidden="true">
                  {cell.shareValue ?? share}
                </span>
                <span className="treatment" aria-hidden="true">
                  {cell.treatment}
                </span>
              </a>
              <NineBoxDots dots={cell.dots} left={cell.left} />
            </li>
          )
        }),
      )}
    </ul>
    {potential.map((level, i) => (
      <div key={level.title} className="x-level" style={{ gridColumn: i + 2 }}>
        <b>{level.title}</b> <i>{level.range}</i>
      </div>
    ))}
  </section>
)

/** The nine boxes small, one of them lit: where a person stands. */
export const MiniBox = ({ box }: { box: number | null }) => (
  <div className="mini-box" role="img" aria-label={box === null ? 'Belum dapat dipetakan' : `Kotak ${box}`}>
    {order.flat().map(n => (
      <i key={n} className={n === box ? 'here' : pool.includes(n) ? 'pool' : undefined}>
        {n}
      </i>
    ))}
  </div>
)
