import type { Db } from '#platform/database/database.ts'
import { gapsOf } from '../gap/profile.store.ts'
import type { Requirement } from './position-standard.model.ts'
import type { Effect } from './standard-figures.ts'
import { listHolders } from './standard-title.store.ts'
import { gapChange } from './standard-version.model.ts'

/** People under a title and, by effect, whom or which of their competencies a standard would touch. */
export type TitlePreview = { people: string[]; members: Record<Effect, string[]> }

/** What a standard would do to the gaps of everybody under these titles, before it holds. Nothing is stored. */
export const previewStandard = async (
  db: Db,
  titles: readonly string[],
  asked: Requirement[],
): Promise<Map<string, TitlePreview>> => {
  const holders = await listHolders(db, titles)
  const people = holders.map(h => ({ id: h.id, post: { id: null, name: h.position_name, tier: h.tier } }))
  const before = await gapsOf(db, people)
  const after = await gapsOf(
    db,
    people,
    new Map(holders.map(h => [h.position_name, { requirements: asked, isDefault: false }])),
  )
  const result = new Map<string, TitlePreview>(
    titles.map(title => [
      title.toLowerCase(),
      { people: [], members: { touched: [], more: [], less: [], unknown: [] } },
    ]),
  )
  for (const h of holders) {
    const line = result.get(h.title)
    if (!line) continue
    const change = gapChange(before.get(h.id)?.profile.gaps ?? [], after.get(h.id)?.profile.gaps ?? [])
    line.people.push(h.id)
    if (change.more.length + change.less.length + change.unknown.length > 0) line.members.touched.push(h.id)
    for (const what of ['more', 'less', 'unknown'] as const)
      line.members[what].push(...change[what].map(code => `${h.id}:${code}`))
  }
  return result
}
