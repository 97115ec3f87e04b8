import { z } from 'zod'
import { formatNumber } from '#core/text/format.ts'
import { queueWork } from '#platform/jobs/work.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findScenario } from './scenario.store.ts'

/** "What if every line had so much more or less": the same question again, solved anew beside the first. */
export const varyScenario = useCase({
  name: 'vary-scenario',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: ['planning.scenarios', 'platform.works'],
  input: z.object({
    scenarioId: field.id('Skenario'),
    budgetChangePercent: z.coerce
      .number({ error: 'Perubahan pagu harus berupa angka.' })
      .min(-100, { error: 'Paling rendah −100%.' })
      .max(500, { error: 'Paling tinggi 500%.' }),
  }),
  async run({ input, db, actor, newId, note }) {
    const from = await findScenario(db, input.scenarioId)
    if (!from) throw errors.scenario.notFound()
    const id = newId()
    const percent = input.budgetChangePercent
    const root = from.name.replace(/, pagu [+−]?[\d,.]+%$/, '')
    const workId = await queueWork({ db, actor, newId }, 'solve-scenario', { scenarioId: id })
    await db.insert('planning.scenarios', [
      {
        agency_id: actor.agencyId,
        id,
        name: `${root}, pagu ${percent > 0 ? '+' : ''}${formatNumber(percent, { digits: 1 })}%`,
        year: from.year,
        programme_id: from.programme_id,
        state: 'waiting',
        settings: { scope: from.settings.scope, rules: { ...from.settings.rules, budgetChangePercent: percent } },
        work_id: workId,
        copied_from: from.copied_from ?? from.id,
        created_by: actor.name,
        created_at: new Date().toISOString(),
      },
    ])
    note({ subjectKind: 'planning.scenario', subjectId: id, detail: { from: from.id, budgetChangePercent: percent } })
    return { id, workId }
  },
})
