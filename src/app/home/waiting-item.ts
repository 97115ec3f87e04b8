import type { Day } from '#core/values/day.ts'

/** Something that waits for one person: what, about whom, how long it takes, until when, and where it is done. */
export type WaitingItem = {
  key: string
  title: string
  why: string
  minutes: number
  due: Day | null
  href: string
  verb: string
}

/** By due date, then by minutes; no date stands last. */
export const inOrder = (items: readonly WaitingItem[]): WaitingItem[] =>
  [...items].sort((a, b) => {
    const [x, y] = [a.due ?? '9999-12-31', b.due ?? '9999-12-31']
    return x === y ? a.minutes - b.minutes : x < y ? -1 : 1
  })

/** At most ten a week; the rest waits for next week. */
export const weekly = (items: readonly WaitingItem[]): { now: WaitingItem[]; later: number } => {
  const sorted = inOrder(items)
  return { now: sorted.slice(0, 10), later: Math.max(0, sorted.length - 10) }
}

export const minutesOf = (items: readonly WaitingItem[]): number => items.reduce((sum, item) => sum + item.minutes, 0)
