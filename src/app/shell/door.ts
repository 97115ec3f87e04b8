import { matchRoutes } from 'react-router'
import { type Actor, rolesOf } from '#platform/access/actor.ts'
import type { ModuleName, Screen } from '#platform/web/screen.ts'
import type { DoorRefusal } from './house.ts'

const tables = new WeakMap<readonly Screen[], { path: string; screen: Screen }[]>()
const tableOf = (screens: readonly Screen[]) => {
  const known = tables.get(screens)
  if (known) return known
  const made = screens.map(screen => ({ path: screen.path, screen }))
  tables.set(screens, made)
  return made
}

/** The screen at an address; null when there is none. Requests of hydrated pages end in `.data`. */
export const screenAt = (screens: readonly Screen[], path: string): Screen | null => {
  const page = path.replace(/\.data$/, '').replace(/^\/_root$/, '/')
  const matches = matchRoutes(tableOf(screens), page)
  return matches ? (matches[matches.length - 1].route as { screen: Screen }).screen : null
}

/** May this actor open this screen with these modules switched on? */
export const opens = (screen: Screen, actor: Actor, modules: ReadonlySet<ModuleName>): boolean =>
  (!screen.module || modules.has(screen.module)) &&
  (!screen.needsEmployee || actor.employeeId !== null) &&
  rolesOf(actor).some(role => screen.roles.includes(role))

export type DoorAnswer =
  | { open: true }
  | { open: false; signIn: true }
  | { open: false; signIn: false; refusal: DoorRefusal }

/** Before anything is read: who may pass. */
export const doorFor = (
  screens: readonly Screen[],
  path: string,
  actor: Actor | null,
  modules: ReadonlySet<ModuleName>,
): DoorAnswer => {
  const screen = screenAt(screens, path)
  if (screen?.isPublic) return { open: true }
  if (!actor) return { open: false, signIn: true }
  if (!screen) return { open: false, signIn: false, refusal: { reason: 'unknown-page', screen: null, path } }
  if (screen.module && !modules.has(screen.module))
    return { open: false, signIn: false, refusal: { reason: 'module', screen, path } }
  if (!opens(screen, actor, modules)) return { open: false, signIn: false, refusal: { reason: 'role', screen, path } }
  return { open: true }
}
