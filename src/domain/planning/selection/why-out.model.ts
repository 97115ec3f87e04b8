import { compareText } from './instance.model.ts'
import { inGroup, type PlannerIndex, personPoints } from './instance-index.model.ts'
import { bindingOf, notOfferedBinding } from './obstacle-facts.model.ts'
import { canLeave, type Obstacle, type PlanState } from './plan-state.model.ts'
import type { Prices } from './prices.model.ts'
import { type Binding, type OutFacts, outCodes, type WhyOut, type WouldNeed } from './solution.model.ts'
import { rounded } from './why-in.model.ts'

const order = (code: (typeof outCodes)[number]) => outCodes.indexOf(code)

type Candidate = { session: string | null; bindings: Binding[]; needs: WouldNeed[] }

/**
 * A clash with the person's own seats is no reason when giving those up would pay: then something else keeps him out.
 * Says whether the obstacle stands.
 */
const standsByItself = (index: PlannerIndex, state: PlanState, p: number, o: Obstacle): boolean => {
  if (o.code !== 'TIME' && o.code !== 'DAYS' && o.code !== 'MAX_MODULES') return true
  const pair = index.pairs[p]!
  const own = state.ownOf(pair.e)
  const value = (list: readonly number[]) => {
    const points = personPoints(
      index,
      pair.e,
      list.map(x => index.pairs[x]!.m),
    )
    return points.gap + points.jp
  }
  const now = value(own)
  const given = o.code === 'TIME' ? [own.filter(x => o.own.includes(index.pairs[x]!.s))] : own.map(x => [x])
  return !given.some(
    list =>
      list.every(x => canLeave(index, state, x)) &&
      value([...own.filter(x => !list.includes(x)), p]) > now + 1e-9 &&
      (o.code !== 'DAYS' ||
        list.reduce((sum, x) => {
          const s = index.pairs[x]!.s
          return sum + (index.sessions[s]!.isAway ? index.instance.sessions[s]!.days : 0)
        }, 0) >=
          o.planned + o.days - o.most),
  )
}

/** People who could fill a closed class without giving anything up. */
const freePeople = (index: PlannerIndex, state: PlanState, s: number): number =>
  index.pairsIn[s]!.filter(p => {
    const first = state.obstacles(p, { onlyFirst: true })[0]
    return first === undefined || order(first.code) > order('CLASS_MIN')
  }).length

const candidateOf = (
  index: PlannerIndex,
  state: PlanState,
  p: number,
  free: (s: number) => number,
  prices: Prices | null,
  rivalOf: ReturnType<typeof rivalsOf>,
  points: number,
): Candidate & { codeAt: number } => {
  const { sessions } = index.instance
  const pair = index.pairs[p]!
  const session = sessions[pair.s]!
  const isClosed = state.count(pair.s) === 0
  const extraHeads = isClosed ? Math.max(0, session.seatsMin - 1) : 0
  const list = state.obstacles(p, { extraHeads }).map(o => ({
    ...bindingOf(index, p, o),
    stands: standsByItself(index, state, p, o),
  }))
  if (isClosed && session.seatsMin > 1) {
    const eligible = index.pairsIn[pair.s]!.length
    const able = free(pair.s)
    if (eligible < session.seatsMin || able < session.seatsMin)
      list.push({
        binding: {
          constraint: 'CLASS_MIN',
          id: session.id,
          detail: { session: session.id, min: session.seatsMin, eligible, free: able },
        },
        need: { change: 'people', id: session.id, by: session.seatsMin - Math.min(eligible, able) },
        stands: true,
      })
  }
  for (const [f, floor] of index.instance.fairness.entries()) {
    if (floor.kind !== 'minSeatShare' || inGroup(index.instance.employees[pair.e]!, floor)) continue
    if (state.seatsOf(f) < floor.minShare! * (state.seats() + 1) - 1e-9)
      list.push({
        binding: {
          constraint: 'FAIRNESS',
          id: floor.id,
          detail: { session: session.id, id: floor.id, share: floor.minShare },
        },
        need: { change: 'fairness', id: floor.id, by: null },
        stands: true,
      })
  }
  list.sort((a, b) => order(a.binding.constraint) - order(b.binding.constraint))
  const firm = list.filter(x => x.stands)
  if (firm.length === 0 && list.length === 0) {
    const rival = rivalOf(p)
    const price = prices ? rounded(prices.ofPair(p)) : null
    list.push({
      binding: {
        constraint: 'OUTRANKED',
        id: session.id,
        detail: {
          session: session.id,
          points,
          price,
          rivalEmployee: rival?.employee ?? null,
          rivalSession: rival?.session ?? null,
        },
      },
      need: { change: 'points', id: session.id, by: price === null ? null : rounded(Math.max(0, price - points)) },
      stands: true,
    })
  }
  // The reason comes first; what would give way to it is named after it.
  const ranked = [...list.filter(x => x.stands), ...list.filter(x => !x.stands)]
  return {
    session: session.id,
    bindings: ranked.map(x => x.binding),
    needs: ranked.filter(x => x.stands || firm.length === 0).map(x => x.need),
    codeAt: order(ranked[0]!.binding.constraint),
  }
}

/** The seat of the plan that uses the same scarce thing and brings least: the best displaced pair. */
const rivalsOf = (index: PlannerIndex, state: PlanState, prices: Prices | null) => {
  const points = (p: number) => index.pairs[p]!.closes.reduce((sum, k) => sum + index.steps[k]!.points, 0)
  const least = new Map<number, number>()
  if (prices)
    for (const p of state.chosen()) {
      if (index.pairs[p]!.isMust) continue
      for (const r of prices.rowsOf(p)) {
        const known = least.get(r)
        if (known === undefined || points(p) < points(known)) least.set(r, p)
      }
    }
  return (p: number): { employee: string; session: string } | null => {
    const [best] = (prices?.rowsOf(p) ?? [])
      .flatMap(r => least.get(r) ?? [])
      .sort((a, b) => points(a) - points(b) || a - b)
    if (best === undefined) return null
    const pair = index.pairs[best]!
    return { employee: index.instance.employees[pair.e]!.id, session: index.instance.sessions[pair.s]!.id }
  }
}

/** Why each useful module that a person does not get is out, with everything that binds (planner.md 4). */
export const whyOut = (index: PlannerIndex, state: PlanState, prices: Prices | null): WhyOut[] => {
  const { instance } = index
  const out: WhyOut[] = []
  const rivalOf = rivalsOf(index, state, prices)
  const freeKnown = new Map<number, number>()
  const free = (s: number) => {
    const known = freeKnown.get(s) ?? freePeople(index, state, s)
    freeKnown.set(s, known)
    return known
  }
  const write = (e: number, module: string | null, competency: string | null, points: number, c: Candidate) => {
    const first = c.bindings[0]!
    out.push({
      ...(first.detail as OutFacts),
      employee: instance.employees[e]!.id,
      module,
      competency,
      session: c.session,
      points,
      code: first.constraint,
      binding: c.bindings,
      wouldNeed: c.needs,
    })
  }
  instance.employees.forEach((person, e) => {
    const own = state.ownOf(e)
    const ownModules = own.map(p => index.pairs[p]!.m)
    const closed = new Set(own.flatMap(p => index.pairs[p]!.closes))
    for (const need of person.needs) {
      const missing = index.stepsOf[e]!.filter(k => {
        const step = index.steps[k]!
        return (
          step.competency === need.competency &&
          !closed.has(k) &&
          !instance.modules.some(m =>
            m.effects.some(f => f.competency === step.competency && f.from < step.level && step.level <= f.to),
          )
        )
      })
      if (missing.length === 0) continue
      write(
        e,
        null,
        need.competency,
        missing.reduce((sum, k) => sum + index.steps[k]!.points, 0),
        {
          session: null,
          bindings: [
            {
              constraint: 'NO_MODULE',
              id: need.competency,
              detail: { competency: need.competency, levels: missing.map(k => String(index.steps[k]!.level)) },
            },
          ],
          needs: [{ change: 'module', id: need.competency, by: null }],
        },
      )
    }
    const now = personPoints(index, e, ownModules)
    instance.modules.forEach((module, m) => {
      if (ownModules.includes(m)) return
      const closes = index.closesOf(e, m)
      const withIt = personPoints(index, e, [...ownModules, m])
      const gain = withIt.gap + withIt.jp - now.gap - now.jp
      if (closes.length === 0 && (!module.general || gain <= 0)) return
      const points = closes.length > 0 ? closes.reduce((sum, k) => sum + index.steps[k]!.points, 0) : gain
      const candidates = index.sessionsOf[m]!.map(s => {
        const p = index.pairAt(e, s)
        if (p >= 0) return candidateOf(index, state, p, free, prices, rivalOf, points)
        const { binding, need } = notOfferedBinding(index, e, s)
        return {
          session: instance.sessions[s]!.id,
          bindings: [binding],
          needs: [need],
          codeAt: order(binding.constraint),
        }
      })
      if (candidates.length === 0) {
        write(e, module.id, null, points, {
          session: null,
          bindings: [{ constraint: 'NO_SESSION', id: module.id, detail: { because: 'none-planned' } }],
          needs: [{ change: 'session', id: module.id, by: null }],
        })
        return
      }
      // The class that comes nearest to fitting speaks for the module.
      candidates.sort(
        (a, b) =>
          b.codeAt - a.codeAt || a.bindings.length - b.bindings.length || compareText(a.session ?? '', b.session ?? ''),
      )
      write(e, module.id, null, points, candidates[0]!)
    })
  })
  return out
}
