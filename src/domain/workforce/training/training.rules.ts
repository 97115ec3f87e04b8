import { z } from 'zod'
import { rulesOf } from '#platform/rules/load-rules.ts'
import type { ConversionRules } from './jp-conversion.model.ts'
import type { JpRules } from './jp-ledger.model.ts'

const jpSchema: z.ZodType<JpRules> = z.strictObject({
  targetByEmployment: z.record(z.string(), z.number().positive()),
  targetIsCeiling: z.array(z.string()),
  needsCertificate: z.boolean(),
  minutesPerJp: z.number().positive(),
})

/** rules/workforce/training.yaml */
export const jpRules = rulesOf('workforce/training', jpSchema)

const conversion = z
  .discriminatedUnion('how', [
    z.strictObject({ how: z.literal('asJp'), factor: z.number().positive() }),
    z.strictObject({ how: z.literal('perDay'), jp: z.number().positive() }),
    z.strictObject({ how: z.literal('perSemester'), jp: z.number().positive() }),
    z.strictObject({ how: z.literal('perTime'), jp: z.number().positive(), maxPerMonth: z.number().optional() }),
    z.strictObject({ how: z.literal('maxPerDay'), jp: z.number().positive() }),
  ])
  .nullable()

const conversionSchema: z.ZodType<ConversionRules> = z.strictObject({
  forms: z.array(
    z.strictObject({
      form: z.string(),
      track: z.string(),
      siasnId: z.number().int().nullable(),
      certificate: z.string().nullable(),
      shareClass: z.union([z.literal(70), z.literal(20), z.literal(10)]),
      national: conversion,
      international: conversion,
    }),
  ),
})

/** rules/workforce/jp-conversion.yaml */
export const jpConversionRules = rulesOf('workforce/jp-conversion', conversionSchema)
