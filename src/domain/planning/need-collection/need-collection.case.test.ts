import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#platform/access/actor.ts'
import { sql } from '#platform/database/database.ts'
import { renderPdf } from '#platform/document/pdf.ts'
import { writeWorkbook } from '#platform/document/write-workbook.ts'
import { execute, type UseCase } from '#platform/use-case.ts'
import { aPlanningAgency, type PlanningAgency } from '../testing/planning-agency.ts'
import { addNeed, proposeNeed, withdrawProposal } from './add-need.ts'
import { answerNeeds } from './answer-needs.ts'
import { changeNeed } from './change-need.ts'
import { collectionFigures } from './collection-figures.ts'
import { compileDocument, decideDocument } from './compile-document.ts'
import { delegateEntry, withdrawDelegation } from './delegate-entry.ts'
import { findDocument, listDocumentRows } from './document.store.ts'
import { documentFigures } from './document-figures.ts'
import { fillCollection } from './fill-collection.ts'
import { findCollection, listDelegatedNeeds, listOwnNeeds, listTeamNeeds } from './need-collection.store.ts'
import { documentReport, documentSheet, sipkaSheets } from './need-document.document.ts'
import { openCollection } from './open-collection.ts'
import { closeCollection, deferNeeds, remindCollection, remindCollections } from './run-collection.ts'
import { mergeNeeds, verifyNeeds } from './verify-needs.ts'

let agency: PlanningAgency
let collectionId: string
const at = (actor: Actor, on: string): Actor => ({ ...actor, on: on as Actor['on'] })
const hr = () => agency.actor('hr_officer')
const boss = () => agency.actor('supervisor', agency.boss.id)
const ani = () => agency.actor('asn', agency.people[0].id)
const budi = () => agency.actor('asn', agency.people[1].id)
const act = <I, R>(actor: Actor, uc: UseCase<I, R>, input: unknown) => execute(agency.database, actor, uc, input)
type Found = Awaited<ReturnType<typeof listOwnNeeds>>[number]
const all = () =>
  agency.ask<Found>(
    sql`select * from planning.collected_needs where collection_id = ${collectionId} order by person_name, title`,
  )
const needOf = async (name: string) => (await all()).find(n => n.person_name === name)!

beforeAll(async () => {
  agency = await aPlanningAgency()
  await agency.sow('update workforce.employees set supervisor_id = $1 where id = any ($2::uuid[])', [
    agency.boss.id,
    [agency.people[0].id, agency.people[1].id],
  ])
  const once = { employeeId: agency.people[1].id, competencyId: agency.competencies[0].id }
  for (const [on, fromYear] of [
    ['2025-11-14', 2025],
    ['2026-10-16', 2026],
  ] as const)
    await act(at(hr(), on), deferNeeds, {
      fromYear,
      source: 'officer',
      people: [{ ...once, reason: 'Kelas dibatalkan karena kurang peserta.' }],
    })
  const opened = await act(hr(), openCollection, { name: 'AKPK 2027', year: 2027, opensOn: '2026-11-24' })
  collectionId = opened.id
  await act({ ...agency.actor('system'), employeeId: null }, fillCollection, { collectionId })
})
afterAll(() => agency.close())

it('A gap becomes a row with the module that closes it; an unknown level asks for a measurement; who meets the standard is left alone', async () => {
  const rows = await all()
  const ani = rows.find(r => r.person_name === 'Ani' && r.origin === 'gap')!
  expect(ani).toMatchObject({
    title: 'Pengelolaan Kontrak Konstruksi',
    level_held: 1,
    level_required: 3,
    cost: 4_000_000,
    state: 'waiting',
    plan_year: 2027,
  })
  expect(rows.filter(r => r.person_name === 'Citra Belum Dinilai' && r.origin === 'unknown')).toHaveLength(1)
  expect(rows.filter(r => r.person_name === 'Citra Belum Dinilai' && r.origin === 'gap')).toHaveLength(0)
  expect(rows.filter(r => r.person_name === 'Dedi Memenuhi' && r.origin === 'gap')).toHaveLength(0)
})

it('Who was put off twice stands higher by the rule, with the reason and since when; once would not', async () => {
  const [a, b] = [
    (await all()).find(r => r.person_name === 'Ani' && r.origin === 'gap')!,
    (await all()).find(r => r.origin === 'deferred')!,
  ]
  expect(b).toMatchObject({ person_name: 'Budi', deferrals: 2, waiting_since: '2025-11-14' })
  expect(b.priority - a.priority).toBe(20)
})

it('The window ends as many days later as the rule says, and supervisor and people were told', async () => {
  const collection = await agency.database.as(hr(), db => findCollection(db, collectionId))
  expect(collection).toMatchObject({ state: 'open', closes_on: '2026-12-24' })
  const told = await agency.sow('select employee_id, href from platform.notices where agency_id = $1', [agency.id])
  expect(told.find(n => n.employee_id === agency.boss.id)?.href).toContain('/tim')
  expect(told.some(n => n.employee_id === agency.people[0].id)).toBe(true)
})

it('The supervisor sees the rows of her team and of nobody else; what the talent map adds is never hers', async () => {
  const rows = await agency.database.as(boss(), db => listTeamNeeds(db, collectionId, agency.boss.id))
  expect(new Set(rows.map(r => r.person_name))).toEqual(new Set(['Ani', 'Budi']))
  expect(await agency.database.as(boss(), db => db.rows(sql`select 1 from planning.need_priorities`))).toEqual([])
  expect(
    await agency.database.as(boss(), db =>
      db.rows(sql`select 1 from planning.collected_needs where person_name = 'Citra Belum Dinilai'`),
    ),
  ).toEqual([])
})

it('A refusal says why and leaves the planner; taken back, nothing was said', async () => {
  const need = (await all()).find(r => r.person_name === 'Ani' && r.origin === 'gap')!
  const refuse = (reason: string | null) =>
    act(boss(), answerNeeds, { collectionId, answers: [{ needId: need.id, decision: 'refuse', reason }] })
  await expect(refuse(null)).rejects.toMatchObject({ code: 'planning.collection.reason-missing' })
  await refuse('Tugasnya beralih tahun depan.')
  const said = () =>
    agency.ask<{ decision: string }>(
      sql`select decision from planning.need_confirmations where employee_id = ${need.employee_id}`,
    )
  expect(await said()).toEqual([{ decision: 'not-needed' }])
  await act(boss(), answerNeeds, { collectionId, answers: [{ needId: need.id, decision: 'open' }] })
  expect(await said()).toEqual([])
  expect((await needOf('Ani')).state).toBe('waiting')
})

it('Nobody answers for somebody else’s team, and nobody for herself', async () => {
  const other = (await all()).find(r => r.person_name === 'Citra Belum Dinilai')!
  await expect(
    act(boss(), answerNeeds, { collectionId, answers: [{ needId: other.id, decision: 'confirm' }] }),
  ).rejects.toMatchObject({ code: 'planning.collection.need-not-found' })
  const own = await needOf('Ani')
  await expect(
    act(agency.actor('supervisor', agency.people[0].id), answerNeeds, {
      collectionId,
      answers: [{ needId: own.id, decision: 'confirm' }],
    }),
  ).rejects.toMatchObject({ code: 'planning.collection.need-not-found' })
})

it('A person proposes her own need and takes it back before it is answered', async () => {
  const { id } = await act(ani(), proposeNeed, {
    collectionId,
    subject: 'Membaca gambar teknis',
    why: 'Tahun depan saya memeriksa tiga ruas jalan.',
  })
  const mine = await agency.database.as(ani(), db => listOwnNeeds(db, collectionId, agency.people[0].id))
  expect(mine.find(n => n.id === id)).toMatchObject({ origin: 'proposed', state: 'waiting', cost: null })
  await expect(act(budi(), withdrawProposal, { needId: id })).rejects.toMatchObject({ status: 404 })
  await act(ani(), withdrawProposal, { needId: id })
  expect(
    (await agency.database.as(boss(), db => listTeamNeeds(db, collectionId, agency.boss.id))).some(n => n.id === id),
  ).toBe(false)
})

it('Whoever writes in the supervisor’s place reads and writes those rows until it is taken back, and confirms nothing', async () => {
  const need = (await all()).find(r => r.person_name === 'Budi')!
  const write = () =>
    act(ani(), changeNeed, {
      needId: need.id,
      moduleId: need.module_id,
      quarter: 2,
      why: 'Sebelum paket dimulai bulan Maret.',
    })
  await expect(write()).rejects.toMatchObject({ code: 'planning.collection.need-not-found' })
  const { id } = await act(boss(), delegateEntry, { collectionId, delegateId: agency.people[0].id })
  const seen = await agency.database.as(ani(), db =>
    listDelegatedNeeds(db, { collection_id: collectionId, supervisor_id: agency.boss.id }),
  )
  expect(seen.some(n => n.person_name === 'Budi')).toBe(true)
  expect(await write()).toMatchObject({ isConfirmed: false })
  expect((await all()).find(r => r.id === need.id)).toMatchObject({
    state: 'waiting',
    entered_by_name: 'Uji asn',
    quarter: 2,
  })
  await act(ani(), addNeed, {
    collectionId,
    employeeId: agency.people[1].id,
    subject: 'Membaca laporan laboratorium',
    why: 'Laporan sering salah dibaca.',
  })
  await expect(
    act(ani(), answerNeeds, { collectionId, answers: [{ needId: need.id, decision: 'confirm' }] }),
  ).rejects.toMatchObject({ code: 'access.not-allowed' })
  await act(boss(), withdrawDelegation, { delegationId: id })
  await expect(write()).rejects.toMatchObject({ code: 'planning.collection.need-not-found' })
})

it('A change of the supervisor is her word; the officer accepts, returns with a reason, and joins what is the same', async () => {
  const rows = await all()
  const [gap, extra] = [
    rows.find(r => r.person_name === 'Budi' && r.origin === 'deferred')!,
    rows.find(r => r.person_name === 'Budi' && r.origin === 'added')!,
  ]
  await expect(act(hr(), verifyNeeds, { needIds: [gap.id], decision: 'accept' })).rejects.toMatchObject({
    code: 'planning.collection.not-confirmed',
  })
  expect(await act(boss(), changeNeed, { needId: gap.id, moduleId: gap.module_id, cost: 3_500_000 })).toMatchObject({
    isConfirmed: true,
  })
  await act(boss(), answerNeeds, { collectionId, answers: [{ needId: extra.id, decision: 'confirm' }] })
  await expect(act(hr(), verifyNeeds, { needIds: [gap.id], decision: 'return' })).rejects.toMatchObject({
    code: 'planning.collection.reason-missing',
  })
  await act(hr(), mergeNeeds, { keepId: gap.id, mergeIds: [extra.id] })
  expect((await all()).find(r => r.id === extra.id)).toMatchObject({ state: 'merged', merged_into: gap.id })
  expect((await all()).find(r => r.id === gap.id)).toMatchObject({ state: 'accepted', cost: 3_500_000 })
  await expect(act(boss(), changeNeed, { needId: gap.id, title: 'x' })).rejects.toMatchObject({
    code: 'planning.collection.settled',
  })
})

it('Completeness counts what was answered; a reminder goes to whoever still owes an answer', async () => {
  const { completeness, waiting, rows } = await agency.database.as(hr(), async db =>
    collectionFigures(db, (await findCollection(db, collectionId))!),
  )
  expect(Number(completeness.value)).toBeCloseTo(
    (100 * (Number(rows.value) - Number(waiting.value))) / Number(rows.value),
  )
  expect(await act(hr(), remindCollection, { collectionId })).toEqual({ told: 1 })
  expect(await act(at(agency.actor('system'), '2026-12-17'), remindCollections, {})).toMatchObject({ told: 1 })
  expect(await act(at(agency.actor('system'), '2026-12-18'), remindCollections, {})).toMatchObject({ told: 0 })
})

it('After the last day an answer is late and says why; it is kept as late', async () => {
  const need = (await all()).find(r => r.person_name === 'Ani' && r.origin === 'gap')!
  const late = (lateReason: string | null) =>
    act(at(boss(), '2026-12-28'), answerNeeds, {
      collectionId,
      lateReason,
      answers: [{ needId: need.id, decision: 'confirm' }],
    })
  await expect(late(null)).rejects.toMatchObject({ code: 'planning.collection.late' })
  await late('Saya bertugas di lapangan sampai kemarin.')
  expect((await all()).find(r => r.id === need.id)).toMatchObject({
    state: 'confirmed',
    late_reason: 'Saya bertugas di lapangan sampai kemarin.',
  })
})

it('Closing before the last day needs a reason', async () => {
  await expect(act(hr(), closeCollection, { collectionId })).rejects.toMatchObject({
    code: 'planning.collection.not-closed',
  })
  await act(hr(), closeCollection, { collectionId, reason: 'Semua unit dalam cakupan sudah menjawab.' })
  await expect(act(hr(), remindCollection, { collectionId })).rejects.toMatchObject({
    code: 'planning.collection.closed',
  })
})

it('The accepted needs become a frozen paper whose rows name the paying line; a second person approves, and the compiler may not', async () => {
  const officer = hr()
  const { id, version, rows } = await act(officer, compileDocument, { collectionId, kind: 'rpk' })
  expect([version, rows]).toEqual([1, 1])
  const [row] = await agency.database.as(officer, db => listDocumentRows(db, id))
  expect(row).toMatchObject({ person_name: 'Budi', cost: 3_500_000, budget_line_id: agency.line.id, year: 2027 })
  await expect(act(officer, decideDocument, { documentId: id, decision: 'approve' })).rejects.toMatchObject({
    code: 'planning.collection.second-person',
  })
  await expect(act(hr(), decideDocument, { documentId: id, decision: 'return' })).rejects.toMatchObject({
    code: 'planning.collection.reason-missing',
  })
  await act(agency.actor('leader'), decideDocument, { documentId: id, decision: 'approve' })
  await expect(act(hr(), decideDocument, { documentId: id, decision: 'approve' })).rejects.toMatchObject({
    code: 'planning.collection.document-decided',
  })
})

it('What no line can pay goes to the next list once the paper is approved; the earlier version is replaced', async () => {
  await agency.sow('update planning.budget_lines set amount = 1000 where agency_id = $1', [agency.id])
  const { id } = await act(hr(), compileDocument, { collectionId, kind: 'rpk' })
  await act(agency.actor('leader'), decideDocument, { documentId: id, decision: 'approve' })
  expect(await agency.ask(sql`select state, version from planning.need_documents order by version`)).toEqual([
    { state: 'replaced', version: 1 },
    { state: 'approved', version: 2 },
  ])
  expect(await agency.ask(sql`select source, reason from planning.need_deferrals where from_year = 2027`)).toEqual([
    { source: 'document', reason: 'Belum terdanai: sisa pagu 2027 tidak cukup' },
  ])
})

it('The paper goes out as Excel, OpenDocument, rows for the national service and tagged PDF with the same rows', async () => {
  const [{ id }] = await agency.ask<{ id: string }>(sql`select id from planning.need_documents where version = 2`)
  const [document, rows] = await agency.database.as(
    hr(),
    async db => [(await findDocument(db, id))!, await listDocumentRows(db, id)] as const,
  )
  for (const format of ['xlsx', 'ods'] as const) {
    const book = read(await writeWorkbook([documentSheet(document, rows)], format), { type: 'array' })
    const [line] = utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0]])
    expect(line).toMatchObject({ Nama: 'Budi', 'Anggaran (Rp)': 3_500_000, Tahun: 2027, 'Jenis Kompetensi': 'Teknis' })
  }
  const [sheet, sure] = sipkaSheets(document, rows)
  expect(sheet.rows[0]).toHaveLength(sheet.columns.length)
  expect(sure.rows[0][1]).toBe('belum pasti')
  const pdf = await renderPdf(
    'report',
    documentReport(document, rows, documentFigures(document, rows, document.compiled_on), {
      agency: 'Kabupaten Uji',
      on: document.compiled_on,
      by: 'Uji',
      unit: null,
    }),
  )
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
})
