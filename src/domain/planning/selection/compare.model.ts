import { compareText, type PlannerInstance } from './instance.model.ts'
import { inGroup } from './instance-index.model.ts'
import type { Assignment, ObjectiveParts, PlannerSolution } from './solution.model.ts'

/** One plan beside another (planner.md 4). */
export type ScenarioSide = {
  instance: string
  status: PlannerSolution['status']
  objective: number | null
  bound: number | null
  parts: ObjectiveParts | null
  people: number
  seats: number
  /** Rupiah over all lines. */
  cost: number
  lines: { line: string; used: number; amount: number }[]
  gapsClosed: number
  /** Steps closed, by the person's box: 7-9, below, not placed. */
  closedByClass: { pool: number; others: number; unplaced: number }
  fairness: { id: string; members: number; share: number }[]
}
export type ScenarioComparison = {
  a: ScenarioSide
  b: ScenarioSide
  /** b less a; null when one of them has no plan. */
  difference: number | null
  /** Is the ranking proven? Not when the difference is smaller than both gaps together. */
  isRankingProven: boolean
  onlyInA: (Assignment & { cause: string })[]
  onlyInB: (Assignment & { cause: string })[]
}

export type Scenario = { instance: PlannerInstance; solution: PlannerSolution }

const sideOf = ({ instance, solution }: Scenario): ScenarioSide => {
  const employees = new Map(instance.employees.map(e => [e.id, e]))
  const people = [...new Set(solution.assignments.map(a => a.employee))]
  const steps = new Map<string, Set<string>>()
  for (const w of solution.why.in) {
    const own = steps.get(w.employee) ?? new Set()
    for (const c of w.closes) own.add(`${c.competency}:${c.level}`)
    steps.set(w.employee, own)
  }
  const closedByClass = { pool: 0, others: 0, unplaced: 0 }
  for (const [id, own] of steps) {
    const box = employees.get(id)?.box ?? null
    closedByClass[box === null ? 'unplaced' : box >= 7 ? 'pool' : 'others'] += own.size
  }
  return {
    instance: solution.instance,
    status: solution.status,
    objective: solution.objective,
    bound: solution.bound,
    parts: solution.parts,
    people: people.length,
    seats: solution.assignments.length,
    cost: solution.lines.reduce((sum, l) => sum + l.used, 0),
    lines: solution.lines,
    gapsClosed: closedByClass.pool + closedByClass.others + closedByClass.unplaced,
    closedByClass,
    fairness: instance.fairness.map(f => {
      const members =
        f.kind === 'minPeople'
          ? people.filter(id => employees.has(id) && inGroup(employees.get(id)!, f)).length
          : solution.assignments.filter(a => employees.has(a.employee) && inGroup(employees.get(a.employee)!, f)).length
      const all = f.kind === 'minPeople' ? people.length : solution.assignments.length
      return { id: f.id, members, share: all === 0 ? 0 : members / all }
    }),
  }
}

/** Pairs of one plan that the other lacks, with the reason the other gives. */
const missingFrom = (one: Scenario, other: Scenario): (Assignment & { cause: string })[] => {
  const held = new Set(other.solution.assignments.map(a => JSON.stringify([a.employee, a.session])))
  const otherModules = new Map(other.instance.sessions.map(s => [s.id, s.module]))
  const modules = new Map(one.instance.sessions.map(s => [s.id, s.module]))
  const elsewhere = new Set(
    other.solution.assignments.map(a => JSON.stringify([a.employee, otherModules.get(a.session) ?? ''])),
  )
  const reasons = new Map(other.solution.why.out.map(o => [JSON.stringify([o.employee, o.module]), o.code]))
  return one.solution.assignments
    .filter(a => !held.has(JSON.stringify([a.employee, a.session])))
    .map(a => {
      const key = JSON.stringify([a.employee, modules.get(a.session) ?? ''])
      const cause = !other.instance.employees.some(e => e.id === a.employee)
        ? 'employee-gone'
        : !otherModules.has(a.session)
          ? 'session-gone'
          : elsewhere.has(key)
            ? 'moved'
            : (reasons.get(key) ?? 'OUTRANKED')
      return { ...a, cause }
    })
    .sort((a, b) => compareText(a.employee, b.employee) || compareText(a.session, b.session))
}

/** Two scenarios side by side; says when their order is not proven. */
export const compareScenarios = (a: Scenario, b: Scenario): ScenarioComparison => {
  const [left, right] = [sideOf(a), sideOf(b)]
  const difference = left.objective === null || right.objective === null ? null : right.objective - left.objective
  const slack = (s: ScenarioSide) =>
    s.bound === null || s.objective === null ? Number.POSITIVE_INFINITY : Math.max(0, s.bound - s.objective)
  return {
    a: left,
    b: right,
    difference,
    isRankingProven: difference !== null && Math.abs(difference) >= slack(left) + slack(right) - 1e-9,
    onlyInA: missingFrom(a, b),
    onlyInB: missingFrom(b, a),
  }
}
