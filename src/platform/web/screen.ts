import type { Role } from '#platform/access/actor.ts'

/** Modules an agency can switch on one by one. */
export const moduleNames = ['talent', 'planning', 'delivery', 'impact', 'succession'] as const
export type ModuleName = (typeof moduleNames)[number]

/**
 * One URL: page file, who may open it, which module it belongs to, its words in the menu.
 * Each room lists its own in `<room>.screens.ts`; `app/routes.ts` puts them together for router, menu, palette, door and docs.
 */
export type Screen = {
  /** Indonesian words, from the root: `/talenta/peta/:employeeId/mengapa`. */
  path: string
  /** From `src/`: `domain/talent/nine-box/nine-box.page.tsx`. */
  file: string
  /** Page title and palette word. */
  title: string
  titleEn: string
  roles: readonly Role[]
  module?: ModuleName
  /** Top word and sub-word of the menu; absent: not in a menu. */
  menu?: readonly [group: string, word: string]
  /** Who finds it in the menu; absent: whoever may open it. The others come by a link. */
  menuRoles?: readonly Role[]
  /** Opened by those without an account too. */
  isPublic?: boolean
  /** A resource (file, stream) without a page. */
  isResource?: boolean
  /** Only opened from a record it is about, named in the query; neither search nor menu offers it bare. */
  isFromRecord?: boolean
  /** About the reader's own record: accounts without an employee have none. */
  needsEmployee?: boolean
}
