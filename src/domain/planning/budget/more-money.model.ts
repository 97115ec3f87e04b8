import type { PlannerSolution } from '../selection/solution.model.ts'

/** What the planner found with so much more on the line. Members are opaque ids, so that each count opens. */
export type MoneyStep = {
  amount: number
  people: string[]
  /** `employee/competency/level`. */
  levels: string[]
  objective: number | null
  bound: number | null
  status: string
}

/** A solved plan as a step of the answer. */
export const stepOf = (amount: number, s: PlannerSolution): MoneyStep => ({
  amount,
  people: [...new Set(s.assignments.map(a => a.employee))].sort(),
  levels: [...new Set(s.why.in.flatMap(w => w.closes.map(c => `${w.employee}/${c.competency}/${c.level}`)))].sort(),
  objective: s.objective,
  bound: s.bound,
  status: s.status,
})

/** What a step has that the one without more money lacks. */
export const addedBy = (base: MoneyStep, step: MoneyStep): { people: string[]; levels: string[] } => {
  const [people, levels] = [new Set(base.people), new Set(base.levels)]
  return { people: step.people.filter(p => !people.has(p)), levels: step.levels.filter(l => !levels.has(l)) }
}

/** How far a step may still be from the best, in percent; null where nothing is proven. */
export const distanceOf = (step: Pick<MoneyStep, 'objective' | 'bound'>): number | null =>
  step.objective === null || step.bound === null || step.bound === 0
    ? null
    : Math.max(0, (100 * (step.bound - step.objective)) / Math.abs(step.bound))

/** Amounts worth asking about beside a line: a quarter, a half and the whole of it, in whole tens of millions. */
export const amountsBeside = (available: number): number[] => {
  const ten = 10_000_000
  return [...new Set([0.25, 0.5, 1].map(share => Math.max(ten, Math.ceil((available * share) / ten) * ten)))]
}
