import type { Figure } from '#core/figure/figure.ts'
import { count, record } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { Role } from '#platform/access/actor.ts'
import { type Db, type Query, sql } from '#platform/database/database.ts'
import type { Cause, PolicySummary, Shown } from './policy-preview.model.ts'

export type PolicyPreview = {
  id: string
  policyId: string
  cycleId: string
  cycleName: string
  asOf: Day
  comparedCode: string
  comparedVersion: string
  summary: PolicySummary
  madeOn: Day
  madeByName: string
  /** The draft was changed since. */
  isStale: boolean
}

export const findPreview = (db: Db, policyId: string): Promise<PolicyPreview | null> =>
  db.find(sql`select v.id, v.policy_id as "policyId", v.cycle_id as "cycleId", c.name as "cycleName", c.as_of as "asOf", v.compared_code as "comparedCode", v.compared_version as "comparedVersion",
      v.summary, v.made_on as "madeOn", v.made_by_name as "madeByName", v.content_hash <> encode(sha256(convert_to(p.content::text, 'UTF8')), 'hex') as "isStale"
    from talent.policy_previews v join talent.policy_versions p on p.agency_id = v.agency_id and p.id = v.policy_id
    join talent.cycles c on c.agency_id = v.agency_id and c.id = v.cycle_id where v.policy_id = ${policyId}`)

/** Who may see the people of a preview by name; the others read counts with small numbers closed. */
export const seesPolicyMoves = (role: Role): boolean => role === 'hr_officer' || role === 'auditor'

/** Filters of the list; they live in the address. A place is a box, or 0 for the waiting area. */
export type MoveFilter = { unitId?: string; from?: number; to?: number; cause?: string; search?: string }

export type PolicyMove = {
  employee_id: string
  name: string
  position_name: string | null
  unit_name: string
  from_box: number | null
  to_box: number | null
  cause: Cause
  shares: Record<string, number> | null
}

const where = (previewId: string, f: MoveFilter): Query => sql`m.preview_id = ${previewId}
  and (${f.unitId ?? null}::uuid is null or m.unit_id = ${f.unitId ?? null})
  and (${f.from ?? null}::int is null or coalesce(m.from_box, 0) = ${f.from ?? null})
  and (${f.to ?? null}::int is null or coalesce(m.to_box, 0) = ${f.to ?? null})
  and (${f.cause ?? null}::text is null or m.cause = ${f.cause ?? null})
  and (${f.search ?? null}::text is null or lower(p.name) like '%' || lower(${f.search ?? null}) || '%')`

export const listPolicyMoves = (
  db: Db,
  previewId: string,
  filter: MoveFilter & { page: number; size: number },
): Promise<PolicyMove[]> =>
  db.rows<PolicyMove>(sql`select m.employee_id, p.name, p.position_name, p.unit_short_name as unit_name, m.from_box, m.to_box, m.cause, m.shares
    from talent.policy_moves m join workforce.v_people p on p.agency_id = m.agency_id and p.id = m.employee_id
    where ${where(previewId, filter)} order by p.name, m.employee_id limit ${filter.size} offset ${(filter.page - 1) * filter.size}`)

const refOf = (policyId: string, f: MoveFilter) =>
  `talent.policy-moves:${policyId}:${f.from ?? '-'}:${f.to ?? '-'}:${f.cause ?? '-'}:${f.unitId ?? '-'}:${f.search ? encodeURIComponent(f.search) : '-'}`

export const filterFromKeys = ([from, to, cause, unit, search]: (string | undefined)[]): MoveFilter => ({
  from: from && from !== '-' ? Number(from) : undefined,
  to: to && to !== '-' ? Number(to) : undefined,
  cause: cause && cause !== '-' ? cause : undefined,
  unitId: unit && unit !== '-' ? unit : undefined,
  search: search && search !== '-' ? decodeURIComponent(search) : undefined,
})

const source = (preview: PolicyPreview) => ({
  kind: 'talent.policy-preview',
  id: preview.id,
  label: `Pratinjau ${preview.madeByName}`,
  on: preview.madeOn,
})

const isOne = (f: MoveFilter) => [f.from, f.to, f.cause, f.unitId, f.search].every(v => v === undefined)

/** What the summary says of a filter, for readers who see no people. */
const shownFor = (summary: PolicySummary, f: MoveFilter): Shown | null => {
  if (isOne(f)) return summary.moved
  if (f.search !== undefined) return null
  const place = (box: number | null) => box ?? 0
  if (f.from !== undefined && f.to !== undefined && f.cause === undefined && f.unitId === undefined)
    return summary.paths.find(p => place(p.from) === f.from && place(p.to) === f.to)?.people ?? 0
  if (f.cause !== undefined && f.from === undefined && f.to === undefined && f.unitId === undefined)
    return summary.causes.find(c => c.cause === f.cause)?.people ?? 0
  if (f.unitId !== undefined && f.cause === undefined && f.from === undefined && f.to === undefined)
    return summary.units.find(u => u.id === f.unitId)?.moved ?? 0
  return null
}

/** How many would move: the people themselves for those who may see them, else what the summary may say. */
export const movedFigure = async (
  db: Db,
  preview: PolicyPreview,
  filter: MoveFilter,
  seesPeople: boolean,
): Promise<Figure<number>> => {
  const base = { ref: refOf(preview.policyId, filter), label: 'Orang yang akan berpindah', asOf: preview.asOf }
  if (seesPeople) {
    const rows = await db.rows<{ id: string }>(
      sql`select m.employee_id as id from talent.policy_moves m join workforce.v_people p on p.agency_id = m.agency_id and p.id = m.employee_id
        where ${where(preview.id, filter)} order by m.employee_id`,
    )
    return count({
      ...base,
      members: rows.map(r => r.id),
      of: 'orang',
      filter: 'berpindah kotak bila draf ini berlaku',
      sources: [source(preview)],
    })
  }
  return withheldOr(base, shownFor(preview.summary, filter), preview)
}

const withheldOr = (
  base: { ref: string; label: string; asOf: Day },
  shown: Shown | null,
  preview: PolicyPreview,
): Figure<number> =>
  typeof shown === 'number'
    ? record<number>({ ...base, unit: 'people', value: shown, sources: [source(preview)] })
    : record<number>({
        ...base,
        unit: 'people',
        value: null,
        state: 'withheld',
        sources: [source(preview)],
        limits: ['Jumlah kurang dari lima orang tidak ditampilkan, bersama yang dapat membukanya.'],
      })

/** Everybody the preview looked at. */
export const peopleFigure = (preview: PolicyPreview): Figure<number> =>
  record<number>({
    ref: `talent.policy-people:${preview.policyId}`,
    label: 'Orang yang dihitung',
    unit: 'people',
    asOf: preview.asOf,
    value: preview.summary.people,
    sources: [source(preview)],
  })

/** People of a group, and how many stand in the pool before and after. */
export const groupFigure = (
  preview: PolicyPreview,
  attribute: string,
  group: string,
  what: 'people' | 'before' | 'after',
): Figure<number> | null => {
  const line = preview.summary.groups.find(g => g.attribute === attribute)?.lines.find(l => l.group === group)
  if (!line) return null
  const words = { people: 'Orang', before: 'Dalam KRS sekarang', after: 'Dalam KRS bila berlaku' }
  return withheldOr(
    {
      ref: `talent.policy-group:${preview.policyId}:${encodeURIComponent(attribute)}:${encodeURIComponent(group)}:${what}`,
      label: `${words[what]}, ${attribute.toLowerCase()} ${group.toLowerCase()}`,
      asOf: preview.asOf,
    },
    line[what],
    preview,
  )
}
