import { compareText } from './instance.model.ts'
import { dayText, inGroup, type PlannerIndex, personPoints } from './instance-index.model.ts'
import { canLeave, type Obstacle, type PlanState } from './plan-state.model.ts'
import type { Prices } from './prices.model.ts'
import { type Binding, type OutFacts, outCodes, type WhyIn, type WhyOut, type WouldNeed } from './solution.model.ts'

/** Six decimals: enough for a price, and the same text on every machine. */
export const rounded = (value: number): number => {
  const r = Math.round(value * 1e6) / 1e6
  return r === 0 ? 0 : r
}

/** Why each seat of the plan is in it. */
export const whyIn = (index: PlannerIndex, state: PlanState, prices: Prices | null): WhyIn[] =>
  state.chosen().map(p => {
    const pair = index.pairs[p]!
    const { employees, sessions, modules, budgetLines } = index.instance
    const rest = state
      .ownOf(pair.e)
      .filter(o => o !== p)
      .map(o => index.pairs[o]!.m)
    const alone = personPoints(index, pair.e, rest)
    const all = personPoints(index, pair.e, [...rest, pair.m])
    const closes = pair.closes.map(k => index.steps[k]!)
    const { stability } = index.instance
    const stays = stability ? (pair.isBaseline ? stability.removePenalty : -stability.addPenalty) : 0
    const gain = all.gap + all.jp - alone.gap - alone.jp + stays
    return {
      employee: employees[pair.e]!.id,
      session: sessions[pair.s]!.id,
      closes: closes.map(s => ({ competency: s.competency, level: s.level, points: s.points })),
      jp: modules[pair.m]!.jp,
      jpPoints: all.jp - alone.jp,
      cost: pair.charges.map(c => ({ line: budgetLines[c.line]!.id, amount: c.amount })),
      price: prices ? rounded(gain - prices.ofPair(p)) : null,
    }
  })

const order = (code: (typeof outCodes)[number]) => outCodes.indexOf(code)

type Candidate = { session: string | null; bindings: Binding[]; needs: WouldNeed[] }

/** Facts and cure of one obstacle. */
const bindingOf = (index: PlannerIndex, p: number, o: Obstacle): { binding: Binding; need: WouldNeed } => {
  const { employees, sessions, modules, units, budgetLines, trainers } = index.instance
  const pair = index.pairs[p]!
  const [employee, session] = [employees[pair.e]!.id, sessions[pair.s]!.id]
  switch (o.code) {
    case 'PREREQUISITE':
      return {
        binding: { constraint: o.code, id: session, detail: { session, modules: o.clause } },
        need: { change: 'prerequisite', id: o.clause[0] ?? session, by: null },
      }
    case 'ENTRY_LEVEL':
      return {
        binding: {
          constraint: o.code,
          id: session,
          detail: { session, competency: o.competency, from: o.from, current: o.current },
        },
        need: { change: 'entryLevel', id: o.competency, by: o.from - o.current },
      }
    case 'DAYS':
      return {
        binding: {
          constraint: o.code,
          id: employee,
          detail: { session, planned: o.planned, days: o.days, most: o.most },
        },
        need: { change: 'daysAway', id: employee, by: o.planned + o.days - o.most },
      }
    case 'MAX_MODULES':
      return {
        binding: { constraint: o.code, id: employee, detail: { session, most: o.most } },
        need: { change: 'modules', id: employee, by: 1 },
      }
    case 'TIME': {
      const own = o.own.map(s => sessions[s]!.id)
      return {
        binding: { constraint: o.code, id: own[0]!, detail: { session, with: own } },
        need: { change: 'otherTime', id: session, by: null },
      }
    }
    case 'DUPLICATE': {
      const by = o.by.map(x => modules[index.pairs[x]!.m]!.id)
      return {
        binding: { constraint: o.code, id: by[0]!, detail: { session, by } },
        need: { change: 'nothing', id: by[0]!, by: null },
      }
    }
    case 'TRAINER': {
      const able = trainers.filter(t => t.modules.includes(sessions[pair.s]!.module)).map(t => t.id)
      const { start, end } = { start: sessions[pair.s]!.periods[0]!.start, end: sessions[pair.s]!.periods.at(-1)!.end }
      return {
        binding: {
          constraint: o.code,
          id: session,
          detail: { session, start, end, needed: sessions[pair.s]!.trainersNeeded, able },
        },
        need: { change: 'trainer', id: session, by: 1 },
      }
    }
    case 'SEATS':
      return {
        binding: { constraint: o.code, id: session, detail: { session, most: o.most } },
        need: { change: 'seat', id: session, by: 1 },
      }
    case 'COVERAGE': {
      const unit = units[o.unit]!.id
      const dates = o.days.map(dayText)
      return {
        // `date`: the last day on which the unit would be short.
        binding: { constraint: o.code, id: unit, detail: { session, unit, date: dates.at(-1)!, dates, most: o.most } },
        need: { change: 'away', id: unit, by: 1 },
      }
    }
    case 'BUDGET': {
      const line = budgetLines[o.line]!.id
      return {
        binding: { constraint: o.code, id: line, detail: { session, line, need: o.need, left: o.left } },
        need: { change: 'money', id: line, by: o.need - o.left },
      }
    }
  }
}

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
  const chosen = state.chosen()
  for (const floor of index.instance.fairness) {
    if (floor.kind !== 'minSeatShare' || inGroup(index.instance.employees[pair.e]!, floor)) continue
    const own = chosen.filter(x => inGroup(index.instance.employees[index.pairs[x]!.e]!, floor)).length
    if (own < floor.minShare! * (chosen.length + 1) - 1e-9)
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
    const rival = displacedBy(index, state, p, prices)
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
const displacedBy = (
  index: PlannerIndex,
  state: PlanState,
  p: number,
  prices: Prices | null,
): { employee: string; session: string } | null => {
  if (!prices) return null
  const rows = new Set(prices.rowsOf(p))
  let best: { pair: number; points: number } | null = null
  for (const other of state.chosen()) {
    if (index.pairs[other]!.isMust || !prices.rowsOf(other).some(r => rows.has(r))) continue
    const points = index.pairs[other]!.closes.reduce((sum, k) => sum + index.steps[k]!.points, 0)
    if (best === null || points < best.points) best = { pair: other, points }
  }
  if (best === null) return null
  const pair = index.pairs[best.pair]!
  return { employee: index.instance.employees[pair.e]!.id, session: index.instance.sessions[pair.s]!.id }
}

const notOfferedBinding = (index: PlannerIndex, e: number, s: number): { binding: Binding; need: WouldNeed } => {
  const { employees, sessions } = index.instance
  const why = index.offerOf(e, s)
  const id = sessions[s]!.id
  if (why === 'lock-never')
    return {
      binding: { constraint: 'LOCK_NEVER', id, detail: { session: id } },
      need: { change: 'unlock', id, by: null },
    }
  if (why === 'completed')
    return {
      binding: { constraint: 'COMPLETED', id: sessions[s]!.module, detail: { session: id } },
      need: { change: 'nothing', id, by: null },
    }
  if (why === 'days')
    return {
      binding: {
        constraint: 'DAYS',
        id: employees[e]!.id,
        detail: { session: id, planned: 0, days: sessions[s]!.days, most: employees[e]!.maxDaysAway },
      },
      need: { change: 'daysAway', id: employees[e]!.id, by: sessions[s]!.days - employees[e]!.maxDaysAway },
    }
  return {
    binding: { constraint: 'NO_SESSION', id, detail: { session: id, because: why } },
    need: { change: 'session', id: sessions[s]!.module, by: null },
  }
}

/** Why each useful module that a person does not get is out, with everything that binds (planner.md 4). */
export const whyOut = (index: PlannerIndex, state: PlanState, prices: Prices | null): WhyOut[] => {
  const { instance } = index
  const out: WhyOut[] = []
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
        if (p >= 0) return candidateOf(index, state, p, free, prices, points)
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
