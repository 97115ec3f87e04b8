import type { Source } from '#core/figure/figure.ts'
import { ratio, record, sum, validity } from '#core/figure/mechanisms.ts'
import { formatDay } from '#core/text/format.ts'
import { type Day, wholeMonthsBetween, yearOf } from '#core/values/day.ts'
import { type FeedbackFigures, type FeedbackRules, feedbackThatCounts } from '../feedback/feedback.model.ts'
import type { EvidenceRecord } from './part.model.ts'
import type { TalentInputs } from './score.model.ts'

/** What the register holds of one person for the score: rows as they are, nothing judged yet. */
export type PersonRecords = {
  employeeId: string
  educationLevel: string | null
  educationField: string | null
  isFieldMatching: boolean | null
  positionSince: Day | null
  appraisals: { id: string; year: number; rating: string }[]
  awards: { id: string; level: string; name: string; awardedOn: Day }[]
  teamRoles: { id: string; role: string; reach: string; name: string; startsOn: Day }[]
  feedback: { id: string; year: number; rating: string }[]
  /** Closed rounds of 360 degree feedback with their figures; a year with too few raters is there, unknown. */
  rounds?: {
    rules: Pick<FeedbackRules, 'precedence' | 'importFillsIncomplete'> | null
    results: {
      id: string
      year: number
      closedOn: Day
      blocks: readonly unknown[]
      rating: FeedbackFigures['rating']
    }[]
  }
  assessments: {
    id: string
    assessedOn: Day
    validUntil: Day
    potential: number | null
    levels: { code: string; name: string; level: number | null; standard: number | null }[]
  }[]
  /** Values fit, 1-4; read only by a rule set that gives it weight. */
  values?: { id: string; year: number; openedOn: Day; meanStep: number }[]
  /** Scarce technical competencies whose level is known; read only by a rule set that gives them weight. */
  scarce?: { name: string; level: number; isReached: boolean; kind: string; id: string; on: Day }[]
  trainings: { id: string; name: string; endsOn: Day; jp: number; isVerified: boolean }[]
  careers: { id: string; positionName: string; unitName: string | null; assignment: string; startsOn: Day }[]
  sanctions: { id: string; level: string; name: string; startsOn: Day; endsOn: Day | null }[]
  /** Newest dated check per subject: "none" is known only after somebody looked. */
  checks: Partial<Record<'award' | 'team-role' | 'discipline' | 'field-match', { id: string; on: Day; by: string }>>
}

const education: [RegExp, string][] = [
  [/^s-?3|doktor/i, 'S3'],
  [/^s-?2|magister|spesialis|profesi/i, 'S2'],
  [/^s-?1|^d-?(iv|4)\b|sarjana/i, 'S1/D-IV'],
  [/^d-?(iii|3)\b/i, 'D-III'],
  [/^d-?(ii|i|2|1)\b|^sl?ta|^sma|^smk|^ma\b/i, 'SLTA'],
]

const awardWords: Record<string, string> = {
  international: 'Internasional',
  national: 'Nasional',
  'inter-agency': 'Lintas instansi',
  agency: 'Instansi',
}
const assignmentWords: [RegExp, string][] = [
  [/^pj/i, 'Pj Kepala Daerah'],
  [/^plt/i, 'Plt setara'],
  [/^plh/i, 'Plh setara'],
]
const sanctionWords: Record<string, string> = { ringan: 'Ringan', sedang: 'Sedang', berat: 'Berat' }

const one = (value: string | number | null, source: Source): EvidenceRecord => ({ value, source })
const checkSource = (check: { id: string; on: Day; by: string }): Source => ({
  kind: 'workforce.record-check',
  id: check.id,
  label: `Diperiksa ${check.by}`,
  on: check.on,
})

/**
 * What speaks for the 360: results of files and of the agency's own rounds, one a year by the rules of precedence.
 * Both speak for the end of their year; a round with too few raters stays unknown and says who must answer.
 */
const feedbackRecords = (p: PersonRecords): EvidenceRecord[] | null => {
  const results = p.rounds?.results ?? []
  const { imported, rounds } = feedbackThatCounts(
    p.rounds?.rules ?? { precedence: ['round', 'import'], importFillsIncomplete: false },
    { imported: p.feedback, rounds: results },
  )
  const records = [
    ...imported.map(f =>
      one(f.rating, {
        kind: 'talent.feedback-360',
        id: f.id,
        label: `Umpan balik 360° ${f.year}, ${f.rating}`,
        on: `${f.year}-12-31` as Day,
      }),
    ),
    ...rounds.map(r => ({
      value: r.rating.value ?? null,
      source: {
        kind: 'talent.feedback-result',
        id: r.id,
        label: `Putaran umpan balik 360° ${r.year}${r.rating.value === null ? ', belum cukup penilai' : `, ${r.rating.value}`}`,
        // A round of the year that is still running speaks from the day it was closed.
        on: (r.closedOn < `${r.year}-12-31` ? r.closedOn : `${r.year}-12-31`) as Day,
      },
      figure: r.rating,
    })),
  ]
  return records.length > 0 ? records : null
}

/** JPM of one assessment: reached over standard in percent; any competency not measured leaves it unknown. */
const jpmOf = (a: PersonRecords['assessments'][number], asOf: Day) => {
  const source: Source = {
    kind: 'competency.assessment',
    id: a.id,
    label: `Penilaian kompetensi ${formatDay(a.assessedOn)}`,
    on: a.assessedOn,
    validUntil: a.validUntil,
  }
  const leaf = (label: string, value: number | null) =>
    record<number>({ label, unit: 'level', asOf, value, sources: [source] })
  const inStandard = a.levels.filter(l => l.standard !== null)
  return validity<number>({
    label: `JPM, berlaku sampai ${formatDay(a.validUntil)}`,
    unit: 'percent',
    digits: 2,
    asOf,
    until: a.validUntil,
    sources: [source],
    needs:
      asOf > a.validUntil
        ? [{ what: 'penilaian kompetensi yang masih berlaku', who: 'penyelenggara penilaian kompetensi' }]
        : [],
    of: ratio({
      label: 'Jumlah level dicapai terhadap standar',
      unit: 'percent',
      asOf,
      factor: 100,
      of: sum({ label: 'Level dicapai', unit: 'level', asOf, parts: inStandard.map(l => leaf(l.name, l.level)) }),
      to: sum({ label: 'Level standar', unit: 'level', asOf, parts: inStandard.map(l => leaf(l.name, l.standard)) }),
    }),
  })
}

/**
 * The person's records in the words of the rubrics (rules/talent/score.yaml). Nothing is filled in:
 * what the register does not hold stays unknown, and "none" needs a dated check.
 */
export const talentInputsOf = (p: PersonRecords, asOf: Day): TalentInputs => {
  const newest = [...p.assessments].sort((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1))[0]
  const level = p.educationLevel
    ? (education.find(([pattern]) => pattern.test(p.educationLevel!.trim()))?.[1] ?? null)
    : null
  const self: Source = { kind: 'workforce.employee', id: p.employeeId, label: 'Data utama pegawai' }
  const units = [...new Set(p.careers.map(c => c.unitName).filter(u => u !== null))]
  const careerSource = p.careers[0]
    ? { kind: 'workforce.career', id: p.careers[0].id, label: `Riwayat jabatan, ${p.careers.length} catatan` }
    : null
  return {
    predikat: {
      records:
        p.appraisals.length > 0
          ? p.appraisals
              .filter(a => a.year < yearOf(asOf) || asOf.slice(5) === '12-31')
              .map(a =>
                one(a.rating, {
                  kind: 'workforce.appraisal',
                  id: a.id,
                  label: `SKP ${a.year}, ${a.rating}`,
                  on: `${a.year}-12-31` as Day,
                }),
              )
          : null,
    },
    penghargaan: {
      records: p.awards
        .filter(a => awardWords[a.level])
        .map(a => one(awardWords[a.level], { kind: 'workforce.award', id: a.id, label: a.name, on: a.awardedOn })),
      verifiedOn: p.checks.award?.on ?? null,
      verification: p.checks.award ? checkSource(p.checks.award) : undefined,
    },
    tim: {
      records: p.teamRoles.map(t =>
        one(`${t.role === 'chair' ? 'Ketua' : 'Anggota'} ${t.reach === 'internal' ? 'internal' : 'lintas instansi'}`, {
          kind: 'workforce.team-role',
          id: t.id,
          label: t.name,
          on: t.startsOn,
        }),
      ),
      verifiedOn: p.checks['team-role']?.on ?? null,
      verification: p.checks['team-role'] ? checkSource(p.checks['team-role']) : undefined,
    },
    u360: { records: feedbackRecords(p) },
    nilai: {
      records: p.values?.length
        ? p.values.map(v =>
            one(v.meanStep, {
              kind: 'talent.value-result',
              id: v.id,
              label: `Penilaian nilai BerAKHLAK ${v.year}`,
              on: v.openedOn,
            }),
          )
        : null,
    },
    // One for each that reaches the level asked, zero for each that is known to fall short.
    langka: {
      records: p.scarce?.length
        ? p.scarce.map(s =>
            one(s.isReached ? 1 : 0, { kind: s.kind, id: s.id, label: `${s.name}, level ${s.level}`, on: s.on }),
          )
        : null,
    },
    jpm: newest ? { figure: jpmOf(newest, asOf) } : undefined,
    potensi: newest
      ? {
          records: [
            one(newest.potential, {
              kind: 'competency.assessment',
              id: newest.id,
              label: `Penilaian potensi ${formatDay(newest.assessedOn)}`,
              on: newest.assessedOn,
              validUntil: newest.validUntil,
            }),
          ],
        }
      : undefined,
    bangkom: {
      records: p.trainings
        .filter(t => yearOf(t.endsOn) === yearOf(asOf) && t.isVerified)
        .map(t => one(t.jp, { kind: 'workforce.training', id: t.id, label: t.name, on: t.endsOn })),
    },
    'pengalaman.lama': {
      records: p.positionSince
        ? [
            one(Math.floor(wholeMonthsBetween(p.positionSince, asOf) / 12), {
              ...self,
              label: `Dalam jabatan sejak ${p.positionSince ? formatDay(p.positionSince) : ''}`,
              on: null,
            }),
          ]
        : null,
    },
    'pengalaman.keragaman': {
      records:
        careerSource && units.length > 0
          ? [one(units.length > 1 ? 'Lintas unit kerja' : 'Satu unit', careerSource)]
          : null,
    },
    'pengalaman.nondefinitif': careerSource
      ? {
          records: p.careers.flatMap(c => {
            const word = assignmentWords.find(([pattern]) => pattern.test(c.assignment))?.[1]
            return word
              ? [
                  one(word, {
                    kind: 'workforce.career',
                    id: c.id,
                    label: `${c.assignment} ${c.positionName}`,
                    on: c.startsOn,
                  }),
                ]
              : []
          }),
          verifiedOn: asOf,
          verification: careerSource,
        }
      : undefined,
    pendidikan: {
      records: level
        ? [
            one(level, {
              ...self,
              label: `Pendidikan ${p.educationLevel}${p.educationField ? ` ${p.educationField}` : ''}`,
            }),
          ]
        : null,
    },
    bidang: {
      records:
        p.isFieldMatching === null
          ? null
          : [one(p.isFieldMatching ? 'Sesuai' : 'Tidak sesuai', { ...self, label: 'Kesesuaian bidang ilmu' })],
    },
    disiplin: {
      records: p.sanctions.map(s =>
        one(s.endsOn === null || s.endsOn >= asOf ? 'Sedang menjalani' : (sanctionWords[s.level] ?? null), {
          kind: 'workforce.sanction',
          id: s.id,
          label: `Hukuman disiplin ${s.level}`,
          on: s.startsOn,
        }),
      ),
      verifiedOn: p.checks.discipline?.on ?? null,
      verification: p.checks.discipline ? checkSource(p.checks.discipline) : undefined,
    },
  }
}

/** A strength and one thing to practise, from the newest valid assessment; null when there is none to speak from. */
export const developmentMessage = (p: PersonRecords, asOf: Day): { strength: string; practice: string } | null => {
  const valid = p.assessments
    .filter(a => a.validUntil >= asOf)
    .sort((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1))[0]
  const measured = (valid?.levels ?? []).filter(l => l.level !== null && l.standard !== null)
  if (measured.length < 2) return null
  const sorted = [...measured].sort(
    (a, b) => b.level! - b.standard! - (a.level! - a.standard!) || (a.code < b.code ? -1 : 1),
  )
  return { strength: sorted[0].name, practice: sorted[sorted.length - 1].name }
}
