import { z } from 'zod'
import { addDays, type Day } from '#core/values/day.ts'
import { mostPaperBytes, paperKind } from '#domain/competency/request/paper.model.ts'
import { sql } from '#platform/database/database.ts'
import { keepFile } from '#platform/files/stored-file.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { nominationRulesOn } from '../nomination/nomination.store.ts'
import { dueAfter } from './objection.model.ts'
import { objectionRules } from './objection.rules.ts'

/** Papers one objection may carry. */
export const mostFiles = 3

/** Sanggah: the person objects to her own result within the cycle's window, or to what was decided about a nomination of her. */
export const submitObjection = useCase({
  name: 'submit-objection',
  room: 'talent',
  permission: { asn: 'own' },
  reads: ['workforce.holidays'],
  writes: ['talent.objections', 'talent.objection_files', 'platform.files', 'platform.file_pieces'],
  input: z.object({
    cycleId: z.string().uuid().nullish(),
    nominationId: z.string().uuid().nullish(),
    statement: z
      .string({ error: 'Uraian wajib diisi.' })
      .trim()
      .min(20, { error: 'Jelaskan bagian mana yang keliru dan mengapa, sekurang-kurangnya 20 huruf.' })
      .max(4000),
    /** Papers that show it: PDF, JPG or PNG, each up to 5 MB. */
    files: z
      .array(z.object({ name: z.string().min(1).max(200), base64: z.string() }))
      .max(mostFiles, { error: `Paling banyak ${mostFiles} berkas.` })
      .default([]),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const papers = input.files.map(file => {
      const bytes = new Uint8Array(Buffer.from(file.base64, 'base64'))
      if (bytes.length > mostPaperBytes) throw errors.objection.fileSize(file.name)
      const kind = paperKind(bytes)
      if (!kind) throw errors.objection.fileKind(file.name)
      return { file, bytes, kind }
    })
    if (input.nominationId) {
      const nomination = await db.find<{ decided_on: Day | null; nominated_on: Day }>(
        sql`select decided_on, nominated_on from talent.nominations where id = ${input.nominationId} and employee_id = ${actor.employeeId} and state in ('accepted', 'declined')`,
      )
      if (!nomination?.decided_on) throw errors.nomination.notFound()
      const until = addDays(
        nomination.decided_on,
        (await nominationRulesOn(db, nomination.nominated_on)).body.objectWithinDays,
      )
      if (on > until) throw errors.objection.late(until)
    } else {
      const cycle = input.cycleId
        ? await db.find<{ objection_until: Day | null }>(
            sql`select objection_until from talent.cycles where id = ${input.cycleId}`,
          )
        : null
      if (!cycle) throw errors.cycle.notFound()
      if (cycle.objection_until && on > cycle.objection_until) throw errors.objection.late(cycle.objection_until)
    }
    const cycleId = input.nominationId ? null : (input.cycleId ?? null)
    if (
      await db.find(
        sql`select 1 from talent.objections where cycle_id is not distinct from ${cycleId}::uuid and nomination_id is not distinct from ${input.nominationId ?? null}::uuid and employee_id = ${actor.employeeId} and state = 'submitted'`,
      )
    )
      throw errors.objection.open()
    const holidays = new Set(
      (await db.rows<{ day: string }>(sql`select day from workforce.v_holidays where day > ${on}`)).map(h => h.day),
    )
    const id = newId()
    const due = dueAfter(on, holidays, (await holdingFor(db, objectionRules, on)).body)
    await db.insert('talent.objections', [
      {
        agency_id: actor.agencyId,
        id,
        cycle_id: cycleId,
        nomination_id: input.nominationId ?? null,
        employee_id: actor.employeeId,
        statement: input.statement,
        state: 'submitted',
        submitted_on: on,
        due_on: due,
      },
    ])
    for (const { file, bytes, kind } of papers) {
      const paperId = newId()
      const fileId = await keepFile(db, {
        name: file.name,
        mediaType: kind.mediaType,
        bytes,
        ownerTable: 'talent.objection_files',
        ownerId: paperId,
        employeeId: actor.employeeId,
      })
      await db.insert('talent.objection_files', [
        {
          agency_id: actor.agencyId,
          id: paperId,
          objection_id: id,
          employee_id: actor.employeeId,
          file_id: fileId,
          name: file.name,
          media_type: kind.mediaType,
          size_bytes: bytes.length,
          added_on: on,
        },
      ])
    }
    note({
      subjectKind: 'talent.objection',
      subjectId: id,
      employeeId: actor.employeeId,
      detail: { files: papers.length },
    })
    return { id, dueOn: due }
  },
})
