import { z } from 'zod'
import { differences } from '#core/rule-set/rule-set.ts'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { nextVersionName, policyIssues, type Section } from './policy.model.ts'
import { findPolicy, listPolicies, lockPolicy, partCatalogue } from './policy.store.ts'
import { readSection, sectionsOf } from './policy-form.model.ts'

const facts = {
  version: z
    .string({ error: 'Nama versi wajib diisi.' })
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,29}$/, {
      error: 'Nama versi berisi huruf, angka, titik, atau garis, paling panjang 30. Contoh: 2027-1.',
    }),
  legalBasis: z
    .string({ error: 'Dasar hukum wajib diisi.' })
    .trim()
    .min(5, { error: 'Tulis nomor dan judul peraturan yang menjadi dasarnya.' })
    .max(500, { error: 'Dasar hukum paling panjang 500 huruf.' }),
  validFrom: field.day('Tanggal berlaku'),
  purpose: z
    .string({ error: 'Maksud perubahan wajib diisi.' })
    .trim()
    .min(10, { error: 'Tulis apa yang diubah dan mengapa, sekurang-kurangnya 10 huruf.' })
    .max(2000),
}

/** Begins a version of the agency's own from any other: shipped, approved, refused or withdrawn. */
export const draftPolicy = useCase({
  name: 'draft-policy',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.policy_versions'],
  input: z.object({ from: z.string({ error: 'Pilih versi asalnya.' }).min(1), ...facts }),
  async run({ input, db, actor, on, newId, note }) {
    const base = await findPolicy(db, input.from, on)
    if (!base) throw errors.policy.notFound()
    const taken = (await listPolicies(db, on)).filter(
      p => p.code === base.code && p.standing !== 'refused' && p.standing !== 'withdrawn',
    )
    if (taken.some(p => p.version === input.version))
      throw errors.policy.nameTaken(
        base.code,
        input.version,
        nextVersionName(
          taken.map(p => p.version),
          on,
        ),
      )
    const id = newId()
    await db.insert('talent.policy_versions', [
      {
        agency_id: actor.agencyId,
        id,
        code: base.code,
        version: input.version,
        based_on: base.id,
        state: 'draft',
        legal_basis: input.legalBasis,
        valid_from: input.validFrom,
        purpose: input.purpose,
        content: base.rules,
        author_account_id: actor.accountId,
        author_employee_id: actor.employeeId,
        author_name: actor.name,
        drafted_on: on,
      },
    ])
    note({
      subjectKind: 'talent.policy',
      subjectId: id,
      reason: input.purpose,
      detail: { code: base.code, version: input.version, from: base.id },
    })
    return { id }
  },
})

/** A draft of one's own that is still open. */
const ownDraft = async (db: Parameters<typeof lockPolicy>[0], id: string, on: Day) => {
  const row = await lockPolicy(db, id)
  if (!row) throw errors.policy.notFound()
  if (row.state !== 'draft') throw errors.policy.notDraft()
  const { actor } = db
  const isOwn =
    row.author_account_id === actor.accountId ||
    (row.author_employee_id !== null && row.author_employee_id === actor.employeeId)
  if (!isOwn) throw errors.policy.notAuthor(row.author_name)
  const policy = await findPolicy(db, id, on)
  if (!policy) throw errors.policy.notFound()
  return { row, policy }
}

/** Name, legal basis, proposed day of effect and purpose of a draft. */
export const describePolicy = useCase({
  name: 'describe-policy',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.policy_versions'],
  input: z.object({ policyId: field.id('Draf'), ...facts }),
  async run({ input, db, on, note }) {
    const { policy } = await ownDraft(db, input.policyId, on)
    const others = (await listPolicies(db, on)).filter(
      p => p.code === policy.code && p.id !== policy.id && p.standing !== 'refused' && p.standing !== 'withdrawn',
    )
    if (others.some(p => p.version === input.version))
      throw errors.policy.nameTaken(
        policy.code,
        input.version,
        nextVersionName(
          others.map(p => p.version),
          on,
        ),
      )
    await db.run(sql`update talent.policy_versions set version = ${input.version}, legal_basis = ${input.legalBasis}, valid_from = ${input.validFrom}, purpose = ${input.purpose}
      where id = ${input.policyId}`)
    note({ subjectKind: 'talent.policy', subjectId: input.policyId, detail: { version: input.version } })
  },
})

/** Changes one section of a draft; what has a gap, an overlap or weights that do not add up is refused by line. */
export const changePolicy = useCase({
  name: 'change-policy',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.policy_versions'],
  input: z.object({
    policyId: field.id('Draf'),
    section: z.string({ error: 'Pilih bagian aturan.' }),
    filled: z.record(z.string(), z.string()),
  }),
  async run({ input, db, on, note }) {
    const { policy } = await ownDraft(db, input.policyId, on)
    const section = sectionsOf(policy.rules).find(s => s === input.section) as Section | undefined
    if (!section) throw errors.policy.sectionUnknown()
    const { rules, issues } = readSection(section, input.filled, policy.rules, partCatalogue(policy.rules))
    if (issues.length > 0) throw errors.policy.invalid(issues)
    const changes = differences(policy.rules, rules)
    if (changes.length > 0)
      await db.run(
        sql`update talent.policy_versions set content = ${JSON.stringify(rules)}::jsonb where id = ${input.policyId}`,
      )
    note({
      subjectKind: 'talent.policy',
      subjectId: input.policyId,
      detail: {
        section,
        changes: changes.slice(0, 40).map(c => ({ ...c, before: c.before ?? null, after: c.after ?? null })),
      },
    })
    return { changes: changes.length }
  },
})

/** Hands a draft to a second person. Nothing about it changes from here on. */
export const submitPolicy = useCase({
  name: 'submit-policy',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.policy_versions'],
  input: z.object({ policyId: field.id('Draf') }),
  async run({ input, db, on, note }) {
    const { row, policy } = await ownDraft(db, input.policyId, on)
    const issues = policyIssues(policy.rules)
    if (issues.length > 0) throw errors.policy.invalid(issues)
    const base = await findPolicy(db, row.based_on, on)
    if (base && differences(base.rules, policy.rules).length === 0) throw errors.policy.nothingChanged()
    const preview = await db.find<{ hash: string }>(
      sql`select content_hash as hash from talent.policy_previews where policy_id = ${input.policyId}`,
    )
    const hasMap = await db.find(sql`select 1 from talent.cycles where placed_at is not null limit 1`)
    if (hasMap && preview?.hash !== row.hash) throw errors.policy.previewMissing()
    await db.run(
      sql`update talent.policy_versions set state = 'submitted', submitted_on = ${on} where id = ${input.policyId}`,
    )
    note({ subjectKind: 'talent.policy', subjectId: input.policyId, detail: { version: policy.version } })
  },
})

/** Takes a draft back, also while it waits for its second person. */
export const withdrawPolicy = useCase({
  name: 'withdraw-policy',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.policy_versions'],
  input: z.object({ policyId: field.id('Draf'), reason: field.reason() }),
  async run({ input, db, actor, on, note }) {
    const row = await lockPolicy(db, input.policyId)
    if (!row) throw errors.policy.notFound()
    if (row.state !== 'draft' && row.state !== 'submitted') throw errors.policy.notOpen()
    const isOwn =
      row.author_account_id === actor.accountId ||
      (row.author_employee_id !== null && row.author_employee_id === actor.employeeId)
    if (!isOwn) throw errors.policy.notAuthor(row.author_name)
    await db.run(
      sql`update talent.policy_versions set state = 'withdrawn', decided_by_name = ${actor.name}, decided_on = ${on}, decision_reason = ${input.reason} where id = ${input.policyId}`,
    )
    note({ subjectKind: 'talent.policy', subjectId: input.policyId, reason: input.reason })
  },
})
