import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import { recordEvidence } from '#domain/competency/evidence/record-evidence.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { holdingFor } from '#platform/rules/agency-rules.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { byCompetency, differenceOf } from './interview.model.ts'
import { interviewRules } from './interview.rules.ts'
import { findInterview, findReveal, findSheet, listConsensus, listSeats } from './interview.store.ts'
import { interviewStateWords } from './interview-words.ts'

const consensusInput = z.object({
  interviewId: field.id('Wawancara'),
  levels: z.array(
    z.object({
      competencyId: z.string().uuid(),
      level: z.coerce.number().int().min(0).max(5).nullish(),
      reason: z.string().trim().max(1000, { error: 'Alasan paling panjang 1000 huruf.' }).nullish(),
    }),
  ),
  strength: z
    .string({ error: 'Kekuatan wajib diisi.' })
    .trim()
    .min(15, { error: 'Tuliskan satu kekuatan yang terlihat, sedikitnya 15 huruf.' })
    .max(600),
  practice: z
    .string({ error: 'Yang perlu dilatih wajib diisi.' })
    .trim()
    .min(15, { error: 'Tuliskan satu hal yang perlu dilatih, sedikitnya 15 huruf.' })
    .max(600),
  /** Needed when an earlier consensus is corrected. */
  reason: z.string().trim().max(1000).nullish(),
})

/**
 * The lead writes down what the interviewers agreed, per competency, with a reason where it departs from a rating.
 * Again after the first time it is a correction: a new version, with its reason.
 */
export const recordConsensus = useCase({
  name: 'record-consensus',
  room: 'talent',
  permission: { asn: 'own' },
  writes: [],
  input: consensusInput,
  async run({ input, db, actor, note, call }) {
    const interview = await findInterview(db, input.interviewId)
    const seats = await listSeats(db, input.interviewId)
    const seat = seats.find(s => s.employee_id === actor.employeeId)
    if (!interview || !seat || seat.state === 'left') throw errors.interview.notSeated()
    if (!seat.is_lead) throw errors.interview.notLead(seats.find(s => s.is_lead)?.name ?? 'ketua')
    if (interview.state !== 'opened' && interview.state !== 'concluded')
      throw errors.interview.notOpen(interviewStateWords[interview.state])
    note({ subjectKind: 'talent.interview', subjectId: interview.id, employeeId: interview.employee_id })
    return call(keepConsensus, input)
  },
})

/** Keeps the consensus, records it as evidence with a source of its own, and tells the candidate. */
export const keepConsensus = useCase({
  name: 'keep-consensus',
  room: 'talent',
  permission: {},
  calledBy: ['record-consensus'],
  reads: ['talent.interview_reveals', 'talent.interview_sheets', 'talent.interview_seats'],
  writes: ['talent.interviews', 'talent.interview_consensus', 'platform.notices'],
  input: consensusInput,
  async run({ input, db, actor, on, note, announce, call }) {
    await db.run(sql`update talent.interviews set state = state where id = ${input.interviewId}`)
    const interview = await findInterview(db, input.interviewId)
    const ratings = await findReveal(db, input.interviewId)
    if (!interview || !ratings) throw errors.interview.notFound()
    const { body } = await holdingFor(db, interviewRules, interview.scheduled_on)
    const earlier = await listConsensus(db, interview.id)
    if (earlier.length > 0 && (input.reason?.length ?? 0) < 10) throw errors.interview.reasonMissing()
    const wrong: Record<string, string> = {}
    const levels = byCompetency(await findSheet(db, interview.id), ratings).map(c => {
      const given = input.levels.find(l => l.competencyId === c.competencyId)
      const level = given?.level ?? null
      const reason = given?.reason || null
      if (level === null) wrong[`level:${c.competencyId}`] = `${c.competency}: pilih level kesepakatan.`
      else if (differenceOf(c.levels, level, body).needsReason && (reason?.length ?? 0) < 10)
        wrong[`reason:${c.competencyId}`] =
          `${c.competency}: kesepakatan berbeda dari nilai pewawancara. Tuliskan alasannya, sedikitnya 10 huruf.`
      return { competencyId: c.competencyId, code: c.code, competency: c.competency, level: level ?? 0, reason }
    })
    if (Object.keys(wrong).length > 0) throw errors.interview.consensus(wrong)
    const version = (earlier[0]?.version ?? 0) + 1
    const before = earlier[0]?.levels ?? []
    const changed = levels.filter(l => before.find(b => b.competencyId === l.competencyId)?.level !== l.level)
    await db.insert('talent.interview_consensus', [
      {
        agency_id: actor.agencyId,
        interview_id: interview.id,
        version,
        employee_id: interview.employee_id,
        levels,
        reason: version > 1 ? input.reason : null,
        recorded_by_name: actor.name,
        recorded_on: on,
      },
    ])
    await db.run(
      sql`update talent.interviews set state = 'concluded', strength = ${input.strength}, practice = ${input.practice} where id = ${interview.id}`,
    )
    await call(recordEvidence, {
      employeeId: interview.employee_id,
      sourceKind: 'talent.interview',
      sourceId: interview.id,
      reason: version > 1 ? input.reason : null,
      pieces: levels.map(l => ({
        competencyId: l.competencyId,
        source: 'interview' as const,
        level: l.level,
        observedOn: interview.held_on,
        isVerified: true,
        note: `Kesepakatan ${new Set(ratings.map(r => r.interviewerId)).size} pewawancara, ${formatDay(interview.held_on)}`,
      })),
    })
    await notify(db, [
      {
        employeeId: interview.employee_id,
        text:
          version === 1
            ? `Pesan pengembangan dari wawancara ${formatDay(interview.held_on)} dapat Anda baca.`
            : `Hasil wawancara ${formatDay(interview.held_on)} dikoreksi. Alasan: ${input.reason}`,
        textEn:
          version === 1
            ? `You can read the message from your interview of ${formatDay(interview.held_on, 'long', 'en')}.`
            : `The result of your interview of ${formatDay(interview.held_on, 'long', 'en')} was corrected. Reason: ${input.reason}`,
        href: '/jalur/wawancara',
      },
    ])
    note({
      subjectKind: 'talent.interview',
      subjectId: interview.id,
      employeeId: interview.employee_id,
      reason: version > 1 ? input.reason : null,
      detail: { version, changed: changed.map(l => l.code) },
    })
    announce({
      type: 'InterviewConcluded',
      payload: { interviewId: interview.id, employeeId: interview.employee_id, version },
    })
    return { version, changed: changed.length }
  },
})
