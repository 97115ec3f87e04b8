import { suppress } from '#core/disclosure/suppress.ts'
import { ageOn, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { boxNumbers } from '../nine-box/nine-box.model.ts'
import type { GroupLine } from './minutes.model.ts'

type Placed = {
  before: number
  after: number
  sex: string | null
  birth_on: Day | null
  unit_kind: string | null
}

/** Everybody placed in the cycle: the box before this session's decisions and after them. */
const placedOf = (db: Db, cycleId: string, sessionId: string): Promise<Placed[]> =>
  db.rows<Placed>(sql`select coalesce(b.to_box, s.box) as before, coalesce(a.to_box, s.box) as after, p.sex, p.birth_on, u.kind as unit_kind
    from talent.scores s
    left join lateral (select m.to_box from talent.moves m where m.agency_id = s.agency_id and m.cycle_id = s.cycle_id and m.employee_id = s.employee_id and m.state = 'decided'
      and not exists (select from talent.session_items i where i.agency_id = m.agency_id and i.move_id = m.id and i.session_id = ${sessionId}) order by m.moved_at desc limit 1) b on true
    left join lateral (select m.to_box from talent.moves m where m.agency_id = s.agency_id and m.cycle_id = s.cycle_id and m.employee_id = s.employee_id and m.state = 'decided' order by m.moved_at desc limit 1) a on true
    left join workforce.v_people p on p.agency_id = s.agency_id and p.id = s.employee_id
    left join workforce.v_units u on u.agency_id = s.agency_id and u.id = s.unit_id
    where s.cycle_id = ${cycleId} and s.placement = 'placed'`)

export type BoxChange = { box: number; before: number; after: number }

const ages = [
  { label: 'di bawah 35 tahun', from: 0, to: 35 },
  { label: '35 sampai 44 tahun', from: 35, to: 45 },
  { label: '45 sampai 54 tahun', from: 45, to: 55 },
  { label: '55 tahun ke atas', from: 55, to: 200 },
]
const ageBand = (birth: Day | null, on: Day): string | null =>
  birth === null ? null : (ages.find(a => ageOn(birth, on) >= a.from && ageOn(birth, on) < a.to)?.label ?? null)

/** Counts per box before and after the session's decisions, and the pool by group with small counts closed together with what would give them away. */
export const distributionOf = async (
  db: Db,
  cycleId: string,
  sessionId: string,
  pool: readonly number[],
  on: Day,
): Promise<{ boxes: BoxChange[]; groups: GroupLine[]; people: number }> => {
  const placed = await placedOf(db, cycleId, sessionId)
  const boxes = boxNumbers.map(box => ({
    box,
    before: placed.filter(p => p.before === box).length,
    after: placed.filter(p => p.after === box).length,
  }))
  const groupings: [string, (p: Placed) => string | null][] = [
    ['Jenis kelamin', p => (p.sex === 'L' ? 'Laki-laki' : p.sex === 'P' ? 'Perempuan' : null)],
    ['Usia', p => ageBand(p.birth_on, on)],
    ['Jenis unit', p => p.unit_kind],
  ]
  const groups = groupings.flatMap(([group, kindOf]) => linesOf(group, placed, kindOf, pool))
  return { boxes, groups, people: placed.length }
}

/** One grouping: before and after are closed as one table, since their difference may be a single person. */
const linesOf = (
  group: string,
  placed: readonly Placed[],
  kindOf: (p: Placed) => string | null,
  pool: readonly number[],
): GroupLine[] => {
  const values = [...new Set(placed.map(p => kindOf(p) ?? 'belum diketahui'))].sort()
  if (values.length < 2) return []
  const rows = values.map(value => {
    const own = placed.filter(p => (kindOf(p) ?? 'belum diketahui') === value)
    const stays = own.filter(p => pool.includes(p.before) && pool.includes(p.after)).length
    const enters = own.filter(p => !pool.includes(p.before) && pool.includes(p.after)).length
    const leaves = own.filter(p => pool.includes(p.before) && !pool.includes(p.after)).length
    return { value, own: own.length, stays, enters, leaves }
  })
  const inside = suppress({ cells: rows.map(r => [r.stays + r.leaves, r.own - r.stays - r.leaves]) })
  const moved = rows.some(r => (r.enters > 0 && r.enters < 5) || (r.leaves > 0 && r.leaves < 5))
  return rows.map((r, i) => ({
    group,
    value: r.value,
    people: inside.hidden[i].some(Boolean) ? 'ditutup' : String(r.own),
    before: inside.hidden[i][0] ? 'ditutup' : String(r.stays + r.leaves),
    // Fewer than five moved: the figures after would say who; they are closed for the whole grouping.
    after: moved || inside.hidden[i][0] ? 'ditutup' : String(r.stays + r.enters),
  }))
}
