import type { Db } from '#platform/database/database.ts'
import { directions } from './compare.model.ts'
import { findPair, flowsOf, listPlacedCycles, type MovedFilter } from './compare.store.ts'

const spotFrom = (text: string | null): number | null => (text && /^(-1|[0-9])$/.test(text) ? Number(text) : null)
const isId = (text: string | null): text is string => !!text && /^[0-9a-f-]{36}$/i.test(text)

/** What the address asks of the comparison; page and workbook read it alike. Null while there are no two maps. */
export const readComparison = async (db: Db, query: URLSearchParams) => {
  const cycles = await listPlacedCycles(db)
  const later = cycles.find(c => c.id === query.get('ke-siklus')) ?? cycles[0]
  const earlier =
    cycles.find(c => c.id === query.get('dari-siklus') && c.id !== later?.id) ?? cycles.find(c => c.id !== later?.id)
  const pair = later && earlier ? await findPair(db, earlier.id, later.id) : null
  if (!pair) return { cycles, pair: null }
  const unit = query.get('unit')
  const unitId = isId(unit) ? unit : null
  const { flows, byDirection } = await flowsOf(db, pair, unitId)
  const [from, to] = [spotFrom(query.get('dari')), spotFrom(query.get('ke'))]
  const direction = directions.find(d => d === query.get('arah')) ?? null
  const isFiltered = from !== null || to !== null || direction !== null
  const chosen = flows.filter(
    f =>
      (from === null || f.from === from) &&
      (to === null || f.to === to) &&
      (direction === null || f.direction === direction),
  )
  const filter: MovedFilter = {
    unitId,
    search: query.get('cari') ?? '',
    // Whoever stands on neither map is listed only when asked for.
    pairs: (isFiltered ? chosen : flows.filter(f => f.direction !== 'off')).map(f => ({ from: f.from, to: f.to })),
  }
  return { cycles, pair, flows, byDirection, from, to, direction, filter }
}
