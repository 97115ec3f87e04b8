import { z } from 'zod'
import { restoreCompetencyRecords } from '#domain/competency/restore-competency-records.ts'
import { restoreDeliveryRecords } from '#domain/delivery/restore-delivery-records.ts'
import { restorePlanningRecords } from '#domain/planning/restore-planning-records.ts'
import { restoreTalentRecords } from '#domain/talent/restore-talent-records.ts'
import { restoreWorkforceRecords } from '#domain/workforce/restore-workforce-records.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findImport, listChanges } from './import.store.ts'
import { tableWord } from './table-words.ts'

/** Later rooms first, so that nobody's record loses the one it stands on. */
const rooms = [
  ['delivery', restoreDeliveryRecords],
  ['planning', restorePlanningRecords],
  ['talent', restoreTalentRecords],
  ['competency', restoreCompetencyRecords],
  ['workforce', restoreWorkforceRecords],
] as const

/** Results that used the data without pointing at each record. */
const resultsSince = async (db: Db, appliedAt: string): Promise<string[]> =>
  (
    await db.rows<{ name: string }>(
      sql`select name from talent.v_cycles where placed_at > ${appliedAt}::timestamptz order by placed_at`,
    )
  ).map(c => `peta talenta ${c.name}`)

/** Takes a whole import back, while nothing was built on it; else it says what was. */
export const undoImport = useCase({
  name: 'undo-import',
  room: 'exchange',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: ['exchange.imports'],
  reads: ['exchange.import_changes'],
  input: z.object({ importId: field.id('Kiriman'), reason: field.reason() }),
  async run({ input, db, note, announce, call }) {
    const known = await findImport(db, input.importId)
    if (!known) throw errors.import.notFound()
    if (known.state !== 'applied' || !known.applied_at) throw errors.import.notApplied()
    const results = await resultsSince(db, known.applied_at)
    if (results.length > 0) throw errors.import.builtOn(results)
    const changes = (await listChanges(db, input.importId)).map(c => ({
      table: c.table,
      key: c.key,
      before: c.before,
      after: c.after,
      kind: !c.before ? ('new' as const) : !c.after ? ('removed' as const) : ('changed' as const),
    }))
    let restored = 0
    for (const [schema, restore] of rooms) {
      const own = changes.filter(c => c.table.startsWith(`${schema}.`))
      if (own.length === 0) continue
      const done = await call(restore, { changes: own })
      if (done.drift.length > 0)
        throw errors.import.builtOn(
          done.drift.map(d =>
            d.how === 'changed'
              ? `${d.records} ${tableWord(d.table)} sudah diubah lagi sesudah kiriman ini`
              : `ada ${tableWord(d.table)} yang merujuk datanya`,
          ),
        )
      restored += done.restored
    }
    await db.run(sql`update exchange.imports set state = 'undone', undone_at = now() where id = ${input.importId}`)
    note({ subjectKind: 'exchange.import', subjectId: input.importId, reason: input.reason, detail: { restored } })
    announce({ type: 'ImportUndone', payload: { importId: input.importId } })
    return { restored }
  },
})
