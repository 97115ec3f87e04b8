import type { Day } from '#core/values/day.ts'
import type { Importance } from '#domain/competency/position-standard/position-standard.model.ts'
import { asComputeEntries } from '#platform/rules/load-rules.ts'
import { sessionCost } from './cost/session-cost.model.ts'
import { sessionCostRules } from './cost/session-cost.rules.ts'
import { priorityFigure, stepPointsOf } from './need/priority.model.ts'
import { priorityRules } from './need/priority.rules.ts'
import { collectionRules } from './need-collection/need-collection.rules.ts'
import { openOrder, wholeOrder } from './need-collection/need-order.model.ts'
import { planChangeRules } from './plan-change/plan-change.rules.ts'
import { postChange } from './plan-change/plan-step.model.ts'
import { priorityPoints, rangeOfPoints } from './priority-competency/priority-competency.model.ts'
import { priorityCompetencyRules } from './priority-competency/priority-competency.rules.ts'

/** Domain functions of this room, callable with plain JSON. */
export const planningCompute = asComputeEntries({
  sessionCost: {
    describe: 'Biaya sebuah kelas dari butir dan tarifnya, seluruhnya dan per orang.',
    example: {
      people: 20,
      items: [
        { code: 'honor-dalam', quantity: 24 },
        { code: 'bahan', quantity: 20 },
      ],
    },
    fromJson: p => {
      const asOf = String(p.asOf ?? '2026-11-24') as Day
      const holding = sessionCostRules.on(asOf)
      const rows = ((p.items ?? []) as { code: string; quantity: number; rate?: number | null }[]).map(i => ({
        code: i.code,
        quantity: Number(i.quantity),
        rate: i.rate ?? null,
        rate_reason: null,
      }))
      const cost = sessionCost(rows, {
        sessionId: 'contoh',
        people: p.people == null ? null : Number(p.people),
        rules: holding.body,
        ruleSet: holding.reference,
        asOf,
      })
      return { total: cost.total.value, perPerson: cost.perPerson.value, ruleVersion: holding.reference }
    },
  },
  postChange: {
    describe: 'Apakah perubahan jabatan sebuah promosi atau perpindahan, menurut urutan jenjang.',
    example: { from: 'Pengawas', to: 'Administrator' },
    fromJson: p => {
      const asOf = String(p.asOf ?? '2026-11-24') as Day
      const holding = planChangeRules.on(asOf)
      const tier = (t: unknown) => (t == null ? null : String(t))
      return { cause: postChange({ from: tier(p.from), to: tier(p.to) }, holding.body), ruleVersion: holding.reference }
    },
  },
  stepPoints: {
    describe: 'Poin setiap langkah level sebuah kesenjangan, menurut tingkat penting dan prioritas pegawai.',
    example: {
      steps: 2,
      importance: 'mutlak',
      box: 8,
      isSuccessionTarget: true,
      isCriticalPost: false,
      lacksMandatoryLeadership: false,
    },
    fromJson: p => {
      const asOf = String(p.asOf ?? '2026-11-24') as Day
      const holding = priorityRules.on(asOf)
      const context = { rules: holding.body, ruleSet: holding.reference, asOf }
      const person = {
        box: p.box == null ? null : Number(p.box),
        isSuccessionTarget: p.isSuccessionTarget === true,
        isCriticalPost: p.isCriticalPost === true,
        lacksMandatoryLeadership: p.lacksMandatoryLeadership === true,
      }
      const need = {
        code: 'K',
        name: 'kompetensi',
        current: 0,
        required: Number(p.steps),
        importance: String(p.importance) as Importance,
      }
      return {
        priority: priorityFigure(person, context).value,
        points: stepPointsOf(need, person, context).map(s => s.points),
        ruleVersion: holding.reference,
      }
    },
  },
  priorityPoints: {
    describe: 'Poin urutan sebuah kompetensi: sasaran, kekurangan, pemegang yang pensiun, dan pemegang yang sedikit.',
    example: { goals: [{ weight: 3, link: 2 }], asked: 4, short: 2, unknown: 0, holders: 2, leaving: 1 },
    fromJson: p => {
      const asOf = String(p.asOf ?? '2026-11-24') as Day
      const holding = priorityCompetencyRules.on(asOf)
      const ids = (n: unknown, what: string) => Array.from({ length: Number(n ?? 0) }, (_, i) => `${what}${i}`)
      const short = ids(p.short, 's')
      const unknown = ids(p.unknown, 'u')
      const points = priorityPoints(
        {
          code: 'K',
          name: 'kompetensi',
          level: 1,
          short,
          unknown,
          met: ids(Number(p.asked) - short.length - unknown.length, 'm'),
          holders: ids(p.holders, 'h'),
          leaving: ids(p.leaving, 'h'),
          goals: ((p.goals ?? []) as { weight: number; link: number }[]).map((g, i) => ({
            id: `g${i}`,
            name: `sasaran ${i + 1}`,
            basis: '',
            ...g,
          })),
        },
        { rules: holding.body, ruleSet: holding.reference, asOf },
      )
      const [least, most] = rangeOfPoints(points)
      return { points: points.value, least, most, ruleVersion: holding.reference }
    },
  },
  needPriority: {
    describe:
      'Urutan sebuah kebutuhan dalam pengumpulan tahunan: yang boleh diketahui tim, dan yang lengkap bagi pengelola.',
    example: { levels: 2, importance: 'mutlak', jp: 12, lacksLeadership: false, deferrals: 2, box: null },
    fromJson: p => {
      const asOf = String(p.asOf ?? '2026-11-24') as Day
      const holding = collectionRules.on(asOf)
      const context = { rules: holding.body.priority, ruleSet: holding.reference, asOf, needId: null }
      const need = {
        subject: 'kompetensi',
        held: 0,
        required: Number(p.levels),
        importance: p.importance == null ? null : (String(p.importance) as Importance),
        jp: p.jp == null ? null : Number(p.jp),
        lacksLeadership: p.lacksLeadership === true,
        deferrals: Number(p.deferrals ?? 0),
      }
      return {
        open: openOrder(need, context).value,
        whole: wholeOrder(need, p.box == null ? null : Number(p.box), context).value,
        ruleVersion: holding.reference,
      }
    },
  },
})
