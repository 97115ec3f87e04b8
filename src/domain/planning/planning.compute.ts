import type { Day } from '#core/values/day.ts'
import type { Importance } from '#domain/competency/position-standard/position-standard.model.ts'
import { asComputeEntries } from '#platform/rules/load-rules.ts'
import { priorityFigure, stepPointsOf } from './need/priority.model.ts'
import { priorityRules } from './need/priority.rules.ts'

/** Domain functions of this room, callable with plain JSON. */
export const planningCompute = asComputeEntries({
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
})
