import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

const effect = z.object({
  competencyCode: z.string(),
  fromLevel: z.number().int().min(0).max(5),
  toLevel: z.number().int().min(1).max(5),
})
export const moduleInput = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  method: z.string().min(1),
  form: z.string().nullish(),
  shareClass: z.union([z.literal(70), z.literal(20), z.literal(10)]),
  jp: z.number().positive().nullish(),
  days: z.number().int().positive().nullish(),
  /** Rupiah; null: not known yet, 0: free. */
  costPerHead: z.number().int().min(0).nullable(),
  fixedCost: z.number().int().min(0).default(0),
  provider: z.string().nullish(),
  isInternal: z.boolean().default(true),
  seats: z.number().int().positive().nullish(),
  seatsMinimum: z.number().int().positive().default(1),
  isGeneral: z.boolean().default(false),
  catalogueYear: z.number().int().nullish(),
  effects: z.array(effect).default([]),
  prerequisites: z.array(z.array(z.string())).default([]),
})
export const sessionInput = z.object({
  code: z.string().min(1),
  moduleCode: z.string().min(1),
  mode: z.enum(['tatap_muka', 'daring_sinkron', 'mandiri']),
  startsOn: z.string(),
  endsOn: z.string(),
  place: z.string().nullish(),
  seats: z.number().int().positive().nullish(),
  seatsMinimum: z.number().int().positive().default(1),
  trainersNeeded: z.number().int().min(0).default(0),
})
export const catalogueInput = z.object({
  modules: z.array(moduleInput).default([]),
  sessions: z.array(sessionInput).default([]),
})

/** Brings modules with what they build, and class dates, into the catalogue; known codes are renewed. */
export const registerCatalogue = useCase({
  name: 'register-catalogue',
  room: 'planning',
  permission: { hr_officer: 'agency' },
  calledBy: ['apply-import', 'judge-import'],
  writes: ['planning.modules', 'planning.module_effects', 'planning.module_prerequisites', 'planning.sessions'],
  reads: ['competency.competencies'],
  input: catalogueInput,
  async run({ input, db, actor, newId, note, announce }) {
    const agency_id = actor.agencyId
    const competencies = new Map(
      (await db.rows<{ id: string; code: string }>(sql`select id, code from competency.v_competencies`)).map(c => [
        c.code,
        c.id,
      ]),
    )
    const inForce = () =>
      db.rows<{ id: string; code: string; valid_from: string }>(
        sql`select id, code, valid_from from planning.modules where valid_until is null`,
      )
    // A module known already keeps its version's first day, so that the same rows find it again.
    const begins = new Map((await inForce()).map(m => [m.code, m.valid_from]))
    await db.insert(
      'planning.modules',
      input.modules.map(m => ({
        agency_id,
        id: newId(),
        code: m.code,
        name: m.name,
        method: m.method,
        form: m.form ?? null,
        share_class: m.shareClass,
        jp: m.jp ?? null,
        days: m.days ?? null,
        cost_per_head: m.costPerHead,
        fixed_cost: m.fixedCost,
        provider: m.provider ?? null,
        is_internal: m.isInternal,
        seats: m.seats ?? null,
        seats_minimum: m.seatsMinimum,
        is_general: m.isGeneral,
        catalogue_year: m.catalogueYear ?? null,
        valid_from: begins.get(m.code) ?? '2026-01-01',
      })),
      `on conflict (agency_id, code, valid_from) do update set name = excluded.name, method = excluded.method, form = excluded.form, share_class = excluded.share_class, jp = excluded.jp, days = excluded.days,
        cost_per_head = excluded.cost_per_head, fixed_cost = excluded.fixed_cost, provider = excluded.provider, is_internal = excluded.is_internal, seats = excluded.seats, seats_minimum = excluded.seats_minimum,
        is_general = excluded.is_general, catalogue_year = excluded.catalogue_year`,
    )
    const modules = new Map((await inForce()).map(m => [m.code, m.id]))
    const effects = input.modules.flatMap(m =>
      m.effects.map(e => {
        const competency_id = competencies.get(e.competencyCode)
        if (!competency_id) throw errors.catalogue.competencyUnknown(e.competencyCode, m.code)
        return {
          agency_id,
          module_id: modules.get(m.code)!,
          competency_id,
          from_level: e.fromLevel,
          to_level: e.toLevel,
        }
      }),
    )
    const ids = input.modules.map(m => modules.get(m.code)!)
    if (ids.length > 0) {
      await db.run(sql`delete from planning.module_effects where module_id = any (${ids})`)
      await db.run(sql`delete from planning.module_prerequisites where module_id = any (${ids})`)
    }
    await db.insert('planning.module_effects', effects)
    await db.insert(
      'planning.module_prerequisites',
      input.modules.flatMap(m =>
        m.prerequisites.flatMap((clause, i) =>
          clause.map(code => {
            const required = modules.get(code)
            if (!required) throw errors.catalogue.moduleUnknown(code)
            return { agency_id, module_id: modules.get(m.code)!, clause: i, required_module_id: required }
          }),
        ),
      ),
    )
    await db.insert(
      'planning.sessions',
      input.sessions.map(s => {
        const module_id = modules.get(s.moduleCode)
        if (!module_id) throw errors.catalogue.moduleUnknown(s.moduleCode)
        return {
          agency_id,
          id: newId(),
          module_id,
          code: s.code,
          mode: s.mode,
          starts_on: s.startsOn,
          ends_on: s.endsOn,
          place: s.place ?? null,
          seats: s.seats ?? null,
          seats_minimum: s.seatsMinimum,
          trainers_needed: s.trainersNeeded,
          state: 'planned',
        }
      }),
      `on conflict (agency_id, code) do update set module_id = excluded.module_id, mode = excluded.mode, starts_on = excluded.starts_on, ends_on = excluded.ends_on, place = excluded.place,
        seats = excluded.seats, seats_minimum = excluded.seats_minimum, trainers_needed = excluded.trainers_needed`,
    )
    note({
      subjectKind: 'planning.catalogue',
      detail: { modules: input.modules.length, sessions: input.sessions.length },
    })
    announce({ type: 'CatalogueChanged', payload: { modules: input.modules.length } })
    return { modules: input.modules.length, sessions: input.sessions.length }
  },
})
