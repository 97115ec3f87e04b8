import type { EmployeeRecord } from '../records.ts'
import { fold } from '../value/text.ts'
import { hash, longList, orderOf, seek } from './long-list.ts'

export type LinkFinding = { code: 'ATASAN_BERPUTAR' | 'ATASAN_TIDAK_DITEMUKAN' | 'MUNGKIN_ORANG_SAMA'; detail: string }

const nipText = (nip: bigint): string => String(nip).padStart(18, '0')

/**
 * What only all accepted employees together can tell. Of each person 28 bytes are kept: her number, her supervisor's,
 * and a hash of name and birth date; so a list of 300,000 is judged within a few megabytes.
 */
export const employeeLinks = () => {
  const nips = longList(size => new BigUint64Array(size))
  /** 0: no supervisor is named. */
  const supervisors = longList(size => new BigUint64Array(size))
  /** 0: no birth date is known. */
  const persons = longList(size => new Float64Array(size))
  return {
    add(record: Pick<EmployeeRecord, 'nip' | 'supervisorNip' | 'plainName' | 'birthDate'>): void {
      nips.push(BigInt(record.nip))
      supervisors.push(record.supervisorNip === null ? 0n : BigInt(record.supervisorNip))
      persons.push(record.birthDate === null ? 0 : hash(`${fold(record.plainName)}|${record.birthDate}`))
    },
    /**
     * A supervisor nobody knows, a chain that returns to the row (not those merely below a loop), one name and birth
     * date under two numbers. `known` are employees from before; `isCounted` leaves rows out by their place.
     */
    judge(
      known: ReadonlyMap<string, { supervisorNip?: string | null }>,
      isCounted: (nip: string, place: number) => boolean = () => true,
    ): Map<string, LinkFinding[]> {
      const findings = new Map<string, LinkFinding[]>()
      const add = (nip: bigint, finding: LinkFinding): void => {
        const key = nipText(nip)
        findings.set(key, [...(findings.get(key) ?? []), finding])
      }
      const all = nips.values()
      const above = supervisors.values()
      const order = orderOf(all)
      const counted = Uint8Array.from(all, (nip, place) => (isCounted(nipText(nip), place) ? 1 : 0))
      /** Place of a person in the list; the last one stands for a number that came twice. -1: not in it. */
      const placeOf = (nip: bigint): number => {
        let at = seek(all, order, nip)
        if (at < 0) return -1
        let place = -1
        for (; at < order.length && all[order[at]] === nip; at++) if (counted[order[at]]) place = order[at]
        return place
      }
      const loops = onLoops(all, above, placeOf, known)
      const doubles = doublesOf(persons.values(), counted)
      for (let place = 0; place < all.length; place++) {
        if (!counted[place]) continue
        const supervisor = above[place]
        if (supervisor !== 0n && placeOf(supervisor) < 0 && !known.has(nipText(supervisor)))
          add(all[place], { code: 'ATASAN_TIDAK_DITEMUKAN', detail: nipText(supervisor) })
        if (loops.has(all[place]))
          add(all[place], { code: 'ATASAN_BERPUTAR', detail: supervisor === 0n ? '' : nipText(supervisor) })
      }
      for (const places of doubles)
        for (const place of places)
          add(all[place], {
            code: 'MUNGKIN_ORANG_SAMA',
            detail: places
              .filter(other => other !== place)
              .map(other => nipText(all[other]))
              .join(', '),
          })
      return findings
    },
  }
}

/** Numbers of those whose chain of supervisors returns to themselves. */
const onLoops = (
  nips: BigUint64Array,
  above: BigUint64Array,
  placeOf: (nip: bigint) => number,
  known: ReadonlyMap<string, { supervisorNip?: string | null }>,
): Set<bigint> => {
  const next = (nip: bigint): bigint => {
    const place = placeOf(nip)
    if (place >= 0 && above[place] !== 0n) return above[place]
    const before = known.get(nipText(nip))?.supervisorNip
    return before ? BigInt(before) : 0n
  }
  const loops = new Set<bigint>()
  // Walks begun at each person, by number: a chain is walked once.
  const walkOf = new Uint32Array(nips.length)
  const outside = new Map<bigint, number>()
  const seen = (nip: bigint): number => {
    const place = placeOf(nip)
    return place < 0 ? (outside.get(nip) ?? 0) : walkOf[place]
  }
  const mark = (nip: bigint, walk: number): void => {
    const place = placeOf(nip)
    if (place < 0) outside.set(nip, walk)
    else walkOf[place] = walk
  }
  nips.forEach((start, i) => {
    const path: bigint[] = []
    let at = start
    while (at !== 0n && seen(at) === 0) {
      mark(at, i + 1)
      path.push(at)
      at = next(at)
    }
    if (at !== 0n && seen(at) === i + 1) for (const nip of path.slice(path.indexOf(at))) loops.add(nip)
  })
  return loops
}

/** Places of people who share name and birth date, in groups of two and more. */
const doublesOf = (persons: Float64Array, counted: Uint8Array): number[][] => {
  const groups: number[][] = []
  const order = orderOf(persons)
  for (let i = 0; i < order.length; ) {
    const group: number[] = []
    const value = persons[order[i]]
    for (; i < order.length && persons[order[i]] === value; i++) if (counted[order[i]]) group.push(order[i])
    if (value !== 0 && group.length > 1) groups.push(group)
  }
  return groups
}
