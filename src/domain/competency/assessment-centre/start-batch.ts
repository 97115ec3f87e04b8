import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { requirementsOf } from '../gap/profile.store.ts'
import { takesPart } from './assessment-centre.model.ts'
import {
  listAssignments,
  listBatchAssessors,
  listMeasures,
  listParticipants,
  openBatch,
  rulesOfBatch,
} from './centre.store.ts'

/** Starts a batch: who is assessed by whom, with what and against which standard stands still from now on. */
export const startBatch = useCase({
  name: 'start-batch',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['workforce.employees', 'workforce.units', 'workforce.positions', 'competency.requirements'],
  writes: ['competency.assessment_batches', 'competency.batch_participants'],
  input: z.object({ batchId: field.id('Gelombang') }),
  async run({ input, db, on, note, announce }) {
    const batch = await openBatch(db, input.batchId)
    if (batch.state !== 'planned') throw errors.batch.running()
    if (on < batch.starts_on) throw errors.batch.tooEarly(batch.starts_on)
    const { body } = rulesOfBatch(batch)
    const people = (await listParticipants(db, batch.id)).filter(takesPart)
    if (people.length === 0) throw errors.batch.notReady('Belum ada peserta. Undang pegawai lebih dahulu.')
    if (people.some(p => p.state === 'asks-other-day'))
      throw errors.batch.notReady('Masih ada peserta yang meminta hari lain. Jawab permintaannya lebih dahulu.')
    const codes = new Set(batch.matrix.flatMap(l => l.codes))
    const measures = (await listMeasures(db, batch)).filter(m => codes.has(m.code))
    if (!measures.some(m => m.kind === 'competency'))
      throw errors.batch.notReady('Instrumen belum mengukur satu kompetensi pun. Lengkapi instrumennya.')
    if (!(await listBatchAssessors(db, batch.id)).some(a => a.is_lead))
      throw errors.batch.notReady('Gelombang belum mempunyai ketua asesor. Tunjuk salah satu asesor.')
    const assigned = Map.groupBy(await listAssignments(db, batch.id), a => a.participant_id)
    const few = people.filter(p => (assigned.get(p.id)?.length ?? 0) < body.leastAssessors)
    if (few.length > 0)
      throw errors.rating.tooFew(
        body.leastAssessors,
        few.map(p => p.name),
      )
    const posts = await db.rows<{ id: string; name: string; tier: string | null }>(
      sql`select id, position_name as name, tier from workforce.v_people where id = any (${people.map(p => p.employee_id)}) and position_name is not null`,
    )
    const standards = await requirementsOf(
      db,
      batch.standard ? [{ name: batch.standard, tier: null }] : posts.map(p => ({ name: p.name, tier: p.tier })),
    )
    const postOf = new Map(posts.map(p => [p.id, p.name]))
    const without: string[] = []
    for (const p of people) {
      const name = batch.standard ?? postOf.get(p.employee_id) ?? null
      const wanted = name
        ? (standards.get(name)?.requirements ?? [])
            .filter(q => codes.has(q.code))
            .map(q => ({ code: q.code, name: q.name, level: q.level }))
        : []
      if (wanted.length === 0) without.push(p.name)
      await db.run(
        sql`update competency.batch_participants set state = 'present', standard_name = ${name}, standard = ${JSON.stringify(wanted)}::jsonb where id = ${p.id}`,
      )
    }
    if (without.length > 0)
      throw errors.batch.notReady(
        `Standar jabatan belum ada untuk ${without.slice(0, 5).join(', ')}. Lengkapi standarnya, atau pilih satu standar untuk gelombang ini.`,
      )
    await db.run(sql`update competency.assessment_batches set state = 'running' where id = ${batch.id}`)
    note({ subjectKind: 'competency.batch', subjectId: batch.id, detail: { people: people.length } })
    announce({ type: 'AssessmentBatchStarted', payload: { batchId: batch.id } })
  },
})
