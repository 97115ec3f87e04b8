import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** An agency made for measuring: how many people, and who can be asked for pages. */
export type Sown = { agencyId: string; cycleName: string; hrAccount: string; asnAccount: string }

export const day = '2026-11-24'

/**
 * Sows an agency of `people` by the keeper's connection, in the proportions of a middling regency: everybody in scope,
 * two appraisals, eight careers and trainings for every ten people in each of three years, one assessment of nine levels, a sanction for one in 200.
 * Set work in the database alone: it makes inputs, it proves nothing.
 */
export const sow = async (owner: string, people: number): Promise<Sown> => {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  const agencyId = randomUUID()
  const hrAccount = randomUUID()
  const asnAccount = randomUUID()
  const units = Math.max(12, Math.round(people / 180))
  const run = (text: string, values: unknown[] = []) =>
    client.query(text.replaceAll(':agency', `'${agencyId}'::uuid`).replaceAll(':people', String(people)), values)
  // The same id from the same words, so that rows find each other without being read back.
  await run(
    `create or replace function pg_temp.id(word text) returns uuid language sql immutable as $$ select md5('${agencyId}' || word)::uuid $$`,
  )
  await run(
    `insert into platform.agencies (agency_id, name, short_name, is_demo, today_on) values (:agency, 'Kabupaten Ukur ${people}', 'Ukur ${people}', true, '${day}')`,
  )
  await run(
    `insert into platform.modules (agency_id, module) select :agency, unnest(array['talent', 'planning', 'delivery', 'impact', 'succession'])`,
  )
  await run(
    `insert into workforce.units (agency_id, id, code, name, short_name, kind) select :agency, pg_temp.id('u' || i), lpad(i::text, 4, '0'), 'Dinas Ukur ' || i, 'Ukur ' || i, 'dinas' from generate_series(0, ${units - 1}) i`,
  )
  await run(`insert into workforce.positions (agency_id, id, name, unit_id, kind, tier, seats)
    select :agency, pg_temp.id('p' || u || '-' || k), (array['Kepala Bidang', 'Kepala Seksi', 'Analis', 'Pengelola'])[k + 1] || ' ' || u, pg_temp.id('u' || u),
      (array['structural', 'structural', 'functional', 'executor'])[k + 1], (array['Administrator', 'Pengawas', 'JF Ahli Muda', 'Pelaksana'])[k + 1], 500
    from generate_series(0, ${units - 1}) u, generate_series(0, 3) k`)
  await run(
    `insert into workforce.employees (agency_id, id, nip, name, employment, sex, birth_on, rank, education_level, education_field, is_field_matching, unit_id, position_id, position_since, hired_on, supervisor_id)
    select :agency, pg_temp.id('e' || i), '19800101' || '200501' || (1 + i % 2) || lpad((i % 1000)::text, 3, '0'), 'Pegawai ' || i, 'PNS', case i % 2 when 0 then 'L' else 'P' end, '1980-01-01', 'III/c',
      (array['S-1', 'S-2', 'D-III'])[1 + i % 3], 'Administrasi Publik', i % 4 <> 0, pg_temp.id('u' || i % ${units}), pg_temp.id('p' || i % ${units} || '-' || (i / ${units}) % 4), '2020-01-02', '2005-01-01',
      case when i >= ${units} then pg_temp.id('e' || i % ${units}) end
    from generate_series(0, :people - 1) i`.replace(
      `'19800101' || '200501' || (1 + i % 2) || lpad((i % 1000)::text, 3, '0')`,
      `to_char(date '1970-01-01' + (i / 1000), 'YYYYMMDD') || '200501' || (1 + i % 2) || lpad((i % 1000)::text, 3, '0')`,
    ),
  )
  await run(`insert into workforce.appraisals (agency_id, id, employee_id, year, work_result, behaviour, rating)
    select :agency, pg_temp.id('a' || i || y), pg_temp.id('e' || i), y, 'meets', 'above', (array['Sangat Baik', 'Baik', 'Baik', 'Butuh Perbaikan'])[1 + i % 4] from generate_series(0, :people - 1) i, generate_series(2024, 2025) y where i % 50 <> 0`)
  await run(`insert into workforce.trainings (agency_id, id, employee_id, name, starts_on, ends_on, jp, certificate)
    select :agency, pg_temp.id('t' || i || y), pg_temp.id('e' || i), 'Pelatihan ' || y, make_date(y, 3, 1), make_date(y, 3, 3), 8 + i % 24, 'S-' || i from generate_series(0, :people - 1) i, generate_series(2024, 2026) y where i % 5 <> 0`)
  await run(`insert into workforce.careers (agency_id, id, employee_id, position_name, unit_name, tier, starts_on, ends_on)
    select :agency, pg_temp.id('c' || i || k), pg_temp.id('e' || i), 'Jabatan ' || k, 'Dinas Ukur ' || i % ${units}, 'Pelaksana', make_date(2006 + 5 * k, 1, 2), make_date(2010 + 5 * k, 12, 31) from generate_series(0, :people - 1) i, generate_series(0, 2) k where i % 5 <> k`)
  await run(`insert into workforce.awards (agency_id, id, employee_id, name, level, awarded_on)
    select :agency, pg_temp.id('w' || i), pg_temp.id('e' || i), 'Satyalancana Karya Satya', 'service-years', '2024-08-17' from generate_series(0, :people - 1) i where i % 3 = 0`)
  await run(`insert into workforce.team_roles (agency_id, id, employee_id, name, role, reach, starts_on)
    select :agency, pg_temp.id('r' || i), pg_temp.id('e' || i), 'Tim Ukur', 'member', 'internal', '2025-02-01' from generate_series(0, :people - 1) i where i % 4 = 0`)
  await run(`insert into workforce.sanctions (agency_id, id, employee_id, level, name, starts_on, ends_on)
    select :agency, pg_temp.id('s' || i), pg_temp.id('e' || i), 'ringan', 'Teguran tertulis', '2024-02-01', '2025-02-01' from generate_series(0, :people - 1) i where i % 200 = 0`)
  await run(`insert into workforce.record_checks (agency_id, id, employee_id, subject, checked_on, checked_by)
    select :agency, pg_temp.id('k' || i || s), pg_temp.id('e' || i), s, '2026-10-01', 'BKPSDM' from generate_series(0, :people - 1) i, unnest(array['award', 'team-role', 'discipline', 'field-match']) s`)
  await run(`insert into competency.competencies (agency_id, id, code, name, kind)
    select :agency, pg_temp.id('m' || n), case when n = 9 then 'SK1' else 'MK' || n end, 'Kompetensi ' || n, case when n = 9 then 'sociocultural' else 'managerial' end from generate_series(1, 9) n`)
  await run(`insert into competency.assessments (agency_id, id, employee_id, assessed_on, valid_until, potential)
    select :agency, pg_temp.id('x' || i), pg_temp.id('e' || i), '2025-03-01', '2028-02-29', 60 + i % 40 from generate_series(0, :people - 1) i where i % 10 <> 0`)
  await run(`insert into competency.assessment_levels (agency_id, assessment_id, employee_id, competency_id, level, standard_level)
    select :agency, pg_temp.id('x' || i), pg_temp.id('e' || i), pg_temp.id('m' || n), 2 + (i + n) % 3, 3 from generate_series(0, :people - 1) i, generate_series(1, 9) n where i % 10 <> 0`)
  await run(`insert into talent.feedback_360 (agency_id, id, employee_id, year, rating, raters)
    select :agency, pg_temp.id('f' || i), pg_temp.id('e' || i), 2025, (array['Sangat Baik', 'Baik', 'Baik'])[1 + i % 3], 5 from generate_series(0, :people - 1) i`)
  await run(
    `insert into platform.accounts (agency_id, id, employee_id, name, created_at) values (:agency, $1, null, 'Pengelola Ukur', now()), (:agency, $2, pg_temp.id('e' || (:people - 1)), 'Pegawai Ukur', now())`,
    [hrAccount, asnAccount],
  )
  await run(
    `insert into platform.account_roles (agency_id, account_id, role, valid_from) values (:agency, $1, 'hr_officer', '2026-01-01')`,
    [hrAccount],
  )
  await client.query('analyze')
  await client.end()
  return { agencyId, cycleName: `Siklus Ukur ${people}`, hrAccount, asnAccount }
}
