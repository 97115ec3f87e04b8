import { type Figure, isKnown } from '#core/figure/figure.ts'
import { positivePart, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { EvidenceSource, FusedCompetency } from '../evidence/fuse-competency.model.ts'
import { type Importance, type Requirement, standardFigure } from '../position-standard/position-standard.model.ts'

/** Met, short of it, or nobody can say. */
export type GapState = 'meets' | 'gap' | 'unknown'

export type CompetencyGap = {
  code: string
  name: string
  required: number
  importance: Importance
  /** Official level; may be unknown or expired. */
  level: Figure<number>
  /** Levels missing, 0 when met. */
  gap: Figure<number>
  state: GapState
  /** Each source's own answer, strongest first; never averaged. */
  bySource: {
    source: EvidenceSource
    name: string
    level: number
    confidence: { value: number; word: string }
    verifier: string
    gap: number
    state: GapState
    isExpired: boolean
    on: Day
    /** The last day on which it counts. */
    until: Day
  }[]
  action: FusedCompetency['action']
}

export type GapProfile = {
  gaps: CompetencyGap[]
  /** Sum of missing levels; bounds while something is unknown. */
  total: Figure<number>
  /** Competencies that need an assessment before a gap can be named. */
  toAssess: string[]
  /** Mutlak competencies short of their level: they block. */
  blocking: string[]
}

const stateOf = (level: number | null, required: number): GapState =>
  level === null ? 'unknown' : level >= required ? 'meets' : 'gap'

/** The level nobody has measured: anything from 0 to 5, and who would measure it. */
export const unknownLevel = (name: string, asOf: Day, ref: string | null = null): Figure<number> =>
  record<number>({
    ref,
    label: `Level ${name}`,
    unit: 'level',
    asOf,
    value: null,
    bounds: [0, 5],
    needs: [{ what: `asesmen ${name}`, who: 'penyelenggara penilaian kompetensi' }],
  })

/** What a person lacks for a post, competency by competency. Unknown is no gap and no zero: it is to be assessed. */
export const competencyGap = (
  profile: ReadonlyMap<string, FusedCompetency>,
  standard: readonly Requirement[],
  context: { asOf: Day; ref?: string | null },
): GapProfile => {
  const { asOf } = context
  const gaps = standard.map((requirement): CompetencyGap => {
    const fused = profile.get(requirement.code)
    const level: Figure<number> = fused?.official ?? unknownLevel(requirement.name, asOf)
    return {
      code: requirement.code,
      name: requirement.name,
      required: requirement.level,
      importance: requirement.importance,
      level,
      gap: positivePart({
        label: `Kesenjangan ${requirement.name}`,
        unit: 'level',
        asOf,
        of: standardFigure(requirement, asOf),
        minus: level,
      }),
      state: stateOf(isKnown(level) ? level.value : null, requirement.level),
      bySource: [...(fused?.leading ? [fused.leading] : []), ...(fused?.others ?? []), ...(fused?.expired ?? [])].map(
        e => ({
          source: e.source,
          name: e.name,
          level: e.level,
          confidence: e.confidence,
          verifier: e.verifier,
          gap: Math.max(0, requirement.level - e.level),
          state: stateOf(e.level, requirement.level),
          isExpired: e.isExpired,
          on: e.on,
          until: e.until,
        }),
      ),
      action: fused ? fused.action : 'perlu asesmen',
    }
  })
  return {
    gaps,
    total: sum({ ref: context.ref, label: 'Jumlah kesenjangan', unit: 'level', asOf, parts: gaps.map(g => g.gap) }),
    toAssess: gaps.filter(g => g.state === 'unknown').map(g => g.code),
    blocking: gaps.filter(g => g.state === 'gap' && g.importance === 'mutlak').map(g => g.code),
  }
}
