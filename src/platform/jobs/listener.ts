import type { Day } from '#core/values/day.ts'
import { type Actor, systemActor } from '#platform/access/actor.ts'
import type { Database } from '#platform/database/database.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import type { ModuleName } from '#platform/web/screen.ts'

/** Somebody later in the chain who acts when an earlier room told something. Delivered at least once; acts once. */
export type Listener = {
  event: string
  /** For the log and for acting once. */
  name: string
  /** A module that is switched off does not listen. */
  module?: ModuleName
  handle(database: Database, actor: Actor, eventId: string, payload: Record<string, unknown>): Promise<void>
}

/** One line of the wiring: when `event` happened, run `useCase` as the agency itself. `input` null: nothing to do. */
export const listen = <I, R>(
  event: string,
  useCase: UseCase<I, R>,
  input: (payload: Record<string, unknown>) => unknown,
  module?: ModuleName,
): Listener => ({
  event,
  name: useCase.name,
  module,
  async handle(database, actor, eventId, payload) {
    const given = input(payload)
    if (given === null) return
    await execute(database, actor, useCase, given, { requestKey: `event:${eventId}` })
  },
})

/** Something that time itself does, each night in the agency's zone. */
export type Nightly = {
  name: string
  module?: ModuleName
  run(database: Database, actor: Actor): Promise<void>
}

/** One line of the timetable. */
export const nightly = <I, R>(useCase: UseCase<I, R>, input: (on: Day) => unknown, module?: ModuleName): Nightly => ({
  name: useCase.name,
  module,
  async run(database, actor) {
    await execute(database, actor, useCase, input(actor.on), { requestKey: `night:${actor.on}` })
  },
})

/** The agency acting by itself on its own day. */
export const agencyActor = (agency: { id: string }, on: Day): Actor => systemActor(agency.id, on)
