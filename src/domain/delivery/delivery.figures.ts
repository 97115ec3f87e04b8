import type { FigureSources } from '#platform/web/figure-source.ts'
import { assignmentFigures } from './assignment/assignment-figures.ts'
import { lateClasses, readClassFigures } from './class/class-figures.ts'
import { followUpFigures } from './follow-up/follow-up-figures.ts'
import { meetingFigures } from './meeting/meeting-figures.ts'
import { readProgress } from './progress/progress-figures.ts'
import { listTallies, reactionFigure } from './reaction/reaction-figures.ts'
import { reactionItems } from './reaction/reaction-words.ts'

const progressNames: Record<string, 'followUps'> = { 'follow-ups': 'followUps' }

/** Figures of this room by kind. */
export const deliveryFigures: FigureSources = {
  'delivery.class': async (db, [classId, what]) =>
    (await readClassFigures(db, classId))?.[what as 'enrolled' | 'passed' | 'failed' | 'unmarked' | 'jp' | 'gain'] ??
    null,
  'delivery.reaction': async (db, [classId, item]) => {
    const known = reactionItems.find(i => i === item)
    return known ? reactionFigure(classId, known, await listTallies(db, classId), db.on) : null
  },
  'delivery.classes-late': db => lateClasses(db),
  'delivery.meetings': async db => (await meetingFigures(db)).all,
  'delivery.meetings-waiting': async db => (await meetingFigures(db)).waiting,
  'delivery.assignments': async db => (await assignmentFigures(db)).all,
  'delivery.assignments-late': async db => (await assignmentFigures(db)).late,
  'delivery.assignments-waiting': async db => (await assignmentFigures(db)).waiting,
  'delivery.follow-ups-overdue': async db => (await followUpFigures(db)).overdue,
  'delivery.follow-ups-due': async db => (await followUpFigures(db)).due,
  'delivery.follow-ups-answered': async db => (await followUpFigures(db)).answered,
  'delivery.progress': async (db, [programmeId, what]) =>
    (await readProgress(db, programmeId))?.figures[progressNames[what] ?? (what as 'late')] ?? null,
  'delivery.progress-jp': async (db, [programmeId, employeeId]) =>
    (await readProgress(db, programmeId))?.people.find(p => p.employee_id === employeeId)?.jp ?? null,
}
