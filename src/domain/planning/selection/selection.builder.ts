import type { PlannerInstance, PlannerSession } from './instance.model.ts'
import { dayNumber, dayText } from './instance-index.model.ts'

/** Small, fast, the same on every machine (mulberry32). */
export const randomFrom = (seed: number, salt = 0x9e3779b9) => {
  let state = (seed ^ salt) >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A made-up year of training in the shape of the real one: units of about 40 to 180 people, central and unit lines,
 * classes with minimum and own trainers, contribution classes, e-learning, entry levels, floors. Same arguments, same bytes.
 */
export const anInstance = ({
  people = 15,
  seed = 1,
  budgetPerHead = 1_100_000,
  floors = true,
}: {
  people?: number
  seed?: number
  budgetPerHead?: number
  floors?: boolean
} = {}): PlannerInstance => {
  const random = randomFrom(seed * 7919 + people)
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const name = (prefix: string, i: number) => `${prefix}${String(i + 1).padStart(4, '0')}`

  const unitCount = Math.max(2, Math.min(51, Math.round(people / 40)))
  const units = Array.from({ length: unitCount }, (_, i) => ({
    id: name('U', i),
    name: `Unit ${i + 1}`,
    headcount: Math.max(6, Math.round((people / unitCount) * (1.2 + random()))),
    maxShareAway: 0.1,
    maxAway: null,
  }))
  const general = ['MK1', 'MK2', 'MK3', 'MK4', 'MK5', 'MK6', 'MK7', 'MK8', 'SK1']
  const technical = Array.from({ length: Math.max(2, Math.min(12, Math.round(people / 100))) }, (_, i) => `T${i + 1}`)

  const modules: PlannerInstance['modules'] = []
  for (const competency of [...general, ...technical])
    for (const from of technical.includes(competency) ? [1, 3] : people < 50 ? [pick([1, 2])] : [1, 2, 3])
      modules.push({
        id: `M-${competency}-${from}`,
        title: `Pelatihan ${competency} dari tingkat ${from}`,
        jp: pick([12, 20, 24, 30, 40]),
        general: false,
        effects: [{ competency, from, to: from + (technical.includes(competency) && from === 1 ? 2 : 1) }],
        prerequisites: technical.includes(competency) && from === 3 && random() < 0.5 ? [[`M-${competency}-1`]] : [],
      })
  modules.push({ id: 'M-ELEARN', title: 'Pembelajaran mandiri', jp: 12, general: true, effects: [], prerequisites: [] })

  const employees = Array.from({ length: people }, (_, i) => {
    const priority = pick([1, 1, 1, 1.5, 2, 2, 3])
    const wanted = new Set<string>([pick(technical)])
    while (wanted.size < 3) wanted.add(pick(general))
    return {
      id: name('P', i),
      unit: units[i % unitCount]!.id,
      sex: random() < 0.48 ? ('P' as const) : ('L' as const),
      locationClass: pick(['kota', 'kota', 'kota', 'sedang', 'terpencil']),
      box: priority >= 2 ? whole(7, 9) : whole(1, 6),
      maxDaysAway: whole(10, 18),
      maxModules: 3,
      jpHave: pick([0, 0, 5, 12, 20]),
      jpFloor: 20,
      jpReward: 6,
      completed: [],
      needs: [...wanted].sort().map(competency => {
        const current = whole(1, 3)
        const steps = whole(1, 2)
        const importance = whole(1, 3)
        return {
          competency,
          current,
          required: current + steps,
          values: Array.from({ length: steps }, (_, k) => Math.round(10 * importance * priority * (k === 0 ? 1 : 0.8))),
        }
      }),
    }
  })

  const year = 2027
  const first = dayNumber(`${year}-02-01`)
  const sessions: PlannerSession[] = []
  const seatsWanted = Math.max(8, Math.round((people * 3) / modules.length))
  modules.forEach(module => {
    const isOnline = module.id === 'M-ELEARN'
    const classes = isOnline ? 1 : Math.max(people < 50 ? 1 : 2, Math.min(8, Math.round(seatsWanted / 26)))
    for (let k = 0; k < classes; k++) {
      const kind = isOnline ? 'e' : pick(['f', 'f', 'c', 'o'] as const)
      const days = kind === 'e' ? 0 : whole(2, 5)
      const start = first + 7 * whole(0, 34)
      const isBlended = days >= 4 && random() < 0.3
      sessions.push({
        id: `S-${module.id}-${k + 1}`,
        module: module.id,
        mode: kind === 'e' ? 'mandiri' : kind === 'o' ? 'daring_sinkron' : 'tatap_muka',
        periods:
          kind === 'e'
            ? [{ start: `${year}-02-01`, end: `${year}-11-30` }]
            : isBlended
              ? [
                  { start: dayText(start), end: dayText(start + 1) },
                  { start: dayText(start + 28), end: dayText(start + 28 + days - 3) },
                ]
              : [{ start: dayText(start), end: dayText(start + days - 1) }],
        days,
        seatsMin: kind === 'f' ? Math.min(people < 50 ? 3 : 15, Math.max(2, Math.round(people / 8))) : 0,
        seatsMax: kind === 'e' ? people : kind === 'f' ? (people < 50 ? 6 : 30) : people < 50 ? 3 : 12,
        costPerHead: kind === 'e' ? 150_000 : kind === 'f' ? 600_000 : kind === 'o' ? 900_000 : 3_500_000,
        perHeadPayer: 'line:A-PUSAT',
        fixedCost: kind === 'f' ? (people < 50 ? 4_000_000 : 18_000_000) : 0,
        fixedLine: kind === 'f' ? 'A-PUSAT' : null,
        travelCost: kind === 'e' || kind === 'o' ? {} : { sedang: 400_000, terpencil: 1_200_000 },
        travelPayer: 'unit:APBD',
        trainersNeeded: kind === 'f' ? 1 : 0,
        eligibleUnits: null,
      })
    }
  })
  const taught = [...new Set(sessions.filter(s => s.trainersNeeded > 0).map(s => s.module))]
  const trainers = Array.from({ length: Math.max(2, Math.round(taught.length * 0.8)) }, (_, i) => ({
    id: name('F', i),
    modules: [...new Set([taught[i % Math.max(1, taught.length)] ?? modules[0]!.id, pick(modules).id])].sort(),
    maxDays: 12,
    unavailable: [{ start: `${year}-06-01`, end: `${year}-06-14` }],
  }))

  return {
    schema: 'anyam-planner-instance/1',
    id: `contoh-${people}-${seed}`,
    title: `Contoh ${people} orang, benih ${seed}`,
    year,
    units,
    employees,
    modules: modules.sort((a, b) => (a.id < b.id ? -1 : 1)),
    sessions: sessions.sort((a, b) => (a.id < b.id ? -1 : 1)),
    trainers,
    budgetLines: [
      {
        id: 'A-PUSAT',
        unit: null,
        source: 'APBD-pusat',
        amount: Math.round((people * budgetPerHead) / 1e6) * 1_000_000,
        mode: 'restrictive',
        overPenaltyPerMillion: 0,
        maxOverrun: 0,
      },
      ...units.map((u, i) => ({
        id: `L-${u.id}`,
        unit: u.id,
        source: 'APBD',
        amount: Math.max(2_000_000, Math.round((u.headcount * 90_000) / 1e5) * 100_000),
        mode: i % 5 === 4 ? ('indicative' as const) : ('restrictive' as const),
        overPenaltyPerMillion: i % 5 === 4 ? 20 : 0,
        maxOverrun: i % 5 === 4 ? 1_000_000 : 0,
      })),
    ],
    fairness: floors
      ? [
          {
            id: 'PEREMPUAN',
            kind: 'minSeatShare' as const,
            dimension: 'sex' as const,
            group: 'P',
            min: null,
            minShare: 0.3,
          },
          ...units.map(u => ({
            id: `UNIT-${u.id}`,
            kind: 'minPeople' as const,
            dimension: 'unit' as const,
            group: u.id,
            min: null,
            minShare: 0.1,
          })),
        ]
      : [],
    locks: [],
    stability: null,
  }
}
