import { recordAgreement } from '#domain/planning/agreement/record-agreement.ts'
import { registerBudgetLines } from '#domain/planning/budget/register-budget-lines.ts'
import { registerCatalogue } from '#domain/planning/catalogue/register-catalogue.ts'
import { setSessionCosts } from '#domain/planning/cost/set-session-costs.ts'
import { answerBooking } from '#domain/planning/facilitator/answer-booking.ts'
import { bookFacilitator } from '#domain/planning/facilitator/book-facilitator.ts'
import { recordAbsence } from '#domain/planning/facilitator/record-absence.ts'
import { recordFacilitatorLevel } from '#domain/planning/facilitator/record-facilitator-quality.ts'
import { registerFacilitator } from '#domain/planning/facilitator/register-facilitator.ts'
import { trainTrainer } from '#domain/planning/facilitator/train-trainer.ts'
import { registerGoal } from '#domain/planning/goal/register-goal.ts'
import { declarePriority, linkGoalCompetency } from '#domain/planning/priority-competency/declare-priority.ts'
import { registerIndicator } from '#domain/workforce/indicator/register-indicator.ts'
import { recordUnitEvent } from '#domain/workforce/unit-event/record-unit-event.ts'
import { importFiles } from '#exchange/import/import-files.ts'
import type { Actor } from '#platform/access/actor.ts'
import { sql } from '#platform/database/database.ts'
import { goals, modules, sessionsOf } from '../world/catalogue.ts'
import { chanceOf } from '../world/chance.ts'
import { csvFile } from '../world/csv.ts'
import { drawIndicators, indicatorDefinitions } from '../world/indicators.ts'
import type { Unit } from '../world/units.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'

/** Rupiah to the nearest ten thousand. */
const round = (rupiah: number) => Math.round(rupiah / 10_000) * 10_000

/** Catalogue, class dates, goals, budget of two years, and the monthly indicators of the units. */
export const keepCatalogue = async (
  acts: Acts,
  cast: Cast,
  { units, seed, indicatorSeed }: { units: readonly Unit[]; seed: number; indicatorSeed: number },
  step: (line: string) => void,
): Promise<{ goalIds: string[] }> => {
  const chance = chanceOf(seed)
  await acts.as(cast.officer, 'hr_officer', '2026-01-05', registerCatalogue, {
    modules: modules.map(m => ({
      code: m.code,
      name: m.name,
      method: m.method,
      shareClass: m.share,
      jp: m.jp,
      days: Math.max(1, Math.ceil(m.jp / 8)),
      costPerHead: m.cost,
      provider: m.isInternal ? 'BKPSDM Kabupaten Contoh' : 'BPSDM Provinsi Contoh',
      isInternal: m.isInternal,
      seats: m.seats,
      seatsMinimum: Math.min(8, m.seats),
      catalogueYear: 2026,
      effects: m.effects.map(([competencyCode, fromLevel, toLevel]) => ({ competencyCode, fromLevel, toLevel })),
      prerequisites: m.prerequisites,
    })),
    sessions: sessionsOf(chance),
  })
  const competencies = new Map(
    (await acts.rows<{ code: string; id: string }>(sql`select code, id from competency.v_competencies`)).map(c => [
      c.code,
      c.id,
    ]),
  )
  const goalIds: string[] = []
  for (const { restsOn, ...goal } of goals) {
    const { id } = await acts.as(cast.leader, 'leader', '2025-09-15', registerGoal, {
      ...goal,
      basis: 'RPJMD Kabupaten Contoh 2025-2029',
    })
    goalIds.push(id)
    for (const [code, weight] of restsOn)
      await acts.as(cast.officer, 'hr_officer', '2025-09-16', linkGoalCompetency, {
        goalId: id,
        competencyId: competencies.get(code),
        weight,
      })
  }
  await acts.as(cast.officer, 'hr_officer', '2025-10-02', declarePriority, {
    competencyId: competencies.get('T.Pengelolaan Kontrak Konstruksi'),
    declaredBy: 'Bupati Contoh',
    reason: 'Paket infrastruktur terlambat karena kontrak lemah, dan pemegangnya sedikit.',
  })

  await keepAgreements(acts, cast)
  await keepFacilitators(acts, cast)

  const line = (year: number, unit: Unit | null, activity: string, source: string, amount: number) => {
    const total = round(amount)
    const committed = year === 2026 ? round(total * (0.7 + 0.25 * chance.share())) : 0
    return {
      unitName: unit?.name ?? null,
      activity,
      source,
      year,
      amount: total,
      committed,
      realised: year === 2026 ? round(committed * (0.65 + 0.3 * chance.share())) : null,
    }
  }
  const bkpsdm = units.find(u => u.short === 'BKPSDM')!
  const lines = [2026, 2027].flatMap(year => [
    line(year, bkpsdm, 'Pelatihan kepemimpinan', 'PAD', 1_150_000_000),
    line(year, bkpsdm, 'Pelatihan teknis', 'DAU', 820_000_000),
    line(year, bkpsdm, 'Coaching dan mentoring', 'PAD', 180_000_000),
    line(year, bkpsdm, 'Penilaian kompetensi', 'DAU', 250_000_000),
    ...units
      .filter(u => ['dinas', 'badan', 'rsud', 'inspektorat'].includes(u.kind) && u !== bkpsdm)
      .map(u =>
        line(
          year,
          u,
          'Bimbingan teknis pegawai unit',
          u.kind === 'rsud' ? 'BLUD' : 'DAU',
          20_000_000 + 12_000_000 * u.weight,
        ),
      ),
  ])
  await acts.as(cast.officer, 'hr_officer', '2026-11-20', registerBudgetLines, { lines })
  step(`Katalog ${modules.length} modul, jadwal, sasaran RPJMD, dan ${lines.length} baris anggaran tercatat.`)

  for (const definition of indicatorDefinitions)
    await acts.as(cast.officer, 'hr_officer', '2025-06-02', registerIndicator, definition)
  const values = drawIndicators(units, indicatorSeed)
  const measure = new Map(indicatorDefinitions.map(d => [d.code as string, d.unitOfMeasure]))
  const comma = (n: number | null) => (n === null ? '' : String(n).replace('.', ','))
  const actor: Actor = { agencyId: acts.agencyId, ...cast.officer, role: 'hr_officer', on: '2026-11-09' as never }
  await importFiles(acts.database, actor, [
    csvFile(
      'indikator-unit-2025-2026.csv',
      ['Unit', 'Bulan', 'Indikator', 'Pembilang', 'Penyebut', 'Nilai', 'Satuan'],
      values.map(v => [
        v.unit,
        v.month.slice(0, 7),
        v.code,
        comma(v.numerator),
        comma(v.denominator),
        comma(v.value),
        measure.get(v.code),
      ]),
    ),
  ])
  const [flooded] = await acts.rows<{ id: string }>(sql`select id from workforce.v_units where short_name = 'DSDA'`)
  if (flooded)
    await acts.as(cast.officer, 'hr_officer', '2026-01-12', recordUnitEvent, {
      unitId: flooded.id,
      kind: 'bencana',
      description: 'Banjir besar Januari sampai April 2026',
      startsOn: '2026-01-05',
      endsOn: '2026-04-20',
    })
  step(`${values.length} nilai indikator unit selama 18 bulan diimpor.`)
  return { goalIds }
}

/** The province's agreement, which ends soon, an older one, and what one class costs item by item. */
const keepAgreements = async (acts: Acts, cast: Cast): Promise<void> => {
  const provider = 'BPSDM Provinsi Contoh'
  for (const a of [
    { number: 'PKS/12/BPSDM/2022', startsOn: '2022-03-01', endsOn: '2025-02-28', accreditedUntil: '2025-06-30' },
    { number: 'PKS/41/BPSDM/2025', startsOn: '2025-03-01', endsOn: '2027-02-28', accreditedUntil: '2028-06-30' },
  ])
    await acts.as(cast.officer, 'hr_officer', a.startsOn < '2025' ? '2026-01-05' : '2026-01-06', recordAgreement, {
      ...a,
      provider,
      subject: 'Pengiriman peserta pelatihan kepemimpinan',
      accreditation: 'Terakreditasi LAN, A',
    })
  const [session] = await acts.rows<{ id: string }>(
    sql`select s.id from planning.v_sessions s where s.module_code = 'MP-02' and s.code = 'MP-02-2026-1'`,
  )
  if (session)
    await acts.as(cast.officer, 'hr_officer', '2026-09-14', setSessionCosts, {
      sessionId: session.id,
      items: [
        { code: 'honor-dalam', quantity: 16 },
        { code: 'honor-luar', quantity: 8, rate: 450_000 },
        { code: 'panitia', quantity: 1 },
        { code: 'perjalanan', quantity: 1 },
        { code: 'bahan', quantity: 20 },
        { code: 'tempat', quantity: 3 },
        { code: 'konsumsi', quantity: 60 },
      ],
      rateReason: 'Pengajar setara pejabat tinggi menurut SSH kabupaten 2026.',
    })
}

/** Taught by nobody but a head of division who retires in 2028. */
const handedOn = 'Pelatihan Teknis Audit Internal'

/** Who teaches: Agus, three heads of division, two from outside; one is away for part of March 2027, one soon retires. */
const keepFacilitators = async (acts: Acts, cast: Cast): Promise<void> => {
  const taught = await acts.rows<{ id: string; code: string; name: string }>(
    sql`select id, code, name from planning.v_modules where share_class = 10 and is_internal order by code`,
  )
  const own = await acts.rows<{ nip: string; name: string }>(
    sql`select nip, name from workforce.v_people where id = ${cast.facilitator.employeeId} or name in ('Rahmat Hidayat', 'Nurhayati') or (position_name = 'Kepala Bidang Mutasi dan Promosi')
      order by (id = ${cast.facilitator.employeeId}) desc, nip limit 4`,
  )
  const teachers: { nip: string | null; name: string }[] = [
    ...own,
    { nip: null, name: 'Widyaiswara Provinsi Contoh 1' },
    { nip: null, name: 'Widyaiswara Provinsi Contoh 2' },
  ]
  const [retiring] = await acts.rows<{ nip: string; name: string }>(
    sql`select nip, name from workforce.v_people where state = 'active' and tier = 'Administrator' and birth_on between '1969-06-01' and '1970-09-30' and nip <> all (${own.map(o => o.nip)})
      order by unit_short_name = 'DPUPR' desc, nip limit 1`,
  )
  if (retiring)
    await acts.as(cast.officer, 'hr_officer', '2026-01-06', registerFacilitator, {
      nip: retiring.nip,
      name: retiring.name,
      maxDays: 12,
      moduleIds: taught.filter(m => m.name === handedOn || m.code === 'MP-02').map(m => m.id),
    })
  for (const [i, teacher] of teachers.entries()) {
    const moduleIds = taught
      .filter(m => !retiring || m.name !== handedOn)
      .filter((m, at) => at % 3 === i % 3 || (i < 3 && m.code.startsWith('MP-')))
      .map(m => m.id)
    const { id } = await acts.as(cast.officer, 'hr_officer', '2026-01-06', registerFacilitator, {
      ...teacher,
      maxDays: teacher.nip ? 12 : 20,
      moduleIds,
    })
    if (i === 0) await teachWith(acts, cast, id)
    if (i === 1)
      await acts.as(cast.officer, 'hr_officer', '2026-11-16', recordAbsence, {
        facilitatorId: id,
        startsOn: '2027-03-08',
        endsOn: '2027-03-19',
      })
  }
}

/** Agus: a class of August, which he took, another of next March, and what he masters. */
const teachWith = async (acts: Acts, cast: Cast, facilitatorId: string): Promise<void> => {
  const sessions = await acts.rows<{ id: string; code: string }>(
    sql`select id, code from planning.v_sessions where code in ('MP-01-2026-1', 'MP-01-2027-1') order by starts_on`,
  )
  for (const s of sessions) {
    const { id } = await acts.as(cast.officer, 'hr_officer', '2026-01-12', bookFacilitator, {
      facilitatorId,
      sessionId: s.id,
      jp: 16,
    })
    if (s.code === 'MP-01-2026-1')
      await acts.as(cast.facilitator, 'facilitator', '2026-01-14', answerBooking, { bookingId: id, answer: 'accepted' })
  }
  const [competency] = await acts.rows<{ id: string }>(
    sql`select id from competency.v_competencies where code = 'T.Manajemen Proyek'`,
  )
  if (competency)
    await acts.as(cast.officer, 'hr_officer', '2026-01-12', recordFacilitatorLevel, {
      facilitatorId,
      competencyId: competency.id,
      level: 4,
      evidence: 'Sertifikat pelatihan pengajar LAN dan pengampu kelas sejak 2023',
      observedOn: '2025-10-20',
      validUntil: '2028-10-20',
    })
  const [candidate] = await acts.rows<{ nip: string }>(
    sql`select nip from workforce.v_people where unit_short_name = 'DPUPR' and tier = 'Pengawas' and state = 'active' order by nip limit 1`,
  )
  const [module] = await acts.rows<{ id: string }>(sql`select id from planning.v_modules where code = 'MP-01'`)
  if (candidate && module)
    await acts.as(cast.officer, 'hr_officer', '2026-10-19', trainTrainer, {
      nip: candidate.nip,
      moduleId: module.id,
      startsOn: '2026-11-02',
      endsOn: '2027-02-26',
    })
}
