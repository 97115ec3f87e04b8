import { z } from 'zod'
import type { Day } from '#core/values/day.ts'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { findVersion, listRequirements, listVersions } from './position-standard.store.ts'
import { findTitle, listTitlesOf } from './standard-title.store.ts'
import { askedDifferences } from './standard-version.model.ts'

const requirement = z.object({
  competencyId: field.id('Kompetensi'),
  level: field.whole('Level', 1, 5),
  importance: z.enum(['mutlak', 'penting', 'perlu'], { error: 'Pilih Mutlak, Penting, atau Perlu.' }),
})

const text = (what: string, max = 500) =>
  z
    .string()
    .trim()
    .max(max, { error: `${what} paling panjang ${max} huruf.` })
    .nullish()

const contents = {
  approvalBasis: field.text('Dasar penetapan', 300),
  educationMinimum: text('Pendidikan minimal'),
  rankMinimum: text('Pangkat minimal', 100),
  trainingRequired: text('Pelatihan', 1000),
  experienceRequired: text('Pengalaman kerja', 1000),
  validFrom: field.day('Mulai berlaku'),
  reason: field.reason(),
  requirements: z.array(requirement).max(120),
}

type Contents = {
  approvalBasis: string
  educationMinimum?: string | null
  rankMinimum?: string | null
  trainingRequired?: string | null
  experienceRequired?: string | null
  validFrom: string
  reason: string
  requirements: { competencyId: string; level: number; importance: 'mutlak' | 'penting' | 'perlu' }[]
}

const check = async (db: Db, input: Contents, on: Day): Promise<void> => {
  if (input.validFrom < on) throw errors.standard.inThePast(on)
  if (input.requirements.length === 0) throw errors.standard.empty()
  const ids = input.requirements.map(r => r.competencyId)
  if (new Set(ids).size < ids.length) throw errors.standard.twice()
  const known = await db.rows(sql`select 1 from competency.competencies where id = any (${ids})`)
  if (known.length < ids.length) throw errors.standard.unknownCompetency()
}

const rowOf = (input: Contents) => ({
  approval_basis: input.approvalBasis,
  education_minimum: input.educationMinimum ?? null,
  rank_minimum: input.rankMinimum ?? null,
  training_required: input.trainingRequired ?? null,
  experience_required: input.experienceRequired ?? null,
  valid_from: input.validFrom,
  reason: input.reason,
})

/** Sets a title's standard from a day on, as a new version; what held before stays readable and keeps its gaps. */
export const setStandard = useCase({
  name: 'set-standard',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.competencies', 'workforce.positions', 'workforce.employees', 'workforce.units'],
  writes: ['competency.position_standards', 'competency.requirements'],
  input: z.object({
    positionName: field.text('Nama jabatan', 300),
    tier: text('Jenjang', 60),
    family: text('Urusan', 120),
    copiedFrom: z.string().uuid().nullish(),
    ...contents,
  }),
  async run({ input, db, actor, on, newId, note, announce }) {
    await check(db, input, on)
    const versions = (await listVersions(db, input.positionName)).filter(v => v.withdrawn_on === null)
    const title = await findTitle(db, input.positionName)
    if (!title && versions.length === 0) throw errors.standard.unknownTitle(input.positionName)
    const later = versions[0]
    if (later && later.valid_from >= input.validFrom) throw errors.standard.notAfter(later.valid_from)
    const id = newId()
    await db.insert('competency.position_standards', [
      {
        agency_id: actor.agencyId,
        id,
        position_name: later?.position_name ?? title?.name ?? input.positionName,
        tier: input.tier ?? title?.tier ?? later?.tier ?? null,
        family: input.family ?? title?.family ?? later?.family ?? null,
        ...rowOf(input),
        made_by_name: actor.name,
        made_on: on,
        copied_from: input.copiedFrom ?? null,
      },
    ])
    await db.insert(
      'competency.requirements',
      input.requirements.map(r => ({
        agency_id: actor.agencyId,
        standard_id: id,
        competency_id: r.competencyId,
        level: r.level,
        importance: r.importance,
      })),
    )
    const differences = askedDifferences(
      later ? await listRequirements(db, later.id) : [],
      await listRequirements(db, id),
    )
    if (
      later &&
      differences.length === 0 &&
      (
        ['approval_basis', 'education_minimum', 'rank_minimum', 'training_required', 'experience_required'] as const
      ).every(k => later[k] === (rowOf(input)[k] ?? null))
    )
      throw errors.standard.nothingChanged()
    note({
      subjectKind: 'competency.standard',
      subjectId: id,
      reason: input.reason,
      detail: { title: input.positionName, validFrom: input.validFrom, before: later?.id ?? null, differences },
    })
    announce({ type: 'StandardsChanged', payload: { standards: 1 } })
    return { id }
  },
})

/** Sets one standard for every title a choice names. Refused when the titles are not those of the preview. */
export const setStandards = useCase({
  name: 'set-standards',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  reads: ['competency.competencies', 'workforce.positions', 'workforce.employees', 'workforce.units'],
  writes: ['competency.position_standards', 'competency.requirements'],
  input: z
    .object({
      sourceId: field.id('Standar sumber'),
      family: text('Urusan', 120),
      tier: text('Jenjang', 60),
      search: text('Kata dalam nama jabatan', 120),
      onlyLacking: z.boolean(),
      approvalBasis: contents.approvalBasis,
      validFrom: contents.validFrom,
      reason: contents.reason,
      /** Ids of the titles the preview showed. */
      seen: z.array(z.string().uuid()).max(5000),
    })
    .refine(i => i.family || i.tier || i.search, {
      error: 'Pilih urusan, jenjang, atau kata dalam nama jabatan.',
      path: ['family'],
    }),
  async run({ input, db, actor, on, newId, note, announce }) {
    const source = await findVersion(db, input.sourceId)
    if (!source || source.withdrawn_on !== null) throw errors.standard.notFound()
    const requirements = await listRequirements(db, source.id)
    await check(
      db,
      {
        ...input,
        requirements: requirements.map(r => ({
          competencyId: r.competency_id,
          level: r.level,
          importance: r.importance,
        })),
      },
      on,
    )
    const titles = (
      await listTitlesOf(db, {
        family: input.family ?? null,
        tier: input.tier ?? null,
        search: input.search ?? null,
        onlyLacking: input.onlyLacking,
      })
    ).filter(t => t.name.toLowerCase() !== source.position_name.toLowerCase())
    if (titles.length === 0) throw errors.standard.noTitle()
    const seen = new Set(input.seen)
    if (titles.length !== seen.size || titles.some(t => !seen.has(t.id))) throw errors.standard.otherTitles()
    const taken = await db.rows<{ name: string; valid_from: Day }>(
      sql`select position_name as name, max(valid_from) as valid_from from competency.v_position_standards
        where lower(position_name) = any (${titles.map(t => t.name.toLowerCase())}) and valid_from >= ${input.validFrom}::date group by position_name order by 1`,
    )
    if (taken[0]) throw errors.standard.titlesTaken(taken.map(t => t.name))
    const setId = newId()
    const rows = titles.map(t => ({
      agency_id: actor.agencyId,
      id: newId(),
      position_name: t.name,
      tier: t.tier ?? source.tier,
      family: t.family ?? source.family,
      ...rowOf({
        ...input,
        educationMinimum: source.education_minimum,
        rankMinimum: source.rank_minimum,
        trainingRequired: source.training_required,
        experienceRequired: source.experience_required,
        requirements: [],
      }),
      made_by_name: actor.name,
      made_on: on,
      copied_from: source.id,
      set_id: setId,
    }))
    await db.insert('competency.position_standards', rows)
    await db.insert(
      'competency.requirements',
      rows.flatMap(s =>
        requirements.map(r => ({
          agency_id: actor.agencyId,
          standard_id: s.id,
          competency_id: r.competency_id,
          level: r.level,
          importance: r.importance,
        })),
      ),
    )
    note({
      subjectKind: 'competency.standard-set',
      subjectId: setId,
      reason: input.reason,
      detail: {
        source: source.id,
        family: input.family ?? null,
        tier: input.tier ?? null,
        search: input.search ?? null,
        titles: titles.length,
        validFrom: input.validFrom,
      },
    })
    announce({ type: 'StandardsChanged', payload: { standards: titles.length } })
    return { setId, titles: titles.length }
  },
})
