import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { keepFile } from '#platform/files/stored-file.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { mostPaperBytes, paperKind } from './paper.model.ts'

/** A person hands in a paper that speaks for a level and asks to have it checked. Until then it counts for nothing. */
export const submitPaper = useCase({
  name: 'submit-paper',
  room: 'competency',
  permission: { asn: 'own' },
  reads: ['competency.competencies'],
  writes: ['competency.evidence', 'platform.files', 'platform.file_pieces'],
  input: z.object({
    employeeId: field.id('Pegawai'),
    competencyId: field.id('Kompetensi'),
    level: z.coerce
      .number({ error: 'Pilih level yang dinyatakan bukti.' })
      .int()
      .min(1, { error: 'Pilih level 1 sampai 5.' })
      .max(5, { error: 'Pilih level 1 sampai 5.' }),
    observedOn: field.day('Tanggal terbit'),
    validUntil: field.day('Berlaku sampai').nullish(),
    note: z
      .string({ error: 'Sebutkan nama dan penerbit bukti.' })
      .trim()
      .min(5, { error: 'Sebutkan nama dan penerbit bukti.' })
      .max(500),
    file: z.object({ name: z.string().min(1).max(200), base64: z.string() }).nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    if (!input.file) throw errors.paper.missing()
    const bytes = new Uint8Array(Buffer.from(input.file.base64, 'base64'))
    if (bytes.length > mostPaperBytes) throw errors.paper.size()
    const kind = paperKind(bytes)
    if (!kind) throw errors.paper.kind()
    if (input.observedOn > on) throw errors.paper.inFuture()
    if (input.validUntil && input.validUntil <= input.observedOn) throw errors.paper.endsEarly()
    if (!(await db.find(sql`select 1 from competency.competencies where id = ${input.competencyId}`)))
      throw errors.evidence.unknownCompetency()
    const id = newId()
    const fileId = await keepFile(db, {
      name: input.file.name,
      mediaType: kind.mediaType,
      bytes,
      ownerTable: 'competency.evidence',
      ownerId: id,
      employeeId: input.employeeId,
    })
    await db.insert('competency.evidence', [
      {
        agency_id: actor.agencyId,
        id,
        employee_id: input.employeeId,
        competency_id: input.competencyId,
        source: 'certificate',
        level: input.level,
        observed_on: input.observedOn,
        valid_until: input.validUntil ?? null,
        is_verified: false,
        rater_id: null,
        source_kind: 'competency.paper',
        source_id: id,
        note: input.note,
        file_id: fileId,
        is_replaced: false,
      },
    ])
    note({
      subjectKind: 'competency.evidence',
      subjectId: id,
      employeeId: input.employeeId,
      detail: { level: input.level },
    })
    return { id }
  },
})
