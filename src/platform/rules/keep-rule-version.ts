import { z } from 'zod'
import { addDays, type Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'

/** Keeps an agency's approved version of a rule; the version it follows ends the day before. Rooms call it from their own approval. */
export const keepRuleVersion = useCase({
  name: 'keep-rule-version',
  room: 'platform',
  permission: {},
  calledBy: ['decide-policy'],
  writes: ['platform.rule_sets'],
  input: z.object({
    id: field.id('Versi'),
    subject: z.string().min(3),
    code: z.string().min(1),
    version: z.string().min(1),
    legalBasis: z.string().min(5),
    validFrom: field.day('Tanggal berlaku'),
    content: z.unknown(),
    authorId: z.string().uuid().nullable(),
    authorName: z.string(),
    reason: z.string(),
  }),
  async run({ input, db, actor, note }) {
    const before = addDays(input.validFrom as Day, -1)
    await db.run(sql`update platform.rule_sets set valid_until = ${before}
      where subject = ${input.subject} and code = ${input.code} and approved_at is not null and valid_from < ${input.validFrom} and (valid_until is null or valid_until > ${before})`)
    await db.run(sql`insert into platform.rule_sets (agency_id, id, subject, code, version, legal_basis, valid_from, content, author_id, author_name, approver_id, approver_name, approval_reason, approved_at)
      values (${actor.agencyId}, ${input.id}, ${input.subject}, ${input.code}, ${input.version}, ${input.legalBasis}, ${input.validFrom}, ${JSON.stringify(input.content)}::jsonb, ${input.authorId}, ${input.authorName}, ${actor.accountId}, ${actor.name}, ${input.reason}, now())`)
    note({
      subjectKind: 'platform.rule-set',
      subjectId: input.id,
      reason: input.reason,
      detail: { subject: input.subject, code: input.code, version: input.version, validFrom: input.validFrom },
    })
  },
})
