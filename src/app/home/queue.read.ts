import { yearOf } from '#core/values/day.ts'
import { jpLedgers } from '#domain/workforce/workforce.figures.ts'
import type { Page } from '#platform/web/page.ts'
import { listQueue, listTeam } from './queue.store.ts'
import { minutesOf, weekly } from './waiting-item.ts'

/** What needs a supervisor this week, and the team with the nearest due date of each. */
export const readQueue = async ({ db, actor, on, visit }: Page) => {
  const team = actor.employeeId ? await listTeam(db, actor.employeeId) : []
  const all = await listQueue(db, actor.employeeId, visit.modules)
  const { now, later } = weekly(all)
  const ledgers = await jpLedgers(db, team, yearOf(on))
  return {
    kind: 'queue' as const,
    on,
    items: now,
    later,
    minutes: minutesOf(now),
    year: yearOf(on),
    team: team.map(person => {
      const mine = all.filter(item => item.title.endsWith(`, ${person.name.split(',')[0]}`))
      const due =
        mine
          .map(item => item.due)
          .filter(day => day !== null)
          .sort()[0] ?? null
      return {
        id: person.id,
        name: person.name,
        position: person.position,
        due,
        items: mine.length,
        jp: ledgers.get(person.id)?.counted ?? null,
        target: ledgers.get(person.id)?.target ?? null,
      }
    }),
  }
}

export type QueueData = Awaited<ReturnType<typeof readQueue>>
