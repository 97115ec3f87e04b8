import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'

/** A person says whether she has a disability, or takes back what is recorded. Nobody has to; nobody else reads it; no score asks for it. */
export const declareDisability = useCase({
  name: 'declare-disability',
  room: 'workforce',
  permission: { asn: 'own' },
  writes: ['workforce.disability_statements'],
  input: z.object({
    answer: z.enum(['yes', 'no', 'withdraw'], { error: 'Pilih satu jawaban, atau tinggalkan halaman ini.' }),
  }),
  example: { answer: 'no' },
  async run({ input, db, actor, on, note }) {
    const isDisabled = input.answer === 'withdraw' ? null : input.answer === 'yes'
    await db.run(
      sql`insert into workforce.disability_statements (agency_id, employee_id, is_disabled, source, stated_on)
        values (${actor.agencyId}, ${actor.employeeId}, ${isDisabled}, 'self', ${on})
        on conflict (agency_id, employee_id) do update set is_disabled = excluded.is_disabled, source = 'self', stated_on = excluded.stated_on`,
    )
    // The trail says that something was declared, never what.
    note({ subjectKind: 'workforce.disability-statement', employeeId: actor.employeeId })
  },
})
