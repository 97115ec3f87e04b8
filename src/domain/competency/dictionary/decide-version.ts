import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import {
  applyVersion,
  findCompetencyVersion,
  listCompetencyVersions,
  listDueVersions,
} from './competency-version.store.ts'
import { findCompetency } from './dictionary.store.ts'
import { isAuthor } from './propose-version.ts'

/** A second person, never the author, lets a proposal into the dictionary or refuses it; both with a reason. */
export const decideProposal = useCase({
  name: 'decide-competency-proposal',
  room: 'competency',
  permission: { hr_officer: 'agency', leader: 'agency' },
  reads: ['competency.requirements'],
  writes: ['competency.competency_versions', 'competency.competencies', 'platform.notices'],
  input: z.object({
    versionId: field.id('Usulan'),
    decision: z.enum(['approved', 'refused'], { error: 'Pilih setuju atau tolak.' }),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note, announce }) {
    const version = await findCompetencyVersion(db, input.versionId)
    if (!version) throw errors.dictionary.notFound()
    if (version.state !== 'submitted') throw errors.dictionary.decided()
    if (isAuthor(version, actor)) throw errors.dictionary.ownProposal()
    // A decision that came late takes effect on its own day: what was judged before keeps the old words.
    const isLate = version.valid_from < on
    const validFrom = isLate ? on : version.valid_from
    if (input.decision === 'approved') {
      const later = (await listCompetencyVersions(db, version.competency_id)).find(
        v => v.state === 'approved' && v.valid_from >= validFrom,
      )
      if (later) throw errors.dictionary.notAfter(later.valid_from)
      if (version.successor_id && (await findCompetency(db, version.successor_id))?.retired_on)
        throw errors.dictionary.badSuccessor()
    }
    const changed = await db.run(
      sql`update competency.competency_versions set state = ${input.decision}, valid_from = ${validFrom}, decided_by_name = ${actor.name}, decided_on = ${on}, decision_reason = ${input.reason}
        where id = ${input.versionId} and state = 'submitted'`,
    )
    if (changed === 0) throw errors.dictionary.decided()
    if (input.decision === 'approved' && validFrom <= on)
      await applyVersion(db, { ...version, valid_from: validFrom }, on)
    if (version.author_employee_id)
      await notify(db, [
        {
          employeeId: version.author_employee_id,
          text: `Usulan kamus ${version.name} ${input.decision === 'approved' ? 'disetujui' : 'ditolak'}. Baca alasannya.`,
          textEn: `Dictionary proposal ${version.name}: ${input.decision}. Read the reason.`,
          href: `/kompetensi/kamus/usulan/${version.id}`,
        },
      ])
    note({
      subjectKind: 'competency.competency-version',
      subjectId: input.versionId,
      reason: input.reason,
      detail: { decision: input.decision, change: version.change, name: version.name, validFrom },
    })
    if (input.decision === 'approved')
      announce({ type: 'DictionaryChanged', payload: { competencyId: version.competency_id } })
    return { competencyId: version.competency_id }
  },
})

/** Nightly: what was approved for a day that has come enters the dictionary. */
export const applyProposals = useCase({
  name: 'apply-competency-proposals',
  room: 'competency',
  permission: { system: 'agency' },
  writes: ['competency.competency_versions', 'competency.competencies'],
  input: z.object({}),
  example: {},
  async run({ db, on, note }) {
    const due = await listDueVersions(db, on)
    for (const version of due) await applyVersion(db, version, on)
    note({ subjectKind: 'competency.dictionary', detail: { applied: due.length } })
    return { applied: due.length }
  },
})
