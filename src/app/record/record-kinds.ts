import { competencyRecords } from '#domain/competency/competency.records.ts'
import { deliveryRecords } from '#domain/delivery/delivery.records.ts'
import { impactRecords } from '#domain/impact/impact.records.ts'
import { planningRecords } from '#domain/planning/planning.records.ts'
import { successionRecords } from '#domain/succession/succession.records.ts'
import { talentRecords } from '#domain/talent/talent.records.ts'
import { workforceRecords } from '#domain/workforce/workforce.records.ts'
import type { RecordKinds } from '#platform/web/record-kind.ts'

/** All records a figure's chain may end at; each room says its own. */
export const recordKinds: RecordKinds = {
  ...workforceRecords,
  ...competencyRecords,
  ...talentRecords,
  ...planningRecords,
  ...deliveryRecords,
  ...impactRecords,
  ...successionRecords,
  'platform.data-request': {
    table: 'platform.data_requests',
    title: 'Permintaan tentang data pribadi',
    person: 'employee_id',
    fields: {
      kind: 'Jenis',
      statement: 'Uraian',
      state: 'Keadaan',
      submitted_on: 'Diajukan',
      due_on: 'Batas jawaban',
      answer: 'Jawaban',
    },
  },
}
