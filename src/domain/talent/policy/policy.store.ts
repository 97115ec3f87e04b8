import type { Certainty } from '#core/rule-set/rule-set.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { holdingFor, ownVersions } from '#platform/rules/agency-rules.ts'
import type { NineBoxRules } from '../nine-box/nine-box.model.ts'
import { nineBoxRules } from '../nine-box/nine-box.rules.ts'
import { scarceRules } from '../score/scarce-competency.rules.ts'
import { scoreRules } from '../score/score.rules.ts'
import type { PartRule, ScoreRules, SimpleRubric } from '../score/score-rules.model.ts'
import { valuesRules } from '../values/values.rules.ts'
import { type PolicyRules, type Standing, standingsOn } from './policy.model.ts'

/** A version of the talent policy: shipped with the product, or the agency's own from its first draft on. */
export type Policy = {
  /** Its address: an id, or `CODE~VERSION` of a shipped one. */
  id: string
  code: string
  title: string
  version: string
  isOwn: boolean
  standing: Standing
  legalBasis: string
  validFrom: Day
  validUntil: Day | null
  certainty: Certainty | null
  note: string | null
  /** Address of the version it was drafted from. */
  basedOn: string | null
  purpose: string | null
  authorName: string | null
  authorAccountId: string | null
  authorEmployeeId: string | null
  draftedOn: Day | null
  submittedOn: Day | null
  approverName: string | null
  decidedOn: Day | null
  decisionReason: string | null
  rules: PolicyRules
}

type Row = {
  id: string
  code: string
  version: string
  based_on: string
  state: 'draft' | 'submitted' | 'approved' | 'refused' | 'withdrawn'
  legal_basis: string
  valid_from: Day
  purpose: string
  content: unknown
  author_account_id: string | null
  author_employee_id: string | null
  author_name: string
  drafted_on: Day
  submitted_on: Day | null
  decided_by_name: string | null
  decided_on: Day | null
  decision_reason: string | null
}

/** Lines of a table from the highest value down: what is kept in the database has no order of its own. */
const orderedRubric = (rubric: SimpleRubric): SimpleRubric =>
  rubric.kind === 'lookup'
    ? {
        ...rubric,
        table: Object.fromEntries(Object.entries(rubric.table).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))),
      }
    : rubric
const ordered = (part: PartRule): PartRule => ({
  ...part,
  rubric:
    part.rubric.kind === 'mean'
      ? { kind: 'mean', of: part.rubric.of.map(p => ({ ...p, rubric: orderedRubric(p.rubric) })) }
      : orderedRubric(part.rubric),
})

const policyRules = (body: ScoreRules, boxes: NineBoxRules): PolicyRules => ({
  ...body,
  parts: body.parts.map(ordered),
  boxes: body.boxes ?? boxes,
})

const bodyOf = (content: unknown, what: string): ScoreRules => {
  const { body, problems } = scoreRules.check(content)
  if (body === null) throw new Error(`Aturan instansi talent/score ${what}: ${problems.join(' ')}`)
  return body
}

const titleOf = (code: string) => scoreRules.sets().find(s => s.code === code)?.title ?? code

export const shippedId = (code: string, version: string) => `${code}~${version}`

/** Every version the actor may see: shipped, approved by the agency, and the drafts for those who write or decide them. */
export const listPolicies = async (db: Db, on: Day): Promise<Policy[]> => {
  const boxes = (await holdingFor(db, nineBoxRules, on)).body
  const rows = await db.rows<Row>(sql`select * from talent.policy_versions order by drafted_on desc, version desc`)
  const known = new Map(rows.map(r => [r.id, r]))
  const nobody = {
    basedOn: null,
    purpose: null,
    authorName: null,
    authorAccountId: null,
    authorEmployeeId: null,
    draftedOn: null,
    submittedOn: null,
    approverName: null,
    decidedOn: null,
    decisionReason: null,
  }
  const fromRow = (r: Row) => ({
    basedOn: r.based_on,
    purpose: r.purpose,
    authorName: r.author_name,
    authorAccountId: r.author_account_id,
    authorEmployeeId: r.author_employee_id,
    draftedOn: r.drafted_on,
    submittedOn: r.submitted_on,
    approverName: r.decided_by_name,
    decidedOn: r.decided_on,
    decisionReason: r.decision_reason,
  })
  const shipped: Policy[] = scoreRules.sets().flatMap(set =>
    set.versions.map(v => ({
      ...nobody,
      id: shippedId(set.code, v.version),
      code: set.code,
      title: set.title,
      version: v.version,
      isOwn: false,
      standing: 'holding' as const,
      legalBasis: v.legalBasis,
      validFrom: v.validFrom,
      validUntil: v.validUntil,
      certainty: v.certainty,
      note: v.note,
      rules: policyRules(v.body, boxes),
    })),
  )
  const own: Policy[] = (await ownVersions(db, scoreRules.subject)).map(v => {
    const row = known.get(v.id)
    return {
      ...nobody,
      authorName: v.authorName,
      approverName: v.approverName,
      decidedOn: v.approvedOn,
      decisionReason: v.approvalReason,
      ...(row ? fromRow(row) : {}),
      id: v.id,
      code: v.code,
      title: titleOf(v.code),
      version: v.version,
      isOwn: true,
      standing: 'holding' as const,
      legalBasis: v.legalBasis,
      validFrom: v.validFrom,
      validUntil: v.validUntil,
      certainty: null,
      note: null,
      rules: policyRules(bodyOf(v.content, `${v.code} ${v.version}`), boxes),
    }
  })
  const drafts: Policy[] = rows
    .filter(r => r.state !== 'approved')
    .map(r => ({
      ...fromRow(r),
      id: r.id,
      code: r.code,
      title: titleOf(r.code),
      version: r.version,
      isOwn: true,
      standing: r.state as Standing,
      legalBasis: r.legal_basis,
      validFrom: r.valid_from,
      validUntil: null,
      certainty: null,
      note: null,
      rules: policyRules(bodyOf(r.content, `${r.code} ${r.version}`), boxes),
    }))
  const approved = [...own, ...shipped]
  const standings = standingsOn(approved, on)
  return [...drafts, ...approved.map(p => ({ ...p, standing: standings.get(p) ?? p.standing }))]
}

export const findPolicy = async (db: Db, id: string, on: Day): Promise<Policy | null> =>
  (await listPolicies(db, on)).find(p => p.id === id) ?? null

/** Address of the version a result was made by; the agency's own before a shipped one of that name. */
export const policyIdOf = async (db: Db, code: string, version: string): Promise<string> =>
  (await ownVersions(db, scoreRules.subject)).find(v => v.code === code && v.version === version)?.id ??
  shippedId(code, version)

/** The version that would hold on a version's own day without it: what it takes the place of. */
export const replacedBy = (policies: readonly Policy[], policy: Policy): Policy | null => {
  const approved = policies.filter(
    p =>
      p.id !== policy.id &&
      p.code === policy.code &&
      (p.standing === 'holding' || p.standing === 'coming' || p.standing === 'replaced'),
  )
  const standings = standingsOn(approved, policy.validFrom)
  return approved.find(p => standings.get(p) === 'holding') ?? null
}

/** Every part that can carry a weight: the policy's own, then those of the shipped frameworks. */
export const partCatalogue = (rules: PolicyRules): PartRule[] => {
  const parts = [...rules.parts]
  for (const set of scoreRules.sets())
    for (const version of set.versions)
      for (const part of version.body.parts) if (!parts.some(p => p.code === part.code)) parts.push(ordered(part))
  // Values fit carries no weight unless an agency's own version gives it one.
  for (const set of valuesRules.sets())
    for (const { body } of set.versions) if (!parts.some(p => p.code === body.part.code)) parts.push(ordered(body.part))
  // So do scarce competencies.
  for (const set of scarceRules.sets())
    for (const { body } of set.versions) if (!parts.some(p => p.code === body.part.code)) parts.push(ordered(body.part))
  return parts
}

const rowById = (id: string) =>
  sql`select *, encode(sha256(convert_to(content::text, 'UTF8')), 'hex') as hash from talent.policy_versions where id = ${id}`

/** The row of a draft with the fingerprint of its content. */
export const findPolicyRow = (db: Db, id: string): Promise<(Row & { hash: string }) | null> => db.find(rowById(id))

/** The same, locked for the change that follows. */
export const lockPolicy = (db: Db, id: string): Promise<(Row & { hash: string }) | null> =>
  db.find(sql`${rowById(id)} for update`)

/** Versions that wait for a second person; none for those who may not read drafts. */
export const waitingPolicies = (
  db: Db,
): Promise<{ id: string; code: string; version: string; by: string; validFrom: Day }[]> =>
  db.rows(
    sql`select id, code, version, author_name as by, valid_from as "validFrom" from talent.policy_versions where state = 'submitted' order by submitted_on, id`,
  )

/** Cycles a version was used for, the newest first. */
export const cyclesBy = (db: Db, code: string, version: string): Promise<{ id: string; name: string; as_of: Day }[]> =>
  db.rows(
    sql`select id, name, as_of from talent.cycles where rule_code = ${code} and rule_version = ${version} order by as_of desc, name`,
  )
