import { z } from 'zod'
import { type Db, sql } from '#platform/database/database.ts'
import { type Row, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'
import { type RegisterResult, withPeople } from '../register-result.ts'

export const trainingRow = z.object({
  nip: z.string(),
  name: z.string().min(1),
  form: z.string().nullish(),
  provider: z.string().nullish(),
  /** Certificate number; null: none was shown, so its JP do not count. */
  certificate: z.string().nullish(),
  startsOn: z.string().nullish(),
  /** Null: end unknown, counts in no year. */
  endsOn: z.string().nullish(),
  jp: z.number().positive().nullish(),
  leadershipLevel: z.string().nullish(),
})

const lettersAndDigits = (text: unknown): string =>
  String(text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The same training: the same certificate of a person, else the same course ending on the same day. */
const keyOf = (row: Row): string => {
  const certificate = lettersAndDigits(row.certificate)
  return certificate
    ? `${row.employee_id}|c|${certificate}`
    : `${row.employee_id}|n|${lettersAndDigits(row.name)}|${row.ends_on ?? ''}`
}

/** ASCII letters and digits only: what two spellings of one certificate or name share at least. */
const rough = (text: unknown): string =>
  String(text ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

/** Entries that may be the same as an incoming row: of the same person, with roughly the same certificate or name. */
const maybeSame = async (
  db: Db,
  known: readonly { row: { certificate?: string | null; name: string }; employeeId: string }[],
): Promise<Row[]> => {
  const pairs = JSON.stringify(
    known.map(({ row, employeeId }) => ({ e: employeeId, k: rough(row.certificate) || rough(row.name) })),
  )
  return (
    await db.rows<{ row: Row }>(sql`
      with wanted as materialized (select distinct e, k from jsonb_to_recordset(${pairs}::jsonb) w(e uuid, k text)),
        found as (
          select t.id from wanted w join workforce.trainings t on t.agency_id = (select platform.agency()) and t.employee_id = w.e and t.certificate_key = w.k
          union select t.id from wanted w join workforce.trainings t on t.agency_id = (select platform.agency()) and t.employee_id = w.e and t.name_key = w.k)
      select to_jsonb(t) - 'certificate_key' - 'name_key' as row from found f
        join workforce.trainings t on t.agency_id = (select platform.agency()) and t.id = f.id where t.verification <> 'rejected'`)
  ).map(r => r.row)
}

/** Brings training records into the JP ledger. */
export const registerTrainings = useCase({
  name: 'register-trainings',
  room: 'workforce',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['judge-import', 'apply-import'],
  writes: ['workforce.trainings'],
  input: z.object({ rows: z.array(trainingRow) }),
  async run({ input, db, newId, note, announce }): Promise<RegisterResult> {
    const { known, refusals, inPlace } = await withPeople(db, input.rows)
    const changes = await saveRows(db, 'workforce.trainings', {
      rows: known.map(({ row, employeeId }) => ({
        employee_id: employeeId,
        name: row.name,
        form: row.form ?? null,
        provider: row.provider ?? null,
        certificate: row.certificate ?? null,
        starts_on: row.startsOn ?? null,
        ends_on: row.endsOn ?? null,
        jp: row.jp ?? null,
        leadership_level: row.leadershipLevel ?? null,
        verification: 'recorded',
        source_kind: 'import',
      })),
      existing: await maybeSame(db, known),
      keyOf,
      newId,
    })
    note({ subjectKind: 'workforce.training', detail: { rows: input.rows.length } })
    const touched = changes.filter(c => c.kind !== 'same').length
    if (touched > 0) announce({ type: 'TrainingsRegistered', payload: { trainings: touched } })
    return { changes: inPlace(changes), refusals }
  },
})
