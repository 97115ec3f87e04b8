import { addDays, type Day } from '#core/values/day.ts'
import { completeEnrolment } from '#domain/delivery/class/complete-enrolment.ts'
import { enrolPeople, openClass } from '#domain/delivery/class/open-class.ts'
import { agreeBehaviour, askFollowUps } from '#domain/delivery/follow-up/ask-follow-ups.ts'
import { recordReactions } from '#domain/delivery/reaction/record-reactions.ts'
import { agreePlan, proposePlan } from '#domain/planning/plan/agree-plan.ts'
import { draftPlan } from '#domain/planning/plan/draft-plan.ts'
import { agreeTarget } from '#domain/planning/programme/agree-target.ts'
import { chooseParticipants, scoreNominee } from '#domain/planning/programme/choose-participants.ts'
import { openProgramme } from '#domain/planning/programme/open-programme.ts'
import { assignGuides, leaveProgramme, moveProgramme } from '#domain/planning/programme/run-programme.ts'
import { decideNomination } from '#domain/talent/nomination/decide-nomination.ts'
import { nominateEmployee } from '#domain/talent/nomination/nominate-employee.ts'
import { sql } from '#platform/database/database.ts'
import { type Chance, chanceOf, clip } from '../world/chance.ts'
import { drawIndicators, infra } from '../world/indicators.ts'
import type { Unit } from '../world/units.ts'
import type { Acts, Who } from './actors.ts'
import { applyLearning } from './apply-learning.ts'
import type { Cast } from './open-roles.ts'

export type Participant = { id: string; name: string; unit: string; title: string; who: Who; supervisor: Who }
export type Catalogue = Map<
  string,
  { id: string; name: string; jp: number; cost: number; method: string; share: 70 | 20 | 10 }
>

export const readCatalogue = async (acts: Acts): Promise<Catalogue> =>
  new Map(
    (
      await acts.rows<{
        code: string
        id: string
        name: string
        jp: number
        cost: number
        method: string
        share: 70 | 20 | 10
      }>(sql`select code, id, name, jp, cost_per_head as cost, method, share_class as share from planning.v_modules`)
    ).map(m => [m.code, m]),
  )

/** What each part of the path is measured by, agreed before it starts. */
const path = [
  {
    code: 'MP-01',
    startsOn: '2026-03-09',
    endsOn: '2026-03-13',
    indicator: 'Nilai uji sesudah pelatihan paling sedikit 75',
    target: '75',
    competency: 'T.Manajemen Proyek',
    to: 3,
  },
  {
    code: 'MP-03',
    startsOn: '2026-04-06',
    endsOn: '2026-04-08',
    indicator: 'Memimpin satu rapat koordinasi dengan notula keputusan',
    target: '1 rapat',
    competency: 'M.3',
    to: 3,
  },
  {
    code: 'MP-02',
    startsOn: '2026-05-18',
    endsOn: '2026-05-22',
    indicator: 'Nilai uji sesudah pelatihan paling sedikit 75',
    target: '75',
    competency: 'T.Pengelolaan Kontrak Konstruksi',
    to: 3,
  },
  {
    code: 'MP-05',
    startsOn: '2026-06-01',
    endsOn: '2026-10-15',
    indicator: 'Paket selesai sebelum batas dan tanpa adendum biaya',
    target: '0 hari terlambat',
    competency: 'T.Manajemen Proyek',
    to: 3,
  },
  {
    code: 'MP-06',
    startsOn: '2026-03-16',
    endsOn: '2026-09-30',
    indicator: 'Empat pertemuan mentoring dengan kesepakatan tertulis',
    target: '4 pertemuan',
    competency: 'M.6',
    to: 3,
  },
  {
    code: 'MP-07',
    startsOn: '2026-03-16',
    endsOn: '2026-10-31',
    indicator: 'Satu pertemuan coaching setiap bulan',
    target: '8 pertemuan',
    competency: 'M.8',
    to: 3,
  },
] as const

const behaviours = [
  {
    statement: 'Menyusun jadwal paket dengan jalur kritis dan memutakhirkannya setiap minggu.',
    competency: 'T.Manajemen Proyek',
    to: 3,
  },
  {
    statement: 'Memeriksa kemajuan kontrak setiap dua minggu dan menegur penyedia secara tertulis bila terlambat.',
    competency: 'T.Pengelolaan Kontrak Konstruksi',
    to: 3,
  },
  {
    statement: 'Menjelaskan risiko paket kepada pihak yang berbeda pendapat sampai ada keputusan.',
    competency: 'M.3',
    to: 3,
  },
] as const

/** Program Talenta Infrastruktur 2026: from nomination to the six-month look, told by those who acted. */
export const runProgramme = async (
  acts: Acts,
  cast: Cast,
  {
    units,
    seed,
    indicatorSeed,
    goalId,
  }: { units: readonly Unit[]; seed: number; indicatorSeed: number; goalId: string },
  step: (line: string) => void,
): Promise<{ programmeId: string; participants: Participant[] }> => {
  const chance = chanceOf(seed)
  const catalogue = await readCatalogue(acts)
  const competencies = new Map(
    (await acts.rows<{ code: string; id: string }>(sql`select code, id from competency.v_competencies`)).map(c => [
      c.code,
      c.id,
    ]),
  )
  const unitIds = new Map(
    (await acts.rows<{ id: string; short: string }>(sql`select id, short_name as short from workforce.v_units`)).map(
      u => [u.short, u.id],
    ),
  )
  const sideIds = (side: Unit['side']) => units.filter(u => u.side === side).flatMap(u => unitIds.get(u.short) ?? [])
  const [budget] = await acts.rows<{ id: string }>(
    sql`select id from planning.v_budget_lines where year = 2026 and activity = 'Pelatihan teknis'`,
  )

  const { id: programmeId } = await acts.as(cast.officer, 'hr_officer', '2026-01-12', openProgramme, {
    code: 'INFRA-2026',
    name: 'Program Talenta Infrastruktur 2026',
    purpose: 'Paket pekerjaan terlambat dan anggaran kurang terserap. Lima belas ASN disiapkan memimpin paket kecil.',
    goalId,
    startsOn: infra.startsOn,
    endsOn: infra.endsOn,
    effectFrom: infra.effectFrom,
    fullEffectFrom: infra.fullEffectFrom,
    seats: 15,
    budgetLineId: budget?.id ?? null,
    criteria: [
      { code: 'kinerja', label: 'Kinerja', weight: 30 },
      { code: 'uji_teknis', label: 'Uji teknis', weight: 40 },
      { code: 'koordinasi', label: 'Wawancara koordinasi', weight: 30 },
    ],
    programmeUnitIds: sideIds('programme'),
    comparisonUnitIds: sideIds('comparison'),
  })

  const move = (on: string, state: string) =>
    acts.as(cast.officer, 'hr_officer', on, moveProgramme, { programmeId, state })
  const nominees = await chooseNominees(acts, cast, chance)
  for (const n of nominees) {
    const { id } = await acts.as(n.supervisor, 'supervisor', '2026-01-22', nominateEmployee, {
      employeeId: n.id,
      programmeId,
      purpose: 'programme',
      reasons: [
        {
          code: 'bukti',
          text: 'Menguasai teknik pekerjaan, dipercaya rekan, dan mampu mengoordinasi penyedia di lapangan.',
        },
        { code: 'terapan', text: 'Memimpin satu paket kecil sesudah program; saya yang memberi penugasannya.' },
      ],
    })
    await acts.as(cast.committee, 'committee', '2026-02-05', decideNomination, {
      nominationId: id,
      decision: 'accepted',
      reason: 'Syarat peserta terpenuhi; dinilai dengan bobot yang diumumkan.',
    })
    const isCertain = n.name === 'Yuliana Rahmawati'
    const score = (mean: number) =>
      Math.round(clip(chance.normal(isCertain ? 90 : mean, isCertain ? 2 : 8), 45, 99) * 10) / 10
    await acts.as(cast.officer, 'hr_officer', '2026-02-05', scoreNominee, {
      programmeId,
      employeeId: n.id,
      criteria: { kinerja: score(82), uji_teknis: score(72), koordinasi: score(76) },
    })
  }
  await acts.as(cast.committee, 'committee', '2026-02-06', chooseParticipants, { programmeId })
  const chosen = new Set(
    (
      await acts.rows<{ id: string }>(
        sql`select employee_id as id from planning.v_programme_people where programme_id = ${programmeId} and is_chosen`,
      )
    ).map(p => p.id),
  )
  const participants = nominees.filter(n => chosen.has(n.id))
  step(
    `Program Talenta Infrastruktur: ${nominees.length} diusulkan, ${participants.length} terpilih dengan bobot yang diumumkan.`,
  )

  const values = drawIndicators(units, indicatorSeed).filter(
    v => v.month < '2026-02-01' && units.find(u => u.name === v.unit)?.side === 'programme',
  )
  const baseline = (code: string) => {
    const own = values.filter(v => v.code === code).map(v => v.value)
    return Math.round((own.reduce((a, b) => a + b, 0) / own.length) * 10) / 10
  }
  const indicatorIds = new Map(
    (await acts.rows<{ code: string; id: string }>(sql`select code, id from workforce.v_indicators`)).map(i => [
      i.code,
      i.id,
    ]),
  )
  for (const [code, change] of [
    ['hari_lewat_batas', -12],
    ['keterlambatan_proyek', -10],
    ['serapan_anggaran', 5],
  ] as const)
    await acts.as(cast.leader, 'leader', infra.agreedOn, agreeTarget, {
      programmeId,
      indicatorId: indicatorIds.get(code),
      baseline: baseline(code),
      target: Math.round((baseline(code) + change) * 10) / 10,
      agreedBy: 'Bupati Contoh bersama Kepala DPUPR, Disperkim, dan Bappeda',
    })
  await move(infra.agreedOn, 'agreed')
  const behaviourIds: string[] = []
  for (const b of behaviours)
    behaviourIds.push(
      (
        await acts.as(cast.officer, 'hr_officer', infra.agreedOn, agreeBehaviour, {
          programmeId,
          competencyId: competencies.get(b.competency),
          toLevel: b.to,
          statement: b.statement,
        })
      ).id,
    )

  for (const [i, p] of participants.entries()) {
    await acts.as(cast.officer, 'hr_officer', '2026-02-12', assignGuides, {
      programmeId,
      employeeId: p.id,
      mentorName: ['Hartono Purnama', 'Agus Setiawan'][i % 2],
      coachName: cast.facilitator.name,
    })
    const { id: planId } = await acts.as(p.supervisor, 'supervisor', '2026-02-13', draftPlan, {
      employeeId: p.id,
      programmeId,
      goalId,
      reason: 'Jalur Program Talenta Infrastruktur 2026.',
      items: path.map(item => {
        const module = catalogue.get(item.code)!
        return {
          moduleId: module.id,
          title: module.name,
          method: module.method,
          shareClass: module.share,
          startsOn: item.startsOn,
          endsOn: item.endsOn,
          jp: module.jp,
          cost: module.cost,
          budgetLineId: module.cost > 0 ? (budget?.id ?? null) : null,
          competencyId: competencies.get(item.competency),
          fromLevel: item.to - 1,
          toLevel: item.to,
          reason: 'Kesenjangan terhadap jabatan sasaran di bidang infrastruktur.',
          indicator: item.indicator,
          target: item.target,
          evidenceAsked: 'Dokumen kerja yang diperiksa atasan',
          checkedBy: p.supervisor.name,
        }
      }),
    })
    await acts.as(p.supervisor, 'supervisor', '2026-02-13', proposePlan, { planId })
    await acts.as(p.who, 'asn', '2026-02-16', agreePlan, { planId, as: 'employee' })
    await acts.as(p.supervisor, 'supervisor', '2026-02-17', agreePlan, { planId, as: 'supervisor' })
  }
  await move(infra.startsOn, 'running')
  step('Target disepakati lebih dahulu; rencana 15 peserta disetujui kedua pihak.')

  await teach(acts, cast, chance, { programmeId, participants, catalogue })
  await acts.as(cast.officer, 'hr_officer', infra.dayZero, askFollowUps, {
    behaviourIds,
    employeeIds: participants.map(p => p.id),
    from: infra.dayZero,
  })
  await move(infra.dayZero, 'follow-up')
  step('Kelas selesai dengan uji sebelum dan sesudah; tindak lanjut diminta.')
  await applyLearning(acts, cast, chance, { programmeId, participants })
  const moved = participants.find(p => p.name !== 'Yuliana Rahmawati')
  if (moved)
    await acts.as(cast.officer, 'hr_officer', '2026-07-15', leaveProgramme, {
      programmeId,
      employeeId: moved.id,
      leftOn: '2026-07-15',
      reason: 'Pindah tugas ke unit lain; penerapan tetap diikuti.',
    })
  step('Coaching, mentoring, proyek kecil, dan cek penerapan 0 sampai 180 hari dicatat.')
  return { programmeId, participants }
}

/** Twenty-two people of the three units whose supervisor can speak for them. */
const chooseNominees = async (acts: Acts, cast: Cast, chance: Chance): Promise<Participant[]> => {
  const people = await acts.rows<{
    id: string
    name: string
    unit: string
    title: string
    supervisor: string
    boss: string
  }>(
    sql`select p.id, p.name, p.unit_short_name as unit, p.position_name as title, p.supervisor_id as supervisor, b.name as boss
      from workforce.v_people p join workforce.v_people b on b.agency_id = p.agency_id and b.id = p.supervisor_id
      where p.unit_short_name in ('DPUPR', 'Disperkim', 'Bappeda') and p.employment = 'PNS' and p.name not in ('Dimas Anggara', 'Lestari Handayani', 'Siti Maesaroh', 'Rizal Fauzi', 'Made Sukerta')
        and b.name <> 'Ratna Wulandari' and p.tier in ('Pengawas', 'JF Ahli Muda', 'JF Ahli Pertama') and p.birth_on > '1978-01-01' order by p.nip`,
  )
  const first = people.filter(p => p.name === 'Yuliana Rahmawati')
  const rest = chance.shuffled(people.filter(p => p.name !== 'Yuliana Rahmawati'))
  return [...first, ...rest].slice(0, 22).map(p => ({
    id: p.id,
    name: p.name,
    unit: p.unit,
    title: p.title,
    who: { ...cast.employee(p.id), name: p.name },
    supervisor: { ...cast.employee(p.supervisor), name: p.boss },
  }))
}

/** Three classes with attendance, tests before and after, and what participants thought of them. */
const teach = async (
  acts: Acts,
  cast: Cast,
  chance: Chance,
  {
    programmeId,
    participants,
    catalogue,
  }: { programmeId: string; participants: readonly Participant[]; catalogue: Catalogue },
): Promise<void> => {
  for (const part of path.slice(0, 3)) {
    const module = catalogue.get(part.code)!
    const { id: classId } = await acts.as(cast.officer, 'hr_officer', addDays(part.startsOn as Day, -21), openClass, {
      moduleId: module.id,
      programmeId,
      name: `${module.name}, Program Talenta Infrastruktur`,
      startsOn: part.startsOn,
      endsOn: part.endsOn,
    })
    await acts.as(cast.officer, 'hr_officer', addDays(part.startsOn as Day, -14), enrolPeople, {
      classId,
      employeeIds: participants.map(p => p.id),
    })
    const enrolments = await acts.rows<{ id: string; employee_id: string }>(
      sql`select id, employee_id from delivery.v_enrolments where class_id = ${classId} order by employee_id`,
    )
    for (const e of enrolments) {
      const before = Math.round(clip(chance.normal(58, 8), 35, 80))
      const after = Math.round(clip(before + chance.normal(21, 6), 50, 99))
      await acts.as(cast.facilitator, 'facilitator', addDays(part.endsOn as Day, 3), completeEnrolment, {
        enrolmentId: e.id,
        attendedJp: chance.is(0.85) ? module.jp : module.jp - 2,
        scoreBefore: before,
        scoreAfter: after,
        result: 'passed',
        certificate: `${part.code}/${e.id.slice(0, 8)}/2026`,
      })
    }
    await acts.as(cast.facilitator, 'facilitator', addDays(part.endsOn as Day, 3), recordReactions, {
      programmeId,
      moduleId: module.id,
      collectedOn: part.endsOn,
      items: [
        'Materi berguna untuk pekerjaan saya',
        'Fasilitator menjelaskan dengan contoh nyata',
        'Saya tahu apa yang akan saya terapkan',
      ].map(item => ({
        item: `${item} (${module.name})`,
        mean: Math.round((4.2 + 0.4 * chance.share()) * 100) / 100,
        answers: chance.whole(13, 15),
        invited: 15,
        scaleMax: 5,
      })),
    })
  }
  await acts.as(cast.officer, 'hr_officer', '2026-11-02', recordReactions, {
    programmeId,
    collectedOn: '2026-11-02',
    items: [
      {
        item: 'Kepuasan pemangku kepentingan atas paket, sebelum program',
        mean: 3.3,
        answers: 128,
        invited: 180,
        scaleMax: 5,
      },
      {
        item: 'Kepuasan pemangku kepentingan atas paket, sesudah program',
        mean: 3.8,
        answers: 141,
        invited: 180,
        scaleMax: 5,
      },
    ],
  })
}
