import { secondCheck } from './second-checker.builder.ts'
import { randomFrom } from './selection.builder.ts'

/**
 * Small years over the whole schema, odd ones included: lines without money, classes without seats, minimums nobody can
 * fill, floors, locks, prerequisites, unknown levels, clashing classes, trainers with limits, a present plan. Raw JSON as a
 * file would bring it. Beside it the best plan of a tiny year by trying every one.
 */
// biome-ignore lint/suspicious/noExplicitAny: it writes foreign JSON on purpose.
type Json = any

const dayOf = (n: number) => new Date(Date.UTC(2027, 1, 1 + n)).toISOString().slice(0, 10)

export const anOddInstance = (
  seed: number,
  { people = 3, classes = 3 }: { people?: number; classes?: number } = {},
): Json => {
  const random = randomFrom(seed * 104_729 + people * 31 + classes, 0x51ed270b)
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const chance = (p: number) => random() < p
  const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
  const places = ['kota', 'jauh']
  // Half of the years are kind, so that plans are made at all; the others are as odd as they come.
  const isKind = chance(0.5)

  const units = many(whole(1, 3), i => ({
    id: `U${i}`,
    name: `Unit ${i}`,
    headcount: whole(0, 8),
    ...(chance(0.4) ? { maxAway: whole(0, 3) } : chance(0.6) ? { maxShareAway: pick([0, 0.1, 0.25, 0.5, 1]) } : {}),
  }))
  const competencies = many(whole(1, 4), i => `C${i}`)
  const modules: Json[] = many(whole(1, Math.max(2, classes)), i => ({
    id: `M${i}`,
    title: `Modul ${i}`,
    jp: pick([0, 8, 12, 20, 20.5]),
    ...(chance(0.2) ? { general: true } : {}),
    effects: many(whole(chance(0.1) ? 0 : 1, 2), () => {
      const from = isKind ? whole(1, 2) : whole(0, 3)
      return { competency: pick(competencies), from, to: Math.min(5, from + whole(1, 2)) }
    }),
  }))
  for (const m of modules)
    if (chance(0.25))
      m.prerequisites = many(whole(1, 2), () =>
        modules.filter(o => o.id !== m.id && chance(0.5)).map(o => o.id),
      ).filter(clause => clause.length > 0)
  const lines: Json[] = [
    {
      id: 'L',
      unit: null,
      source: 'PUSAT',
      amount: pick(isKind ? [3, 5, 8, 12] : [0, 3, 8, 20, 60]) * 1_000_000 + pick([0, 0, 1, 499_999]),
      mode: 'restrictive',
    },
    ...units.flatMap(u =>
      chance(0.7)
        ? [
            {
              id: `L${u.id}`,
              unit: u.id,
              source: 'APBD',
              amount: whole(0, 6) * 500_000,
              ...(chance(0.4)
                ? {
                    mode: 'indicative',
                    overPenaltyPerMillion: pick([0, 3, 7.5, 40]),
                    ...(chance(0.7) ? { maxOverrun: pick([0, 1_000_000, 2_500_000]) } : {}),
                  }
                : { mode: 'restrictive' }),
            },
          ]
        : [],
    ),
  ]
  const payer = () =>
    isKind
      ? pick(['line:L', 'line:L', 'unit:APBD'])
      : pick(['line:L', 'unit:APBD', `line:${pick(lines).id}`, 'unit:TIDAK-ADA'])
  const sessions: Json[] = many(classes, i => {
    const start = whole(0, 40)
    const days = whole(1, 4)
    const seatsMax = pick(isKind ? [1, 2, 3, 5] : [0, 1, 1, 2, 3, 5])
    const fixedCost = chance(0.35) ? pick([500_000, 1_500_000, 4_000_001]) : 0
    const periods = [{ start: dayOf(start), end: dayOf(start + days - 1) }]
    if (chance(0.25)) periods.push({ start: dayOf(start + days + 3), end: dayOf(start + days + 3) })
    return {
      id: `S${i}`,
      module: pick(modules).id,
      mode: pick(['tatap_muka', 'tatap_muka', 'daring_sinkron', 'mandiri']),
      periods,
      days: chance(0.1) ? 0 : days,
      seatsMin: seatsMax === 0 ? whole(0, 2) : Math.min(seatsMax, pick([0, 0, 1, 2, 3])),
      seatsMax,
      costPerHead: pick([0, 250_000, 1_000_000, 1_333_333, 5_000_000]),
      perHeadPayer: payer(),
      fixedCost,
      fixedLine: fixedCost > 0 || chance(0.2) ? pick(lines).id : null,
      travelCost: chance(0.5) ? { jauh: pick([0, 400_000, 900_000]) } : {},
      travelPayer: payer(),
      trainersNeeded: pick(isKind ? [0, 0, 0, 1] : [0, 0, 0, 1, 1, 2]),
      ...(chance(0.2) ? { eligibleUnits: units.filter(() => chance(0.6)).map(u => u.id) } : {}),
    }
  })
  const trainers = many(whole(0, 3), i => ({
    id: `T${i}`,
    modules: modules.filter(() => chance(0.7)).map(m => m.id),
    maxDays: whole(0, 9),
    unavailable: chance(0.4) ? [{ start: dayOf(whole(0, 20)), end: dayOf(whole(20, 30)) }] : [],
  }))
  const employees: Json[] = many(people, i => ({
    id: `P${i}`,
    unit: pick(units).id,
    sex: pick(['P', 'L']),
    locationClass: pick(places),
    ...(chance(0.5) ? { box: whole(1, 9) } : {}),
    maxDaysAway: isKind ? whole(4, 12) : whole(0, 8),
    maxModules: isKind ? whole(1, 3) : whole(0, 3),
    jpHave: pick([0, 0, 5, 20, 30]),
    jpFloor: pick([0, 20, 20]),
    jpReward: pick([0, 6, 12.5]),
    ...(chance(0.2) ? { completed: modules.filter(() => chance(0.4)).map(m => m.id) } : {}),
    needs: competencies.flatMap((competency): Json[] => {
      if (chance(isKind ? 0.1 : 0.3)) return []
      const required = isKind ? whole(2, 4) : whole(1, 5)
      if (chance(0.1)) return [{ competency, current: null, required, values: [] }]
      const current = isKind ? whole(1, 2) : whole(0, 4)
      return [
        {
          competency,
          current,
          required,
          values: many(Math.max(0, required - current), () => pick([0, 8, 10, 24, 30, 12.5])),
        },
      ]
    }),
  }))
  const group = () => {
    const dimension = pick(['unit', 'sex', 'locationClass'])
    return {
      dimension,
      group:
        dimension === 'unit' ? pick(units).id : dimension === 'sex' ? pick(['P', 'L']) : pick([...places, 'seberang']),
    }
  }
  const pairsOf = (n: number) =>
    [...new Set(many(n, () => `${pick(employees).id} ${pick(sessions).id}`))].map(x => {
      const [employee, session] = x.split(' ')
      return { employee, session }
    })
  return {
    schema: 'anyam-planner-instance/1',
    id: `ganjil-${seed}`,
    title: `Tahun ganjil ${seed}`,
    year: 2027,
    units,
    employees,
    modules,
    sessions,
    trainers,
    budgetLines: lines,
    fairness: chance(0.4)
      ? many(whole(1, 2), i =>
          chance(0.6)
            ? {
                id: `F${i}`,
                kind: 'minPeople',
                ...group(),
                ...(chance(0.5) ? { min: whole(0, 2) } : { minShare: pick([0, 0.3, 0.5, 1]) }),
              }
            : { id: `F${i}`, kind: 'minSeatShare', ...group(), minShare: pick([0.3, 0.5, 0.34]) },
        )
      : [],
    locks: chance(0.35)
      ? many(whole(1, 2), () => ({
          kind: pick(['must', 'never']),
          employee: pick(employees).id,
          ...(chance(0.5) ? { session: pick(sessions).id } : { module: pick(modules).id }),
        }))
      : [],
    ...(chance(0.25)
      ? {
          stability: {
            baseline: [...pairsOf(whole(1, 3)), ...(chance(0.3) ? [{ employee: 'PERGI', session: 'S0' }] : [])],
            removePenalty: pick([0, 4, 15]),
            addPenalty: pick([0, 1, 2.5]),
          },
        }
      : {}),
  }
}

const choices = <T>(list: readonly T[], n: number): T[][] =>
  n === 0 ? [[]] : list.flatMap((x, i) => choices(list.slice(i + 1), n - 1).map(rest => [x, ...rest]))

/** Trainers for these classes by trying every way, judged by the second checker alone; null: there is no way. */
const trainersFor = (instance: Json, open: readonly string[]): { session: string; trainers: string[] }[] | null => {
  const ids: string[] = instance.trainers.map((t: Json) => t.id)
  const ofTrainers = (text: string) => /train|teach|available/.test(text)
  const grow = (i: number, chosen: { session: string; trainers: string[] }[]): typeof chosen | null => {
    if (i > 0 && secondCheck(instance, { assignments: [], openSessions: chosen }).broken.some(ofTrainers)) return null
    if (i === open.length) return chosen
    const session = instance.sessions.find((s: Json) => s.id === open[i])
    for (const trainers of choices(ids, session.trainersNeeded)) {
      const found = grow(i + 1, [...chosen, { session: session.id, trainers }])
      if (found) return found
    }
    return null
  }
  return grow(0, [])
}

/** Value of the best plan of a tiny year: every set of seats is tried. Null: no plan keeps every rule. */
export const bestByTrying = (instance: Json): number | null => {
  const seats = instance.employees.flatMap((e: Json) =>
    instance.sessions.map((s: Json) => ({ employee: e.id, session: s.id })),
  )
  if (seats.length > 14) throw new Error(`${seats.length} seats are too many to try`)
  const known = new Map<string, ReturnType<typeof trainersFor>>()
  let best: number | null = null
  for (let mask = 0; mask < 2 ** seats.length; mask++) {
    const assignments = seats.filter((_: Json, k: number) => (mask >> k) & 1)
    const open = [...new Set<string>(assignments.map((a: Json) => a.session))].sort()
    const key = open.join()
    if (!known.has(key)) known.set(key, trainersFor(instance, open))
    const openSessions = known.get(key)
    if (!openSessions) continue
    const { broken, value } = secondCheck(instance, { assignments, openSessions })
    if (broken.length === 0 && (best === null || value > best)) best = value
  }
  return best
}
