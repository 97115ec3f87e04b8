import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { field } from '#platform/use-case.ts'

/** One thing to learn by, with its success indicator. Cost in rupiah; null cost is not known yet, never free. */
export const planItemInput = z
  .object({
    moduleId: z.string().uuid().nullish(),
    sessionId: z.string().uuid().nullish(),
    title: field.text('Nama kegiatan', 300),
    method: field.text('Cara belajar', 100),
    shareClass: z.union([z.literal(70), z.literal(20), z.literal(10)], {
      error: 'Pilih di tempat kerja, bersama orang lain, atau pelatihan formal.',
    }),
    startsOn: field.day('Tanggal mulai').nullish(),
    endsOn: field.day('Tanggal selesai').nullish(),
    jp: z.coerce
      .number({ error: 'JP harus berupa angka.' })
      .positive({ error: 'JP harus lebih dari 0.' })
      .max(1000)
      .nullish(),
    cost: z.coerce
      .number({ error: 'Biaya harus berupa angka rupiah.' })
      .int()
      .min(0, { error: 'Biaya tidak boleh negatif.' })
      .nullish(),
    budgetLineId: z.string().uuid().nullish(),
    competencyId: z.string().uuid().nullish(),
    fromLevel: z.coerce.number().int().min(0).max(5).nullish(),
    toLevel: z.coerce.number().int().min(1).max(5).nullish(),
    reason: z.string().max(1000).nullish(),
    indicator: z.string().max(500).nullish(),
    baseline: z.string().max(300).nullish(),
    target: z.string().max(300).nullish(),
    evidenceAsked: z.string().max(500).nullish(),
    checkedBy: z.string().max(200).nullish(),
  })
  .refine(item => !item.startsOn || !item.endsOn || item.endsOn >= item.startsOn, {
    path: ['endsOn'],
    error: 'Tanggal selesai mendahului tanggal mulai.',
  })

export type PlanItemInput = z.infer<typeof planItemInput>

/** The row of an item in a plan. */
export const planItemRow = (
  item: PlanItemInput,
  ids: { agencyId: string; id: string; planId: string; employeeId: string },
) => ({
  agency_id: ids.agencyId,
  id: ids.id,
  plan_id: ids.planId,
  employee_id: ids.employeeId,
  module_id: item.moduleId ?? null,
  session_id: item.sessionId ?? null,
  title: item.title,
  method: item.method,
  share_class: item.shareClass,
  starts_on: (item.startsOn ?? null) as Day | null,
  ends_on: (item.endsOn ?? null) as Day | null,
  jp: item.jp ?? null,
  cost: item.cost ?? null,
  budget_line_id: item.budgetLineId ?? null,
  competency_id: item.competencyId ?? null,
  from_level: item.fromLevel ?? null,
  to_level: item.toLevel ?? null,
  reason: item.reason ?? null,
  indicator: item.indicator ?? null,
  baseline: item.baseline ?? null,
  target: item.target ?? null,
  evidence_asked: item.evidenceAsked ?? null,
  checked_by: item.checkedBy ?? null,
  state: item.startsOn ? 'planned' : 'waiting',
})
