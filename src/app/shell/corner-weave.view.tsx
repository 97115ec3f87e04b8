/** The open weave of the sign-in page: large, pale, cropped by a corner. */
export const CornerWeave = () => {
  const size = 7
  const strands = []
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const isOut = x + (size - 1 - y) < 3
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
