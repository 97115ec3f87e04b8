const words = (required: number | null, held: number | null, isExpired: boolean) => {
  const need = required === null ? 'Tidak disyaratkan' : `Perlu level ${required}`
  const have = held === null ? 'punya belum dinilai' : isExpired ? `level ${held} kedaluwarsa` : `punya ${held}`
  return `${need}, ${have}`
}

/**
 * Level cells: held solid, missing hatched, not assessed dashed, expired Rotan. `held` null: not assessed, never 0.
 */
export const LevelCells = ({
  required,
  held,
  expired = false,
  of = 5,
  large = false,
}: {
  required: number | null
  held: number | null
  expired?: boolean
  of?: number
  large?: boolean
}) => (
  <span className={large ? 'levels large' : 'levels'} role="img" aria-label={words(required, held, expired)}>
    {Array.from({ length: of }, (_, i) => {
      const level = i + 1
      const isNeeded = required !== null && level <= required
      const kind =
        held === null
          ? isNeeded
            ? 'unknown'
            : undefined
          : level <= held
            ? expired
              ? 'expired'
              : 'held'
            : isNeeded
              ? 'missing'
              : undefined
      return <i key={level} className={kind} />
    })}
  </span>
)

/** The word beside the cells: "kurang 2", "terpenuhi", "belum dinilai", "kedaluwarsa". */
export const levelWord = (required: number | null, held: number | null, expired = false): string =>
  held === null
    ? 'belum dinilai'
    : expired
      ? 'kedaluwarsa'
      : required === null || held >= required
        ? 'terpenuhi'
        : `kurang ${required - held}`
