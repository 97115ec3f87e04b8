import { attendSession, markAbsent } from '#domain/talent/committee/attend-session.ts'
import { castVote } from '#domain/talent/committee/cast-vote.ts'
import { conveneSession } from '#domain/talent/committee/convene-session.ts'
import { formCommittee } from '#domain/talent/committee/form-committee.ts'
import { recordDissent, writeMinutes } from '#domain/talent/committee/keep-minutes.ts'
import { decideItem, openItem, openSession } from '#domain/talent/committee/lead-session.ts'
import {
  findSession,
  listInterests,
  listItems,
  listMembers,
  standingOf,
} from '#domain/talent/committee/session.store.ts'
import { sql } from '#platform/database/database.ts'
import { today } from '../world/people.ts'
import type { Acts, Who } from './actors.ts'
import type { Cast } from './open-roles.ts'

/** The committee as its decree names it. */
export const nameCommittee = async (acts: Acts, cast: Cast): Promise<string> => {
  const { chair, secretary, members } = cast.seats
  const nips = new Map(
    (
      await acts.rows<{ id: string; nip: string }>(
        sql`select id, nip from workforce.v_people where id = any (${[chair, secretary, ...members].map(m => m.employeeId)})`,
      )
    ).map(p => [p.id, p.nip]),
  )
  const nipOf = (who: Who) => nips.get(who.employeeId ?? '') ?? ''
  const { id } = await acts.as(cast.officer, 'hr_officer', '2026-01-12', formCommittee, {
    name: 'Komite Talenta Instansi',
    decree: '800.1.3/17/KTI/2026',
    decreedOn: '2026-01-12',
    validUntil: '2027-12-31',
    chair: nipOf(chair),
    secretary: nipOf(secretary),
    members: members.map(nipOf).join('\n'),
  })
  return id
}

/** The committee sits: one item decided with a dissent, the next one waiting for the last two votes, the secretary's among them. */
export const holdSession = async (
  acts: Acts,
  cast: Cast,
  { cycleId, committeeId }: { cycleId: string; committeeId: string },
  step: (line: string) => void,
): Promise<void> => {
  const { chair, secretary, members } = cast.seats
  const everybody = [chair, secretary, ...members]
  const { id: sessionId } = await acts.as(cast.officer, 'hr_officer', today, conveneSession, {
    committeeId,
    cycleId,
    name: 'Sidang komite talenta I',
    heldOn: today,
    questions: 'Bangku Kepala Dinas Pekerjaan Umum dan Penataan Ruang',
  })
  const as = <I, R>(who: Who, useCase: Parameters<typeof acts.as<I, R>>[3], input: unknown) =>
    acts.as(who, 'committee', today, useCase, input)
  const room = () =>
    acts.read(async db => {
      const session = (await findSession(db, sessionId))!
      return {
        session,
        members: await listMembers(db, sessionId),
        items: await listItems(db, sessionId),
        interests: await listInterests(db, sessionId),
      }
    })
  const moves = (await room()).items.filter(i => i.kind === 'move')
  const away = members[members.length - 1]
  const kin = members[members.length - 2]
  for (const who of everybody)
    if (who !== away)
      await as(who, attendSession, {
        sessionId,
        statement: who === kin && moves[1] ? 'some' : 'none',
        interests: who === kin && moves[1] ? [{ aboutId: moves[1].employee_id, kind: 'sibling' }] : [],
      })
  await as(chair, markAbsent, { sessionId, employeeId: away.employeeId, reason: 'Tugas luar daerah, izin tertulis.' })
  await as(chair, openSession, { sessionId })

  /** Those who may vote on an item, in the order of their seats. */
  const entitled = async (itemId: string): Promise<Who[]> => {
    const now = await room()
    const item = now.items.find(i => i.id === itemId)!
    const { quorum } = standingOf(now.session, now.members, now.interests, item)
    return everybody.filter(m => quorum.entitled.includes(m.employeeId ?? ''))
  }
  const leadOf = async (itemId: string): Promise<Who> => (await entitled(itemId))[0]

  const [first, second] = moves
  if (first) {
    await as(await leadOf(first.id), openItem, { sessionId, itemId: first.id })
    const voters = await entitled(first.id)
    for (const [i, who] of voters.entries())
      await as(who, castVote, {
        sessionId,
        itemId: first.id,
        choice: i === 2 ? 'approve' : 'keep',
        reasonCode: i === 2 ? 'B-03' : i % 2 ? 'B-05' : 'B-02',
      })
    await as(voters[2], recordDissent, {
      sessionId,
      itemId: first.id,
      text: 'Bukti tambahan sudah sah pada tanggal sidang; mohon ditinjau kembali Januari 2027.',
    })
    await as(voters[0], decideItem, {
      sessionId,
      itemId: first.id,
      reasonCode: 'B-02',
      note: 'Bukti tambahan belum disahkan pejabat penilai; ditinjau kembali Januari 2027.',
    })
  }
  if (second) {
    await as(await leadOf(second.id), openItem, { sessionId, itemId: second.id })
    await as(secretary, writeMinutes, {
      sessionId,
      itemId: second.id,
      text: 'Berkas pendukung diperiksa: asli, dengan nomor dan tanggal yang sesuai.',
    })
    const waited = (await entitled(second.id)).filter(m => m !== secretary).slice(1)
    for (const who of waited)
      await as(who, castVote, { sessionId, itemId: second.id, choice: 'approve', reasonCode: 'B-01' })
  }
  step('Sidang komite talenta berjalan: satu butir diputus, butir berikutnya menunggu dua suara.')
}
