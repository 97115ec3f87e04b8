import { agreeLevels } from '#domain/competency/assessment-centre/agree-levels.ts'
import { answerInvitation } from '#domain/competency/assessment-centre/answer-invitation.ts'
import {
  findBatch,
  listMeasures,
  listParticipants,
  listRatings,
  type Participant,
} from '#domain/competency/assessment-centre/centre.store.ts'
import { closeBatch } from '#domain/competency/assessment-centre/close-batch.ts'
import { inviteParticipants } from '#domain/competency/assessment-centre/invite-participants.ts'
import { openAssessorAccount, registerAssessor } from '#domain/competency/assessment-centre/keep-assessor.ts'
import { registerProvider } from '#domain/competency/assessment-centre/keep-provider.ts'
import {
  assignAssessors,
  declareInterests,
  nameBatchAssessor,
} from '#domain/competency/assessment-centre/name-assessors.ts'
import { planBatch } from '#domain/competency/assessment-centre/plan-batch.ts'
import { noteBehaviour, rateLevels, submitRatings } from '#domain/competency/assessment-centre/rate-participant.ts'
import { startBatch } from '#domain/competency/assessment-centre/start-batch.ts'
import type { Actor } from '#platform/access/actor.ts'
import { sql } from '#platform/database/database.ts'
import type { Acts, Who } from './actors.ts'
import type { Cast } from './open-roles.ts'

/** What assessors saw, in turn. */
const seen = [
  'Membagi waktu bicara kepada peserta lain sebelum menyampaikan usulnya sendiri.',
  'Menanyakan dahulu data serapan triwulan lalu, lalu menghitung ulang kebutuhan kegiatan.',
  'Menolak jalan pintas pengadaan dan menyebut aturan yang dilanggar.',
  'Menyusun disposisi menurut tenggat, dan menunda surat yang tidak mendesak.',
  'Mengulang keberatan warga dengan kata-katanya sendiri sebelum menjawab.',
  'Menyebut dua pilihan beserta akibatnya, lalu memilih dengan alasan.',
  'Mengakui kekeliruan hitungan di depan kelompok dan memperbaikinya.',
]

type Assessor = { id: string; who: Who }
type Centre = { providerId: string; assessors: Assessor[]; internal: string | null }

/** Providers with their accreditations, assessors with their certificates and accounts: two come from the province. */
export const openCentre = async (acts: Acts, cast: Cast): Promise<Centre> => {
  const officer = <I, R>(on: string, useCase: Parameters<typeof acts.as<I, R>>[3], input: unknown) =>
    acts.as(cast.officer, 'hr_officer', on, useCase, input)
  const provider = async (name: string, kind: string, accreditedUntil: string | null, contact: string) =>
    (
      await officer('2026-02-09', registerProvider, {
        name,
        kind,
        accreditationNumber: accreditedUntil ? `AKR-${name.length}/PK/2025` : null,
        accreditationGrade: accreditedUntil ? 'A' : null,
        accreditedUntil,
        contact,
      })
    ).id
  const own = await provider('Unit Penilaian Kompetensi BKPSDM', 'own', '2028-03-31', 'Ruang layanan BKPSDM')
  await provider('Kantor Regional BKN', 'bkn', '2029-12-31', 'Layanan penilaian kompetensi')
  const province = await provider('Badan Kepegawaian Provinsi', 'agency', '2027-10-31', 'Bidang penilaian kompetensi')
  await provider('Lembaga Asesmen Bina Insani', 'private', '2026-06-30', 'Bagian pemasaran')
  const assessor = async (input: object) => (await officer('2026-02-10', registerAssessor, input)).id
  const outsiders = [
    ['Sekar Ayuningtyas', 'ASR-0117/2024', 'madya', '2027-09-30'],
    ['Bagas Prasetyo', 'ASR-0203/2024', 'muda', '2027-05-31'],
  ] as const
  const assessors: Assessor[] = []
  for (const [name, accreditationNumber, grade, accreditedUntil] of outsiders) {
    const id = await assessor({ providerId: province, name, accreditationNumber, grade, accreditedUntil })
    const { accountId } = await officer('2026-02-11', openAssessorAccount, { assessorId: id })
    assessors.push({ id, who: { accountId, employeeId: null, name } })
  }
  await assessor({
    providerId: province,
    name: 'Yudi Hermawan',
    accreditationNumber: 'ASR-0088/2023',
    grade: 'pertama',
    accreditedUntil: '2026-09-30',
  })
  const [inside] = await acts.rows<{ nip: string }>(
    sql`select p.nip from workforce.v_people p where p.unit_short_name = 'BKPSDM' and p.tier in ('JF Ahli Muda', 'JF Ahli Madya') and p.state = 'active' order by p.nip limit 1`,
  )
  const internal = inside
    ? await assessor({
        providerId: own,
        nip: inside.nip,
        accreditationNumber: 'ASR-0311/2025',
        grade: 'muda',
        accreditedUntil: '2028-01-31',
      })
    : null
  return { providerId: own, assessors, internal }
}

/** People of a tier whose last result has run out, nobody of the story among them. */
const expiredOf = (acts: Acts, cast: Cast, tier: string, before: string, n: number, mayHaveAccount = false) =>
  acts.rows<{ id: string }>(
    sql`select p.id from workforce.v_people p join (select employee_id, max(valid_until) as until from competency.v_assessments group by employee_id) a on a.employee_id = p.id
      where p.state = 'active' and p.tier = ${tier} and a.until < ${before}::date and p.id <> all (${[cast.asn, cast.supervisor, cast.officer, cast.facilitator].map(w => w.employeeId)})
        and (${mayHaveAccount} or not exists (select from platform.v_accounts c where c.agency_id = p.agency_id and c.employee_id = p.id))
      order by a.until, p.nip limit ${n}`,
  )

type Plan = {
  name: string
  useCode: string
  plannedOn: string
  startsOn: string
  endsOn: string
  seats: number
  people: string[]
}

const hold = async (acts: Acts, cast: Cast, centre: Centre, plan: Plan) => {
  const officer = <I, R>(useCase: Parameters<typeof acts.as<I, R>>[3], input: unknown, on = plan.plannedOn) =>
    acts.as(cast.officer, 'hr_officer', on, useCase, input)
  const { id: batchId } = await officer(planBatch, {
    name: plan.name,
    useCode: plan.useCode,
    providerId: centre.providerId,
    complexity: 'sedang',
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    place: 'Gedung BKPSDM, lantai dua',
    seats: plan.seats,
    contact: `${cast.officer.name}, BKPSDM`,
  })
  const { participantIds } = await officer(inviteParticipants, { batchId, employeeIds: plan.people })
  for (const [i, a] of centre.assessors.entries())
    await officer(nameBatchAssessor, { batchId, assessorId: a.id, isLead: i === 0 })
  return { batchId, participantIds, officer }
}

const declareAll = async (acts: Acts, centre: Centre, batchId: string, on: string) => {
  for (const a of centre.assessors)
    await acts.as(a.who, 'assessor', on, declareInterests, { batchId, statement: 'none' })
}

/** One assessor notes and rates one participant; a strict one gives a level less now and then. */
const rate = async (
  acts: Acts,
  assessor: Assessor,
  participant: Participant,
  batchId: string,
  on: string,
  { person, strict }: { person: number; strict: boolean },
) => {
  const { batch, measures } = await acts.read(async db => {
    const found = await findBatch(db, batchId)
    return { batch: found, measures: await listMeasures(db, found) }
  })
  if (!batch) throw new Error('The batch of the demo is gone.')
  const participantId = participant.id
  for (const line of batch.matrix)
    await acts.as(assessor.who, 'assessor', on, noteBehaviour, {
      participantId,
      instrument: line.instrument,
      notes: line.codes.map((code, i) => ({ code, note: seen[(i + person + (strict ? 3 : 0)) % seen.length] })),
    })
  const codes = new Set(batch.matrix.flatMap(l => l.codes))
  const standard = new Map((participant.standard ?? []).map(s => [s.code, s.level]))
  const levelOf = (code: string, i: number): number => {
    // What the person showed, the same for both; then how this assessor saw it, mostly alike.
    const shown = (standard.get(code) ?? 3) + [0, -1, 0, 1, 0, -1, 1, 0][(i * 5 + person * 3) % 8]
    const eye = strict ? (i % 5 === 1 ? -1 : i % 11 === 7 ? 1 : 0) : 0
    return Math.max(1, Math.min(5, shown + eye))
  }
  await acts.as(assessor.who, 'assessor', on, rateLevels, {
    participantId,
    levels: measures.filter(m => codes.has(m.code)).map((m, i) => ({ code: m.code, level: levelOf(m.code, i) })),
  })
}

/** A batch that is over: rated blind, integrated, closed, each person with the own report. */
export const holdClosedBatch = async (acts: Acts, cast: Cast, centre: Centre): Promise<number> => {
  const people = (await expiredOf(acts, cast, 'Pengawas', '2026-10-01', 3)).map(p => p.id)
  if (people.length === 0) return 0
  const on = '2026-10-06'
  const { batchId, officer } = await hold(acts, cast, centre, {
    name: 'Pemetaan Pengawas, Oktober 2026',
    useCode: 'pemetaan',
    plannedOn: '2026-09-14',
    startsOn: on,
    endsOn: '2026-10-07',
    seats: 12,
    people,
  })
  await declareAll(acts, centre, batchId, '2026-09-21')
  await officer(assignAssessors, { batchId })
  await officer(startBatch, { batchId }, on)
  const participants = await acts.read(db => listParticipants(db, batchId))
  for (const [n, p] of participants.entries()) {
    for (const [i, a] of centre.assessors.entries()) {
      await rate(acts, a, p, batchId, on, { person: n, strict: i === 1 })
      await acts.as(a.who, 'assessor', on, submitRatings, { participantId: p.id })
    }
    const lead: Actor = { agencyId: acts.agencyId, ...centre.assessors[0].who, role: 'assessor', on }
    const ratings = await acts.database.as(lead, db => listRatings(db, p.id), { readOnly: true })
    const levels = [...Map.groupBy(ratings, r => r.code)].map(([code, list]) => ({
      code,
      levels: list.flatMap(r => (r.level === null ? [] : [r.level])),
    }))
    await acts.as(centre.assessors[0].who, 'assessor', '2026-10-07', agreeLevels, {
      participantId: p.id,
      levels: levels.map(l => ({
        code: l.code,
        level: Math.max(...l.levels),
        reason:
          Math.max(...l.levels) - Math.min(...l.levels) >= 2
            ? 'Perilaku pada wawancara lebih lengkap daripada pada diskusi kelompok.'
            : null,
      })),
      summary:
        'Bapak/Ibu memberi ruang kepada orang lain dan menimbang data sebelum memutuskan. Sikap terhadap aturan tampak tegas.',
      advice:
        'Memimpin satu kegiatan lintas bidang dengan pendampingan, lalu menuliskan keputusan dan akibatnya tiap bulan.',
    })
  }
  await officer(closeBatch, { batchId }, '2026-10-09')
  return participants.length
}

/** A batch of these days, half rated, and one to come with its invitations. */
export const holdOpenBatches = async (acts: Acts, cast: Cast, centre: Centre): Promise<number> => {
  const running = (await expiredOf(acts, cast, 'JF Ahli Muda', '2026-11-01', 3)).map(p => p.id)
  if (running.length > 0) {
    const { batchId, officer } = await hold(acts, cast, centre, {
      name: 'Mutasi JF Ahli Muda, November 2026',
      useCode: 'mutasi',
      plannedOn: '2026-11-09',
      startsOn: '2026-11-23',
      endsOn: '2026-11-25',
      seats: 8,
      people: running,
    })
    await declareAll(acts, centre, batchId, '2026-11-12')
    await officer(assignAssessors, { batchId })
    await officer(startBatch, { batchId }, '2026-11-23')
    const [first, second] = await acts.read(db => listParticipants(db, batchId))
    for (const [i, a] of centre.assessors.entries()) {
      if (first) {
        await rate(acts, a, first, batchId, '2026-11-23', { person: 0, strict: i === 1 })
        await acts.as(a.who, 'assessor', '2026-11-23', submitRatings, { participantId: first.id })
      }
      if (second && i === 1) {
        await rate(acts, a, second, batchId, '2026-11-23', { person: 1, strict: true })
        await acts.as(a.who, 'assessor', '2026-11-23', submitRatings, { participantId: second.id })
      }
    }
  }
  const coming = (await expiredOf(acts, cast, 'Administrator', '2027-03-01', 8, true)).map(p => p.id)
  const { batchId, participantIds } = await hold(acts, cast, centre, {
    name: 'Pemetaan Administrator, Desember 2026',
    useCode: 'pemetaan',
    plannedOn: '2026-11-18',
    startsOn: '2026-12-08',
    endsOn: '2026-12-10',
    seats: 20,
    people: cast.asn.employeeId ? [cast.asn.employeeId, ...coming] : coming,
  })
  await acts.as(centre.assessors[0].who, 'assessor', '2026-11-19', declareInterests, { batchId, statement: 'none' })
  const people = await acts.read(db => listParticipants(db, batchId))
  for (const p of people.filter(q => q.employee_id !== cast.asn.employeeId).slice(0, 3)) {
    const asks = p === people.filter(q => q.employee_id !== cast.asn.employeeId)[2]
    await acts.as(
      { accountId: null, employeeId: p.employee_id, name: p.name },
      'asn',
      '2026-11-20',
      answerInvitation,
      asks
        ? {
            participantId: p.id,
            answer: 'other-day',
            askedOn: '2026-12-10',
            reason: 'Mendampingi pemeriksaan Inspektorat pada hari itu.',
          }
        : { participantId: p.id, answer: 'comes' },
    )
  }
  return running.length + participantIds.length
}
