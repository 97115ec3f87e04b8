import type { Figure } from '#core/figure/figure.ts'
import { count, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { Db } from '#platform/database/database.ts'
import { type DocumentRow, findDocument, listDocumentRows, type NeedDocument } from './document.store.ts'
import { documentTitle } from './need-collection-words.ts'

/** What a frozen paper sums up to. A cost or JP nobody knows is left out by name, so the sum says at least. */
export const documentFigures = (document: NeedDocument, rows: readonly DocumentRow[], asOf: Day) => {
  const ref = (what: string) => `planning.need-document:${document.id}:${what}`
  const title = documentTitle(document)
  const leaf = (row: DocumentRow, column: 'cost' | 'jp') =>
    record<number>({
      label: `${row.title}, ${row.person_name}`,
      unit: column === 'cost' ? 'rupiah' : 'jp',
      asOf,
      value: row[column],
      sources: [
        {
          kind: 'planning.need-document-row',
          id: `${document.id}~${row.number}`,
          label: `${title}, baris ${row.number}`,
        },
      ],
    })
  const total = (what: string, label: string, column: 'cost' | 'jp', of: readonly DocumentRow[]): Figure<number> => {
    const open = of.filter(r => r[column] === null)
    const known = of.filter(r => r[column] !== null)
    const needs = open
      .slice(0, 5)
      .map(r => ({ what: `${column === 'cost' ? 'biaya' : 'JP'} ${r.title}`, who: 'pengelola katalog' }))
    const base = { ref: ref(what), label, unit: column === 'cost' ? ('rupiah' as const) : ('jp' as const), asOf }
    if (known.length === 0 && open.length > 0) return record<number>({ ...base, value: null, needs })
    const figure = sum({ ...base, parts: known.map(r => leaf(r, column)) })
    return open.length === 0
      ? figure
      : { ...figure, needs, limits: ['Sekurang-kurangnya: ada baris yang belum diketahui nilainya.'] }
  }
  const counted = (what: string, label: string, members: string[], of: string, unit: 'people' | 'count') =>
    count({
      ref: ref(what),
      label,
      unit,
      asOf,
      members: [...new Set(members)],
      of,
      filter: `${label.toLowerCase()}, ${title}`,
    })
  const unfunded = rows.filter(r => r.cost !== null && r.cost > 0 && r.budget_line_id === null)
  const years = [...new Set(rows.map(r => r.year))].sort()
  return {
    people: counted(
      'people',
      'Orang',
      rows.map(r => r.employee_id),
      'orang',
      'people',
    ),
    rows: counted(
      'rows',
      'Kebutuhan',
      rows.map(r => r.need_id),
      'kebutuhan',
      'count',
    ),
    jp: total('jp', 'JP', 'jp', rows),
    cost: total('cost', 'Biaya', 'cost', rows),
    funded: total(
      'funded',
      'Terdanai',
      'cost',
      rows.filter(r => r.budget_line_id !== null),
    ),
    unfunded: total('unfunded', 'Belum ada baris yang menanggung', 'cost', unfunded),
    unfundedRows: counted(
      'unfundedRows',
      'Belum ada baris yang menanggung',
      unfunded.map(r => r.need_id),
      'kebutuhan',
      'count',
    ),
    years: years.map(year => ({
      year,
      rows: counted(
        `rows-${year}`,
        `Kebutuhan ${year}`,
        rows.filter(r => r.year === year).map(r => r.need_id),
        'kebutuhan',
        'count',
      ),
      cost: total(
        `cost-${year}`,
        `Biaya ${year}`,
        'cost',
        rows.filter(r => r.year === year),
      ),
    })),
  }
}
export type DocumentFigures = ReturnType<typeof documentFigures>

/** Reads one of them again by its address. */
export const findDocumentFigure = async (db: Db, [id, what]: string[]): Promise<Figure | null> => {
  const document = await findDocument(db, id)
  if (!document) return null
  const figures = documentFigures(document, await listDocumentRows(db, document.id), db.on)
  const [kind, year] = what.split('-')
  if (year) return figures.years.find(y => String(y.year) === year)?.[kind as 'rows' | 'cost'] ?? null
  return (figures[what as 'cost'] as Figure | undefined) ?? null
}
