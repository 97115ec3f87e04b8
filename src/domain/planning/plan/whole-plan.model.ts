/** What a whole plan should hold something of. */
export const planKinds = ['technical', 'leadership', 'change', 'communication', 'interpersonal'] as const
export type PlanKind = (typeof planKinds)[number]

type TemplateItem = { kind: PlanKind; share: 70 | 20; method: string; title: string; indicator: string; target: string }
export type PlanTemplate = {
  /** Modules that close gaps, at most. */
  modulesAtMost: number
  /** Kind of a competency by its code; a code it lacks is technical. */
  kinds: Record<string, PlanKind>
  onJob: { perFormalJp: number; atMost: number }
  withOthers: { perFormalJp: number; atMost: number }
  /** The first role whose tiers name the person's; an empty list is for everybody else. */
  roles: { tiers: string[]; items: TemplateItem[] }[]
}

export type WholePlanGap = {
  competencyId: string
  code: string
  name: string
  current: number
  required: number
  weight: number
}
/** A module, with its next class, that can stand in a plan. */
export type ModuleOffer = {
  moduleId: string
  sessionId: string | null
  title: string
  method: string
  shareClass: 70 | 20 | 10
  jp: number | null
  cost: number | null
  startsOn: string | null
  endsOn: string | null
  competencyId: string
  fromLevel: number
  toLevel: number
}
export type WholePlanLine = { id: string; name: string; available: number; isOwn: boolean }
export type WholePlanItem = {
  kind: PlanKind
  moduleId: string | null
  sessionId: string | null
  title: string
  method: string
  shareClass: 70 | 20 | 10
  jp: number | null
  cost: number | null
  startsOn: string | null
  endsOn: string | null
  budgetLineId: string | null
  competencyId: string | null
  fromLevel: number | null
  toLevel: number | null
  reason: string
  indicator: string
  target: string
}
export type WholePlan = {
  items: WholePlanItem[]
  /** Gaps left open, with why. */
  open: { name: string; why: string }[]
}

export const kindOf = (code: string | null, template: Pick<PlanTemplate, 'kinds'>): PlanKind =>
  (code === null ? undefined : template.kinds[code]) ?? 'technical'

/** Which kinds a plan holds nothing of. */
export const missingKinds = (items: readonly { kind: PlanKind }[]): PlanKind[] =>
  planKinds.filter(kind => !items.some(i => i.kind === kind))

/** Whole JP in steps of two, as offices write them. */
const even = (jp: number) => Math.max(2, Math.round(jp / 2) * 2)

/**
 * A person's whole plan at one press: for the heaviest gaps the cheapest module that begins where the person stands and that a
 * line can pay (the unit's own first), then what the template of the role adds so that each kind is there and 70/20/10 comes
 * near. Each item says why it is in; each gap left open says why.
 */
export const draftWhole = (
  {
    gaps,
    modules,
    lines,
    doneModuleIds,
    tier,
  }: {
    gaps: readonly WholePlanGap[]
    modules: readonly ModuleOffer[]
    lines: readonly WholePlanLine[]
    doneModuleIds: ReadonlySet<string>
    tier: string | null
  },
  template: PlanTemplate,
  version: string,
): WholePlan => {
  const items: WholePlanItem[] = []
  const open: WholePlan['open'] = []
  const left = new Map(lines.map(l => [l.id, l.available]))
  const inOrder = [...lines].sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
  const payerOf = (cost: number) => inOrder.find(l => (left.get(l.id) ?? 0) >= cost) ?? null
  for (const gap of [...gaps].sort((a, b) => b.weight - a.weight || a.code.localeCompare(b.code))) {
    if (
      items.some(
        i =>
          i.moduleId !== null &&
          modules.some(
            m =>
              m.moduleId === i.moduleId &&
              m.competencyId === gap.competencyId &&
              m.fromLevel <= gap.current &&
              m.toLevel > gap.current,
          ),
      )
    )
      continue
    const fitting = modules
      .filter(
        m =>
          m.competencyId === gap.competencyId &&
          m.fromLevel <= gap.current &&
          m.toLevel > gap.current &&
          !doneModuleIds.has(m.moduleId),
      )
      .sort(
        (a, b) =>
          Math.min(b.toLevel, gap.required) - Math.min(a.toLevel, gap.required) ||
          (a.cost ?? Number.MAX_SAFE_INTEGER) - (b.cost ?? Number.MAX_SAFE_INTEGER) ||
          a.moduleId.localeCompare(b.moduleId),
      )
    if (fitting.length === 0) {
      open.push({ name: gap.name, why: 'katalog belum memiliki modul yang mulai dari level sekarang' })
      continue
    }
    if (items.length >= template.modulesAtMost) {
      open.push({ name: gap.name, why: 'jumlah modul setahun sudah penuh' })
      continue
    }
    const chosen = fitting.find(m => m.cost === null || m.cost === 0 || payerOf(m.cost) !== null)
    if (!chosen) {
      open.push({ name: gap.name, why: 'sisa pagu tidak cukup untuk modulnya' })
      continue
    }
    const payer = chosen.cost ? payerOf(chosen.cost) : null
    if (payer && chosen.cost) left.set(payer.id, (left.get(payer.id) ?? 0) - chosen.cost)
    const to = Math.min(chosen.toLevel, gap.required)
    items.push({
      kind: kindOf(gap.code, template),
      moduleId: chosen.moduleId,
      sessionId: chosen.sessionId,
      title: chosen.title,
      method: chosen.method,
      shareClass: chosen.shareClass,
      jp: chosen.jp,
      cost: chosen.cost,
      startsOn: chosen.startsOn,
      endsOn: chosen.endsOn,
      budgetLineId: payer?.id ?? null,
      competencyId: gap.competencyId,
      fromLevel: gap.current,
      toLevel: to,
      reason: `${to >= gap.required ? 'Menutup' : 'Mendekatkan'} ${gap.name}. ${
        chosen.cost === null
          ? 'Biayanya belum diketahui.'
          : chosen.cost === 0
            ? 'Tanpa biaya.'
            : `Dibebankan pada ${payer?.name}.`
      }`,
      indicator: `Menerapkan ${gap.name} dalam pekerjaan, dilihat atasan`,
      target: `level ${to}`,
    })
  }
  const formal = items.filter(i => i.shareClass === 10).reduce((sum, i) => sum + (i.jp ?? 0), 0)
  const role =
    template.roles.find(r => tier !== null && r.tiers.includes(tier)) ?? template.roles.find(r => r.tiers.length === 0)
  const wanted = missingKinds(items)
  // Each kind that is missing, and at least one item on the job and one with others.
  const added = (role?.items ?? []).filter(
    (t, i, all) =>
      wanted.includes(t.kind) ||
      (!items.some(x => x.shareClass === t.share) && all.findIndex(o => o.share === t.share) === i),
  )
  for (const t of added) {
    const scale = t.share === 70 ? template.onJob : template.withOthers
    const beside = added.filter(o => o.share === t.share).length
    items.push({
      kind: t.kind,
      moduleId: null,
      sessionId: null,
      title: t.title,
      method: t.method,
      shareClass: t.share,
      jp: even(Math.min(scale.atMost, (scale.perFormalJp * Math.max(formal, 4)) / beside)),
      cost: 0,
      startsOn: null,
      endsOn: null,
      budgetLineId: null,
      competencyId: null,
      fromLevel: null,
      toLevel: null,
      reason: `Templat ${tier ?? 'umum'} versi ${version}: ${t.share === 70 ? 'belajar di tempat kerja' : 'belajar bersama orang lain'}.`,
      indicator: t.indicator,
      target: t.target,
    })
  }
  return { items, open }
}

/** The template version a plan's items came from; null when none of them did. */
export const templateVersionOf = (reasons: readonly (string | null)[]): string | null => {
  for (const reason of reasons) {
    const found = /^Templat .+ versi (\S+):/.exec(reason ?? '')
    if (found) return found[1]
  }
  return null
}
