import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { CollectionRules } from './need-order.model.ts'

const points = z.number().min(0)
const schema: z.ZodType<CollectionRules> = z.strictObject({
  windowDays: z.number().int().positive(),
  remindDaysBefore: z.array(z.number().int().min(0)),
  remindEveryAfter: z.number().int().positive(),
  rowsPerPerson: z.number().int().positive(),
  delegationDays: z.number().int().positive(),
  years: z.number().int().min(1).max(5),
  priority: z.strictObject({
    perLevel: points,
    importance: z.strictObject({ mutlak: points, penting: points, perlu: points }),
    successionBoxes: z.array(z.number().int()),
    succession: points,
    performanceBoxes: z.array(z.number().int()),
    performance: points,
    jpTarget: points,
    belowJp: points,
    leadership: points,
    deferralsThatRaise: z.number().int().positive(),
    deferredAgain: points,
  }),
  leadership: z.record(z.string(), z.string()),
  forms: z.record(z.string(), z.string()),
  formByKind: z.strictObject({ managerial: z.string(), sociocultural: z.string(), technical: z.string() }),
})

/** rules/planning/need-collection.yaml */
export const collectionRules = rulesOf('planning/need-collection', schema)
