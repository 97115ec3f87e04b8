import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { moduleNames } from '#platform/web/screen.ts'
import { roles } from './actor.ts'

const accountRoles = roles.filter(role => role !== 'system' && role !== 'visitor')

/**
 * Founds an agency with its modules and, where there is one, its first administrator.
 * Run as the system actor of the agency's new id: the door of everything else.
 */
export const setUpAgency = useCase({
  name: 'set-up-agency',
  room: 'platform',
  permission: { system: 'agency' },
  writes: ['platform.agencies', 'platform.modules', 'platform.accounts', 'platform.account_roles'],
  input: z.object({
    name: field.text('Nama instansi', 200),
    shortName: field.text('Nama pendek', 40),
    kind: z.enum(['kabupaten', 'kota', 'provinsi', 'kementerian', 'lembaga'], {
      error: 'Jenis instansi wajib dipilih.',
    }),
    timeZone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'], { error: 'Zona waktu wajib dipilih.' }),
    isDemo: z.boolean().default(false),
    /** A demo's day stands still. */
    todayOn: z.string().nullable().default(null),
    /** Rule set and scope chosen at set-up: tiers and units for which talent is managed. */
    scope: z.record(z.string(), z.unknown()).default({}),
    modules: z.array(z.enum(moduleNames)).default([...moduleNames]),
    administrator: z
      .object({ accountId: field.id('Akun'), userId: z.string(), name: field.text('Nama administrator', 200) })
      .nullable()
      .default(null),
  }),
  async run({ input, db, actor, on, note }) {
    const agencyId = actor.agencyId
    await db.run(
      sql`insert into platform.agencies (agency_id, name, short_name, kind, time_zone, is_demo, today_on, scope)
        values (${agencyId}, ${input.name}, ${input.shortName}, ${input.kind}, ${input.timeZone}, ${input.isDemo}, ${input.todayOn}, ${JSON.stringify(input.scope)}::jsonb)`,
    )
    await db.insert(
      'platform.modules',
      moduleNames.map(module => ({
        agency_id: agencyId,
        module,
        is_on: input.modules.includes(module),
        changed_at: new Date().toISOString(),
      })),
    )
    if (input.administrator) {
      await db.insert('platform.accounts', [
        {
          agency_id: agencyId,
          id: input.administrator.accountId,
          user_id: input.administrator.userId,
          name: input.administrator.name,
          is_active: true,
          created_at: new Date().toISOString(),
        },
      ])
      // The first person both keeps the system and begins the work; the second administrator takes over what should be apart.
      await db.insert(
        'platform.account_roles',
        ['admin', 'hr_officer'].map(role => ({
          agency_id: agencyId,
          account_id: input.administrator!.accountId,
          role,
          valid_from: on,
        })),
      )
    }
    note({ subjectKind: 'platform.agency', subjectId: agencyId, detail: { name: input.name, modules: input.modules } })
    return { agencyId }
  },
})

/** Opens accounts for people, each with roles; a person who has an account keeps it and gains the roles. */
export const openAccounts = useCase({
  name: 'open-accounts',
  room: 'platform',
  permission: { admin: 'agency', system: 'agency' },
  calledBy: ['open-assessor-account'],
  reads: ['platform.accounts'],
  writes: ['platform.accounts', 'platform.account_roles'],
  input: z.object({
    accounts: z
      .array(
        z.object({
          employeeId: field.id('Pegawai').nullable().default(null),
          name: field.text('Nama', 200),
          roles: z.array(z.enum(accountRoles)).default([]),
          validUntil: field.day('Tanggal berakhir').nullable().default(null),
        }),
      )
      .min(1, { error: 'Pilih sedikitnya satu orang.' }),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const employeeIds = input.accounts.flatMap(a => (a.employeeId ? [a.employeeId] : []))
    const existing = new Map(
      (
        await db.rows<{ id: string; employee_id: string }>(
          sql`select id, employee_id from platform.accounts where employee_id = any (${employeeIds})`,
        )
      ).map(row => [row.employee_id, row.id]),
    )
    const began = Date.now()
    const opened = input.accounts.map((account, i) => ({
      account,
      id: (account.employeeId && existing.get(account.employeeId)) || newId(),
      isNew: !(account.employeeId && existing.has(account.employeeId)),
      // In the order given, so that the first stays the first.
      createdAt: new Date(began + i).toISOString(),
    }))
    await db.insert(
      'platform.accounts',
      opened
        .filter(o => o.isNew)
        .map(o => ({
          agency_id: actor.agencyId,
          id: o.id,
          employee_id: o.account.employeeId,
          name: o.account.name,
          is_active: true,
          created_at: o.createdAt,
        })),
    )
    await db.insert(
      'platform.account_roles',
      opened.flatMap(o =>
        o.account.roles
          .filter(role => role !== 'asn')
          .map(role => ({
            agency_id: actor.agencyId,
            account_id: o.id,
            role,
            valid_from: on,
            valid_until: o.account.validUntil,
          })),
      ),
      'on conflict (agency_id, account_id, role) do update set valid_until = excluded.valid_until',
    )
    note({
      subjectKind: 'platform.account',
      subjectId: opened.length === 1 ? opened[0].id : undefined,
      employeeId: opened.length === 1 ? opened[0].account.employeeId : null,
      detail: { accounts: opened.length },
    })
    return { accountIds: opened.map(o => o.id) }
  },
})
