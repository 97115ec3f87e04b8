import type { Figure } from '#core/figure/figure.ts'
import { count, record, sum } from '#core/figure/mechanisms.ts'
import type { Db } from '#platform/database/database.ts'
import { meetingRules } from '../meeting/meeting.rules.ts'
import { type LateThing, lateWith } from './progress.model.ts'
import {
  findProgrammeInProgress,
  listParticipantsInProgress,
  type ParticipantRow,
  type ProgrammeInProgress,
} from './progress.store.ts'

export type ParticipantProgress = ParticipantRow & {
  late: LateThing[]
  /** JP attended in the programme's classes; partial while a class is not marked. */
  jp: Figure<number>
}

/** A programme's participants with what is late now, and the counts of it. */
export const readProgress = async (
  db: Db,
  programmeId: string,
): Promise<{
  programme: ProgrammeInProgress
  people: ParticipantProgress[]
  figures: Record<'people' | 'late' | 'left' | 'items' | 'followUps' | 'assignments' | 'meetings', Figure<number>>
} | null> => {
  const programme = await findProgrammeInProgress(db, programmeId)
  if (!programme) return null
  const rules = meetingRules.on(db.on).body
  const people = (await listParticipantsInProgress(db, programmeId)).map(row => ({
    ...row,
    late: lateWith(row, programme, rules, db.on),
    jp: sum({
      ref: `delivery.progress-jp:${programmeId}:${row.employee_id}`,
      label: `JP dalam program, ${row.name}`,
      unit: 'jp',
      asOf: db.on,
      parts: row.results
        .filter(r => r.jp !== null)
        .map(r =>
          record<number>({
            label: r.title,
            unit: 'jp',
            asOf: db.on,
            value: r.jp,
            sources: [{ kind: 'delivery.enrolment', id: r.id, label: r.title }],
          }),
        ),
    }),
  }))
  const of = (what: string, label: string, members: readonly string[], unit = 'orang') =>
    count({
      ref: `delivery.progress:${programmeId}:${what}`,
      label,
      unit: unit === 'orang' ? 'people' : 'count',
      asOf: db.on,
      members,
      of: unit,
      filter: `${label.toLowerCase()}, ${programme.name}`,
    })
  const things = (kind: LateThing['kind']) =>
    people.flatMap(p => p.late.filter(l => l.kind === kind).map(l => `${p.employee_id}:${l.id}`))
  return {
    programme,
    people,
    figures: {
      people: of(
        'people',
        'Peserta',
        people.map(p => p.employee_id),
      ),
      late: of(
        'late',
        'Peserta terlambat',
        people.filter(p => p.late.length > 0).map(p => p.employee_id),
      ),
      left: of(
        'left',
        'Keluar dari program',
        people.filter(p => p.left_on !== null).map(p => p.employee_id),
      ),
      items: of('items', 'Kegiatan lewat tanggal', things('item'), 'kegiatan'),
      followUps: of('follow-ups', 'Pemeriksaan lewat batas', things('follow-up'), 'pemeriksaan'),
      assignments: of('assignments', 'Penugasan lewat batas', things('assignment'), 'penugasan'),
      meetings: of('meetings', 'Pertemuan terlewat', things('meeting'), 'pertemuan'),
    },
  }
}
