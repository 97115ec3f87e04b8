import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { listPlans } from '../career-plan/career-plan.store.ts'
import { answerCareerPlan, withdrawCareerPlan, writeCareerPlan } from '../career-plan/write-career-plan.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { countAspirations, findWishes, listAspirations, listTargets } from './aspiration.store.ts'
import { stateAspiration, stateWishes, withdrawAspiration, withdrawWishes } from './state-aspiration.ts'

let agency: TestAgency
let me: string
let boss: string
let mate: string
let posts: { id: string; name: string }[]
const asn = () => agency.actor('asn', me)
const run = <I, R>(useCase: Parameters<typeof execute<I, R>>[2], input: unknown, actor = asn()) =>
  execute(agency.database, actor, useCase, input)

beforeAll(async () => {
  agency = await anAgency(talentUseCases)
  const [unit] = await agency.rows('workforce.units', [{ name: 'Dinas Uji', kind: 'dinas' }])
  posts = (await agency.rows(
    'workforce.positions',
    ['Kepala Bidang A', 'Kepala Bidang B', 'Kepala Bidang C'].map(name => ({
      name,
      unit_id: unit.id,
      kind: 'structural',
      tier: 'Administrator',
      seats: 1,
      is_key: false,
    })),
  )) as unknown as typeof posts
  const person = (n: number, name: string, supervisor: string | null) => ({
    nip: `19800101200501${String(n).padStart(4, '0')}`,
    name,
    employment: 'PNS',
    unit_id: unit.id,
    position_id: posts[2].id,
    birth_on: '1980-01-01',
    supervisor_id: supervisor,
    state: 'active',
  })
  const [head] = await agency.rows('workforce.employees', [person(1, 'Atasan', null)])
  const [mine, other] = await agency.rows('workforce.employees', [
    person(2, 'Pegawai', head.id),
    person(3, 'Rekan', head.id),
  ])
  ;[boss, me, mate] = [head.id, mine.id, other.id]
  await agency.sow('insert into platform.teams values ($1, $2, $3)', [agency.id, boss, me])
})
afterAll(() => agency.close())

const read = (actor = asn()) =>
  agency.database.as(actor, async db => ({
    targets: (await listTargets(db, me)).filter(t => !t.withdrawn_on).map(t => [t.rank, t.name]),
    wishes: await findWishes(db, me),
    plans: (await listPlans(db, me)).map(p => [p.version, p.state]),
  }))

it('Several target posts stand in their order; the same post or rank replaces, and nothing is erased', async () => {
  await run(stateAspiration, { employeeId: me, positionId: posts[0].id })
  await run(stateAspiration, { employeeId: me, positionId: posts[1].id, rank: 2 })
  await run(stateAspiration, { employeeId: me, positionId: posts[0].id, rank: 1, note: 'Tetap yang utama.' })
  expect((await read()).targets).toEqual([
    [1, 'Kepala Bidang A'],
    [2, 'Kepala Bidang B'],
  ])
  // Rooms that know one target still read the first alone.
  const first = await agency.database.as(asn(), db => db.rows(sql`select 1 from talent.v_aspirations`))
  expect(first).toHaveLength(1)
  await expect(run(stateAspiration, { employeeId: me, positionId: posts[0].id, rank: 4 })).rejects.toMatchObject({
    fields: { rank: expect.stringContaining('tiga') },
  })
})

it('A target taken back keeps its day, and the next one moves up', async () => {
  const id = await agency.database.as(asn(), async db => (await listTargets(db, me))[0].id)
  await run(withdrawAspiration, { aspirationId: id })
  expect((await read()).targets).toEqual([[1, 'Kepala Bidang B']])
  await expect(run(withdrawAspiration, { aspirationId: id })).rejects.toMatchObject({
    code: 'talent.aspiration.already-withdrawn',
  })
  await expect(run(withdrawAspiration, { aspirationId: id }, agency.actor('asn', mate))).rejects.toMatchObject({
    code: 'talent.aspiration.already-withdrawn',
  })
})

it('Wishes that do not fit together are refused by field', async () => {
  const wishes = { moves: 'anywhere', guidance: [], retirement: 'at-limit' }
  await expect(run(stateWishes, { ...wishes, moves: 'listed', places: ' , ' })).rejects.toMatchObject({
    fields: { places: expect.any(String) },
  })
  await expect(run(stateWishes, { ...wishes, retirement: 'earlier' })).rejects.toMatchObject({
    fields: { retiresOn: expect.any(String) },
  })
  // Born in 1980, an administrator reaches the limit of 58 in 2038.
  await expect(run(stateWishes, { ...wishes, retirement: 'earlier', retiresOn: '2040-01-01' })).rejects.toMatchObject({
    fields: { retiresOn: expect.stringContaining('batas usia') },
  })
  await run(stateWishes, { ...wishes, moves: 'listed', places: 'Kota A\nkota a, Kecamatan B', guidance: ['mentee'] })
  expect((await read()).wishes).toMatchObject({ places: ['kota a', 'Kecamatan B'], guidance: ['mentee'] })
})

it('A new statement of wishes replaces the last, and withdrawing leaves none in force and all in the record', async () => {
  await run(stateWishes, { moves: 'not-now', retirement: 'earlier', retiresOn: '2035-06-01' })
  expect((await read()).wishes).toMatchObject({ moves: 'not-now', retires_on: '2035-06-01', moves_from: null })
  await run(withdrawWishes, {})
  expect((await read()).wishes).toBeNull()
  await expect(run(withdrawWishes, {})).rejects.toMatchObject({ code: 'talent.aspiration.already-withdrawn' })
  expect(await agency.sow('select 1 from talent.career_wishes')).toHaveLength(2)
})

const plan = (more: object = {}) => ({
  goal: 'Memimpin pelayanan yang dipercaya warga.',
  steps: [{ title: 'Kepala Bidang B', year: 2028, need: 'Pelatihan kepemimpinan' }],
  ...more,
})
it('A career plan is a record with versions; years that run back are refused at their step', async () => {
  await expect(
    run(
      writeCareerPlan,
      plan({ steps: [...plan().steps, { title: 'Kepala Seksi', year: 2027 }, { title: 'x', year: 1999 }] }),
    ),
  ).rejects.toMatchObject({
    fields: { 'year:1': expect.any(String), 'title:2': expect.any(String), 'year:2': expect.any(String) },
  })
  await run(writeCareerPlan, plan())
  await expect(run(writeCareerPlan, plan())).rejects.toMatchObject({ code: 'talent.career-plan.reason-missing' })
  await run(writeCareerPlan, plan({ reason: 'Atasan menyarankan jalur lain.' }))
  expect((await read()).plans).toEqual([
    [2, 'written'],
    [1, 'replaced'],
  ])
})

it('The supervisor answers the plan of her team, nobody else does, and the person may take it back', async () => {
  const supervisor = agency.actor('supervisor', boss)
  const planId = await agency.database.as(supervisor, async db => (await listPlans(db, me))[0].id)
  const input = { planId, note: 'Saya bantu dengan penugasan paket jembatan.' }
  await expect(run(answerCareerPlan, input, agency.actor('supervisor', mate))).rejects.toMatchObject({
    code: 'talent.career-plan.not-found',
  })
  await run(answerCareerPlan, input, supervisor)
  await expect(run(answerCareerPlan, input, supervisor)).rejects.toMatchObject({ code: 'talent.career-plan.not-open' })
  expect((await read()).plans[0]).toEqual([2, 'seen'])
  await run(withdrawCareerPlan, { planId })
  expect((await read()).plans[0]).toEqual([2, 'withdrawn'])
})

it('Who may read it does: supervisor, HR and committee, never a colleague; mobility is found by filter', async () => {
  await run(stateWishes, { moves: 'anywhere', retirement: 'undecided', guidance: ['coach'] })
  for (const actor of [agency.actor('supervisor', boss), agency.actor('hr_officer'), agency.actor('committee')])
    expect(await agency.database.as(actor, db => countAspirations(db, { moves: 'anywhere', guidance: 'coach' }))).toBe(
      1,
    )
  expect(await agency.database.as(agency.actor('hr_officer'), db => countAspirations(db, { moves: 'not-now' }))).toBe(0)
  await agency.database.as(agency.actor('asn', mate), async db => {
    expect(await listTargets(db, me)).toEqual([])
    expect(await findWishes(db, me)).toBeNull()
    expect(await listAspirations(db, { limit: 10, page: 1 })).toEqual([])
  })
})
