import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { judgingReads } from '../bench/compute-benches.ts'
import { errors } from '../errors.ts'
import { assembleContent } from './assemble-content.ts'
import { findDossier } from './dossier.store.ts'
import { fingerprintOf } from './seal.ts'

/** Tables that a dossier's content is gathered from. */
export const dossierReads = [
  ...judgingReads,
  'succession.benches',
  'succession.readiness',
  'succession.candidates',
  'planning.programmes',
  'planning.programme_people',
  'planning.modules',
  'planning.module_effects',
  'delivery.enrolments',
  'delivery.classes',
  'delivery.follow_ups',
  'delivery.behaviours',
  'impact.evaluations',
  'platform.agencies',
  'platform.audit_entries',
] as const

/** The present hands on a dossier and this one. */
const addPreparer = (actor: Actor) =>
  sql`array(select distinct id from unnest(preparer_ids || ${actor.employeeId ? [actor.employeeId] : []}::uuid[]) id order by id)`

/** Numbers run by year: BK-2026-0001. */
const nextNumber = async (db: Db, year: string): Promise<string> => {
  const { last } = await db.one<{ last: number }>(
    sql`select coalesce(max(substring(number from 9)::int), 0) as last from succession.dossiers where number like ${`BK-${year}-%`}`,
  )
  return `BK-${year}-${String(last + 1).padStart(4, '0')}`
}

/** HR prepares a decision for a post and a person; while it is a draft or was returned, preparing again changes its words. */
export const prepareDossier = useCase({
  name: 'prepare-dossier',
  room: 'succession',
  permission: { hr_officer: 'agency' },
  reads: dossierReads,
  writes: ['succession.dossiers'],
  input: z.object({
    /** An existing draft; absent for a new dossier. */
    dossierId: field.id('Berkas').nullish(),
    positionId: field.id('Jabatan'),
    employeeId: field.id('Calon'),
    recommendation: field.text('Usulan', 500),
    considerations: field.text('Pertimbangan', 4000),
    dissent: z.string().trim().max(4000).nullish(),
    /** What the person reads; the usual words when left empty. */
    explanation: z.string().trim().max(4000).nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const words = {
      recommendation: input.recommendation,
      considerations: input.considerations,
      dissent: input.dissent || null,
      explanation: input.explanation || null,
    }
    const known = input.dossierId ? await findDossier(db, input.dossierId) : null
    if (input.dossierId && !known) throw errors.dossier.notFound()
    if (known && known.state !== 'draft' && known.state !== 'returned') throw errors.dossier.notDraft()
    const positionId = known?.position_id ?? input.positionId
    const employeeId = known?.employee_id ?? input.employeeId
    if (!known) {
      const open = await db.find<{ number: string }>(
        sql`select number from succession.dossiers where position_id = ${positionId} and employee_id = ${employeeId} and state <> 'decided'`,
      )
      if (open) throw errors.dossier.open(open.number)
    }
    const id = known?.id ?? newId()
    const number = known?.number ?? (await nextNumber(db, on.slice(0, 4)))
    const content = await assembleContent(db, { id, number, positionId, employeeId }, words)
    if (known)
      await db.run(
        sql`update succession.dossiers set recommendation = ${words.recommendation}, considerations = ${words.considerations}, dissent = ${words.dissent},
          explanation_for_person = ${words.explanation}, content = ${JSON.stringify(content)}::jsonb, preparer_ids = ${addPreparer(actor)} where id = ${id}`,
      )
    else
      await db.insert('succession.dossiers', [
        {
          agency_id: actor.agencyId,
          id,
          number,
          position_id: positionId,
          employee_id: employeeId,
          state: 'draft',
          recommendation: words.recommendation,
          considerations: words.considerations,
          dissent: words.dissent,
          explanation_for_person: words.explanation,
          content,
          prepared_by: actor.name,
          prepared_on: on,
          preparer_ids: actor.employeeId ? [actor.employeeId] : [],
        },
      ])
    note({ subjectKind: 'succession.dossier', subjectId: id, employeeId, detail: { number } })
    return { id, number }
  },
})

/** Puts a dossier before the leader: everything is gathered once more and frozen with its fingerprint. */
export const submitDossier = useCase({
  name: 'submit-dossier',
  room: 'succession',
  permission: { hr_officer: 'agency' },
  reads: dossierReads,
  writes: ['succession.dossiers'],
  input: z.object({ dossierId: field.id('Berkas') }),
  async run({ input, db, actor, on, note, announce }) {
    const dossier = await findDossier(db, input.dossierId)
    if (!dossier) throw errors.dossier.notFound()
    if (dossier.state !== 'draft' && dossier.state !== 'returned') throw errors.dossier.notDraft()
    const content = await assembleContent(
      db,
      {
        id: dossier.id,
        number: dossier.number,
        positionId: dossier.position_id,
        employeeId: dossier.employee_id,
      },
      {
        recommendation: dossier.recommendation,
        considerations: dossier.considerations ?? '',
        dissent: dossier.dissent,
        explanation: dossier.explanation_for_person,
      },
    )
    const fingerprint = fingerprintOf(content)
    await db.run(
      sql`update succession.dossiers set state = 'submitted', submitted_on = ${on}, frozen_at = now(), returned_reason = null,
        content = ${JSON.stringify(content)}::jsonb, content_hash = ${fingerprint}, preparer_ids = ${addPreparer(actor)} where id = ${dossier.id}`,
    )
    note({
      subjectKind: 'succession.dossier',
      subjectId: dossier.id,
      employeeId: dossier.employee_id,
      detail: { number: dossier.number, fingerprint },
    })
    announce({ type: 'DossierSubmitted', payload: { dossierId: dossier.id } })
    return { fingerprint }
  },
})
