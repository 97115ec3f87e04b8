/** Pages by key, 50 rows at a time, with the count: never infinite scroll. */
export const Pager = ({
  shown,
  total,
  from,
  unit = 'baris',
  previousHref,
  nextHref,
}: {
  shown: number
  total: number
  /** Position of the first row shown, from 1; null when the list does not know it. */
  from?: number | null
  unit?: string
  previousHref?: string | null
  nextHref?: string | null
}) => {
  const number = (n: number) => n.toLocaleString('id-ID')
  const range = from && shown > 0 ? `${number(from)}–${number(from + shown - 1)}` : number(shown)
  return (
    <nav className="pager" aria-label="Halaman daftar">
      <span>
        {range} dari {number(total)} {unit}
      </span>
      <span className="row">
        {previousHref && (
          <a className="button small" rel="prev" href={previousHref}>
            Sebelumnya
          </a>
        )}
        {nextHref && (
          <a className="button small" rel="next" href={nextHref}>
            Berikutnya
          </a>
        )}
      </span>
    </nav>
  )
}
