import { z } from 'zod'
import { isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { type Context, field, useCase } from '#platform/use-case.ts'
import { validUntil } from '../assessment/assessment.model.ts'
import { assessmentRules } from '../assessment/assessment.rules.ts'
import { recordAssessment } from '../assessment/record-assessment.ts'
import { errors } from '../errors.ts'
import { measuredOf, potentialScore, takesPart } from './assessment-centre.model.ts'
import {
  type AgreedLevel,
  type Batch,
  listAgreed,
  listAssignments,
  listBatchRatings,
  listMeasures,
  listParticipants,
  openBatch,
  type Participant,
  rulesOfBatch,
} from './centre.store.ts'
import type { ReportContent } from './centre-report.model.ts'
import { hashOf } from './centre-report.store.ts'
import { complexityWords } from './centre-words.ts'

/** What a report says, from what was agreed on. */
export const reportContent = async (
  db: Db,
  batch: Batch,
  participant: Participant,
  agreed: readonly AgreedLevel[],
  assessors: string[],
): Promise<Omit<ReportContent, 'assessmentId'>> => {
  const measures = measuredOf(batch.matrix, await listMeasures(db, batch))
  const levels = new Map(agreed.map(a => [a.code, a.level]))
  const needed = new Map((participant.standard ?? []).map(s => [s.code, s.level]))
  const agency = await db.find<{ name: string }>(sql`select name from platform.v_agencies`)
  const of = (kind: 'potential' | 'leadership') =>
    measures.filter(m => m.kind === kind).map(m => ({ code: m.code, name: m.name, level: levels.get(m.code) ?? null }))
  return {
    agency: agency?.name ?? '',
    person: {
      name: participant.name,
      nip: participant.nip,
      position: participant.position_name,
      unit: participant.unit_name,
    },
    batch: {
      name: batch.name,
      use: rulesOfBatch(batch).body.uses.find(u => u.code === batch.use_code)?.name ?? batch.use_code,
      provider: batch.provider,
      place: batch.place,
      complexity: complexityWords[batch.complexity],
      contact: batch.contact,
    },
    purpose: batch.purpose,
    standard: participant.standard_name,
    assessedOn: participant.assessed_on,
    validUntil: validUntil(participant.assessed_on, assessmentRules.on(db.on).body),
    levels: measures
      .filter(m => m.kind === 'competency')
      .map(m => ({
        code: m.code,
        name: m.name,
        level: levels.get(m.code) ?? null,
        standard: needed.get(m.code) ?? null,
      })),
    aspects: of('potential'),
    leadership: of('leadership'),
    summary: participant.summary ?? '',
    advice: participant.advice ?? '',
    assessors,
    agreedBy: participant.agreed_by_name ?? '',
    madeOn: db.on,
  }
}

/** Records a result as every other result is recorded, and says which one it became. */
export const recordResult = async (
  call: Context<unknown>['call'],
  db: Db,
  batch: Batch,
  participant: Participant,
  content: Omit<ReportContent, 'assessmentId'>,
): Promise<string> => {
  const { body, reference } = rulesOfBatch(batch)
  const potential = potentialScore(new Map(content.aspects.map(a => [a.code, a.level])), {
    rules: body,
    ruleSet: reference,
    asOf: db.on,
  })
  const { refusals } = await call(recordAssessment, {
    rows: [
      {
        nip: participant.nip,
        assessedOn: participant.assessed_on,
        provider: batch.provider,
        method: 'assessment-centre',
        purpose: batch.purpose,
        positionName: participant.standard_name,
        potential: isKnown(potential) ? potential.value : null,
        levels: content.levels.map(l => ({ code: l.code, level: l.level, standardLevel: l.standard })),
      },
    ],
  })
  if (refusals.length > 0) throw errors.batch.noResult(participant.name, refusals[0].message)
  const { id } = await db.one<{ id: string }>(
    sql`select id from competency.assessments where employee_id = ${participant.employee_id} and assessed_on = ${participant.assessed_on}`,
  )
  return id
}

/** Closes a batch: each agreed result is recorded, open requests are answered, and everybody gets the own report. */
export const closeBatch = useCase({
  name: 'close-batch',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.assessor_ratings', 'competency.competencies', 'competency.assessments', 'workforce.employees'],
  writes: [
    'competency.assessment_batches',
    'competency.batch_participants',
    'competency.batch_agreements',
    'competency.assessment_reports',
    'competency.evidence_requests',
    'platform.notices',
  ],
  input: z.object({ batchId: field.id('Gelombang') }),
  async run({ input, db, actor, on, newId, note, announce, call }) {
    const batch = await openBatch(db, input.batchId)
    if (batch.state !== 'running') throw errors.batch.notRunning()
    const people = (await listParticipants(db, batch.id)).filter(takesPart)
    const unfinishedOnes = people.filter(p => p.state !== 'agreed')
    if (unfinishedOnes.length > 0) throw errors.batch.unfinished(unfinishedOnes.map(p => p.name))
    const assessors = Map.groupBy(await listAssignments(db, batch.id), a => a.participant_id)
    for (const p of people) {
      const made = await reportContent(
        db,
        batch,
        p,
        await listAgreed(db, p.id),
        (assessors.get(p.id) ?? []).map(a => a.assessor_name),
      )
      const assessmentId = await recordResult(call, db, batch, p, made)
      const content: ReportContent = { ...made, assessmentId }
      await db.insert('competency.assessment_reports', [
        {
          agency_id: actor.agencyId,
          id: newId(),
          participant_id: p.id,
          employee_id: p.employee_id,
          version: 1,
          content,
          content_hash: hashOf(content),
          made_on: on,
          made_by_name: actor.name,
        },
      ])
      await db.run(
        sql`update competency.batch_participants set state = 'reported', assessment_id = ${assessmentId} where id = ${p.id}`,
      )
      await db.run(
        sql`update competency.evidence_requests r set state = 'answered', answered_on = ${on} from competency.competencies c
          where c.agency_id = r.agency_id and c.id = r.competency_id and r.employee_id = ${p.employee_id} and r.state = 'open' and r.asked_of = 'provider'
            and c.code = any (${content.levels.filter(l => l.level !== null).map(l => l.code)})`,
      )
    }
    // Who rated what is kept without the notes, so that agreement and severity can be computed again.
    await db.insert('competency.batch_agreements', [
      {
        agency_id: actor.agencyId,
        batch_id: batch.id,
        ratings: (await listBatchRatings(db, batch.id)).map(r => ({
          person: r.participant_id,
          code: r.code,
          assessor: r.assessor_id,
          level: r.level,
        })),
        kept_on: on,
      },
    ])
    await db.run(
      sql`update competency.assessment_batches set state = 'closed', closed_on = ${on}, closed_by_name = ${actor.name} where id = ${batch.id}`,
    )
    await notify(
      db,
      people.map(p => ({
        employeeId: p.employee_id,
        text: 'Laporan asesmen Anda sudah terbit. Isinya hanya untuk Anda dan yang berwenang.',
        textEn: 'The report of your assessment is out. It is for you and those entitled only.',
        href: `/kompetensi/asesmen/laporan/${p.id}`,
      })),
    )
    note({ subjectKind: 'competency.batch', subjectId: batch.id, detail: { people: people.length } })
    announce({
      type: 'AssessmentBatchClosed',
      payload: { batchId: batch.id, people: people.map(p => p.employee_id as string), on: on as Day },
    })
    return { people: people.length }
  },
})
