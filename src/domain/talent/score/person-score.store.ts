import { type Figure, isKnown } from '#core/figure/figure.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { type Cycle, findCycle, rulesOfCycle } from '../cycle/cycle.ts'
import { axisLevel, boxFor } from '../nine-box/nine-box.model.ts'
import { talentInputsOf } from './evidence.model.ts'
import { evidenceFromSheet, type ScoreContext, type TalentInputs } from './score.model.ts'
import { recordsOf, type ScopePerson, sheetPartsOf } from './score.store.ts'

export type PersonScore = {
  cycle: Cycle
  employeeId: string
  unitId: string
  name: string
  positionName: string | null
  unitName: string
  tier: string | null
  box: number | null
  decidedBox: number | null
  placement: 'placed' | 'waiting'
  needs: { code: string; label: string; who: string; state: string; isDecisive: boolean }[]
  x: Figure<number>
  y: Figure<number>
  talent: Figure<number>
  boxFigure: Figure<number>
  isCertain: boolean
  reachableBoxes: number[]
  inputHash: string
  placedAt: string | null
}

type Row = {
  unit_id: string
  name: string
  position_name: string | null
  unit_name: string
  tier: string | null
  box: number | null
  decided_box: number | null
  placement: 'placed' | 'waiting'
  needs: PersonScore['needs']
  input_hash: string
  figure: { talent: Figure<number>; isCertain: boolean; reachableBoxes: number[] }
}

/** The stored result of one person in a cycle, with its explanation; null when there is none or the actor may not see it. */
export const findPersonScore = async (db: Db, cycleId: string, employeeId: string): Promise<PersonScore | null> => {
  const cycle = await findCycle(db, cycleId)
  if (!cycle) return null
  const row =
    await db.find<Row>(sql`select s.unit_id, e.name, e.position_name, e.unit_name, s.tier, s.box, s.decided_box, s.placement, s.needs, s.input_hash, s.figure
    from talent.v_scores s join workforce.v_people e on e.agency_id = s.agency_id and e.id = s.employee_id where s.cycle_id = ${cycleId} and s.employee_id = ${employeeId}`)
  if (!row) return null
  const { rules, ruleSet, boxes } = await rulesOfCycle(db, cycle, row.unit_id)
  const [y, x] = row.figure.talent.parts as Figure<number>[]
  const level = (axis: 'x' | 'y', figure: Figure<number>) => axisLevel(figure, rules.axes[axis], cycle.as_of, ruleSet)
  const box = boxFor({ x: level('x', x), y: level('y', y) }, boxes, {
    asOf: cycle.as_of,
    ruleSet,
    ref: `talent.box:${cycleId}:${employeeId}`,
  })
  return {
    cycle,
    employeeId,
    unitId: row.unit_id,
    name: row.name,
    positionName: row.position_name,
    unitName: row.unit_name,
    tier: row.tier,
    box: row.box,
    decidedBox: row.decided_box,
    placement: row.placement,
    needs: row.needs,
    x,
    y,
    talent: row.figure.talent,
    boxFigure: row.placement === 'waiting' && isKnown(box) ? { ...box, state: 'unknown', value: null } : box,
    isCertain: row.figure.isCertain,
    reachableBoxes: row.figure.reachableBoxes,
    inputHash: row.input_hash,
    placedAt: cycle.placed_at,
  }
}

/** The person's inputs again, for "what would change it"; judged by the same engine. */
export const inputsOfPerson = async (
  db: Db,
  cycle: Cycle,
  employeeId: string,
): Promise<{ inputs: TalentInputs; context: ScoreContext } | null> => {
  const person = await db.find<ScopePerson>(
    sql`select id, name, unit_id, tier, education_level, education_field, is_field_matching, position_since from workforce.v_people where id = ${employeeId}`,
  )
  if (!person) return null
  const scored = await db.find<{ unit_id: string }>(
    sql`select unit_id from talent.scores where cycle_id = ${cycle.id} and employee_id = ${employeeId}`,
  )
  const { rules, ruleSet, boxes } = await rulesOfCycle(db, cycle, scored?.unit_id ?? person.unit_id)
  const context: ScoreContext = { rules, ruleSet, boxes, asOf: cycle.as_of, key: null }
  if (cycle.scope.source === 'sheet') {
    const sheet = (await sheetPartsOf(db, [employeeId])).get(employeeId)
    return { inputs: evidenceFromSheet(sheet?.parts ?? {}, rules, cycle.as_of), context }
  }
  const record = (await recordsOf(db, [person], cycle.as_of)).get(employeeId)
  return record ? { inputs: talentInputsOf(record, cycle.as_of), context } : null
}

export type Move = {
  id: string
  employee_id: string
  name: string
  from_box: number
  to_box: number
  reason_code: string
  note: string
  state: string
  moved_by: string | null
  moved_by_name: string
  moved_on: Day
}

export const listMoves = (
  db: Db,
  cycleId: string,
  filter: { employeeId?: string; state?: string } = {},
): Promise<Move[]> =>
  db.rows<Move>(sql`select m.id, m.employee_id, e.name, m.from_box, m.to_box, m.reason_code, m.note, m.state, m.moved_by, m.moved_by_name, m.moved_at::date as moved_on
    from talent.moves m join workforce.v_people e on e.agency_id = m.agency_id and e.id = m.employee_id
    where m.cycle_id = ${cycleId} and (${filter.employeeId ?? null}::uuid is null or m.employee_id = ${filter.employeeId ?? null}) and (${filter.state ?? null}::text is null or m.state = ${filter.state ?? null}) order by m.moved_at desc`)

/** Development message of a person in the newest cycle that has one. */
export const findDevelopmentMessage = (
  db: Db,
  employeeId: string,
): Promise<{ strength: string; practice: string; cycle_name: string } | null> =>
  db.find(
    sql`select m.strength, m.practice, c.name as cycle_name from talent.development_messages m join talent.cycles c on c.agency_id = m.agency_id and c.id = m.cycle_id where m.employee_id = ${employeeId} order by c.as_of desc limit 1`,
  )
