import { z } from 'zod'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { completed, hasTwin, needFields } from './change-need.ts'
import { mustSayWhy, openForEntry, writerOf } from './entry.ts'
import { collectionRules } from './need-collection.rules.ts'
import { findCollection, findNeedForChange } from './need-collection.store.ts'
import { type CompetencyKind, openOrder } from './need-order.model.ts'

type Person = {
  supervisor_id: string | null
  unit_id: string
  unit_name: string
  person_name: string
  nip: string | null
  position_name: string | null
}

/** Who the row is about: from the staff list, or from her other rows where the writer may not open it. */
const personOf = async (db: Db, collectionId: string, employeeId: string): Promise<Person | null> =>
  (await db.find<Person>(
    sql`select supervisor_id, unit_id, unit_name, name as person_name, nip, position_name from workforce.v_people where id = ${employeeId} and state = 'active'`,
  )) ??
  (await db.find<Person>(
    sql`select supervisor_id, unit_id, unit_name, person_name, nip, position_name from planning.collected_needs where collection_id = ${collectionId} and employee_id = ${employeeId} limit 1`,
  ))

const newRow = {
  collectionId: field.id('Pengumpulan'),
  competencyId: z.string().uuid().nullish(),
  subject: z.string().trim().max(300).nullish(),
  lateReason: z.string().max(2000).nullish(),
  ...needFields,
}

type NewRow = z.infer<z.ZodObject<typeof newRow>>

const rowOf = async (
  db: Db,
  input: NewRow,
  person: Person,
  { id, employeeId, origin, why }: { id: string; employeeId: string; origin: 'added' | 'proposed'; why: string },
) => {
  const competency = input.competencyId
    ? await db.find<{ id: string; name: string; kind: CompetencyKind }>(
        sql`select id, name, kind from competency.v_competencies where id = ${input.competencyId}`,
      )
    : null
  const row = await completed(db, input, competency?.kind ?? null, db.on)
  const subject = competency?.name ?? input.subject ?? row.title
  if (!subject) throw errors.collection.nothingNamed()
  if (await hasTwin(db, { collectionId: input.collectionId, employeeId, moduleId: row.module_id, exceptId: id }))
    throw errors.collection.twice(row.title ?? subject)
  const holding = collectionRules.on(db.on)
  // Nothing is known of a gap: the row stands in the order by what else is known of it.
  const order = openOrder(
    { subject, held: null, required: null, importance: null, jp: null, lacksLeadership: false, deferrals: 0 },
    { rules: holding.body.priority, ruleSet: holding.reference, asOf: db.on, needId: id },
    `planning.need-open-order:${id}`,
  )
  const collection = await findCollection(db, input.collectionId)
  return {
    agency_id: db.actor.agencyId,
    id,
    collection_id: input.collectionId,
    employee_id: employeeId,
    ...person,
    competency_id: competency?.id ?? null,
    subject,
    kind: competency?.kind ?? null,
    origin,
    why,
    ...row,
    title: row.title ?? `Pengembangan ${subject}`,
    quarter: input.quarter ?? null,
    plan_year: input.planYear ?? collection?.year,
    deferrals: 0,
    priority: order.value ?? 0,
    priority_figure: order,
  }
}

/** A need the gaps do not show, added for somebody of the team with the reason; a delegate's waits for the supervisor. */
export const addNeed = useCase({
  name: 'add-need',
  room: 'planning',
  permission: { supervisor: 'team', hr_officer: 'agency', asn: 'own' },
  writes: ['planning.collected_needs'],
  reads: ['planning.need_collections', 'planning.need_delegations'],
  input: z.object({ employeeId: field.id('Pegawai'), ...newRow }),
  async run({ input, db, actor, on, newId, note }) {
    const { collection, lateReason } = await openForEntry(db, input.collectionId, input.lateReason, on)
    const writer = await writerOf(db, actor, { collectionId: collection.id, employeeId: input.employeeId })
    if (writer === 'supervisor' && input.employeeId === actor.employeeId) throw errors.need.own()
    const person = await personOf(db, collection.id, input.employeeId)
    if (!person) throw errors.collection.needNotFound()
    const id = newId()
    const why = mustSayWhy(input.why, 'kebutuhan tambahan ini')
    const isConfirmed = writer !== 'delegate'
    await db.insert('planning.collected_needs', [
      {
        ...(await rowOf(db, input, person, { id, employeeId: input.employeeId, origin: 'added', why })),
        state: isConfirmed ? 'confirmed' : 'waiting',
        is_changed: true,
        entered_by_name: actor.name,
        decided_by_name: isConfirmed ? actor.name : null,
        decided_on: isConfirmed ? on : null,
        late_reason: lateReason,
      },
    ])
    note({ subjectKind: 'planning.collected-need', subjectId: id, employeeId: input.employeeId, reason: why })
    return { id }
  },
})

/** A person says what she needs herself; her supervisor answers it with the others. */
export const proposeNeed = useCase({
  name: 'propose-need',
  room: 'planning',
  permission: { asn: 'own' },
  writes: ['planning.collected_needs'],
  reads: ['planning.need_collections'],
  input: z.object(newRow),
  async run({ input, db, actor, on, newId, note }) {
    const { collection, lateReason } = await openForEntry(db, input.collectionId, input.lateReason, on)
    const employeeId = actor.employeeId
    const person = employeeId ? await personOf(db, collection.id, employeeId) : null
    if (!employeeId || !person) throw errors.collection.needNotFound()
    const id = newId()
    const why = mustSayWhy(input.why, 'usulan Anda')
    await db.insert('planning.collected_needs', [
      {
        ...(await rowOf(db, input, person, { id, employeeId, origin: 'proposed', why })),
        state: 'waiting',
        is_changed: false,
        entered_by_name: actor.name,
        late_reason: lateReason,
      },
    ])
    note({ subjectKind: 'planning.collected-need', subjectId: id, employeeId, reason: why })
    return { id }
  },
})

/** Takes an own proposal back while nobody has answered it. */
export const withdrawProposal = useCase({
  name: 'withdraw-proposal',
  room: 'planning',
  permission: { asn: 'own' },
  writes: ['planning.collected_needs'],
  input: z.object({ needId: field.id('Usulan') }),
  async run({ input, db, actor, note }) {
    const need = await findNeedForChange(db, input.needId)
    if (!need || need.employee_id !== actor.employeeId || need.origin !== 'proposed')
      throw errors.collection.needNotFound()
    if (need.state !== 'waiting') throw errors.collection.settled(need.title)
    await db.run(sql`update planning.collected_needs set state = 'withdrawn' where id = ${need.id}`)
    note({ subjectKind: 'planning.collected-need', subjectId: need.id, employeeId: need.employee_id })
    return { collectionId: need.collection_id }
  },
})
