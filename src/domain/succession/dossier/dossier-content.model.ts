import type { Figure, Source } from '#core/figure/figure.ts'
import { record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { Horizon } from '../readiness/readiness.model.ts'

export type DossierRequirement = {
  label: string
  answer: boolean | null
  fact: string
  sources: Source[]
  fix: string | null
  children: DossierRequirement[]
}

/** A cell of the comparison: words, or the key of a frozen figure. */
export type DossierCell = { text: string } | { figure: string }

export type DossierEvidence = {
  title: string
  content: string
  source: string
  on: Day | null
  validUntil: Day | null
  state: 'valid' | 'expired' | 'missing'
  record: Source | null
}

/** One step of "training led to evidence": what, when, and the record behind it. */
export type DossierKnot = { label: string; on: Day | null; record: Source | null }

export type DossierProgramme = {
  id: string
  name: string
  /** Null while the programme was not evaluated yet. */
  evaluationId: string | null
  on: Day | null
  verdicts: string[]
  limits: string[]
}

export type DossierDecision = { decision: 'approved' | 'rejected'; reason: string; by: string; on: Day }

/**
 * Everything a decision rests on, as it stood when the dossier was submitted. Only the decision itself is added later;
 * evidence that comes afterwards does not enter.
 */
export type DossierContent = {
  shape: 1
  number: string
  frozenOn: Day
  agency: string
  person: { id: string; name: string; positionName: string | null; unitName: string; tier: string | null }
  post: { id: string; name: string; tier: string; echelon: string | null; unitName: string | null; state: string }
  recommendation: string
  considerations: string
  dissent: string | null
  explanation: string
  horizon: Horizon
  readyOn: Day | null
  box: number | null
  cycle: { id: string; name: string; on: Day } | null
  requirement: DossierRequirement
  levels: { code: string; name: string; standard: number; importance: string; figure: string }[]
  blockers: { label: string; action: string; on: Day | null }[]
  evidence: DossierEvidence[]
  chains: { competency: string; knots: DossierKnot[] }[]
  programmes: DossierProgramme[]
  comparison: { columns: string[]; lines: { label: string; cells: DossierCell[] }[] }
  limits: string[]
  rules: { title: string; code: string; version: string; legalBasis: string | null }[]
  /** Entries of the audit trail that led here. */
  audit: { number: number; action: string; on: Day }[]
  /** Every figure shown, frozen with its parts and sources; by its key. */
  figures: Record<string, Figure>
  /** Where the living figure stands today, by key. */
  origins: Record<string, string>
  decision: DossierDecision | null
}

export const dossierFigureRef = (dossierId: string, key: string) => `succession.dossier:${dossierId}:${key}`

const withoutRefs = (figure: Figure): Figure => ({ ...figure, ref: null, parts: figure.parts.map(withoutRefs) })

/** A figure as it stays in the dossier: its own address, its parts and sources as they were. */
export const frozenFigure = (figure: Figure, dossierId: string, key: string): Figure => ({
  ...withoutRefs(figure),
  ref: dossierFigureRef(dossierId, key),
})

/** A figure about somebody whose name is closed in this dossier: the value without the records behind it. */
export const maskedFigure = (figure: Figure, dossierId: string, key: string, who: string): Figure => ({
  ...record({
    ref: dossierFigureRef(dossierId, key),
    label: `${figure.label} ${who}`,
    unit: figure.unit,
    digits: figure.digits,
    cuts: figure.cuts,
    asOf: figure.asOf,
    value: figure.value,
    state: figure.state,
    bounds: figure.bounds ?? null,
    sources: [{ kind: 'succession.dossier', id: dossierId, label: 'Dibekukan dalam berkas ini', on: figure.asOf }],
    limits: ['Nama dan catatan calon lain ditutup dalam berkas ini.'],
  }),
})

/** "Calon B", "Calon C" for the others, in their order. */
export const maskedName = (index: number): string => `Calon ${String.fromCharCode(66 + index)}`

/** The verdicts of an evaluation as sentences, whatever room wrote them: a list, or words by indicator. */
export const verdictLines = (verdicts: unknown): string[] => {
  if (typeof verdicts === 'string') return [verdicts]
  if (Array.isArray(verdicts)) return verdicts.flatMap(verdictLines)
  if (verdicts === null || typeof verdicts !== 'object') return []
  const whole = verdicts as Record<string, unknown>
  const name = ['label', 'name', 'indicator', 'title'].map(k => whole[k]).find(v => typeof v === 'string')
  const verdict = ['sentence', 'words', 'verdict'].map(k => whole[k]).find(v => typeof v === 'string')
  if (verdict) return [name ? `${name}: ${verdict}` : String(verdict)]
  return Object.entries(whole).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${key}: ${value}`] : verdictLines(value),
  )
}
