import { z } from 'zod'
import { type Db, sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { type Wording, weakLevels, wordingDifferences } from './competency-version.model.ts'
import { findCompetencyVersion, levelsOf, listCompetencyVersions } from './competency-version.store.ts'
import { type CompetencyRow, findCompetency } from './dictionary.store.ts'

/** A technical competency still in use, the only kind an agency changes or retires; refuses any other with its reason. */
export const findChangeable = async (db: Db, id: string): Promise<CompetencyRow> => {
  const known = await findCompetency(db, id)
  if (!known) throw errors.competency.notFound()
  if (known.kind !== 'technical') throw errors.dictionary.national()
  if (known.retired_on) throw errors.dictionary.retired()
  return known
}

const wording = {
  name: field.text('Nama kompetensi', 200),
  domain: field.text('Urusan', 120),
  builder: field.text('Instansi pembina', 200),
  definition: z
    .string({ error: 'Definisi wajib diisi.' })
    .trim()
    .min(20, { error: 'Definisi sekurang-kurangnya 20 huruf.' })
    .max(2000, { error: 'Definisi paling panjang 2000 huruf.' }),
  levels: z
    .array(
      z.object({
        level: z.number().int().min(1).max(5),
        description: z.string().trim().max(1000),
        indicators: z.array(z.string().trim().min(1).max(300)).max(12),
      }),
    )
    .length(5),
}

const proposal = {
  validFrom: field.day('Mulai berlaku'),
  basis: field.text('Dasar penetapan', 300),
  reason: field.reason(),
}

/** Refuses words that nobody could rate by: an empty level, two levels that read the same. */
const checkLevels = (levels: Wording['levels']) => {
  const { empty, same } = weakLevels(levels)
  if (empty.length > 0) throw errors.dictionary.emptyLevels(empty)
  if (same.length > 0) throw errors.dictionary.sameLevels(same)
}

/** Proposes a technical competency or a change of its words; a second person decides. */
export const proposeCompetency = useCase({
  name: 'propose-competency',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.competency_versions'],
  input: z.object({ competencyId: z.string().uuid().nullish(), ...wording, ...proposal }),
  async run({ input, db, actor, on, newId, note }) {
    checkLevels(input.levels)
    if (input.validFrom < on) throw errors.dictionary.inThePast(on)
    const known = input.competencyId ? await findChangeable(db, input.competencyId) : null
    const taken = await db.find(
      sql`select 1 from competency.competencies where lower(name) = ${input.name.toLowerCase()} and id is distinct from ${known?.id ?? null}
        union all select 1 from competency.competency_versions where state = 'submitted' and change = 'new' and lower(name) = ${input.name.toLowerCase()}`,
    )
    if (taken) throw errors.dictionary.nameTaken(input.name)
    if (known) {
      const versions = await listCompetencyVersions(db, known.id)
      if (versions.some(v => v.state === 'submitted')) throw errors.dictionary.waiting()
      const later = versions.find(v => v.state === 'approved' && v.valid_from >= input.validFrom)
      if (later) throw errors.dictionary.notAfter(later.valid_from)
      const before: Wording = {
        ...known,
        definition: known.definition ?? '',
        levels: (await levelsOf(db, known)).levels,
      }
      if (wordingDifferences(before, input).length === 0) throw errors.dictionary.nothingChanged()
    }
    const id = newId()
    await db.insert('competency.competency_versions', [
      {
        agency_id: actor.agencyId,
        id,
        competency_id: known?.id ?? newId(),
        change: known ? 'change' : 'new',
        code: known?.code ?? `T.${input.name}`,
        name: input.name,
        domain: input.domain,
        definition: input.definition,
        builder: input.builder,
        levels: input.levels,
        valid_from: input.validFrom,
        basis: input.basis,
        reason: input.reason,
        state: 'submitted',
        author_account_id: actor.accountId,
        author_employee_id: actor.employeeId,
        author_name: actor.name,
        submitted_on: on,
      },
    ])
    note({
      subjectKind: 'competency.competency-version',
      subjectId: id,
      reason: input.reason,
      detail: { competencyId: known?.id ?? null, name: input.name, validFrom: input.validFrom },
    })
    return { id }
  },
})

/** Proposes that a technical competency is no longer used from a day on, and what follows it. */
export const proposeRetirement = useCase({
  name: 'propose-retirement-of-competency',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.competency_versions'],
  input: z.object({
    competencyId: field.id('Kompetensi'),
    successorId: z.string().uuid({ error: 'Pilih pengganti dari kamus.' }).nullish(),
    ...proposal,
  }),
  async run({ input, db, actor, on, newId, note }) {
    const known = await findChangeable(db, input.competencyId)
    if (input.validFrom < on) throw errors.dictionary.inThePast(on)
    const successor = input.successorId ? await findCompetency(db, input.successorId) : null
    if (input.successorId && (!successor || successor.retired_on || successor.id === known.id))
      throw errors.dictionary.badSuccessor()
    const versions = await listCompetencyVersions(db, known.id)
    if (versions.some(v => v.state === 'submitted')) throw errors.dictionary.waiting()
    const later = versions.find(v => v.state === 'approved' && v.valid_from >= input.validFrom)
    if (later) throw errors.dictionary.notAfter(later.valid_from)
    const id = newId()
    await db.insert('competency.competency_versions', [
      {
        agency_id: actor.agencyId,
        id,
        competency_id: known.id,
        change: 'retire',
        code: known.code,
        name: known.name,
        domain: known.domain,
        definition: known.definition ?? '',
        builder: known.builder,
        levels: (await levelsOf(db, known)).levels,
        successor_id: successor?.id ?? null,
        valid_from: input.validFrom,
        basis: input.basis,
        reason: input.reason,
        state: 'submitted',
        author_account_id: actor.accountId,
        author_employee_id: actor.employeeId,
        author_name: actor.name,
        submitted_on: on,
      },
    ])
    note({
      subjectKind: 'competency.competency-version',
      subjectId: id,
      reason: input.reason,
      detail: { competencyId: known.id, successorId: successor?.id ?? null, validFrom: input.validFrom },
    })
    return { id }
  },
})

/** The author takes a proposal back while nobody has decided it. */
export const withdrawProposal = useCase({
  name: 'withdraw-competency-proposal',
  room: 'competency',
  permission: { hr_officer: 'agency' },
  writes: ['competency.competency_versions'],
  input: z.object({ versionId: field.id('Usulan'), reason: field.reason() }),
  async run({ input, db, actor, on, note }) {
    const version = await findCompetencyVersion(db, input.versionId)
    if (!version) throw errors.dictionary.notFound()
    if (version.state !== 'submitted') throw errors.dictionary.decided()
    if (!isAuthor(version, actor)) throw errors.dictionary.notAuthor(version.author_name)
    await db.run(
      sql`update competency.competency_versions set state = 'withdrawn', decided_by_name = ${actor.name}, decided_on = ${on}, decision_reason = ${input.reason} where id = ${input.versionId} and state = 'submitted'`,
    )
    note({ subjectKind: 'competency.competency-version', subjectId: input.versionId, reason: input.reason })
  },
})

/** Whether somebody wrote a proposal: by account, or by the person behind it. */
export const isAuthor = (
  version: { author_account_id: string | null; author_employee_id: string | null },
  actor: { accountId: string | null; employeeId: string | null },
): boolean =>
  (version.author_account_id !== null && version.author_account_id === actor.accountId) ||
  (version.author_employee_id !== null && version.author_employee_id === actor.employeeId)
