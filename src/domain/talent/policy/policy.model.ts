import { bandIssues, cutProblems, weightProblems } from '#core/rule-set/rubric.ts'
import type { NineBoxRules } from '../nine-box/nine-box.model.ts'
import { boxNumbers } from '../nine-box/nine-box.model.ts'
import type { PartRule, ScoreRules, SimpleRubric } from '../score/score-rules.model.ts'

/** Everything a talent policy says: parts, weights, rubrics, cut points, and the boxes. */
export type PolicyRules = ScoreRules & { boxes: NineBoxRules }

/** The parts of the editor; a rubric's section carries its part's code. */
export type Section = 'weights' | 'cuts' | 'boxes' | `rubric:${string}`

/** What is wrong, in which section, at which field. */
export type Issue = { section: Section; field: string; message: string }

const axisKeys = ['y', 'x'] as const

/** Words the register uses for a part; a rubric that drops one would leave people without a value. */
const registerWords: Record<string, readonly string[]> = {
  predikat: ['Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang'],
  u360: ['Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang'],
  penghargaan: ['Internasional', 'Nasional', 'Lintas instansi', 'Instansi', 'Tidak ada'],
  tim: ['Ketua lintas instansi', 'Ketua internal', 'Anggota lintas instansi', 'Anggota internal', 'Tidak ada'],
  pendidikan: ['S3', 'S2', 'S1/D-IV', 'D-III', 'SLTA'],
  bidang: ['Sesuai', 'Tidak sesuai'],
  disiplin: ['Tidak pernah', 'Ringan', 'Sedang', 'Berat', 'Sedang menjalani'],
}

const inScale = (value: number) => value >= 0 && value <= 100

/** `key` is the part's code, with the inner code behind a dot for a rubric inside a mean. */
const rubricIssues = (rubric: SimpleRubric, key: string, name: string, section: Section): Issue[] => {
  const issue = (field: string, message: string): Issue => ({ section, field, message: `Rubrik ${name}: ${message}` })
  if (rubric.kind === 'score')
    return [
      ...(inScale(rubric.min) && inScale(rubric.max) ? [] : [issue(`min:${key}`, 'nilai harus 0 sampai 100.')]),
      ...(rubric.max > rubric.min ? [] : [issue(`max:${key}`, 'nilai tertinggi harus di atas nilai terendah.')]),
    ]
  if (rubric.kind === 'band')
    return [
      ...bandIssues(rubric.bands, `Rubrik ${name}`).map(
        ({ line, message }): Issue => ({ section, field: `from:${key}:${line - 1}`, message }),
      ),
      ...rubric.bands.flatMap((b, i) =>
        inScale(b.value)
          ? []
          : [issue(`value:${key}:${i}`, `baris ${i + 1} bernilai ${b.value}, di luar 0 sampai 100.`)],
      ),
    ]
  const lines = Object.entries(rubric.table)
  const missing = (registerWords[key] ?? []).filter(word => !Object.hasOwn(rubric.table, word))
  return [
    ...(lines.length === 0 ? [issue(`word:${key}:0`, 'tanpa baris.')] : []),
    ...lines.flatMap(([word, value], i) =>
      inScale(value)
        ? []
        : [issue(`value:${key}:${i}`, `baris ${i + 1} (${word}) bernilai ${value}, di luar 0 sampai 100.`)],
    ),
    ...missing.map(word =>
      issue(
        `word:${key}:${lines.length}`,
        `baris ${word} tidak ada, padahal dipakai dalam catatan pegawai. Orang dengan catatan itu akan kehilangan nilai.`,
      ),
    ),
    ...(rubric.none !== undefined && !Object.hasOwn(rubric.table, rubric.none)
      ? [issue(`none:${key}`, `baris ${rubric.none} tidak ada, padahal berarti "sudah diperiksa, tidak ada".`)]
      : []),
  ]
}

const partIssues = (part: PartRule): Issue[] => {
  const months = (value: number | undefined, field: string, what: string): Issue[] =>
    value === undefined || (Number.isInteger(value) && value >= 1 && value <= 600)
      ? []
      : [
          {
            section: 'weights',
            field: `${field}:${part.code}`,
            message: `${part.label}: ${what} harus bilangan bulat 1 sampai 600 bulan.`,
          },
        ]
  return [
    ...months(part.windowMonths, 'window', 'rentang catatan'),
    ...months(part.validMonths, 'valid', 'masa berlaku'),
  ]
}

const weightIssues = (rules: PolicyRules): Issue[] => {
  const issues: Issue[] = []
  const add = (field: string, messages: string[]) =>
    issues.push(...messages.map((message): Issue => ({ section: 'weights', field, message })))
  for (const key of axisKeys) {
    const parts = rules.parts.filter(p => p.axis === key)
    const name = `Sumbu ${rules.axes[key].label}`
    add(`axis:${key}`, parts.length === 0 ? [`${name}: belum ada bagian yang berbobot.`] : weightProblems(parts, name))
  }
  add(
    'talent:y',
    weightProblems(
      [
        { label: rules.axes.y.label, weight: rules.talentWeights.y },
        { label: rules.axes.x.label, weight: rules.talentWeights.x },
      ],
      'Nilai Talenta',
    ),
  )
  return [...issues, ...rules.parts.flatMap(partIssues)]
}

const cutIssues = (rules: PolicyRules): Issue[] =>
  axisKeys.flatMap(key => {
    const { cuts, label, levels, ranking } = rules.axes[key]
    const issues: Issue[] = []
    const add = (field: string, message: string) =>
      issues.push({ section: 'cuts', field: `${field}`, message: `${label}: ${message}` })
    cuts.forEach((cut, i) => {
      if (!(cut > 0 && cut <= 100))
        add(`cut:${key}:${i}`, `ambang ${i + 1} (${cut}) harus di atas 0 dan paling tinggi 100.`)
    })
    for (const message of cutProblems(cuts, 'ambang')) add(`cut:${key}:1`, message.replace(/^ambang: /, ''))
    levels.forEach((level, i) => {
      if (level.trim() === '') add(`level:${key}:${i}`, `tingkat ${i + 1} belum bernama.`)
      else if (levels.indexOf(level) !== i) add(`level:${key}:${i}`, `tingkat ${level} disebut dua kali.`)
    })
    if (ranking) {
      ranking.percents.forEach((p, i) => {
        if (!(p > 0 && p < 100))
          add(`percent:${key}:${i}`, `batas peringkat ${i + 1} (${p}) harus di antara 0 dan 100 persen.`)
      })
      if (ranking.percents[1] <= ranking.percents[0])
        add(
          `percent:${key}:1`,
          `batas peringkat ${ranking.percents[1]} persen tidak lebih tinggi dari ${ranking.percents[0]} persen.`,
        )
      if (!(Number.isInteger(ranking.leastPeople) && ranking.leastPeople >= 2))
        add(`least:${key}`, 'peringkat memerlukan paling sedikit dua orang.')
    }
    return issues
  })

const boxIssues = ({ boxes }: PolicyRules): Issue[] => {
  const issues: Issue[] = []
  const add = (field: string, message: string) => issues.push({ section: 'boxes', field, message })
  const seen = new Map<number, string>()
  boxes.numbers.forEach((row, y) => {
    row.forEach((number, x) => {
      const field = `number:${y}:${x}`
      const at = `baris ${3 - y} dari atas, kolom ${x + 1}`
      if (!Number.isInteger(number) || number < 1 || number > 9) add(field, `Nomor kotak pada ${at} harus 1 sampai 9.`)
      else if (seen.has(number)) add(field, `Nomor kotak ${number} dipakai dua kali: ${seen.get(number)} dan ${at}.`)
      else seen.set(number, at)
    })
  })
  for (const number of boxNumbers) {
    const box = boxes.boxes.find(b => b.number === number)
    if (!box || box.name.trim() === '') add(`name:${number}`, `Kotak ${number} belum bernama.`)
    if (!box || box.treatments.length === 0) add(`treatments:${number}`, `Kotak ${number} belum punya perlakuan.`)
  }
  if (boxes.pool.length === 0) add('pool', 'Belum ada kotak yang masuk kelompok rencana suksesi.')
  const outside = boxes.nationalPool.filter(n => !boxes.pool.includes(n))
  if (outside.length > 0)
    add('national', `Kotak ${outside.join(', ')} diusulkan ke tingkat nasional tetapi tidak masuk KRS instansi.`)
  return issues
}

/** Every reason why a policy cannot take effect: gaps, overlaps, weights that do not add up; each names its line. */
export const policyIssues = (rules: PolicyRules): Issue[] => [
  ...weightIssues(rules),
  ...cutIssues(rules),
  ...rules.parts.flatMap(part => {
    const section: Section = `rubric:${part.code}`
    return part.rubric.kind === 'mean'
      ? part.rubric.of.flatMap(p =>
          rubricIssues(p.rubric, `${part.code}.${p.code}`, `${part.label}, ${p.label}`, section),
        )
      : rubricIssues(part.rubric, part.code, part.label, section)
  }),
  ...boxIssues(rules),
]

/** How a version stands on a day. */
export type Standing = 'draft' | 'submitted' | 'refused' | 'withdrawn' | 'coming' | 'holding' | 'replaced'

export type Dated = {
  code: string
  version: string
  /** Written by the agency; it comes before a shipped version of the same code. */
  isOwn: boolean
  validFrom: string
  validUntil: string | null
}

/** Of approved versions: which one holds on a day, per code; the others are still to come or replaced. */
export const standingsOn = <T extends Dated>(versions: readonly T[], on: string): Map<T, Standing> => {
  const standings = new Map<T, Standing>()
  for (const code of new Set(versions.map(v => v.code))) {
    const all = versions.filter(v => v.code === code)
    const open = all.filter(v => v.validFrom <= on && (v.validUntil === null || v.validUntil >= on))
    const newest = (list: T[]) => [...list].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
    const holding = newest(open.filter(v => v.isOwn)) ?? newest(open)
    for (const v of all) standings.set(v, v === holding ? 'holding' : v.validFrom > on ? 'coming' : 'replaced')
  }
  return standings
}

/** A name for the next version: the year and the next free number. */
export const nextVersionName = (taken: readonly string[], on: string): string => {
  const year = on.slice(0, 4)
  for (let n = 1; ; n += 1) if (!taken.includes(`${year}-${n}`)) return `${year}-${n}`
}
