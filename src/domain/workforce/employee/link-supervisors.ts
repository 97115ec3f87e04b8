import { z } from 'zod'
import { setScope } from '#platform/access/set-scope.ts'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'
import type { RegisterResult } from '../register-result.ts'
import { superviseByNip } from './supervise.ts'

/** Links people to their supervisors once everybody of a long list is in, whatever the order of its rows. */
export const linkSupervisors = useCase({
  name: 'link-supervisors',
  room: 'workforce',
  permission: {},
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.employees'],
  input: z.object({ pairs: z.array(z.object({ nip: z.string(), supervisorNip: z.string() })) }),
  async run({ input, db, newId, note, call }): Promise<RegisterResult> {
    const known = new Set(
      (
        await db.rows<{ nip: string }>(
          sql`select nip from workforce.v_people where nip = any (${input.pairs.map(p => p.nip)})`,
        )
      ).map(p => p.nip),
    )
    const { pairs, changes } = await superviseByNip(
      db,
      input.pairs.filter(p => known.has(p.nip)),
      newId,
    )
    if (changes.length > 0) await call(setScope, { people: pairs })
    note({ subjectKind: 'workforce.employee', detail: { links: pairs.length } })
    return { changes: changes.map(c => ({ ...c, line: -1 })), refusals: [] }
  },
})
