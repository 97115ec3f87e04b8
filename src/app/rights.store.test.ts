import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, type Role, roles, rolesOf, type Scope } from '#platform/access/actor.ts'
import { readingRights, syncRights } from '#platform/access/rights.ts'
import { type Database, type Db, openDatabaseAsApp, setNamedRight, sql } from '#platform/database/database.ts'
import { createTestDatabase, type TestDatabase, testServer } from '#platform/database/testing/test-database.ts'
import { useCases } from './use-cases.ts'

/**
 * The matrix role × table × verb, derived from the catalogue and tried cell by cell on the real policies, with two agencies.
 * In each table stand a row about oneself, about a team member, about a stranger, and one of another agency.
 */
const [ours, theirs] = [randomUUID(), randomUUID()]
const [me, mate, stranger, foreigner] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const schemas = [
  'platform',
  'workforce',
  'competency',
  'talent',
  'planning',
  'delivery',
  'impact',
  'succession',
  'exchange',
]
const frameTables = new Set([
  'platform.outbox',
  'platform.requests',
  'platform.role_rights',
  'platform.use_case_roles',
  'platform.use_case_tables',
  'platform.use_case_callers',
  'platform.migrations',
])

type Column = { name: string; type: string; check: string | null }
type Table = { name: string; person: string | null; columns: Column[] }

let test: TestDatabase
let database: Database
let tables: Table[]

/** A value that passes the column's own checks: the first allowed word, else one by type. */
const sampleOf = (c: Column, n: number): unknown => {
  const word = /'([^']+)'::text/.exec(c.check ?? '')
  if (c.check?.includes('[0-9]{18}')) return `19800101200501100${n}`
  if (word) return word[1]
  if (c.check && /ARRAY\[(\d+)/.test(c.check)) return Number(/ARRAY\[(\d+)/.exec(c.check)![1])
  if (c.type === 'uuid') return randomUUID()
  if (c.type === 'jsonb') return {}
  if (c.type === 'boolean') return false
  if (c.type === 'date') return '2026-01-05'
  if (c.type.startsWith('timestamp')) return '2026-01-05T00:00:00Z'
  if (c.type === 'bytea') return '\\x00'
  if (c.type === 'ARRAY') return []
  const least = />= (\d{2,})/.exec(c.check ?? '')
  if (least) return Number(least[1]) + n
  if (['integer', 'bigint', 'numeric', 'smallint'].includes(c.type)) return n + 1
  return `nilai ${n} ${randomUUID()}`
}

beforeAll(async () => {
  test = await createTestDatabase()
  await syncRights(test.owner, useCases)
  const url = new URL(testServer().superuser)
  url.pathname = new URL(test.owner).pathname
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const { rows } = await client.query<{
    schema: string
    table: string
    column: string
    type: string
    check: string | null
  }>(
    `select c.table_schema as schema, c.table_name as table, c.column_name as column, c.data_type as type,
      (select pg_get_constraintdef(k.oid) from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        where k.contype = 'c' and cardinality(k.conkey) = 1 and k.conrelid = (quote_ident(c.table_schema) || '.' || quote_ident(c.table_name))::regclass and a.attname = c.column_name limit 1) as check
     from information_schema.columns c join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = any ($1) and c.is_generated = 'NEVER' order by 1, 2, c.ordinal_position`,
    [schemas],
  )
  const byTable = new Map<string, Column[]>()
  for (const r of rows)
    byTable.set(`${r.schema}.${r.table}`, [
      ...(byTable.get(`${r.schema}.${r.table}`) ?? []),
      { name: r.column, type: r.type, check: r.check },
    ])
  const policies = await client.query<{ name: string; person: string | null }>(
    `select schemaname || '.' || tablename as name, (regexp_match(qual, '\\(([a-z_]+) IN \\( SELECT platform\\.team'))[1] as person from pg_policies where policyname = 'read'`,
  )
  const personOf = new Map(policies.rows.map(p => [p.name, p.person]))
  tables = [...byTable]
    .filter(([name]) => !frameTables.has(name))
    .map(([name, columns]) => ({ name, columns, person: personOf.get(name) ?? null }))
  // Foreign keys are of no interest here: each row stands alone.
  await client.query('set session_replication_role = replica')
  for (const t of tables) {
    const people = t.person
      ? [
          [ours, me],
          [ours, mate],
          [ours, stranger],
          [theirs, foreigner],
        ]
      : [
          [ours, null],
          [theirs, null],
        ]
    for (const [n, [agency, person]] of people.entries()) {
      if (t.name === 'platform.teams') continue
      const columns = t.columns.filter(c => c.name !== 'agency_id' && c.name !== t.person)
      const names = ['agency_id', ...(t.person ? [t.person] : []), ...columns.map(c => c.name)]
      const values = [agency, ...(t.person ? [person] : []), ...columns.map(c => sampleOf(c, n))]
      await client.query(
        `insert into ${t.name} (${names.join(', ')}) values (${values.map((_, i) => `$${i + 1}`).join(', ')})`,
        values,
      )
    }
  }
  await client.query(
    `insert into platform.teams values ('${ours}', '${me}', '${mate}'), ('${ours}', '${randomUUID()}', '${stranger}'), ('${theirs}', '${foreigner}', '${foreigner}')`,
  )
  await client.end()
  database = openDatabaseAsApp(test.app, { max: 4 })
})
afterAll(async () => {
  await database.close()
  await test.drop()
})

const actor = (role: Role): Actor => ({
  agencyId: ours,
  accountId: null,
  employeeId: role === 'system' || role === 'visitor' ? null : me,
  name: role,
  role,
  on: '2026-11-24',
})
const reach = (scopes: Iterable<Scope>): Set<string> => {
  const people = new Set<string>()
  for (const scope of scopes) {
    if (scope === 'own') people.add(me)
    if (scope === 'team') people.add(mate)
    if (scope === 'agency') for (const p of [me, mate, stranger]) people.add(p)
  }
  return people
}

it('Every table of a room stands under forced row-level security and in the catalogue of reading rights', () => {
  expect(
    tables
      .map(t => t.name)
      .filter(name => !(name in readingRights))
      .sort(),
  ).toEqual([])
  expect(
    Object.keys(readingRights)
      .filter(name => !tables.some(t => t.name === name))
      .sort(),
  ).toEqual([])
})

it('Each role reads exactly the rows its right names, in every table, and never another agency’s', async () => {
  const wrong: string[] = []
  for (const role of roles)
    await database.as(actor(role), async db => {
      for (const t of tables) {
        // Nothing is entrusted to these accounts; what an assessor sees has a test of its own.
        const scopes = rolesOf(actor(role))
          .flatMap(r => readingRights[t.name]?.[r] ?? [])
          .filter(s => s !== 'assigned')
        // A visitor or the system has no own row.
        const people = reach(role === 'system' || role === 'visitor' ? scopes.filter(s => s === 'agency') : scopes)
        const rows = await db.rows<{ agency_id: string; person: string | null }>(
          sql`select agency_id, ${t.person ? sql.ref(t.person) : sql`null`} as person from ${sql.table(t.name)}`,
        )
        if (rows.some(r => r.agency_id !== ours)) wrong.push(`${role} sees another agency's ${t.name}`)
        const seen = new Set(rows.map(r => r.person))
        if (
          t.person
            ? [...people].some(p => !seen.has(p) && t.name !== 'platform.teams') ||
              [...seen].some(p => p !== null && !people.has(p))
            : rows.length > 0 !== scopes.length > 0
        )
          wrong.push(`${role} ${t.name}: ${[...seen].length} seen, ${people.size} expected`)
      }
    })
  expect(wrong).toEqual([])
})

/** Tries statements one by one on the server; a refused one did nothing. Which of them touched rows. */
const touching = async (db: Db, statements: readonly string[]): Promise<string[]> => {
  await db.rows(sql`select set_config('test.statements', ${JSON.stringify(statements)}, true)`)
  await db.run(sql`do $$
    declare
      tried text;
      touched bigint;
      done jsonb := '[]';
    begin
      for tried in select jsonb_array_elements_text(current_setting('test.statements')::jsonb) loop
        begin
          execute tried;
          get diagnostics touched = row_count;
        exception when others then touched := 0;
        end;
        if touched > 0 then done := done || to_jsonb(tried); end if;
      end loop;
      perform set_config('test.touching', done::text, true);
    end $$`)
  return JSON.parse(
    (await db.one<{ done: string }>(sql`select current_setting('test.touching') as done`)).done,
  ) as string[]
}

it('Outside a use case nobody changes, adds or removes anything, in any table', async () => {
  const wrong: string[] = []
  const statements = tables.flatMap(({ name }) => [
    `update ${name} set agency_id = agency_id`,
    `delete from ${name}`,
    `insert into ${name} select * from ${name}`,
  ])
  for (const role of roles) {
    const done = await database.as(actor(role), db => touching(db, statements))
    wrong.push(...done.map(statement => `${role}: ${statement}`))
  }
  expect(wrong).toEqual([])
})

it('Inside a use case a role changes only the tables that use case names, only as far as its permission reaches, and never another agency’s', async () => {
  const wrong: string[] = []
  for (const uc of useCases)
    for (const role of roles) {
      const scopes = new Set(
        rolesOf(actor(role))
          .flatMap(r => uc.permission[r] ?? [])
          .filter(s => s !== 'assigned'),
      )
      await database.as(actor(role), async db => {
        await setNamedRight(db, uc.name, null)
        // What the policies ask for every table it does not name: no. Whom it lets in nowhere is asked about the widest scope only.
        const others = tables.map(t => t.name).filter(name => !uc.writes.includes(name))
        const open = await db.rows<{ name: string }>(
          sql`select name from unnest(${others}::text[]) name, unnest(${scopes.size > 0 ? ['own', 'team', 'assigned', 'agency'] : ['agency']}::text[]) scope where platform.writes(name, scope)`,
        )
        wrong.push(...open.map(o => `${uc.name} as ${role} may write ${o.name}`))
        for (const t of tables.filter(table => uc.writes.includes(table.name))) {
          if (t.name === 'platform.teams') continue
          const people = reach(
            role === 'system' || role === 'visitor' ? [...scopes].filter(s => s === 'agency') : scopes,
          )
          const expected = t.person ? people.size : scopes.size > 0 ? 1 : 0
          const touched = await db.run(sql`update ${sql.table(t.name)} set agency_id = agency_id`)
          if (touched !== expected) wrong.push(`${uc.name} as ${role} on ${t.name}: ${touched}, expected ${expected}`)
        }
      })
    }
  expect(wrong).toEqual([])
}, 600_000)
