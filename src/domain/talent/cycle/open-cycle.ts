import { z } from 'zod'
import { type Day, yearOf } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { blockersOf } from '../cycle-board/cycle-board.model.ts'
import { cycleFacts } from '../cycle-board/cycle-board.store.ts'
import { freezeStage } from '../cycle-board/freeze-stage.ts'
import { errors } from '../errors.ts'
import { codeVersion } from './code-version.ts'
import { findCycle, rulesHolding, stages, stageWords } from './cycle.ts'

/** Opens a talent cycle: whom it is about, by which rule set, on which day. */
export const openCycle = useCase({
  name: 'open-cycle',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.cycles'],
  input: z.object({
    name: field.text('Nama siklus', 120),
    asOf: field.day('Tanggal potret'),
    ruleCode: z.string({ error: 'Pilih aturan.' }).min(1, { error: 'Pilih aturan.' }),
    tiers: z.array(z.string()).default([]),
    families: z.array(z.string()).default([]),
    unitIds: z.array(z.string().uuid()).default([]),
    /** `sheet`: the parts come from the agency's own talent sheet, else from its records. */
    source: z.enum(['records', 'sheet']).default('records'),
    objectionUntil: field.day('Batas sanggah').nullish(),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    const { ruleSet } = await rulesHolding(db, input.ruleCode, input.asOf as Day)
    if (await db.find(sql`select 1 from talent.cycles where name = ${input.name}`)) throw errors.cycle.nameTaken()
    const id = newId()
    await db.insert('talent.cycles', [
      {
        agency_id: actor.agencyId,
        id,
        name: input.name,
        year: yearOf(input.asOf as Day),
        state: 'DRAF',
        rule_code: ruleSet.code,
        rule_version: ruleSet.version,
        as_of: input.asOf,
        scope: { tiers: input.tiers, families: input.families, unitIds: input.unitIds, source: input.source },
        objection_until: input.objectionUntil ?? null,
      },
    ])
    note({ subjectKind: 'talent.cycle', subjectId: id })
    announce({ type: 'CycleOpened', payload: { cycleId: id } })
    return { id }
  },
})

/** Moves the cycle one stage on, or back with a reason while nothing is frozen. */
export const moveCycle = useCase({
  name: 'move-cycle',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  reads: [
    'talent.scores',
    'talent.moves',
    'talent.committees',
    'talent.sessions',
    'talent.session_items',
    'talent.objections',
    'talent.cycle_checks',
    'talent.cycle_evidence',
    'workforce.employees',
    'workforce.units',
    'workforce.positions',
  ],
  writes: ['talent.cycles', 'talent.snapshots', 'talent.snapshot_results'],
  input: z.object({
    cycleId: field.id('Siklus'),
    to: z.enum(stages, { error: 'Pilih tahap.' }),
    reason: z.string().max(1000).nullish(),
  }),
  async run({ input, db, on, note, announce }) {
    await db.run(sql`update talent.cycles set state = state where id = ${input.cycleId}`)
    const cycle = await findCycle(db, input.cycleId)
    if (!cycle) throw errors.cycle.notFound()
    const [from, to] = [stages.indexOf(cycle.state), stages.indexOf(input.to)]
    if (to > from + 1 || from === to)
      throw errors.cycle.wrongStage(stageWords[cycle.state], stageWords[stages[Math.max(0, to - 1)]])
    if (to < from && (cycle.state === 'TUTUP' || from >= stages.indexOf('DITETAPKAN_PPK'))) throw errors.cycle.frozen()
    if (to < from && (input.reason ?? '').trim().length < 10) throw errors.cycle.reasonForBack()
    if (to >= stages.indexOf('SIDANG_KOMITE') && cycle.placed_at === null) throw errors.cycle.notPlaced()
    const blockers = to > from ? blockersOf(input.to, await cycleFacts(db, cycle, on)) : []
    if (blockers.length > 0) throw errors.cycle.blocked(stageWords[input.to], blockers)
    await db.run(sql`update talent.cycles set state = ${input.to} where id = ${input.cycleId}`)
    // Starting a stage freezes what it begins with, from the map on.
    const snapshotId =
      to > from && cycle.placed_at !== null
        ? await freezeStage(db, cycle, input.to, { reason: input.reason ?? null, codeVersion })
        : null
    note({
      subjectKind: 'talent.cycle',
      subjectId: input.cycleId,
      reason: input.reason ?? null,
      detail: { from: cycle.state, to: input.to, snapshotId },
    })
    announce({ type: 'CycleMoved', payload: { cycleId: input.cycleId, to: input.to } })
  },
})
