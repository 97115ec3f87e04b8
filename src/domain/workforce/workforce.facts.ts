import { isKnown } from '#core/figure/figure.ts'
import { addMonths, type Day, yearOf } from '#core/values/day.ts'
import {
  educationWord,
  type IndexInputs,
  indexGroupOf,
  ipAsn,
  trainingForIndex,
} from './professionality-index/professionality-index.model.ts'
import { indexRules } from './professionality-index/professionality-index.rules.ts'
import { retirementOf } from './retirement/retirement.model.ts'
import { retirementRules } from './retirement/retirement.rules.ts'
import { jpLedger, reasonAgainst, type TrainingRecord } from './training/jp-ledger.model.ts'
import { jpRules } from './training/training.rules.ts'

/** A person as the facts need one; unknown is null. `name` without degrees. */
export type FactPerson = {
  nip: string
  name: string
  employment: string
  birthOn: Day | null
  title: string | null
  tier: string | null
  /** As written: S-1, D-III. */
  education: string | null
  /** Golongan: IV/b. */
  rank: string | null
}

export type FactTraining = TrainingRecord & { nip: string }
export type FactAppraisal = { nip: string; year: number; rating: string | null }
/** Severity in small letters: ringan, sedang, berat. */
export type FactSanction = { nip: string; level: string; from: Day; until: Day | null; id?: string }

/** Rows by NIP, in their order. */
export const byNip = <T extends { nip: string }>(rows: readonly T[]): Map<string, T[]> => {
  const map = new Map<string, T[]>()
  for (const row of rows) {
    const list = map.get(row.nip)
    if (list) list.push(row)
    else map.set(row.nip, [row])
  }
  return map
}

/** Accepted people by employment status. */
export const statusCounts = (people: readonly FactPerson[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const p of people) counts[p.employment] = (counts[p.employment] ?? 0) + 1
  return counts
}

export type RetirementFact = { nip: string; nama: string; tmt_pensiun: string; bup: number; jabatan: string | null }

/** Who retires after the day and not later than twelve months on, soonest first. */
export const retiringWithinYear = (people: readonly FactPerson[], asOf: Day): RetirementFact[] => {
  const { body: rules, reference: ruleSet } = retirementRules.on(asOf)
  const until = addMonths(asOf, 12)
  return people
    .flatMap(p => {
      const { startsOn, age } = retirementOf({ ...p, id: p.nip }, { rules, ruleSet, asOf })
      return isKnown(startsOn) && isKnown(age) && startsOn.value > asOf && startsOn.value <= until
        ? [{ nip: p.nip, nama: p.name, tmt_pensiun: startsOn.value, bup: age.value, jabatan: p.title }]
        : []
    })
    .sort((a, b) => a.tmt_pensiun.localeCompare(b.tmt_pensiun) || a.nip.localeCompare(b.nip))
}

export type JpFact = {
  nip: string
  nama: string
  jp: number
  target: number | null
  tercatat_tetapi_tidak_dihitung: number
}

/**
 * JP of the year of the day, per person, and how many records of any year do not count: without certificate or JP,
 * or refused when they came in (`refused`: the NIP such a row names, one for each row).
 */
export const jpOfYear = (
  people: readonly FactPerson[],
  trainings: readonly FactTraining[],
  refused: readonly string[],
  asOf: Day,
): JpFact[] => {
  const { body: rules, reference: ruleSet } = jpRules.on(asOf)
  const held = byNip(trainings)
  return people.map(p => {
    const own = held.get(p.nip) ?? []
    const ledger = jpLedger(own, { id: p.nip, employment: p.employment }, yearOf(asOf), {
      rules,
      ruleSet,
      asOf,
    })
    return {
      nip: p.nip,
      nama: p.name,
      jp: Number(ledger.counted.value),
      target: ledger.target,
      tercatat_tetapi_tidak_dihitung:
        own.filter(t => reasonAgainst(t, rules) !== null).length + refused.filter(nip => nip === p.nip).length,
    }
  })
}

export type IndexFact = {
  nip: string
  nama: string
  kelompok: string
  kualifikasi: number | null
  kompetensi: number | null
  kinerja: number | null
  disiplin: number | null
  total: number | null
  kategori: string | null
}

/** The professionality index per person with a post; null where an input is unknown. An agency's sanction list counts as complete. */
export const professionalityIndices = (
  input: {
    people: readonly FactPerson[]
    trainings: readonly FactTraining[]
    appraisals: readonly FactAppraisal[]
    sanctions: readonly FactSanction[] | null
  },
  asOf: Day,
): IndexFact[] => {
  const { body: rules, reference: ruleSet } = indexRules.on(asOf)
  const trainings = byNip(input.trainings)
  const appraisals = byNip(input.appraisals)
  const sanctions = input.sanctions === null ? null : byNip(input.sanctions)
  const since = addMonths(asOf, -rules.disciplineMonths)
  return input.people.flatMap(p => {
    const group = indexGroupOf(p.tier)
    if (group === null) return []
    const held = sanctions?.get(p.nip)?.filter(s => (s.until ?? asOf) >= since && s.from <= asOf) ?? []
    const worst = ['berat', 'sedang', 'ringan'].find(level => held.some(s => s.level === level)) ?? 'tidak pernah'
    const inputs: IndexInputs = {
      education: educationWord(p.education),
      group,
      ...trainingForIndex(trainings.get(p.nip) ?? [], p, rules, asOf),
      rating: appraisals.get(p.nip)?.find(a => a.year === yearOf(asOf) - 1)?.rating ?? null,
      discipline: sanctions === null ? null : worst,
    }
    const index = ipAsn(inputs, { rules, ruleSet, asOf })
    const points = (f: typeof index.total) => (isKnown(f) ? f.value : null)
    return [
      {
        nip: p.nip,
        nama: p.name,
        kelompok: group,
        kualifikasi: points(index.parts.qualification),
        kompetensi: points(index.parts.competency),
        kinerja: points(index.parts.performance),
        disiplin: points(index.parts.discipline),
        total: points(index.total),
        kategori: isKnown(index.category) ? index.category.value : null,
      },
    ]
  })
}
