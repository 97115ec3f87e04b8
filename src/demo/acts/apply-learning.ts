import { addDays, type Day } from '#core/values/day.ts'
import { confirmAssignment } from '#domain/delivery/assignment/confirm-assignment.ts'
import { giveAssignment, reportAssignment } from '#domain/delivery/assignment/give-assignment.ts'
import { answerFollowUp } from '#domain/delivery/follow-up/answer-follow-up.ts'
import { confirmMeeting } from '#domain/delivery/meeting/confirm-meeting.ts'
import { logMeeting } from '#domain/delivery/meeting/log-meeting.ts'
import { sql } from '#platform/database/database.ts'
import { type Chance, clip } from '../world/chance.ts'
import { infra } from '../world/indicators.ts'
import { today } from '../world/people.ts'
import type { Acts } from './actors.ts'
import type { Cast } from './open-roles.ts'
import type { Participant } from './run-programme.ts'

const coachingDays = [
  '2026-03-24',
  '2026-04-21',
  '2026-05-26',
  '2026-06-23',
  '2026-07-21',
  '2026-08-25',
  '2026-09-22',
  '2026-10-20',
]
const mentoringDays = ['2026-04-14', '2026-06-16', '2026-08-11', '2026-09-29']
const topics = [
  'Membaca jadwal paket dan jalur kritis',
  'Menegur penyedia yang terlambat',
  'Memimpin rapat koordinasi',
  'Menjelaskan risiko kepada pimpinan',
  'Membagi tugas di tim kecil',
]
const works = [
  'Pemeliharaan ruas Sukamaju',
  'Talud Sungai Jatirejo',
  'Drainase Permukiman Margoyoso',
  'Rehabilitasi Jembatan Eretan',
  'Penataan Kawasan Cempaka',
  'Sanitasi Lingkungan Ambarsari',
  'Peta Rencana Infrastruktur Wanasari',
]

type Story = { programmeId: string; participants: readonly Participant[] }

/** What happened on the job: meetings, a small real package each, and the looks at day 0, 30, 60, 90 and 180. */
export const applyLearning = async (acts: Acts, cast: Cast, chance: Chance, story: Story): Promise<void> => {
  await meet(acts, cast, chance, story)
  await leadPackages(acts, chance, story)
  await answer(acts, chance, story)
}

const meet = async (acts: Acts, cast: Cast, chance: Chance, { programmeId, participants }: Story): Promise<void> => {
  for (const p of participants) {
    const meetings = [
      ...coachingDays.map(on => ['coaching', on] as const),
      ...mentoringDays.map(on => ['mentoring', on] as const),
    ]
    for (const [kind, on] of meetings) {
      if (chance.is(0.08)) continue
      const { id } = await acts.as(cast.facilitator, 'facilitator', on, logMeeting, {
        kind,
        employeeId: p.id,
        programmeId,
        guideId: cast.facilitator.employeeId,
        guideName: cast.facilitator.name,
        heldOn: on,
        minutes: chance.pick([45, 60, 90]),
        topic: chance.pick(topics),
        agreement: 'Mencoba pada paket berjalan dan membawa hasilnya pada pertemuan berikut.',
      })
      if (chance.is(0.95)) await acts.as(p.who, 'asn', addDays(on as Day, 1), confirmMeeting, { meetingId: id })
    }
  }
}

const leadPackages = async (acts: Acts, chance: Chance, { programmeId, participants }: Story): Promise<void> => {
  const items = new Map(
    (
      await acts.rows<{ employee: string; id: string }>(
        sql`select i.employee_id as employee, i.id from planning.v_plan_items i join planning.v_plans p on p.agency_id = i.agency_id and p.id = i.plan_id where p.programme_id = ${programmeId} and i.share_class = 70`,
      )
    ).map(r => [r.employee, r.id]),
  )
  for (const [i, p] of participants.entries()) {
    const { id } = await acts.as(p.supervisor, 'supervisor', '2026-06-01', giveAssignment, {
      employeeId: p.id,
      programmeId,
      planItemId: items.get(p.id) ?? null,
      title: `Memimpin paket kecil: ${works[i % works.length]} (${i + 1})`,
      value: 150_000_000 + 10_000_000 * chance.whole(0, 20),
      startsOn: '2026-06-01',
      dueOn: '2026-09-30',
    })
    if (i === 14) {
      await acts.as(p.who, 'asn', '2026-11-10', reportAssignment, { assignmentId: id, progress: 70 })
      continue
    }
    const finishedOn = addDays('2026-09-30' as Day, i % 5 === 4 ? chance.whole(6, 14) : -chance.whole(1, 12))
    await acts.as(p.who, 'asn', finishedOn, reportAssignment, {
      assignmentId: id,
      progress: 100,
      finishedOn,
      result:
        finishedOn <= '2026-09-30'
          ? 'Selesai tepat waktu, tanpa adendum biaya.'
          : 'Selesai terlambat karena bahan datang terlambat.',
    })
    await acts.as(p.supervisor, 'supervisor', addDays(finishedOn, 4), confirmAssignment, { assignmentId: id })
  }
}

/** How far a behaviour usually is on a look, on the scale 1-4. */
const usual: Record<number, number> = { 0: 1.8, 30: 2.3, 60: 2.9, 90: 3.2, 180: 3.4 }

const answer = async (acts: Acts, chance: Chance, { programmeId, participants }: Story): Promise<void> => {
  const asked = await acts.rows<{
    id: string
    employee: string
    day: number
    rater: 'supervisor' | 'self'
    behaviour: string
  }>(
    sql`select f.id, f.employee_id as employee, f.day_number as day, f.rater, f.behaviour_id as behaviour from delivery.v_follow_ups f where f.programme_id = ${programmeId} order by f.day_number, f.employee_id, f.behaviour_id, f.rater`,
  )
  const silent = participants[6]?.id
  const skill = new Map(participants.map(p => [p.id, p.name === 'Yuliana Rahmawati' ? 0.5 : chance.normal(0, 0.35)]))
  for (const a of asked) {
    const person = participants.find(p => p.id === a.employee)
    const on = addDays(infra.dayZero as Day, a.day + chance.whole(0, 6))
    if (!person || on > today) continue
    // One supervisor never answered the last look; a few people forgot their own.
    if (a.day === 180 && a.rater === 'supervisor' && a.employee === silent) continue
    if (a.rater === 'self' && a.day >= 60 && chance.is(0.06)) continue
    const value = Math.round(
      clip(chance.normal(usual[a.day]! + skill.get(a.employee)! + (a.rater === 'self' ? 0.25 : 0), 0.4), 1, 4),
    )
    const input = { followUpId: a.id, value, verdict: value >= 3 ? 'ya' : 'belum', note: null }
    if (a.rater === 'self') await acts.as(person.who, 'asn', on, answerFollowUp, input)
    else await acts.as(person.supervisor, 'supervisor', on, answerFollowUp, input)
  }
}
