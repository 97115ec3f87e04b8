import { createContext } from 'react-router'
import type { Actor, Role } from '#platform/access/actor.ts'
import type { Database } from '#platform/database/database.ts'
import type { Answers } from './answers.ts'
import type { ModuleName } from './screen.ts'

/** One request: who, in which agency, with which modules, and the database it may ask. */
export type Visit = {
  database: Database
  /** Null before sign-in and on public pages. */
  actor: Actor | null
  agency: { id: string; name: string; shortName: string; isDemo: boolean; timeZone: string } | null
  /** Roles the account may take. */
  roles: readonly Role[]
  modules: ReadonlySet<ModuleName>
  /** What this room may ask of later ones. */
  answers?: Answers
  locale: 'id' | 'en'
  theme: 'light' | 'dark' | null
  nonce: string
  /** Makes a form act once. */
  requestKey: string
  path: string
  /** Would the door let this person through to this address now? A page asks before it offers a link. */
  mayOpen(path: string): boolean
}

/** Set by the server for each request; `entry.server` hands this very key to it. */
export const visitContext = createContext<Visit>()
