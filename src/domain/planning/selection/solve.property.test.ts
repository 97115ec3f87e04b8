import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSolution } from './feasibility-checker.model.ts'
import { type PlannerInstance, parseInstance } from './instance.model.ts'
import { indexInstance } from './instance-index.model.ts'
import { anInstance } from './selection.builder.ts'
import { solve } from './solve.ts'

/** What must hold for every agency, tried on small made-up years. */
const sizes = fc.record({ people: fc.integer({ min: 4, max: 14 }), seed: fc.integer({ min: 1, max: 10_000 }) })
const settings = { numRuns: 12, seed: 20_261_124 }
const quick = { marginalLines: [], fairnessCost: false }
const read = (instance: unknown): PlannerInstance => {
  const parsed = parseInstance(instance)
  if (!parsed.ok) throw new Error(parsed.reasons.join('\n'))
  return parsed.instance
}
const small = (size: { people: number; seed: number }, floors = false): PlannerInstance =>
  read(anInstance({ ...size, budgetPerHead: 900_000, floors }))
const best = async (instance: PlannerInstance): Promise<number> => {
  const found = await solve(instance, quick)
  expect(found.status).toBe('optimal')
  return found.objective!
}
const holds = (claim: (size: { people: number; seed: number }) => Promise<void>) =>
  fc.assert(fc.asyncProperty(sizes, claim), settings)

describe('For every year of training', () => {
  test('no plan at all is better: every subset of the seats of a tiny year was tried', () =>
    holds(async ({ people, seed }) => {
      const year = anInstance({ people: 3 + (people % 3), seed, budgetPerHead: 2_500_000, floors: false })
      year.sessions = year.sessions.map(s => ({ ...s, trainersNeeded: 0, seatsMin: Math.min(s.seatsMin, 2) }))
      const offers = indexInstance(read(year)).pairs.length
      const kept = year.sessions.filter((_, i) => i % Math.ceil(offers / 9) === 0)
      const instance = read({ ...year, sessions: kept })
      const { pairs } = indexInstance(instance)
      let most = 0
      for (let mask = 0; mask < 2 ** Math.min(pairs.length, 10); mask++) {
        const assignments = pairs
          .slice(0, 10)
          .filter((_, k) => (mask >> k) & 1)
          .map(p => ({ employee: instance.employees[p.e]!.id, session: instance.sessions[p.s]!.id }))
        const openSessions = [...new Set(assignments.map(a => a.session))].map(session => ({ session, trainers: [] }))
        const check = checkSolution(instance, { assignments, openSessions })
        if (check.ok) most = Math.max(most, check.objective)
      }
      const value = await best(instance)
      if (pairs.length <= 10) expect(value).toBeCloseTo(most, 6)
      else expect(value).toBeGreaterThanOrEqual(most - 1e-6)
    }))

  test('the plan keeps every rule, and the bound is never below it', () =>
    holds(async size => {
      const instance = small(size, true)
      const found = await solve(instance, quick)
      if (found.status === 'infeasible') {
        expect(found.conflict!.length).toBeGreaterThan(0)
        return
      }
      expect(checkSolution(instance, found).violations).toEqual([])
      expect(found.bound!).toBeGreaterThanOrEqual(found.objective!)
      expect(Object.values(found.parts!).reduce((a, b) => a + b, 0)).toBeCloseTo(found.objective!, 6)
    }))

  test('a search cut short still keeps every rule and states a true bound', () =>
    holds(async size => {
      const instance = small({ ...size, people: size.people + 20 })
      const cut = await solve(instance, { ...quick, maxNodes: 0, maxIterations: 1 })
      expect(checkSolution(instance, cut).violations).toEqual([])
      if (cut.bound !== null) expect(cut.bound).toBeGreaterThanOrEqual((await best(instance)) - 1e-6)
    }))

  test('more money never gives a worse plan', () =>
    holds(async size => {
      const instance = small(size)
      const richer = structuredClone(instance)
      for (const l of richer.budgetLines) l.amount += 7_000_000
      expect(await best(richer)).toBeGreaterThanOrEqual((await best(instance)) - 1e-6)
    }))

  test('more seats and more trainers never give a worse plan', () =>
    holds(async size => {
      const instance = small(size)
      const wider = structuredClone(instance)
      for (const s of wider.sessions) s.seatsMax += 2
      for (const t of wider.trainers) t.maxDays += 5
      wider.trainers.push({ id: 'Z', modules: wider.modules.map(m => m.id), maxDays: 60, unavailable: [] })
      expect(await best(wider)).toBeGreaterThanOrEqual((await best(instance)) - 1e-6)
    }))

  test('a floor or a lock never gives a better plan', () =>
    holds(async size => {
      const instance = small(size)
      const free = await best(instance)
      const withFloor = await solve({ ...small(size, true), id: instance.id }, quick)
      if (withFloor.objective !== null) expect(withFloor.objective).toBeLessThanOrEqual(free + 1e-6)
      const locked = structuredClone(instance)
      // A lock on a seat that is on offer: a lock may also offer a seat that closes nothing, which is something new.
      const offered = indexInstance(instance).pairs.at(-1)
      if (!offered) return
      locked.locks = [
        { kind: 'never', employee: instance.employees[0]!.id, session: null, module: instance.modules[0]!.id },
        {
          kind: 'must',
          employee: instance.employees[offered.e]!.id,
          session: instance.sessions[offered.s]!.id,
          module: null,
        },
      ]
      const withLock = await solve(locked, quick)
      if (withLock.objective !== null) expect(withLock.objective).toBeLessThanOrEqual(free + 1e-6)
    }))

  test('ten times the points is ten times the value', () =>
    holds(async size => {
      const instance = small(size)
      const scaled = structuredClone(instance)
      for (const e of scaled.employees) {
        e.jpReward *= 10
        for (const n of e.needs) n.values = n.values.map(v => v * 10)
      }
      for (const l of scaled.budgetLines) l.overPenaltyPerMillion *= 10
      expect(await best(scaled)).toBeCloseTo(10 * (await best(instance)), 4)
    }))

  test('splitting a line in two never gives a better plan', () =>
    holds(async size => {
      const instance = small(size)
      const split = structuredClone(instance)
      const line = split.budgetLines.find(l => l.id === 'A-PUSAT')!
      const half = Math.floor(line.amount / 2)
      split.budgetLines.push({ ...line, id: 'B-PUSAT', source: 'lain', amount: line.amount - half })
      line.amount = half
      split.sessions.forEach((s, i) => {
        if (i % 2 === 0) return
        s.perHeadPayer = 'line:B-PUSAT'
        if (s.fixedLine !== null) s.fixedLine = 'B-PUSAT'
      })
      expect(await best(split)).toBeLessThanOrEqual((await best(instance)) + 1e-6)
    }))

  test('one person less never gives a better plan', () =>
    holds(async size => {
      const instance = small(size)
      const fewer = { ...structuredClone(instance), employees: instance.employees.slice(1) }
      expect(await best(fewer)).toBeLessThanOrEqual((await best(instance)) + 1e-6)
    }))

  test('re-planning without penalties is worth a fresh plan, and with heavy ones keeps all that can stay', () =>
    holds(async size => {
      const instance = small(size)
      const fresh = await solve(instance, quick)
      const baseline = fresh.assignments
      const free = await solve({ ...instance, stability: { baseline, removePenalty: 0, addPenalty: 0 } }, quick)
      expect(free.objective).toBeCloseTo(fresh.objective!, 6)
      const heavy = await solve({ ...instance, stability: { baseline, removePenalty: 10_000, addPenalty: 1 } }, quick)
      expect(heavy.changes!.filter(c => c.kind === 'dropped')).toEqual([])
    }))

  test('the order of people, classes, modules and trainers in the file changes not one byte', () =>
    holds(async size => {
      const instance = anInstance(size)
      const turned = structuredClone(instance)
      for (const list of [turned.employees, turned.sessions, turned.modules, turned.trainers, turned.budgetLines])
        list.reverse()
      expect(JSON.stringify(await solve(read(turned), quick))).toBe(JSON.stringify(await solve(read(instance), quick)))
    }))

  test('a conflict is true and small: its members cannot hold together, without any one of them a plan exists', () =>
    holds(async size => {
      const instance = small(size)
      const [one] = instance.employees
      const locked: PlannerInstance = {
        ...instance,
        fairness: [{ id: 'SEMUA', kind: 'minPeople', dimension: 'unit', group: one!.unit, min: 999, minShare: null }],
      }
      const found = await solve(locked, quick)
      expect(found.status).toBe('infeasible')
      expect(found.conflict).toEqual([expect.objectContaining({ code: 'FAIRNESS', id: 'SEMUA', min: 999 })])
      expect(found.conflictIrreducible).toBe(true)
    }))
})
