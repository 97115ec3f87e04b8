import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findVersion, listSet, listVersions, type Version } from './position-standard.store.ts'
import { whyKept } from './standard-version.model.ts'

/** Whether a version may still be taken back, and why not. */
export const keptBecause = (v: Version, versions: readonly Version[], on: Version['valid_from']) =>
  whyKept(
    {
      ...v,
      isImported: v.made_on === null,
      hasLater: versions.some(o => o.withdrawn_on === null && o.valid_from > v.valid_from),
    },
    on,
  )

/** Takes a version back while its first day has not passed and nothing rests on it; the one before holds again. */
export const takeBackStandard = useCase({
  name: 'take-back-standard',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.assessment_batches', 'competency.requirements'],
  writes: ['competency.position_standards'],
  input: z.object({
    standardId: field.id('Standar'),
    /** Also every other version of the same family change. */
    wholeSet: z.boolean().default(false),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note, announce }) {
    const version = await findVersion(db, input.standardId)
    if (!version) throw errors.standard.notFound()
    const set =
      input.wholeSet && version.set_id
        ? (await listSet(db, version.set_id)).filter(v => v.withdrawn_on === null)
        : [version]
    for (const v of set) {
      const why = keptBecause(v, await listVersions(db, v.position_name), on)
      if (why) throw errors.standard.kept(v.position_name, why)
    }
    await db.run(
      sql`update competency.position_standards set withdrawn_on = ${on}, withdrawn_by_name = ${actor.name}, withdrawn_reason = ${input.reason} where id = any (${set.map(v => v.id)})`,
    )
    note({
      subjectKind: 'competency.standard',
      subjectId: input.standardId,
      reason: input.reason,
      detail: { versions: set.length, set: input.wholeSet ? version.set_id : null },
    })
    announce({ type: 'StandardsChanged', payload: { standards: set.length } })
    return { versions: set.length }
  },
})
