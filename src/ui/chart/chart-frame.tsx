import type { ReactNode } from 'react'
import '../style/drawings.css'

export type Twin = { caption: string; head: string[]; rows: ReactNode[][] }

/** A chart: the drawing (its own `role="img"` with one sentence), a caption, and the same figures as a table one step away. */
export const ChartFrame = ({ children, caption, twin }: { children: ReactNode; caption?: ReactNode; twin: Twin }) => (
  <figure className="chart">
    {children}
    {caption && <figcaption>{caption}</figcaption>}
    <details className="disclosure">
      <summary>Lihat sebagai tabel</summary>
      <section className="scroll">
        <table className="table">
          <caption className="sr">{twin.caption}</caption>
          <thead>
            <tr>
              {twin.head.map((head, i) => (
                <th key={i} scope="col" className={i > 0 ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {twin.rows.map((row, r) => (
              <tr key={r}>
                {row.map((cell, c) =>
                  c === 0 ? (
                    <th key={c} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={c} className="number">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  </figure>
)
