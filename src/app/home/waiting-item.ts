import type { Day } from '#core/values/day.ts'
import type { InvitationWaiting, LevelWaiting } from '#domain/competency/competency.queue.ts'
import type { DeliveryWaiting, FollowUpWaiting } from '#domain/delivery/delivery.queue.ts'
import type { PlanningWaiting } from '#domain/planning/planning.queue.ts'
import type {
  EffectWaiting,
  FeedbackWaiting,
  InterviewedWaiting,
  InterviewWaiting,
  ReferenceWaiting,
  ValuesWaiting,
} from '#domain/talent/talent.queue.ts'

/** A competency assessment that runs out, said to the person herself. */
export type AssessmentWaiting = {
  kind: 'assessment'
  id: string
  employeeId: null
  name: null
  validUntil: Day
  isOver: boolean
  due: Day
}

/** Something that waits for one person, as the room that asks it tells it; words and minutes stand in `waiting.text.ts`. */
export type WaitingItem =
  | DeliveryWaiting
  | PlanningWaiting
  | AssessmentWaiting
  | LevelWaiting
  | InterviewWaiting
  | InterviewedWaiting
  | ValuesWaiting
  | FeedbackWaiting
  | ReferenceWaiting
  | EffectWaiting
  | InvitationWaiting

export const keyOf = (item: Pick<WaitingItem, 'kind' | 'id'>): string =>
  // A round may ask the same person to look at her raters and to confirm those of others.
  `${item.kind}:${item.id}${'step' in item && item.step === 'review' ? ':review' : 'step' in item && item.step === 'confirm' ? ':confirm' : ''}`

/** What each kind takes, in minutes; one's own evidence takes one more. */
const minutes: Record<WaitingItem['kind'], number> = {
  'follow-up': 2,
  meeting: 1,
  assignment: 2,
  behaviour: 2,
  plan: 1,
  'plan-change': 1,
  need: 2,
  collection: 3,
  nominate: 1,
  assessment: 1,
  level: 2,
  interview: 5,
  interviewed: 1,
  values: 6,
  feedback: 3,
  reference: 6,
  effect: 3,
  invitation: 1,
}
export const minutesOf = (item: WaitingItem): number =>
  // To say whether there is an interest takes a minute; to rate takes five.
  (item.kind === 'interview' && item.step === 'declare' ? 1 : minutes[item.kind]) +
  // Of many requests for feedback one week takes two.
  (item.kind === 'feedback' && item.people > 1 ? minutes.feedback : 0) +
  (item.kind === 'follow-up' && (item as FollowUpWaiting).rater === 'self' ? 1 : 0)

export const totalMinutes = (items: readonly WaitingItem[]): number =>
  items.reduce((sum, item) => sum + minutesOf(item), 0)

/** By due date, then by minutes; no date stands last. */
export const inOrder = <Item extends WaitingItem>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => {
    const [x, y] = [a.due ?? '9999-12-31', b.due ?? '9999-12-31']
    return x === y ? minutesOf(a) - minutesOf(b) : x < y ? -1 : 1
  })

/** At most ten a week and about ten minutes; the rest waits for next week. What is overdue is always shown. */
export const weekly = (items: readonly WaitingItem[], on: Day): { now: WaitingItem[]; later: number } => {
  const now: WaitingItem[] = []
  for (const item of inOrder(items)) {
    const isOverdue = item.due !== null && item.due < on
    if (now.length >= 10 || (!isOverdue && totalMinutes([...now, item]) > 10)) break
    now.push(item)
  }
  return { now, later: items.length - now.length }
}
