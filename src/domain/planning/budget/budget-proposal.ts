import type { Figure } from '#core/figure/figure.ts'
import { count, ratio, record, sum } from '#core/figure/mechanisms.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { budgetFigures } from './budget.store.ts'
import { threeYears } from './budget-outlook.ts'
import { amountsToAsk, buyMore } from './buy-more.model.ts'
import { boughtSteps, findMoneyAnswer } from './more-money.store.ts'

/** Shares of fewer people than this are not printed. */
const leastMeasured = 5

type Row = {
  document_id: string
  number: number
  need_id: string
  employee_id: string
  unit_name: string
  title: string
  person_name: string
  cost: number | null
  budget_line_id: string | null
  origin: string
}

/** What a proposal for a year argues from: needs, what the year before did, and what more money would pay. */
export const gatherProposal = async (db: Db, year: number) => {
  const asOf = db.on
  const ref = (what: string) => `planning.proposal:${year}:${what}`
  // The newest paper of each collection that is not returned; the RPK speaks for one year, the HCDP for several.
  const rows = await db.rows<Row>(sql`
    select r.document_id, r.number, r.need_id, r.employee_id, r.unit_name, r.title, r.person_name, r.cost, r.budget_line_id, n.origin
    from planning.need_document_rows r join planning.collected_needs n on n.agency_id = r.agency_id and n.id = r.need_id
    where r.document_id in (select distinct on (d.collection_id) d.id from planning.need_documents d
        where d.state in ('frozen', 'approved') and ${year} between d.year_from and d.year_until order by d.collection_id, d.kind = 'rpk' desc, d.version desc)
      and (r.year = ${year} or r.budget_line_id is null) and n.plan_year <= ${year}
    order by n.priority desc, r.number`)
  const documents = await db.rows<{ id: string; kind: string; version: number; collection: string; year_from: number }>(
    sql`select d.id, d.kind, d.version, c.name as collection, d.year_from from planning.need_documents d join planning.need_collections c on c.agency_id = d.agency_id and c.id = d.collection_id
      where d.id = any (${[...new Set(rows.map(r => r.document_id))]}::uuid[]) order by c.name`,
  )
  const leaf = (r: Row): Figure<number> =>
    record<number>({
      label: `${r.title}, ${r.person_name}`,
      unit: 'rupiah',
      asOf,
      value: r.cost,
      sources: [{ kind: 'planning.need-document-row', id: `${r.document_id}~${r.number}`, label: r.title }],
    })
  const money = (what: string, label: string, list: readonly Row[]): Figure<number> => {
    const known = list.filter(r => r.cost !== null)
    const figure = sum({ ref: ref(what), label, unit: 'rupiah', asOf, parts: known.map(leaf) })
    return known.length === list.length
      ? figure
      : { ...figure, limits: ['Sekurang-kurangnya: ada kebutuhan yang biayanya belum diketahui.'] }
  }
  const counted = (what: string, label: string, members: string[], unit: 'people' | 'count') =>
    count({
      ref: ref(what),
      label,
      unit,
      asOf,
      members: [...new Set(members)],
      of: unit === 'people' ? 'orang' : 'kebutuhan',
      filter: `${label.toLowerCase()}, ${year}`,
    })
  const open = rows.filter(r => r.cost !== null && r.cost > 0 && r.budget_line_id === null)
  const before = await budgetFigures(db, year - 1)
  const now = await budgetFigures(db, year)
  const evidence = await db.rows<{ id: string; name: string; measured: number; risen: number }>(
    sql`select m.id, m.name, sum(e.measured)::int as measured, sum(e.risen)::int as risen from planning.module_evidence e join planning.modules m on m.agency_id = e.agency_id and m.id = e.module_id
      group by m.id, m.name having sum(e.measured) >= ${leastMeasured} order by sum(e.risen)::numeric / sum(e.measured) desc, m.name limit 12`,
  )
  const answer = await findMoneyAnswer(db, year)
  const openSum = open.reduce((total, r) => total + (r.cost ?? 0), 0)
  return {
    year,
    documents,
    people: counted(
      'people',
      'Orang dengan kebutuhan',
      rows.map(r => r.employee_id),
      'people',
    ),
    needs: counted(
      'needs',
      'Kebutuhan yang diverifikasi',
      rows.map(r => r.need_id),
      'count',
    ),
    mandatory: counted(
      'mandatory',
      'Pelatihan kepemimpinan wajib',
      rows.filter(r => r.origin === 'leadership').map(r => r.need_id),
      'count',
    ),
    waited: counted(
      'waited',
      'Sudah ditunda dari tahun sebelumnya',
      rows.filter(r => r.origin === 'deferred').map(r => r.need_id),
      'count',
    ),
    cost: money('cost', 'Kebutuhan seluruhnya', rows),
    funded: money(
      'funded',
      'Sudah ada baris yang menanggung',
      rows.filter(r => r.budget_line_id !== null),
    ),
    open: money('open', 'Belum ada baris yang menanggung', open),
    ceiling: now.lines.length > 0 ? now.amount : null,
    before: { year: year - 1, amount: before.amount, realised: before.realised, absorption: before.absorption },
    units: [...Map.groupBy(rows, r => r.unit_name)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([unit, list], i) => ({
        unit,
        people: counted(
          `people-${i}`,
          `Orang, ${unit}`,
          list.map(r => r.employee_id),
          'people',
        ),
        needs: counted(
          `needs-${i}`,
          `Kebutuhan, ${unit}`,
          list.map(r => r.need_id),
          'count',
        ),
        cost: money(`cost-${i}`, `Biaya, ${unit}`, list),
        open: money(
          `open-${i}`,
          `Belum ada baris, ${unit}`,
          list.filter(r => open.includes(r)),
        ),
      })),
    effects: evidence.map(e => {
      const part = (label: string, value: number) =>
        record<number>({
          label,
          unit: 'count',
          asOf,
          value,
          sources: [{ kind: 'planning.module', id: e.id, label: e.name }],
        })
      return {
        id: e.id,
        name: e.name,
        share: ratio({
          ref: ref(`effect-${e.id}`),
          label: `Peserta yang naik level, ${e.name}`,
          unit: 'percent',
          digits: 0,
          factor: 100,
          asOf,
          of: part('Peserta yang levelnya naik', e.risen),
          to: part('Peserta yang diukur sesudahnya', e.measured),
        }),
      }
    }),
    steps: buyMore(
      open.map(r => ({ id: r.need_id, employeeId: r.employee_id, cost: r.cost ?? 0 })),
      amountsToAsk(openSum),
    ).map(({ amount, needIds, employeeIds }, i) => ({
      amount,
      needs: counted(`step-needs-${i}`, 'Kebutuhan yang dibayar tambahan dana', needIds, 'count'),
      people: counted(`step-people-${i}`, 'Orang yang dibayar tambahan dana', employeeIds, 'people'),
    })),
    unknownCost: counted(
      'unknown-cost',
      'Kebutuhan yang biayanya belum diketahui',
      rows.filter(r => r.cost === null).map(r => r.need_id),
      'count',
    ),
    /** The planner's own answer, where it was asked; the list above stands in for it until then. */
    bought: answer.ready ? { answer: answer.ready, steps: boughtSteps(answer.ready, asOf) } : null,
    newest: answer.newest,
    years: await threeYears(db, year),
  }
}
export type BudgetProposal = Awaited<ReturnType<typeof gatherProposal>>

/** Reads one figure of a proposal again by its address. */
export const findProposalFigure = async (db: Db, [yearText, what]: string[]): Promise<Figure | null> => {
  const p = await gatherProposal(db, Number(yearText))
  const plain = p[what as 'people' | 'needs' | 'cost' | 'funded' | 'open' | 'mandatory' | 'waited']
  if (plain && typeof plain === 'object' && 'mechanism' in plain) return plain
  if (what === 'unknown-cost') return p.unknownCost
  if (what.startsWith('effect-')) return p.effects.find(e => e.id === what.slice(7))?.share ?? null
  const step = /^step-(needs|people)-(\d+)$/.exec(what)
  if (step) return p.steps[Number(step[2])]?.[step[1] as 'needs'] ?? null
  const unit = /^(people|needs|cost|open)-(\d+)$/.exec(what)
  return unit ? (p.units[Number(unit[2])]?.[unit[1] as 'people'] ?? null) : null
}
