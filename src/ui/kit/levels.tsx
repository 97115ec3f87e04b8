import type { Locale } from '#core/text/format.ts'
import { useLocale } from '../locale.ts'

const id = {
  notRequired: 'Tidak disyaratkan',
  need: (level: number) => `Perlu level ${level}`,
  notAssessedHeld: 'punya belum dinilai',
  expiredHeld: (level: number) => `level ${level} kedaluwarsa`,
  held: (level: number) => `punya ${level}`,
  notAssessed: 'belum dinilai',
  expired: 'kedaluwarsa',
  met: 'terpenuhi',
  short: (levels: number) => `kurang ${levels}`,
}
const en: typeof id = {
  notRequired: 'Not required',
  need: level => `Needs level ${level}`,
  notAssessedHeld: 'held level not assessed',
  expiredHeld: level => `level ${level} expired`,
  held: level => `holds ${level}`,
  notAssessed: 'not assessed',
  expired: 'expired',
  met: 'met',
  short: levels => `short of ${levels}`,
}
const text = { id, en }

const words = (required: number | null, held: number | null, isExpired: boolean, locale: Locale) => {
  const say = text[locale]
  const need = required === null ? say.notRequired : say.need(required)
  return `${need}, ${held === null ? say.notAssessedHeld : isExpired ? say.expiredHeld(held) : say.held(held)}`
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
  <span
    className={large ? 'levels large' : 'levels'}
    role="img"
    aria-label={words(required, held, expired, useLocale())}
  >
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
export const levelWord = (
  required: number | null,
  held: number | null,
  expired = false,
  locale: Locale = 'id',
): string => {
  const say = text[locale]
  if (held === null) return say.notAssessed
  if (expired) return say.expired
  return required === null || held >= required ? say.met : say.short(required - held)
}

/** What the cells mean, once per list. */
export const LevelLegend = () => (
  <p className="legend levels-legend">
    {(
      [
        ['held', 'punya'],
        ['missing', 'kurang'],
        ['expired', 'kedaluwarsa, tidak dihitung'],
        ['unknown', 'belum dinilai'],
      ] as const
    ).map(([kind, word]) => (
      <span key={kind}>
        <i className={`level-swatch ${kind}`} aria-hidden="true" />
        {word}
      </span>
    ))}
  </p>
)
