import { addDays, type Day } from '#core/values/day.ts'

export type ObjectionRules = {
  answerWithinWorkingDays: number
  /** Days of the week that are no working days; 0 is Sunday. */
  weekend: number[]
}

export const isWorkingDay = (
  day: Day,
  holidays: ReadonlySet<string>,
  rules: Pick<ObjectionRules, 'weekend'>,
): boolean => !rules.weekend.includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.has(day)

/** The day by which an objection of `from` is answered: so many working days after it, the first being the next one. */
export const dueAfter = (from: Day, holidays: ReadonlySet<string>, rules: ObjectionRules): Day => {
  let day = from
  for (let left = rules.answerWithinWorkingDays; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays, rules)) left--
  }
  return day
}

/** Working days left until a day; negative when it has passed. */
export const workingDaysLeft = (
  on: Day,
  due: Day,
  holidays: ReadonlySet<string>,
  rules: Pick<ObjectionRules, 'weekend'>,
): number => {
  const [from, to, sign] = on <= due ? [on, due, 1] : [due, on, -1]
  let n = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays, rules)) n++
  }
  return n * sign
}
