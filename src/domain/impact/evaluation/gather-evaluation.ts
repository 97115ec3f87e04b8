import type { Day } from '#core/values/day.ts'
import type { AgreedBehaviour } from '#domain/delivery/follow-up/application.model.ts'
import { followUpRules } from '#domain/delivery/follow-up/follow-up.rules.ts'
import type { Db } from '#platform/database/database.ts'
import { indicatorRules } from '../effect/indicator.rules.ts'
import type { ExcludedUnit } from '../effect/indicator-effect.model.ts'
import { outcomeRules } from '../effect/outcome.rules.ts'
import { reactionRules } from '../reaction/reaction.rules.ts'
import type { EvaluationInput, EvaluationRules } from './evaluation.model.ts'
import {
  findEvaluatedProgramme,
  listComparedUnits,
  listEvaluatedPeople,
  listEvents,
  listFollowUpAnswers,
  listIndicators,
  listIndicatorValues,
  listPeopleWithEvidence,
  listReactions,
  listResults,
  listSpending,
} from './evaluation.store.ts'

/** The rules that hold on the day of the evaluation. */
export const rulesOn = (on: Day): EvaluationRules => ({
  gate: outcomeRules.on(on),
  periods: indicatorRules.on(on),
  reaction: reactionRules.on(on),
  followUp: followUpRules.on(on),
})

const overlaps = (event: { starts_on: Day; ends_on: Day | null }, from: Day, until: Day) =>
  event.starts_on <= until && (event.ends_on === null || event.ends_on >= from)

/** Which units stand on which side. A comparison unit that something else struck in the compared months is left out, and said. */
const sidesOf = async (db: Db, programmeId: string, startsOn: Day, months: readonly Day[]) => {
  const rows = await listComparedUnits(db, programmeId)
  const events = await listEvents(db, programmeId)
  const [first, last] = [months[0] ?? startsOn, db.on]
  const struck = (unitId: string, from: Day) => events.filter(e => e.unit_id === unitId && overlaps(e, from, last))
  const excluded: ExcludedUnit[] = []
  const units = rows.flatMap(row => {
    if (row.side === 'excluded') {
      excluded.push({ unit: row.name, reason: row.reason ?? 'tidak dipakai menurut pengelola program' })
      return []
    }
    const happened = row.side === 'comparison' ? struck(row.unit_id, first) : []
    if (happened.length > 0) {
      excluded.push({ unit: row.name, reason: happened.map(e => e.description).join(', ') })
      return []
    }
    return [{ id: row.unit_id, name: row.name, isProgramme: row.side === 'programme' }]
  })
  const shocks = rows
    .filter(r => r.side === 'programme')
    .flatMap(r => struck(r.unit_id, startsOn).map(e => `${e.description} (${r.name})`))
  return { units, excluded, shocks }
}

/** Those around a lab package, asked before and after: not what participants thought of the training. */
const stakeholderItem = /^Kepuasan pemangku kepentingan /i

/** Gives each id a number of its own: "peserta 03". */
const numbering = (word: string) => {
  const names = new Map<string, string>()
  return (id: string): string => {
    const name = names.get(id) ?? `${word} ${String(names.size + 1).padStart(2, '0')}`
    names.set(id, name)
    return name
  }
}

/** Reads what an evaluation needs. Persons become numbers here and stay so in what is kept. */
export const gatherEvaluation = async (db: Db, programmeId: string): Promise<EvaluationInput | null> => {
  const programme = await findEvaluatedProgramme(db, programmeId)
  if (!programme) return null
  const people = await listEvaluatedPeople(db, programmeId)
  const results = await listResults(db, programmeId)
  const reactions = (await listReactions(db, programmeId)).map(r => ({
    id: r.id,
    item: r.item,
    mean: r.mean,
    answers: r.answers,
    invited: r.invited,
    scaleMax: r.scale_max,
  }))
  const answers = await listFollowUpAnswers(db, programmeId)
  const withEvidence = new Set((await listPeopleWithEvidence(db, programmeId)).map(p => p.employee_id))
  const numberOf = numbering('peserta')
  const behaviourNumber = numbering('perilaku')
  for (const p of people) numberOf(p.employee_id)

  // Training ends with the last class, or with the rating of day 0 that closes it.
  const ended = new Map<string, Day>()
  const later = (employeeId: string, day: Day | null) => {
    if (day !== null && (ended.get(employeeId) ?? '') < day) ended.set(employeeId, day)
  }
  for (const r of results) later(r.employee_id, r.ends_on)
  for (const a of answers) if (a.day_number === 0) later(a.employee_id, a.answered_on)
  const behaviours = new Map<string, AgreedBehaviour>()
  for (const a of answers) {
    const key = `${a.employee_id}|${a.behaviour_id}`
    const behaviour = behaviours.get(key) ?? {
      behaviourId: behaviourNumber(a.behaviour_id),
      employeeId: numberOf(a.employee_id),
      agreedOn: a.agreed_on,
      trainingEndedOn: ended.get(a.employee_id) ?? programme.ends_on ?? programme.starts_on,
      answers: [],
    }
    behaviour.answers.push({ rater: a.rater, day: a.day_number, value: a.value, verdict: a.verdict })
    behaviours.set(key, behaviour)
  }
  const values = await listIndicatorValues(db, programmeId)
  const months = [...new Set(values.map(v => v.month_on))].sort()
  const { units, excluded, shocks } = await sidesOf(db, programmeId, programme.starts_on, months)
  const indicators = await listIndicators(db, programmeId)
  const own = (employeeId: string) => results.filter(r => r.employee_id === employeeId)
  return {
    programme: {
      id: programme.id,
      name: programme.name,
      startsOn: programme.starts_on,
      endsOn: programme.ends_on,
      effectFrom: programme.effect_from,
      fullEffectFrom: programme.full_effect_from,
    },
    people: people.map(p => ({
      person: numberOf(p.employee_id),
      hasLeft: p.left_on !== null,
      hasFinished: own(p.employee_id).length > 0 && own(p.employee_id).every(r => r.state === 'passed'),
      hasEvidence: withEvidence.has(p.employee_id),
    })),
    reactions: reactions.filter(r => !stakeholderItem.test(r.item)),
    stakeholders: reactions.filter(r => stakeholderItem.test(r.item)),
    tests: results
      .filter(r => r.score_before !== null || r.score_after !== null || r.state === 'passed' || r.state === 'failed')
      .map(r => ({ pre: r.score_before, post: r.score_after })),
    behaviours: [...behaviours.values()],
    spending: (await listSpending(db, programmeId)).map(s => ({
      label: s.title,
      rupiah: s.rupiah,
      source: { kind: 'planning.plan-item', id: s.id, label: s.title },
    })),
    indicators: indicators.map(i => ({
      id: i.id,
      code: i.code,
      name: i.name,
      unitOfMeasure: i.unit_of_measure,
      direction: i.direction,
      target:
        i.target === null || i.agreed_on === null
          ? null
          : { value: i.target, baseline: i.baseline, agreedOn: i.agreed_on, agreedBy: i.agreed_by ?? '' },
      values: values
        .filter(v => v.indicator_id === i.id)
        .map(v => ({ unitId: v.unit_id, month: v.month_on, value: v.value })),
      units,
      excluded,
      shocks,
    })),
  }
}
