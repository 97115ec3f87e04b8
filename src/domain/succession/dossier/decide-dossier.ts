import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findDossier } from './dossier.store.ts'
import type { DossierContent } from './dossier-content.model.ts'
import { fingerprintOf } from './seal.ts'

/** The leader decides: the decision joins the frozen content, the whole gets its last fingerprint, the person is told why. */
export const decideDossier = useCase({
  name: 'decide-dossier',
  room: 'succession',
  permission: { leader: 'agency' },
  reads: ['workforce.positions', 'workforce.units', 'workforce.employees', 'platform.audit_entries'],
  writes: ['succession.dossiers', 'platform.notices'],
  input: z.object({
    dossierId: field.id('Berkas'),
    decision: z.enum(['approved', 'rejected'], { error: 'Pilih disetujui atau ditolak.' }),
    reason: field.reason(),
    /** What the person reads; the prepared words when left empty. */
    explanation: z.string().trim().max(4000).nullish(),
  }),
  async run({ input, db, actor, on, note, announce }) {
    const dossier = await findDossier(db, input.dossierId)
    if (!dossier) throw errors.dossier.notFound()
    if (dossier.state !== 'submitted' || !dossier.content) throw errors.dossier.notSubmitted()
    if (dossier.employee_id === actor.employeeId) throw errors.dossier.self()
    if (actor.employeeId && dossier.preparer_ids.includes(actor.employeeId)) throw errors.dossier.preparer()
    if (fingerprintOf(dossier.content) !== dossier.content_hash) throw errors.dossier.changed()
    const acts = await db.rows<DossierContent['audit'][number]>(
      sql`select seq as number, action, at::date as "on" from platform.v_audit_entries where kind = 'act' and subject_id = ${dossier.id} order by seq`,
    )
    const before = new Set(acts.map(a => a.number))
    const content: DossierContent = {
      ...dossier.content,
      explanation: input.explanation || dossier.content.explanation,
      audit: [...dossier.content.audit.filter(a => !before.has(a.number)), ...acts].sort((a, b) => a.number - b.number),
      decision: { decision: input.decision, reason: input.reason, by: actor.name, on },
    }
    const fingerprint = fingerprintOf(content)
    await db.run(
      sql`update succession.dossiers set state = 'decided', decision = ${input.decision}, decision_reason = ${input.reason}, decided_by = ${actor.name}, decided_on = ${on},
        explanation_for_person = ${content.explanation}, content = ${JSON.stringify(content)}::jsonb, content_hash = ${fingerprint} where id = ${dossier.id}`,
    )
    await notify(db, [
      {
        employeeId: dossier.employee_id,
        text: `Usulan Anda untuk ${content.post.name} ${input.decision === 'approved' ? 'disetujui' : 'belum disetujui'} ${formatDay(on)}. Baca alasan dan langkah berikutnya.`,
        textEn: `The proposal for you as ${content.post.name} was ${input.decision === 'approved' ? 'approved' : 'not approved'} on ${formatDay(on, 'long', 'en')}. Read the reason and the next step.`,
        href: `/keputusan/${dossier.id}`,
      },
    ])
    note({
      subjectKind: 'succession.dossier',
      subjectId: dossier.id,
      employeeId: dossier.employee_id,
      reason: input.reason,
      detail: { number: dossier.number, decision: input.decision, fingerprint },
    })
    announce({ type: 'DossierDecided', payload: { dossierId: dossier.id, decision: input.decision } })
    return { fingerprint }
  },
})

/** The leader sends a dossier back with what is missing; HR may then change and submit it again. */
export const returnDossier = useCase({
  name: 'return-dossier',
  room: 'succession',
  permission: { leader: 'agency' },
  reads: ['workforce.positions', 'workforce.units', 'workforce.employees'],
  writes: ['succession.dossiers'],
  input: z.object({ dossierId: field.id('Berkas'), reason: field.reason() }),
  async run({ input, db, note }) {
    const dossier = await findDossier(db, input.dossierId)
    if (!dossier) throw errors.dossier.notFound()
    if (dossier.state !== 'submitted') throw errors.dossier.notSubmitted()
    await db.run(
      sql`update succession.dossiers set state = 'returned', returned_reason = ${input.reason}, content_hash = null, frozen_at = null where id = ${dossier.id}`,
    )
    note({
      subjectKind: 'succession.dossier',
      subjectId: dossier.id,
      employeeId: dossier.employee_id,
      reason: input.reason,
    })
    return { id: dossier.id }
  },
})
