import { createHash } from 'node:crypto'
import { z } from 'zod'
import { learningForm } from '#domain/workforce/training/jp-conversion.model.ts'
import { jpConversionRules } from '#domain/workforce/training/training.rules.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findDocument, listDocumentRows, listPlanLines } from './document.store.ts'
import { mustSayWhy } from './entry.ts'
import { collectionRules } from './need-collection.rules.ts'
import { type CollectedNeed, findCollection } from './need-collection.store.ts'
import { placeNeeds } from './place-needs.model.ts'
import { deferNeeds } from './run-collection.ts'

/** Puts the accepted needs into the agency's paper: RPK of the year or HCDP of several, frozen with version and fingerprint. */
export const compileDocument = useCase({
  name: 'compile-document',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.need_documents', 'planning.need_document_rows'],
  reads: ['planning.collected_needs', 'planning.need_priorities', 'planning.budget_lines'],
  input: z.object({
    collectionId: field.id('Pengumpulan'),
    kind: z.enum(['rpk', 'hcdp'], { error: 'Pilih RPK atau HCDP.' }),
    /** Lines of a unit that pay for others too. */
    sharedLineIds: z.array(z.string().uuid()).default([]),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const collection = await findCollection(db, input.collectionId)
    if (!collection || collection.state === 'filling') throw errors.collection.notFound()
    const needs = await db.rows<CollectedNeed>(sql`
      select n.*, n.jp::float as jp from planning.collected_needs n left join planning.need_priorities p on p.agency_id = n.agency_id and p.need_id = n.id
      where n.collection_id = ${collection.id} and n.state = 'accepted' and n.origin <> 'unknown'
      order by coalesce(p.value, n.priority) desc, lower(n.person_name), n.title, n.id`)
    if (needs.length === 0) throw errors.collection.nothingAccepted()
    const length = input.kind === 'rpk' ? 1 : collectionRules.on(on).body.years
    const years = Array.from({ length }, (_, i) => collection.year + i)
    const placements = placeNeeds(
      needs.map(n => ({
        id: n.id,
        unitId: n.unit_id,
        called: `${n.title} ${n.form ?? ''}`,
        year: n.plan_year,
        cost: n.cost,
      })),
      await listPlanLines(db, years),
      years,
      new Set(input.sharedLineIds),
    )
    const forms = jpConversionRules.on(on).body
    // What was wished for a later year stands in the HCDP; the RPK is of one year.
    const rows = needs
      .map((n, i) => ({ n, placed: placements[i] }))
      .filter(({ n }) => input.kind === 'hcdp' || n.plan_year <= collection.year)
      .sort((a, b) => a.placed.year - b.placed.year || a.n.unit_name.localeCompare(b.n.unit_name))
      .map(({ n, placed }, i) => {
        const form = n.form ? learningForm(n.form, forms) : null
        return {
          number: i + 1,
          employee_id: n.employee_id,
          need_id: n.id,
          year: placed.year,
          person_name: n.person_name,
          nip: n.nip,
          position_name: n.position_name,
          unit_name: n.unit_name,
          subject: n.subject,
          kind: n.kind,
          title: n.title,
          form: n.form,
          track: form?.track ?? null,
          siasn_id: form?.siasnId ?? null,
          provider: n.provider,
          quarter: n.quarter,
          jp: n.jp,
          cost: n.cost,
          budget_line_id: placed.lineId,
          budget_line: placed.line,
          placement: placed.words,
        }
      })
    if (rows.length === 0) throw errors.collection.nothingAccepted()
    const id = newId()
    const { version } = await db.one<{ version: number }>(
      sql`select coalesce(max(version), 0) + 1 as version from planning.need_documents where collection_id = ${collection.id} and kind = ${input.kind}`,
    )
    const content_hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
    await db.insert('planning.need_documents', [
      {
        agency_id: actor.agencyId,
        id,
        collection_id: collection.id,
        kind: input.kind,
        year_from: years[0],
        year_until: years[years.length - 1],
        version,
        state: 'frozen',
        content_hash,
        compiled_by_name: actor.name,
        compiled_by: actor.accountId,
        compiled_on: on,
      },
    ])
    await db.insert(
      'planning.need_document_rows',
      rows.map(row => ({ agency_id: actor.agencyId, document_id: id, ...row })),
    )
    note({
      subjectKind: 'planning.need-document',
      subjectId: id,
      detail: { kind: input.kind, version, rows: rows.length, content_hash },
    })
    return { id, version, rows: rows.length }
  },
})

/**
 * A second person approves the frozen paper or returns it with a reason. With an approved RPK, what no line could pay goes
 * to the next year's list; an earlier approved version is replaced.
 */
export const decideDocument = useCase({
  name: 'decide-document',
  room: 'planning',
  permission: { leader: 'agency', hr_officer: 'agency' },
  writes: ['planning.need_documents'],
  reads: ['planning.need_document_rows', 'planning.collected_needs'],
  input: z.object({
    documentId: field.id('Dokumen'),
    decision: z.enum(['approve', 'return'], { error: 'Pilih setujui atau kembalikan.' }),
    reason: z.string().max(2000).nullish(),
  }),
  async run({ input, db, actor, on, note, call, announce }) {
    const document = await findDocument(db, input.documentId)
    if (!document) throw errors.collection.documentNotFound()
    if (document.state !== 'frozen') throw errors.collection.documentDecided()
    if (document.compiled_by === actor.accountId) throw errors.collection.secondPerson(document.compiled_by_name)
    const reason =
      input.decision === 'return' ? mustSayWhy(input.reason, 'pengembalian ini') : input.reason?.trim() || null
    if (input.decision === 'approve')
      await db.run(
        sql`update planning.need_documents set state = 'replaced' where collection_id = ${document.collection_id} and kind = ${document.kind} and state = 'approved'`,
      )
    await db.run(
      sql`update planning.need_documents set state = ${input.decision === 'approve' ? 'approved' : 'returned'}, decided_by_name = ${actor.name}, decided_on = ${on}, decided_reason = ${reason} where id = ${document.id}`,
    )
    if (input.decision === 'approve' && document.kind === 'rpk') {
      const open = (await listDocumentRows(db, document.id)).filter(
        r => r.cost !== null && r.cost > 0 && r.budget_line_id === null,
      )
      const competencies = new Map(
        (
          await db.rows<{ id: string; competency_id: string }>(
            sql`select id, competency_id from planning.collected_needs where id = any (${open.map(r => r.need_id)}::uuid[]) and competency_id is not null`,
          )
        ).map(n => [n.id, n.competency_id]),
      )
      const people = open.flatMap(r => {
        const competencyId = competencies.get(r.need_id)
        return competencyId ? [{ employeeId: r.employee_id, competencyId, reason: r.placement }] : []
      })
      if (people.length > 0)
        await call(deferNeeds, { fromYear: document.year_from, source: 'document', sourceId: document.id, people })
      announce({ type: 'AnnualPlanApproved', payload: { documentId: document.id, year: document.year_from } })
    }
    note({
      subjectKind: 'planning.need-document',
      subjectId: document.id,
      reason,
      detail: { decision: input.decision, version: document.version },
    })
    return { collectionId: document.collection_id }
  },
})
