import { z } from 'zod'
import { formatDay, formatRupiah } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field } from '#platform/use-case.ts'
import { listNeeds } from '../need/need.store.ts'
import { collectionRules } from '../need-collection/need-collection.rules.ts'
import { carryItem } from '../plan/carry-over.ts'
import { listClosingModules, listItems, offerOf, type PlanItem } from '../plan/plan.store.ts'
import type { ModuleOffer } from '../plan/whole-plan.model.ts'
import { planChangeRules } from './plan-change.rules.ts'
import {
  type CarriedItem,
  type ChangeCause,
  elsewhere,
  forBudgetCut,
  forCheck,
  forEvaluation,
  forNewPost,
  forPriority,
  type Gap,
  keyOf,
  type PlanStep,
  postChange,
} from './plan-step.model.ts'

/** What may happen to a plan, with what must be known of it. */
export const happening = z.discriminatedUnion('what', [
  z.object({ what: z.literal('class-cancelled'), sessionId: field.id('Kelas'), reason: z.string() }),
  z.object({
    what: z.literal('items-cancelled'),
    classId: field.id('Kelas'),
    className: z.string(),
    planItemIds: z.array(z.string().uuid()),
    reason: z.string(),
  }),
  z.object({ what: z.literal('class-moved'), sessionId: field.id('Kelas'), reason: z.string().nullish() }),
  z.object({
    what: z.literal('module-failed'),
    enrolmentId: field.id('Peserta'),
    planItemId: field.id('Kegiatan'),
    classId: field.id('Kelas'),
    className: z.string(),
  }),
  z.object({
    what: z.literal('check-failed'),
    followUpId: field.id('Pemeriksaan'),
    employeeId: field.id('Pegawai'),
    competencyId: z.string().uuid().nullish(),
    toLevel: z.number().int().nullish(),
    day: z.number().int(),
    statement: z.string(),
  }),
  z.object({
    what: z.literal('budget-cut'),
    lineId: field.id('Baris'),
    before: z.number(),
    after: z.number(),
    reason: z.string(),
  }),
  z.object({ what: z.literal('priority-competency'), priorityId: field.id('Penetapan') }),
  z.object({
    what: z.literal('programme-evaluated'),
    programmeId: field.id('Program'),
    /** Indicators that show a worsening. */
    worse: z.array(z.string()),
    /** Share that applies what was learnt on the latest day asked, in percent; null: not known. */
    applied: z.number().nullable(),
    day: z.number().int().nullable(),
  }),
  z.object({
    what: z.literal('post-changed'),
    moves: z.array(
      z.object({ employeeId: field.id('Pegawai'), from: z.string().uuid().nullable(), to: z.string().uuid() }),
    ),
  }),
])
export type Happening = z.infer<typeof happening>

/** What one person's plan is proposed to become. */
export type Proposal = {
  planId: string
  employeeId: string
  cause: ChangeCause
  happened: string
  source: { kind: string; id: string; href: string | null }
  steps: PlanStep[]
}

const goesOn = new Set(['planned', 'waiting', 'running'])

/** Plans in force that hold what the condition names, with their whole contents. */
const plansInForce = async (db: Db, condition: ReturnType<typeof sql>) => {
  const plans = await db.rows<{ id: string; employee_id: string }>(
    sql`select p.id, p.employee_id from planning.plans p where p.state in ('agreed', 'running') and ${condition} order by p.id`,
  )
  const items = Map.groupBy(
    await listItems(
      db,
      plans.map(p => p.id),
    ),
    i => i.plan_id,
  )
  return plans.map(p => ({ ...p, items: items.get(p.id) ?? [] }))
}

const offersFor = async (db: Db, competencyIds: readonly (string | null)[]): Promise<ModuleOffer[]> =>
  (
    await listClosingModules(
      db,
      [...new Set(competencyIds)].filter(c => c !== null),
    )
  ).map(offerOf)

/** Other classes of a module with seats that no plan in force has taken. */
const repeatsOf = async (db: Db, moduleIds: readonly string[], except: string | null) =>
  db.rows<{ id: string; module_id: string; starts_on: Day; ends_on: Day; free: number }>(
    sql`select s.id, s.module_id, s.starts_on, s.ends_on, coalesce(s.seats - (select count(*)::int from planning.plan_items i join planning.plans p on p.agency_id = i.agency_id and p.id = i.plan_id
        where i.agency_id = s.agency_id and i.session_id = s.id and p.state in ('agreed', 'running') and i.state in ('planned', 'running')), 100000)::int as free
      from planning.sessions s where s.module_id = any (${moduleIds}) and s.state in ('planned', 'open') and s.starts_on > ${db.on} and s.id is distinct from ${except}::uuid order by s.starts_on, s.id`,
  )

/** Each touched item by another class, another module or guidance; a class fills up as people are moved to it. */
const placeElsewhere = async (
  db: Db,
  plans: readonly { id: string; employee_id: string; items: PlanItem[] }[],
  isTouched: (i: PlanItem) => boolean,
  except: string | null,
): Promise<{ planId: string; employeeId: string; steps: PlanStep[] }[]> => {
  const touched = plans.flatMap(p => p.items.filter(isTouched))
  const repeats = await repeatsOf(db, [...new Set(touched.flatMap(i => i.module_id ?? []))], except)
  const others = await offersFor(
    db,
    touched.map(i => i.competency_id),
  )
  return plans.map(p => ({
    planId: p.id,
    employeeId: p.employee_id,
    steps: p.items.filter(isTouched).map(i => {
      const item = carryItem(i)
      const again = repeats.filter(r => r.module_id === i.module_id && r.free > 0)
      const step = elsewhere(item, {
        repeats: again.map(r => ({
          moduleId: r.module_id,
          sessionId: r.id,
          title: i.title,
          method: i.method,
          shareClass: i.share_class,
          jp: i.jp,
          cost: i.cost,
          startsOn: r.starts_on,
          endsOn: r.ends_on,
          competencyId: i.competency_id ?? '',
          fromLevel: i.from_level ?? 0,
          toLevel: i.to_level ?? 1,
        })),
        others,
      })
      const taken = repeats.find(r => step.verb === 'move' && r.id === step.item?.sessionId)
      if (taken) taken.free -= 1
      return step
    }),
  }))
}

/** Known gaps of people to the post they hold now, heaviest first by the rule of the needs. */
const gapsOf = async (db: Db, people: readonly { id: string; position_name: string | null }[]) => {
  const { perLevel, importance } = collectionRules.on(db.on).body.priority
  const needs = await listNeeds(db, people, db.on)
  return new Map(
    people.map(p => {
      const own = needs.get(p.id) ?? []
      return [
        p.id,
        {
          asked: new Set(own.map(n => n.competencyId)),
          gaps: own.flatMap((n): Gap[] =>
            n.current !== null && n.current < n.required
              ? [
                  {
                    competencyId: n.competencyId,
                    name: n.name,
                    current: n.current,
                    required: n.required,
                    weight: perLevel * (n.required - n.current) + importance[n.importance],
                  },
                ]
              : [],
          ),
        },
      ]
    }),
  )
}

const onClass = async (
  db: Db,
  h: Extract<Happening, { what: 'class-cancelled' | 'class-moved' }>,
): Promise<Proposal[]> => {
  const s = await db.find<{ id: string; module_id: string; name: string; starts_on: Day; ends_on: Day }>(
    sql`select s.id, s.module_id, s.module_name as name, s.starts_on, s.ends_on from planning.v_sessions s where s.id = ${h.sessionId}`,
  )
  if (!s) return []
  const plans = await plansInForce(
    db,
    sql`p.id in (select i.plan_id from planning.plan_items i where i.session_id = ${s.id} and i.state in ('planned', 'waiting', 'running'))`,
  )
  const isTouched = (i: PlanItem) => i.session_id === s.id && goesOn.has(i.state)
  const source = { kind: 'planning.session', id: s.id, href: `/diklat/katalog/${s.module_id}` }
  if (h.what === 'class-moved')
    return plans.map(p => ({
      planId: p.id,
      employeeId: p.employee_id,
      cause: 'class-moved',
      happened: `Kelas ${s.name} digeser ke ${formatDay(s.starts_on)}.`,
      source,
      steps: p.items.filter(isTouched).flatMap((i): PlanStep[] =>
        i.starts_on === s.starts_on && i.ends_on === s.ends_on
          ? []
          : [
              {
                verb: 'move',
                key: keyOf(carryItem(i)),
                title: i.title,
                why: h.reason || 'Tanggal kelas berubah.',
                item: { ...carryItem(i), startsOn: s.starts_on, endsOn: s.ends_on },
              },
            ],
      ),
    }))
  return (await placeElsewhere(db, plans, isTouched, s.id)).map(p => ({
    ...p,
    cause: 'class-cancelled',
    happened: `Kelas ${s.name} tanggal ${formatDay(s.starts_on)} dibatalkan: ${h.reason}`,
    source,
  }))
}

const onFailure = async (db: Db, h: Extract<Happening, { what: 'module-failed' }>): Promise<Proposal[]> => {
  const plans = await plansInForce(
    db,
    sql`p.id in (select i.plan_id from planning.plan_items i where i.id = ${h.planItemId})`,
  )
  return (await placeElsewhere(db, plans, i => i.id === h.planItemId, null)).map(p => ({
    ...p,
    cause: 'module-failed',
    happened: `${h.className} belum lulus.`,
    source: { kind: 'delivery.enrolment', id: h.enrolmentId, href: `/diklat/kelas/${h.classId}` },
  }))
}

/** A class that no date of the catalogue stands behind: by the items enrolled in it. */
const onItems = async (db: Db, h: Extract<Happening, { what: 'items-cancelled' }>): Promise<Proposal[]> => {
  const plans = await plansInForce(
    db,
    sql`p.id in (select i.plan_id from planning.plan_items i where i.id = any (${h.planItemIds}))`,
  )
  return (await placeElsewhere(db, plans, i => h.planItemIds.includes(i.id), null)).map(p => ({
    ...p,
    cause: 'class-cancelled',
    happened: `${h.className} dibatalkan: ${h.reason}`,
    source: { kind: 'delivery.class', id: h.classId, href: `/diklat/kelas/${h.classId}` },
  }))
}

const onCheck = async (db: Db, h: Extract<Happening, { what: 'check-failed' }>): Promise<Proposal[]> => {
  if (h.day < planChangeRules.on(db.on).body.checkFromDay) return []
  const competency = h.competencyId
    ? await db.find<{ name: string }>(sql`select name from competency.v_competencies where id = ${h.competencyId}`)
    : null
  const plans = await plansInForce(db, sql`p.employee_id = ${h.employeeId}`)
  return plans.map(p => ({
    planId: p.id,
    employeeId: p.employee_id,
    cause: 'evaluation',
    happened: `Pada cek ${h.day} hari atasan belum melihat: ${h.statement}`,
    source: { kind: 'delivery.follow-up', id: h.followUpId, href: `/pendampingan/tindak-lanjut/${h.followUpId}` },
    steps: forCheck(p.items.map(carryItem), {
      title: h.statement,
      competency: competency?.name ?? null,
      competencyId: h.competencyId ?? null,
      toLevel: h.toLevel ?? null,
    }),
  }))
}

const onBudget = async (db: Db, h: Extract<Happening, { what: 'budget-cut' }>): Promise<Proposal[]> => {
  const line = await db.find<{ id: string; activity: string; year: number; unit_id: string | null; amount: number }>(
    sql`select id, activity, year, unit_id, amount from planning.budget_lines where id = ${h.lineId}`,
  )
  if (!line) return []
  const plans = await plansInForce(
    db,
    sql`p.id in (select i.plan_id from planning.plan_items i where i.budget_line_id = ${line.id} and i.cost > 0 and i.state in ('planned', 'waiting', 'running', 'done'))`,
  )
  const charged = plans.flatMap(p =>
    p.items
      .filter(i => i.budget_line_id === line.id && (i.cost ?? 0) > 0 && i.state !== 'cancelled')
      .map(i => ({
        planId: p.id,
        item: {
          ...carryItem(i),
          cost: i.cost!,
          isBegun: !['planned', 'waiting'].includes(i.state) || (i.starts_on !== null && i.starts_on <= db.on),
        },
      })),
  )
  // Room of a line: what is neither tied, spent nor already named by agreed plans.
  const others = await db.rows<{ id: string; name: string; room: number }>(
    sql`select l.id, l.activity as name, l.amount - greatest(coalesce(l.committed, 0), coalesce(l.realised, 0), coalesce((select sum(i.cost) from planning.plan_items i join planning.plans p on p.agency_id = i.agency_id and p.id = i.plan_id
        where i.agency_id = l.agency_id and i.budget_line_id = l.id and p.state in ('agreed', 'running', 'done') and i.state <> 'cancelled'), 0)) as room
      from planning.budget_lines l where l.year = ${line.year} and l.id <> ${line.id} and (l.unit_id is null or l.unit_id is not distinct from ${line.unit_id}::uuid)
      order by l.unit_id nulls last, l.activity, l.id`,
  )
  const offers = await offersFor(
    db,
    charged.map(c => c.item.competencyId),
  )
  const steps = Map.groupBy(
    forBudgetCut(charged, {
      line: line.activity,
      ceiling: line.amount,
      others: others.map(o => ({ ...o, room: Number(o.room) })),
      offers,
    }),
    s => s.planId,
  )
  return plans.map(p => ({
    planId: p.id,
    employeeId: p.employee_id,
    cause: 'budget-cut',
    happened: `Pagu ${line.activity} ${line.year} turun dari ${formatRupiah(h.before)} ke ${formatRupiah(h.after)}: ${h.reason}`,
    source: { kind: 'planning.budget-line', id: line.id, href: `/diklat/anggaran/baris/${line.id}` },
    steps: (steps.get(p.id) ?? []).map(s => s.step),
  }))
}

const onPriority = async (db: Db, h: Extract<Happening, { what: 'priority-competency' }>): Promise<Proposal[]> => {
  const declared = await db.find<{ competency_id: string; name: string; reason: string; declared_by_name: string }>(
    sql`select d.competency_id, c.name, d.reason, d.declared_by_name from planning.priority_competencies d
      join competency.v_competencies c on c.agency_id = d.agency_id and c.id = d.competency_id where d.id = ${h.priorityId}`,
  )
  if (!declared) return []
  const plans = await plansInForce(db, sql`true`)
  const people = await db.rows<{ id: string; position_name: string | null }>(
    sql`select id, position_name from workforce.v_people where state = 'active' and id = any (${plans.map(p => p.employee_id)}) order by id`,
  )
  const known = await gapsOf(db, people)
  const offers = await offersFor(db, [declared.competency_id])
  return plans.map(p => {
    const gap = known.get(p.employee_id)?.gaps.find(g => g.competencyId === declared.competency_id)
    return {
      planId: p.id,
      employeeId: p.employee_id,
      cause: 'priority-competency',
      happened: `${declared.declared_by_name} menetapkan ${declared.name} sebagai kompetensi prioritas: ${declared.reason}`,
      source: {
        kind: 'planning.priority-competency',
        id: h.priorityId,
        href: `/diklat/kompetensi-prioritas/${declared.competency_id}`,
      },
      steps: gap ? forPriority(p.items.filter(i => i.state !== 'cancelled').map(carryItem), gap, offers) : [],
    }
  })
}

const onEvaluation = async (db: Db, h: Extract<Happening, { what: 'programme-evaluated' }>): Promise<Proposal[]> => {
  const least = planChangeRules.on(db.on).body.applicationAtLeast
  const isSeldom = h.applied !== null && h.applied < least
  if (h.worse.length === 0 && !isSeldom) return []
  const programme = await db.find<{ name: string }>(
    sql`select name from planning.programmes where id = ${h.programmeId}`,
  )
  if (!programme) return []
  const moduleIds = (
    await db.rows<{ module_id: string }>(
      sql`select distinct i.module_id from planning.plan_items i join planning.plans p on p.agency_id = i.agency_id and p.id = i.plan_id
        where p.programme_id = ${h.programmeId} and i.module_id is not null and i.share_class = 10 and i.state in ('done', 'failed')`,
    )
  ).map(m => m.module_id)
  const plans = await plansInForce(
    db,
    sql`p.id in (select i.plan_id from planning.plan_items i where i.module_id = any (${moduleIds}) and i.state in ('planned', 'waiting'))`,
  )
  const offers = await offersFor(
    db,
    plans.flatMap(p => p.items.map(i => i.competency_id)),
  )
  const said = [
    ...h.worse.map(name => `${name} menunjukkan indikasi memburuk`),
    ...(isSeldom ? [`penerapan pada hari ke-${h.day ?? 0} baru ${Math.round(h.applied!)} persen`] : []),
  ].join('; ')
  return plans.map(p => ({
    planId: p.id,
    employeeId: p.employee_id,
    cause: 'evaluation',
    happened: `Evaluasi ${programme.name}: ${said}.`,
    source: { kind: 'planning.programme', id: h.programmeId, href: `/evaluasi/${h.programmeId}` },
    steps: forEvaluation(
      p.items
        .filter(i => goesOn.has(i.state))
        .map(i => ({
          ...carryItem(i),
          isBegun: i.state === 'running' || (i.starts_on !== null && i.starts_on <= db.on),
        })),
      { programme: programme.name, moduleIds: new Set(moduleIds), offers },
    ),
  }))
}

const onPost = async (db: Db, h: Extract<Happening, { what: 'post-changed' }>): Promise<Proposal[]> => {
  const rules = planChangeRules.on(db.on).body
  const moves = new Map(h.moves.map(m => [m.employeeId, m]))
  const plans = await plansInForce(db, sql`p.employee_id = any (${[...moves.keys()]})`)
  const people = await db.rows<{ id: string; position_name: string | null; position_id: string | null }>(
    sql`select id, position_name, position_id from workforce.v_people where state = 'active' and id = any (${plans.map(p => p.employee_id)}) order by id`,
  )
  const posts = new Map(
    (
      await db.rows<{ id: string; name: string; tier: string | null }>(
        sql`select id, name, tier from workforce.v_positions where id = any (${h.moves.flatMap(m => [m.from ?? [], m.to].flat())})`,
      )
    ).map(p => [p.id, p]),
  )
  const known = await gapsOf(db, people)
  const offers = await offersFor(
    db,
    [...known.values()].flatMap(k => k.gaps.map(g => g.competencyId)),
  )
  return plans.flatMap((p): Proposal[] => {
    const move = moves.get(p.employee_id)
    const to = move ? posts.get(move.to) : undefined
    const own = known.get(p.employee_id)
    // A post without a standard asks for nothing that could be compared.
    if (!move || !to || !own || own.asked.size === 0) return []
    const from = move.from ? posts.get(move.from) : undefined
    return [
      {
        planId: p.id,
        employeeId: p.employee_id,
        cause: postChange({ from: from?.tier ?? null, to: to.tier }, rules),
        happened: `Jabatan berubah${from ? ` dari ${from.name}` : ''} ke ${to.name}.`,
        source: { kind: 'workforce.position', id: move.to, href: `/data/pegawai/${p.employee_id}` },
        steps: forNewPost(
          p.items
            .filter(i => goesOn.has(i.state))
            .map((i): CarriedItem & { isBegun: boolean } => ({ ...carryItem(i), isBegun: i.state === 'running' })),
          { post: to.name, asked: own.asked, gaps: own.gaps, offers },
          rules,
        ),
      },
    ]
  })
}

/** The plans in force that it touches, each with what is proposed. */
export const proposalsOf = (db: Db, h: Happening): Promise<Proposal[]> => {
  switch (h.what) {
    case 'class-cancelled':
    case 'class-moved':
      return onClass(db, h)
    case 'items-cancelled':
      return onItems(db, h)
    case 'module-failed':
      return onFailure(db, h)
    case 'check-failed':
      return onCheck(db, h)
    case 'budget-cut':
      return onBudget(db, h)
    case 'priority-competency':
      return onPriority(db, h)
    case 'programme-evaluated':
      return onEvaluation(db, h)
    case 'post-changed':
      return onPost(db, h)
  }
}
