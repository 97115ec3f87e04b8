import { z } from 'zod'
import { setScope } from '#platform/access/set-scope.ts'
import { sql } from '#platform/database/database.ts'
import { type Row, rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { registerDisability } from '../disability/register-disability.ts'
import { echelonOf, kindOf, tierOf } from '../position/position-tier.ts'
import { positionKey } from '../position/register-positions.ts'
import type { RegisterResult, RowRefusal } from '../register-result.ts'
import { sameName } from './same-name.ts'
import { superviseByNip } from './supervise.ts'

export const employeeRow = z.object({
  nip: z.string().regex(/^\d{18}$/),
  name: z.string().min(1),
  employment: z.enum(['PNS', 'PPPK', 'PPPK_PARUH_WAKTU', 'CPNS']),
  sex: z.enum(['L', 'P']).nullish(),
  birthOn: z.string().nullish(),
  rank: z.string().nullish(),
  educationLevel: z.string().nullish(),
  educationField: z.string().nullish(),
  unitName: z.string().min(1),
  positionName: z.string().nullish(),
  /** `II.a`, `JF Ahli Muda`, `Pelaksana`: as the list writes it. */
  echelonOrTier: z.string().nullish(),
  positionSince: z.string().nullish(),
  rankSince: z.string().nullish(),
  hiredOn: z.string().nullish(),
  supervisorNip: z.string().nullish(),
  locationClass: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  isDisabled: z.boolean().nullish(),
})

/** Brings people with their posts and supervisors. A person is known by the NIP; a blank cell never erases what is known. */
export const registerEmployees = useCase({
  name: 'register-employees',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.employees', 'workforce.positions'],
  reads: ['workforce.units'],
  input: z.object({ rows: z.array(employeeRow) }),
  async run({ input, db, newId, note, announce, call }): Promise<RegisterResult> {
    const units = new Map(
      (await db.rows<{ id: string; name: string }>(sql`select id, name from workforce.v_units`)).map(u => [
        u.name.toLowerCase(),
        u.id,
      ]),
    )
    const refusals: RowRefusal[] = []
    const lines: number[] = []
    const people = input.rows.flatMap((r, line) => {
      const unitId = units.get(r.unitName.toLowerCase())
      if (unitId) {
        lines.push(line)
        return [{ ...r, unitId }]
      }
      refusals.push({
        line,
        code: 'UNIT_TIDAK_DIKENAL',
        message: `Unit "${r.unitName}" tidak ada. Impor daftar unit lebih dahulu.`,
      })
      return []
    })

    // Posts first: one per title and unit, with as many seats as people hold it.
    const holders = new Map<string, number>()
    const posts = people.flatMap((p, i): { row: Row; line: number }[] => {
      if (!p.positionName) return []
      const tier = tierOf(p.positionName, p.echelonOrTier)
      const row = {
        name: p.positionName,
        unit_id: p.unitId,
        kind: kindOf(tier),
        tier,
        echelon: echelonOf(p.echelonOrTier),
      }
      const key = positionKey(row)
      holders.set(key, (holders.get(key) ?? 0) + 1)
      return [{ row: { ...row, family: null, required_rank: null, seats: 1 }, line: lines[i] }]
    })
    const knownPosts = await rowsAsJson(db, 'workforce.positions', sql`true`)
    const knownKeys = new Set(knownPosts.map(positionKey))
    const freshKeys = new Set<string>()
    const fresh = posts.filter(({ row }) => {
      const key = positionKey(row)
      if (knownKeys.has(key) || freshKeys.has(key)) return false
      freshKeys.add(key)
      row.seats = holders.get(key)
      return true
    })
    const postChanges = await saveRows(db, 'workforce.positions', {
      rows: fresh.map(f => f.row),
      existing: knownPosts,
      keyOf: positionKey,
      newId,
    })
    const postIds = new Map(
      [...knownPosts, ...postChanges.map(c => c.after as Row)].map(p => [positionKey(p), String(p.id)]),
    )

    const existing = await rowsAsJson(db, 'workforce.employees', sql`t.nip = any (${people.map(p => p.nip)})`)
    const before = new Map(existing.map(e => [e.nip, e]))
    const changes = await saveRows(db, 'workforce.employees', {
      rows: people.map(p => ({
        nip: p.nip,
        name: sameName(before.get(p.nip)?.name as string | undefined, p.name) ? before.get(p.nip)?.name : p.name,
        employment: p.employment,
        sex: p.sex ?? null,
        birth_on: p.birthOn ?? null,
        rank: p.rank ?? null,
        education_level: p.educationLevel ?? null,
        education_field: p.educationField ?? null,
        unit_id: p.unitId,
        position_id: p.positionName ? postIds.get(positionKey({ name: p.positionName, unit_id: p.unitId })) : null,
        position_since: p.positionSince ?? null,
        rank_since: p.rankSince ?? null,
        hired_on: p.hiredOn ?? null,
        location_class: p.locationClass ?? null,
        email: p.email ?? null,
        phone: p.phone ?? null,
        state: 'active',
      })),
      existing,
      keyOf: row => String(row.nip),
      newId,
    })

    const supervised = await superviseByNip(db, people, newId)
    await call(setScope, {
      people: supervised.pairs.map(p => ({ employeeId: p.employeeId, supervisorId: p.supervisorId })),
    })
    const told = changes.flatMap(c => {
      const isDisabled = people[c.line].isDisabled
      return typeof isDisabled === 'boolean' ? [{ line: c.line, employeeId: String(c.key.id), isDisabled }] : []
    })
    const statements =
      told.length > 0
        ? (
            await call(registerDisability, {
              rows: told.map(({ employeeId, isDisabled }) => ({ employeeId, isDisabled })),
            })
          ).changes
        : []
    const all = [
      ...postChanges.map(c => ({ ...c, line: fresh[c.line].line })),
      ...changes.map(c => ({ ...c, line: lines[c.line] })),
      ...supervised.changes.map(c => ({ ...c, line: lines[c.line] })),
      ...statements.map(c => ({ ...c, line: lines[told[c.line].line] })),
    ]
    const touched = changes.filter(c => c.kind !== 'same').length
    note({ subjectKind: 'workforce.employee', detail: { rows: input.rows.length, touched } })
    if (touched > 0) announce({ type: 'EmployeesRegistered', payload: { employees: touched } })
    // Whoever holds another post than before; later rooms look at what stood on the old one.
    const moves = changes.flatMap(c => {
      const [was, is] = [c.before as Row | null, c.after as Row | null]
      return c.kind === 'changed' && was && is?.position_id && was.position_id !== is.position_id
        ? [
            {
              employeeId: String(is.id),
              from: was.position_id ? String(was.position_id) : null,
              to: String(is.position_id),
            },
          ]
        : []
    })
    if (moves.length > 0) announce({ type: 'PeopleMoved', payload: { moves } })
    return { changes: all, refusals }
  },
})
