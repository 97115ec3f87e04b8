import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { notFound, Refusal } from '#platform/refusal.ts'
import { field, useCase } from '#platform/use-case.ts'
import { roles } from './actor.ts'

const givable = roles.filter(role => role !== 'system' && role !== 'visitor' && role !== 'asn')

/** Gives an account a role from today on, perhaps until a day. */
export const grantRole = useCase({
  name: 'grant-role',
  room: 'platform',
  permission: { admin: 'agency' },
  reads: ['platform.accounts'],
  writes: ['platform.account_roles'],
  input: z.object({
    accountId: field.id('Akun'),
    role: z.enum(givable, { error: 'Peran wajib dipilih.' }),
    validUntil: field.day('Tanggal berakhir').nullable().default(null),
    reason: field.reason(),
  }),
  async run({ input, db, actor, on, note }) {
    const account = await db.find<{ employee_id: string | null }>(
      sql`select employee_id from platform.accounts where id = ${input.accountId}`,
    )
    if (!account) throw notFound('Akun')
    if (input.accountId === actor.accountId)
      throw new Refusal('role.own', 'Anda tidak dapat mengubah peran sendiri. Mintalah admin lain melakukannya.')
    await db.run(
      sql`insert into platform.account_roles (agency_id, account_id, role, valid_from, valid_until)
        values (${actor.agencyId}, ${input.accountId}, ${input.role}, ${on}, ${input.validUntil})
        on conflict (agency_id, account_id, role) do update set valid_from = excluded.valid_from, valid_until = excluded.valid_until`,
    )
    note({
      subjectKind: 'platform.account',
      subjectId: input.accountId,
      employeeId: account.employee_id,
      reason: input.reason,
      detail: { role: input.role, until: input.validUntil },
    })
  },
})

/** Takes a role from an account at once. */
export const revokeRole = useCase({
  name: 'revoke-role',
  room: 'platform',
  permission: { admin: 'agency' },
  reads: ['platform.accounts'],
  writes: ['platform.account_roles'],
  input: z.object({
    accountId: field.id('Akun'),
    role: z.enum(givable, { error: 'Peran wajib dipilih.' }),
    reason: field.reason(),
  }),
  async run({ input, db, actor, note }) {
    if (input.accountId === actor.accountId)
      throw new Refusal('role.own', 'Anda tidak dapat mengubah peran sendiri. Mintalah admin lain melakukannya.')
    const removed = await db.run(
      sql`delete from platform.account_roles where account_id = ${input.accountId} and role = ${input.role}`,
    )
    if (removed === 0) throw notFound('Peran itu pada akun ini')
    note({
      subjectKind: 'platform.account',
      subjectId: input.accountId,
      reason: input.reason,
      detail: { role: input.role },
    })
  },
})

/** With which name somebody without a NIP signs in: made from the account, so that nobody else's name is ever taken over. */
export const signInNameOf = (accountId: string): string => `asesor-${accountId.replaceAll('-', '').slice(0, 10)}`

/** Records that an invitation to set a first password was made; the word itself is shown once and kept only as a digest. */
export const invitePerson = useCase({
  name: 'invite-person',
  room: 'platform',
  permission: { admin: 'agency', hr_officer: 'agency' },
  reads: ['platform.accounts', 'platform.account_roles'],
  writes: [],
  input: z.object({ accountId: field.id('Akun') }),
  async run({ input, db, note }) {
    const account = await db.find<{ employee_id: string | null; is_active: boolean }>(
      sql`select employee_id, is_active from platform.accounts where id = ${input.accountId}`,
    )
    if (!account?.is_active) throw notFound('Akun')
    const isOutsider =
      account.employee_id === null &&
      (await db.find(
        sql`select 1 from platform.account_roles where account_id = ${input.accountId} and role = 'assessor'`,
      )) !== null
    if (!account.employee_id && !isOutsider)
      throw new Refusal(
        'account.no-employee',
        'Akun ini tidak terhubung dengan data pegawai, sehingga tidak mempunyai NIP.',
      )
    note({ subjectKind: 'platform.account', subjectId: input.accountId, employeeId: account.employee_id })
    return { accountId: input.accountId, signInName: isOutsider ? signInNameOf(input.accountId) : null }
  },
})
