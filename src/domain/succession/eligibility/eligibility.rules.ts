import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { EligibilityRules, Leaf, RequirementNode } from './requirement.model.ts'

const label = z.string().min(3)
const kind = z.literal('leaf')
const leaf: z.ZodType<Leaf> = z.discriminatedUnion('test', [
  z.strictObject({ kind, label, test: z.literal('employment'), oneOf: z.array(z.string()).min(1) }),
  z.strictObject({ kind, label, test: z.enum(['education', 'rank']), minimum: z.string() }),
  z.strictObject({ kind, label, test: z.literal('age'), maximum: z.number().int() }),
  z.strictObject({
    kind,
    label,
    test: z.literal('tier-months'),
    tiers: z.array(z.string()).min(1),
    minimum: z.number(),
  }),
  z.strictObject({ kind, label, test: z.literal('family-months'), minimum: z.number(), family: z.string().optional() }),
  z.strictObject({
    kind,
    label,
    test: z.literal('training'),
    oneOf: z.array(z.string()).min(1),
    importance: z.enum(['mutlak', 'penting', 'perlu']),
  }),
  z.strictObject({ kind, label, test: z.literal('rating'), minimum: z.string(), years: z.number().int().positive() }),
  z.strictObject({ kind, label, test: z.literal('no-sanction'), levels: z.array(z.string()).min(1) }),
  z.strictObject({ kind, label, test: z.literal('box'), oneOf: z.array(z.number().int()).min(1) }),
])

/** A requirement tree as data: `all`, `any`, `at-least`, `not` over leaves. */
export const requirementNode: z.ZodType<RequirementNode> = z.lazy(() =>
  z.union([
    leaf,
    z.strictObject({ kind: z.enum(['all', 'any']), label: label.optional(), of: z.array(requirementNode).min(1) }),
    z.strictObject({
      kind: z.literal('at-least'),
      label: label.optional(),
      minimum: z.number().int().positive(),
      of: z.array(requirementNode).min(1),
    }),
    z.strictObject({ kind: z.literal('not'), label: label.optional(), of: requirementNode }),
  ]),
)

const schema: z.ZodType<EligibilityRules> = z.strictObject({
  educationOrder: z.array(z.string()),
  rankOrder: z.array(z.string()),
  ratingOrder: z.array(z.string()),
  strictAge: z.boolean(),
  promotionBoxes: z.array(z.number().int()),
  trees: z.array(z.strictObject({ target: z.string(), root: requirementNode })).min(1),
})

const leavesOf = (node: RequirementNode): Leaf[] =>
  node.kind === 'leaf' ? [node] : node.kind === 'not' ? leavesOf(node.of) : node.of.flatMap(leavesOf)

/** rules/succession/eligibility.yaml */
export const eligibilityRules = rulesOf('succession/eligibility', schema, rules =>
  rules.trees.flatMap(tree =>
    leavesOf(tree.root).flatMap(l => {
      const order =
        l.test === 'education'
          ? rules.educationOrder
          : l.test === 'rank'
            ? rules.rankOrder
            : l.test === 'rating'
              ? rules.ratingOrder
              : null
      return order && 'minimum' in l && !order.includes(String(l.minimum))
        ? [`${tree.target}, "${l.label}": ${l.minimum} tidak ada dalam urutan.`]
        : []
    }),
  ),
)
