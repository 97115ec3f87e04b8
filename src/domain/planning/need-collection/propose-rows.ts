import type { Day } from '#core/values/day.ts'
import type { Importance } from '#domain/competency/position-standard/position-standard.model.ts'
import { type ClosingCandidate, rankClosing } from '../need/rank-closing.ts'
import type { CollectionRules, CompetencyKind, OrderedNeed } from './need-order.model.ts'
import { formOf } from './need-order.model.ts'

export type AskedNeed = {
  competencyId: string
  code: string
  name: string
  kind: CompetencyKind
  /** Null: nobody knows the level. */
  current: number | null
  required: number
  importance: Importance
}

export type AskedPerson = {
  id: string
  needs: AskedNeed[]
  /** Verified JP of the year. */
  jp: number | null
  /** Mandatory leadership training not held, as the rule calls it for the tier; null: held, or none is asked. */
  leadership: string | null
  doneModuleIds: readonly string[]
  /** Competencies that a plan in force covers already. */
  coveredIds: ReadonlySet<string>
  /** What earlier years could not give: competency to how many times and since when. */
  deferred: ReadonlyMap<string, { times: number; since: Day; reason: string }>
}

/** A module as the collection proposes it. */
export type AskedModule = Omit<ClosingCandidate, 'inPlan' | 'session'> & {
  form: string | null
  provider: string | null
}

export type ProposedRow = {
  origin: 'gap' | 'unknown' | 'leadership' | 'deferred'
  competencyId: string | null
  subject: string
  kind: CompetencyKind | null
  held: number | null
  required: number | null
  importance: Importance | null
  why: string
  module: AskedModule | null
  title: string
  form: string | null
  deferrals: number
  waitingSince: Day | null
  order: OrderedNeed
}

const sentence = (text: string) => (text ? `${text[0].toUpperCase()}${text.slice(1)}` : text)

/**
 * What a collection asks of one person, most urgent first: what earlier years put off, the largest gaps with the module
 * that closes each, mandatory training not held. A level nobody knows is no gap: it becomes one row that asks for a
 * measurement. `rank` gives the modules for the person's gaps, best first; one module is proposed once.
 */
export const proposeRows = (
  person: AskedPerson,
  modules: readonly AskedModule[],
  rules: CollectionRules,
  rank: (
    gaps: readonly AskedNeed[],
    done: readonly string[],
  ) => readonly { moduleId: string; closes: readonly string[]; reasons: readonly string[] }[],
): ProposedRow[] => {
  const { priority } = rules
  const order = (need: AskedNeed | null, subject: string, more: Partial<OrderedNeed> = {}): OrderedNeed => ({
    subject,
    held: need?.current ?? null,
    required: need?.required ?? null,
    importance: need?.importance ?? null,
    jp: person.jp,
    lacksLeadership: false,
    deferrals: 0,
    ...more,
  })
  const weight = (need: AskedNeed) =>
    priority.perLevel * (need.required - need.current!) +
    priority.importance[need.importance] +
    ((person.deferred.get(need.competencyId)?.times ?? 0) >= priority.deferralsThatRaise ? priority.deferredAgain : 0)
  const gaps = person.needs
    .filter(n => n.current !== null && n.current < n.required)
    .filter(n => person.deferred.has(n.competencyId) || !person.coveredIds.has(n.competencyId))
    .sort((a, b) => weight(b) - weight(a) || a.code.localeCompare(b.code))
  const ways = gaps.length > 0 ? rank(gaps, person.doneModuleIds) : []
  const byId = new Map(modules.map(m => [m.id, m]))
  const rows: ProposedRow[] = []
  const used = new Map<string, ProposedRow>()
  let asked = 0
  for (const need of gaps) {
    const waiting = person.deferred.get(need.competencyId)
    if (!waiting && asked >= rules.rowsPerPerson) continue
    const way = ways.find(w => w.closes.includes(need.code) && !person.doneModuleIds.includes(w.moduleId))
    const module = way ? (byId.get(way.moduleId) ?? null) : null
    const same = module ? used.get(module.id) : undefined
    if (same) {
      same.why = `${same.why} Juga menutup ${need.name}.`
      continue
    }
    if (!waiting) asked++
    const row: ProposedRow = {
      origin: waiting ? 'deferred' : 'gap',
      competencyId: need.competencyId,
      subject: need.name,
      kind: need.kind,
      held: need.current,
      required: need.required,
      importance: need.importance,
      why: [
        waiting ? `Belum terpenuhi sebelumnya: ${waiting.reason.replace(/[.\s]+$/, '')}.` : '',
        way && module
          ? `${sentence(way.reasons[0] ?? 'menutup kesenjangan jabatan')}.`
          : 'Belum ada modul katalog yang menutupnya.',
      ]
        .filter(Boolean)
        .join(' '),
      module,
      title: module?.name ?? `Pengembangan ${need.name}`,
      form: module ? (module.form ?? formOf(module.method, need.kind, rules)) : null,
      deferrals: waiting?.times ?? 0,
      waitingSince: waiting?.since ?? null,
      order: order(need, need.name, { deferrals: waiting?.times ?? 0 }),
    }
    rows.push(row)
    if (module) used.set(module.id, row)
  }
  if (person.leadership) {
    const words = person.leadership
    const module = modules.find(m => m.name.includes(words) && !person.doneModuleIds.includes(m.id)) ?? null
    const taken = module ? used.get(module.id) : undefined
    if (taken) {
      taken.why = `${taken.why} Sekaligus pelatihan kepemimpinan wajib.`
      taken.order = { ...taken.order, lacksLeadership: true }
    } else
      rows.push({
        origin: 'leadership',
        competencyId: null,
        subject: 'Pelatihan kepemimpinan sesuai jenjang',
        kind: 'managerial',
        held: null,
        required: null,
        importance: null,
        why: 'Pelatihan kepemimpinan wajib bagi jenjang ini belum tercatat.',
        module,
        title: module?.name ?? `Pelatihan ${words}`,
        form: 'Pelatihan struktural kepemimpinan',
        deferrals: 0,
        waitingSince: null,
        order: order(null, words, { lacksLeadership: true }),
      })
  }
  const unknown = person.needs.filter(n => n.current === null)
  if (unknown.length > 0) {
    const named = unknown.slice(0, 3).map(n => n.name)
    rows.push({
      origin: 'unknown',
      competencyId: null,
      subject: named.join(', ') + (unknown.length > named.length ? ', dan lainnya' : ''),
      kind: null,
      held: null,
      required: null,
      importance: null,
      why: 'Levelnya belum diketahui, jadi yang diminta pengukurannya, bukan diklatnya.',
      module: null,
      title: 'Penilaian kompetensi',
      form: null,
      deferrals: 0,
      waitingSince: null,
      order: {
        subject: 'Penilaian kompetensi',
        held: null,
        required: null,
        importance: null,
        jp: null,
        lacksLeadership: false,
        deferrals: 0,
      },
    })
  }
  return rows
}

/** The ranking of the gap screen for many people: those with the same gaps share one answer. */
export const rankingOf = (modules: readonly AskedModule[], on: Day) => {
  const known = new Map<string, { moduleId: string; closes: string[]; reasons: string[] }[]>()
  return (gaps: readonly AskedNeed[], done: readonly string[]) => {
    const finished = new Set(done)
    const key = [
      ...gaps.map(g => `${g.code}:${g.current}:${g.required}:${g.importance}`),
      '|',
      ...[...done].sort(),
    ].join(',')
    const earlier = known.get(key)
    if (earlier) return earlier
    const codes = new Set(gaps.map(g => g.code))
    const candidates = modules
      .filter(m => m.effects.some(e => codes.has(e.code)))
      .map(m => ({ ...m, session: null, inPlan: finished.has(m.id) ? ('done' as const) : null }))
    const open = new Map(
      candidates.map(m => [
        m.id,
        [...Map.groupBy(m.prerequisites, p => p.clause).values()].some(clause => !clause.some(p => finished.has(p.id))),
      ]),
    )
    const ways = rankClosing(
      {
        employeeId: '',
        gaps: gaps.map(g => ({
          code: g.code,
          name: g.name,
          level: g.current,
          standard: g.required,
          importance: g.importance,
        })),
      },
      candidates,
      on,
    ).ways.map(w => ({ moduleId: w.key, closes: w.closes.map(c => c.code), reasons: [...w.reasons] }))
    // What another module must precede stands behind what can begin now.
    const sorted = [...ways.filter(w => !open.get(w.moduleId)), ...ways.filter(w => open.get(w.moduleId))]
    known.set(key, sorted)
    return sorted
  }
}
