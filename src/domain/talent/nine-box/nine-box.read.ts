import { listed } from '#core/figure/mechanisms.ts'
import { formatDay, formatTime } from '#core/text/format.ts'
import type { Db } from '#platform/database/database.ts'
import type { Page } from '#platform/web/page.ts'
import { cutsOfCycle, findCurrentCycle, findCycle, rulesOfCycle } from '../cycle/cycle.ts'
import { findPersonScore, listMoves } from '../score/person-score.store.ts'
import { rankedAxes } from '../score/ranking.model.ts'
import type { AxisKey } from '../score/score-rules.model.ts'
import { chanceOf } from './box-sureness.model.ts'
import { listUnsure, surenessRulesOf } from './box-sureness.store.ts'
import { placeInLevel } from './dots.model.ts'
import { listDots, listLeftPlaces, listPlaces, listScopeValues, mapCounts } from './map.store.ts'
import { boxNumbers, nameOfBox, treatmentsOfBox } from './nine-box.model.ts'
import { withFigures } from './place-figures.model.ts'
import { waitingWords } from './waiting-words.ts'

const pageSize = 50

/** The cycle, the rules and the filter an address of the map asks for; null while no map was made. */
export const readMapScope = async (db: Db, query: URLSearchParams) => {
  const id = query.get('siklus')
  const cycle = id ? await findCycle(db, id) : await findCurrentCycle(db)
  if (!cycle?.placed_at) return null
  const { rules, boxes } = await rulesOfCycle(db, cycle)
  const filter = {
    unitId: query.get('unit') || undefined,
    tiers: query.getAll('jenjang').filter(Boolean),
    search: query.get('cari') || undefined,
  }
  // Where the version ranks, each unit has cut points of its own; without a unit there is none to draw or to be near.
  const byUnit = rankedAxes(rules).length > 0 ? await cutsOfCycle(db, cycle.id) : null
  const ofUnit = (axis: AxisKey, unitId: string | undefined) =>
    (rules.axes[axis].ranking && unitId && byUnit?.get(`${unitId} ${axis}`)) || rules.axes[axis].cuts
  return { cycle, rules, boxes, filter, ofUnit }
}

/** What the map shows for what the address asks; null while no map was made. */
export const readNineBox = async ({ db, query, actor, look, on, visit }: Page) => {
  const scope = await readMapScope(db, query)
  if (!scope) return null
  const { cycle, rules, boxes: boxRules, filter, ofUnit } = scope
  const shownCuts = (axis: AxisKey) => (rules.axes[axis].ranking && !filter.unitId ? [] : ofUnit(axis, filter.unitId))
  const cuts = { x: shownCuts('x'), y: shownCuts('y') }
  const view = query.get('tampil') ?? 'kotak'
  const box = Number(query.get('kotak')) || undefined
  const nearOnly = query.get('tandai') === 'batas'
  const unsureOnly = query.get('tandai') === 'ragu'
  const errors = await surenessRulesOf(db, cycle)
  const page = Math.max(1, Number(query.get('halaman')) || 1)
  const dots = view === 'kotak' ? await listDots(db, cycle.id, filter) : []
  const left = view === 'kotak' ? await listLeftPlaces(db, cycle.id, filter) : []
  const chosen = query.get('orang')
  const person = chosen ? await findPersonScore(db, cycle.id, chosen) : null
  if (chosen && person)
    look({ action: 'membuka nilai di peta', employeeId: chosen, subjectKind: 'talent.score', subjectId: cycle.id })
  return {
    cycle,
    filter,
    view,
    box,
    nearOnly,
    unsureOnly,
    page,
    pageSize,
    cuts,
    personCuts: person ? { x: ofUnit('x', person.unitId), y: ofUnit('y', person.unitId) } : cuts,
    ranked: { x: rules.axes.x.ranking ?? null, y: rules.axes.y.ranking ?? null },
    person,
    axes: { x: rules.axes.x.levels, y: rules.axes.y.levels },
    words: Object.fromEntries(
      boxNumbers.map(n => [
        n,
        { name: nameOfBox(n, boxRules) ?? '', treatment: treatmentsOfBox(n, boxRules).slice(0, 2).join('; ') },
      ]),
    ),
    counts: await mapCounts(
      db,
      cycle,
      [
        'all',
        'placed',
        'waiting',
        'pool',
        'near',
        'unsure',
        ...boxNumbers.map(b => `box-${b}`),
        ...Object.keys(waitingWords).map(w => `waiting-${w}`),
      ],
      filter,
    ),
    // Ten thousand people stay light: two short numbers and a mark each.
    dots: Object.fromEntries(
      boxNumbers.map(n => [
        n,
        dots
          .filter(d => d.box === n)
          .map(d => ({
            x: placeInLevel(d.x, ofUnit('x', d.unit_id)),
            y: placeInLevel(d.y, ofUnit('y', d.unit_id)),
            ...(d.near ? { near: true } : {}),
            ...(d.employee_id === chosen ? { selected: true } : {}),
          })),
      ]),
    ),
    left: Object.fromEntries(
      [...Map.groupBy(left, d => d.box)].map(([n, places]) => [
        n,
        places.map(d => ({
          x: placeInLevel(d.x, ofUnit('x', d.unit_id)),
          y: placeInLevel(d.y, ofUnit('y', d.unit_id)),
        })),
      ]),
    ),
    rows:
      view === 'sebelum'
        ? []
        : (
            await listPlaces(db, cycle.id, {
              ...filter,
              box,
              nearOnly,
              only: unsureOnly ? await listUnsure(db, cycle) : null,
              cutsX: cuts.x,
              cutsY: cuts.y,
              page,
              size: view === 'tabel' || box || nearOnly || unsureOnly || filter.search ? pageSize : 8,
            })
          ).map(place => {
            const axes = {
              x: { ...rules.axes.x, cuts: ofUnit('x', place.unit_id) },
              y: { ...rules.axes.y, cuts: ofUnit('y', place.unit_id) },
            }
            const row = withFigures(place, cycle, axes)
            const chance = chanceOf(
              { x: row.xFigure, y: row.yFigure },
              { axes, parts: rules.parts },
              boxRules,
              errors.body,
              {
                asOf: cycle.as_of,
                ruleSet: errors.reference,
                ref: what => `talent.sure:${cycle.id}:${place.employee_id}:${what}`,
              },
            )
            return { ...row, chance: chance && { ...chance, figure: listed(chance.figure) } }
          }),
    moves: view === 'sebelum' ? await listMoves(db, cycle.id) : [],
    values: await listScopeValues(db, cycle.id),
    // Top row first, as the rule set numbers its boxes.
    order: [...boxRules.numbers].reverse(),
    pool: boxRules.pool,
    printed: {
      agency: visit.agency?.name ?? '',
      by: actor.name,
      at: `${formatDay(on)}, ${formatTime(new Date(), visit.agency?.timeZone ?? 'Asia/Jakarta')}`,
    },
    role: actor.role,
    told: query.get('pesan'),
  }
}
