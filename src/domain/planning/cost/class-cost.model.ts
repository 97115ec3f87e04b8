import type { Figure, Source } from '#core/figure/figure.ts'
import { product, ratio, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'

/** Rates and amounts of one class, whole rupiah; null is not known, 0 is none. Each rate with the record it stands on. */
export type ClassCostInputs = {
  people: number
  teachingHours: number
  days: number
  nights: number
  /** Fixed for the class, whoever comes. */
  trainerPerHour: number | null
  committee: number | null
  venue: number | null
  documentation: number | null
  /** For each person. */
  mealsPerDay: number | null
  lodgingPerNight: number | null
  stationery: number | null
  travel: number | null
  sources?: Partial<Record<string, Source[]>>
}

/** Cost per person of a class: the fixed part shared by the people, and what each one uses (domain 5.7). */
export const classCostPerHead = (
  inputs: ClassCostInputs,
  context: { asOf: Day; ref?: string | null },
): Figure<number> => {
  const { asOf } = context
  const rupiah = (label: string, key: keyof ClassCostInputs, value: number | null) =>
    record<number>({
      label,
      unit: 'rupiah',
      asOf,
      value,
      sources: inputs.sources?.[key] ?? [],
      needs: value === null ? [{ what: label.toLowerCase(), who: 'pengelola bangkom' }] : [],
    })
  const times = (label: string, rate: Figure, amount: number, unit: Figure['unit']) =>
    product({
      label,
      unit: 'rupiah',
      asOf,
      parts: [rate, record<number>({ label: 'Banyaknya', unit, asOf, value: amount })],
    })
  const fixed = sum({
    label: 'Biaya tetap kelas',
    unit: 'rupiah',
    asOf,
    parts: [
      times(
        'Honor narasumber',
        rupiah('Honor per jam', 'trainerPerHour', inputs.trainerPerHour),
        inputs.teachingHours,
        'count',
      ),
      rupiah('Honor panitia', 'committee', inputs.committee),
      rupiah('Sewa tempat', 'venue', inputs.venue),
      rupiah('Dokumentasi', 'documentation', inputs.documentation),
    ],
  })
  return sum({
    ref: context.ref,
    label: 'Biaya per orang',
    unit: 'rupiah',
    digits: 0,
    asOf,
    parts: [
      ratio({
        label: 'Bagian biaya tetap',
        unit: 'rupiah',
        asOf,
        of: fixed,
        to: record<number>({ label: 'Peserta', unit: 'people', asOf, value: inputs.people }),
      }),
      times('Konsumsi', rupiah('Konsumsi per hari', 'mealsPerDay', inputs.mealsPerDay), inputs.days, 'days'),
      times(
        'Akomodasi',
        rupiah('Akomodasi per malam', 'lodgingPerNight', inputs.lodgingPerNight),
        inputs.nights,
        'days',
      ),
      rupiah('Alat tulis', 'stationery', inputs.stationery),
      rupiah('Perjalanan dinas', 'travel', inputs.travel),
    ],
  })
}
