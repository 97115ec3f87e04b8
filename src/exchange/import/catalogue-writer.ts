import { registerBudgetLines } from '#domain/planning/budget/register-budget-lines.ts'
import { registerCatalogue } from '#domain/planning/catalogue/register-catalogue.ts'
import { sql } from '#platform/database/database.ts'
import { type Row, type RowChange, sameContent } from '#platform/database/save-rows.ts'
import type { toBudgetLine, toModule, toSession } from './to-register.ts'
import type { Writer } from './write-records.ts'

type Kept = Map<string, Row>
const pick = (row: Row, columns: readonly string[]): Row => Object.fromEntries(columns.map(c => [c, row[c] ?? null]))
const base = (row: Row, extra: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([c]) => !extra.includes(c)))

/** Compares what stood before and what stands after, and says of each line what happened to its record. */
const changeOf = (
  table: string,
  line: number,
  id: string,
  before: Row | undefined,
  after: Row | undefined,
): RowChange => ({
  table,
  line,
  kind: !before ? 'new' : sameContent(before, after) ? 'same' : 'changed',
  key: { agency_id: (after ?? before)?.agency_id, id },
  before: before ?? null,
  after: after ?? null,
})

const sessionExtra = ['module_code', 'module_name', 'method', 'jp', 'share_class']

/** Catalogue rows into the planning room; only what is new or different is passed on. */
export const writeCatalogue = async (
  { db, call }: Writer,
  modules: readonly { line: number; row: ReturnType<typeof toModule> }[],
  sessions: readonly { line: number; row: ReturnType<typeof toSession> }[],
): Promise<RowChange[]> => {
  const readModules = async (): Promise<Kept> =>
    new Map(
      (
        await db.rows<{ row: Row }>(
          sql`select to_jsonb(m) as row from planning.v_modules m where m.valid_until is null`,
        )
      ).map(r => [String(r.row.code), r.row]),
    )
  const readEffects = async (): Promise<Map<string, Row[]>> => {
    const found = new Map<string, Row[]>()
    for (const { row } of await db.rows<{ row: Row }>(
      sql`select to_jsonb(e) as row from planning.v_module_effects e order by e.code`,
    )) {
      const key = String(row.module_code)
      found.set(key, [...(found.get(key) ?? []), row])
    }
    return found
  }
  const readSessions = async (): Promise<Kept> =>
    new Map(
      (await db.rows<{ row: Row }>(sql`select to_jsonb(s) as row from planning.v_sessions s`)).map(r => [
        String(r.row.code),
        r.row,
      ]),
    )
  const [modulesBefore, effectsBefore, sessionsBefore] = [
    await readModules(),
    await readEffects(),
    await readSessions(),
  ]

  const sameModule = (m: ReturnType<typeof toModule>): boolean => {
    const row = modulesBefore.get(m.code)
    const effects = effectsBefore.get(m.code) ?? []
    return (
      row !== undefined &&
      sameContent(
        [row.name, row.method, row.jp, row.cost_per_head, row.provider, row.seats, row.share_class, row.is_internal],
        [m.name, m.method, m.jp, m.costPerHead, m.provider, m.seats, m.shareClass, m.isInternal],
      ) &&
      effects.length === m.effects.length &&
      m.effects.every(e => effects.some(x => x.code === e.competencyCode && x.to_level === e.toLevel))
    )
  }
  const sameSession = (s: ReturnType<typeof toSession>): boolean => {
    const row = sessionsBefore.get(s.code)
    return (
      row !== undefined &&
      sameContent(
        [row.module_code, row.starts_on, row.ends_on, row.place, row.seats],
        [s.moduleCode, s.startsOn, s.endsOn, s.place, s.seats],
      )
    )
  }
  const wantedModules = modules.filter(m => !sameModule(m.row))
  const wantedSessions = sessions.filter(s => !sameSession(s.row))
  if (wantedModules.length + wantedSessions.length > 0)
    await call(registerCatalogue, { modules: wantedModules.map(m => m.row), sessions: wantedSessions.map(s => s.row) })
  const [modulesAfter, effectsAfter, sessionsAfter] = [await readModules(), await readEffects(), await readSessions()]

  const changes: RowChange[] = []
  for (const { line, row } of modules) {
    const after = modulesAfter.get(row.code)
    changes.push(changeOf('planning.modules', line, String(after?.id), modulesBefore.get(row.code), after))
    const columns = ['agency_id', 'module_id', 'competency_id', 'from_level', 'to_level']
    const [was, is] = [effectsBefore.get(row.code) ?? [], effectsAfter.get(row.code) ?? []]
    for (const effect of [...new Map([...was, ...is].map(e => [e.competency_id, e])).values()]) {
      const [b, a] = [
        was.find(e => e.competency_id === effect.competency_id),
        is.find(e => e.competency_id === effect.competency_id),
      ]
      const kind = !b ? 'new' : !a ? 'removed' : sameContent(pick(b, columns), pick(a, columns)) ? 'same' : 'changed'
      changes.push({
        table: 'planning.module_effects',
        line,
        kind,
        key: pick(effect, ['agency_id', 'module_id', 'competency_id']),
        before: b ? pick(b, columns) : null,
        after: a ? pick(a, columns) : null,
      })
    }
  }
  for (const { line, row } of sessions) {
    const [b, a] = [sessionsBefore.get(row.code), sessionsAfter.get(row.code)]
    changes.push(
      changeOf('planning.sessions', line, String(a?.id), b && base(b, sessionExtra), a && base(a, sessionExtra)),
    )
  }
  return changes
}

/** Budget lines into the planning room; only what is new or different is passed on. */
export const writeBudget = async (
  { db, call }: Writer,
  lines: readonly { line: number; row: ReturnType<typeof toBudgetLine> }[],
): Promise<RowChange[]> => {
  const keyOf = (r: { unit_name: unknown; activity: unknown; source: unknown; year: unknown }) =>
    [r.unit_name ?? '', r.activity, r.source, r.year].join('|')
  const read = async (): Promise<Kept> =>
    new Map(
      (
        await db.rows<{ row: Row; unit_name: string | null }>(
          sql`select to_jsonb(b) as row, u.name as unit_name from planning.v_budget_lines b left join workforce.v_units u on u.agency_id = b.agency_id and u.id = b.unit_id`,
        )
      ).map(({ row, unit_name }) => [
        keyOf({ unit_name, activity: row.activity, source: row.source, year: row.year }),
        row,
      ]),
    )
  const keyOfLine = (row: ReturnType<typeof toBudgetLine>) =>
    keyOf({ unit_name: row.unitName, activity: row.activity, source: row.source, year: row.year })
  const before = await read()
  const wanted = lines.filter(({ row }) => {
    const known = before.get(keyOfLine(row))
    return !(
      known &&
      sameContent(
        [known.code, known.amount, known.committed, known.realised],
        [row.code, row.amount, row.committed, row.realised],
      )
    )
  })
  if (wanted.length > 0) await call(registerBudgetLines, { lines: wanted.map(l => l.row) })
  const after = await read()
  return lines.map(({ line, row }) => {
    const key = keyOfLine(row)
    const a = after.get(key)
    return changeOf('planning.budget_lines', line, String(a?.id), before.get(key), a)
  })
}
