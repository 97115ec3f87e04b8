import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { isAccredited, takesPart } from './assessment-centre.model.ts'
import { centreRules } from './assessment-centre.rules.ts'
import { findProvider, listMeasures, listParticipants, openBatch, rulesOfBatch } from './centre.store.ts'
import { whenWords } from './centre-words.ts'

const batchInput = z.object({
  name: field.text('Nama gelombang', 160),
  useCode: z.string({ error: 'Tujuan wajib dipilih.' }).min(1, { error: 'Tujuan wajib dipilih.' }),
  providerId: field.id('Penyelenggara'),
  complexity: z.enum(['sederhana', 'sedang', 'kompleks'], { error: 'Kategori metode wajib dipilih.' }),
  startsOn: field.day('Tanggal mulai'),
  endsOn: field.day('Tanggal selesai'),
  place: field.text('Tempat', 200),
  seats: field.whole('Kursi', 1, 500),
  contact: field.text('Narahubung', 200),
  standardId: field.id('Standar').nullish(),
})

const checked = async (db: Db, input: z.infer<typeof batchInput>, exceptId: string | null) => {
  if (input.endsOn < input.startsOn) throw errors.batch.endsEarly()
  const { body, reference } = centreRules.on(input.startsOn as Day)
  const use = body.uses.find(u => u.code === input.useCode)
  if (!use) throw errors.batch.unknownUse()
  const provider = await findProvider(db, input.providerId)
  if (!provider) throw errors.provider.notFound()
  if (provider.ended_on) throw errors.provider.ended(provider.name)
  if (!isAccredited(provider.accredited_until, input.endsOn as Day))
    throw errors.provider.notAccredited(provider.name, provider.accredited_until)
  if (
    input.standardId &&
    !(await db.find(
      sql`select 1 from competency.position_standards where id = ${input.standardId} and withdrawn_on is null`,
    ))
  )
    throw errors.batch.standardMissing()
  if (
    await db.find(
      sql`select 1 from competency.assessment_batches where lower(name) = ${input.name.toLowerCase()} and (${exceptId}::uuid is null or id <> ${exceptId}::uuid)`,
    )
  )
    throw errors.batch.nameTaken()
  return { use, reference, body }
}

/** The usual matrix to begin with: every instrument with the kinds it usually measures. */
const usualMatrix = async (db: Db, on: Day) => {
  const measures = await listMeasures(db, null)
  const general = new Set(
    (await db.rows<{ code: string }>(sql`select code from competency.competencies where kind <> 'technical'`)).map(
      c => c.code,
    ),
  )
  return centreRules
    .on(on)
    .body.instruments.filter(i => ['lgd', 'wawancara', 'psikometri'].includes(i.code))
    .map(i => ({
      instrument: i.code,
      codes: measures
        .filter(m => i.usual.includes(m.kind) && (m.kind !== 'competency' || general.has(m.code)))
        .map(m => m.code),
    }))
}

/** Plans a batch: what for, by whom, when, where, for how many, against which standard. */
export const planBatch = useCase({
  name: 'plan-batch',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.competencies', 'competency.position_standards', 'competency.assessment_providers'],
  writes: ['competency.assessment_batches'],
  input: batchInput,
  async run({ input, db, actor, on, newId, note, announce }) {
    if (input.startsOn < on) throw errors.batch.past()
    const { use, reference } = await checked(db, input, null)
    const id = newId()
    await db.insert('competency.assessment_batches', [
      {
        agency_id: actor.agencyId,
        id,
        name: input.name,
        use_code: use.code,
        purpose: use.purpose,
        provider_id: input.providerId,
        complexity: input.complexity,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        place: input.place,
        seats: input.seats,
        contact: input.contact,
        standard_id: input.standardId ?? null,
        matrix: await usualMatrix(db, input.startsOn as Day),
        state: 'planned',
        rule_code: reference.code,
        rule_version: reference.version,
        planned_by_name: actor.name,
      },
    ])
    note({ subjectKind: 'competency.batch', subjectId: id, detail: { name: input.name, seats: input.seats } })
    announce({ type: 'AssessmentBatchPlanned', payload: { batchId: id } })
    return { id }
  },
})

/** Changes a batch that has not started; those invited are told of another day or place. */
export const changeBatch = useCase({
  name: 'change-batch',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.competencies', 'competency.position_standards', 'competency.assessment_providers'],
  writes: ['competency.assessment_batches', 'competency.batch_participants', 'platform.notices'],
  input: batchInput.extend({ batchId: field.id('Gelombang') }),
  async run({ input, db, on, note }) {
    const batch = await openBatch(db, input.batchId)
    if (batch.state !== 'planned') throw errors.batch.running()
    if (input.startsOn < on) throw errors.batch.past()
    const { use, reference } = await checked(db, input, batch.id)
    const people = (await listParticipants(db, batch.id)).filter(takesPart)
    if (input.seats < people.length) throw errors.batch.seatsTaken(people.length)
    await db.run(sql`update competency.assessment_batches set name = ${input.name}, use_code = ${use.code}, purpose = ${use.purpose}, provider_id = ${input.providerId},
      complexity = ${input.complexity}, starts_on = ${input.startsOn}, ends_on = ${input.endsOn}, place = ${input.place}, seats = ${input.seats}, contact = ${input.contact},
      standard_id = ${input.standardId ?? null}, rule_code = ${reference.code}, rule_version = ${reference.version} where id = ${batch.id}`)
    await db.run(
      sql`update competency.batch_participants set assessed_on = ${input.startsOn} where batch_id = ${batch.id} and (assessed_on < ${input.startsOn}::date or assessed_on > ${input.endsOn}::date)`,
    )
    if (batch.starts_on !== input.startsOn || batch.ends_on !== input.endsOn || batch.place !== input.place) {
      const moved = await listParticipants(db, batch.id)
      await notify(
        db,
        moved.filter(takesPart).map(p => ({
          employeeId: p.employee_id,
          text: `Asesmen Anda berubah: ${whenWords(p.assessed_on, input.place)}.`,
          textEn: `Your assessment has changed: ${whenWords(p.assessed_on, input.place, 'en')}.`,
          href: `/kompetensi/asesmen/peserta/${p.id}`,
        })),
      )
    }
    note({
      subjectKind: 'competency.batch',
      subjectId: batch.id,
      detail: { from: batch.starts_on, to: input.startsOn },
    })
  },
})

/** Says which instrument measures which competency or aspect, until the batch starts. */
export const chooseInstruments = useCase({
  name: 'choose-instruments',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.competencies'],
  writes: ['competency.assessment_batches'],
  input: z.object({
    batchId: field.id('Gelombang'),
    matrix: z
      .array(z.object({ instrument: z.string(), codes: z.array(z.string()) }))
      .transform(lines => lines.filter(l => l.codes.length > 0))
      .refine(lines => lines.length > 0, { error: 'Pilih sedikitnya satu instrumen dengan yang diukurnya.' }),
  }),
  async run({ input, db, note }) {
    const batch = await openBatch(db, input.batchId)
    if (batch.state !== 'planned') throw errors.batch.running()
    const { body } = rulesOfBatch(batch)
    const known = new Set((await listMeasures(db, batch)).map(m => m.code))
    for (const line of input.matrix) {
      if (!body.instruments.some(i => i.code === line.instrument)) throw errors.batch.unknownMeasure(line.instrument)
      for (const code of line.codes) if (!known.has(code)) throw errors.batch.unknownMeasure(code)
    }
    await db.run(
      sql`update competency.assessment_batches set matrix = ${JSON.stringify(input.matrix)}::jsonb where id = ${batch.id}`,
    )
    note({
      subjectKind: 'competency.batch',
      subjectId: batch.id,
      detail: { instruments: input.matrix.map(l => l.instrument) },
    })
  },
})

/** Calls a batch off, with the reason for those invited. */
export const cancelBatch = useCase({
  name: 'cancel-batch',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.assessment_batches', 'platform.notices'],
  input: z.object({ batchId: field.id('Gelombang'), reason: field.reason() }),
  async run({ input, db, note }) {
    const batch = await openBatch(db, input.batchId)
    if (batch.state !== 'planned') throw errors.batch.running()
    await db.run(
      sql`update competency.assessment_batches set state = 'cancelled', state_reason = ${input.reason} where id = ${batch.id}`,
    )
    const people = (await listParticipants(db, batch.id)).filter(takesPart)
    await notify(
      db,
      people.map(p => ({
        employeeId: p.employee_id,
        text: `${batch.name} dibatalkan: ${input.reason}`,
        textEn: `${batch.name} was cancelled: ${input.reason}`,
        href: `/kompetensi/asesmen/peserta/${p.id}`,
      })),
    )
    note({
      subjectKind: 'competency.batch',
      subjectId: batch.id,
      reason: input.reason,
      detail: { people: people.length },
    })
  },
})
