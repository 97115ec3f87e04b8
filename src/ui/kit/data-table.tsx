import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Said aloud because a folded table (`display` changed) loses its semantics in some browsers. */
const as = (role: string) => ({ role })

export type Column<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures: right, tabular. Units stand in the header. */
  number?: boolean
  /** Label on a phone; the header's text by default when it is text. `''`: no label. */
  phoneLabel?: string
  /** Takes the whole width of a block on a phone. */
  wide?: boolean
  /** Only on wide screens. */
  phoneHidden?: boolean
  /** Where a press on the header leads, and how the column is sorted now. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
}

/**
 * A table of rows: the first column names the row. On a phone `fold` (default) turns rows into blocks, `dense` puts short
 * figures side by side; `scroll` keeps columns and lets them slide under a fixed first column.
 */
export const DataTable = <Row,>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  rowId,
  selected,
  phone = 'fold',
  foot,
  groups,
}: {
  caption: string
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Anchor of a row, for a link that leads to it. */
  rowId?: (row: Row) => string | undefined
  selected?: (row: Row) => boolean
  phone?: 'fold' | 'dense' | 'scroll'
  /** Cells of a last row of sums, in column order. */
  foot?: ReactNode[]
  /** Heading above the first row of a group: called for each row, a text starts a group. */
  groups?: (row: Row, index: number) => ReactNode | null
}) => {
  const classes = phone === 'scroll' ? 'table sticky-first' : phone === 'dense' ? 'table fold dense' : 'table fold'
  const label = (column: Column<Row>) =>
    column.phoneLabel ?? (typeof column.header === 'string' ? column.header : undefined)
  const cellClass = (column: Column<Row>) =>
    [column.number ? 'number' : '', column.wide ? 'wide-cell' : '', column.phoneHidden ? 'phone-hidden' : '']
      .filter(Boolean)
      .join(' ') || undefined
  return (
    <section
      className="scroll"
      tabIndex={phone === 'scroll' ? 0 : undefined}
      aria-label={phone === 'scroll' ? caption : undefined}
    >
      <table className={classes} {...as('table')}>
        <caption className={captionHidden ? 'sr' : undefined}>{caption}</caption>
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            {columns.map(column => (
              <th
                key={column.key}
                scope="col"
                {...as('columnheader')}
                className={column.number ? 'number' : undefined}
                aria-sort={column.sorted}
              >
                {column.sortHref ? (
                  <a href={column.sortHref}>
                    {column.header}
                    {column.sorted && <Icon name="down" />}
                  </a>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {rows.flatMap((row, index) => {
            const group = groups?.(row, index)
            const line = (
              <tr
                key={rowKey(row)}
                id={rowId?.(row)}
                {...as('row')}
                className={selected?.(row) ? 'selected' : undefined}
                aria-current={selected?.(row) ? 'true' : undefined}
              >
                {columns.map((column, i) =>
                  i === 0 ? (
                    <th key={column.key} scope="row" {...as('rowheader')}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td
                      key={column.key}
                      {...as('cell')}
                      className={cellClass(column)}
                      data-label={label(column) || undefined}
                    >
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            )
            if (!group) return [line]
            return [
              <tr key={`group ${rowKey(row)}`} {...as('row')} className="group">
                <th {...as('rowheader')} scope="rowgroup" colSpan={columns.length}>
                  {group}
                </th>
              </tr>,
              line,
            ]
          })}
        </tbody>
        {foot && (
          <tfoot {...as('rowgroup')}>
            <tr {...as('row')}>
              {columns.map((column, i) =>
                i === 0 ? (
                  <th key={column.key} scope="row" {...as('rowheader')}>
                    {foot[i]}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    {...as('cell')}
                    className={cellClass(column)}
                    data-label={foot[i] ? label(column) : undefined}
                  >
                    {foot[i]}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

/** Second line of a cell: smaller, quieter. */
export const SubLine = ({ children }: { children: ReactNode }) => <span className="sub-line">{children}</span>
