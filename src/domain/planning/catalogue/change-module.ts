import { z } from 'zod'
import { addDays, type Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

const level = (what: string, min: number) => field.whole(what, min, 5)

/** A module as the catalogue's keeper types it. Cost in rupiah: null is not known yet, 0 is free. */
export const moduleByScreen = z.object({
  code: field.text('Kode modul', 60),
  name: field.text('Nama modul', 300),
  method: field.text('Cara belajar', 100),
  shareClass: z.coerce.number().pipe(
    z.union([z.literal(70), z.literal(20), z.literal(10)], {
      error: 'Pilih di tempat kerja, bersama orang lain, atau pelatihan formal.',
    }),
  ),
  jp: z.coerce
    .number({ error: 'JP harus berupa angka.' })
    .positive({ error: 'JP harus lebih dari 0.' })
    .max(1000)
    .nullish(),
  days: field.whole('Hari', 1, 365).nullish(),
  costPerHead: field.whole('Biaya per orang', 0, 1_000_000_000).nullish(),
  fixedCost: field.whole('Biaya tetap kelas', 0, 100_000_000_000).default(0),
  provider: z.string().max(200).nullish(),
  seats: field.whole('Kursi', 1, 100_000).nullish(),
  seatsMinimum: field.whole('Peserta paling sedikit', 1, 100_000).default(1),
  isGeneral: z.boolean().default(false),
  effects: z
    .array(
      z
        .object({
          competencyId: field.id('Kompetensi'),
          fromLevel: level('Level awal', 0),
          toLevel: level('Level akhir', 1),
        })
        .refine(e => e.toLevel > e.fromLevel, {
          path: ['toLevel'],
          error: 'Level akhir harus lebih tinggi daripada level awal.',
        }),
    )
    .default([]),
  /** All clauses must be met; a clause is met by any one of its modules. */
  prerequisites: z.array(z.array(z.string().min(1)).min(1)).default([]),
})
type ModuleByScreen = z.infer<typeof moduleByScreen>

type Present = { id: string; code: string; valid_from: Day; is_used: boolean }

const findPresent = (db: Db, id: string) =>
  db.find<Present>(sql`select m.id, m.code, m.valid_from,
      exists (select 1 from planning.plan_items i where i.agency_id = m.agency_id and i.module_id = m.id)
      or exists (select 1 from planning.sessions s where s.agency_id = m.agency_id and s.module_id = m.id and s.state in ('running', 'done')) as is_used
    from planning.modules m where m.id = ${id} and m.valid_until is null for update`)

const writeParts = async (db: Db, moduleId: string, m: ModuleByScreen) => {
  const { agencyId: agency_id } = db.actor
  const known = new Map(
    (
      await db.rows<{ id: string; code: string }>(
        sql`select id, code from planning.modules where valid_until is null and code = any (${m.prerequisites.flat()})`,
      )
    ).map(r => [r.code, r.id]),
  )
  await db.run(sql`delete from planning.module_effects where module_id = ${moduleId}`)
  await db.run(sql`delete from planning.module_prerequisites where module_id = ${moduleId}`)
  await db.insert(
    'planning.module_effects',
    m.effects.map(e => ({
      agency_id,
      module_id: moduleId,
      competency_id: e.competencyId,
      from_level: e.fromLevel,
      to_level: e.toLevel,
    })),
  )
  await db.insert(
    'planning.module_prerequisites',
    m.prerequisites.flatMap((codes, clause) =>
      codes.map(code => {
        const required = known.get(code)
        if (!required) throw errors.catalogue.prerequisiteUnknown(code)
        if (code === m.code) throw errors.catalogue.prerequisiteItself()
        return { agency_id, module_id: moduleId, clause, required_module_id: required }
      }),
    ),
  )
}

/** Classes not begun, later modules and facilitators follow the new version; what was learnt stays with the old one. */
const moveToVersion = async (db: Db, old: string, next: string, on: Day) => {
  await db.run(sql`update planning.modules set valid_until = ${addDays(on, -1)} where id = ${old}`)
  await db.run(
    sql`update planning.sessions set module_id = ${next} where module_id = ${old} and state in ('planned', 'open') and starts_on > ${on}`,
  )
  await db.run(
    sql`update planning.module_prerequisites set required_module_id = ${next} where required_module_id = ${old}`,
  )
  await db.run(
    sql`insert into planning.facilitator_modules (agency_id, facilitator_id, module_id) select agency_id, facilitator_id, ${next}::uuid from planning.facilitator_modules where module_id = ${old}`,
  )
}

/**
 * Adds a module or changes one: what it builds, its prerequisites, time and price. A module that stands in plans or was
 * taught becomes a new version with a reason, so that what was promised and learnt stays as it was.
 */
export const changeModule = useCase({
  name: 'change-module',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  writes: [
    'planning.modules',
    'planning.module_effects',
    'planning.module_prerequisites',
    'planning.sessions',
    'planning.facilitator_modules',
  ],
  reads: ['planning.plan_items', 'competency.competencies'],
  input: z.object({
    moduleId: z.string().uuid().nullish(),
    module: moduleByScreen,
    reason: z.string().trim().max(2000).nullish(),
  }),
  async run({ input, db, actor, on, newId, note, announce }) {
    const m = input.module
    if (new Set(m.effects.map(e => e.competencyId)).size < m.effects.length) throw errors.catalogue.effectTwice()
    const present = input.moduleId ? await findPresent(db, input.moduleId) : null
    if (input.moduleId && !present) throw errors.catalogue.notInForce()
    if (!present && (await db.find(sql`select 1 from planning.modules where code = ${m.code}`)))
      throw errors.catalogue.codeTaken(m.code)
    if (present?.is_used && (input.reason ?? '').length < 10) throw errors.catalogue.reasonMissing()
    // A version that began today has promised nothing to anybody before: it is mended in place.
    const isNewVersion = present?.is_used === true && present.valid_from < on
    const id = present && !isNewVersion ? present.id : newId()
    const row = {
      code: present?.code ?? m.code,
      name: m.name,
      method: m.method,
      share_class: m.shareClass,
      jp: m.jp ?? null,
      days: m.days ?? null,
      cost_per_head: m.costPerHead ?? null,
      fixed_cost: m.fixedCost,
      provider: m.provider ?? null,
      seats: m.seats ?? null,
      seats_minimum: m.seatsMinimum,
      is_general: m.isGeneral,
    }
    if (present && !isNewVersion)
      await db.run(sql`update planning.modules set name = ${row.name}, method = ${row.method}, share_class = ${row.share_class}, jp = ${row.jp}, days = ${row.days},
        cost_per_head = ${row.cost_per_head}, fixed_cost = ${row.fixed_cost}, provider = ${row.provider}, seats = ${row.seats}, seats_minimum = ${row.seats_minimum}, is_general = ${row.is_general}
        where id = ${present.id}`)
    else
      await db.insert('planning.modules', [
        {
          agency_id: actor.agencyId,
          id,
          ...row,
          is_internal: m.provider == null,
          valid_from: on,
          version_reason: isNewVersion ? (input.reason ?? null) : null,
          replaces_id: isNewVersion ? (present?.id ?? null) : null,
        },
      ])
    if (present && isNewVersion) await moveToVersion(db, present.id, id, on)
    await writeParts(db, id, { ...m, code: row.code })
    note({
      subjectKind: 'planning.module',
      subjectId: id,
      reason: input.reason ?? null,
      detail: { code: row.code, replaces: isNewVersion ? present?.id : null },
    })
    announce({ type: 'CatalogueChanged', payload: { modules: 1 } })
    return { id, isNewVersion }
  },
})
