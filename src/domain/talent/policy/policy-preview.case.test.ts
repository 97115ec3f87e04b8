import { afterAll, beforeAll, expect, it } from 'vitest'
import { isKnown } from '#core/figure/figure.ts'
import type { Actor } from '#platform/access/actor.ts'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { findWork } from '#platform/jobs/work.ts'
import { platformUseCases } from '#platform/platform.use-cases.ts'
import { execute } from '#platform/use-case.ts'
import { openCycle } from '../cycle/open-cycle.ts'
import { placeCycle } from '../cycle/place-cycle.ts'
import { findPersonScore } from '../score/person-score.store.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { decidePolicy } from './decide-policy.ts'
import { changePolicy, draftPolicy, submitPolicy } from './draft-policy.ts'
import { findPolicy } from './policy.store.ts'
import { sectionFields } from './policy-form.model.ts'
import { findPreview, listPolicyMoves, movedFigure } from './policy-preview.store.ts'
import { previewPolicy } from './preview-policy.ts'
import { previewPolicyWork, queuePolicyPreview } from './queue-policy-preview.ts'

let agency: TestAgency
let author: Actor
let second: Actor
let cycleId: string
/** Kinerja of the people: x is 70 for everybody, so that the boxes are 3, 5 and 7. */
const large = [40, 52, 61, 64, 66, 70, 74, 76, 77, 85]
const small = [62, 63, 90]
let people: { id: string; y: number; unit: string }[]

const run = (actor: Actor, useCase: Parameters<typeof execute>[2], input: unknown) =>
  execute(agency.database, actor, useCase as never, input) as Promise<{ id: string; moved: number }>
const asOf = '2026-11-24'

beforeAll(async () => {
  agency = await anAgency([...talentUseCases, ...platformUseCases])
  author = { ...agency.actor('hr_officer'), name: 'Wulan Sari' }
  second = { ...agency.actor('hr_officer'), name: 'Rudi Hartono' }
  const units = await agency.rows('workforce.units', [{ name: 'Dinas Besar' }, { name: 'Dinas Kecil' }])
  const drawn = [...large.map(y => ({ y, unit: units[0].id })), ...small.map(y => ({ y, unit: units[1].id }))]
  const rows = await agency.rows(
    'workforce.employees',
    drawn.map((p, i) => ({
      nip: `1980010120050110${String(i + 10)}`,
      name: `Orang ${i}`,
      employment: 'PNS',
      unit_id: p.unit,
      state: 'active',
    })),
  )
  people = rows.map((r, i) => ({ id: r.id, ...drawn[i] }))
  const zero = { bangkom: 70, pengalaman: 70, potensi: 70, pendidikan: 70, bidang: 70, disiplin: 70, jpm: 70 }
  await agency.sow(
    'insert into talent.sheet_scores (agency_id, employee_id, sheet_on, parts) select agency_id, employee_id, sheet_on, parts from jsonb_populate_recordset(null::talent.sheet_scores, $1::jsonb)',
    [
      JSON.stringify(
        people.map(p => ({
          agency_id: agency.id,
          employee_id: p.id,
          sheet_on: '2026-11-01',
          parts: { ...zero, predikat: p.y, penghargaan: p.y, tim: p.y, u360: p.y },
        })),
      ),
    ],
  )
  cycleId = (await run(author, openCycle, { name: 'Siklus uji', asOf, ruleCode: 'BKN-SIMATA', source: 'sheet' })).id
  await run(author, placeCycle, { cycleId })
})
afterAll(() => agency.close())

const drafted = async (version: string, cuts: Record<string, string>) => {
  const { id } = await run(author, draftPolicy, {
    from: 'BKN-SIMATA~2025-1',
    version,
    legalBasis: 'Perbup 71/2026 tentang Manajemen Talenta',
    validFrom: version === '2026-1' ? '2026-11-24' : '2026-12-01',
    purpose: 'Ambang kinerja disesuaikan dengan sebaran nilai.',
  })
  const policy = await agency.database.as(author, db => findPolicy(db, id, author.on))
  await run(author, changePolicy, {
    policyId: id,
    section: 'cuts',
    filled: { ...sectionFields('cuts', policy!.rules), ...cuts },
  })
  return id
}
const boxes = async (id: string) =>
  (
    await agency.database.as(author, db =>
      db.rows<{ employee_id: string; box: number | null }>(
        sql`select employee_id, box from talent.scores where cycle_id = ${id}`,
      ),
    )
  ).sort((a, b) => people.findIndex(p => p.id === a.employee_id) - people.findIndex(p => p.id === b.employee_id))

it('Who moves, from where to where and by which change is told before anything takes effect, and no result changes', async () => {
  const id = await drafted('2026-2', { 'cut:y:1': '75' })
  const before = await boxes(cycleId)
  expect(before.map(b => b.box)).toEqual([3, 3, 5, 5, 5, 5, 5, 5, 5, 7, 5, 5, 7])
  await expect(run(author, submitPolicy, { policyId: id })).rejects.toMatchObject({
    code: 'talent.policy.preview-missing',
  })
  expect(await run(author, previewPolicy, { policyId: id })).toMatchObject({ people: 13, moved: 2 })
  const moves = await agency.database.as(author, async db =>
    listPolicyMoves(db, (await findPreview(db, id))!.id, { page: 1, size: 50 }),
  )
  expect(moves.map(m => [m.name, m.from_box, m.to_box, m.cause])).toEqual([
    ['Orang 7', 5, 7, 'cuts'],
    ['Orang 8', 5, 7, 'cuts'],
  ])
  expect(await boxes(cycleId)).toEqual(before)
})

it('The officer counts people, the leader reads that few would move and not how many, a supervisor reads nothing', async () => {
  const count = async (actor: Actor, seesPeople: boolean) =>
    agency.database.as(actor, async db => {
      const [row] = await db.rows<{ policy_id: string }>(sql`select policy_id from talent.policy_previews`)
      const preview = row ? await findPreview(db, row.policy_id) : null
      return preview ? movedFigure(db, preview, {}, seesPeople) : null
    })
  expect((await count(author, true))?.value).toBe(2)
  expect(await count(agency.actor('leader'), false)).toMatchObject({ state: 'withheld', value: null })
  expect(await count(agency.actor('supervisor'), false)).toBeNull()
  const rows = (actor: Actor) =>
    agency.database.as(actor, db => db.rows(sql`select employee_id from talent.policy_moves`))
  expect(await rows(agency.actor('leader'))).toEqual([])
  expect(await rows(agency.actor('committee'))).toEqual([])
  expect(await rows(agency.actor('asn', people[7].id))).toHaveLength(1)
  expect(await rows(agency.actor('auditor'))).toHaveLength(2)
})

it('A worker counts a large cycle for the officer who asked, tells how far it is, and finds the same', async () => {
  const id = await drafted('2026-4', { 'cut:y:1': '75' })
  const { workId } = (await run(author, queuePolicyPreview, { policyId: id, cycleId })) as unknown as { workId: string }
  const work = await agency.database.as(author, db => findWork(db, workId))
  expect(work).toMatchObject({ name: 'preview-policy', state: 'waiting' })
  const told: number[] = []
  const found = await previewPolicyWork({
    database: agency.database,
    actor: agency.actor('system'),
    workId,
    input: { policyId: id, cycleId, askedBy: author.name },
    progress: async (done, total) => void told.push(done, total ?? 0),
    isStopping: () => false,
  })
  expect(found).toMatchObject({ people: 13, moved: 2 })
  expect(told).toEqual([0, 13])
  const preview = await agency.database.as(author, db => findPreview(db, id))
  expect(preview?.madeByName).toBe('Wulan Sari')
})

it('A draft that was changed after the count is not submitted', async () => {
  const id = await drafted('2026-3', { 'cut:y:1': '75' })
  await run(author, previewPolicy, { policyId: id })
  const policy = await agency.database.as(author, db => findPolicy(db, id, author.on))
  await run(author, changePolicy, {
    policyId: id,
    section: 'cuts',
    filled: { ...sectionFields('cuts', policy!.rules), 'cut:y:1': '74' },
  })
  await expect(run(author, submitPolicy, { policyId: id })).rejects.toMatchObject({
    code: 'talent.policy.preview-missing',
  })
})

it('A cycle whose version ranks places people among their unit, small units in the agency, and each person sees by which cut points', async () => {
  const id = await drafted('2026-1', {
    'method:y': 'rank',
    'within:y': 'unit',
    'percent:y:0': '20',
    'percent:y:1': '80',
    'least:y': '5',
  })
  const { moved } = await run(author, previewPolicy, { policyId: id })
  await run(author, submitPolicy, { policyId: id })
  await run(second, decidePolicy, {
    policyId: id,
    decision: 'approved',
    reason: 'Sesuai Pasal 17 PermenPANRB 20/2025.',
  })
  const { id: ranked } = await run(author, openCycle, {
    name: 'Siklus peringkat',
    asOf,
    ruleCode: 'BKN-SIMATA',
    source: 'sheet',
  })
  await run(author, placeCycle, { cycleId: ranked })
  const after = await boxes(ranked)
  // The large unit: two lowest, two highest of ten. The small one among all thirteen.
  expect(after.map(b => b.box)).toEqual([3, 3, 5, 5, 5, 5, 5, 5, 7, 7, 5, 5, 7])
  const before = await boxes(cycleId)
  expect(moved).toBe(after.filter((b, i) => b.box !== before[i].box).length)
  const score = await agency.database.as(author, db => findPersonScore(db, ranked, people[8].id))
  expect(score).toMatchObject({ box: 7 })
  expect(isKnown(score!.boxFigure) && score!.boxFigure.value).toBe(7)
  const cuts = await agency.database.as(agency.actor('asn'), db =>
    db.rows<{ reach: string; people: number; cuts: number[] }>(
      sql`select reach, people, cuts from talent.unit_cuts where cycle_id = ${ranked} order by people`,
    ),
  )
  expect(cuts).toEqual([
    { reach: 'unit', people: 10, cuts: [61, 77] },
    { reach: 'agency', people: 13, cuts: [62, 77] },
  ])
  // The first cycle keeps the version it was made by.
  expect((await agency.database.as(author, db => findPersonScore(db, cycleId, people[8].id)))?.box).toBe(5)
})
