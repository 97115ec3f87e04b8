import { type Figure, isKnown } from '#core/figure/figure.ts'
import { allOf, anyOf, atLeast, condition, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { EligibilityFacts } from './eligibility-facts.model.ts'
import { fixOf, leafFigure } from './leaf.model.ts'
import type { EligibilityContext, EligibilityRules, Fix, Leaf, RequirementNode } from './requirement.model.ts'

export type Verdict = 'ya' | 'tidak' | 'belumDiketahui'

export type Explanation = {
  label: string
  kind: RequirementNode['kind']
  answer: boolean | null
  figure: Figure<boolean>
  children: Explanation[]
}

export type Eligibility = {
  verdict: Verdict
  figure: Figure<boolean>
  explanation: Explanation
  /** The fewest requirements whose repair would be enough. */
  failing: string[]
  /** Other ways to repair an "or": each a list of requirements. */
  alternatives: string[][]
  unknown: string[]
  fixes: Fix[]
}

type Judged = Explanation & { leaf: Leaf | null; minimum?: number }

const judge = (node: RequirementNode, facts: EligibilityFacts, context: EligibilityContext): Judged => {
  const { asOf } = context
  const finish = (figure: Figure<boolean>, children: Judged[], leaf: Leaf | null = null): Judged => ({
    label: figure.label,
    kind: node.kind,
    answer: isKnown(figure) ? figure.value : null,
    figure,
    children,
    leaf,
    ...(node.kind === 'at-least' ? { minimum: node.minimum } : {}),
  })
  if (node.kind === 'leaf') return finish(leafFigure(node, facts, context), [], node)
  if (node.kind === 'not') {
    const child = judge(node.of, facts, context)
    const label = node.label ?? `bukan ${child.label}`
    return finish(condition({ label, asOf, of: child.figure, operator: 'equals', against: false }), [child])
  }
  // All children are judged, without a short cut, so that the explanation is whole.
  const children = node.of.map(child => judge(child, facts, context))
  const parts = children.map(c => c.figure)
  const joined = children.map(c => c.label)
  if (node.kind === 'at-least') {
    const label = node.label ?? `${node.minimum} dari: ${joined.join(', ')}`
    return finish(atLeast({ label, asOf, parts, minimum: node.minimum }), children)
  }
  return node.kind === 'all'
    ? finish(allOf({ label: node.label ?? 'Semua syarat', asOf, parts }), children)
    : finish(anyOf({ label: node.label ?? joined.join(' ATAU '), asOf, parts }), children)
}

/** Leaves that fail (or are unknown) in branches that are not satisfied anyway. */
const openLeaves = (node: Judged): Judged[] =>
  node.answer === true
    ? []
    : node.leaf || node.kind === 'not'
      ? [node]
      : (node.children as Judged[]).flatMap(openLeaves)

type Repair = { needed: Judged[]; alternatives: Judged[][] }

/** When time alone has repaired all of these: the latest of their days; after every day when one has none. */
const repairedOn = (needed: readonly Judged[], dayOf: (leaf: Judged) => Day | null): string =>
  needed
    .map(n => dayOf(n) ?? '9999-12-31')
    .sort()
    .at(-1) ?? ''

/** The fewest failed leaves to repair: all of an "and", the cheapest of an "or", and of equals what time repairs first. */
const repairOf = (node: Judged, dayOf: (leaf: Judged) => Day | null): Repair => {
  if (node.answer !== false) return { needed: [], alternatives: [] }
  if (node.leaf || node.kind === 'not') return { needed: [node], alternatives: [] }
  const children = node.children as Judged[]
  const repairs = children.filter(c => c.answer === false).map(c => repairOf(c, dayOf))
  if (node.kind === 'all')
    return { needed: repairs.flatMap(r => r.needed), alternatives: repairs.flatMap(r => r.alternatives) }
  const sorted = repairs
    .map(repair => ({ repair, on: repairedOn(repair.needed, dayOf) }))
    .sort((a, b) => a.repair.needed.length - b.repair.needed.length || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ repair }) => repair)
  const satisfied = children.filter(c => c.answer !== false).length
  const wanted = node.kind === 'any' ? 1 : Math.max(1, (node.minimum ?? 1) - satisfied)
  return {
    needed: sorted.slice(0, wanted).flatMap(r => r.needed),
    alternatives: [...sorted.slice(wanted).map(r => r.needed), ...sorted.slice(0, wanted).flatMap(r => r.alternatives)],
  }
}

const strip = ({ label, kind, answer, figure, children }: Explanation): Explanation => ({
  label,
  kind,
  answer,
  figure,
  children: children.map(strip),
})

/** Does a person meet a post's requirements on a day, which leaf failed, and what would fix it, when. */
export const evaluateEligibility = (
  root: RequirementNode,
  facts: EligibilityFacts,
  context: EligibilityContext,
): Eligibility => {
  const judged = judge(root, facts, context)
  const repair = repairOf(judged, leaf => fixOf(leaf, facts, context).earliestDate)
  const open = openLeaves(judged)
  const figure: Figure<boolean> = { ...judged.figure, ref: context.ref ?? null, ruleSet: context.ruleSet }
  return {
    verdict: judged.answer === true ? 'ya' : judged.answer === false ? 'tidak' : 'belumDiketahui',
    figure: figure.mechanism.kind === 'all-of' ? { ...figure, label: 'Memenuhi syarat' } : figure,
    explanation: strip(judged),
    failing: repair.needed.map(n => n.label),
    alternatives: repair.alternatives.map(list => list.map(n => n.label)),
    unknown: open.filter(n => n.answer === null).map(n => n.label),
    fixes: open.map(n => fixOf(n, facts, context)),
  }
}

/** The tree for a target; null when the rules have none. */
export const treeFor = (target: string, rules: EligibilityRules): RequirementNode | null =>
  rules.trees.find(t => t.target === target)?.root ?? null

/** A promotion also asks for a box of the pool (7, 8, 9): the tree with that gate among its requirements. */
export const withPoolGate = (root: RequirementNode, rules: EligibilityRules): RequirementNode => {
  const gate: RequirementNode = {
    kind: 'leaf',
    test: 'box',
    oneOf: rules.promotionBoxes,
    label: `kotak ${rules.promotionBoxes.join(', ')}`,
  }
  return root.kind === 'all' ? { ...root, of: [...root.of, gate] } : { kind: 'all', of: [root, gate] }
}

/** A figure that says the tree could not be judged because no rule names the target. */
export const withoutTree = (target: string, asOf: Day): Figure<boolean> =>
  record<boolean>({
    label: `Syarat ${target}`,
    unit: 'yes-no',
    asOf,
    value: null,
    needs: [{ what: `syarat jabatan ${target}`, who: 'pengelola talenta' }],
  })
