import type { Figure } from '#core/figure/figure.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { treeOfPost } from '../readiness/judge-candidate.model.ts'
import { evaluateEligibility } from './eligibility.model.ts'
import { eligibilityRules } from './eligibility.rules.ts'
import { factsOf, listCandidatesById } from './facts.store.ts'
import { type RequirementLine, requirementLines } from './tree-words.ts'

/** Requirements of a target post against one person's records: no box enters, so the person may read it of herself. */
export type TargetRequirements = { figure: Figure<boolean>; lines: RequirementLine[] }

export const findTargetRequirements = async (
  db: Db,
  positionId: string,
  employeeId: string,
): Promise<TargetRequirements | null> => {
  const post = await db.find<{ name: string; tier: string; family: string | null }>(
    sql`select name, tier, family from workforce.v_positions where id = ${positionId}`,
  )
  const [person] = await listCandidatesById(db, [employeeId])
  if (!post || !person) return null
  const rules = eligibilityRules.on(db.on)
  const tree = treeOfPost(post, rules.body)
  if (!tree) return null
  const facts = (await factsOf(db, [person], new Map(), db.on)).get(employeeId)!
  const judged = evaluateEligibility(tree, facts, {
    rules: rules.body,
    ruleSet: rules.reference,
    asOf: db.on,
    family: post.family,
    ref: `succession.requirements:${positionId}:${employeeId}`,
  })
  const line = requirementLines(judged.figure, judged.fixes)
  return { figure: judged.figure, lines: line.children.length > 0 ? line.children : [line] }
}
