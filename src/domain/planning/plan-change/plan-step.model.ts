import type { ModuleOffer } from '../plan/whole-plan.model.ts'

/** What can make a plan no longer fit. */
export const changeCauses = [
  'moved',
  'promoted',
  'module-failed',
  'class-cancelled',
  'class-moved',
  'budget-cut',
  'priority-competency',
  'evaluation',
] as const
export type ChangeCause = (typeof changeCauses)[number]
export type Decider = 'employee' | 'supervisor' | 'officer'

export type PlanChangeRules = {
  dueDays: number
  addAtMost: number
  checkFromDay: number
  /** A programme that fewer than this share apply on the job, in percent, is asked about. */
  applicationAtLeast: number
  decides: Record<ChangeCause, Decider[]>
  tiers: string[][]
}

/** An item as it goes into a new version. */
export type CarriedItem = {
  moduleId: string | null
  sessionId: string | null
  title: string
  method: string
  shareClass: 70 | 20 | 10
  startsOn: string | null
  endsOn: string | null
  jp: number | null
  cost: number | null
  budgetLineId: string | null
  competencyId: string | null
  fromLevel: number | null
  toLevel: number | null
  reason: string | null
  indicator: string | null
  baseline: string | null
  target: string | null
  evidenceAsked: string | null
  checkedBy: string | null
}

/** One change of a plan with its reason. `item` is what stands in the new version; null for what goes. */
export type PlanStep = {
  verb: 'move' | 'replace' | 'drop' | 'add'
  /** What it touches, as `keyOf` names it; null for what is added. */
  key: string | null
  title: string
  why: string
  item: CarriedItem | null
}

/** The same item in two versions of a plan. */
export const keyOf = (i: { moduleId: string | null; title: string }): string => i.moduleId ?? i.title

/** A post of a higher tier is a promotion; any other change of post is a move. */
export const postChange = (
  { from, to }: { from: string | null; to: string | null },
  rules: Pick<PlanChangeRules, 'tiers'>,
): 'moved' | 'promoted' => {
  const rank = (tier: string | null) => rules.tiers.findIndex(t => tier !== null && t.includes(tier))
  return rank(from) >= 0 && rank(to) > rank(from) ? 'promoted' : 'moved'
}

const atOffer = (item: CarriedItem, o: ModuleOffer): CarriedItem => ({
  ...item,
  moduleId: o.moduleId,
  sessionId: o.sessionId,
  title: o.title,
  method: o.method,
  shareClass: o.shareClass,
  jp: o.jp,
  cost: o.cost,
  startsOn: o.startsOn,
  endsOn: o.endsOn,
})

const fits = (item: CarriedItem, o: ModuleOffer) =>
  o.competencyId === item.competencyId &&
  o.moduleId !== item.moduleId &&
  o.fromLevel <= (item.fromLevel ?? 0) &&
  o.toLevel >= (item.toLevel ?? 1)

/** Cheapest first, a dated class before one without a date; unknown cost last. */
const inOrder = (offers: readonly ModuleOffer[]) =>
  [...offers].sort(
    (a, b) =>
      Number(a.startsOn === null) - Number(b.startsOn === null) ||
      (a.cost ?? Number.MAX_SAFE_INTEGER) - (b.cost ?? Number.MAX_SAFE_INTEGER) ||
      a.moduleId.localeCompare(b.moduleId),
  )

/** Guidance at work in place of a course that is not to be had. */
const guided = (item: CarriedItem, reason: string): CarriedItem => ({
  ...item,
  moduleId: null,
  sessionId: null,
  title: `Pendampingan: ${item.title}`.slice(0, 300),
  method: 'Bimbingan di tempat kerja',
  shareClass: 20,
  startsOn: null,
  endsOn: null,
  jp: null,
  cost: 0,
  budgetLineId: null,
  reason,
})

/**
 * What takes the place of an item that cannot go on as planned: another class of the module, another module that builds the
 * same, else guidance at work; an item that builds nothing named goes.
 */
export const elsewhere = (
  item: CarriedItem,
  { repeats, others }: { repeats: readonly ModuleOffer[]; others: readonly ModuleOffer[] },
): PlanStep => {
  const key = keyOf(item)
  const [again] = [...repeats].sort((a, b) => (a.startsOn ?? '').localeCompare(b.startsOn ?? ''))
  if (again)
    return {
      verb: 'move',
      key,
      title: item.title,
      why: 'Modul yang sama masih dibuka pada tanggal lain.',
      item: { ...item, sessionId: again.sessionId, startsOn: again.startsOn, endsOn: again.endsOn },
    }
  const [other] = inOrder(others.filter(o => fits(item, o)))
  if (other)
    return {
      verb: 'replace',
      key,
      title: item.title,
      why: `${other.title} membangun kompetensi yang sama sampai level ${other.toLevel}.`,
      item: atOffer(item, other),
    }
  if (item.competencyId !== null)
    return {
      verb: 'replace',
      key,
      title: item.title,
      why: 'Belum ada kelas atau modul lain. Kompetensinya tetap dibangun di tempat kerja.',
      item: guided(item, 'Pengganti selama belum ada kelas lain.'),
    }
  return {
    verb: 'drop',
    key,
    title: item.title,
    why: 'Tidak ada kelas lain, dan tidak menutup kesenjangan.',
    item: null,
  }
}

export type Gap = { competencyId: string; name: string; current: number; required: number; weight: number }

/** An item that closes a gap no item closes yet. */
const closing = (gap: Gap, offers: readonly ModuleOffer[], why: string): PlanStep | null => {
  const [best] = inOrder(
    offers.filter(o => o.competencyId === gap.competencyId && o.fromLevel <= gap.current && o.toLevel > gap.current),
  )
  if (!best) return null
  const to = Math.min(best.toLevel, gap.required)
  return {
    verb: 'add',
    key: null,
    title: best.title,
    why,
    item: {
      moduleId: best.moduleId,
      sessionId: best.sessionId,
      title: best.title,
      method: best.method,
      shareClass: best.shareClass,
      startsOn: best.startsOn,
      endsOn: best.endsOn,
      jp: best.jp,
      cost: best.cost,
      budgetLineId: null,
      competencyId: gap.competencyId,
      fromLevel: gap.current,
      toLevel: to,
      reason: why,
      indicator: `Menerapkan ${gap.name} dalam pekerjaan, dilihat atasan`,
      baseline: `level ${gap.current}`,
      target: `level ${to}`,
      evidenceAsked: null,
      checkedBy: null,
    },
  }
}

/** For another post: what it does not ask for goes, its largest gaps come in. Items already running stay. */
export const forNewPost = (
  items: readonly (CarriedItem & { isBegun: boolean })[],
  {
    post,
    asked,
    gaps,
    offers,
  }: { post: string; asked: ReadonlySet<string>; gaps: readonly Gap[]; offers: readonly ModuleOffer[] },
  rules: Pick<PlanChangeRules, 'addAtMost'>,
): PlanStep[] => {
  const going = items.filter(i => !i.isBegun && i.competencyId !== null && !asked.has(i.competencyId))
  const planned = new Set(items.map(i => i.competencyId))
  const coming = [...gaps]
    .filter(g => !planned.has(g.competencyId))
    .sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name))
    .flatMap(g => closing(g, offers, `${post} meminta ${g.name} level ${g.required}.`) ?? [])
  // One module may close two gaps.
  const once = [...new Map(coming.map(s => [keyOf(s.item!), s])).values()].slice(0, rules.addAtMost)
  return [
    ...going.map(
      ({ isBegun: _, ...i }): PlanStep => ({
        verb: 'drop',
        key: keyOf(i),
        title: i.title,
        why: `${post} tidak meminta kompetensi ini.`,
        item: null,
      }),
    ),
    ...once,
  ]
}

/** For a competency that became a priority: the module that closes the gap, when no item does. */
export const forPriority = (items: readonly CarriedItem[], gap: Gap, offers: readonly ModuleOffer[]): PlanStep[] =>
  items.some(i => i.competencyId === gap.competencyId)
    ? []
    : [closing(gap, offers, `${gap.name} ditetapkan sebagai kompetensi prioritas.`) ?? []].flat()

/** For a check on the job that did not show it: guidance until it does. */
export const forCheck = (
  items: readonly CarriedItem[],
  {
    title,
    competency,
    competencyId,
    toLevel,
  }: { title: string; competency: string | null; competencyId: string | null; toLevel: number | null },
): PlanStep[] => {
  const name = `Pendampingan ulang: ${competency ?? title}`.slice(0, 300)
  return items.some(i => i.title === name)
    ? []
    : [
        {
          verb: 'add',
          key: null,
          title: name,
          why: 'Pemeriksaan di tempat kerja belum melihat penerapannya.',
          item: {
            moduleId: null,
            sessionId: null,
            title: name,
            method: 'Coaching',
            shareClass: 20,
            startsOn: null,
            endsOn: null,
            jp: null,
            cost: 0,
            budgetLineId: null,
            competencyId,
            fromLevel: null,
            toLevel,
            reason: 'Menindaklanjuti hasil pemeriksaan penerapan.',
            indicator: `Perilaku terlihat pada pemeriksaan ulang: ${title}`.slice(0, 500),
            baseline: 'belum terlihat',
            target: 'terlihat tanpa bantuan',
            evidenceAsked: null,
            checkedBy: null,
          },
        },
      ]
}

/**
 * For a programme whose evaluation speaks against its modules: each item of them that has not begun goes to another module that
 * builds the same, else gets guidance at work beside it.
 */
export const forEvaluation = (
  items: readonly (CarriedItem & { isBegun: boolean })[],
  {
    programme,
    moduleIds,
    offers,
  }: { programme: string; moduleIds: ReadonlySet<string>; offers: readonly ModuleOffer[] },
): PlanStep[] =>
  items
    .filter(i => !i.isBegun && i.moduleId !== null && moduleIds.has(i.moduleId))
    .flatMap(({ isBegun: _, ...item }): PlanStep[] => {
      const [other] = inOrder(offers.filter(o => !moduleIds.has(o.moduleId) && fits(item, o)))
      if (other)
        return [
          {
            verb: 'replace',
            key: keyOf(item),
            title: item.title,
            why: `${other.title} membangun kompetensi yang sama dan tidak dipakai ${programme}.`,
            item: atOffer(item, other),
          },
        ]
      const title = `Pendampingan: ${item.title}`.slice(0, 300)
      return items.some(i => i.title === title)
        ? []
        : [
            {
              verb: 'add',
              key: null,
              title,
              why: `Belum ada modul lain. Pendampingan di tempat kerja menyertai kelasnya.`,
              item: {
                ...guided(item, `Menyertai ${item.title} menurut hasil evaluasi ${programme}.`),
                title,
                indicator: item.indicator ?? `Menerapkan ${item.title} dalam pekerjaan, dilihat atasan`,
                target: item.target ?? 'terlihat tanpa bantuan',
              },
            },
          ]
    })

export type Charged = { planId: string; item: CarriedItem & { cost: number; isBegun: boolean } }

/**
 * Which charged items a smaller ceiling can no longer pay, and what each could do: those not begun, the latest first, until the
 * rest fits. Another line with room, else a module for less, else it goes to next year's needs.
 */
export const forBudgetCut = (
  charged: readonly Charged[],
  {
    line,
    ceiling,
    others,
    offers,
  }: {
    line: string
    ceiling: number
    others: readonly { id: string; name: string; room: number }[]
    offers: readonly ModuleOffer[]
  },
): { planId: string; step: PlanStep }[] => {
  let over = charged.reduce((sum, c) => sum + c.item.cost, 0) - ceiling
  const room = new Map(others.map(l => [l.id, l.room]))
  const steps: { planId: string; step: PlanStep }[] = []
  const latest = [...charged]
    .filter(c => !c.item.isBegun)
    .sort(
      (a, b) =>
        (b.item.startsOn ?? '9999').localeCompare(a.item.startsOn ?? '9999') ||
        b.item.cost - a.item.cost ||
        a.planId.localeCompare(b.planId),
    )
  for (const { planId, item: withState } of latest) {
    if (over <= 0) break
    const { isBegun: _, ...item } = withState
    const base = { key: keyOf(item), title: item.title }
    const payer = others.find(l => (room.get(l.id) ?? 0) >= item.cost)
    const cheaper = inOrder(offers.filter(o => fits(item, o) && o.cost !== null && o.cost <= item.cost - over))[0]
    const free = inOrder(offers.filter(o => fits(item, o) && o.cost === 0))[0]
    if (payer) {
      room.set(payer.id, (room.get(payer.id) ?? 0) - item.cost)
      over -= item.cost
      steps.push({
        planId,
        step: {
          ...base,
          verb: 'move',
          why: `Dibebankan pada ${payer.name}, yang masih cukup.`,
          item: { ...item, budgetLineId: payer.id },
        },
      })
    } else if (cheaper ?? free) {
      const other = (cheaper ?? free)!
      over -= item.cost - (other.cost ?? 0)
      steps.push({
        planId,
        step: {
          ...base,
          verb: 'replace',
          why: `${other.title} membangun kompetensi yang sama dengan biaya lebih rendah.`,
          item: { ...atOffer(item, other), budgetLineId: other.cost ? item.budgetLineId : null },
        },
      })
    } else {
      over -= item.cost
      steps.push({
        planId,
        step: {
          ...base,
          verb: 'drop',
          why: `Pagu ${line} tidak lagi cukup. Kebutuhannya masuk daftar tahun depan.`,
          item: null,
        },
      })
    }
  }
  return steps
}

/** The steps laid on a plan as it stands now; a step whose item is gone, or is there already, is passed over. */
export const applySteps = (
  items: readonly CarriedItem[],
  steps: readonly PlanStep[],
): { items: CarriedItem[]; applied: PlanStep[] } => {
  let next = [...items]
  const applied: PlanStep[] = []
  for (const step of steps) {
    const has = next.some(i => keyOf(i) === step.key)
    if (step.verb === 'add') {
      if (!step.item || next.some(i => keyOf(i) === keyOf(step.item!))) continue
      next.push(step.item)
    } else if (!has) continue
    else if (step.item === null) next = next.filter(i => keyOf(i) !== step.key)
    else next = next.map(i => (keyOf(i) === step.key ? step.item! : i))
    applied.push(step)
  }
  return { items: next, applied }
}
