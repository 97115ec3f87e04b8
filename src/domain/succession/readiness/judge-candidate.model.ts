import type { Figure, RuleReference } from '#core/figure/figure.ts'
import { addMonths, type Day } from '#core/values/day.ts'
import type { FusedCompetency } from '#domain/competency/evidence/fuse-competency.model.ts'
import type {
  Importance,
  Requirement,
  StandardOrigin,
} from '#domain/competency/position-standard/position-standard.model.ts'
import {
  evaluateEligibility,
  treeFor,
  type Verdict,
  withoutTree,
  withPoolGate,
} from '../eligibility/eligibility.model.ts'
import type { EligibilityFacts } from '../eligibility/eligibility-facts.model.ts'
import type { EligibilityRules, Fix, RequirementNode } from '../eligibility/requirement.model.ts'
import { type LiftingItem, type Readiness, type ReadinessRules, readiness } from './readiness.model.ts'

/** The post a candidate is judged for. */
export type TargetPost = { id: string; name: string; tier: string; family: string | null }

export type JudgingRules = {
  eligibility: { body: EligibilityRules; reference: RuleReference }
  readiness: { body: ReadinessRules; reference: RuleReference }
  asOf: Day
  /** False when no talent map exists yet: then no box can be asked for. */
  hasMap: boolean
}

/** A required competency with the official level it was judged by. */
export type JudgedLevel = {
  code: string
  name: string
  standard: number
  importance: Importance
  level: Figure<number>
  origin?: StandardOrigin
}

/** Everything said of one person for one post: what the bench run stores and every page shows. */
export type Judgement = {
  eligibility: {
    verdict: Verdict
    figure: Figure<boolean>
    failing: string[]
    alternatives: string[][]
    unknown: string[]
    fixes: Fix[]
  }
  readiness: Readiness
  levels: JudgedLevel[]
  /** The post has no standard of its own: levels of its tier were used. */
  isDefaultStandard: boolean
  box: number | null
}

export const eligibleRef = (positionId: string, employeeId: string) => `succession.eligible:${positionId}:${employeeId}`
export const readinessRef = (positionId: string, employeeId: string) =>
  `succession.readiness:${positionId}:${employeeId}`
export const levelRef = (positionId: string, employeeId: string, code: string) =>
  `succession.level:${positionId}:${employeeId}:${code}`

/** The requirement tree of a post: its own by title, else its tier's; null when the rules have neither. */
export const treeOfPost = (post: Pick<TargetPost, 'name' | 'tier'>, rules: EligibilityRules): RequirementNode | null =>
  treeFor(post.name, rules) ?? treeFor(post.tier, rules)

const leavesOf = (node: RequirementNode): Extract<RequirementNode, { kind: 'leaf' }>[] =>
  node.kind === 'leaf' ? [node] : node.kind === 'not' ? leavesOf(node.of) : node.of.flatMap(leavesOf)

/** Tiers from which people come to a post: those whose months its tree counts. */
export const tiersTowards = (root: RequirementNode | null): string[] =>
  root === null ? [] : [...new Set(leavesOf(root).flatMap(l => (l.test === 'tier-months' ? l.tiers : [])))]

/** First day on which the age limit of a tree no longer lets a person in. */
const ageLimitOf = (root: RequirementNode, birthOn: Day | null): Day | null => {
  const limits = leavesOf(root).flatMap(l => (l.test === 'age' ? [l.maximum] : []))
  return birthOn === null || limits.length === 0 ? null : addMonths(birthOn, (Math.min(...limits) + 1) * 12)
}

/** Eligibility and readiness of one person for one post, by the same functions for one and for thousands. */
export const judgeCandidate = (
  post: TargetPost,
  person: {
    id: string
    facts: EligibilityFacts
    fused: ReadonlyMap<string, FusedCompetency>
    plan: readonly LiftingItem[]
    retiresOn: Day | null
  },
  standard: { requirements: readonly Requirement[]; isDefault: boolean },
  rules: JudgingRules,
): Judgement => {
  const { asOf } = rules
  const tree = treeOfPost(post, rules.eligibility.body)
  const root = tree === null ? null : rules.hasMap ? withPoolGate(tree, rules.eligibility.body) : tree
  const eligibility: Judgement['eligibility'] =
    root === null
      ? {
          verdict: 'belumDiketahui',
          figure: { ...withoutTree(post.tier, asOf), ref: eligibleRef(post.id, person.id) },
          failing: [],
          alternatives: [],
          unknown: [`syarat jabatan ${post.tier}`],
          fixes: [
            {
              leaf: `syarat jabatan ${post.tier}`,
              test: 'box',
              missingAmount: null,
              earliestDate: null,
              action: `Tetapkan syarat jabatan ${post.tier} (pengelola talenta).`,
              isPermanent: false,
              isUnknown: true,
            },
          ],
        }
      : (({ verdict, figure, failing, alternatives, unknown, fixes }) => ({
          verdict,
          figure,
          failing,
          alternatives,
          unknown,
          fixes,
        }))(
          evaluateEligibility(root, person.facts, {
            rules: rules.eligibility.body,
            ruleSet: rules.eligibility.reference,
            asOf,
            family: post.family,
            ref: eligibleRef(post.id, person.id),
          }),
        )
  const levels = standard.requirements.flatMap((r): JudgedLevel[] => {
    const official = person.fused.get(r.code)?.official
    return official
      ? [{ code: r.code, name: r.name, standard: r.level, importance: r.importance, level: official, origin: r.origin }]
      : []
  })
  return {
    eligibility,
    readiness: readiness(
      {
        // Of an unmet "or" only the branch that is repaired first stands in the way; the other is another way, not a blocker.
        eligibility: {
          verdict: eligibility.verdict,
          fixes: eligibility.fixes.filter(f => f.isUnknown || eligibility.failing.includes(f.leaf)),
        },
        competencies: levels,
        plan: person.plan,
        retiresOn: person.retiresOn,
        ageLimitUntil: root === null ? null : ageLimitOf(root, person.facts.birthOn),
      },
      {
        rules: rules.readiness.body,
        ruleSet: rules.readiness.reference,
        asOf,
        ref: readinessRef(post.id, person.id),
      },
    ),
    levels,
    isDefaultStandard: standard.isDefault,
    box: person.facts.box,
  }
}
