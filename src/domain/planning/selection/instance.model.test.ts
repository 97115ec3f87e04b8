import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseInstance } from './instance.model.ts'

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON is bent out of shape on purpose.
type Loose = any
const read = (name: string): Loose => JSON.parse(readFileSync(`fixtures/planner/${name}.json`, 'utf8')).instance
const reasonsFor = (spoil: (i: Loose) => void, name = 'g2-class-minimum'): string[] => {
  const instance = read(name)
  spoil(instance)
  const parsed = parseInstance(instance)
  return parsed.ok ? [] : parsed.reasons
}

const faults: [string, (i: Loose) => void, RegExp][] = [
  ['another schema', i => (i.schema = 'anyam-planner-instance/2'), /^schema: .*anyam-planner-instance\/1/],
  ['no schema', i => delete i.schema, /^schema: /],
  ['no list of people', i => delete i.employees, /^employees: .*daftar/],
  ['a unit that is not there', i => (i.employees[0].unit = 'U9'), /^employees\[P1\]\.unit: .*"U9".*Daftarkan/],
  ['a module that is not there', i => (i.sessions[0].module = 'Z'), /^sessions\[SA\]\.module: .*"Z"/],
  ['a line that is not there', i => (i.sessions[0].perHeadPayer = 'line:B9'), /perHeadPayer: .*"B9"/],
  ['a payer of no known form', i => (i.sessions[0].travelPayer = 'B1'), /travelPayer: .*line:ID atau unit:SUMBER/],
  ['a prerequisite that is not there', i => (i.modules[0].prerequisites = [['Q']]), /prerequisites: .*"Q"/],
  ['a module that asks for itself', i => (i.modules[0].prerequisites = [['A']]), /modul itu sendiri/],
  ['a trainer of an unknown module', i => (i.trainers[0].modules = ['Q']), /trainers\[F1\]\.modules/],
  ['a lock on nobody', i => (i.locks = [{ kind: 'must', employee: 'P99', session: 'SA' }]), /"P99"/],
  ['a lock on nothing', i => (i.locks = [{ kind: 'must', employee: 'P1' }]), /tepat satu/],
  ['a date that does not exist', i => (i.sessions[0].periods[0].end = '2027-02-30'), /periods\[0\]\.end: .*kalender/],
  ['an end before the start', i => (i.sessions[0].periods[0].end = '2027-02-01'), /sebelum mulai/],
  ['a class without days', i => (i.sessions[0].periods = []), /sekurangnya satu masa/],
  ['negative money', i => (i.budgetLines[0].amount = -1), /^budgetLines\[0\]\.amount: .*tidak boleh negatif/],
  ['money in fractions', i => (i.sessions[0].fixedCost = 0.5), /fixedCost: .*bulat/],
  ['money as text', i => (i.sessions[0].costPerHead = '5000000'), /costPerHead: .*bulat/],
  ['a person twice', i => (i.employees[1].id = 'P1'), /^employees: pegawai "P1" tertulis dua kali/],
  ['a class twice', i => (i.sessions[1].id = 'SA'), /^sessions: kelas "SA" tertulis dua kali/],
  ['fewer seats than the minimum', i => (i.sessions[0].seatsMax = 2), /seatsMin: .*melebihi seatsMax/],
  ['a fixed cost that nobody pays', i => (i.sessions[0].fixedLine = null), /fixedLine: .*baris anggaran/],
  ['points that do not match the steps', i => (i.employees[0].needs[0].values = [1, 2]), /2 nilai untuk 1 langkah/],
  ['a standard that is not known', i => (i.employees[0].needs[0].required = null), /required: .*tingkat bulat/],
  ['a level beyond 5', i => (i.employees[0].needs[0].required = 6), /1 sampai 5/],
  ['a module that lowers', i => (i.modules[0].effects[0].to = 1), /tidak menaikkan tingkat/],
  ['a sex that is none', i => (i.employees[0].sex = 'X'), /sex: .*P, L/],
  ['a mode that is none', i => (i.sessions[0].mode = 'luring'), /mode: .*tatap_muka/],
  ['a share above one', i => (i.units[0].maxShareAway = 20), /maxShareAway: .*0 sampai 1/],
  [
    'a floor without a number',
    i => (i.fairness = [{ id: 'F', kind: 'minPeople', dimension: 'sex', group: 'P' }]),
    /fairness\[0\]\.min: /,
  ],
  [
    'a floor for an unknown group',
    i => (i.fairness = [{ id: 'F', kind: 'minPeople', dimension: 'unit', group: 'U9', min: 1 }]),
    /fairness\[F\]\.group/,
  ],
  [
    'two lines for one unit and source',
    i => i.budgetLines.push(...['X', 'Y'].map(id => ({ id, unit: 'U1', source: 'S', amount: 1, mode: 'restrictive' }))),
    /unit dan sumber yang sama/,
  ],
]

describe('Reading an instance', () => {
  test.each(faults)('%s is refused, naming the field and the cure', (_, spoil, reason) => {
    expect(reasonsFor(spoil)).toEqual(expect.arrayContaining([expect.stringMatching(reason)]))
  })

  test('every fault is named at once, so that one visit mends them all', () => {
    const reasons = reasonsFor(i => {
      i.employees[0].unit = 'U9'
      i.sessions[1].periods[0].start = 'kemarin'
      i.budgetLines[0].amount = -5
    })
    expect(reasons).toHaveLength(3)
  })

  test.each([null, 7, 'teks', []])('%j is no instance and says so', json => {
    expect(parseInstance(json).ok).toBe(false)
  })

  test('the order of a file changes nothing', () => {
    const turned = read('g8-infrastructure-15')
    for (const list of ['units', 'employees', 'modules', 'sessions', 'trainers', 'fairness']) turned[list].reverse()
    expect(parseInstance(turned)).toEqual(parseInstance(read('g8-infrastructure-15')))
  })

  test('a measured level 0 is a level', () => {
    const spoil = (i: Loose) => {
      i.employees[0].needs[0].current = 0
      i.employees[0].needs[0].values = [10, 8]
    }
    expect(reasonsFor(spoil)).toEqual([])
  })

  test('a level that nobody knows is no gap and no zero, but listed for an assessment', () => {
    const instance = read('g2-class-minimum')
    const [person] = instance.employees
    person.needs.push({ competency: 'ZZ', current: null, required: 4, values: [] })
    const parsed = parseInstance(instance)
    if (!parsed.ok) throw new Error(parsed.reasons.join(' '))
    const known = parsed.instance.employees.find(e => e.id === person.id)!
    expect(known.needs.map(n => n.competency)).not.toContain('ZZ')
    expect(known.unknown).toEqual(['ZZ'])
    expect(parseInstance(parsed.instance)).toEqual(parsed)
  })

  test.each<[string, (i: Loose) => void]>([
    ['a class without seats', i => (i.sessions[0].seatsMax = 0)],
    ['a module of former years among those held', i => (i.employees[0].completed = ['LAMA'])],
    ['a source of money that no line has', i => (i.sessions[0].perHeadPayer = 'unit:TIDAK-ADA')],
    [
      'no payer where there is nothing to pay',
      i => Object.assign(i.sessions[0], { travelCost: {}, travelPayer: null }),
    ],
    [
      'a floor for a place where nobody works',
      i => (i.fairness = [{ id: 'F', kind: 'minPeople', dimension: 'locationClass', group: 'jauh', minShare: 1 }]),
    ],
  ])('%s can be read: it limits the plan, nothing more', (_, spoil) => {
    expect(reasonsFor(spoil)).toEqual([])
  })

  test('people and classes of the present plan may be gone', () => {
    expect(reasonsFor(i => i.stability.baseline.push({ employee: 'P77', session: 'S77' }), 'g7-replan')).toEqual([])
  })
})
