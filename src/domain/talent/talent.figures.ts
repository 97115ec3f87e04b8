import type { Figure } from '#core/figure/figure.ts'
import type { FigureSources } from '#platform/web/figure-source.ts'
import { cutsOfUnit, findCycle, rankedFigure, rulesOfCycle } from './cycle/cycle.ts'
import { fairnessFigure } from './fairness/fairness.store.ts'
import type { GroupCode } from './feedback/feedback.model.ts'
import {
  agreementFigure,
  figuresOf,
  findResult,
  findRound,
  listUnitProgress,
  progressFigure,
  ratersFigure,
} from './feedback/feedback.store.ts'
import { groupWords } from './feedback/feedback-words.ts'
import { agreementOf, consensusFigure } from './interview/interview.model.ts'
import { findInterview, findReveal, listConsensus } from './interview/interview.store.ts'
import { readQuality } from './interview/quality.store.ts'
import { surenessOf } from './nine-box/box-sureness.store.ts'
import { findPair, flowsOf } from './nine-box/compare.store.ts'
import { filterFromKeys, listSuppliers, mapCount, mapCounts } from './nine-box/map.store.ts'
import { nearestCut, shareOfBox } from './nine-box/nine-box.model.ts'
import {
  filterFromKeys as filterOfMoves,
  findPreview,
  groupFigure,
  movedFigure,
  peopleFigure,
  seesPolicyMoves,
} from './policy/policy-preview.store.ts'
import { findPersonScore, type PersonScore } from './score/person-score.store.ts'
import { valueFigures } from './values/values.model.ts'
import { findReview, listResults, refOf, rulesOn, sourceOf } from './values/values.store.ts'

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
  'talent.distance': async (db, [cycleId, employeeId]) => {
    const score = await findPersonScore(db, cycleId, employeeId)
    if (!score) return null
    const { rules, ruleSet } = await rulesOfCycle(db, score.cycle, score.unitId)
    const ref = `talent.distance:${cycleId}:${employeeId}`
    return nearestCut(score, rules.axes, { asOf: score.cycle.as_of, ruleSet, ref })?.figure ?? null
  },
  'talent.sure': async (db, [cycleId, employeeId, what]) => {
    const score = await findPersonScore(db, cycleId, employeeId)
    if (!score) return null
    const { chance, robust } = await surenessOf(db, score)
    return (
      { chance: chance?.figure, neighbour: chance?.neighbour?.figure, robust }[
        what as 'chance' | 'neighbour' | 'robust'
      ] ?? null
    )
  },
  'talent.fairness': (db, keys) => fairnessFigure(db, keys),
  'talent.flow': async (db, [fromId, toId, from, to, unit]) => {
    const pair = await findPair(db, fromId, toId)
    if (!pair) return null
    const { flows } = await flowsOf(db, pair, unit === '-' ? null : unit)
    return flows.find(f => String(f.from) === from && String(f.to) === to)?.people ?? null
  },
  'talent.flow-direction': async (db, [fromId, toId, direction, unit]) => {
    const pair = await findPair(db, fromId, toId)
    if (!pair) return null
    const { byDirection } = await flowsOf(db, pair, unit === '-' ? null : unit)
    return byDirection[direction as keyof typeof byDirection] ?? null
  },
  'talent.map-share': async (db, [cycleId, what, unit, tiers]) => {
    const cycle = await findCycle(db, cycleId)
    const box = Number(/^box-([1-9])$/.exec(what)?.[1])
    if (!cycle || !box) return null
    return shareOfBox(await mapCounts(db, cycle, ['placed', what], filterFromKeys(unit, tiers)), box)
  },
  'talent.supplier': async (db, [cycleId, what, key]) => {
    const cycle = await findCycle(db, cycleId)
    const suppliers = cycle ? await listSuppliers(db, cycle) : []
    const ref = `talent.supplier:${cycleId}:${what}:${key}`
    return suppliers.flatMap(s => [s.people, s.units]).find(figure => figure.ref === ref) ?? null
  },
  'talent.map-count': async (db, [cycleId, what, unit, tiers]) => {
    const cycle = await findCycle(db, cycleId)
    return cycle ? mapCount(db, cycle, what, filterFromKeys(unit, tiers)) : null
  },
  'talent.ranked': async (db, [cycleId, unitId, axis]) => {
    const cycle = await findCycle(db, cycleId)
    const row = cycle ? (await cutsOfUnit(db, cycle.id, unitId)).find(r => r.axis === axis) : null
    return cycle && row ? rankedFigure(cycle, unitId, row) : null
  },
  'talent.policy-moves': async (db, [policyId, ...keys]) => {
    const preview = await findPreview(db, policyId)
    return preview ? movedFigure(db, preview, filterOfMoves(keys), seesPolicyMoves(db.actor.role)) : null
  },
  'talent.policy-people': async (db, [policyId]) => {
    const preview = await findPreview(db, policyId)
    return preview ? peopleFigure(preview) : null
  },
  'talent.interview-agreement': async (db, [interviewId, what]) => {
    const ratings = await findReveal(db, interviewId)
    const interview = await findInterview(db, interviewId)
    if (!ratings || !interview) return null
    const { alpha, near } = agreementOf(
      ratings.map(r => ({ ...r, interviewId })),
      { asOf: interview.opened_on ?? db.on, ref: w => `talent.interview-agreement:${interviewId}:${w}` },
    )
    return what === 'alpha' ? alpha : what === 'near' ? near : null
  },
  'talent.values': async (db, [reviewId, what]) => {
    const [now] = await listResults(db, reviewId)
    const review = await findReview(db, reviewId)
    if (!now || !review) return null
    const asOf = now.opened_on
    const { overall, byValue } = valueFigures(rulesOn(review.asked_on).body, now.ratings, {
      asOf,
      source: sourceOf(now),
      ref: refOf(reviewId),
    })
    if (what === 'mean') return overall
    const { alpha, near } = agreementOf(
      now.ratings.map(m => ({ interviewId: reviewId, questionId: m.code, interviewerId: m.rater, level: m.step })),
      { asOf, ref: refOf(reviewId) },
    )
    return what === 'alpha' ? alpha : what === 'near' ? near : (byValue.find(v => v.code === what)?.figure ?? null)
  },
  'talent.feedback': async (db, [resultId, what]) => {
    const result = await findResult(db, resultId)
    if (!result) return null
    const figures = figuresOf(result)
    if (what === 'mean') return figures.overall
    if (what === 'rating') return figures.rating
    if (what === 'agreement') return agreementFigure(result)
    if (what?.startsWith('raters-')) {
      const group = what.slice('raters-'.length) as GroupCode
      return group in groupWords ? ratersFigure(result, group, groupWords[group]) : null
    }
    if (what?.startsWith('group-')) return figures.blocks[Number(what.slice('group-'.length))]?.figure ?? null
    return figures.questions.find(q => q.code === what)?.figure ?? null
  },
  'talent.feedback-progress': async (db, [roundId, unit]) => {
    const round = await findRound(db, roundId)
    if (!round) return null
    const rows = await listUnitProgress(db, roundId, unit === 'semua' ? null : unit)
    return progressFigure(round, rows, unit, db.on)
  },
  'talent.interview-level': async (db, [interviewId, competencyId]) => {
    const [now] = await listConsensus(db, interviewId)
    const level = now?.levels.find(l => l.competencyId === competencyId)
    return level ? consensusFigure(interviewId, now, level) : null
  },
  'talent.interview-batch': async (db, [batch, what]) => {
    const { agreement } = await readQuality(db, batch === 'semua' ? null : batch)
    return what === 'alpha' ? agreement.alpha : what === 'near' ? agreement.near : null
  },
  'talent.interview-severity': async (db, [batch, who, what]) => {
    const { severity } = await readQuality(db, batch === 'semua' ? null : batch)
    const one = severity.interviewers.find(i => i.interviewerId === who)
    return (what === 'n' ? one?.interviews : one?.effect) ?? null
  },
  'talent.policy-group': async (db, [policyId, attribute, group, what]) => {
    const preview = await findPreview(db, policyId)
    return preview && (what === 'people' || what === 'before' || what === 'after')
      ? groupFigure(preview, decodeURIComponent(attribute), decodeURIComponent(group), what)
      : null
  },
}
