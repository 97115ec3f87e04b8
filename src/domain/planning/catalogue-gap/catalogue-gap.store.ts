import type { Figure } from '#core/figure/figure.ts'
import { count } from '#core/figure/mechanisms.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { officialLevelsOf } from '../need/need.store.ts'
import { listStandings } from '../priority-competency/priority-competency.store.ts'

export type CatalogueGap = {
  id: string
  code: string
  name: string
  /** Known to fall short of what the post asks. */
  short: readonly string[]
  /** Of them, those whom no module in force lifts from where they stand. */
  unserved: readonly string[]
  modules: { id: string; name: string; from_level: number; to_level: number }[]
}

/** Competencies that people lack, with what the catalogue has for them; those it serves least stand first. */
export const listCatalogueGaps = async (db: Db): Promise<CatalogueGap[]> => {
  const standings = (await listStandings(db)).filter(s => s.short.length > 0)
  const levels = new Map(
    (await officialLevelsOf(db, null, db.on)).map(l => [`${l.employeeId}|${l.competencyId}`, l.level]),
  )
  const modules = Map.groupBy(
    await db.rows<CatalogueGap['modules'][number] & { competency_id: string }>(
      sql`select m.id, m.name, f.competency_id, f.from_level, f.to_level from planning.module_effects f join planning.modules m on m.agency_id = f.agency_id and m.id = f.module_id
        where m.valid_until is null order by m.name`,
    ),
    m => m.competency_id,
  )
  return standings
    .map(s => {
      const own = modules.get(s.id) ?? []
      return {
        id: s.id,
        code: s.code,
        name: s.name,
        short: s.short,
        unserved: s.short.filter(p => {
          const level = levels.get(`${p}|${s.id}`)
          return level === undefined || !own.some(m => m.from_level <= level && m.to_level > level)
        }),
        modules: own,
      }
    })
    .sort(
      (a, b) =>
        b.unserved.length - a.unserved.length || b.short.length - a.short.length || a.code.localeCompare(b.code),
    )
}

export const gapCount = (gap: CatalogueGap, what: 'short' | 'unserved', asOf: Db['on']): Figure<number> =>
  count({
    ref: `planning.catalogue-gap:${what}:${gap.code}`,
    label: what === 'short' ? `Kurang ${gap.name}` : `Kurang ${gap.name} tanpa modul yang sesuai`,
    unit: 'people',
    asOf,
    members: gap[what],
    of: 'orang',
    filter: what === 'short' ? 'levelnya di bawah syarat jabatan' : 'tidak ada modul yang mulai dari levelnya',
  })

export const findGapFigure = async (db: Db, what: string, code: string): Promise<Figure | null> => {
  const gap = (await listCatalogueGaps(db)).find(g => g.code === code)
  return gap && (what === 'short' || what === 'unserved') ? gapCount(gap, what, db.on) : null
}

export type PathModule = {
  family: string
  tier: string | null
  posts: number
  module_id: string
  name: string
  share_class: 70 | 20 | 10
  competencies: string[]
  to_level: number
}

/** Which module leads toward which family of posts: it builds what the standards of those posts ask. */
export const listCareerPaths = (db: Db, family: string): Promise<PathModule[]> =>
  db.rows<PathModule>(sql`with asked as (
      select p.family, p.tier, s.competency_id, s.name as competency, max(s.level) as level, count(distinct p.id)::int as posts
      from workforce.v_positions p join lateral (
        select distinct on (v.competency_id) v.competency_id, v.name, v.level from competency.v_standards v
        where v.position_name = p.name and v.valid_from <= ${db.on} and (v.valid_until is null or v.valid_until >= ${db.on}) order by v.competency_id, v.valid_from desc) s on true
      where p.family = ${family} group by p.family, p.tier, s.competency_id, s.name)
    select a.family, a.tier, max(a.posts)::int as posts, m.id as module_id, m.name, m.share_class, array_agg(distinct a.competency order by a.competency) as competencies, max(f.to_level)::int as to_level
    from asked a join planning.module_effects f on f.competency_id = a.competency_id and f.to_level <= a.level + 1 and f.to_level >= 2
    join planning.modules m on m.agency_id = f.agency_id and m.id = f.module_id and m.valid_until is null
    group by a.family, a.tier, m.id, m.name, m.share_class order by a.tier, m.share_class desc, m.name`)

export const listFamilies = async (db: Db): Promise<string[]> =>
  (
    await db.rows<{ family: string }>(
      sql`select distinct family from workforce.v_positions where family is not null order by family`,
    )
  ).map(f => f.family)
