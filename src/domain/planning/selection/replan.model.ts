import { compareText } from './instance.model.ts'
import type { PlannerIndex } from './instance-index.model.ts'
import type { PlanState } from './plan-state.model.ts'
import type { ChangeCause, PlanChange, WhyOut } from './solution.model.ts'

/** What a new plan keeps, adds and drops against the present one, each drop with its cause. */
export const changesAgainst = (index: PlannerIndex, state: PlanState, out: readonly WhyOut[]): PlanChange[] => {
  const stability = index.instance.stability
  if (!stability) return []
  const lapsed = new Map(index.lapsedBaseline.map(l => [JSON.stringify([l.employee, l.session]), l.cause]))
  const reasons = new Map(out.map(o => [JSON.stringify([o.employee, o.module]), o]))
  const before = new Set(stability.baseline.map(b => JSON.stringify([b.employee, b.session])))
  const causeOf = (employee: string, session: string): ChangeCause => {
    const gone = lapsed.get(JSON.stringify([employee, session]))
    if (gone) return { code: gone, id: gone === 'employee-gone' ? employee : session }
    const [e, s] = [index.employeeAt.get(employee)!, index.sessionAt.get(session)!]
    const offer = index.offerOf(e, s)
    if (offer !== 'offered') return { code: offer, id: session }
    const moved = state.ownOf(e).find(p => index.pairs[p]!.m === index.sessions[s]!.m)
    if (moved !== undefined) return { code: 'moved', id: index.instance.sessions[index.pairs[moved]!.s]!.id }
    const first = state.obstacles(index.pairAt(e, s))[0]
    if (first?.code === 'BUDGET') return { code: 'BUDGET', id: index.instance.budgetLines[first.line]!.id }
    const reason = reasons.get(JSON.stringify([employee, index.instance.sessions[s]!.module]))
    if (reason) return { code: reason.code, id: reason.binding[0]!.id }
    return { code: first?.code ?? 'OUTRANKED', id: session }
  }
  const changes: PlanChange[] = stability.baseline.map(b => {
    const p =
      index.employeeAt.has(b.employee) && index.sessionAt.has(b.session)
        ? index.pairAt(index.employeeAt.get(b.employee)!, index.sessionAt.get(b.session)!)
        : -1
    return p >= 0 && state.has(p)
      ? { ...b, kind: 'kept', cause: null }
      : { ...b, kind: 'dropped', cause: causeOf(b.employee, b.session) }
  })
  for (const p of state.chosen()) {
    const pair = index.pairs[p]!
    const employee = index.instance.employees[pair.e]!.id
    const session = index.instance.sessions[pair.s]!.id
    if (!before.has(JSON.stringify([employee, session])))
      changes.push({
        employee,
        session,
        kind: 'added',
        cause: { code: 'gains', id: index.instance.modules[pair.m]!.id },
      })
  }
  return changes.sort((a, b) => compareText(a.employee, b.employee) || compareText(a.session, b.session))
}
