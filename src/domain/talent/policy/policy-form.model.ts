import type { Band } from '#core/rule-set/rubric.ts'
import { boxNumbers } from '../nine-box/nine-box.model.ts'
import type { Choose, PartRule, Rubric, SimpleRubric } from '../score/score-rules.model.ts'
import { type Issue, type PolicyRules, policyIssues, type Section } from './policy.model.ts'

/** The form as people filled it in; empty fields are absent. */
export type Filled = Record<string, string>

export type ReadSection = { rules: PolicyRules; issues: Issue[] }

/** `1.234,5`, `12,5` or `12.5`; null when it is no number. */
export const numberFrom = (text: string): number | null => {
  const clean = text.trim()
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(clean)
    ? clean.replaceAll('.', '').replace(',', '.')
    : clean.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

const numberText = (value: number) => String(value).replace('.', ',')

/** Reads numbers and keeps what could not be read, each at its field. */
class Reader {
  readonly issues: Issue[] = []
  private readonly filled: Filled
  private readonly section: Section
  constructor(filled: Filled, section: Section) {
    this.filled = filled
    this.section = section
  }
  refuse(field: string, message: string): void {
    this.issues.push({ section: this.section, field, message })
  }
  text(field: string): string {
    return (this.filled[field] ?? '').trim()
  }
  /** Null when the field is empty. */
  optional(field: string, what: string): number | null {
    const text = this.text(field)
    if (text === '') return null
    const value = numberFrom(text)
    if (value === null) this.refuse(field, `${what}: "${text}" bukan angka. Contoh: 12,5.`)
    return value
  }
  number(field: string, what: string): number {
    const value = this.optional(field, what)
    if (value === null && this.text(field) === '') this.refuse(field, `${what} belum diisi.`)
    return value ?? 0
  }
  /** Numbers of the lines that were filled in at any of the fields. */
  lines(fields: readonly string[], key: string): number[] {
    const found = new Set<number>()
    for (const name of Object.keys(this.filled)) {
      const m = /^(\w+):(.+):(\d+)$/.exec(name)
      if (m && fields.includes(m[1]) && m[2] === key && this.text(name) !== '') found.add(Number(m[3]))
    }
    return [...found].sort((a, b) => a - b)
  }
}

const weightsFrom = (read: Reader, rules: PolicyRules, catalogue: readonly PartRule[]): PolicyRules => {
  const parts: PartRule[] = []
  for (const known of catalogue) {
    const { label } = known
    const weight = read.optional(`weight:${known.code}`, `Bobot ${label}`)
    if (weight === null) continue
    if (weight < 0 || weight > 100) read.refuse(`weight:${known.code}`, `Bobot ${label} harus 0 sampai 100.`)
    const windowMonths = read.optional(`window:${known.code}`, `Rentang catatan ${label}`)
    const validMonths = read.optional(`valid:${known.code}`, `Masa berlaku ${label}`)
    const { windowMonths: _w, validMonths: _v, ...rest } = known
    parts.push({
      ...rest,
      weight,
      mandatory: read.text(`mandatory:${known.code}`) !== '',
      ...(windowMonths === null ? {} : { windowMonths }),
      ...(validMonths === null ? {} : { validMonths }),
    })
  }
  return {
    ...rules,
    parts,
    talentWeights: {
      y: read.number('talent:y', 'Bobot kinerja dalam Nilai Talenta'),
      x: read.number('talent:x', 'Bobot potensial dalam Nilai Talenta'),
    },
    useExpired: read.text('useExpired') !== '',
    decideWhenCertain: read.text('decideWhenCertain') !== '',
  }
}

const cutsFrom = (read: Reader, rules: PolicyRules): PolicyRules => {
  const axis = (key: 'x' | 'y') => {
    const before = rules.axes[key]
    const label = read.text(`axis:${key}`) || before.label
    const isRanked = read.text(`method:${key}`) === 'rank'
    const { ranking: _r, ...rest } = before
    return {
      ...rest,
      label,
      cuts: [0, 1].map(i => read.number(`cut:${key}:${i}`, `Ambang ${i + 1} ${label}`)),
      levels: [0, 1, 2].map(i => read.text(`level:${key}:${i}`)),
      ...(isRanked
        ? {
            ranking: {
              within: read.text(`within:${key}`) === 'agency' ? ('agency' as const) : ('unit' as const),
              percents: [0, 1].map(i => read.number(`percent:${key}:${i}`, `Batas peringkat ${i + 1} ${label}`)),
              leastPeople: read.number(`least:${key}`, `Orang paling sedikit ${label}`),
            },
          }
        : {}),
    }
  }
  return { ...rules, axes: { x: axis('x'), y: axis('y') } }
}

/** A rubric keeps its shape; its lines are what was filled in. Where a line was read from is kept for the messages. */
const rubricFrom = (
  read: Reader,
  before: SimpleRubric,
  key: string,
  name: string,
  places: Map<string, number[]>,
): SimpleRubric => {
  if (before.kind === 'score')
    return {
      kind: 'score',
      min: read.number(`min:${key}`, `${name}, nilai terendah`),
      max: read.number(`max:${key}`, `${name}, nilai tertinggi`),
    }
  const choose = (read.text(`choose:${key}`) || before.choose) as Choose
  if (before.kind === 'band') {
    const lines = read.lines(['from', 'to', 'value'], key)
    places.set(key, lines)
    const bands: Band[] = lines.map((i, at) => ({
      from: read.number(`from:${key}:${i}`, `${name}, baris ${at + 1}, mulai`),
      to: read.optional(`to:${key}:${i}`, `${name}, baris ${at + 1}, sampai`),
      value: read.number(`value:${key}:${i}`, `${name}, baris ${at + 1}, nilai`),
    }))
    return { ...before, choose, bands }
  }
  const lines = read.lines(['word', 'value'], key)
  places.set(key, lines)
  const table: Record<string, number> = {}
  for (const [at, i] of lines.entries()) {
    const word = read.text(`word:${key}:${i}`)
    const value = read.number(`value:${key}:${i}`, `${name}, baris ${at + 1}, nilai`)
    if (word === '') read.refuse(`word:${key}:${i}`, `${name}: baris ${at + 1} bernilai ${value} tetapi tanpa sebutan.`)
    else if (Object.hasOwn(table, word)) read.refuse(`word:${key}:${i}`, `${name}: baris ${word} ditulis dua kali.`)
    else table[word] = value
  }
  const none = read.text(`none:${key}`)
  const { none: _n, ...rest } = before
  return { ...rest, choose: choose === 'sum' ? before.choose : choose, table, ...(none === '' ? {} : { none }) }
}

/** Names and treatments; numbers and who enters the pool stay as the regulation has them. */
const boxesFrom = (read: Reader, rules: PolicyRules): PolicyRules => ({
  ...rules,
  boxes: {
    ...rules.boxes,
    boxes: boxNumbers.map(number => ({
      number,
      name: read.text(`name:${number}`),
      treatments: read
        .text(`treatments:${number}`)
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean),
    })),
  },
})

const withRubric = (rules: PolicyRules, code: string, rubric: Rubric): PolicyRules => ({
  ...rules,
  parts: rules.parts.map(p => (p.code === code ? { ...p, rubric } : p)),
})

/** An issue of line n of a rubric points at the row of the form that line was read from. */
const placed = (issue: Issue, places: Map<string, number[]>): Issue => {
  const m = /^(\w+):(.+):(\d+)$/.exec(issue.field)
  const lines = m ? places.get(m[2]) : undefined
  if (!m || !lines) return issue
  const row = lines[Number(m[3])] ?? lines[lines.length - 1] ?? 0
  return { ...issue, field: `${m[1]}:${m[2]}:${row}` }
}

/**
 * One section as it was filled in, on top of the policy as it stands; with what is wrong in it.
 * `catalogue`: every part that can carry a weight.
 */
export const readSection = (
  section: Section,
  filled: Filled,
  rules: PolicyRules,
  catalogue: readonly PartRule[] = rules.parts,
): ReadSection => {
  const read = new Reader(filled, section)
  const places = new Map<string, number[]>()
  const next = (): PolicyRules => {
    if (section === 'weights') return weightsFrom(read, rules, catalogue)
    if (section === 'cuts') return cutsFrom(read, rules)
    if (section === 'boxes') return boxesFrom(read, rules)
    const code = section.slice('rubric:'.length)
    const part = rules.parts.find(p => p.code === code)
    if (!part) return rules
    const { rubric } = part
    return withRubric(
      rules,
      code,
      rubric.kind === 'mean'
        ? {
            kind: 'mean',
            of: rubric.of.map(p => ({
              ...p,
              rubric: rubricFrom(read, p.rubric, `${code}.${p.code}`, `${part.label}, ${p.label}`, places),
            })),
          }
        : rubricFrom(read, rubric, code, part.label, places),
    )
  }
  const changed = next()
  // What could not be read is said first and alone: a sum over unread numbers would only confuse.
  const issues =
    read.issues.length > 0
      ? read.issues
      : policyIssues(changed)
          .filter(issue => issue.section === section)
          .map(issue => placed(issue, places))
  return { rules: changed, issues }
}

const simpleFields = (rubric: SimpleRubric, key: string): Filled => {
  if (rubric.kind === 'score') return { [`min:${key}`]: numberText(rubric.min), [`max:${key}`]: numberText(rubric.max) }
  const fields: Filled = { [`choose:${key}`]: rubric.choose }
  if (rubric.kind === 'band')
    rubric.bands.forEach((b, i) => {
      fields[`from:${key}:${i}`] = numberText(b.from)
      if (b.to !== null) fields[`to:${key}:${i}`] = numberText(b.to)
      fields[`value:${key}:${i}`] = numberText(b.value)
    })
  else {
    Object.entries(rubric.table).forEach(([word, value], i) => {
      fields[`word:${key}:${i}`] = word
      fields[`value:${key}:${i}`] = numberText(value)
    })
    if (rubric.none) fields[`none:${key}`] = rubric.none
  }
  return fields
}

/** A section as the fields of its form: what `readSection` reads back to the same policy. */
export const sectionFields = (section: Section, rules: PolicyRules): Filled => {
  const fields: Filled = {}
  if (section === 'weights') {
    for (const p of rules.parts) {
      fields[`weight:${p.code}`] = numberText(p.weight)
      if (p.mandatory) fields[`mandatory:${p.code}`] = 'ya'
      if (p.windowMonths) fields[`window:${p.code}`] = String(p.windowMonths)
      if (p.validMonths) fields[`valid:${p.code}`] = String(p.validMonths)
    }
    fields['talent:y'] = numberText(rules.talentWeights.y)
    fields['talent:x'] = numberText(rules.talentWeights.x)
    if (rules.useExpired) fields.useExpired = 'ya'
    if (rules.decideWhenCertain) fields.decideWhenCertain = 'ya'
  } else if (section === 'cuts')
    for (const key of ['x', 'y'] as const) {
      const { label, cuts, levels, ranking } = rules.axes[key]
      fields[`axis:${key}`] = label
      cuts.forEach((cut, i) => {
        fields[`cut:${key}:${i}`] = numberText(cut)
      })
      levels.forEach((level, i) => {
        fields[`level:${key}:${i}`] = level
      })
      fields[`method:${key}`] = ranking ? 'rank' : 'cut'
      if (ranking) {
        fields[`within:${key}`] = ranking.within
        fields[`least:${key}`] = String(ranking.leastPeople)
        ranking.percents.forEach((p, i) => {
          fields[`percent:${key}:${i}`] = numberText(p)
        })
      }
    }
  else if (section === 'boxes') {
    for (const box of rules.boxes.boxes) {
      fields[`name:${box.number}`] = box.name
      fields[`treatments:${box.number}`] = box.treatments.join('\n')
    }
  } else {
    const part = rules.parts.find(p => `rubric:${p.code}` === section)
    if (part?.rubric.kind === 'mean')
      for (const p of part.rubric.of) Object.assign(fields, simpleFields(p.rubric, `${part.code}.${p.code}`))
    else if (part) Object.assign(fields, simpleFields(part.rubric, part.code))
  }
  return fields
}

/** Every section of a policy, in the order of the editor. */
export const sectionsOf = (rules: PolicyRules): Section[] => [
  'weights',
  'cuts',
  ...rules.parts.map((p): Section => `rubric:${p.code}`),
  'boxes',
]
