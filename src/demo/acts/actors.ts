import type { Day } from '#core/values/day.ts'
import { type Actor, type Role, systemActor } from '#platform/access/actor.ts'
import type { Database, Db, Query } from '#platform/database/database.ts'
import { execute, type UseCase } from '#platform/use-case.ts'

/** Somebody of the demo who acts: the account's name and, where there is one, the employee. */
export type Who = { accountId: string | null; employeeId: string | null; name: string }

/** How the demo acts: always through a use case, as somebody, on the day of the act. */
export type Acts = {
  agencyId: string
  database: Database
  /** As somebody in a role on a day. */
  as<I, R>(who: Who, role: Role, on: string, useCase: UseCase<I, R>, input: unknown): Promise<R>
  asSystem<I, R>(on: string, useCase: UseCase<I, R>, input: unknown): Promise<R>
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  rows<T>(query: Query): Promise<T[]>
}

export const actsOf = (database: Database, agencyId: string, today: Day): Acts => {
  const system = (on: string) => systemActor(agencyId, on as Day)
  const read: Acts['read'] = work => database.as(system(today), work, { readOnly: true })
  return {
    agencyId,
    database,
    as: (who, role, on, useCase, input) => {
      const actor: Actor = { agencyId, ...who, role, on: on as Day }
      return execute(database, actor, useCase, input)
    },
    asSystem: (on, useCase, input) => execute(database, system(on), useCase, input),
    read,
    rows: query => read(db => db.rows(query)),
  }
}
