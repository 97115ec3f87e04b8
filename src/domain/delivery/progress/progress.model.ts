import { addDays, type Day } from '#core/values/day.ts'

export type LateThing = { kind: 'item' | 'follow-up' | 'assignment' | 'meeting'; id: string; title: string; since: Day }

type Dated = { id: string; title: string; due_on: Day }

/** What one participant is late with today, longest first; somebody who left is late with nothing. */
export const lateWith = (
  participant: {
    left_on: Day | null
    late_items: readonly Dated[]
    late_follow_ups: readonly Dated[]
    late_assignments: readonly Dated[]
    last_meeting_on: Day | null
  },
  programme: { starts_on: Day; ends_on: Day | null },
  rules: { longestGapDays: number },
  on: Day,
): LateThing[] => {
  if (participant.left_on !== null && participant.left_on <= on) return []
  const of = (kind: LateThing['kind'], rows: readonly Dated[]) =>
    rows.map(r => ({ kind, id: r.id, title: r.title, since: r.due_on }))
  const isRunning = programme.starts_on <= on && (programme.ends_on === null || on <= programme.ends_on)
  const meetingDue = addDays(participant.last_meeting_on ?? programme.starts_on, rules.longestGapDays)
  return [
    ...of('item', participant.late_items),
    ...of('follow-up', participant.late_follow_ups),
    ...of('assignment', participant.late_assignments),
    ...(isRunning && meetingDue < on
      ? [{ kind: 'meeting' as const, id: 'meeting', title: 'Coaching atau mentoring', since: meetingDue }]
      : []),
  ].sort((a, b) => a.since.localeCompare(b.since) || a.title.localeCompare(b.title))
}
