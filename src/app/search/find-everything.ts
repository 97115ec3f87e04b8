import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/database.ts'
import type { ModuleName, Screen } from '#platform/web/screen.ts'
import { screens } from '../routes.ts'
import { opens } from '../shell/door.ts'
import { groupWord } from '../shell/menu.ts'
import { type Hit, searchAll } from './search.store.ts'

export type Found = { kind: Hit['kind'] | 'screen'; href: string; title: string; note: string | null }

const isPage = (screen: Screen) =>
  !screen.path.includes(':') && !screen.isResource && !screen.isPublic && !screen.isFromRecord

/** The first screen of the list that this actor may open, with the id filled in. */
const pageFor = (patterns: readonly string[], id: string, actor: Actor, modules: ReadonlySet<ModuleName>) => {
  for (const pattern of patterns) {
    const screen = screens.find(s => s.path === pattern)
    if (screen && opens(screen, actor, modules)) return pattern.replace(/:[a-zA-Z]+/, id)
  }
  return null
}

const patterns: Record<Hit['kind'], readonly string[]> = {
  person: ['/pegawai/:id', '/data/pegawai/:id'],
  position: ['/suksesi/:positionId', '/data/jabatan/:id', '/kompetensi/standar/:id'],
  programme: ['/diklat/program/:id', '/program/:id'],
}

/** What the palette and the search page offer: screens of the reader's menu first, then records under the reader's rights. */
export const findEverything = async (
  db: Db,
  actor: Actor,
  modules: ReadonlySet<ModuleName>,
  text: string,
): Promise<Found[]> => {
  const word = text.toLowerCase()
  const english = actor.locale === 'en'
  const pages: Found[] = screens
    .filter(screen => isPage(screen) && opens(screen, actor, modules))
    .filter(
      screen =>
        word === '' || `${screen.title} ${screen.titleEn} ${screen.menu?.join(' ') ?? ''}`.toLowerCase().includes(word),
    )
    .slice(0, word === '' ? 40 : 10)
    .map(screen => ({
      kind: 'screen',
      href: screen.path,
      title: english ? screen.titleEn : screen.title,
      note: screen.menu ? groupWord(screen.menu[0], english ? 'en' : 'id') : null,
    }))
  if (word.length < 2) return word === '' ? pages : []
  const hits = await searchAll(db, text, modules.has('planning'))
  return [
    ...pages,
    ...hits.flatMap(hit => {
      const href = pageFor(patterns[hit.kind], hit.id, actor, modules)
      return href ? [{ kind: hit.kind, href, title: hit.title, note: hit.note }] : []
    }),
  ]
}
