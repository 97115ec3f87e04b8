import { type Figure, isKnown, type RuleReference } from '#core/figure/figure.ts'
import { allOf, anyOf, atLeast, condition, count, record } from '#core/figure/mechanisms.ts'
import { at } from '#core/rule-set/rule-set.ts'
import { addDays, addMonths, type Day, yearOf } from '#core/values/day.ts'
import {
  ageFigure,
  type EligibilityFacts,
  factLeaf,
  familyMonthsFigure,
  knownNumber,
  orderOf,
  tierMonthsFigure,
} from './eligibility-facts.model.ts'

export type Leaf = { kind: 'leaf'; label: string } & (
  | { test: 'employment'; oneOf: string[] }
  | { test: 'education' | 'rank'; minimum: string }
  | { test: 'age'; maximum: number }
  | { test: 'tier-months'; tiers: string[]; minimum: number }
  | { test: 'family-months'; minimum: number; family?: string }
  | { test: 'training'; oneOf: string[]; importance: 'mutlak' | 'penting' | 'perlu' }
  | { test: 'rating'; minimum: string; years: number }
  | { test: 'no-sanction'; levels: string[] }
  | { test: 'box'; oneOf: number[] }
)

export type RequirementNode =
  | Leaf
  | { kind: 'all' | 'any'; label?: string; of: RequirementNode[] }
  | { kind: 'at-least'; label?: string; minimum: number; of: RequirementNode[] }
  | { kind: 'not'; label?: string; of: RequirementNode }

export type EligibilityRules = {
  educationOrder: string[]
  rankOrder: string[]
  ratingOrder: string[]
  strictAge: boolean
  promotionBoxes: number[]
  trees: { target: string; root: RequirementNode }[]
}

export type Verdict = 'ya' | 'tidak' | 'belumDiketahui'

export type Fix = {
  leaf: string
  test: Leaf['test']
  /** Months, levels or items missing; null when it cannot be counted. */
  missingAmount: number | null
  /** The day on which time alone repairs it; null when something must be done. */
  earliestDate: Day | null
  action: string
  /** Nothing can repair it for this person (age passed, employment). */
  isPermanent: boolean
  /** Unknown rather than failed: supply the fact. */
  isUnknown: boolean
}

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

type Context = {
  rules: EligibilityRules
  ruleSet: RuleReference
  asOf: Day
  /** Rumpun of the target post, for "related experience". */
  family?: string | null
  ref?: string | null
}

const fill = (label: string, context: Context): string => {
  const year = yearOf(context.asOf)
  return label.replace('{rumpun}', context.family ?? '—').replace('{tahun}', `${year - 2} dan ${year - 1}`)
}

const ordered = (
  label: string,
  what: string,
  value: string | null,
  minimum: string,
  order: string[],
  asOf: Day,
  sources: Figure['sources'],
) => {
  const of = factLeaf<number>(
    value === null ? what : `${what}: ${value}`,
    orderOf(value, order),
    'level',
    asOf,
    sources,
  )
  return condition({ label, asOf, of, operator: 'at-least', against: order.indexOf(minimum) })
}

const leafFigure = (leaf: Leaf, facts: EligibilityFacts, context: Context): Figure<boolean> => {
  const { asOf, rules } = context
  const label = fill(leaf.label, context)
  const base = { label, asOf, ruleSet: at(context.ruleSet, leaf.label) }
  switch (leaf.test) {
    case 'employment':
      return condition({
        ...base,
        of: factLeaf('Status kepegawaian', facts.employment, 'text', asOf, facts.sources?.employment),
        operator: 'one-of',
        against: leaf.oneOf,
      })
    case 'education':
      return {
        ...ordered(
          label,
          'Pendidikan',
          facts.education,
          leaf.minimum,
          rules.educationOrder,
          asOf,
          facts.sources?.education ?? [],
        ),
        ruleSet: base.ruleSet,
      }
    case 'rank':
      return {
        ...ordered(label, 'Golongan', facts.rank, leaf.minimum, rules.rankOrder, asOf, facts.sources?.rank ?? []),
        ruleSet: base.ruleSet,
      }
    case 'age': {
      // Strict: over the limit from the day after the birthday, so the age of the day before is asked for one year less.
      const age =
        rules.strictAge && facts.birthOn !== null ? ageFigure(facts, addDays(asOf, -1)) : ageFigure(facts, asOf)
      return condition({
        ...base,
        of: age,
        operator: 'at-most',
        against: rules.strictAge ? leaf.maximum - 1 : leaf.maximum,
      })
    }
    case 'tier-months':
      return condition({
        ...base,
        of: tierMonthsFigure(facts, leaf.tiers, asOf),
        operator: 'at-least',
        against: leaf.minimum,
      })
    case 'family-months':
      return condition({
        ...base,
        of: familyMonthsFigure(facts, leaf.family ?? context.family ?? null, asOf),
        operator: 'at-least',
        against: leaf.minimum,
      })
    case 'training': {
      const held =
        facts.trainings?.filter(
          t => t.certificate && leaf.oneOf.some(w => t.name.toLowerCase().includes(w.toLowerCase())),
        ) ?? null
      const of =
        held === null
          ? factLeaf<number>('Riwayat diklat', null, 'count', asOf, [], 'pengelola bangkom')
          : count({
              label: 'Diklat yang sesuai',
              unit: 'count',
              asOf,
              members: held.map(t => t.id ?? t.name),
              of: 'diklat bersertifikat',
              filter: leaf.oneOf.join(' atau '),
              sources: held.map(t => ({ kind: 'workforce.training', id: t.id ?? t.name, label: t.name })),
            })
      return condition({ ...base, of, operator: 'at-least', against: 1 })
    }
    case 'rating': {
      const years = Array.from({ length: leaf.years }, (_, i) => yearOf(asOf) - leaf.years + i)
      return allOf({
        ...base,
        parts: years.map(year => {
          const value = facts.ratings?.[year] ?? null
          const of = factLeaf<number>(
            value === null ? `Predikat ${year}` : `Predikat ${year}: ${value}`,
            orderOf(value, rules.ratingOrder),
            'level',
            asOf,
            facts.sources?.rating,
            'pejabat penilai kinerja',
          )
          return condition({
            label: `Predikat ${year} >= ${leaf.minimum}`,
            asOf,
            of,
            operator: 'at-least',
            against: rules.ratingOrder.indexOf(leaf.minimum),
          })
        }),
      })
    }
    case 'no-sanction': {
      const running = servingOf(facts, leaf.levels, asOf)
      const of =
        running === null
          ? factLeaf<number>(
              'Riwayat hukuman disiplin',
              null,
              'count',
              asOf,
              facts.sources?.sanction,
              'pengelola disiplin',
            )
          : count({
              label: 'Hukuman disiplin yang sedang dijalani',
              unit: 'count',
              asOf,
              members: running.map(s => s.id ?? s.from),
              of: 'hukuman disiplin',
              filter: leaf.levels.join(' atau '),
              sources: running.map(s => ({
                kind: 'workforce.sanction',
                id: s.id ?? s.from,
                label: `Hukuman ${s.level}`,
                on: s.from,
                validUntil: s.until,
              })),
            })
      return condition({ ...base, of, operator: 'at-most', against: 0 })
    }
    case 'box':
      return condition({
        ...base,
        of: factLeaf('Kotak talenta', facts.box, 'box', asOf, facts.sources?.box, 'pengelola talenta'),
        operator: 'one-of',
        against: leaf.oneOf,
      })
  }
}

/** Sanctions of the given levels whose period runs on the day; an open end runs on. Null: nothing is known. */
const servingOf = (facts: EligibilityFacts, levels: readonly string[], asOf: Day) =>
  facts.sanctions?.filter(
    s => levels.includes(s.level.toLowerCase()) && s.from <= asOf && (s.until === null || asOf <= s.until),
  ) ?? null

type Judged = Explanation & { leaf: Leaf | null; minimum?: number }

const judge = (node: RequirementNode, facts: EligibilityFacts, context: Context): Judged => {
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

/** The fewest failed leaves to repair: all of an "and", the cheapest of an "or". */
const repairOf = (node: Judged): Repair => {
  if (node.answer !== false) return { needed: [], alternatives: [] }
  if (node.leaf || node.kind === 'not') return { needed: [node], alternatives: [] }
  const children = node.children as Judged[]
  const repairs = children.filter(c => c.answer === false).map(repairOf)
  if (node.kind === 'all')
    return { needed: repairs.flatMap(r => r.needed), alternatives: repairs.flatMap(r => r.alternatives) }
  const sorted = repairs.sort((a, b) => a.needed.length - b.needed.length)
  const satisfied = children.filter(c => c.answer !== false).length
  const wanted = node.kind === 'any' ? 1 : Math.max(1, (node.minimum ?? 1) - satisfied)
  return {
    needed: sorted.slice(0, wanted).flatMap(r => r.needed),
    alternatives: [...sorted.slice(wanted).map(r => r.needed), ...sorted.slice(0, wanted).flatMap(r => r.alternatives)],
  }
}

const fixOf = (judged: Judged, facts: EligibilityFacts, context: Context): Fix => {
  const { asOf } = context
  const leaf = judged.leaf
  const base = {
    leaf: judged.label,
    test: leaf?.test ?? ('box' as const),
    isUnknown: judged.answer === null,
    isPermanent: false,
  }
  const nothing = { missingAmount: null, earliestDate: null }
  if (judged.answer === null) {
    const need = judged.figure.needs[0]
    return { ...base, ...nothing, action: need ? `Lengkapi ${need.what} (${need.who}).` : 'Lengkapi data.' }
  }
  const grows = (of: Figure<number>, minimum: number, isGrowing: boolean, otherwise: string): Fix => {
    const held = knownNumber(of)
    const missing = held === null ? null : minimum - held
    return {
      ...base,
      missingAmount: missing,
      earliestDate: isGrowing && missing !== null ? addMonths(asOf, missing) : null,
      action: isGrowing ? `Menunggu ${missing} bulan lagi.` : otherwise,
    }
  }
  switch (leaf?.test) {
    case 'tier-months':
      return grows(
        tierMonthsFigure(facts, leaf.tiers, asOf),
        leaf.minimum,
        facts.tier !== null && leaf.tiers.includes(facts.tier),
        `Diangkat dahulu sebagai ${leaf.tiers.join(' atau ')}.`,
      )
    case 'family-months': {
      const family = leaf.family ?? context.family ?? null
      const current = facts.careers?.find(r => r.assignment === 'Definitif' && (r.until === null || r.until >= asOf))
      return grows(
        familyMonthsFigure(facts, family, asOf),
        leaf.minimum,
        current?.family === family && family !== null,
        `Bertugas di rumpun ${family ?? 'terkait'}.`,
      )
    }
    case 'training':
      return { ...base, missingAmount: 1, earliestDate: null, action: `Mengikuti ${leaf.oneOf[0]}.` }
    case 'education':
      return { ...base, ...nothing, action: `Menempuh pendidikan ${leaf.minimum}.` }
    case 'rank':
      return {
        ...base,
        missingAmount:
          context.rules.rankOrder.indexOf(leaf.minimum) - (orderOf(facts.rank, context.rules.rankOrder) ?? 0),
        earliestDate: null,
        action: `Kenaikan pangkat sampai ${leaf.minimum}.`,
      }
    case 'no-sanction': {
      const ends = (servingOf(facts, leaf.levels, asOf) ?? []).map(s => s.until)
      const last = ends.includes(null)
        ? null
        : (ends
            .filter(e => e !== null)
            .sort()
            .at(-1) ?? null)
      return {
        ...base,
        missingAmount: null,
        earliestDate: last === null ? null : addDays(last, 1),
        action: 'Menunggu hukuman disiplin selesai.',
      }
    }
    case 'rating':
      return {
        ...base,
        missingAmount: null,
        earliestDate: null,
        action: `Predikat kinerja ${leaf.minimum} selama ${leaf.years} tahun.`,
      }
    case 'age':
      return { ...base, ...nothing, isPermanent: true, action: 'Melewati batas usia.' }
    case 'employment':
      return { ...base, ...nothing, isPermanent: true, action: `Hanya untuk ${leaf.oneOf.join(' atau ')}.` }
    case 'box':
      return { ...base, ...nothing, action: 'Naik ke kotak yang disyaratkan.' }
    default:
      return { ...base, ...nothing, action: 'Syarat sebaliknya harus dipenuhi.' }
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
export const evaluateEligibility = (root: RequirementNode, facts: EligibilityFacts, context: Context): Eligibility => {
  const judged = judge(root, facts, context)
  const repair = repairOf(judged)
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

/** A promotion also asks for a box of the pool (7, 8, 9): the tree with that gate in front. */
export const withPoolGate = (root: RequirementNode, rules: EligibilityRules): RequirementNode => ({
  kind: 'all',
  of: [
    root,
    { kind: 'leaf', test: 'box', oneOf: rules.promotionBoxes, label: `kotak ${rules.promotionBoxes.join(', ')}` },
  ],
})

/** A figure that says the tree could not be judged because no rule names the target. */
export const withoutTree = (target: string, asOf: Day): Figure<boolean> =>
  record<boolean>({
    label: `Syarat ${target}`,
    unit: 'yes-no',
    asOf,
    value: null,
    needs: [{ what: `syarat jabatan ${target}`, who: 'pengelola talenta' }],
  })
