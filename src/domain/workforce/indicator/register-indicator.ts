import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/** Names an indicator the agency's units report monthly. */
export const registerIndicator = useCase({
  name: 'register-indicator',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  reads: ['workforce.indicators'],
  writes: ['workforce.indicators'],
  input: z.object({
    code: z
      .string({ error: 'Kode wajib diisi.' })
      .trim()
      .regex(/^[a-z0-9_]{3,60}$/, {
        error: 'Kode memakai huruf kecil, angka, dan garis bawah. Contoh: waktu_layanan.',
      }),
    name: field.text('Nama indikator', 200),
    unitOfMeasure: field.text('Satuan', 40),
    direction: z.enum(['lower-better', 'higher-better'], { error: 'Pilih arah yang lebih baik.' }),
  }),
  example: { code: 'waktu_layanan', name: 'Waktu layanan', unitOfMeasure: 'hari', direction: 'lower-better' },
  async run({ input, db, actor, newId, note }) {
    const known = await db.find<{ id: string }>(sql`select id from workforce.indicators where code = ${input.code}`)
    const id = known?.id ?? newId()
    await db.insert(
      'workforce.indicators',
      [
        {
          agency_id: actor.agencyId,
          id,
          code: input.code,
          name: input.name,
          unit_of_measure: input.unitOfMeasure,
          direction: input.direction,
        },
      ],
      'on conflict (agency_id, code) do update set name = excluded.name, unit_of_measure = excluded.unit_of_measure, direction = excluded.direction',
    )
    note({ subjectKind: 'workforce.indicator', subjectId: id })
    return { id }
  },
})
