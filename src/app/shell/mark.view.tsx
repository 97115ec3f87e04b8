/** The mark: a plain weave of three by three strands, nine crossings, nine boxes. Never recoloured, tilted or moved. */
const pieces: readonly (readonly [number, number, boolean])[] = [
  [-1.31, 1.96, true],
  [11.3, -1.31, false],
  [17.34, 1.96, true],
  [1.96, 8.02, false],
  [8.02, 11.3, true],
  [20.63, 8.02, false],
  [-1.31, 20.63, true],
  [11.3, 17.34, false],
  [17.34, 20.63, true],
]

export const Mark = () => (
  <svg className="mark" viewBox="-1 -1 30 30" aria-hidden="true">
    {pieces.map(([x, y, isWeft]) => (
      <rect
        key={`${x} ${y}`}
        x={x}
        y={y}
        width={isWeft ? 11.96 : 5.4}
        height={isWeft ? 5.4 : 11.96}
        rx="1.1"
        fill={isWeft ? 'var(--acc)' : 'var(--rotan)'}
      />
    ))}
  </svg>
)

/** The open weave: large, pale, cropped by a corner; `missing` leaves strands out where data is missing. */
export const OpenWeave = ({ missing = false }: { missing?: boolean }) => {
  const size = 7
  const strands = []
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const isOut = missing ? (x * 5 + y * 3) % 7 < 2 : x + (size - 1 - y) < 3
      if (isOut) continue
      const isWeft = (x + y) % 2 === 0
      strands.push(
        <rect
          key={`${x} ${y}`}
          x={isWeft ? -3.9 + 28 * x : 5.5 + 28 * x}
          y={isWeft ? 5.5 + 28 * y : -3.9 + 28 * y}
          width={isWeft ? 35.8 : 17}
          height={isWeft ? 17 : 35.8}
          rx="3"
          fill={isWeft ? 'var(--acc)' : 'var(--rotan)'}
        />,
      )
    }
  return (
    <svg className="open-weave" viewBox="0 0 196 196" aria-hidden="true">
      {strands}
    </svg>
  )
}
