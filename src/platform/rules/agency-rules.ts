import { type HoldingRule, type RuleVersion, referenceTo } from '#core/rule-set/rule-set.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import type { Rules } from './load-rules.ts'

type OwnRow = {
  code: string
  version: string
  legal_basis: string
  valid_from: Day
  valid_until: Day | null
  content: unknown
}

const asHolding = <Body>(rules: Rules<Body>, row: OwnRow): HoldingRule<Body> => {
  const checked = rules.check(row.content)
  if (checked.body === null)
    throw new Error(`Aturan instansi ${rules.subject} ${row.code} ${row.version}: ${checked.problems.join(' ')}`)
  const version: RuleVersion<Body> = {
    version: row.version,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    legalBasis: row.legal_basis,
    lastConfirmed: row.valid_from,
    certainty: 'ours',
    note: null,
    body: checked.body,
    examples: [],
  }
  return { body: checked.body, reference: referenceTo({ code: row.code }, version), version }
}

/** What holds for the agency on a day: its own approved version of that code before the shipped one. */
export const holdingFor = async <Body>(
  db: Db,
  rules: Rules<Body>,
  on: Day,
  code: string = rules.codes()[0],
): Promise<HoldingRule<Body>> => {
  const own =
    await db.find<OwnRow>(sql`select code, version, legal_basis, valid_from, valid_until, content from platform.rule_sets
    where subject = ${rules.subject} and code = ${code} and approved_at is not null and valid_from <= ${on} and (valid_until is null or valid_until >= ${on}) order by valid_from desc, approved_at desc limit 1`)
  return own ? asHolding(rules, own) : rules.on(on, code)
}

/** The very version a result was made by, whatever holds now; what holds on the day when the version is not known. */
export const versionFor = async <Body>(
  db: Db,
  rules: Rules<Body>,
  code: string,
  version: string,
  on: Day,
): Promise<HoldingRule<Body>> => {
  const set = rules.sets().find(s => s.code === code)
  const shipped = set?.versions.find(v => v.version === version)
  if (set && shipped) return { body: shipped.body, reference: referenceTo(set, shipped), version: shipped }
  const own = await db.find<OwnRow>(
    sql`select code, version, legal_basis, valid_from, valid_until, content from platform.rule_sets where subject = ${rules.subject} and code = ${code} and version = ${version} and approved_at is not null`,
  )
  return own ? asHolding(rules, own) : holdingFor(db, rules, on, code)
}

export type OwnVersion = {
  id: string
  code: string
  version: string
  legalBasis: string
  validFrom: Day
  validUntil: Day | null
  content: unknown
  authorName: string | null
  approverName: string | null
  approvalReason: string | null
  approvedOn: Day
}

/** Every version of a subject the agency itself has approved, the newest first. */
export const ownVersions = (db: Db, subject: string): Promise<OwnVersion[]> =>
  db.rows<OwnVersion>(sql`select id, code, version, legal_basis as "legalBasis", valid_from as "validFrom", valid_until as "validUntil", content,
      author_name as "authorName", approver_name as "approverName", approval_reason as "approvalReason", approved_at::date as "approvedOn"
    from platform.rule_sets where subject = ${subject} and approved_at is not null order by valid_from desc, code`)
