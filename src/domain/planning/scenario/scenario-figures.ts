import type { Figure } from '#core/figure/figure.ts'
import { count, record, sum } from '#core/figure/mechanisms.ts'
import type { Day } from '#core/values/day.ts'
import type { PlannerSolution } from '../selection/solution.model.ts'
import type { Scenario } from './scenario.store.ts'

/** What was left out of the search, kept beside the settings. */
export type ScenarioRemarks = {
  toAssess?: { employeeId: string; name: string; competencyIds: string[] }[]
  leftOut?: { sessionId: string; reason: string }[]
  itemised?: string[]
  sexUnknown?: string[]
}
export const remarksOf = (scenario: Pick<Scenario, 'settings'>): ScenarioRemarks =>
  (scenario.settings as unknown as { remarks?: ScenarioRemarks }).remarks ?? {}

const partWords: Record<string, string> = {
  gap: 'Level kesenjangan yang ditutup',
  jp: 'Kewajiban JP yang terpenuhi',
  overrun: 'Kelebihan baris indikatif',
  stability: 'Perubahan dari rencana sebelumnya',
}

/** What a scenario would do, each figure open to the seats it counts. `lineNames`: name of each budget line by id. */
export const scenarioFigures = (
  scenario: Pick<Scenario, 'id' | 'name' | 'solution' | 'settings'>,
  asOf: Day,
  lineNames: ReadonlyMap<string, string>,
) => {
  const solution = scenario.solution as unknown as PlannerSolution
  const { id } = scenario
  const nameOf = (line: string) => lineNames.get(line) ?? 'Baris anggaran yang sudah dihapus'
  const costs = solution.why.in.flatMap(w => w.cost)
  const leaf = (label: string, value: number | null, unit: Figure['unit'] = 'rupiah'): Figure<number> =>
    record<number>({
      label,
      unit,
      asOf,
      value,
      sources: [{ kind: 'planning.scenario', id, label: scenario.name }],
    })
  const counted = (what: string, label: string, members: string[], of: string, unit: Figure['unit'] = 'count') =>
    count({
      ref: `planning.scenario-${what}:${id}`,
      label,
      unit,
      asOf,
      members: [...new Set(members)],
      of,
      filter: scenario.name,
    })
  const remarks = remarksOf(scenario)
  return {
    people: counted(
      'people',
      'Orang yang mendapat kursi',
      solution.assignments.map(a => a.employee),
      'orang',
      'people',
    ),
    seats: counted(
      'seats',
      'Kursi terisi',
      solution.assignments.map(a => `${a.employee}/${a.session}`),
      'kursi',
    ),
    levels: counted(
      'levels',
      'Level yang ditutup',
      solution.why.in.flatMap(w => w.closes.map(c => `${w.employee}/${c.competency}/${c.level}`)),
      'level',
    ),
    toAssess: counted(
      'to-assess',
      'Orang yang perlu asesmen',
      (remarks.toAssess ?? []).map(t => t.employeeId),
      'orang',
      'people',
    ),
    leftOut: counted(
      'left-out',
      'Kelas yang dilewati',
      (remarks.leftOut ?? []).map(t => t.sessionId),
      'kelas',
    ),
    /** People and modules that stayed out, by what held them first; the largest group first. */
    held: [...Map.groupBy(solution.why.out, w => w.code)]
      .map(([code, list]) => ({
        code,
        figure: {
          ...counted(
            'held',
            'Kegiatan yang tidak masuk karena hal ini',
            list.map(w => `${w.employee}/${w.module ?? w.competency ?? ''}`),
            'kegiatan',
          ),
          ref: `planning.scenario-held:${id}:${code}`,
        },
      }))
      .sort((a, b) => Number(b.figure.value) - Number(a.figure.value) || a.code.localeCompare(b.code)),
    itemised: counted('itemised', 'Kelas yang dihitung dari butir biayanya', remarks.itemised ?? [], 'kelas'),
    sexUnknown: counted(
      'sex-unknown',
      'Orang yang jenis kelaminnya belum tercatat',
      remarks.sexUnknown ?? [],
      'orang',
      'people',
    ),
    cost: sum({
      ref: `planning.scenario-cost:${id}`,
      label: 'Biaya rencana',
      unit: 'rupiah',
      asOf,
      parts: solution.lines.filter(l => l.used > 0).map(l => leaf(nameOf(l.line), l.used)),
    }),
    objective:
      solution.parts === null
        ? null
        : sum({
            ref: `planning.scenario-objective:${id}`,
            label: 'Poin rencana',
            unit: 'points',
            digits: 0,
            asOf,
            parts: Object.entries(solution.parts).map(([part, points]) =>
              leaf(partWords[part] ?? part, points, 'points'),
            ),
          }),
    bound: {
      ...leaf('Batas terbukti', solution.bound, 'points'),
      ref: `planning.scenario-bound:${id}`,
      digits: 0,
    },
    lines: solution.lines.map(l => {
      const seats = costs.filter(c => c.line === l.line).reduce((s, c) => s + c.amount, 0)
      const more = solution.marginal.find(m => m.line === l.line)
      return {
        line: l.line,
        name: nameOf(l.line),
        amount: { ...leaf('Tersedia', l.amount), ref: `planning.scenario-available:${id}:${l.line}` },
        isUsed: l.used > 0,
        share: l.amount > 0 ? l.used / l.amount : null,
        used: sum({
          ref: `planning.scenario-line:${id}:${l.line}`,
          label: 'Terpakai dalam rencana',
          unit: 'rupiah',
          asOf,
          parts: [leaf('Biaya kursi', seats), leaf('Biaya tetap kelas', l.used - seats)],
        }),
        /** Points of Rp10 million more: exact, or null with the range proven. */
        more: more
          ? {
              gain: {
                ...leaf('Tambahan Rp10 juta membeli', more.exact ? more.gain : null, 'points'),
                ref: `planning.scenario-more:${id}:${l.line}`,
                digits: 0,
                bounds: more.exact ? null : ([more.gainLow, more.gainHigh] as [number, number]),
              },
              isExact: more.exact,
              isNothing: (more.exact ? (more.gain ?? 0) : more.gainHigh) <= 0,
              adds: more.adds,
              drops: more.drops,
            }
          : null,
      }
    }),
  }
}
