import { type Figure, isKnown, type RuleReference, type Source } from '#core/figure/figure.ts'
import { band, lookup, record, sum } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import type { TrainingRecord } from '../training/jp-ledger.model.ts'

export type IndexGroup = 'struktural' | 'jf' | 'pelaksana'

export type IndexRules = {
  qualification: Record<string, number>
  competency: Record<IndexGroup, { leadership: number; technical: number; seminar: number }>
  technicalJp: number
  technicalMonths: number
  seminarMonths: number
  technicalForms: string[]
  seminarForms: string[]
  leadershipForms: string[]
  functionalForms: string[]
  leadershipByTier: Record<string, string[]>
  treatedAsTrained: string[]
  performance: Record<string, number>
  discipline: Record<string, number>
  disciplineMonths: number
  categories: { cuts: number[]; values: string[] }
}

/** What the index looks at; null is unknown, with the record it came from where there is one. */
export type IndexInputs = {
  /** In the rule's words: S3, S2, S1/D-IV, D-III, SLTA/D-I/D-II, Di bawah SLTA. */
  education: string | null
  group: IndexGroup
  /** Leadership (struktural) or functional training (JF) held. */
  leadershipTraining: boolean | null
  /** Has technical training of at least the rule's JP within its months. */
  technicalJp: number | null
  seminarCount: number | null
  rating: string | null
  /** Worst sanction in the window: tidak pernah, ringan, sedang, berat. */
  discipline: string | null
  sources?: Partial<Record<'education' | 'leadership' | 'technical' | 'seminar' | 'rating' | 'discipline', Source[]>>
}

export type ProfessionalityIndex = {
  total: Figure<number>
  parts: {
    qualification: Figure<number>
    competency: Figure<number>
    performance: Figure<number>
    discipline: Figure<number>
  }
  category: Figure<string>
  /** Points of 100 whose inputs are known. */
  completeness: number
  /** What each item still missing would add, largest first. */
  nextBest: { item: 'leadership' | 'technical' | 'seminar'; label: string; points: number }[]
}

const yesNo = (yes: number): Record<string, number> => ({ true: yes, false: 0 })

/** Indeks Profesionalitas ASN: qualification 25, competency 40, performance 30, discipline 5. An unknown part leaves bounds. */
export const ipAsn = (
  inputs: IndexInputs,
  context: { rules: IndexRules; ruleSet: RuleReference; asOf: Day; ref?: string | null },
): ProfessionalityIndex => {
  const { rules, asOf } = context
  const points = rules.competency[inputs.group]
  const leaf = <V extends string | boolean>(
    key: keyof NonNullable<IndexInputs['sources']>,
    label: string,
    value: V | null,
    who: string,
  ) =>
    record<V>({
      label,
      unit: typeof value === 'boolean' ? 'yes-no' : 'text',
      asOf,
      value,
      sources: inputs.sources?.[key] ?? [],
      needs: value === null ? [{ what: label.toLowerCase(), who }] : [],
    })
  const score = (path: string, label: string, of: Figure, table: Record<string, number>) =>
    lookup<number>({ label, unit: 'points', digits: 1, asOf, ruleSet: at(context.ruleSet, path), of, table })
  const training = 'pengelola bangkom'
  const leadershipName = inputs.group === 'jf' ? 'Pelatihan fungsional' : 'Pelatihan kepemimpinan'
  const competencyParts = {
    leadership: score(
      `competency.${inputs.group}.leadership`,
      leadershipName,
      leaf('leadership', leadershipName, points.leadership === 0 ? false : inputs.leadershipTraining, training),
      yesNo(points.leadership),
    ),
    technical: score(
      `competency.${inputs.group}.technical`,
      `Pelatihan teknis ${rules.technicalJp} JP`,
      leaf(
        'technical',
        'Pelatihan teknis',
        inputs.technicalJp === null ? null : inputs.technicalJp >= rules.technicalJp,
        training,
      ),
      yesNo(points.technical),
    ),
    seminar: score(
      `competency.${inputs.group}.seminar`,
      'Seminar',
      leaf('seminar', 'Seminar', inputs.seminarCount === null ? null : inputs.seminarCount > 0, training),
      yesNo(points.seminar),
    ),
  }
  const parts = {
    qualification: score(
      'qualification',
      'Kualifikasi',
      leaf('education', 'Pendidikan', inputs.education, 'pengelola kepegawaian'),
      rules.qualification,
    ),
    competency: sum({
      label: 'Kompetensi',
      unit: 'points',
      digits: 1,
      asOf,
      ruleSet: at(context.ruleSet, `competency.${inputs.group}`),
      parts: Object.values(competencyParts),
    }),
    performance: score(
      'performance',
      'Kinerja',
      leaf('rating', 'Predikat kinerja', inputs.rating, 'pejabat penilai kinerja'),
      rules.performance,
    ),
    discipline: score(
      'discipline',
      'Disiplin',
      leaf('discipline', 'Riwayat disiplin', inputs.discipline, 'pengelola disiplin'),
      rules.discipline,
    ),
  }
  const total = sum({
    ref: context.ref,
    label: 'IP ASN',
    unit: 'points',
    digits: 1,
    cuts: rules.categories.cuts,
    asOf,
    ruleSet: context.ruleSet,
    parts: Object.values(parts),
  })
  const most = (table: Record<string, number>) => Math.max(...Object.values(table))
  const weights: [Figure<number>, number][] = [
    [parts.qualification, most(rules.qualification)],
    [parts.performance, most(rules.performance)],
    [parts.discipline, most(rules.discipline)],
    [competencyParts.leadership, points.leadership],
    [competencyParts.technical, points.technical],
    [competencyParts.seminar, points.seminar],
  ]
  return {
    total,
    parts,
    category: band<string>({
      label: 'Kategori IP ASN',
      unit: 'text',
      of: total,
      cuts: rules.categories.cuts,
      values: rules.categories.values,
      asOf,
      ruleSet: at(context.ruleSet, 'categories'),
    }),
    completeness: weights.reduce((all, [figure, weight]) => all + (isKnown(figure) ? weight : 0), 0) / 100,
    nextBest: (['leadership', 'technical', 'seminar'] as const)
      .map(item => ({
        item,
        label: competencyParts[item].label,
        points: points[item] - (isKnown(competencyParts[item]) ? Number(competencyParts[item].value) : 0),
      }))
      .filter(n => n.points > 0)
      .sort((a, b) => b.points - a.points),
  }
}

/** The rule's word for an education level as written: `S-1` → `S1/D-IV`; null for one it does not know. */
export const educationWord = (written: string | null): string | null => {
  const text = (written ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (text === '') return null
  if (/^(S3|SP2|SPESIALIS2)/.test(text)) return 'S3'
  if (/^(S2|PROFESI2|SPESIALIS)/.test(text)) return 'S2'
  if (/^(S1|DIV|D4|PROFESI|SARJANA)/.test(text)) return 'S1/D-IV'
  if (/^(DIII|D3|DIPLOMA3)/.test(text)) return 'D-III'
  if (/^(DII|DI|D2|D1|SLTA|SMA|SMK|SMU|MA)/.test(text)) return 'SLTA/D-I/D-II'
  if (/^(SD|SLTP|SMP|MTS)/.test(text)) return 'Di bawah SLTA'
  return null
}

export const indexGroupOf = (tier: string | null): IndexGroup | null =>
  tier === null ? null : tier.startsWith('JF') ? 'jf' : tier === 'Pelaksana' ? 'pelaksana' : 'struktural'

/** What a person's training records say for the index on a day: windows by months, end date decides. */
export const trainingForIndex = (
  trainings: readonly TrainingRecord[] | null,
  person: { id?: string; tier: string | null; title: string | null },
  rules: IndexRules,
  asOf: Day,
): Pick<IndexInputs, 'leadershipTraining' | 'technicalJp' | 'seminarCount' | 'sources'> => {
  if (trainings === null) return { leadershipTraining: null, technicalJp: null, seminarCount: null }
  const done = trainings.filter(
    t => t.endsOn !== null && t.endsOn <= asOf && t.certificate && t.verification !== 'rejected',
  )
  const same = (forms: string[]) => (t: TrainingRecord) =>
    forms.some(f => f.toLowerCase() === (t.form ?? '').toLowerCase())
  const since = (months: number) => (t: TrainingRecord) => (t.endsOn ?? '') > addMonths(asOf, -months)
  const technical = done
    .filter(same(rules.technicalForms))
    .filter(since(rules.technicalMonths))
    .sort((a, b) => (b.jp ?? 0) - (a.jp ?? 0))
  const seminars = done.filter(same(rules.seminarForms)).filter(since(rules.seminarMonths))
  const group = indexGroupOf(person.tier)
  const title = (person.title ?? '').toLowerCase()
  const matching = done.filter(t =>
    group === 'jf'
      ? same(rules.functionalForms)(t)
      : same(rules.leadershipForms)(t) &&
        (rules.leadershipByTier[person.tier ?? ''] ?? []).some(w => t.name.toLowerCase().includes(w.toLowerCase())),
  )
  const isTreated = group === 'jf' && rules.treatedAsTrained.some(w => title.startsWith(w.toLowerCase()))
  // Where the register holds none, the person's register itself is what was read.
  const sources = (list: TrainingRecord[]): Source[] =>
    list.length === 0 && person.id !== undefined
      ? [{ kind: 'workforce.employee', id: person.id, label: 'Riwayat pelatihan' }]
      : list.map(t => ({ kind: 'workforce.training', id: t.id, label: t.name, on: t.endsOn }))
  return {
    leadershipTraining: isTreated || matching.length > 0,
    technicalJp: technical[0]?.jp ?? 0,
    seminarCount: seminars.length,
    sources: { leadership: sources(matching), technical: sources(technical.slice(0, 1)), seminar: sources(seminars) },
  }
}
