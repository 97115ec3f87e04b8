export type IndicatorDefinition = {
  code: string
  name: string
  unitOfMeasure: string
  direction: 'lower-better' | 'higher-better'
}

/** Indicators that regencies usually keep; an agency's own row replaces the words. */
export const usualIndicators: readonly IndicatorDefinition[] = [
  { code: 'keterlambatan_proyek', name: 'Proyek terlambat', unitOfMeasure: '%', direction: 'lower-better' },
  { code: 'serapan_anggaran', name: 'Serapan anggaran', unitOfMeasure: '%', direction: 'higher-better' },
  { code: 'pengaduan', name: 'Pengaduan masyarakat', unitOfMeasure: 'jumlah', direction: 'lower-better' },
  { code: 'waktu_layanan', name: 'Waktu layanan', unitOfMeasure: 'hari', direction: 'lower-better' },
]

/** Words that say a larger figure is better; without them the smaller one is. */
const better = /serapan|capaian|kepuasan|cakupan|realisasi|tepat_waktu|skor|indeks/i

/** Definition of an indicator an agency's file names, from its code and the unit written beside it. */
export const indicatorFromFile = (code: string, unitOfMeasure?: string | null): IndicatorDefinition =>
  usualIndicators.find(i => i.code === code) ?? {
    code,
    name: code.replace(/_/g, ' ').replace(/^./, c => c.toUpperCase()),
    unitOfMeasure: unitOfMeasure ?? 'jumlah',
    direction: better.test(code) ? 'higher-better' : 'lower-better',
  }

/** Least and most a value of a measure can be: shares 0-100, counts and days from 0. */
export const rangeOf = (unitOfMeasure: string): { least: number; most: number | null } =>
  unitOfMeasure === '%' ? { least: 0, most: 100 } : { least: 0, most: null }
