import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { rangeOf } from './usual-indicators.ts'

const input = z.object({
  unitId: field.id('Unit'),
  indicatorId: field.id('Indikator'),
  /** First day of the month, `2026-10-01`. */
  monthOn: z
    .string({ error: 'Bulan wajib diisi.' })
    .regex(/^\d{4}-\d{2}-01$/, { error: 'Pilih bulan, misalnya 2026-10.' }),
  value: z.coerce.number({ error: 'Nilai harus berupa angka.' }),
  numerator: z.coerce.number().nullish(),
  denominator: z.coerce.number().nullish(),
  /** Needed only when a value is replaced. */
  reason: z.string().trim().nullish(),
})

/** Writes a unit's indicator of one month, or corrects it with a reason; the audit trail keeps the old value. */
export const recordIndicatorValue = useCase({
  name: 'record-indicator-value',
  room: 'workforce',
  permission: { hr_officer: 'agency' },
  reads: ['workforce.indicators', 'workforce.units'],
  writes: ['workforce.indicator_values'],
  input,
  async run({ input, db, actor, on, note, announce }) {
    const indicator = await db.find<{ unit_of_measure: string }>(
      sql`select unit_of_measure from workforce.indicators where id = ${input.indicatorId}`,
    )
    if (!indicator) throw errors.indicator.notFound()
    const unit = await db.find(sql`select 1 from workforce.units where id = ${input.unitId}`)
    if (!unit) throw errors.unit.notFound()
    const { least, most } = rangeOf(indicator.unit_of_measure)
    if (input.value < least || (most !== null && input.value > most)) throw errors.indicator.outOfRange(least, most)
    if (input.monthOn > on) throw errors.indicator.inFuture()
    const before = await db.find<{ value: number }>(sql`select value from workforce.indicator_values
      where unit_id = ${input.unitId} and indicator_id = ${input.indicatorId} and month_on = ${input.monthOn}`)
    if (before && (input.reason ?? '').length < 10) throw errors.indicator.alreadyRecorded()
    await db.insert(
      'workforce.indicator_values',
      [
        {
          agency_id: actor.agencyId,
          unit_id: input.unitId,
          indicator_id: input.indicatorId,
          month_on: input.monthOn,
          value: input.value,
          numerator: input.numerator ?? null,
          denominator: input.denominator ?? null,
        },
      ],
      'on conflict (agency_id, indicator_id, unit_id, month_on) do update set value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator',
    )
    note({
      subjectKind: 'workforce.indicator',
      subjectId: input.indicatorId,
      reason: input.reason,
      detail: { unitId: input.unitId, monthOn: input.monthOn, before: before?.value ?? null, after: input.value },
    })
    announce({ type: 'IndicatorValuesChanged', payload: { values: 1 } })
    return { isCorrection: before !== null }
  },
})
