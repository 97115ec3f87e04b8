/** A need as the agency's plan places it. */
export type PlacedNeed = {
  id: string
  unitId: string
  /** Title and form: a line whose activity is called alike pays before others. */
  called?: string
  /** Wished year. */
  year: number
  /** Null: not known. */
  cost: number | null
}
export type PlanLine = {
  id: string
  name: string
  unitId: string | null
  year: number
  /** What is neither committed nor spent. */
  available: number
}
export type Placement = {
  needId: string
  year: number
  lineId: string | null
  line: string | null
  /** `paid`: a line has room; `free`; `unknown-cost`; `no-ceiling`: no line of that year is set yet; `unfunded`: no room. */
  kind: 'paid' | 'free' | 'unknown-cost' | 'no-ceiling' | 'unfunded'
  /** In the reader's words. */
  words: string
}

const wordsOf = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .match(/\p{L}{6,}/gu)
      ?.filter(w => w !== 'pelatihan') ?? [],
  )
const likeness = (need: PlacedNeed, line: PlanLine): number => {
  const words = wordsOf(line.name)
  return [...wordsOf(need.called ?? '')].filter(word => words.has(word)).length
}

/**
 * Places needs, most urgent first, into the years of a plan: in the wished year when a line has room (the unit's own
 * first, then those that pay for everybody; among them the one called like the need), else in the next one. A year without any line has no ceiling yet: the need
 * stands there and says so. In a plan of one year what finds no room stays in it as unfunded: nothing is dropped silently.
 */
export const placeNeeds = (
  needs: readonly PlacedNeed[],
  lines: readonly PlanLine[],
  years: readonly number[],
  sharedLineIds: ReadonlySet<string>,
): Placement[] => {
  const left = new Map(lines.map(l => [l.id, l.available]))
  const last = years[years.length - 1]
  return needs.map(need => {
    const wished = Math.min(Math.max(need.year, years[0]), last)
    const at = (year: number, kind: Placement['kind'], words: string, line: PlanLine | null = null): Placement => ({
      needId: need.id,
      year,
      lineId: line?.id ?? null,
      line: line?.name ?? null,
      kind,
      words,
    })
    if (need.cost === null) return at(wished, 'unknown-cost', 'Biaya belum diketahui, belum dibebankan')
    if (need.cost === 0) return at(wished, 'free', 'Tanpa biaya')
    const cost = need.cost
    for (const year of years.filter(y => y >= wished)) {
      const ofYear = lines.filter(l => l.year === year)
      const later = year > wished ? `Pagu ${wished} tidak cukup, dijadwalkan ${year}` : ''
      if (ofYear.length === 0)
        return at(year, 'no-ceiling', [later, `pagu ${year} belum ditetapkan`].filter(Boolean).join('; '))
      const alike = (list: PlanLine[]) => list.sort((a, b) => likeness(need, b) - likeness(need, a))
      const payer = [
        ...alike(ofYear.filter(l => l.unitId === need.unitId)),
        ...alike(ofYear.filter(l => l.unitId !== need.unitId && (l.unitId === null || sharedLineIds.has(l.id)))),
      ].find(l => (left.get(l.id) ?? 0) >= cost)
      if (payer) {
        left.set(payer.id, (left.get(payer.id) ?? 0) - cost)
        return at(year, 'paid', later || 'Dibebankan', payer)
      }
    }
    return at(
      last,
      'unfunded',
      `Belum terdanai: sisa pagu ${wished === last ? wished : `${wished} sampai ${last}`} tidak cukup`,
    )
  })
}
