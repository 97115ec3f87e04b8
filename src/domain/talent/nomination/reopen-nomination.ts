import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/** An objection that was granted opens the nomination again; the earlier decision stays readable, and somebody else decides. */
export const reopenNomination = useCase({
  name: 'reopen-nomination',
  room: 'talent',
  permission: {},
  calledBy: ['answer-objection'],
  writes: ['talent.nominations'],
  input: z.object({ nominationId: field.id('Usulan'), why: field.reason() }),
  async run({ input, db, note }) {
    const { employee_id } = await db.one<{ employee_id: string }>(
      sql`update talent.nominations set state = 'submitted',
        earlier = earlier || jsonb_build_object('decision', state, 'reason', decision_reason, 'byId', decided_by, 'by', decided_by_name, 'on', decided_on, 'why', ${input.why}::text),
        decision_reason = null, decided_by = null, decided_by_name = null, decided_on = null, reference_reasons = null
        where id = ${input.nominationId} and state in ('accepted', 'declined') returning employee_id`,
    )
    note({
      subjectKind: 'talent.nomination',
      subjectId: input.nominationId,
      employeeId: employee_id,
      reason: input.why,
    })
  },
})
