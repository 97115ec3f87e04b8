import { learnEffects, type ModuleEvidence, recommendModules } from '#core/math/recommend-modules.ts'
import { formatDay, formatRupiah } from '#core/text/format.ts'
import { type Day, wholeMonthsBetween } from '#core/values/day.ts'
import type { ClosingWay, GapQuestion } from '#platform/web/answers.ts'

/** A module of the catalogue as the ranking looks at it. */
export type ClosingCandidate = {
  id: string
  code: string
  name: string
  method: string
  jp: number | null
  costPerHead: number | null
  isInternal: boolean
  effects: { code: string; fromLevel: number; toLevel: number; measured: number; risen: number }[]
  /** Modules that must be done before; one of each clause is enough. */
  prerequisites: { id: string; name: string; clause: number }[]
  session: { startsOn: Day; endsOn: Day; place: string | null; isOnline: boolean } | null
  /** Something in the person's plan at the same time as the session. */
  clash?: string | null
  /** In the person's own plan. */
  inPlan: 'planned' | 'running' | 'done' | 'proposed' | null
}

/** Shares of fewer people than this are not printed: a single result would be readable. */
export const leastMeasured = 5
const weights = { mutlak: 3, penting: 2, perlu: 1 }

const spell = (n: number) => String(Math.round(n * 10) / 10).replace('.', ',')

const stateOf = (inPlan: ClosingCandidate['inPlan']): ClosingWay['state'] =>
  inPlan === 'planned'
    ? { word: 'Dalam rencana', tone: 'ok' }
    : inPlan === 'running'
      ? { word: 'Sedang berjalan', tone: 'ok' }
      : inPlan === 'proposed'
        ? { word: 'Diusulkan', tone: 'proposed' }
        : inPlan === 'done'
          ? { word: 'Sudah diikuti', tone: 'plain' }
          : null

/**
 * Ways to close a person's gaps, best first: expected levels closed, weighed by how much the post asks for them.
 * A level that is not known closes nothing: it is to be assessed first. What cannot start yet stands below.
 */
export const rankClosing = (
  question: GapQuestion,
  candidates: readonly ClosingCandidate[],
  on: Day,
): { ways: ClosingWay[]; uncovered: string[]; limits: string } => {
  const gaps = question.gaps.filter(
    (g): g is (typeof question.gaps)[number] & { level: number } => g.level !== null && g.level < g.standard,
  )
  const evidence: ModuleEvidence[] = candidates.map(m => ({
    id: m.id,
    x: m.effects.reduce((s, e) => s + e.risen, 0),
    n: m.effects.reduce((s, e) => s + e.measured, 0),
  }))
  const learned = learnEffects(evidence)
  const shareOf = new Map(learned.modules.map(m => [m.id, m.posterior]))
  const done = new Set(candidates.filter(m => m.inPlan === 'done').map(m => m.id))
  const clausesOf = (m: ClosingCandidate) =>
    [...Map.groupBy(m.prerequisites, p => p.clause).values()].filter(clause => !clause.some(p => done.has(p.id)))
  const fitting = candidates.map(m => ({
    m,
    fits: m.effects.flatMap(e => {
      const gap = gaps.find(g => g.code === e.code)
      return gap && e.fromLevel <= gap.level && e.toLevel > gap.level ? [{ e, gap }] : []
    }),
    early: m.effects.flatMap(e => {
      const gap = gaps.find(g => g.code === e.code)
      return gap && e.fromLevel > gap.level && e.toLevel > gap.level ? [{ e, gap }] : []
    }),
  }))
  const share = (id: string) => shareOf.get(id) ?? learned.mu
  const ranked = recommendModules(
    gaps.map(g => ({ competency: g.code, level: g.level, standard: g.standard, importance: weights[g.importance] })),
    fitting
      .filter(f => f.fits.length > 0)
      .map(({ m, fits }) => ({
        id: m.id,
        // Whoever succeeds reaches the module's level; the others stay where they are.
        competencies: fits.map(({ e, gap }) => {
          const gain = e.toLevel - gap.level
          const q = share(m.id)
          return {
            competency: e.code,
            levelCap: e.toLevel,
            p: Array.from({ length: gain + 1 }, (_, d) => (d === 0 ? 1 - q : d === gain ? q : 0)),
          }
        }),
        prerequisites: clausesOf(m).map((_, i) => `syarat ${i + 1}`),
        cost: m.costPerHead,
        jp: m.jp,
      })),
  ).recommendations
  const byId = new Map(fitting.map(f => [f.m.id, f]))
  const evidenceWords = (m: ClosingCandidate): string => {
    const { x = 0, n = 0 } = evidence.find(e => e.id === m.id) ?? {}
    if (n >= leastMeasured) return `${x} dari ${n} peserta terdahulu naik level`
    return n > 0
      ? `kurang dari ${leastMeasured} peserta terdahulu sudah diukur, jadi hasilnya belum dapat disebut`
      : 'belum ada peserta terdahulu yang diukur; hasilnya belum terbukti'
  }
  const wayOf = ({ m, fits, early }: (typeof fitting)[number], blocked: string[]): ClosingWay => ({
    key: m.id,
    title: m.name,
    href: `/diklat/katalog/${m.id}`,
    facts: [
      m.method,
      m.jp === null ? null : `${spell(m.jp)} JP`,
      m.session
        ? `${formatDay(m.session.startsOn, 'short')} sampai ${formatDay(m.session.endsOn, 'short')}`
        : 'belum ada jadwal',
      m.costPerHead === null
        ? 'biaya belum diketahui'
        : m.costPerHead === 0
          ? 'tanpa biaya'
          : formatRupiah(m.costPerHead),
    ]
      .filter(Boolean)
      .join(' · '),
    closes: (fits.length > 0 ? fits : early).map(({ e, gap }) => ({
      code: gap.code,
      words:
        e.toLevel >= gap.standard
          ? `menutup ${gap.name} (level ${gap.level} ke ${gap.standard})`
          : `membawa ${gap.name} paling tinggi ke level ${e.toLevel}; standarnya ${gap.standard}, sisanya perlu langkah lain`,
    })),
    reasons: [
      ...blocked,
      ...(fits.some(f => f.gap.importance === 'mutlak') ? ['kompetensi ini mutlak bagi jabatannya'] : []),
      evidenceWords(m),
      ...(m.session
        ? [
            m.clash ? `jadwalnya bertabrakan dengan ${m.clash} dalam rencananya` : null,
            m.session.isOnline ? 'dapat diikuti dari tempat kerja' : m.session.place ? `di ${m.session.place}` : null,
            wholeMonthsBetween(on, m.session.startsOn) < 2 ? 'kelasnya segera mulai' : null,
          ].filter((v): v is string => v !== null)
        : []),
      ...(m.isInternal && m.costPerHead === 0 ? ['diselenggarakan sendiri'] : []),
    ],
    state: stateOf(m.inPlan),
  })
  const open = ranked.flatMap(r => {
    const found = byId.get(r.module)
    if (!found) return []
    const waits = clausesOf(found.m).map(clause => `perlu lebih dahulu: ${clause.map(p => p.name).join(' atau ')}`)
    return [wayOf(found, waits)]
  })
  const later = fitting
    .filter(f => f.fits.length === 0 && f.early.length > 0)
    .map(f =>
      wayOf(
        f,
        f.early.map(({ e, gap }) => `mulai dari level ${e.fromLevel} ${gap.name}; sekarang ${gap.level}`),
      ),
    )
  const covered = new Set(open.flatMap(w => w.closes.map(c => c.code)))
  const counted = evidence.reduce((s, e) => s + e.n, 0)
  return {
    ways: [...open, ...later],
    uncovered: gaps.filter(g => !covered.has(g.code)).map(g => g.name),
    limits:
      counted > 0
        ? 'Urutannya memperhitungkan hasil peserta terdahulu. Hasil itu bukan janji; pilih bersama atasan.'
        : 'Belum ada hasil peserta terdahulu. Urutannya menurut level yang dapat ditutup dan biayanya; pilih bersama atasan.',
  }
}
