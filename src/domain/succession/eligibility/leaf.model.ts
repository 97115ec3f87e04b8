import type { Figure } from '#core/figure/figure.ts'
import { allOf, condition, count } from '#core/figure/mechanisms.ts'
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
import type { EligibilityContext, Fix, Leaf } from './requirement.model.ts'

const fill = (label: string, context: EligibilityContext): string => {
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

/** One requirement compared with one fact: yes, no, or not known. */
export const leafFigure = (leaf: Leaf, facts: EligibilityFacts, context: EligibilityContext): Figure<boolean> => {
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
            facts.sources?.rating?.filter(s => s.label.includes(String(year))),
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
              // "None" rests on the dated check; a running sanction on its own record.
              sources: [
                ...(facts.sources?.sanction ?? []),
                ...running.map(s => ({
                  kind: 'workforce.sanction',
                  id: s.id ?? s.from,
                  label: `Hukuman ${s.level}`,
                  on: s.from,
                  validUntil: s.until,
                })),
              ],
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

/** What would repair a requirement that fails, or which fact is missing for it. */
export const fixOf = (
  judged: { label: string; answer: boolean | null; figure: Figure<boolean>; leaf: Leaf | null },
  facts: EligibilityFacts,
  context: EligibilityContext,
): Fix => {
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
