import { createHash } from 'node:crypto'
import { z } from 'zod'
import { addDays } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { isFrozenFrom } from '../cycle-board/cycle-board.model.ts'
import { freezeStage } from '../cycle-board/freeze-stage.ts'
import { errors } from '../errors.ts'
import { developmentMessage } from '../score/evidence.model.ts'
import { inputsOfPage } from '../score/page-inputs.ts'
import { rankUnits } from '../score/rank-units.ts'
import { type ScoreContext, talentScore } from '../score/score.model.ts'
import { peopleInScope, type ScopePerson } from '../score/score.store.ts'
import { expiringDays, scoreRow } from '../score/score-row.model.ts'
import { codeVersion } from './code-version.ts'
import { type Cycle, findCycle, rulesHolding, rulesOfCycle } from './cycle.ts'

/** People judged at a time: memory stays flat whatever the agency's size. */
const pageSize = 2000

/**
 * Places everybody of a cycle: one act, one snapshot. Whoever lacks a mandatory part waits.
 * From the committee's stage on only a correction with a reason does: by the very rules of the cycle, kept as a new version.
 */
export const placeCycle = useCase({
  name: 'place-cycle',
  room: 'talent',
  permission: { hr_officer: 'agency', system: 'agency' },
  writes: [
    'talent.cycles',
    'talent.scores',
    'talent.box_counts',
    'talent.development_messages',
    'talent.snapshots',
    'talent.snapshot_results',
    'talent.unit_cuts',
    'talent.objection_effects',
  ],
  reads: [
    'workforce.units',
    'workforce.positions',
    'workforce.employees',
    'workforce.appraisals',
    'workforce.awards',
    'workforce.team_roles',
    'workforce.trainings',
    'workforce.careers',
    'workforce.sanctions',
    'workforce.record_checks',
    'competency.assessments',
    'competency.assessment_levels',
    'competency.competencies',
    'talent.feedback_360',
    'talent.feedback_results',
    'talent.value_reviews',
    'talent.value_results',
    'talent.sheet_scores',
    'talent.moves',
  ],
  input: z.object({ cycleId: field.id('Siklus'), reason: z.string().trim().max(1000).nullish() }),
  async run({ input, db, actor, note, announce }) {
    // Two who place a cycle at one moment come one after the other.
    await db.run(sql`select from talent.cycles where id = ${input.cycleId} for update`)
    const cycle = await findCycle(db, input.cycleId)
    if (!cycle) throw errors.cycle.notFound()
    const isCorrection = isFrozenFrom(cycle.state)
    if (isCorrection && (input.reason ?? '').length < 10) throw errors.cycle.frozen()
    const holding = isCorrection ? await rulesOfCycle(db, cycle) : await rulesHolding(db, cycle.rule_code, cycle.as_of)
    const { ruleSet, boxes } = holding
    const rulesOfUnit = await rankUnits(db, cycle, holding)
    await db.run(sql`delete from talent.scores where cycle_id = ${cycle.id}`)
    await db.run(sql`delete from talent.development_messages where cycle_id = ${cycle.id}`)
    let people = 0
    let placed = 0
    for await (const page of peopleInScope(db, cycle.scope, pageSize)) {
      people += page.length
      const judged = await judge(page, cycle)
      await db.insert(
        'talent.scores',
        judged.map(j => j.row),
      )
      await db.insert(
        'talent.development_messages',
        judged.flatMap(j =>
          j.message
            ? [{ agency_id: actor.agencyId, cycle_id: cycle.id, employee_id: j.row.employee_id, ...j.message }]
            : [],
        ),
      )
      placed += judged.filter(j => j.row.placement === 'placed').length
    }
    if (people === 0) throw errors.cycle.nobodyInScope()
    await db.run(sql`delete from talent.box_counts where cycle_id = ${cycle.id}`)
    await db.run(sql`insert into talent.box_counts (agency_id, cycle_id, unit_id, tier, box, people)
      select agency_id, cycle_id, unit_id, coalesce(tier, '-'), coalesce(box, 0), count(*) from talent.scores where cycle_id = ${cycle.id} group by 1, 2, 3, 4, 5`)
    await db.run(sql`update talent.cycles set placed_at = now(), code_version = ${codeVersion}, rule_version = ${ruleSet.version},
      state = case when state in ('DRAF', 'PENGUMPULAN_DATA', 'PENILAIAN') then 'PEMETAAN' else state end where id = ${cycle.id}`)
    if (isCorrection) {
      await freezeStage(db, cycle, cycle.state, { reason: input.reason ?? null, codeVersion })
      // What granted objections asked of the map is done by its new version.
      await db.run(
        sql`update talent.objection_effects set state = 'changed', outcome = ${input.reason}, settled_by_name = ${actor.name}, settled_on = ${db.on} where kind = 'map' and subject_id = ${cycle.id} and state = 'open'`,
      )
    }
    note({
      subjectKind: 'talent.cycle',
      subjectId: cycle.id,
      reason: input.reason ?? null,
      detail: { people, placed, rule: ruleSet.code, version: ruleSet.version },
    })
    announce({ type: 'CyclePlaced', payload: { cycleId: cycle.id, people, placed } })
    return { people, placed, waiting: people - placed }

    /** The same pure function for one and for all: rows in, score and its row out. */
    async function judge(page: ScopePerson[], c: Cycle) {
      const asOf = c.as_of
      const inputs = await inputsOfPage(db, page, c)
      return page.map(person => {
        const record = inputs.recordOf(person.id)
        const rules = rulesOfUnit(person.unit_id)
        const context: ScoreContext = { rules, ruleSet, boxes, asOf, key: `${c.id}:${person.id}` }
        const known = inputs.of(person.id, rules)
        const score = talentScore(known, context)
        const valid = record?.assessments
          .map(a => a.validUntil)
          .sort()
          .at(-1)
        const row = scoreRow(score)
        return {
          message: record ? developmentMessage(record, asOf) : null,
          row: {
            agency_id: actor.agencyId,
            cycle_id: c.id,
            employee_id: person.id,
            unit_id: person.unit_id,
            tier: person.tier,
            ...row,
            has_expiring: valid !== undefined && valid >= asOf && valid <= addDays(asOf, expiringDays),
            rule_code: ruleSet.code,
            rule_version: ruleSet.version,
            input_hash: createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, 16),
          },
        }
      })
    }
  },
})
