import { addDays, type Day } from '#core/values/day.ts'
import { giveAssignment, reportAssignment } from '#domain/delivery/assignment/give-assignment.ts'
import { completeEnrolment } from '#domain/delivery/class/complete-enrolment.ts'
import { enrolPeople, openClass } from '#domain/delivery/class/open-class.ts'
import { answerFollowUp } from '#domain/delivery/follow-up/answer-follow-up.ts'
import { agreeBehaviour, askFollowUps } from '#domain/delivery/follow-up/ask-follow-ups.ts'
import { confirmMeeting } from '#domain/delivery/meeting/confirm-meeting.ts'
import { logMeeting } from '#domain/delivery/meeting/log-meeting.ts'
import { giveReaction } from '#domain/delivery/reaction/give-reaction.ts'
import { agreePlan, proposePlan } from '#domain/planning/plan/agree-plan.ts'
import { draftPlan } from '#domain/planning/plan/draft-plan.ts'
import { openProgramme } from '#domain/planning/programme/open-programme.ts'
import { moveProgramme } from '#domain/planning/programme/run-programme.ts'
import { sql } from '#platform/database/database.ts'
import { askAboutData } from '#platform/privacy/data-request.ts'
import { chanceOf, clip } from '../world/chance.ts'
import type { Acts, Who } from './actors.ts'
import type { Cast } from './open-roles.ts'
import { type Catalogue, readCatalogue } from './run-programme.ts'

type Item = {
  code?: string
  title?: string
  share?: 70 | 20 | 10
  method?: string
  from: string
  to: string
  jp?: number
  cost?: number
  indicator: string
  target: string
  competency?: string
  sessionId?: string | null
}

/** Plans of Ratna's team, Dimas's own way, and four other programmes, so that each list tells of something under way. */
export const keepPlans = async (
  acts: Acts,
  cast: Cast,
  { seed, goalIds }: { seed: number; goalIds: readonly string[] },
  step: (line: string) => void,
): Promise<void> => {
  const chance = chanceOf(seed)
  const catalogue = await readCatalogue(acts)
  const competencies = new Map(
    (await acts.rows<{ code: string; id: string }>(sql`select code, id from competency.v_competencies`)).map(c => [
      c.code,
      c.id,
    ]),
  )
  const sessions = new Map(
    (await acts.rows<{ code: string; id: string }>(sql`select code, id from planning.v_sessions`)).map(s => [
      s.code,
      s.id,
    ]),
  )
  const team = new Map(
    (
      await acts.rows<{ id: string; name: string }>(
        sql`select id, name from workforce.v_people where supervisor_id = ${cast.supervisor.employeeId} order by name`,
      )
    ).map(p => [p.name, p.id]),
  )
  const [target] = await acts.rows<{ id: string }>(
    sql`select id from workforce.v_positions where name = 'Kepala Bidang Bina Marga'`,
  )
  const who = (name: string): Who => ({ ...cast.employee(team.get(name)!), name })
  const itemOf = (item: Item) => planItem(item, catalogue, competencies, cast.supervisor.name)

  const draft = async (
    name: string,
    on: string,
    reason: string,
    items: Item[],
    extra: object = {},
  ): Promise<string> => {
    const { id } = await acts.as(cast.supervisor, 'supervisor', on, draftPlan, {
      employeeId: team.get(name),
      reason,
      items: items.map(itemOf),
      ...extra,
    })
    await acts.as(cast.supervisor, 'supervisor', on, proposePlan, { planId: id })
    return id
  }
  const agree = async (name: string, planId: string, on: string) => {
    await acts.as(who(name), 'asn', on, agreePlan, { planId, as: 'employee' })
    await acts.as(cast.supervisor, 'supervisor', addDays(on as Day, 1), agreePlan, { planId, as: 'supervisor' })
  }

  const dimasItems: Item[] = [
    {
      title: 'Proyek kecil: pemeliharaan ruas Sukamaju',
      share: 70,
      method: 'proyek',
      from: '2026-07-06',
      to: '2026-12-18',
      cost: 0,
      jp: 40,
      indicator: 'Selesai tepat waktu dan tanpa adendum biaya',
      target: '0 hari terlambat',
      competency: 'T.Manajemen Proyek',
    },
    {
      code: 'MP-01',
      sessionId: sessions.get('MP-01-2026-1'),
      from: '2026-08-24',
      to: '2026-08-28',
      indicator: 'Menyusun jadwal paket dengan jalur kritis dan memutakhirkannya setiap minggu',
      target: 'Mandiri pada hari ke-90',
      competency: 'T.Manajemen Proyek',
    },
    {
      title: 'Coaching menjelaskan risiko proyek',
      share: 20,
      method: 'coaching',
      from: '2026-09-01',
      to: '2027-01-29',
      cost: 0,
      jp: 10,
      indicator: 'Memimpin tiga rapat dengan pihak yang berbeda pendapat sampai ada keputusan',
      target: '3 rapat',
      competency: 'M.3',
    },
    {
      code: 'MP-06',
      from: '2026-07-13',
      to: '2026-12-18',
      indicator: 'Empat pertemuan dengan kesepakatan tertulis',
      target: '4 pertemuan',
      competency: 'M.6',
    },
    {
      code: 'MP-02',
      sessionId: sessions.get('MP-02-2026-1'),
      from: '2026-12-08',
      to: '2026-12-10',
      indicator: 'Nilai uji sesudah pelatihan paling sedikit 75',
      target: '75',
      competency: 'T.Pengelolaan Kontrak Konstruksi',
    },
  ]
  await agree(
    'Dimas Anggara',
    await draft('Dimas Anggara', '2026-06-29', 'Menutup kesenjangan terhadap Kepala Bidang Bina Marga.', dimasItems, {
      targetPositionId: target?.id ?? null,
      goalId: goalIds[0],
    }),
    '2026-07-01',
  )
  await agree(
    'Rizal Fauzi',
    await draft('Rizal Fauzi', '2026-03-02', 'Menguatkan pengendalian paket.', [
      {
        code: 'MP-14',
        title: 'Bimbingan teknis SIPD',
        share: 10,
        method: 'bimtek',
        from: '2026-11-30',
        to: '2026-12-02',
        jp: 16,
        cost: 3_100_000,
        indicator: 'Menyusun RKA tanpa perbaikan',
        target: '0 perbaikan',
      },
    ]),
    '2026-03-05',
  )

  await learnWithDimas(acts, cast, chance, { catalogue, competencies, sessions, team, who })

  // What waits for Ratna and Dimas this week.
  await draft(
    'Rizal Fauzi',
    '2026-11-20',
    'Bimbingan teknis SIPD, Rp3,1 juta, diganti e-learning tanpa biaya karena pagu turun.',
    [
      {
        title: 'E-learning SIPD',
        share: 10,
        method: 'e-learning',
        from: '2026-11-30',
        to: '2026-12-11',
        jp: 16,
        cost: 0,
        indicator: 'Menyusun RKA tanpa perbaikan',
        target: '0 perbaikan',
      },
    ],
  )
  await draft('Lestari Handayani', '2026-11-21', 'Sebelum berangkat ke Pengelolaan Kontrak Konstruksi, 8 Desember.', [
    {
      code: 'MP-02',
      sessionId: sessions.get('MP-02-2026-1'),
      from: '2026-12-08',
      to: '2026-12-10',
      indicator: 'Memeriksa satu kontrak berjalan dengan daftar periksa',
      target: '1 kontrak',
      competency: 'T.Pengelolaan Kontrak Konstruksi',
    },
  ])
  const next = await draft(
    'Dimas Anggara',
    '2026-11-18',
    'Jadwal pelatihan kontrak dan Pelatihan Kepemimpinan Administrator 2027.',
    [
      ...dimasItems,
      {
        code: 'KP-02',
        from: '2027-03-08',
        to: '2027-06-18',
        indicator: 'Lulus dengan proyek perubahan yang dipakai unit',
        target: 'Lulus',
      },
    ],
    { targetPositionId: target?.id ?? null, goalId: goalIds[0] },
  )
  await acts.as(cast.supervisor, 'supervisor', '2026-11-19', agreePlan, { planId: next, as: 'supervisor' })
  await acts.as(who('Yohanes Lende'), 'asn', '2026-11-18', logMeeting, {
    kind: 'coaching',
    employeeId: team.get('Yohanes Lende'),
    guideId: cast.supervisor.employeeId,
    guideName: cast.supervisor.name,
    heldOn: '2026-11-17',
    minutes: 45,
    topic: 'Mengatur pekerjaan harian di lapangan',
  })
  const { id: taskId } = await acts.as(cast.supervisor, 'supervisor', '2026-08-03', giveAssignment, {
    employeeId: team.get('Siti Maesaroh'),
    title: 'Memimpin tim tanggap jalan berlubang',
    startsOn: '2026-08-03',
    dueOn: '2026-11-20',
  })
  await acts.as(who('Siti Maesaroh'), 'asn', '2026-11-17', reportAssignment, {
    assignmentId: taskId,
    progress: 100,
    finishedOn: '2026-11-16',
    result: 'Waktu tanggap turun dari 6 menjadi 3 hari.',
  })

  await acts.as(who('Lestari Handayani'), 'asn', '2026-11-12', askAboutData, {
    kind: 'explanation',
    statement: 'Siapa saja yang membuka hasil penilaian kompetensi saya bulan ini, dan untuk apa?',
  })
  await acts.as(who('Rizal Fauzi'), 'asn', '2026-11-16', askAboutData, {
    kind: 'correction',
    statement: 'TMT jabatan saya tertulis keliru; SK saya tertanggal 1 Maret 2023.',
  })

  const programmes = [
    {
      code: 'PKA-2027',
      name: 'PKA 2027',
      purpose: 'Pelatihan Kepemimpinan Administrator angkatan 2027.',
      startsOn: '2027-03-08',
      endsOn: '2027-06-18',
      seats: 10,
      state: null,
    },
    {
      code: 'PKP-2026',
      name: 'Kepemimpinan Pengawas Kecamatan 2026',
      purpose: 'Pengawas di kecamatan memimpin pelayanan.',
      startsOn: '2026-08-03',
      endsOn: '2026-12-11',
      seats: 20,
      state: 'running',
    },
    {
      code: 'DATA-2026',
      name: 'Keputusan Berbasis Data 2026',
      purpose: 'Analisis data untuk perencanaan unit.',
      startsOn: '2026-09-07',
      endsOn: '2026-12-18',
      seats: 25,
      state: 'running',
    },
    {
      code: 'LAYAN-2025',
      name: 'Pelayanan Terpadu 2025',
      purpose: 'Perbaikan waktu layanan perizinan.',
      startsOn: '2025-08-04',
      endsOn: '2026-02-27',
      seats: 20,
      state: 'closed',
    },
  ] as const
  for (const [i, { state, ...programme }] of programmes.entries()) {
    const { id } = await acts.as(
      cast.officer,
      'hr_officer',
      state === 'closed' ? '2025-07-01' : '2026-07-06',
      openProgramme,
      {
        ...programme,
        goalId: goalIds[i % goalIds.length],
        criteria: [
          { code: 'kinerja', label: 'Kinerja', weight: 50 },
          { code: 'kebutuhan', label: 'Kebutuhan jabatan', weight: 50 },
        ],
      },
    )
    if (state) await acts.as(cast.officer, 'hr_officer', programme.startsOn, moveProgramme, { programmeId: id, state })
  }
  step('Rencana individu, antrean atasan, dan empat program lain dicatat.')
}

const planItem = (item: Item, catalogue: Catalogue, competencies: ReadonlyMap<string, string>, checkedBy: string) => {
  const module = item.code ? catalogue.get(item.code) : undefined
  return {
    moduleId: item.title ? null : (module?.id ?? null),
    sessionId: item.sessionId ?? null,
    title: item.title ?? module?.name,
    method: item.method ?? module?.method,
    shareClass: item.share ?? module?.share,
    startsOn: item.from,
    endsOn: item.to,
    jp: item.jp ?? module?.jp,
    cost: item.cost ?? module?.cost,
    competencyId: item.competency ? (competencies.get(item.competency) ?? null) : null,
    fromLevel: item.competency ? 2 : null,
    toLevel: item.competency ? 3 : null,
    reason: 'Kesenjangan terhadap jabatan sasaran.',
    indicator: item.indicator,
    target: item.target,
    evidenceAsked: 'Dokumen kerja yang diperiksa atasan',
    checkedBy,
  }
}

/** The ordinary class of August: Dimas among others, tests, and looks after 30 and 60 days; the 90-day look still waits. */
const learnWithDimas = async (
  acts: Acts,
  cast: Cast,
  chance: ReturnType<typeof chanceOf>,
  {
    catalogue,
    competencies,
    sessions,
    team,
    who,
  }: {
    catalogue: Catalogue
    competencies: ReadonlyMap<string, string>
    sessions: ReadonlyMap<string, string>
    team: ReadonlyMap<string, string>
    who(name: string): Who
  },
): Promise<void> => {
  const module = catalogue.get('MP-01')!
  const dimas = team.get('Dimas Anggara')!
  const { id: classId } = await acts.as(cast.officer, 'hr_officer', '2026-08-03', openClass, {
    moduleId: module.id,
    sessionId: sessions.get('MP-01-2026-1') ?? null,
    name: 'Manajemen Proyek Infrastruktur, Agustus 2026',
    startsOn: '2026-08-24',
    endsOn: '2026-08-28',
  })
  const others = await acts.rows<{ id: string }>(
    sql`select id from workforce.v_people where unit_short_name in ('DSDA', 'Dishub') and tier in ('Pengawas', 'JF Ahli Muda') order by nip limit 11`,
  )
  await acts.as(cast.officer, 'hr_officer', '2026-08-10', enrolPeople, {
    classId,
    employeeIds: [dimas, team.get('Lestari Handayani')!, ...others.map(o => o.id)],
  })
  for (const e of await acts.rows<{ id: string; employee: string }>(
    sql`select id, employee_id as employee from delivery.v_enrolments where class_id = ${classId} order by employee_id`,
  )) {
    const before = e.employee === dimas ? 61 : Math.round(clip(chance.normal(57, 8), 30, 80))
    const after = e.employee === dimas ? 82 : Math.round(clip(before + chance.normal(18, 7), 45, 98))
    await acts.as(cast.facilitator, 'facilitator', '2026-08-31', completeEnrolment, {
      enrolmentId: e.id,
      attendedJp: module.jp,
      scoreBefore: before,
      scoreAfter: after,
      result: after >= 60 ? 'passed' : 'failed',
      certificate: `MP-01/${e.id.slice(0, 8)}/2026`,
    })
  }
  // Eleven of thirteen say what they thought; Dimas has not yet.
  for (const e of (
    await acts.rows<{ id: string; employee: string; name: string }>(
      sql`select e.id, e.employee_id as employee, p.name from delivery.v_enrolments e join workforce.v_people p on p.agency_id = e.agency_id and p.id = e.employee_id
        where e.class_id = ${classId} and e.employee_id <> ${dimas} order by e.employee_id limit 11`,
    )
  ).entries())
    await acts.as({ ...cast.employee(e[1].employee), name: e[1].name }, 'asn', '2026-09-01', giveReaction, {
      enrolmentId: e[1].id,
      material: 3 + (e[0] % 3),
      facilitator: 4 + (e[0] % 2),
      use: 3 + (e[0] % 2),
    })
  const [item] = await acts.rows<{ id: string }>(
    sql`select id from planning.v_plan_items where employee_id = ${dimas} and module_id = ${module.id} order by id limit 1`,
  )
  const { id: behaviourId } = await acts.as(cast.supervisor, 'supervisor', '2026-08-12', agreeBehaviour, {
    planItemId: item?.id ?? null,
    employeeId: dimas,
    competencyId: competencies.get('T.Manajemen Proyek'),
    toLevel: 3,
    statement: 'Menyusun jadwal paket dengan jalur kritis dan memutakhirkannya setiap minggu.',
  })
  await acts.as(cast.officer, 'hr_officer', '2026-08-28', askFollowUps, {
    behaviourIds: [behaviourId],
    employeeIds: [dimas],
    from: '2026-08-28',
    days: [30, 60, 90],
  })
  for (const f of await acts.rows<{ id: string; day: number; rater: string }>(
    sql`select id, day_number as day, rater from delivery.v_follow_ups where behaviour_id = ${behaviourId} and day_number < 90 order by day_number, rater`,
  )) {
    const input = {
      followUpId: f.id,
      verdict: f.day === 30 ? 'belum' : 'ya',
      value: f.day === 30 ? 2 : 3,
      note: f.day === 30 ? 'Masih dengan bantuan.' : 'Mandiri pada dua paket.',
    }
    const on = addDays('2026-08-28' as Day, f.day + 1)
    if (f.rater === 'self') await acts.as(who('Dimas Anggara'), 'asn', on, answerFollowUp, input)
    else await acts.as(cast.supervisor, 'supervisor', on, answerFollowUp, input)
  }
  // Dimas sees Lestari's work every day: he is asked as a colleague, blind to the others.
  const { id: seenByPeer } = await acts.as(cast.supervisor, 'supervisor', '2026-09-18', agreeBehaviour, {
    employeeId: team.get('Lestari Handayani'),
    competencyId: competencies.get('M.3'),
    toLevel: 3,
    statement: 'Memimpin rapat teknis mingguan dan menutupnya dengan daftar tindak lanjut.',
  })
  await acts.as(cast.supervisor, 'supervisor', '2026-09-21', askFollowUps, {
    behaviourIds: [seenByPeer],
    employeeIds: [team.get('Lestari Handayani')],
    from: '2026-09-21',
    days: [60],
    raters: ['peer'],
    peerId: dimas,
  })
  for (const on of ['2026-07-14', '2026-08-11', '2026-09-15', '2026-10-13']) {
    const { id } = await acts.as(cast.facilitator, 'facilitator', on, logMeeting, {
      kind: 'mentoring',
      employeeId: dimas,
      guideId: cast.facilitator.employeeId,
      guideName: cast.facilitator.name,
      heldOn: on,
      minutes: 60,
      topic: 'Memimpin paket dari rencana sampai serah terima',
      seen:
        on === '2026-10-13'
          ? {
              competencyId: competencies.get('M.4'),
              level: 3,
              example: 'Menetapkan target mingguan paket drainase dan menegur penyedia yang tertinggal.',
            }
          : null,
    })
    await acts.as(who('Dimas Anggara'), 'asn', addDays(on as Day, 1), confirmMeeting, { meetingId: id })
  }
}
