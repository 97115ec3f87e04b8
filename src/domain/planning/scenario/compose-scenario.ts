import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { queueWork } from '#platform/jobs/work.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { priorityRules } from '../need/priority.rules.ts'
import type { ScenarioSettings } from './build-instance.model.ts'
import { findScenario, type ScenarioScope } from './scenario.store.ts'

export const scenarioInput = z.object({
  name: field.text('Nama skenario', 120),
  year: field.whole('Tahun anggaran', 2020, 2100),
  tiers: z.array(z.string()).default([]),
  unitIds: z.array(z.string().uuid()).default([]),
  poolOnly: z.boolean().default(false),
  programmeId: z.string().uuid().nullish(),
  lineId: z.string().uuid().nullish(),
  budgetChangePercent: z.coerce
    .number({ error: 'Perubahan anggaran harus berupa angka.' })
    .min(-100, { error: 'Paling rendah −100%.' })
    .max(500, { error: 'Paling tinggi 500%.' })
    .default(0),
  maxDaysAway: field.whole('Hari pergi paling banyak', 1, 100).default(15),
  maxModules: field.whole('Modul per orang paling banyak', 1, 6).default(3),
  minimumPerUnit: field.whole('Orang per unit paling sedikit', 0, 100).default(0),
  minimumShareWomen: z.coerce
    .number({ error: 'Bagian perempuan harus berupa angka.' })
    .min(0)
    .max(100, { error: 'Paling banyak 100%.' })
    .default(0),
  copiedFrom: z.string().uuid().nullish(),
  locks: z
    .array(
      z.object({
        kind: z.enum(['must', 'never']),
        employee: z.string(),
        session: z.string().optional(),
        module: z.string().optional(),
      }),
    )
    .default([]),
})

/** Sets up a scenario of the year's training and queues its solution. */
export const composeScenario = useCase({
  name: 'compose-scenario',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.scenarios', 'platform.works'],
  reads: ['planning.budget_lines'],
  input: scenarioInput,
  async run({ input, db, actor, newId, note }) {
    if (!(await db.find(sql`select 1 from planning.budget_lines where year = ${input.year} limit 1`)))
      throw errors.scenario.noBudget()
    const id = newId()
    // A copy keeps the locks of the scenario it comes from.
    const from = input.copiedFrom ? await findScenario(db, input.copiedFrom) : null
    const scope: ScenarioScope = {
      tiers: input.tiers,
      unitIds: input.unitIds,
      poolOnly: input.poolOnly,
      programmeId: input.programmeId ?? null,
    }
    const rules: ScenarioSettings = {
      year: input.year,
      lineId: input.lineId ?? null,
      budgetChangePercent: input.budgetChangePercent,
      maxDaysAway: input.maxDaysAway,
      maxModules: input.maxModules,
      jpFloor: 20,
      jpReward: priorityRules.on(db.on).body.jpReward,
      maxShareAway: 0.2,
      minimumPerUnit: input.minimumPerUnit,
      minimumShareWomen: input.minimumShareWomen / 100,
      seatsDefault: 30,
      locks: input.locks.length > 0 ? input.locks : (from?.settings.rules.locks ?? []),
    }
    const workId = await queueWork({ db, actor, newId }, 'solve-scenario', { scenarioId: id })
    await db.insert('planning.scenarios', [
      {
        agency_id: actor.agencyId,
        id,
        name: input.name,
        year: input.year,
        programme_id: input.programmeId ?? null,
        state: 'waiting',
        settings: { scope, rules },
        work_id: workId,
        copied_from: input.copiedFrom ?? null,
        created_by: actor.name,
        created_at: new Date().toISOString(),
      },
    ])
    note({ subjectKind: 'planning.scenario', subjectId: id })
    return { id, workId }
  },
})
