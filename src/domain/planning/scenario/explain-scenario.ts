import { formatDay, formatRupiah } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import type { Db } from '#platform/database/database.ts'
import { compareScenarios } from '../selection/compare.model.ts'
import { type PlannerInstance, parseInstance } from '../selection/instance.model.ts'
import { bindingSentence, conflictSentence, type Names, qualitySentence } from '../selection/selection.text.ts'
import type { PlannerSolution } from '../selection/solution.model.ts'
import { findScenario, listVariants, namesOf, type Scenario } from './scenario.store.ts'
import { scenarioFigures } from './scenario-figures.ts'

/** One seat or one wish of a person, in words. */
type Line = { key: string; what: string; reason: string; end: string; module: string | null }
export type PersonReasons = { id: string; name: string; unit: string; points: number; lines: Line[] }
export type ReasonView = 'in' | 'out'

const pageSize = 50

const read = (scenario: Scenario): { instance: PlannerInstance; solution: PlannerSolution } => {
  const parsed = parseInstance(scenario.instance)
  if (!parsed.ok) throw new Error(parsed.reasons.join(' '))
  return { instance: parsed.instance, solution: scenario.solution as unknown as PlannerSolution }
}

/** Everybody once, her reasons together, who matters most first. */
const byPerson = (
  entries: (Line & { employee: string; points: number })[],
  people: ReadonlyMap<string, { name: string; unit: string }>,
): PersonReasons[] => {
  const groups = new Map<string, PersonReasons>()
  for (const { employee, points, ...line } of entries) {
    const found = people.get(employee)
    const group = groups.get(employee) ?? {
      id: employee,
      name: found?.name ?? employee,
      unit: found?.unit ?? '',
      points: 0,
      lines: [],
    }
    group.points += points
    group.lines.push(line)
    groups.set(employee, group)
  }
  return [...groups.values()].sort((a, b) => b.points - a.points || a.name.localeCompare(b.name, 'id'))
}

/** Floors a variant does not reach, by name; null when it has none. */
const missedFloors = (v: Pick<Scenario, 'solution'>, names: (kind: 'floor', id: string) => string): string[] | null => {
  const floors = (v.solution as unknown as PlannerSolution).floors ?? []
  return floors.length === 0
    ? null
    : floors.filter(f => f.reached < f.required).map(f => names('floor', f.id).replace(/^lantai /, ''))
}

/** A solved scenario in words and figures: lines, who is in, who is not and why, and its variants beside it. */
export const explainScenario = async (
  db: Db,
  scenario: Scenario,
  look: { view: ReasonView; search: string; page: number },
  on: Day,
) => {
  const { instance, solution } = read(scenario)
  const found = await namesOf(db, {
    people: instance.employees.map(e => e.id),
    competencies: [...new Set(instance.employees.flatMap(e => e.needs.map(n => n.competency)))],
    lines: instance.budgetLines.map(l => l.id),
  })
  const modules = new Map(instance.modules.map(m => [m.id, m.title]))
  const moduleOf = new Map(instance.sessions.map(s => [s.id, s.module]))
  const units = new Map(instance.units.map(u => [u.id, u.name]))
  const sessions = new Map(
    instance.sessions.map(s => [
      s.id,
      `${modules.get(s.module) ?? s.module} (${formatDay(s.periods[0]?.start as Day, 'short')})`,
    ]),
  )
  const names: Names = (kind, id) => {
    if (kind === 'employee') return found.people.get(id)?.name ?? id
    if (kind === 'session') return sessions.get(id) ?? id
    if (kind === 'module') return modules.get(id) ?? id
    if (kind === 'competency') return found.competencies.get(id) ?? id
    if (kind === 'line') return found.lines.get(id) ?? id
    if (kind === 'unit') return units.get(id) ?? id
    return id.startsWith('unit:') ? `lantai ${units.get(id.slice(5)) ?? ''}` : 'lantai kursi perempuan'
  }
  const inside = () =>
    solution.why.in.map(w => ({
      employee: w.employee,
      points: w.closes.reduce((s, c) => s + c.points, 0) + w.jpPoints,
      key: w.employee + w.session,
      module: moduleOf.get(w.session) ?? null,
      what: names('session', w.session),
      end: `${w.jp} JP, ${formatRupiah(w.cost.reduce((s, c) => s + c.amount, 0))}`,
      reason:
        w.closes.length > 0
          ? `Menutup ${w.closes.map(c => `${names('competency', c.competency)} ke level ${c.level}`).join(', ')}.`
          : w.jpPoints > 0
            ? 'Memenuhi kewajiban JP setahun.'
            : 'Dikunci atau dipertahankan dari rencana sebelumnya.',
    }))
  const unliftable = () => {
    const gaps = new Map<string, { points: number; names: string[] }>()
    for (const w of solution.why.out)
      if (w.code === 'NO_MODULE') {
        const gap = gaps.get(w.employee) ?? { points: 0, names: [] }
        gap.points += w.points
        gap.names.push(names('competency', w.competency ?? ''))
        gaps.set(w.employee, gap)
      }
    return [...gaps].map(([employee, gap]) => ({
      employee,
      points: gap.points,
      key: `${employee}-no-module`,
      module: null,
      what: gap.names.join(', '),
      end: '',
      reason: 'Belum ada modul di katalog yang menaikkan kompetensi ini.',
    }))
  }
  const outside = () => [
    ...solution.why.out
      .filter(w => w.code !== 'NO_MODULE')
      .map(w => ({
        employee: w.employee,
        points: w.points,
        key: `${w.employee}${w.module ?? w.competency}`,
        module: w.module ?? null,
        what: w.module ? names('module', w.module) : names('competency', w.competency ?? ''),
        end: '',
        reason: w.binding.map(b => bindingSentence(b, names)).join(' '),
      })),
    ...unliftable(),
  ]
  const wanted = look.search.toLowerCase()
  const people = byPerson(look.view === 'in' ? inside() : outside(), found.people).filter(p =>
    p.name.toLowerCase().includes(wanted),
  )
  const other = scenario.copied_from ? await findScenario(db, scenario.copied_from) : null
  const comparison = other?.solution && other.instance ? compareScenarios(read(other), { instance, solution }) : null
  const variants = (await listVariants(db, scenario)).map(v => ({
    id: v.id,
    name: v.name,
    isThis: v.id === scenario.id,
    budgetChangePercent: v.settings.rules.budgetChangePercent,
    figures: scenarioFigures(v, on, found.lines),
    floorsMissed: missedFloors(v, names),
  }))
  return {
    status: solution.status,
    quality: qualitySentence(solution),
    figures: scenarioFigures(scenario, on, found.lines),
    bought: Object.fromEntries(
      solution.marginal.map(m => [
        m.line,
        m.adds
          .slice(0, 3)
          .map(a => `${names('employee', a.employee)}: ${names('session', a.session)}`)
          .concat(m.adds.length > 3 ? ['dan lainnya'] : [])
          .join('; '),
      ]),
    ),
    floors: solution.floors.map(f => ({
      ...f,
      name: names('floor', f.id).replace(/^lantai /, ''),
      points: solution.fairnessCost.find(c => c.id === f.id)?.points ?? null,
    })),
    locks: scenario.settings.rules.locks.flatMap(l =>
      l.module && modules.has(l.module) && found.people.has(l.employee)
        ? [
            {
              kind: l.kind,
              employee: l.employee,
              module: l.module,
              person: names('employee', l.employee),
              what: names('module', l.module),
              reason: l.reason ?? null,
            },
          ]
        : [],
    ),
    conflict: (solution.conflict ?? []).map(c => conflictSentence(c, names)),
    people: people.slice((look.page - 1) * pageSize, look.page * pageSize),
    total: people.length,
    first: (look.page - 1) * pageSize + 1,
    hasNext: look.page * pageSize < people.length,
    ...look,
    other: other && { id: other.id, name: other.name },
    isRankingProven: comparison?.isRankingProven ?? true,
    variants: variants.length > 1 ? variants : [],
  }
}
