import type { Actor, Role } from '#platform/access/actor.ts'
import type { ModuleName, Screen } from '#platform/web/screen.ts'
import { screenAt } from './door.ts'

export type MenuLink = { path: string; word: string; isCurrent: boolean }
export type Menu = { top: MenuLink[]; sub: MenuLink[]; bottom: MenuLink[] }

/** Top words in their order on the bar; a group the list does not know stands before Pengaturan. */
const order = [
  'Beranda',
  'Talenta',
  'Kompetensi',
  'Suksesi',
  'Diklat',
  'Pendampingan',
  'Evaluasi',
  'Keputusan',
  'Data',
  'Pengaturan',
]
/** An employee comes for the own path: learning first. */
const ownOrder = ['Beranda', 'Diklat', 'Pendampingan', 'Kompetensi', 'Talenta']
const rankIn = (list: readonly string[]) => (group: string) =>
  list.includes(group) ? list.indexOf(group) : list.length - 0.5

/** What the home of a role is called on the bar. */
const homeWords: Partial<Record<Role, { id: string; en: string }>> = {
  asn: { id: 'Jalur Saya', en: 'My path' },
  supervisor: { id: 'Antrean', en: 'Queue' },
}

const english: Record<string, string> = {
  Beranda: 'Home',
  Talenta: 'Talent',
  Kompetensi: 'Competency',
  Suksesi: 'Succession',
  Diklat: 'Training',
  Pendampingan: 'Coaching',
  Evaluasi: 'Evaluation',
  Keputusan: 'Decisions',
  Data: 'Data',
  Pengaturan: 'Settings',
}

/** The word of a menu group in a language. */
export const groupWord = (group: string, locale: 'id' | 'en'): string =>
  locale === 'en' ? (english[group] ?? group) : group

/** Screens in the menu of a role: without parameters, with a word, of a module that is switched on. */
export const menuScreens = (screens: readonly Screen[], role: Role, modules: ReadonlySet<ModuleName>): Screen[] =>
  screens.filter(
    s =>
      s.menu &&
      !s.path.includes(':') &&
      s.roles.includes(role) &&
      (s.menuRoles?.includes(role) ?? true) &&
      (!s.module || modules.has(s.module)),
  )

/** The menu of an actor at an address. People with few screens see each screen as a word; the others see groups with a second bar. */
export const menuFor = (
  screens: readonly Screen[],
  actor: Actor,
  modules: ReadonlySet<ModuleName>,
  path: string,
  locale: 'id' | 'en',
): Menu => {
  const mine = menuScreens(screens, actor.role, modules)
  const current = screenAt(screens, path)
  const rank = rankIn(actor.role === 'asn' ? ownOrder : order)
  const home = homeWords[actor.role]?.[locale]
  const wordOf = (s: Screen) => (s.path === '/' && home ? home : locale === 'en' ? s.titleEn : s.menu![1])
  const isHere = (s: Screen) => s.path === current?.path
  const groups = [...new Set(mine.map(s => s.menu![0]))].sort((a, b) => rank(a) - rank(b))
  const sorted = groups.flatMap(g => mine.filter(s => s.menu![0] === g))
  const link = (s: Screen, isCurrent = isHere(s)): MenuLink => ({ path: s.path, word: wordOf(s), isCurrent })
  // A page that is not in the menu belongs to the longest menu path above it, else to its group.
  const above = sorted
    .filter(s => s.path !== '/' && (path === s.path || path.startsWith(`${s.path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0]
  const currentGroup = current?.menu?.[0] ?? above?.menu?.[0] ?? null
  const bottom = actor.role === 'asn' ? sorted.slice(0, 4).map(s => link(s, isHere(s) || s === above)) : []
  if (sorted.length <= 7) return { top: sorted.map(s => link(s, isHere(s) || s === above)), sub: [], bottom }
  const top = groups.map(group => {
    const first = sorted.find(s => s.menu![0] === group)!
    return {
      path: first.path,
      word: group === 'Beranda' && home ? home : groupWord(group, locale),
      isCurrent: group === currentGroup,
    }
  })
  const inGroup = sorted.filter(s => s.menu![0] === currentGroup)
  return { top, sub: inGroup.length > 1 ? inGroup.map(s => link(s, isHere(s) || s === above)) : [], bottom }
}
