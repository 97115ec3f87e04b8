import type { ReactNode } from 'react'
import type { Figure } from '#core/figure/figure.ts'
import { formatNumber } from '#core/text/format.ts'
import { FigureValue } from '../figure/figure.tsx'
import '../style/charts.css'

export type HeatCell =
  /** `href` leads to the people behind the figure. */
  | { kind: 'value'; figure: Figure<number> & { value: number }; href?: string; selected?: boolean }
  /** Fewer people than may be shown. */
  | { kind: 'suppressed'; words?: string }
  /** Not required here. */
  | { kind: 'none' }
  | { kind: 'unknown' }

export type HeatRow = { label: ReactNode; key: string; cells: HeatCell[]; unknown?: ReactNode }

/** One hue in four steps, the value printed in each cell; the last, dashed column says who is not known. */
export const HeatMap = ({
  caption,
  columns,
  rows,
  cuts,
  rowHeader,
  unknownHeader,
  digits = 1,
  noneWords = 'tidak disyaratkan',
}: {
  caption: string
  columns: string[]
  rows: HeatRow[]
  /** Lower ends of steps 2, 3, 4. */
  cuts: [number, number, number]
  rowHeader: string
  unknownHeader?: string
  digits?: number
  /** What a dash says. */
  noneWords?: string
}) => {
  const number = (v: number) => formatNumber(v, { digits, fixed: true })
  const step = (v: number) => cuts.filter(cut => v >= cut - 1e-9).length
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section className="scroll" tabIndex={0} aria-label={caption}>
        <table className="heat-map">
          <caption className="sr">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowHeader}</th>
              {columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              {unknownHeader && <th scope="col">{unknownHeader}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, i) =>
                  cell.kind === 'value' ? (
                    <td key={columns[i]} className={`step-${step(cell.figure.value)}${cell.selected ? ' on' : ''}`}>
                      {cell.href ? (
                        <a href={cell.href} aria-current={cell.selected ? 'true' : undefined}>
                          <FigureValue figure={cell.figure} unit={false} />
                        </a>
                      ) : (
                        <FigureValue figure={cell.figure} unit={false} />
                      )}
                    </td>
                  ) : (
                    <td key={columns[i]} className={cell.kind}>
                      {cell.kind === 'suppressed'
                        ? (cell.words ?? 'kurang dari 5 orang')
                        : cell.kind === 'none'
                          ? '–'
                          : 'belum ada'}
                    </td>
                  ),
                )}
                {unknownHeader && <td className="not-known">{row.unknown}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="legend">
        {[
          `kurang dari ${number(cuts[0])}`,
          `${number(cuts[0])} ke atas`,
          `${number(cuts[1])} ke atas`,
          `${number(cuts[2])} ke atas`,
        ].map((words, i) => (
          <span key={words}>
            <i className={`swatch heat step-${i}`} />
            {words}
          </span>
        ))}
        <span>– {noneWords}</span>
      </p>
    </>
  )
}
