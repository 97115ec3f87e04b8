import { stableSeed } from '#core/math/random.ts'
import { addMonths, type Day, wholeMonthsBetween } from '#core/values/day.ts'
import { chanceOf, clip } from './chance.ts'
import type { Unit } from './units.ts'

export const infra = {
  agreedOn: '2026-02-12',
  startsOn: '2026-03-02',
  /** Day 0: the classes are over. */
  dayZero: '2026-05-22',
  endsOn: '2026-11-30',
  effectFrom: '2026-06-01',
  fullEffectFrom: '2026-08-01',
} as const

export const months: Day[] = Array.from({ length: 18 }, (_, i) => addMonths('2025-05-01' as Day, i))

export const indicatorDefinitions = [
  {
    code: 'hari_lewat_batas',
    name: 'Lama keterlambatan paket, median',
    unitOfMeasure: 'hari',
    direction: 'lower-better',
  },
  { code: 'keterlambatan_proyek', name: 'Bagian paket terlambat', unitOfMeasure: '%', direction: 'lower-better' },
  { code: 'serapan_anggaran', name: 'Serapan anggaran', unitOfMeasure: '%', direction: 'higher-better' },
] as const

export type IndicatorValue = {
  unit: string
  code: string
  month: Day
  value: number
  numerator: number | null
  denominator: number | null
}

/** Share of the effect that has grown by a month: none before, all from the month of full effect. */
const grown = (month: Day): number => {
  if (month < infra.effectFrom) return 0
  const whole = wholeMonthsBetween(infra.effectFrom, infra.fullEffectFrom)
  return clip((wholeMonthsBetween(infra.effectFrom, month) + 1) / (whole + 1), 0, 1)
}

/**
 * Monthly indicators of eighteen months. In the programme's units the packages come eleven days earlier once the effect is whole;
 * each unit also drifts on its own, so the interval is wide. The share of late packages rests on a handful of packages a month.
 */
export const drawIndicators = (units: readonly Unit[], seed: number): IndicatorValue[] => {
  const values: IndicatorValue[] = []
  for (const unit of units) {
    // Each unit has its own stream, so that a smaller agency tells the same story.
    const chance = chanceOf(stableSeed(seed, unit.short))
    const money = chanceOf(stableSeed(seed, unit.short, 'money'))
    const isProgramme = unit.side === 'programme'
    const base = chance.normal(isProgramme ? 34 : 33, 3)
    const ownDrift = chance.normal(0, 5.4)
    const late = chance.normal(0.42, 0.05)
    const lateDrift = chance.normal(0, 0.07)
    const absorbed = money.normal(71, 4)
    const absorbedDrift = money.normal(0, 3.2)
    months.forEach((month, i) => {
      const effect = grown(month)
      const flood = unit.short === 'DSDA' && month >= '2026-01-01' && month <= '2026-04-01' ? 9 : 0
      if (unit.side) {
        const days = base - 0.3 * i + chance.normal(0, 1.7) + flood + effect * (ownDrift - (isProgramme ? 11 : 0))
        values.push({
          unit: unit.name,
          code: 'hari_lewat_batas',
          month,
          value: Math.round(clip(days, 1, 90) * 2) / 2,
          numerator: null,
          denominator: null,
        })
        const packages = chance.whole(4, 7)
        const probability = clip(
          late - 0.004 * i + effect * (lateDrift - (isProgramme ? 0.1 : 0)) + flood / 100,
          0.03,
          0.9,
        )
        const count = Array.from({ length: packages }, () => chance.is(probability)).filter(Boolean).length
        values.push({
          unit: unit.name,
          code: 'keterlambatan_proyek',
          month,
          value: Math.round((10000 * count) / packages) / 100,
          numerator: count,
          denominator: packages,
        })
      }
      const season = [11, 12].includes(Number(month.slice(5, 7))) ? 6 : 0
      const share = absorbed + season + money.normal(0, 2.5) + effect * (absorbedDrift + (isProgramme ? 5 : 0))
      values.push({
        unit: unit.name,
        code: 'serapan_anggaran',
        month,
        value: Math.round(clip(share, 30, 99) * 100) / 100,
        numerator: null,
        denominator: null,
      })
    })
  }
  return values
}
