import { dayText, type PlannerIndex } from './instance-index.model.ts'
import type { Obstacle } from './plan-state.model.ts'
import type { Binding, WouldNeed } from './solution.model.ts'

/** Facts and cure of one obstacle. */
export const bindingOf = (index: PlannerIndex, p: number, o: Obstacle): { binding: Binding; need: WouldNeed } => {
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

/** Why a person has no seat on offer in a class, as a binding rule. */
export const notOfferedBinding = (index: PlannerIndex, e: number, s: number): { binding: Binding; need: WouldNeed } => {
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
