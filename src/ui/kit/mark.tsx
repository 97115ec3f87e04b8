/** Where a strand lies: pieces at (x, y) with x + y even are weft (Pandan, lying), the others warp (Rotan, standing). */
const strand = (x: number, y: number, pitch: number, width: number, length: number, corner: number) => {
  const isWeft = (x + y) % 2 === 0
  const [cx, cy] = [pitch * (x + 0.5), pitch * (y + 0.5)]
  const [w, h] = isWeft ? [length, width] : [width, length]
  return (
    <rect
      key={`${x} ${y}`}
      x={Number((cx - w / 2).toFixed(2))}
      y={Number((cy - h / 2).toFixed(2))}
      width={w}
      height={h}
      rx={corner}
      fill={isWeft ? 'var(--acc)' : 'var(--rotan)'}
    />
  )
}

const grid = (size: number) => Array.from({ length: size * size }, (_, i) => [i % size, Math.floor(i / size)] as const)

/** The mark: a plain weave of three by three strands, nine crossings, nine boxes. Never recoloured, tilted or moved. */
export const Mark = () => (
  <svg className="mark" viewBox="-1 -1 30 30" aria-hidden="true">
    {grid(3).map(([x, y]) => strand(x, y, 28 / 3, 5.4, 11.96, 1.1))}
  </svg>
)

/** 4 px band at the very top of each page: the only constant ornament. */
export const Hem = () => <div className="hem" />

/** Strands left out of the picture of an empty state: there are data missing. */
const missing = new Set(['3 0', '2 1', '4 1', '2 2', '1 3', '3 3', '4 4'])

/** The open weave of an empty state: strands are missing where data is missing. At most one per screen. */
export const OpenWeave = () => (
  <svg className="weave" viewBox="0 0 140 140" aria-hidden="true">
    {grid(5)
      .filter(([x, y]) => !missing.has(`${x} ${y}`))
      .map(([x, y]) => strand(x, y, 28, 17, 35.8, 3))}
  </svg>
)
