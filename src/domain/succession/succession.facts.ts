import { isKnown } from '#core/figure/figure.ts'
import { ageOn, type Day } from '#core/values/day.ts'
import { type CareerRow, monthsInFamily, monthsInTiers } from '#domain/workforce/career/career.model.ts'
import { educationWord } from '#domain/workforce/professionality-index/professionality-index.model.ts'
import { byNip, type FactAppraisal, type FactPerson, type FactSanction } from '#domain/workforce/workforce.facts.ts'
import { evaluateEligibility, treeFor, type Verdict } from './eligibility/eligibility.model.ts'
import { eligibilityRules } from './eligibility/eligibility.rules.ts'
import type { RequirementNode } from './eligibility/requirement.model.ts'

export type FactCareer = CareerRow & { nip: string }

export type EligibilityFact = {
  nip: string
  nama: string
  target: string
  hasil: 'memenuhi' | 'tidak memenuhi' | 'belum dapat dinilai'
  syarat: Record<string, boolean | null>
  rincian: Record<string, number | null>
}

const words: Record<Verdict, EligibilityFact['hasil']> = {
  ya: 'memenuhi',
  tidak: 'tidak memenuhi',
  belumDiketahui: 'belum dapat dinilai',
}

/** Months that the detail of a target names, by the tiers its tree asks for. */
const monthsNamed: Record<string, string> = {
  Administrator: 'bulan_administrator',
  'JF Ahli Madya': 'bulan_jf_madya',
  Pengawas: 'bulan_pengawas',
  'JF Ahli Muda': 'bulan_jf_muda',
  Pelaksana: 'bulan_pelaksana',
}

const tierLeaves = (node: RequirementNode): string[][] =>
  node.kind === 'leaf'
    ? node.test === 'tier-months'
      ? [node.tiers]
      : []
    : node.kind === 'not'
      ? tierLeaves(node.of)
      : node.of.flatMap(tierLeaves)

/** Does each person meet each target's requirements? `family`: the field of work of the target post. */
export const eligibilities = (
  input: {
    people: readonly FactPerson[]
    /** Null: no position history has come in. */
    careers: readonly FactCareer[] | null
    appraisals: readonly FactAppraisal[]
    sanctions: readonly FactSanction[] | null
  },
  targets: readonly { target: string; family: string | null }[],
  asOf: Day,
): EligibilityFact[] => {
  const { body: rules, reference: ruleSet } = eligibilityRules.on(asOf)
  const careers = input.careers === null ? null : byNip(input.careers)
  const appraisals = byNip(input.appraisals)
  const sanctions = input.sanctions === null ? null : byNip(input.sanctions)
  return targets.flatMap(({ target, family }) => {
    const root = treeFor(target, rules)
    if (root === null) return []
    return input.people.map(p => {
      const rows = careers === null ? null : (careers.get(p.nip) ?? null)
      const result = evaluateEligibility(
        root,
        {
          employment: p.employment,
          education: educationWord(p.education),
          rank: p.rank,
          birthOn: p.birthOn,
          tier: p.tier,
          careers: rows,
          trainings: null,
          ratings: Object.fromEntries((appraisals.get(p.nip) ?? []).map(a => [a.year, a.rating])),
          sanctions: sanctions === null ? null : (sanctions.get(p.nip) ?? []),
          box: null,
        },
        { rules, ruleSet, asOf, family },
      )
      const months = tierLeaves(root).map(tiers => {
        const figure = monthsInTiers(rows, tiers, asOf)
        return [
          tiers.length === 1 ? (monthsNamed[tiers[0]] ?? `bulan_${tiers[0]}`) : 'bulan_jf_setingkat',
          isKnown(figure) ? figure.value : null,
        ] as const
      })
      const related = family === null ? null : monthsInFamily(rows, family, asOf)
      return {
        nip: p.nip,
        nama: p.name,
        target,
        hasil: words[result.verdict],
        syarat: Object.fromEntries(result.explanation.children.map(c => [c.label, c.answer])),
        rincian: {
          ...Object.fromEntries(months),
          ...(related === null
            ? {}
            : {
                bulan_bidang_terkait: isKnown(related) ? related.value : null,
                usia: p.birthOn === null ? null : ageOn(p.birthOn, asOf),
              }),
        },
      }
    })
  })
}
