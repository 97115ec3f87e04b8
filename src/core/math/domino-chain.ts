import { assign } from './assignment.ts'
import { inWords, type ModelResult } from './result.ts'

export type ChainPosition = { id: string; vacantCost: number }
export type ChainPerson = { id: string; holds: string | null }
/** Cost of a move; null or absent means not eligible, or not known to be. */
export type MoveCost = { person: string; position: string; cost: number | null }
export type ChainStep = {
  position: string
  from: string | null
  to: string | null
  person: string | null
  readiness: number | null
}
export type DominoChain = ModelResult & {
  assignment: Record<string, string | null>
  chain: ChainStep[]
  /** Positions left empty, the chain's own end first. */
  firstEmpty: string[]
  totalCost: number | null
  alternatives: { person: string; totalCost: number; firstEmpty: string[] }[]
}
type Input = {
  vacancies: string[]
  positions: ChainPosition[]
  people: ChainPerson[]
  moveCosts: MoveCost[]
  fixedMoveCost?: number
}

/** Who moves where when posts fall vacant, at least total cost. Staying costs nothing. */
export function dominoChain(input: Input): DominoChain {
  const { fixedMoveCost = 0.05 } = input
  const positions = [...input.positions].sort((a, b) => (a.id < b.id ? -1 : 1))
  const people = [...input.people].sort((a, b) => (a.id < b.id ? -1 : 1))
  const known = new Map(input.moveCosts.map(m => [`${m.person}\u0001${m.position}`, m.cost]))
  const costOf = (p: ChainPerson, to: string): number => {
    if (p.holds === to && !input.vacancies.includes(to)) return 0
    const c = known.get(`${p.id}\u0001${to}`)
    return c === undefined || c === null ? Number.POSITIVE_INFINITY : c + fixedMoveCost
  }
  const solveWith = (forbidden: Set<string>) => {
    const { columns, total } = assign(
      positions.map((pos, i) => [
        ...people.map(p => (forbidden.has(`${p.id}\u0001${pos.id}`) ? Number.POSITIVE_INFINITY : costOf(p, pos.id))),
        ...positions.map((_, d) => (d === i ? pos.vacantCost : Number.POSITIVE_INFINITY)),
      ]),
    )
    const assignment: Record<string, string | null> = {}
    positions.forEach((pos, i) => {
      const j = columns[i]
      assignment[pos.id] = j === null || j === undefined || j >= people.length ? null : people[j]!.id
    })
    const placed = new Set(Object.values(assignment))
    return { assignment, total, empty: positions.filter(p => assignment[p.id] === null).map(p => p.id), placed }
  }
  const best = solveWith(new Set())
  const chain: ChainStep[] = []
  for (const vacancy of input.vacancies) {
    let at: string | null = vacancy
    const seen = new Set<string>()
    while (at !== null && !seen.has(at)) {
      seen.add(at)
      const here: string = at
      const person: ChainPerson | undefined = people.find(p => p.id === best.assignment[here])
      const cost = person ? known.get(`${person.id}\u0001${here}`) : undefined
      const move: ChainStep = {
        position: here,
        from: person?.holds ?? null,
        to: person ? here : null,
        person: person?.id ?? null,
        readiness: cost === undefined || cost === null || cost > 1 ? null : 100 * (1 - cost),
      }
      chain.push(move)
      at = person && person.holds !== here ? person.holds : null
    }
  }
  const first = input.vacancies[0]
  const alternatives: DominoChain['alternatives'] = []
  if (first !== undefined) {
    const forbidden = new Set<string>()
    let now = best.assignment[first] ?? null
    while (now !== null && alternatives.length < 3) {
      forbidden.add(`${now}\u0001${first}`)
      const other = solveWith(forbidden)
      now = other.assignment[first] ?? null
      if (now !== null) alternatives.push({ person: now, totalCost: other.total, firstEmpty: other.empty })
    }
  }
  const ends = chain.filter(s => s.person === null).map(s => s.position)
  return {
    status: best.empty.length ? 'sebagian' : 'ok',
    value: best.total,
    interval: null,
    n: people.length,
    missing: [],
    method: 'penugasan berbiaya terkecil (Hungaria)',
    assumptions: ['yang belum diketahui memenuhi syarat dianggap tidak dapat dipindahkan'],
    assignment: best.assignment,
    chain,
    firstEmpty: [...ends, ...best.empty.filter(p => !ends.includes(p))],
    totalCost: best.total,
    alternatives,
    limits: `Rantai adalah simulasi atas data hari ini; keputusan tetap pada komite dan PPK.${
      best.empty.length ? ` Tidak ada calon untuk: ${best.empty.join(', ')}.` : ''
    } Biaya ${inWords(best.total)}.`,
  }
}
