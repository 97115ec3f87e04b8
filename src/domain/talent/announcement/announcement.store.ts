import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { findCycle, rulesOfCycle, type Stage, stages, stageWords } from '../cycle/cycle.ts'
import { listPublished } from '../fairness/fairness.store.ts'
import { purposes } from '../nomination/nomination.model.ts'
import { nominationRulesOn } from '../nomination/nomination.store.ts'
import { purposeWords } from '../nomination/nomination-words.ts'
import { levelRange } from './announcement-words.ts'

/** What everybody may know of the running cycle: who is mapped, by which measure, when, and how to object. No person. */
export const readAnnouncement = async (db: Db) => {
  const { name: agency } = await db.one<{ name: string }>(
    sql`select name from platform.v_agencies where agency_id = ${db.actor.agencyId}`,
  )
  const newest = await db.find<{ id: string }>(
    sql`select id from talent.cycles where state <> 'TUTUP' order by as_of desc, name limit 1`,
  )
  const cycle = newest ? await findCycle(db, newest.id) : null
  if (!cycle) return { agency, cycle: null }
  const { rules, ruleSet, boxes } = await rulesOfCycle(db, cycle)
  const steps = await db.rows<{ stage: Stage; due_on: Day; task: string }>(
    sql`select stage, due_on, task from talent.cycle_steps where cycle_id = ${cycle.id} order by due_on`,
  )
  const nomination = (await nominationRulesOn(db, db.on)).body
  const sum = (axis: 'x' | 'y') => rules.parts.filter(p => p.axis === axis)
  return {
    agency,
    cycle: {
      name: cycle.name,
      asOf: cycle.as_of,
      stage: stageWords[cycle.state],
      at: stages.indexOf(cycle.state),
      tiers: cycle.scope.tiers ?? [],
      objectionUntil: cycle.objection_until,
    },
    rule: { code: ruleSet.code, version: ruleSet.version, legalBasis: ruleSet.legalBasis ?? '' },
    axes: (['y', 'x'] as const).map(key => ({
      label: rules.axes[key].label,
      levels: rules.axes[key].levels,
      cuts: rules.axes[key].cuts,
      range: levelRange(rules.axes[key]),
      parts: sum(key).map(p => ({
        label: p.label,
        weight: p.weight,
        supplier: p.supplier,
        isMandatory: p.mandatory,
        validMonths: p.validMonths ?? null,
        windowMonths: p.windowMonths ?? null,
      })),
    })),
    hasFairness: (await listPublished(db)).length > 0,
    nominations: purposes.map(purpose => ({
      purpose: purposeWords[purpose],
      criteria: nomination.purposes[purpose].criteria.map(c => c.label),
      secondReference: nomination.purposes[purpose].secondReference,
    })),
    boxes: [...boxes.boxes]
      .sort((a, b) => b.number - a.number)
      .map(b => ({ number: b.number, name: b.name, treatments: b.treatments.join('; ') })),
    steps: steps.map(s => ({
      stage: stageWords[s.stage],
      dueOn: s.due_on,
      task: s.task,
      isDone: stages.indexOf(s.stage) < stages.indexOf(cycle.state),
    })),
  }
}

export type Announcement = Awaited<ReturnType<typeof readAnnouncement>>
