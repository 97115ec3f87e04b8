import type { Figure } from '#core/figure/figure.ts'
import { count } from '#core/figure/mechanisms.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import {
  agreementOf,
  type CentreRating,
  type DueReason,
  dueReasons,
  severityOf,
  takesPart,
} from './assessment-centre.model.ts'
import {
  type Assignment,
  listAssignments,
  listBatchAssessors,
  listBatchRatings,
  listParticipants,
  type Participant,
} from './centre.store.ts'
import { figuresOf, listReports } from './centre-report.store.ts'
import { dueFigure } from './invitation-calendar.store.ts'

const parts = {
  'take-part': 'ikut gelombang ini',
  confirmed: 'menyatakan akan hadir',
  asking: 'meminta hari lain',
  opened: 'sudah dinilai semua asesornya',
  agreed: 'levelnya sudah disepakati',
} as const
export type BatchPart = keyof typeof parts
const isPart = (word: string): word is BatchPart => Object.hasOwn(parts, word)

const inPart: Record<BatchPart, (p: Participant) => boolean> = {
  'take-part': takesPart,
  confirmed: p => p.state === 'confirmed',
  asking: p => p.state === 'asks-other-day',
  opened: p => takesPart(p) && p.opened_at !== null,
  agreed: p => p.state === 'agreed' || p.state === 'reported',
}

/** How many participants of a batch stand so. */
export const batchCount = (
  what: BatchPart,
  batchId: string,
  people: readonly Participant[],
  on: string,
): Figure<number> =>
  count({
    ref: `competency.centre-people:${what}:${batchId}`,
    label: `Peserta yang ${parts[what]}`,
    asOf: on,
    members: people.filter(inPart[what]).map(p => p.id),
    of: 'peserta gelombang',
    filter: parts[what],
  })

/** How many participants are still to be rated by an assessor in a batch. */
export const leftToRate = (
  batchId: string,
  assessorId: string,
  assignments: readonly Assignment[],
  on: string,
): Figure<number> =>
  count({
    ref: `competency.centre-left:${batchId}:${assessorId}`,
    label: 'Peserta yang menunggu penilaian asesor ini',
    asOf: on,
    members: assignments
      .filter(a => a.assessor_id === assessorId && a.submitted_at === null)
      .map(a => a.participant_id),
    of: 'peserta yang dipercayakan',
    filter: 'penilaiannya belum dikirim',
  })

/** Levels of a batch: as kept when it was closed, else those already opened to the reader. */
export const ratingsOf = async (db: Db, batchId: string): Promise<CentreRating[]> => {
  const kept = await db.find<{ ratings: CentreRating[] }>(
    sql`select ratings from competency.batch_agreements where batch_id = ${batchId}`,
  )
  return (
    kept?.ratings ??
    (await listBatchRatings(db, batchId)).map(r => ({
      person: r.participant_id,
      code: r.code,
      assessor: r.assessor_id,
      level: r.level,
    }))
  )
}

/** Agreement and severity over a batch, from the levels the reader may see. */
export const batchAgreement = async (db: Db, batchId: string) => {
  const ratings = await ratingsOf(db, batchId)
  const names = new Map((await listBatchAssessors(db, batchId)).map(a => [a.assessor_id, a.name]))
  const nameOf = (id: string) => names.get(id) ?? 'asesor'
  return {
    ratings,
    agreement: agreementOf(ratings, {
      asOf: db.on,
      ref: `competency.centre-agreement:${batchId}`,
      label: 'Kesepakatan asesor dalam gelombang',
    }),
    severity: severityOf(ratings, {
      asOf: db.on,
      refOf: assessor => `competency.centre-severity:${batchId}:${assessor}`,
      nameOf,
    }),
  }
}

const ofReport =
  (pick: (figures: ReturnType<typeof figuresOf>) => Figure) =>
  async (db: Db, [participantId, version]: string[]): Promise<Figure | null> => {
    const report = (await listReports(db, participantId)).find(r => String(r.version) === version)
    return report ? pick(figuresOf(report)) : null
  }

/** Kinds of figures of the assessment centre, read again by their address. */
export const centreFigures: FigureSources = {
  'competency.centre-due': async (db, [why, months, unitId, tier]) =>
    dueReasons.includes(why as DueReason) && /^\d{1,2}$/.test(months ?? '')
      ? dueFigure(db, why as DueReason, {
          months: Number(months),
          unitId: unitId || null,
          tier: tier ? decodeURIComponent(tier) : null,
        })
      : null,
  'competency.centre-people': async (db, [what, batchId]) =>
    isPart(what) ? batchCount(what, batchId, await listParticipants(db, batchId), db.on) : null,
  'competency.centre-left': async (db, [batchId, assessorId]) =>
    leftToRate(batchId, assessorId, await listAssignments(db, batchId), db.on),
  'competency.centre-agreement': async (db, [batchId]) => (await batchAgreement(db, batchId)).agreement.figure,
  'competency.centre-severity': async (db, [batchId, assessorId]) =>
    (await batchAgreement(db, batchId)).severity.figures.find(f => f.assessor === assessorId)?.figure ?? null,
  'competency.centre-jpm': ofReport(f => f.jpm),
  'competency.centre-category': ofReport(f => f.category),
  'competency.centre-potential': ofReport(f => f.potential),
  'competency.centre-leadership': ofReport(f => f.leadership),
}
