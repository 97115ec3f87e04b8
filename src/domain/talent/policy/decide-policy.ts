import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { ownVersions } from '#platform/rules/agency-rules.ts'
import { keepRuleVersion } from '#platform/rules/keep-rule-version.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { scoreRules } from '../score/score.rules.ts'
import { policyIssues } from './policy.model.ts'
import { findPolicy, lockPolicy } from './policy.store.ts'

/** A second person, never the author, lets a version take effect from a day on or refuses it; both with a reason. */
export const decidePolicy = useCase({
  name: 'decide-policy',
  room: 'talent',
  permission: { hr_officer: 'agency', leader: 'agency' },
  reads: ['platform.rule_sets'],
  writes: ['talent.policy_versions', 'talent.cycles', 'platform.notices'],
  input: z.object({
    policyId: field.id('Versi'),
    decision: z.enum(['approved', 'refused'], { error: 'Pilih setuju atau tolak.' }),
    reason: field.reason(),
    validFrom: field.day('Tanggal berlaku').nullish(),
  }),
  async run({ input, db, actor, on, note, call }) {
    const row = await lockPolicy(db, input.policyId)
    if (!row) throw errors.policy.notFound()
    if (row.state !== 'submitted') throw errors.policy.notSubmitted()
    if (
      row.author_account_id === actor.accountId ||
      (row.author_employee_id !== null && row.author_employee_id === actor.employeeId)
    )
      throw errors.policy.ownVersion()
    const policy = await findPolicy(db, input.policyId, on)
    if (!policy) throw errors.policy.notFound()
    const validFrom = (input.validFrom ?? row.valid_from) as Day
    let cycles = 0
    if (input.decision === 'approved') {
      const issues = policyIssues(policy.rules)
      if (issues.length > 0) throw errors.policy.invalid(issues)
      if (validFrom < on) throw errors.policy.inThePast(on)
      const last = (await ownVersions(db, scoreRules.subject)).find(v => v.code === row.code)
      if (last && last.validFrom >= validFrom) throw errors.policy.beforeLast(last.version, last.validFrom)
      await call(keepRuleVersion, {
        id: row.id,
        subject: scoreRules.subject,
        code: row.code,
        version: row.version,
        legalBasis: row.legal_basis,
        validFrom,
        content: policy.rules,
        authorId: row.author_account_id,
        authorName: row.author_name,
        reason: input.reason,
      })
      // A cycle without a map yet follows the version that now holds on its day; one with a map keeps its own.
      cycles = await db.run(
        sql`update talent.cycles set rule_version = ${row.version} where rule_code = ${row.code} and placed_at is null and as_of >= ${validFrom}`,
      )
    }
    await db.run(sql`update talent.policy_versions set state = ${input.decision}, valid_from = ${validFrom}, decided_by_name = ${actor.name}, decided_on = ${on}, decision_reason = ${input.reason}
      where id = ${input.policyId}`)
    if (row.author_employee_id)
      await notify(db, [
        {
          employeeId: row.author_employee_id,
          text: `Aturan ${row.code} versi ${row.version} ${input.decision === 'approved' ? 'disetujui' : 'ditolak'}. Baca alasannya.`,
          textEn: `Rules ${row.code}, version ${row.version}: ${input.decision === 'approved' ? 'approved' : 'refused'}. Read the reason.`,
          href: `/talenta/aturan/${row.id}`,
        },
      ])
    note({
      subjectKind: 'talent.policy',
      subjectId: input.policyId,
      reason: input.reason,
      detail: { decision: input.decision, code: row.code, version: row.version, validFrom, cycles },
    })
  },
})
