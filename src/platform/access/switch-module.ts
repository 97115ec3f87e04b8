import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'
import { moduleNames } from '#platform/web/screen.ts'

/** Switches a module of the agency on or off: its screens, homes, links and listeners follow. No data is lost. */
export const switchModule = useCase({
  name: 'switch-module',
  room: 'platform',
  permission: { admin: 'agency', hr_officer: 'agency' },
  writes: ['platform.modules'],
  input: z.object({
    module: z.enum(moduleNames, { error: 'Modul tidak dikenal.' }),
    isOn: z.boolean(),
  }),
  example: { module: 'talent', isOn: true },
  async run({ input, db, actor, note }) {
    await db.run(
      sql`insert into platform.modules (agency_id, module, is_on) values (${actor.agencyId}, ${input.module}, ${input.isOn})
        on conflict (agency_id, module) do update set is_on = excluded.is_on, changed_at = now()`,
    )
    note({ subjectKind: 'platform.module', subjectId: input.module, detail: { isOn: input.isOn } })
  },
})
