import { type Day, daysBetween } from '#core/values/day.ts'
import { type Stage, stages } from '../cycle/stage.model.ts'

export type CycleRules = {
  checks: { code: string; label: string; owner: string }[]
  /** Readiness score wanted before the ekspose. */
  readinessForEkspose: number
  remindBeforeDays: number[]
  remindEveryDaysWhenLate: number
}

export type CheckState = 'met' | 'not-met' | 'not-applicable'

/** What the state machine looks at before a cycle goes on. */
export type CycleFacts = {
  on: Day
  isPlaced: boolean
  checks: { code: string; label: string; owner: string; state: CheckState | null }[]
  hasCommittee: boolean
  openSessions: { id: string; name: string }[]
  /** Moves nobody has decided. */
  proposedMoves: number
  hasRatifiedMap: boolean
  objectionUntil: Day | null
  openObjections: { id: string; name: string; dueOn: Day }[]
  hasDecree: boolean
}

/** What holds the next stage, in words, with who clears it and where. */
export type Blocker = { what: string; who: string; href: string; kind: string }

/** What stands between a cycle and a stage; empty when nothing does. Every stage asks for all that earlier ones ask. */
export const blockersOf = (to: Stage, facts: CycleFacts): Blocker[] => {
  const at = stages.indexOf(to)
  const from = (stage: Stage) => at >= stages.indexOf(stage)
  const blockers: Blocker[] = []
  if (from('SIDANG_KOMITE')) {
    for (const check of facts.checks)
      if (check.state === null || check.state === 'not-met')
        blockers.push({
          kind: 'check',
          what: `${check.label}: ${check.state === null ? 'belum diperiksa' : 'belum terpenuhi'}`,
          who: check.owner,
          href: `#syarat-${check.code}`,
        })
    if (!facts.isPlaced)
      blockers.push({ kind: 'map', what: 'Peta belum dihitung', who: 'pengelola talenta', href: '#langkah' })
    if (!facts.hasCommittee)
      blockers.push({
        kind: 'committee',
        what: 'Komite talenta belum dicatat menurut SK',
        who: 'pengelola talenta',
        href: '/talenta/sidang',
      })
  }
  if (from('SANGGAH')) {
    for (const session of facts.openSessions)
      blockers.push({
        kind: 'session',
        what: `${session.name} belum ditutup`,
        who: 'ketua atau sekretaris komite',
        href: `/talenta/sidang/${session.id}`,
      })
    if (facts.proposedMoves > 0)
      blockers.push({
        kind: 'move',
        what: `${facts.proposedMoves} usul pindah belum diputus`,
        who: 'komite talenta',
        href: '/talenta/sidang',
      })
    if (!facts.hasRatifiedMap)
      blockers.push({
        kind: 'ratified',
        what: 'Peta belum disahkan dalam sidang komite',
        who: 'komite talenta',
        href: '/talenta/sidang',
      })
  }
  if (from('DITETAPKAN_PPK')) {
    if (facts.objectionUntil !== null && facts.on <= facts.objectionUntil)
      blockers.push({
        kind: 'window',
        what: 'Masa sanggah belum berakhir',
        who: 'menunggu tanggal',
        href: '/talenta/sanggah',
      })
    for (const o of facts.openObjections)
      blockers.push({
        kind: 'objection',
        what: `Sanggahan ${o.name} belum dijawab`,
        who: 'penilai kedua',
        href: `/talenta/sanggah?jawab=${o.id}`,
      })
    if (!facts.hasDecree)
      blockers.push({
        kind: 'decree',
        what: 'Nomor keputusan PPK belum dicatat',
        who: 'pengelola talenta',
        href: '#bukti',
      })
  }
  return blockers
}

/** From the committee's stage on, results are frozen; only a correction with a reason makes a new version. */
export const isFrozenFrom = (stage: Stage): boolean => stages.indexOf(stage) >= stages.indexOf('SIDANG_KOMITE')

/** Is this a day on which the owner of a step is reminded? Before it is due on the days of the rule set, afterwards at its interval. */
export const remindsOn = (
  due: Day,
  on: Day,
  rules: Pick<CycleRules, 'remindBeforeDays' | 'remindEveryDaysWhenLate'>,
): boolean => {
  const left = daysBetween(on, due)
  return left >= 0 ? rules.remindBeforeDays.includes(left) : -left % rules.remindEveryDaysWhenLate === 0
}

export type ResultRow = {
  employeeId: string
  box: number | null
  x: number | null
  y: number | null
  placement: string
}

/** Whom a correction touches: from where to where; people who came or left are named as such. */
export const touchedBetween = (
  before: readonly ResultRow[],
  after: readonly ResultRow[],
): { employeeId: string; before: ResultRow | null; after: ResultRow | null }[] => {
  const old = new Map(before.map(r => [r.employeeId, r]))
  const fresh = new Map(after.map(r => [r.employeeId, r]))
  const same = (a: ResultRow | undefined, b: ResultRow | undefined) =>
    a !== undefined && b !== undefined && a.box === b.box && a.x === b.x && a.y === b.y && a.placement === b.placement
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter(id => !same(old.get(id), fresh.get(id)))
    .map(id => ({ employeeId: id, before: old.get(id) ?? null, after: fresh.get(id) ?? null }))
}
