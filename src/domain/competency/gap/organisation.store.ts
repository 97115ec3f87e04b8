import type { Figure, FigureValue } from '#core/figure/figure.ts'
import { isKnown } from '#core/figure/figure.ts'
import { count, mean, record } from '#core/figure/mechanisms.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { CompetencyGap } from './gap.model.ts'
import { leastPeople } from './least-people.ts'
import { gapsOf } from './profile.store.ts'

export type GapCell = {
  /** People whose post asks for the competency. */
  required: number
  /** Missing levels of each person who can be judged. */
  judged: { employeeId: string; name: string; gap: Figure<number> }[]
  /** Who was never assessed, and whose assessment is no longer valid. */
  unknown: string[]
  expired: string[]
}
export type OrganisationGap = {
  /** People by what is known of them, each list of ids. */
  units: { id: string; name: string; people: string[]; unknown: string[]; expired: string[] }[]
  competencies: { code: string; name: string; kind: string }[]
  cells: Map<string, GapCell>
}

export const cellKey = (unitId: string, code: string): string => `${unitId}|${code}`

/** Missing levels of everybody whose post has a standard, by unit and competency; the unknown are counted, never averaged. */
export const organisationGap = async (db: Db, unitId?: string | null): Promise<OrganisationGap> => {
  const people = await db.rows<{
    id: string
    name: string
    unit_id: string
    unit: string
    post: string
    tier: string | null
    has_evidence: boolean
  }>(
    sql`select p.id, p.name, p.unit_id, p.unit_short_name as unit, p.position_name as post, p.tier,
        (exists (select from competency.v_assessments a where a.agency_id = p.agency_id and a.employee_id = p.id)
          or exists (select from competency.v_evidence e where e.agency_id = p.agency_id and e.employee_id = p.id)) as has_evidence
      from workforce.v_people p where p.state = 'active' and p.position_name is not null and (${unitId ?? null}::uuid is null or p.unit_id = ${unitId ?? null}::uuid) order by p.id`,
  )
  // Only those of whom something is known are judged; the others count as unknown without a computation.
  const judged = await gapsOf(
    db,
    people.filter(p => p.has_evidence).map(p => ({ id: p.id, post: { id: null, name: p.post, tier: p.tier } })),
  )
  const standards = await db.rows<{ title: string; code: string; name: string; kind: string }>(
    sql`select lower(position_name) as title, code, name, kind from competency.v_standards where valid_from <= ${db.on}::date and (valid_until is null or valid_until >= ${db.on}::date)`,
  )
  const byTitle = Map.groupBy(standards, s => s.title)
  const cells = new Map<string, GapCell>()
  const units = new Map<string, OrganisationGap['units'][number]>()
  const competencies = new Map(standards.map(s => [s.code, { code: s.code, name: s.name, kind: s.kind }]))
  for (const p of people) {
    const unit = units.get(p.unit_id) ?? { id: p.unit_id, name: p.unit, people: [], unknown: [], expired: [] }
    units.set(p.unit_id, unit)
    unit.people.push(p.id)
    const gaps = judged.get(p.id)?.profile.gaps
    const byCode = new Map<string, CompetencyGap>((gaps ?? []).map(g => [g.code, g]))
    const states = (byTitle.get(p.post.toLowerCase()) ?? []).map(s => {
      const key = cellKey(p.unit_id, s.code)
      const cell = cells.get(key) ?? { required: 0, judged: [], unknown: [], expired: [] }
      cells.set(key, cell)
      cell.required++
      const gap = byCode.get(s.code)
      if (gap && isKnown(gap.gap)) cell.judged.push({ employeeId: p.id, name: p.name, gap: gap.gap })
      else if (gap?.level.state === 'expired') cell.expired.push(p.id)
      else cell.unknown.push(p.id)
      return gap && isKnown(gap.gap) ? 'known' : gap?.level.state === 'expired' ? 'expired' : 'unknown'
    })
    if (states.length > 0 && !states.includes('known')) {
      if (states.includes('expired')) unit.expired.push(p.id)
      else unit.unknown.push(p.id)
    } else if (states.length === 0) unit.unknown.push(p.id)
  }
  return {
    units: [...units.values()].sort((a, b) => b.people.length - a.people.length || a.name.localeCompare(b.name, 'id')),
    competencies: [...competencies.values()].sort((a, b) => a.code.localeCompare(b.code, 'id', { numeric: true })),
    cells,
  }
}

export type Coverage = 'people' | 'unknown' | 'expired'
const coverageWords: Record<Coverage, string> = {
  people: 'bekerja di sebuah jabatan',
  unknown: 'belum dinilai terhadap standar jabatannya',
  expired: 'penilaiannya sudah kedaluwarsa',
}
export const isCoverage = (word: string): word is Coverage => Object.hasOwn(coverageWords, word)

/** How many people of a unit, or of the agency when `unit` is null, stand so: each counted once. */
export const coverageFigure = (
  gap: OrganisationGap,
  what: Coverage,
  unit: { id: string; name: string } | null,
  on: string,
): Figure<number> =>
  count({
    ref: `competency.coverage:${what}${unit ? `:${unit.id}` : ''}`,
    label: `Pegawai yang ${coverageWords[what]}${unit ? `, ${unit.name}` : ''}`,
    asOf: on,
    members: gap.units.filter(u => !unit || u.id === unit.id).flatMap(u => u[what]),
    of: 'pegawai aktif',
    filter: coverageWords[what],
  })

export const isWaiting = (word: string): word is 'unknown' | 'expired' => word === 'unknown' || word === 'expired'

/** How many people of a unit nobody knows the level of in one competency their post asks for. */
export const waitingFigure = (
  unit: { id: string; name: string },
  competency: { code: string; name: string },
  cell: GapCell,
  what: 'unknown' | 'expired',
  on: string,
): Figure<number> =>
  count({
    ref: `competency.waiting:${what}:${unit.id}:${competency.code}`,
    label: `${what === 'unknown' ? 'Belum dinilai' : 'Penilaian kedaluwarsa'}: ${competency.name}, ${unit.name}`,
    asOf: on,
    members: cell[what],
    of: 'pegawai yang jabatannya mensyaratkannya',
    filter: what === 'unknown' ? 'levelnya belum dinilai' : coverageWords.expired,
  })

/** Open requests for the level of one competency in a unit, by code; each counted by the request. */
export const openRequestsOf = async (db: Db, unitId: string, code?: string): Promise<Map<string, string[]>> => {
  const rows = await db.rows<{ code: string; id: string }>(
    sql`select r.code, r.id from competency.v_evidence_requests r join workforce.v_people p on p.agency_id = r.agency_id and p.id = r.employee_id
      where r.state = 'open' and p.unit_id = ${unitId} and (${code ?? null}::text is null or r.code = ${code ?? null}) order by r.code, r.id`,
  )
  return new Map([...Map.groupBy(rows, r => r.code)].map(([of, list]) => [of, list.map(r => r.id)]))
}

export const requestedFigure = (
  unit: { id: string; name: string },
  competency: { code: string; name: string },
  ids: readonly string[],
  on: string,
): Figure<number> =>
  count({
    ref: `competency.requested:${unit.id}:${competency.code}`,
    label: `Permintaan terbuka: ${competency.name}, ${unit.name}`,
    asOf: on,
    members: [...ids],
    of: 'permintaan',
    filter: 'belum dijawab',
  })

/** A figure for a page that only prints it: its members and parts wait behind its address. */
export const printed = <V extends FigureValue>(figure: Figure<V>): Figure<V> => ({
  ...figure,
  parts: [],
  mechanism: { kind: 'record' },
})

/** Mean of missing levels over those who can be judged; withheld below five people. */
export const cellFigure = (
  unit: { id: string; name: string },
  competency: { code: string; name: string },
  cell: GapCell,
  on: string,
): Figure<number> => {
  const base = {
    ref: `competency.unit-gap:${unit.id}:${competency.code}`,
    label: `Rata-rata level kurang ${competency.name}, ${unit.name}`,
    unit: 'level' as const,
    digits: 1,
    asOf: on,
  }
  if (cell.judged.length < leastPeople)
    return record<number>({
      ...base,
      value: null,
      state: 'withheld',
      limits: [`Kurang dari ${leastPeople} orang yang sudah dinilai.`],
    })
  return mean({
    ...base,
    parts: cell.judged.map(j => ({
      ...j.gap,
      // The person's own figure is closed here; what it rests on stays named.
      sources: [...j.gap.sources, ...j.gap.parts.flatMap(part => part.sources)],
      parts: [],
      mechanism: { kind: 'record' as const },
      label: `Kurang, ${j.name}`,
    })),
  })
}
