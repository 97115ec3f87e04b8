import type { Figure } from '#core/figure/figure.ts'
import { count, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { PlannerSolution } from '../selection/solution.model.ts'
import type { Scenario } from './scenario.store.ts'

/** What a scenario would do, each figure open to the seats it counts. */
export const scenarioFigures = (scenario: Pick<Scenario, 'id' | 'name' | 'solution'>, asOf: Day) => {
  const solution = scenario.solution as unknown as PlannerSolution
  const { id } = scenario
  const members = solution.assignments.map(a => `${a.employee}/${a.session}`)
  const closed = solution.why.in.flatMap(w => w.closes.map(c => `${w.employee}/${c.competency}/${c.level}`))
  const costs = solution.why.in.flatMap(w => w.cost.map(c => ({ ...c, employee: w.employee, session: w.session })))
  const leaf = (label: string, value: number): Figure<number> =>
    record<number>({
      label,
      unit: 'rupiah',
      asOf,
      value,
      sources: [{ kind: 'planning.scenario', id, label: scenario.name }],
    })
  return {
    people: count({
      ref: `planning.scenario-people:${id}`,
      label: 'Orang yang mendapat kursi',
      asOf,
      members: [...new Set(solution.assignments.map(a => a.employee))],
      of: 'orang',
      filter: scenario.name,
    }),
    seats: count({
      ref: `planning.scenario-seats:${id}`,
      label: 'Kursi terisi',
      unit: 'count',
      asOf,
      members,
      of: 'kursi',
      filter: scenario.name,
    }),
    levels: count({
      ref: `planning.scenario-levels:${id}`,
      label: 'Level yang ditutup',
      unit: 'count',
      asOf,
      members: [...new Set(closed)],
      of: 'level',
      filter: scenario.name,
    }),
    cost: sum({
      ref: `planning.scenario-cost:${id}`,
      label: 'Biaya rencana',
      unit: 'rupiah',
      asOf,
      parts: solution.lines.filter(l => l.used > 0).map(l => leaf(`Baris ${l.line}`, l.used)),
    }),
    lines: solution.lines.map(l => ({
      line: l.line,
      amount: l.amount,
      used: {
        ...sum({
          ref: `planning.scenario-line:${id}:${l.line}`,
          label: 'Terpakai dalam rencana',
          unit: 'rupiah',
          asOf,
          parts: [
            leaf(
              'Biaya kursi',
              costs.filter(c => c.line === l.line).reduce((s, c) => s + c.amount, 0),
            ),
            leaf('Biaya tetap kelas', l.used - costs.filter(c => c.line === l.line).reduce((s, c) => s + c.amount, 0)),
          ],
        }),
      },
    })),
  }
}
