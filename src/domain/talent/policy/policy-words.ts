import type { Difference } from '#core/rule-set/rule-set.ts'
import { formatNumber } from '#core/text/format.ts'
import type { Choose, PartRule } from '../score/score-rules.model.ts'
import type { PolicyRules, Section, Standing } from './policy.model.ts'

export const standingWords: Record<Standing, string> = {
  draft: 'Draf',
  submitted: 'Menunggu persetujuan',
  refused: 'Ditolak',
  withdrawn: 'Ditarik',
  coming: 'Akan berlaku',
  holding: 'Berlaku',
  replaced: 'Digantikan',
}

export const standingTone: Record<Standing, 'plain' | 'known' | 'expired' | 'risk' | 'unknown'> = {
  draft: 'unknown',
  submitted: 'expired',
  refused: 'risk',
  withdrawn: 'plain',
  coming: 'known',
  holding: 'known',
  replaced: 'plain',
}

/** What a move is put down to, in the order of substitution. */
export const causeWords: Record<string, string> = {
  weights: 'Bobot',
  rubric: 'Rubrik',
  cuts: 'Ambang atau peringkat',
  validity: 'Masa berlaku dan rentang catatan',
  displayMapping: 'Nomor kotak',
  lain: 'Beberapa perubahan bersama',
}

export const placeWords = (box: number | null): string => (box === null ? 'ruang tunggu' : `kotak ${box}`)

/** Causes that move one person together, the largest share first; with the shares where they are asked for. Null when one did it alone. */
export const sharesWords = (shares: Record<string, number> | null, isExact = false): string | null => {
  if (!shares) return null
  const told = Object.entries(shares)
    .filter(([, v]) => v > 0.005)
    .sort(([, a], [, b]) => b - a)
  return told.length < 2
    ? null
    : told
        .map(
          ([cause, v]) => `${(causeWords[cause] ?? cause).toLowerCase()}${isExact ? ` ${Math.round(v * 100)}%` : ''}`,
        )
        .join(', ')
}

export const chooseWords: Record<Choose, string> = {
  latest: 'Catatan terbaru',
  best: 'Nilai tertinggi',
  worst: 'Nilai terendah',
  sum: 'Jumlah semuanya',
}

export const unitWords: Record<string, string> = {
  jp: 'JP',
  years: 'tahun',
  months: 'bulan',
  count: 'kali',
  score: 'nilai',
}

export const sectionTitle = (section: Section, parts: readonly Pick<PartRule, 'code' | 'label'>[]): string =>
  section === 'weights'
    ? 'Bagian dan bobot'
    : section === 'cuts'
      ? 'Ambang dan tingkat'
      : section === 'boxes'
        ? 'Kotak dan perlakuan'
        : `Rubrik ${parts.find(p => `rubric:${p.code}` === section)?.label ?? section.slice('rubric:'.length)}`

const kindWords: Record<string, string> = {
  score: 'nilai apa adanya',
  lookup: 'menurut sebutan',
  band: 'menurut rentang',
  mean: 'rata-rata beberapa rubrik',
}

const yesNo = (value: unknown) => (value ? 'ya' : 'tidak')

/** A value of a policy in words. */
const say = (value: unknown, last: string): string => {
  if (value === undefined) return last === 'ranking' ? 'ambang tetap' : 'tidak ada'
  if (value === null) return 'tanpa batas atas'
  if (typeof value === 'number')
    return `${formatNumber(value, { digits: 2 })}${last === 'windowMonths' || last === 'validMonths' ? ' bulan' : ''}`
  if (typeof value === 'boolean') return yesNo(value)
  if (last === 'choose') return chooseWords[value as Choose] ?? String(value)
  if (last === 'within') return value === 'unit' ? 'dalam unit' : 'dalam instansi'
  if (last === 'kind') return kindWords[String(value)] ?? String(value)
  if (last === 'unit') return unitWords[String(value)] ?? String(value)
  if (typeof value === 'string') return value
  const v = value as Record<string, unknown>
  if ('weight' in v) return `bobot ${formatNumber(Number(v.weight), { digits: 2 })}`
  if (Array.isArray(v.percents))
    return `peringkat ${v.within === 'unit' ? 'dalam unit' : 'dalam instansi'}, ${v.percents[0]}% terbawah dan ${100 - Number(v.percents[1])}% teratas`
  if ('from' in v) return `${v.from} sampai ${v.to ?? 'tanpa batas'}: ${v.value}`
  if (typeof v.label === 'string') return v.label
  return `${Object.keys(v).length} baris`
}

const axisField: Record<string, string> = {
  label: 'nama sumbu',
  levels: 'nama tingkat',
  cuts: 'ambang',
  ranking: 'cara menentukan tingkat',
}

const about = (path: string[], rules: PolicyRules, gone: unknown): string => {
  const [head, key, third, fourth, fifth, sixth] = path
  const nth = (i: string | undefined) => (i === undefined ? '' : ` ${Number(i) + 1}`)
  if (head === 'parts') {
    const part = rules.parts.find(p => p.code === key)
    // A part that the later version dropped is known by what the earlier one called it.
    const name = part?.label ?? (gone as { label?: string } | undefined)?.label ?? key
    if (third === undefined) return `Bagian ${name}`
    if (third === 'weight') return `Bobot ${name}`
    if (third === 'mandatory') return `${name}: wajib ada`
    if (third === 'supplier') return `${name}: dipasok oleh`
    if (third === 'windowMonths') return `${name}: rentang catatan`
    if (third === 'validMonths') return `${name}: masa berlaku`
    if (third === 'label') return 'Nama bagian'
    if (third === 'rubric') {
      const inner =
        fourth === 'of' && part?.rubric.kind === 'mean' ? part.rubric.of.find(p => p.code === fifth)?.label : undefined
      const rest = fourth === 'of' ? path.slice(6) : path.slice(3)
      const where = inner ? `Rubrik ${name}, ${inner}` : `Rubrik ${name}`
      if (rest[0] === 'table') return `${where}: ${rest.slice(1).join('.')}`
      if (rest[0] === 'bands')
        return `${where}: baris${nth(rest[1])}${rest[2] ? `, ${rest[2] === 'from' ? 'mulai' : rest[2] === 'to' ? 'sampai' : 'nilai'}` : ''}`
      if (rest[0] === 'choose') return `${where}: yang dihitung`
      if (rest[0] === 'none') return `${where}: sebutan bila tidak ada`
      return where
    }
    return name
  }
  if (head === 'axes') {
    const axis = rules.axes[key as 'x' | 'y']?.label ?? key
    if (third === 'ranking' && fourth)
      return `${axis}: ${fourth === 'percents' ? `batas peringkat${nth(fifth)} (persen)` : fourth === 'leastPeople' ? 'orang paling sedikit' : 'lingkup peringkat'}`
    return `${axis}: ${axisField[third] ?? third}${third === 'cuts' || third === 'levels' ? nth(fourth) : ''}`
  }
  if (head === 'talentWeights') return `Bobot ${rules.axes[key as 'x' | 'y']?.label ?? key} dalam Nilai Talenta`
  if (head === 'useExpired') return 'Hasil kedaluwarsa masih dihitung'
  if (head === 'decideWhenCertain') return 'Dipetakan bila sudah pasti walau belum lengkap'
  if (head === 'boxes') {
    if (key === 'numbers') return `Nomor kotak: baris ${3 - Number(third)} dari atas, kolom${nth(fourth)}`
    if (key === 'pool') return 'Kotak yang masuk KRS'
    if (key === 'nationalPool') return 'Kotak yang diusulkan ke tingkat nasional'
    const number = rules.boxes.boxes[Number(third)]?.number ?? Number(third) + 1
    return `Kotak ${number}: ${fourth === 'name' ? 'nama' : `perlakuan${nth(fifth ?? sixth)}`}`
  }
  return path.join('.')
}

/** A difference between two policies as people say it. */
export const sayDifference = (
  difference: Difference,
  after: PolicyRules,
): { what: string; before: string; after: string } => {
  const path = difference.path.split('.')
  const last = path[path.length - 1]
  return {
    what: about(path, after, difference.before),
    before: say(difference.before, last),
    after: say(difference.after, last),
  }
}

/** How an axis comes to its levels, in one sentence. */
export const levelWords = (axis: PolicyRules['axes']['x']): string => {
  const { ranking, levels, cuts } = axis
  if (!ranking)
    return `${levels[0]}: di bawah ${formatNumber(cuts[0], { digits: 2 })}. ${levels[1]}: ${formatNumber(cuts[0], { digits: 2 })} sampai di bawah ${formatNumber(cuts[1], { digits: 2 })}. ${levels[2]}: ${formatNumber(cuts[1], { digits: 2 })} ke atas.`
  const [low, high] = ranking.percents
  return `Diperingkat ${ranking.within === 'unit' ? 'dalam unit' : 'dalam instansi'}. ${levels[0]}: ${formatNumber(low, { digits: 1 })}% terbawah. ${levels[2]}: ${formatNumber(100 - high, { digits: 1 })}% teratas. ${levels[1]}: selebihnya.${ranking.within === 'unit' ? ` Unit dengan kurang dari ${ranking.leastPeople} orang diperingkat dalam instansi.` : ''}`
}
