import type { Figure } from '#core/figure/figure.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import { findCycle } from './cycle/cycle.ts'
import { filterFromKeys, mapCount } from './nine-box/map.store.ts'
import { findPersonScore, type PersonScore } from './score/person-score.store.ts'

const ofPerson =
  (pick: (score: PersonScore) => Figure): FigureSources[string] =>
  async (db, [cycleId, employeeId]) => {
    const score = await findPersonScore(db, cycleId, employeeId)
    return score ? pick(score) : null
  }

/** Figures of this room by kind. */
export const talentFigures: FigureSources = {
  'talent.x': ofPerson(s => s.x),
  'talent.y': ofPerson(s => s.y),
  'talent.score': ofPerson(s => s.talent),
  'talent.box': ofPerson(s => s.boxFigure),
  'talent.map-count': async (db, [cycleId, what, unit, tiers]) => {
    const cycle = await findCycle(db, cycleId)
    return cycle ? mapCount(db, cycle, what, filterFromKeys(unit, tiers)) : null
  },
}
