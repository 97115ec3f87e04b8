import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/** A person has read own notices: the named ones, or all. */
export const readNotices = useCase({
  name: 'read-notices',
  room: 'platform',
  permission: { asn: 'own' },
  writes: ['platform.notices'],
  input: z.object({ noticeIds: z.union([z.literal('all'), z.array(field.id('Kabar')).min(1)]) }),
  example: { noticeIds: 'all' },
  async run({ input, db, actor, note }) {
    const only = input.noticeIds === 'all' ? null : input.noticeIds
    const read = await db.run(
      sql`update platform.notices set read_at = now() where employee_id = ${actor.employeeId} and read_at is null
        and (${only}::uuid[] is null or id = any (${only}::uuid[]))`,
    )
    note({ subjectKind: 'platform.notice', employeeId: actor.employeeId, detail: { read } })
    return { read }
  },
})
