import type { RuleReference } from '#core/figure/figure.ts'
import { type Day, yearOf } from '#core/values/day.ts'
import type { Importance } from '#domain/competency/position-standard/position-standard.model.ts'
import { type PriorityRules, stepPointsOf } from '../need/priority.model.ts'

/**
 * From the register to the optimiser's instance (schema anyam-planner-instance/1). Pure: rows in, instance and remarks out.
 * An unknown level is no gap: it is left out and listed for assessment. An unknown sex or place stays unknown: the floor for
 * women counts only seats of people known to be women, so it holds whatever the register learns later.
 */
export type ScenarioPerson = {
  id: string
  name: string
  unitId: string
  sex: 'L' | 'P' | null
  locationClass: string | null
  /** Decided box of the cycle in force; null: not placed. */
  box: number | null
  isSuccessionTarget: boolean
  isCriticalPost: boolean
  lacksMandatoryLeadership: boolean
  /** JP already counted this year. */
  jpHeld: number
  completedModuleIds: string[]
  needs: {
    competencyId: string
    current: number | null
    required: number
    importance: Importance
    code: string
    name: string
  }[]
}
export type ScenarioModule = {
  id: string
  name: string
  jp: number | null
  isGeneral: boolean
  effects: { competencyId: string; from: number; to: number }[]
  prerequisites: string[][]
  costPerHead: number | null
  fixedCost: number
  days: number | null
}
export type ScenarioSession = {
  id: string
  moduleId: string
  mode: 'tatap_muka' | 'daring_sinkron' | 'mandiri'
  startsOn: Day
  endsOn: Day
  seats: number | null
  seatsMinimum: number
  trainersNeeded: number
  /** From the class's own cost items; absent: the module's price per head counts. */
  cost?: { perHead: number | null; fixed: number | null } | null
}
export type ScenarioTrainer = {
  id: string
  moduleIds: string[]
  maxDays: number
  absences: { startsOn: Day; endsOn: Day }[]
}
export type ScenarioLine = {
  id: string
  unitId: string | null
  source: string
  available: number
  mode: 'restrictive' | 'indicative'
}
export type ScenarioUnit = { id: string; name: string; headcount: number }

/** What somebody demanded or ruled out for a person, and why. */
export type ScenarioLock = {
  kind: 'must' | 'never'
  employee: string
  session?: string
  module?: string
  reason?: string
}

export type ScenarioSettings = {
  year: number
  /** Line that pays class fees; null: the line with the most money. */
  lineId: string | null
  /** Change of every line in percent, for "what if". */
  budgetChangePercent: number
  maxDaysAway: number
  maxModules: number
  jpFloor: number
  jpReward: number
  maxShareAway: number
  /** At least this many people of each programme unit, capped by who can be reached. */
  minimumPerUnit: number
  /** Least share of seats for women; 0: no floor. */
  minimumShareWomen: number
  seatsDefault: number
  locks: ScenarioLock[]
}

export type ScenarioInput = {
  asOf: Day
  /** Points of a gap step: rules/planning/priority.yaml; cited with the plan. */
  priority: { rules: PriorityRules; ruleSet: RuleReference }
  title: string
  settings: ScenarioSettings
  people: ScenarioPerson[]
  modules: ScenarioModule[]
  sessions: ScenarioSession[]
  trainers: ScenarioTrainer[]
  lines: ScenarioLine[]
  units: ScenarioUnit[]
  /** Present plan, kept where possible. */
  baseline?: { employee: string; session: string }[]
}

/** The line that pays: the one chosen, else the one with the most money left. Null: there is no line. */
export const payingLineOf = (
  settings: Pick<ScenarioSettings, 'lineId'>,
  lines: readonly ScenarioLine[],
): string | null =>
  settings.lineId ?? [...lines].sort((a, b) => b.available - a.available || (a.id < b.id ? -1 : 1))[0]?.id ?? null

const byId = <T extends { id: string }>(a: T, b: T) => (a.id < b.id ? -1 : 1)

export type BuiltInstance = {
  instance: Record<string, unknown>
  toAssess: { employeeId: string; name: string; competencyIds: string[] }[]
  leftOut: { sessionId: string; reason: 'cost-unknown' | 'jp-unknown' }[]
  /** Classes whose cost comes from their own items. */
  itemised: string[]
  /** People who cannot count towards the floor for women, for nobody knows their sex; empty without that floor. */
  sexUnknown: string[]
}

/** A class's own items speak before the module's price per head. */
const costOf = (s: ScenarioSession, m: ScenarioModule | undefined): { perHead: number | null; fixed: number | null } =>
  s.cost ?? { perHead: m?.costPerHead ?? null, fixed: m?.fixedCost ?? 0 }

export const buildInstance = (input: ScenarioInput): BuiltInstance => {
  const { settings } = input
  const factor = 1 + settings.budgetChangePercent / 100
  const lines = [...input.lines].sort(byId)
  const payer = payingLineOf(settings, lines)
  const modules = new Map(input.modules.map(m => [m.id, m]))
  const leftOut: BuiltInstance['leftOut'] = []
  const sessions = [...input.sessions].sort(byId).filter(s => {
    const m = modules.get(s.moduleId)
    const cost = costOf(s, m)
    if (cost.perHead === null || cost.fixed === null) leftOut.push({ sessionId: s.id, reason: 'cost-unknown' })
    else if (m?.jp == null) leftOut.push({ sessionId: s.id, reason: 'jp-unknown' })
    else return true
    return false
  })
  const used = new Set(sessions.map(s => s.moduleId))
  // A prerequisite without a class this year cannot be planned, but who holds it may go on.
  const asked = new Set(
    input.modules.filter(m => used.has(m.id)).flatMap(m => m.prerequisites.flat().filter(id => !used.has(id))),
  )
  const toAssess: BuiltInstance['toAssess'] = []
  const employees = [...input.people].sort(byId).map(p => {
    const unknown = p.needs.filter(n => n.current === null)
    if (unknown.length > 0)
      toAssess.push({ employeeId: p.id, name: p.name, competencyIds: unknown.map(n => n.competencyId) })
    const context = { ...input.priority, asOf: input.asOf }
    return {
      id: p.id,
      unit: p.unitId,
      ...(p.sex === null ? {} : { sex: p.sex }),
      ...(p.locationClass === null ? {} : { locationClass: p.locationClass }),
      ...(p.box === null ? {} : { box: p.box }),
      maxDaysAway: settings.maxDaysAway,
      maxModules: settings.maxModules,
      jpHave: p.jpHeld,
      jpFloor: settings.jpFloor,
      jpReward: settings.jpReward,
      completed: [...p.completedModuleIds].filter(m => used.has(m) || asked.has(m)).sort(),
      needs: p.needs
        .filter(n => n.current !== null && n.required > n.current)
        .sort((a, b) => (a.competencyId < b.competencyId ? -1 : 1))
        .map(n => ({
          competency: n.competencyId,
          current: n.current!,
          required: n.required,
          values: stepPointsOf(n, p, context).map(step => step.points),
        })),
    }
  })
  const unitIds = new Set(employees.map(e => e.unit))
  const fairness = [
    ...(settings.minimumPerUnit > 0
      ? [...unitIds].sort().map(u => ({
          id: `unit:${u}`,
          kind: 'minPeople',
          dimension: 'unit',
          group: u,
          min: Math.min(settings.minimumPerUnit, employees.filter(e => e.unit === u).length),
        }))
      : []),
    ...(settings.minimumShareWomen > 0
      ? [{ id: 'perempuan', kind: 'minSeatShare', dimension: 'sex', group: 'P', minShare: settings.minimumShareWomen }]
      : []),
  ]
  const instance = {
    schema: 'anyam-planner-instance/1',
    id: input.title,
    title: input.title,
    year: settings.year,
    units: input.units
      .filter(u => unitIds.has(u.id) || lines.some(l => l.unitId === u.id))
      .sort(byId)
      .map(u => ({ id: u.id, name: u.name, headcount: Math.max(1, u.headcount), maxShareAway: settings.maxShareAway })),
    employees,
    modules: [
      ...input.modules
        .filter(m => used.has(m.id))
        .map(m => ({
          id: m.id,
          title: m.name,
          jp: m.jp,
          ...(m.isGeneral ? { general: true } : {}),
          effects: m.effects.map(e => ({ competency: e.competencyId, from: e.from, to: e.to })),
          ...(m.prerequisites.length > 0 ? { prerequisites: m.prerequisites } : {}),
        })),
      ...[...asked].map(id => ({ id, title: modules.get(id)?.name ?? id, jp: 0, effects: [] })),
    ].sort(byId),
    sessions: sessions.map(s => {
      const m = modules.get(s.moduleId)!
      const cost = costOf(s, m)
      return {
        id: s.id,
        module: s.moduleId,
        mode: s.mode,
        periods: [{ start: s.startsOn, end: s.endsOn }],
        days: m.days ?? 1,
        seatsMin: Math.min(s.seatsMinimum, s.seats ?? settings.seatsDefault),
        seatsMax: s.seats ?? settings.seatsDefault,
        costPerHead: cost.perHead!,
        perHeadPayer: `line:${payer}`,
        fixedCost: cost.fixed!,
        fixedLine: cost.fixed! > 0 ? payer : null,
        travelCost: {},
        travelPayer: `line:${payer}`,
        trainersNeeded: s.trainersNeeded,
      }
    }),
    trainers: [...input.trainers].sort(byId).map(t => ({
      id: t.id,
      modules: t.moduleIds.filter(id => used.has(id)).sort(),
      maxDays: t.maxDays,
      unavailable: t.absences.map(a => ({ start: a.startsOn, end: a.endsOn })),
    })),
    budgetLines: lines.map(l => ({
      id: l.id,
      unit: l.unitId,
      // A line is named by unit, activity and source, the optimiser's by unit and source alone; payers here name the line.
      source: lines.some(o => o.id !== l.id && o.unitId === l.unitId && o.source === l.source)
        ? `${l.source} ${l.id}`
        : l.source,
      amount: Math.max(0, Math.round(l.available * factor)),
      mode: l.mode,
    })),
    fairness,
    // A copy may ask about other people or another year; a lock about nobody in it has nothing to say.
    locks: settings.locks
      .filter(l => employees.some(e => e.id === l.employee))
      .filter(l => (l.module ? used.has(l.module) : sessions.some(s => s.id === l.session)))
      .map(({ reason: _reason, ...lock }) => lock),
    ...(input.baseline ? { stability: { baseline: input.baseline, removePenalty: 4, addPenalty: 1 } } : {}),
  }
  const sexUnknown = settings.minimumShareWomen > 0 ? input.people.filter(p => p.sex === null).map(p => p.id) : []
  return {
    instance,
    toAssess,
    leftOut,
    itemised: sessions.filter(s => s.cost).map(s => s.id),
    sexUnknown: sexUnknown.sort(),
  }
}

/** Sessions of the year that have not begun. */
export const openSessions = (sessions: readonly ScenarioSession[], year: number, on: Day): ScenarioSession[] =>
  sessions.filter(s => yearOf(s.startsOn) === year && s.startsOn > on)
