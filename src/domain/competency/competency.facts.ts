import { type Figure, isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { byNip, type FactPerson } from '#domain/workforce/workforce.facts.ts'
import { isExpired, jobPersonMatch, latestOn, type MeasuredLevel } from './assessment/assessment.model.ts'
import { assessmentRules } from './assessment/assessment.rules.ts'

/** One assessment: level reached and the standard it was measured against, by competency code. */
export type FactAssessment = {
  nip: string
  assessedOn: Day
  levels: Record<string, { standard: number | null; reached: number | null }>
}

/** The standard of a post by its title: level by competency code; null where the document is silent. */
export type FactStandard = { title: string; levels: Record<string, number | null> }

const round = (value: number) => Math.round(value * 100) / 100
const rounded = (figure: Figure<number>) => (isKnown(figure) ? round(figure.value) : null)

const measured = (assessment: FactAssessment): MeasuredLevel[] =>
  Object.entries(assessment.levels).flatMap(([code, l]) =>
    l.standard === null ? [] : [{ code, name: code, level: l.reached, standard: l.standard }],
  )

export type JpmFact = {
  nip: string
  nama: string
  tanggal: string
  kedaluwarsa: boolean
  total_capaian: number | null
  total_standar: number
  jpm: number | null
  jpm_maks_100: number | null
  jpm_dibatasi_per_kompetensi: number | null
  kategori_pengisian: string | null
  kategori_pemetaan: string | null
}

/** JPM of each person's newest assessment, plain, with the total capped, and capped per competency. */
export const jobPersonMatches = (
  people: readonly FactPerson[],
  assessments: readonly FactAssessment[],
  asOf: Day,
): JpmFact[] => {
  const { body: rules, reference: ruleSet } = assessmentRules.on(asOf)
  const held = byNip(assessments)
  return people.flatMap(p => {
    const latest = latestOn(held.get(p.nip) ?? [], asOf)
    if (!latest) return []
    const levels = measured(latest)
    const context = { rules, ruleSet, asOf }
    const plain = { ...context, capPerCompetency: false, capTotal: false }
    const filling = jobPersonMatch(levels, 'pengisian', plain)
    const mapping = jobPersonMatch(levels, 'pemetaan', plain)
    const [achieved, standard] = filling.jpm.parts
    return [
      {
        nip: p.nip,
        nama: p.name,
        tanggal: latest.assessedOn,
        kedaluwarsa: isExpired(latest.assessedOn, asOf, rules),
        total_capaian: isKnown(achieved) ? Number(achieved.value) : null,
        total_standar: Number(standard.value),
        jpm: rounded(filling.jpm),
        jpm_maks_100: rounded(jobPersonMatch(levels, 'pemetaan', { ...plain, capTotal: true }).jpm),
        jpm_dibatasi_per_kompetensi: rounded(
          jobPersonMatch(levels, 'pemetaan', { ...plain, capPerCompetency: true }).jpm,
        ),
        kategori_pengisian: filling.category.value,
        kategori_pemetaan: mapping.category.value,
      },
    ]
  })
}

export type GapFact = {
  nip: string
  nama: string
  jabatan: string | null
  /** Levels missing by code; null: the level or the standard is not known. Met competencies are left out. */
  kesenjangan: Record<string, number | null>
  total: number | null
}

const key = (title: string) => title.toLowerCase().replace(/\s+/g, ' ').trim()

/** What each person with a valid assessment lacks for the own post's standard. */
export const competencyGaps = (
  input: { people: readonly FactPerson[]; assessments: readonly FactAssessment[]; standards: readonly FactStandard[] },
  asOf: Day,
): GapFact[] => {
  const { body: rules, reference: ruleSet } = assessmentRules.on(asOf)
  const held = byNip(input.assessments)
  const standards = new Map(input.standards.map(s => [key(s.title), s]))
  return input.people.flatMap(p => {
    const latest = latestOn(held.get(p.nip) ?? [], asOf)
    const standard = p.title === null ? undefined : standards.get(key(p.title))
    if (!latest || !standard || isExpired(latest.assessedOn, asOf, rules)) return []
    const asked = Object.entries(standard.levels).filter(([code]) => Object.hasOwn(latest.levels, code))
    const levels = asked.flatMap(([code, level]): MeasuredLevel[] =>
      level === null ? [] : [{ code, name: code, standard: level, level: latest.levels[code].reached }],
    )
    const gaps = jobPersonMatch(levels, 'pemetaan', { rules, ruleSet, asOf }).gaps
    const silent = asked.filter(([, level]) => level === null).map(([code]) => [code, null] as const)
    const open = gaps.map(g => [g.code, isKnown(g.gap) ? g.gap.value : null] as const)
    const isWhole = silent.length === 0 && open.every(([, gap]) => gap !== null)
    return [
      {
        nip: p.nip,
        nama: p.name,
        jabatan: p.title,
        kesenjangan: Object.fromEntries([...open.filter(([, gap]) => gap !== 0), ...silent]),
        total: isWhole ? open.reduce((all, [, gap]) => all + Number(gap), 0) : null,
      },
    ]
  })
}
