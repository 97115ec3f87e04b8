import { recordAssessment } from '#domain/competency/assessment/record-assessment.ts'
import { nationalCompetencies } from '#domain/competency/dictionary/national-competencies.ts'
import { registerCompetencies } from '#domain/competency/dictionary/register-competencies.ts'
import { registerFeedback } from '#domain/talent/feedback/register-feedback.ts'
import { registerAppraisals } from '#domain/workforce/appraisal/register-appraisals.ts'
import { registerAwards } from '#domain/workforce/award/register-awards.ts'
import { registerTeamRoles } from '#domain/workforce/award/register-team-roles.ts'
import { registerCareers } from '#domain/workforce/career/register-careers.ts'
import { registerEmployees } from '#domain/workforce/employee/register-employees.ts'
import { verifyFieldMatch } from '#domain/workforce/employee/verify-field-match.ts'
import { registerPositions } from '#domain/workforce/position/register-positions.ts'
import { recordCheck } from '#domain/workforce/record-check/record-check.ts'
import { registerTrainings } from '#domain/workforce/training/register-trainings.ts'
import { importFiles } from '#exchange/import/import-files.ts'
import { educationOf } from '#exchange/import/to-register.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Database } from '#platform/database/database.ts'
import { sql } from '#platform/database/database.ts'
import type { UseCase } from '#platform/use-case.ts'
import { csvFile } from '../world/csv.ts'
import { isInScope, type Person, today } from '../world/people.ts'
import type { Post } from '../world/posts.ts'
import type { Drawn } from '../world/records.ts'
import { nationalCodes, standardsOf, technicalNames } from '../world/standards.ts'
import { placeOf, type Unit } from '../world/units.ts'
import type { Acts, Who } from './actors.ts'

/** Rows of one batch: enough to be set work, few enough to keep memory flat. */
const batchSize = 5000
const batches = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, i) => rows.slice(i * batchSize, (i + 1) * batchSize))

/** The day before the demo's today: the register was brought up to date yesterday. */
export const importDay = '2026-11-23'

const officer: Who = { accountId: null, employeeId: null, name: 'Wulan Sari' }

/** Structural officials come as a file; everybody else through the register's own use case, batch by batch. */
const isOfficial = (p: Person): boolean => ['jpt', 'administrator', 'pengawas'].includes(p.group)

/** E-mail addresses lead nowhere: the domain is reserved. */
const emailOf = (p: Person): string => `asn${p.nip.slice(2, 8)}${p.nip.slice(14)}@contoh.invalid`

/** Whether the list says that an official has a disability: two in twenty-five have, one in five was never asked. Said by the number, so that no other draw moves. */
const disabilityOf = (p: Person): string => {
  const drawn = Number(BigInt(p.nip) % 9973n) % 25
  return drawn < 2 ? 'Ya' : drawn < 20 ? 'Tidak' : ''
}

/** The files of the agency, as an office would bring them: units, standards and the structural officials. */
export const staffFiles = (units: readonly Unit[], posts: readonly Post[], people: readonly Person[]) => [
  csvFile(
    'unit-2026.csv',
    ['Kode', 'Nama Unit', 'Singkatan', 'Jenis', 'Kecamatan', 'Kelas Lokasi'],
    units.map(u => [u.code, u.name, u.short, u.kind, ...placeOf(u)]),
  ),
  csvFile(
    'standar-kompetensi-jabatan.csv',
    [
      'Kode',
      'Nama Jabatan',
      'Jenjang',
      'Urusan',
      ...nationalCodes,
      'Kompetensi Teknis',
      'Pendidikan Minimal',
      'Pangkat Minimal',
      'Pelatihan',
      'Pengalaman',
    ],
    standardsOf(posts, people).map((s, i) => [
      `SKJ-${String(i + 1).padStart(4, '0')}`,
      s.title,
      s.tier,
      s.family,
      ...nationalCodes.map(() => s.level),
      s.technical.map(t => `${t.name} = ${t.level}`).join('; '),
      s.education,
      s.rank,
      s.training ? `${s.training} (penting)` : '',
      '',
    ]),
  ),
  csvFile(
    'pejabat-struktural-november-2026.csv',
    [
      'NIP',
      'Nama',
      'Jenis Kelamin',
      'Tanggal Lahir',
      'Status',
      'Golongan',
      'Unit Kerja',
      'Jabatan',
      'Eselon/Jenjang',
      'TMT Jabatan',
      'Pendidikan',
      'Jurusan',
      'NIP Atasan',
      'Email',
      'Penyandang Disabilitas',
    ],
    [
      ...people
        .filter(isOfficial)
        .map(p => [
          p.nip,
          p.name,
          p.sex,
          p.birthOn,
          p.employment,
          p.rank,
          p.unit.name,
          p.title,
          p.tier,
          p.positionSince,
          p.education,
          p.major,
          p.supervisorNip,
          emailOf(p),
          disabilityOf(p),
        ]),
      // Rows an office has to mend: a number that a spreadsheet broke, a unit that is no more, nobody's name.
      [
        '1,98503E+17',
        'Bambang Sutrisno',
        'L',
        '1985-03-11',
        'PNS',
        'III/c',
        units[0]!.name,
        'Pengadministrasi Umum',
        'Pelaksana',
        '2019-01-02',
        'S-1',
        'Hukum',
        '',
        '',
      ],
      [
        '199001012015031999',
        'Rina Puspita',
        'L',
        '1990-01-01',
        'PNS',
        'III/b',
        'Dinas Pasar Lama',
        'Pengadministrasi Umum',
        'Pelaksana',
        '2019-01-02',
        'S-1',
        'Hukum',
        '',
        '',
      ],
      [
        '198811112014032998',
        '',
        'P',
        '1988-11-11',
        'PNS',
        'III/b',
        units[0]!.name,
        'Pengadministrasi Umum',
        'Pelaksana',
        '2019-01-02',
        'S-1',
        'Hukum',
        '',
        '',
      ],
    ],
  ),
]

const expectationSaid = {
  above: 'Di Atas Ekspektasi',
  meets: 'Sesuai Ekspektasi',
  below: 'Di Bawah Ekspektasi',
} as const

export const registerAgency = async (
  acts: Acts,
  {
    units,
    posts,
    people,
    drawn,
  }: { units: readonly Unit[]; posts: readonly Post[]; people: readonly Person[]; drawn: Drawn },
  step: (line: string) => void,
): Promise<void> => {
  const actor: Actor = { agencyId: acts.agencyId, ...officer, role: 'hr_officer', on: importDay as never }
  const bring = (database: Database, files: Parameters<typeof importFiles>[2]) => importFiles(database, actor, files)
  const register = async <R extends object>(useCase: UseCase<{ rows: R[] }, unknown>, rows: unknown[]) => {
    for (const batch of batches(rows)) await acts.as(officer, 'hr_officer', today, useCase, { rows: batch })
  }

  const [unitFile, standardFile, staffFile] = staffFiles(units, posts, people)
  await bring(acts.database, [unitFile!])
  const seats = new Map<
    string,
    { name: string; unitName: string; echelonOrTier: string; family: string; seats: number }
  >()
  for (const p of posts)
    seats.set(`${p.title}|${p.unit.name}`, {
      name: p.title,
      unitName: p.unit.name,
      echelonOrTier: p.echelon,
      family: p.family,
      seats: 1,
    })
  for (const p of people) {
    if (isOfficial(p)) continue
    const key = `${p.title}|${p.unit.name}`
    const known = seats.get(key)
    if (known) known.seats++
    else seats.set(key, { name: p.title, unitName: p.unit.name, echelonOrTier: p.tier, family: p.family, seats: 1 })
  }
  await register(registerPositions, [...seats.values()])
  step(`${units.length} unit dan ${seats.size} jabatan tercatat.`)
  await register(registerCompetencies, [
    ...nationalCompetencies(today),
    ...technicalNames.map(name => ({ code: `T.${name}`, name, kind: 'technical', version: '2017' })),
  ])
  await bring(acts.database, [standardFile!, staffFile!])
  await register(
    registerEmployees,
    people
      .filter(p => !isOfficial(p))
      .map(p => ({
        nip: p.nip,
        name: p.name,
        employment: p.employment,
        sex: p.sex,
        birthOn: p.birthOn,
        rank: p.rank,
        educationLevel: educationOf(p.education),
        educationField: p.major,
        unitName: p.unit.name,
        positionName: p.title,
        echelonOrTier: p.tier,
        positionSince: p.positionSince,
        hiredOn: p.hiredOn,
        supervisorNip: p.supervisorNip,
        email: emailOf(p),
      })),
  )
  step(`${people.length} pegawai dan standar jabatannya tercatat.`)

  const skp = csvFile(
    'skp-2024-2025.csv',
    ['NIP', 'Nama', 'Tahun', 'Hasil Kerja', 'Perilaku Kerja', 'Predikat Kinerja'],
    drawn.appraisals
      .filter(a => a.year === 2025 && isInScope(a.person))
      .map(a => [
        a.person.nip,
        a.person.name,
        a.year,
        expectationSaid[a.result],
        expectationSaid[a.behaviour],
        a.rating,
      ]),
  )
  await bring(acts.database, [skp])
  await register(
    registerAppraisals,
    drawn.appraisals
      .filter(a => !(a.year === 2025 && isInScope(a.person)))
      .map(a => ({ nip: a.person.nip, year: a.year, workResult: a.result, behaviour: a.behaviour, rating: a.rating })),
  )
  step(`${drawn.appraisals.length} predikat kinerja tercatat.`)

  await register(
    registerTrainings,
    drawn.trainings.map(t => ({
      nip: t.person.nip,
      name: t.name,
      form: t.form,
      provider: t.provider,
      certificate: t.certificate,
      startsOn: t.startsOn,
      endsOn: t.endsOn,
      jp: t.jp,
      leadershipLevel: t.leadership,
    })),
  )
  await register(
    registerCareers,
    drawn.careers.map(c => ({
      nip: c.person.nip,
      positionName: c.title,
      unitName: c.unit,
      tier: c.tier,
      family: c.family,
      assignment: c.assignment,
      startsOn: c.startsOn,
      endsOn: c.endsOn,
    })),
  )
  step(`${drawn.trainings.length} pelatihan dan ${drawn.careers.length} riwayat jabatan tercatat.`)

  await register(
    registerAwards,
    drawn.awards.map(a => ({ nip: a.person.nip, name: a.name, level: a.level, awardedOn: a.on })),
  )
  await register(
    registerTeamRoles,
    drawn.teamRoles.map(t => ({ nip: t.person.nip, name: t.name, role: t.role, reach: t.reach, startsOn: t.on })),
  )
  await bring(acts.database, [
    csvFile(
      'hukuman-disiplin.csv',
      ['NIP', 'Nama', 'Jenis Hukuman', 'Tingkat', 'TMT Mulai', 'TMT Akhir', 'Nomor SK'],
      drawn.sanctions.map((s, i) => [
        s.person.nip,
        s.person.name,
        s.name,
        s.level,
        s.startsOn,
        s.endsOn,
        `SK/HD/${String(i + 1).padStart(3, '0')}`,
      ]),
    ),
  ])
  await register(
    recordAssessment,
    drawn.assessments.map(a => ({
      nip: a.person.nip,
      assessedOn: a.on,
      provider: 'BPSDM Provinsi Contoh',
      potential: a.potential,
      positionName: a.person.title,
      levels: a.levels,
    })),
  )
  await register(
    registerFeedback,
    drawn.feedback.map(f => ({ nip: f.person.nip, year: 2025, rating: f.rating, raters: f.raters })),
  )
  await register(
    verifyFieldMatch,
    drawn.checked.map(p => ({ nip: p.nip, isMatching: p.isFieldMatching })),
  )
  const ids = new Map(
    (
      await acts.rows<{ id: string; nip: string }>(sql`select id, nip from workforce.v_people where state = 'active'`)
    ).map(r => [r.nip, r.id]),
  )
  const checkedIds = drawn.checked.flatMap(p => ids.get(p.nip) ?? [])
  for (const subject of ['award', 'team-role'] as const)
    await acts.as(officer, 'hr_officer', importDay, recordCheck, { employeeIds: checkedIds, subject })
  step(`${drawn.assessments.length} penilaian kompetensi, penghargaan, tim kerja, dan rekam jejak disiplin tercatat.`)
}
