import type { Day } from '#core/values/day.ts'
import { tierOf } from '#domain/workforce/position/position-tier.ts'
import type { FileJudgement } from '../workbook/contract.ts'
import type { ImportRecord, RecordType } from '../workbook/records.ts'
import { plainName } from '../workbook/value/text.ts'
import type { FactsInput } from './facts.ts'

/** Part codes of the score rules by the importer's keys of the talent sheet. */
const partCodes: Record<string, string> = {
  'x-competency': 'jpm',
  'x-development': 'bangkom',
  'x-experience': 'pengalaman',
  'x-potential': 'potensi',
  'x-education': 'pendidikan',
  'x-field': 'bidang',
  'x-discipline': 'disiplin',
  'y-performance': 'predikat',
  'y-award': 'penghargaan',
  'y-team': 'tim',
  'y-feedback': 'u360',
}

type Of<T extends RecordType> = Extract<ImportRecord, { type: T }>

/** A name without degrees; one written in capitals throughout gets usual capitals. */
export const factName = (name: string): string => {
  const plain = plainName(name)
  return plain === plain.toUpperCase()
    ? plain
        .toLowerCase()
        .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : plain
}

/** Accepted rows of files to the plain records of the facts. A kind of file that did not come stays unknown. */
export const factsInputOf = (judgements: readonly FileJudgement[]): FactsInput => {
  const records: ImportRecord[] = judgements.flatMap(j => j.accepted.map(a => a.record))
  const of = <T extends RecordType>(type: T) => records.filter((r): r is Of<T> => r.type === type)
  const employees = of('employee')
  const names = new Map(employees.map(e => [String(e.nip), factName(e.name)]))
  const careers = of('career')
  const sanctions = of('discipline')
  return {
    people: employees.map(e => ({
      nip: e.nip,
      name: factName(e.name),
      employment: e.status,
      birthOn: e.birthDate,
      title: e.position,
      tier: e.position === null && e.echelonOrTier === null ? null : tierOf(e.position ?? '', e.echelonOrTier),
      education: e.education,
      rank: e.rank,
    })),
    appraisals: of('performance').map(({ nip, year, rating }) => ({ nip, year, rating })),
    assessments: of('assessment').map(({ nip, assessedOn, levels }) => ({ nip, assessedOn, levels })),
    standards: of('position-standard').map(s => ({ title: s.name, levels: s.levels })),
    trainings: of('training').map((t, i) => ({
      id: t.externalId ?? String(i + 1),
      nip: t.nip,
      name: t.name,
      form: t.form ?? t.formWritten,
      certificate: t.certificate,
      startsOn: t.startsOn,
      endsOn: t.endsOn,
      jp: t.jp,
    })),
    refusedTrainings: judgements
      .filter(j => j.kind === 'training')
      .flatMap(j => j.rejected.flatMap(f => (f.nip ? [f.nip] : []))),
    talents: of('talent').map(t => ({
      nip: t.nip,
      name: names.get(t.nip) ?? t.nip,
      parts: Object.fromEntries(Object.entries(t.parts).map(([key, value]) => [partCodes[key] ?? key, value])),
    })),
    careers:
      careers.length === 0
        ? null
        : careers.map(c => ({
            nip: c.nip,
            position: c.position,
            tier: c.tier,
            family: c.family,
            // Unwritten: a row of a list of posts held is a post held.
            assignment: c.assignment ?? 'Definitif',
            from: c.startsOn,
            until: c.endsOn as Day | null,
          })),
    sanctions:
      sanctions.length === 0
        ? null
        : sanctions.flatMap(s =>
            s.severity === null
              ? []
              : [
                  {
                    nip: s.nip,
                    level: s.severity.toLowerCase(),
                    from: s.startsOn,
                    until: s.endsOn,
                    id: s.decree ?? undefined,
                  },
                ],
          ),
  }
}
