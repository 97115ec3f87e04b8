import { isKnown } from '#core/figure/figure.ts'
import { Ask, refuse } from '#core/math/compute-input.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import { asComputeEntries } from '#platform/rules/load-rules.ts'
import { gapIndex, jobPersonMatch, type MeasuredLevel } from './assessment/assessment.model.ts'
import { assessmentRules } from './assessment/assessment.rules.ts'
import { needsReason, potentialScore } from './assessment-centre/assessment-centre.model.ts'
import { centreRules } from './assessment-centre/assessment-centre.rules.ts'
import { evidenceRules } from './evidence/evidence.rules.ts'
import { type EvidenceSource, fuseCompetency } from './evidence/fuse-competency.model.ts'

const topLevel = 5
const dayOf = (ask: Ask) => (ask.nullableDay('asOf') ?? '2026-11-24') as Day
const levelBounds = { min: 0, max: topLevel }

/**
 * Levels against a standard, each a list of numbers in the same order, or objects with `code` matched by it.
 * A level of a competency that the standard does not ask for is left out; one without a level is not known.
 */
const measured = (ask: Ask): MeasuredLevel[] => {
  const isNamed = (name: string) => ask.list(name).some(v => typeof v === 'object' && v !== null)
  const standards = isNamed('standard')
    ? ask.objects('standard', a => ({
        code: a.text('code'),
        standard: a.number(a.has('standard') ? 'standard' : 'level', levelBounds),
      }))
    : ask.numbers('standard', levelBounds).map((standard, i) => ({
        code: ask.has('codes') ? (ask.texts('codes')[i] ?? `K${i + 1}`) : `K${i + 1}`,
        standard,
      }))
  const doubled = standards.find((s, i) => standards.findIndex(t => t.code === s.code) !== i)
  if (doubled) refuse(`Kompetensi "${doubled.code}" ditulis dua kali dalam "standard".`)
  const reached = new Map<string, number | null>()
  if (isNamed('levels'))
    ask.objects('levels', a => {
      const code = a.text('code')
      if (reached.has(code)) refuse(`Kompetensi "${code}" ditulis dua kali dalam "levels".`)
      reached.set(code, a.nullable('level', levelBounds))
    })
  else {
    const levels = ask.list('levels')
    if (levels.length !== standards.length)
      refuse(`Parameter "levels" berisi ${levels.length} level, padahal standarnya ${standards.length}.`)
    levels.forEach((_, i) => {
      reached.set(standards[i].code, new Ask({ level: levels[i] }, `levels[${i}]`).nullable('level', levelBounds))
    })
  }
  return standards.map(s => ({ ...s, name: s.code, level: reached.get(s.code) ?? null }))
}

/** Sources by the code of the rules, and by the words of the methods document. */
const sourceWords: Record<string, EvidenceSource> = {
  asesmen: 'assessment',
  AC: 'assessment',
  CACT: 'assessment',
  uji: 'test',
  ujiKompetensi: 'test',
  sertifikat: 'certificate',
  wawancara: 'interview',
  atasan: 'supervisor',
  penerapan: 'application',
  rekan: 'peer',
  '360': 'peer',
  coach: 'coach',
  diri: 'self',
  belajar: 'learning',
}

const noStandard = {
  status: 'tidakTerdefinisi',
  limits: 'Standar jabatan belum memuat level, sehingga kecocokan tidak dapat dihitung.',
}

/** Domain functions of this room, callable with plain JSON, by the names of the methods document. */
export const competencyCompute = asComputeEntries({
  jobPersonMatch: {
    describe: 'JPM, kategori, kesenjangan, dan cakupan dari level yang dicapai dan standar.',
    example: {
      asOf: '2026-11-24',
      levels: [3, 3, 2],
      standard: [3, 3, 3],
      purpose: 'pengisian',
      capPerCompetency: false,
    },
    fromJson: parameters => {
      const ask = new Ask(parameters)
      const asOf = dayOf(ask)
      const holding = assessmentRules.on(asOf)
      const levels = measured(ask)
      if (levels.reduce((s, l) => s + l.standard, 0) === 0)
        return { ...noStandard, jpm: null, category: null, gaps: [], coverage: null, min: null, max: null, missing: [] }
      const result = jobPersonMatch(
        levels,
        ask.optionalOneOf('purpose', ['pengisian', 'pemetaan'] as const) ?? 'pemetaan',
        {
          rules: holding.body,
          ruleSet: holding.reference,
          asOf,
          capPerCompetency: ask.optionalFlag('capPerCompetency'),
          capTotal: ask.optionalFlag('capTotal'),
        },
      )
      const { jpm } = result
      return {
        status: isKnown(jpm) ? 'ok' : 'sebagian',
        jpm: isKnown(jpm) ? jpm.value : null,
        category: isKnown(result.category) ? result.category.value : null,
        gaps: result.gaps.map(g => (isKnown(g.gap) ? g.gap.value : null)),
        // Shown, never used to pay for a gap elsewhere.
        surplus: levels.map(l => (l.level === null ? null : Math.max(0, l.level - l.standard))),
        coverage: result.coverage.value,
        min: isKnown(jpm) ? jpm.value : (jpm.bounds?.[0] ?? null),
        max: isKnown(jpm) ? jpm.value : (jpm.bounds?.[1] ?? null),
        missing: jpm.needs,
        ruleVersion: holding.reference,
      }
    },
  },
  gapIndex: {
    describe: 'Indeks kesenjangan kompetensi (IKK) neto atau bruto, dan tingkatnya.',
    example: { asOf: '2026-11-24', levels: [5, 2, 2], standard: [3, 3, 3], mode: 'neto' },
    fromJson: parameters => {
      const ask = new Ask(parameters)
      const asOf = dayOf(ask)
      const holding = assessmentRules.on(asOf)
      const levels = measured(ask)
      if (levels.reduce((s, l) => s + l.standard, 0) === 0) return { ...noStandard, ikk: null, band: null }
      const mode = ask.optionalOneOf('mode', ['neto', 'bruto'] as const)
      const result = gapIndex(levels, { rules: holding.body, ruleSet: holding.reference, asOf, mode })
      return {
        status: isKnown(result.ikk) ? 'ok' : 'sebagian',
        ikk: isKnown(result.ikk) ? result.ikk.value : null,
        band: isKnown(result.band) ? result.band.value : null,
        mode: mode ?? holding.body.gapIndex.mode,
        min: isKnown(result.ikk) ? result.ikk.value : (result.ikk.bounds?.[0] ?? null),
        max: isKnown(result.ikk) ? result.ikk.value : (result.ikk.bounds?.[1] ?? null),
        hidesGap: result.hidesGap,
        warning: result.hidesGap ? 'ada kesenjangan yang tertutup kelebihan pada kompetensi lain' : null,
        limits: result.ikk.limits,
        ruleVersion: holding.reference,
      }
    },
  },
  potensiDelapanAspek: {
    describe: 'Potensi 0-100 dari delapan aspek; satu aspek yang belum diketahui hanya memberi rentang.',
    example: { asOf: '2026-11-24', level: [3, 3, 4, 2, 3, 3, 4, 3] },
    fromJson: parameters => {
      const ask = new Ask(parameters)
      const asOf = dayOf(ask)
      const holding = centreRules.on(asOf)
      const { aspects, scale } = holding.body
      const levels = ask.list('level')
      if (levels.length !== aspects.length)
        refuse(`Parameter "level" berisi ${levels.length} angka, padahal aspeknya ${aspects.length}.`)
      const score = potentialScore(
        new Map(
          aspects.map((a, i) => [
            a.code,
            new Ask({ level: levels[i] }, `level[${i}]`).nullable('level', { min: scale.least, max: scale.most }),
          ]),
        ),
        { rules: holding.body, ruleSet: holding.reference, asOf },
      )
      const range = (i: 0 | 1) => (isKnown(score) ? score.value : (score.bounds?.[i] ?? null))
      return {
        status: isKnown(score) ? 'ok' : 'sebagian',
        nilai: isKnown(score) ? score.value : null,
        min: range(0),
        maks: range(1),
        missing: score.needs,
        ruleVersion: holding.reference,
      }
    },
  },
  perluAlasanIntegrasi: {
    describe: 'Perlukah level yang disepakati sidang integrasi disertai alasan.',
    example: { asOf: '2026-11-24', level: [2, 4], sepakat: 3 },
    fromJson: parameters => {
      const ask = new Ask(parameters)
      const levels = ask
        .list('level')
        .map((l, i) => new Ask({ level: l }, `level[${i}]`).nullable('level', levelBounds))
      const alasan = needsReason(levels, ask.nullable('sepakat', levelBounds), centreRules.on(dayOf(ask)).body)
      return { status: 'ok', alasan }
    },
  },
  fuseCompetency: {
    describe: 'Level resmi dari beberapa sumber tanpa rata-rata, beserta yang kedaluwarsa dan yang berbeda.',
    example: { asOf: '2026-11-24', evidence: [{ source: 'assessment', level: 2, date: '2024-01-10' }] },
    fromJson: parameters => {
      const ask = new Ask(parameters)
      const asOf = dayOf(ask)
      const holding = evidenceRules.on(asOf)
      const known = holding.body.sources.map(x => x.source as string)
      const result = fuseCompetency(
        { code: ask.optionalText('code') ?? 'K', name: ask.optionalText('name') ?? 'kompetensi' },
        ask.objects('evidence', (a, i) => {
          const word = a.text('source')
          const source = sourceWords[word] ?? (known.includes(word) ? (word as EvidenceSource) : null)
          if (!source)
            refuse(`Sumber "${word}" tidak dikenal. Yang ada: ${[...known, ...Object.keys(sourceWords)].join(', ')}.`)
          const on = a.day('date') as Day
          const months = a.optional('validMonths', { min: 0, integer: true })
          return {
            source,
            level: a.number('level', { ...levelBounds, integer: true }),
            on,
            validUntil:
              (a.nullableDay('validUntil') as Day | null) ?? (months === undefined ? null : addMonths(on, months)),
            isVerified: a.optionalFlag('verified') ?? false,
            record: { kind: 'competency.evidence', id: String(i + 1), label: `${word} ${on}`, on },
          }
        }),
        { policy: holding.body, ruleSet: holding.reference, asOf },
      )
      const { official } = result
      return {
        status: isKnown(official) ? 'ok' : 'sebagian',
        officialLevel: isKnown(official) ? official.value : null,
        officialSource: result.officialSource,
        state: result.state,
        others: result.others.map(o => ({ source: o.source, level: o.level, until: o.until, freshness: o.freshness })),
        expiredEvidence: result.expired.map(e => ({ source: e.source, level: e.level, until: e.until })),
        expired: result.expired.map(e => e.source),
        conflicts: result.conflicts.map(c => ({ source: c.evidence.source, difference: c.difference })),
        action: result.action,
        shown: result.state === 'selfOnly' ? 'baru penilaian diri' : null,
        ruleVersion: holding.reference,
      }
    },
  },
})
