import type { Day } from '#core/values/day.ts'

/** What somebody may be in an agency. `system` acts for the agency itself (nightly work, listeners); `visitor` sees public pages. */
export const roles = [
  'asn',
  'supervisor',
  'hr_officer',
  'committee',
  'leader',
  'facilitator',
  'assessor',
  'auditor',
  'dpo',
  'admin',
  'system',
  'visitor',
] as const
export type Role = (typeof roles)[number]

/** How far a right reaches: one's own row, one's team's rows, rows entrusted to one's account, the agency's rows. */
export type Scope = 'own' | 'team' | 'assigned' | 'agency'

/** Who acts now: an agency, a role and opaque ids. The day is part of it, so that nothing below reads a clock. */
export type Actor = {
  agencyId: string
  accountId: string | null
  employeeId: string | null
  name: string
  /** The role chosen for this visit; everybody with an employee record is `asn` as well. */
  role: Role
  /** The agency's day. */
  on: Day
  locale?: 'id' | 'en'
}

export const rolesOf = (actor: Actor): Role[] =>
  actor.employeeId && actor.role !== 'asn' && actor.role !== 'system' ? [actor.role, 'asn'] : [actor.role]

/** The agency acting by itself. */
export const systemActor = (agencyId: string, on: Day): Actor => ({
  agencyId,
  accountId: null,
  employeeId: null,
  name: 'Sistem',
  role: 'system',
  on,
})
