import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { renderPdf } from '#platform/document/pdf.ts'
import { execute } from '#platform/use-case.ts'
import { listLeftPlaces } from '../nine-box/map.store.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { attendSession, markAbsent } from './attend-session.ts'
import { castVote } from './cast-vote.ts'
import { conveneSession } from './convene-session.ts'
import { formCommittee } from './form-committee.ts'
import { closeSession, recordDissent, signMinutes, writeMinutes } from './keep-minutes.ts'
import { decideItem, openItem, openSession, revealVotes, voteAgain } from './lead-session.ts'
import { minutesDocument } from './minutes.document.ts'
import { findSession, listItems, listMembers, type SessionItem } from './session.store.ts'

let agency: TestAgency
let cycleId: string
let committeeId: string
let sessionId: string
let members: { id: string; name: string; nip: string }[]
let candidates: { id: string; name: string }[]

const nip = (n: number) => `19800101200501${String(n).padStart(4, '0')}`
const as = (i: number) => agency.actor('committee', members[i].id)
const items = () => agency.database.as(as(0), db => listItems(db, sessionId))
const itemOf = async (candidate: number): Promise<SessionItem> =>
  (await items()).find(i => i.employee_id === candidates[candidate].id)!
const vote = (i: number, item: SessionItem, choice: string, reasonCode: string, requestKey?: string) =>
  execute(agency.database, as(i), castVote, { sessionId, itemId: item.id, choice, reasonCode }, { requestKey })
const attend = (i: number, interests: { aboutId: string; kind: string }[] = []) =>
  execute(agency.database, as(i), attendSession, {
    sessionId,
    statement: interests.length > 0 ? 'some' : 'none',
    interests,
  })

beforeAll(async () => {
  agency = await anAgency(talentUseCases)
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Pekerjaan Umum', kind: 'dinas' }])
  const person = (n: number, name: string, more: object = {}) => ({
    nip: nip(n),
    name,
    employment: 'PNS',
    unit_id: unit.id,
    supervisor_id: null,
    sex: n % 2 ? 'L' : 'P',
    birth_on: '1980-01-01',
    state: 'active',
    ...more,
  })
  members = (await agency.rows(
    'workforce.employees',
    ['Ketua', 'Sekretaris', 'Anggota A', 'Anggota B', 'Anggota C', 'Anggota D'].map((name, i) => person(i + 1, name)),
  )) as unknown as typeof members
  // The chair is the direct superior of the second candidate.
  candidates = (await agency.rows('workforce.employees', [
    person(21, 'Calon Satu'),
    person(22, 'Calon Dua', { supervisor_id: members[0].id }),
  ])) as unknown as typeof candidates
  const [cycle] = await agency.rows('talent.cycles', [
    {
      name: 'Siklus',
      year: 2026,
      state: 'PEMETAAN',
      rule_code: 'BKN-SIMATA',
      rule_version: '2025-1',
      as_of: '2026-11-24',
      scope: {},
    },
  ])
  cycleId = cycle.id
  await agency.rows(
    'talent.scores',
    candidates.map(c => ({
      cycle_id: cycleId,
      employee_id: c.id,
      unit_id: unit.id,
      x: 79,
      y: 85,
      box: 7,
      placement: 'placed',
      figure: {},
      needs: [],
      is_near_cut: true,
      has_expiring: false,
      rule_code: 'BKN-SIMATA',
      rule_version: '2025-1',
      input_hash: 'x',
    })),
  )
  await agency.rows(
    'talent.moves',
    candidates.map(c => ({
      cycle_id: cycleId,
      employee_id: c.id,
      from_box: 7,
      to_box: 9,
      reason_code: 'near-cut',
      note: 'Bukti tambahan sesudah potret.',
      state: 'proposed',
      moved_by_name: 'Pengelola',
      moved_at: '2026-11-20T00:00:00Z',
    })),
  )
  committeeId = (
    await execute(agency.database, agency.actor('hr_officer'), formCommittee, {
      name: 'Komite Talenta Instansi',
      decree: '800/12/2026',
      decreedOn: '2026-01-12',
      chair: nip(1),
      secretary: nip(2),
      members: [3, 4, 5, 6].map(nip).join('\n'),
    })
  ).id
})
afterAll(() => agency.close())

const convene = (name = 'Sidang I') =>
  execute(agency.database, agency.actor('hr_officer'), conveneSession, {
    committeeId,
    cycleId,
    name,
    heldOn: '2026-11-24',
  })

it('A committee names the NIP it does not know, and no seat is filled twice', async () => {
  const form = (members: string) =>
    execute(agency.database, agency.actor('hr_officer'), formCommittee, {
      name: 'Komite lain',
      decree: '1',
      decreedOn: '2026-01-12',
      chair: nip(1),
      secretary: nip(2),
      members,
    })
  await expect(form(nip(99))).rejects.toMatchObject({
    code: 'talent.committee.unknown-people',
    message: expect.stringContaining(nip(99)),
  })
  await expect(form(nip(1))).rejects.toMatchObject({ code: 'talent.committee.twice' })
})

it('A session is convened only at the stage of the committee, with the open proposals under numbers', async () => {
  await expect(convene()).rejects.toMatchObject({ code: 'talent.session.wrong-stage' })
  await agency.sow(`update talent.cycles set state = 'SIDANG_KOMITE'`)
  sessionId = (await convene()).id
  const agenda = await items()
  expect(agenda.map(i => i.kind)).toEqual(['opening', 'move', 'move', 'map'])
  for (const item of agenda) for (const c of candidates) expect(item.title).not.toContain(c.name)
})

it('Nobody opens the session before enough members are there and have declared their interests', async () => {
  await expect(execute(agency.database, as(0), openSession, { sessionId })).rejects.toMatchObject({
    code: 'talent.session.not-declared',
  })
  await attend(0)
  await attend(1)
  await attend(2, [{ aboutId: candidates[0].id, kind: 'sibling' }])
  await expect(execute(agency.database, as(0), openSession, { sessionId })).rejects.toMatchObject({
    code: 'talent.session.no-quorum',
    message: expect.stringContaining('3 berhak memutus, perlu paling sedikit 4'),
  })
  await attend(3)
  await attend(4)
  await expect(execute(agency.database, as(3), openSession, { sessionId })).rejects.toMatchObject({
    code: 'talent.session.not-lead',
  })
  await execute(agency.database, as(0), openSession, { sessionId })
  expect((await items())[0]).toMatchObject({ state: 'decided', quorum: { isMet: true, present: 5 } })
})

it('An interest in somebody who is not on the agenda, or of no kind the rules know, is refused', async () => {
  await expect(attend(5, [{ aboutId: members[0].id, kind: 'sibling' }])).rejects.toMatchObject({
    code: 'talent.session.unknown-interest',
  })
  await expect(attend(5, [{ aboutId: candidates[0].id, kind: 'teman' }])).rejects.toMatchObject({
    code: 'talent.session.unknown-interest',
  })
})

it('Whoever declared kin stays out of that item: her vote is refused with the reason', async () => {
  const item = await itemOf(0)
  await execute(agency.database, as(0), openItem, { sessionId, itemId: item.id })
  await expect(vote(2, item, 'approve', 'B-01')).rejects.toMatchObject({
    code: 'talent.session.recused',
    message: expect.stringContaining('benturan kepentingan'),
  })
})

it('A vote is blind: neither another member, nor the officer, nor the auditor, nor the trail tells what it was', async () => {
  const item = await itemOf(0)
  await vote(0, item, 'approve', 'B-01', 'kirim-1')
  for (const reader of [as(1), agency.actor('hr_officer'), agency.actor('auditor'), agency.actor('admin')]) {
    const seen = await agency.database.as(reader, db => db.rows(sql`select choice from talent.session_votes`))
    expect(seen).toEqual([])
  }
  const cast = await agency.database.as(as(1), db => db.rows(sql`select employee_id from talent.session_ballots`))
  expect(cast).toEqual([{ employee_id: members[0].id }])
  const trail = await agency.database.as(agency.actor('auditor'), db =>
    db.rows(sql`select * from platform.audit_entries where action = 'cast-vote'`),
  )
  expect(trail).toHaveLength(1)
  expect(JSON.stringify(trail)).not.toMatch(/approve|B-01/)
  const kept = await agency.sow(`select result::text from platform.requests where use_case = 'cast-vote'`)
  expect(JSON.stringify(kept)).not.toMatch(/approve|B-01/)
})

it('A vote sent twice because the connection was lost counts once; another one is refused', async () => {
  const item = await itemOf(0)
  const chair = as(1)
  const send = (key: string, choice = 'approve', reasonCode = 'B-01') =>
    execute(agency.database, chair, castVote, { sessionId, itemId: item.id, choice, reasonCode }, { requestKey: key })
  expect(await send('kirim-2')).toEqual(await send('kirim-2'))
  await expect(send('kirim-3', 'keep', 'B-02')).rejects.toMatchObject({ code: 'talent.session.already-voted' })
  const [{ n }] = await agency.sow('select count(*)::int as n from talent.session_votes where employee_id = $1', [
    members[1].id,
  ])
  expect(n).toBe(1)
})

it('Votes cannot be opened while one is missing; the last one opens all together', async () => {
  const item = await itemOf(0)
  await expect(execute(agency.database, as(0), revealVotes, { sessionId, itemId: item.id })).rejects.toMatchObject({
    code: 'talent.session.votes-missing',
  })
  await expect(vote(3, item, 'approve', 'B-02')).rejects.toMatchObject({ code: 'talent.session.reason-unfit' })
  await vote(3, item, 'keep', 'B-02')
  expect((await itemOf(0)).state).toBe('voting')
  await vote(4, item, 'approve', 'B-03')
  const opened = await itemOf(0)
  expect(opened.state).toBe('opened')
  expect(opened.outcome[0].votes).toHaveLength(4)
})

it('The majority decides, with a fitting reason; the computed box stays beside the decided one', async () => {
  const item = await itemOf(0)
  const decide = (i: number, reasonCode: string) =>
    execute(agency.database, as(i), decideItem, {
      sessionId,
      itemId: item.id,
      reasonCode,
      note: 'Surat keputusan tim diterima.',
    })
  await expect(decide(3, 'B-01')).rejects.toMatchObject({ code: 'talent.session.not-lead' })
  await expect(decide(0, 'B-02')).rejects.toMatchObject({ code: 'talent.session.reason-unfit' })
  expect(await decide(0, 'B-01')).toEqual({ decision: 'approve' })
  await execute(agency.database, as(3), recordDissent, {
    sessionId,
    itemId: item.id,
    text: 'Capaian serapan belum tercatat seluruhnya.',
  })
  const [score] = await agency.database.as(as(0), db =>
    db.rows(sql`select box, decided_box from talent.v_scores where employee_id = ${candidates[0].id}`),
  )
  expect(score).toEqual({ box: 7, decided_box: 9 })
})

it('The superior of the person hands the lead to the secretary, and a tie moves nobody', async () => {
  const item = await itemOf(1)
  await expect(execute(agency.database, as(0), openItem, { sessionId, itemId: item.id })).rejects.toMatchObject({
    code: 'talent.session.not-lead',
  })
  await execute(agency.database, as(1), openItem, { sessionId, itemId: item.id })
  await vote(1, item, 'approve', 'B-01')
  await vote(2, item, 'approve', 'B-01')
  await vote(3, item, 'keep', 'B-05')
  await vote(4, item, 'keep', 'B-05')
  await execute(agency.database, as(1), voteAgain, {
    sessionId,
    itemId: item.id,
    reason: 'Bukti dibahas kembali bersama.',
  })
  const again = await itemOf(1)
  for (const [i, choice] of [
    [1, 'approve'],
    [2, 'approve'],
    [3, 'keep'],
    [4, 'keep'],
  ] as const)
    await vote(i, again, choice, choice === 'approve' ? 'B-01' : 'B-05')
  await expect(
    execute(agency.database, as(1), voteAgain, { sessionId, itemId: item.id, reason: 'Sekali lagi dibahas bersama.' }),
  ).rejects.toMatchObject({ code: 'talent.session.no-more-rounds' })
  expect(
    await execute(agency.database, as(1), decideItem, {
      sessionId,
      itemId: item.id,
      reasonCode: 'B-05',
      note: 'Suara imbang, kotak tetap.',
    }),
  ).toEqual({ decision: 'keep' })
  expect((await itemOf(1)).outcome).toHaveLength(2)
  const [{ state }] = await agency.sow('select state from talent.moves where employee_id = $1', [candidates[1].id])
  expect(state).toBe('declined')
})

it('A member who leaves no longer holds up the votes, and without a quorum nothing is decided', async () => {
  const map = (await items()).find(i => i.kind === 'map')!
  await execute(agency.database, as(0), openItem, { sessionId, itemId: map.id })
  for (const i of [0, 1, 2]) await vote(i, map, 'approve', 'B-01')
  await execute(agency.database, as(0), markAbsent, {
    sessionId,
    employeeId: members[4].id,
    reason: 'Dipanggil rapat DPRD.',
  })
  await vote(3, map, 'approve', 'B-01')
  expect((await items()).find(i => i.kind === 'map')).toMatchObject({
    state: 'opened',
    quorum: { needed: 4, present: 4 },
  })
  await execute(agency.database, as(0), decideItem, {
    sessionId,
    itemId: map.id,
    reasonCode: 'B-01',
    note: 'Peta disahkan seluruhnya.',
  })
})

const leftPlaces = () =>
  agency.database.as(as(0), async db =>
    listLeftPlaces(db, (await findSession(db, sessionId))!.cycle_id, {}).then(all => all.map(p => p.box)),
  )

it('Whoever the session moved leaves a mark at the old place of the map, until the session closes', async () => {
  const moved = (await items()).filter(i => i.kind === 'move' && i.state === 'decided' && i.decision === 'approve')
  expect(moved.length).toBeGreaterThan(0)
  expect(await leftPlaces()).toHaveLength(moved.length)
})

it('Closing freezes the minutes; they never change, members sign by name and time, and the paper is a tagged PDF', async () => {
  await execute(agency.database, as(3), writeMinutes, { sessionId, text: 'Mohon ditulis jam kedatangan.' })
  const { hash } = await execute(agency.database, as(1), closeSession, { sessionId })
  expect(await leftPlaces()).toEqual([])
  await expect(vote(0, await itemOf(0), 'keep', 'B-02')).rejects.toMatchObject({ code: 'talent.session.closed' })
  await expect(attend(5)).rejects.toMatchObject({ code: 'talent.session.closed' })
  await execute(agency.database, as(0), signMinutes, { sessionId })
  await expect(execute(agency.database, as(0), signMinutes, { sessionId })).rejects.toMatchObject({
    code: 'talent.session.already-signed',
  })
  await expect(execute(agency.database, as(4), signMinutes, { sessionId })).rejects.toMatchObject({
    code: 'talent.session.not-present',
  })
  const [session, roster] = await agency.database.as(
    as(0),
    async db => [await findSession(db, sessionId), await listMembers(db, sessionId)] as const,
  )
  expect(session).toMatchObject({ state: 'closed', minutes_hash: hash })
  const minutes = session!.minutes!
  expect(minutes.items.filter(i => i.kind === 'move').flatMap(i => i.dissents)).toEqual([
    { name: 'Anggota B', text: 'Capaian serapan belum tercatat seluruhnya.' },
  ])
  // A proposed correction nobody accepted is not part of the minutes.
  expect(JSON.stringify(minutes.notes)).not.toContain('jam kedatangan')
  expect(minutes.boxes.find(b => b.box === 9)).toEqual({ box: 9, before: 0, after: 1 })
  const pdf = await renderPdf(
    'report',
    minutesDocument(
      minutes,
      roster.map(m => ({ name: m.name, seat: m.seat, state: m.state, signedAt: m.signed_at })),
      { hash, timeZone: 'Asia/Jakarta' },
      { on: '2026-11-24', by: 'Uji' },
    ),
  )
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  expect(Buffer.from(pdf).toString('latin1')).toContain('/StructTreeRoot')
})
