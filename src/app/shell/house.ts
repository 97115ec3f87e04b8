import type pg from 'pg'
import { createContext } from 'react-router'
import type { SignIn } from '#platform/access/sign-in.ts'
import type { Screen } from '#platform/web/screen.ts'

/** What the running product gives to the pages of `app` beside the visit: sign-in, the keeper's connection, the version. */
export type House = {
  signIn: SignIn
  /** The owner's connection: agencies, accounts and set-up, never a person's data. */
  keeper: pg.Pool
  /** After agencies or modules changed: the next request reads them anew. */
  forgetAgencies(): void
  version: string
  /** The address of this house, without a slash at the end. */
  origin: string
  /** Why the door is shut for this request; null when it is open. */
  refusal: DoorRefusal | null
  /** Fetches another page of this house as the same visitor. */
  fetch(path: string): Promise<Response>
}

export type DoorRefusal = { reason: 'role' | 'module' | 'unknown-page'; screen: Screen | null; path: string }

/** Set by the server for each request; `entry.server` hands this very key to it. */
export const houseContext = createContext<House>()
