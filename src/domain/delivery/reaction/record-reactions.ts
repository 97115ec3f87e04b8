import { z } from 'zod'
import { field, useCase } from '#platform/use-case.ts'

/** Level 1: the mean answer per item with how many answered of how many invited; no names. */
export const recordReactions = useCase({
  name: 'record-reactions',
  room: 'delivery',
  permission: { hr_officer: 'agency', facilitator: 'agency' },
  calledBy: ['apply-import', 'judge-import'],
  writes: ['delivery.reactions'],
  input: z.object({
    programmeId: z.string().uuid().nullish(),
    moduleId: z.string().uuid().nullish(),
    collectedOn: field.day('Tanggal').nullish(),
    items: z
      .array(
        z.object({
          item: field.text('Butir', 300),
          mean: z.coerce.number().min(0).max(10).nullable(),
          answers: field.whole('Jumlah penjawab', 0, 100000),
          invited: field.whole('Jumlah diundang', 0, 100000).nullish(),
          scaleMax: field.whole('Skala', 2, 10).default(5),
        }),
      )
      .min(1),
  }),
  async run({ input, db, actor, newId, note }) {
    await db.insert(
      'delivery.reactions',
      input.items.map(i => ({
        agency_id: actor.agencyId,
        id: newId(),
        programme_id: input.programmeId ?? null,
        module_id: input.moduleId ?? null,
        item: i.item,
        mean: i.mean,
        answers: i.answers,
        invited: i.invited ?? null,
        scale_max: i.scaleMax,
        collected_on: input.collectedOn ?? null,
      })),
    )
    note({
      subjectKind: 'planning.programme',
      subjectId: input.programmeId ?? undefined,
      detail: { items: input.items.length },
    })
  },
})
