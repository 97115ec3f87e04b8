import type { Axis } from '../nine-box/nine-box.model.ts'

/** `Rendah di bawah 60; Menengah 60 sampai di bawah 80; Tinggi 80 ke atas`, or the shares where the version ranks. */
export const levelRange = ({ levels, cuts, ranking }: Axis): string =>
  ranking
    ? `diperingkat ${ranking.within === 'unit' ? 'dalam unit' : 'dalam instansi'}; ${levels[0]}: ${ranking.percents[0]}% terbawah; ${levels[2]}: ${100 - ranking.percents[1]}% teratas`
    : levels
        .map((level, i) =>
          i === 0
            ? `${level}: di bawah ${cuts[0]}`
            : i === cuts.length
              ? `${level}: ${cuts[i - 1]} ke atas`
              : `${level}: ${cuts[i - 1]} sampai di bawah ${cuts[i]}`,
        )
        .join('; ')

/** What must be known of a part, for how long. */
export const partTerms = (p: {
  isMandatory: boolean
  validMonths: number | null
  windowMonths: number | null
}): string =>
  [
    p.isMandatory ? 'wajib ada' : 'tidak wajib',
    p.validMonths ? `berlaku ${p.validMonths} bulan` : null,
    p.windowMonths ? `catatan ${p.windowMonths} bulan terakhir` : null,
  ]
    .filter(Boolean)
    .join(', ')
