import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#platform/access/actor.ts'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { platformUseCases } from '#platform/platform.use-cases.ts'
import { execute } from '#platform/use-case.ts'
import { findCycle, rulesOfCycle } from '../cycle/cycle.ts'
import { openCycle } from '../cycle/open-cycle.ts'
import { talentUseCases } from '../talent.use-cases.ts'
import { decidePolicy } from './decide-policy.ts'
import { changePolicy, draftPolicy, submitPolicy, withdrawPolicy } from './draft-policy.ts'
import { findPolicy, listPolicies, replacedBy } from './policy.store.ts'
import { sectionFields } from './policy-form.model.ts'

let agency: TestAgency
let author: Actor
let second: Actor
beforeAll(async () => {
  agency = await anAgency([...talentUseCases, ...platformUseCases])
  author = { ...agency.actor('hr_officer'), name: 'Wulan Sari' }
  second = { ...agency.actor('hr_officer'), name: 'Rudi Hartono' }
})
afterAll(() => agency.close())

const run = (actor: Actor, useCase: Parameters<typeof execute>[2], input: unknown) =>
  execute(agency.database, actor, useCase as never, input) as Promise<{ id: string }>
const read = (actor: Actor, id: string) => agency.database.as(actor, db => findPolicy(db, id, actor.on))

const drafted = async (version: string, validFrom = '2026-12-01') => {
  const { id } = await run(author, draftPolicy, {
    from: 'BKN-SIMATA~2025-1',
    version,
    legalBasis: 'Perbup 71/2026 tentang Manajemen Talenta',
    validFrom,
    purpose: 'Menurunkan bobot penghargaan dan menaikkan bobot predikat.',
  })
  return id
}
const reweigh = async (id: string, weights: Record<string, string>) => {
  const policy = await read(author, id)
  const filled = sectionFields('weights', policy!.rules)
  return run(author, changePolicy, {
    policyId: id,
    section: 'weights',
    filled: { ...filled, ...Object.fromEntries(Object.entries(weights).map(([k, v]) => [`weight:${k}`, v])) },
  })
}

it('A draft copies the version it comes from, and an unbalanced weight is refused by line without touching it', async () => {
  const id = await drafted('2026-1')
  await expect(reweigh(id, { penghargaan: '10' })).rejects.toMatchObject({
    code: 'talent.policy.invalid',
    fields: { 'axis:y': expect.stringContaining('jumlah bobot 95') },
  })
  expect((await read(author, id))!.rules.parts.find(p => p.code === 'penghargaan')!.weight).toBe(15)
  await reweigh(id, { penghargaan: '10', predikat: '65' })
  expect((await read(author, id))!.rules.parts.find(p => p.code === 'penghargaan')!.weight).toBe(10)
})

it('Only the author changes a draft, and a version that is the same as its origin is not submitted', async () => {
  const id = await drafted('2026-2')
  await expect(run(second, changePolicy, { policyId: id, section: 'weights', filled: {} })).rejects.toMatchObject({
    code: 'talent.policy.not-author',
  })
  await expect(run(author, submitPolicy, { policyId: id })).rejects.toMatchObject({
    code: 'talent.policy.nothing-changed',
  })
  await run(author, withdrawPolicy, { policyId: id, reason: 'Belum ada yang perlu diubah tahun ini.' })
  expect((await read(author, id))!.standing).toBe('withdrawn')
  // The name is free again.
  await run(author, withdrawPolicy, { policyId: await drafted('2026-2'), reason: 'Hanya mencoba nama versi.' })
})

it('The author does not decide; a second person does, with a reason and a day that is not past', async () => {
  const id = await drafted('2026-3')
  await reweigh(id, { penghargaan: '10', predikat: '65' })
  await run(author, submitPolicy, { policyId: id })
  await expect(reweigh(id, { predikat: '60' })).rejects.toMatchObject({ code: 'talent.policy.not-draft' })
  const decision = { policyId: id, decision: 'approved', reason: 'Sesuai Perbup yang baru ditetapkan.' }
  await expect(run(author, decidePolicy, decision)).rejects.toMatchObject({ code: 'talent.policy.own' })
  await expect(
    run({ ...second, employeeId: null, accountId: author.accountId, role: 'leader' }, decidePolicy, decision),
  ).rejects.toMatchObject({ code: 'talent.policy.own' })
  await expect(run(second, decidePolicy, { ...decision, reason: 'ya' })).rejects.toMatchObject({
    code: 'input.invalid',
  })
  await expect(run(second, decidePolicy, { ...decision, validFrom: '2026-11-01' })).rejects.toMatchObject({
    code: 'talent.policy.in-the-past',
  })
  await run(second, decidePolicy, decision)
  const held = await read(author, id)
  expect(held).toMatchObject({
    standing: 'coming',
    validFrom: '2026-12-01',
    approverName: 'Rudi Hartono',
    authorName: 'Wulan Sari',
  })
  await expect(run(second, decidePolicy, decision)).rejects.toMatchObject({ code: 'talent.policy.not-submitted' })
})

it('A cycle takes the version that holds on its day; one before keeps the shipped version', async () => {
  const open = async (name: string, asOf: string) =>
    (await run(author, openCycle, { name, asOf, ruleCode: 'BKN-SIMATA' })).id
  const [before, after] = [await open('Siklus November', '2026-11-24'), await open('Siklus Desember', '2026-12-15')]
  const weightIn = (cycleId: string) =>
    agency.database.as(author, async db => {
      const { rules, ruleSet } = await rulesOfCycle(db, (await findCycle(db, cycleId))!)
      return [ruleSet.version, rules.parts.find(p => p.code === 'predikat')!.weight]
    })
  expect(await weightIn(before)).toEqual(['2025-1', 60])
  expect(await weightIn(after)).toEqual(['2026-3', 65])
})

it('A cycle without a map follows a version approved after it was opened', async () => {
  const { id: cycleId } = await run(author, openCycle, {
    name: 'Siklus Januari',
    asOf: '2027-01-15',
    ruleCode: 'BKN-SIMATA',
  })
  const version = async () => (await agency.database.as(author, db => findCycle(db, cycleId)))?.rule_version
  expect(await version()).toBe('2026-3')
  const id = await drafted('2026-6', '2026-12-20')
  await reweigh(id, { penghargaan: '12', predikat: '63' })
  await run(author, submitPolicy, { policyId: id })
  await run(second, decidePolicy, { policyId: id, decision: 'approved', reason: 'Perbup perubahan sudah terbit.' })
  expect(await version()).toBe('2026-6')
})

it('A later version ends the one before it the day before, and never begins earlier', async () => {
  const approve = async (version: string, from: string) => {
    const id = await drafted(version, from)
    await reweigh(id, { penghargaan: '5', predikat: '70' })
    await run(author, submitPolicy, { policyId: id })
    await run(second, decidePolicy, { policyId: id, decision: 'approved', reason: 'Perbup perubahan sudah terbit.' })
    return id
  }
  await expect(approve('2026-9', '2026-12-01')).rejects.toMatchObject({ code: 'talent.policy.before-last' })
  await approve('2027-1', '2027-01-01')
  const versions = await agency.database.as(author, db => listPolicies(db, '2027-01-01'))
  expect(versions.find(p => p.version === '2026-6')).toMatchObject({ standing: 'replaced', validUntil: '2026-12-31' })
  expect(versions.find(p => p.version === '2026-3')).toMatchObject({ standing: 'replaced', validUntil: '2026-12-19' })
  expect(versions.find(p => p.version === '2027-1')).toMatchObject({ standing: 'holding', validUntil: null })
  expect(versions.find(p => p.id === 'BKN-SIMATA~2025-1')!.standing).toBe('replaced')
})

it('A draft made from a version that was replaced meanwhile names the one it would take the place of', async () => {
  const id = await drafted('2027-9', '2027-06-01')
  const policies = await agency.database.as(author, db => listPolicies(db, author.on))
  const draft = policies.find(p => p.id === id)!
  expect(draft.basedOn).toBe('BKN-SIMATA~2025-1')
  expect(replacedBy(policies, draft)?.version).toBe('2027-1')
})

it('A refused version stays as it was, with the reason, and can be drafted from anew', async () => {
  const id = await drafted('2026-4')
  await reweigh(id, { penghargaan: '0', predikat: '75' })
  await run(author, submitPolicy, { policyId: id })
  await run({ ...agency.actor('leader'), name: 'Bupati' }, decidePolicy, {
    policyId: id,
    decision: 'refused',
    reason: 'Penghargaan tetap dinilai menurut keputusan BKN.',
  })
  expect(await read(author, id)).toMatchObject({ standing: 'refused', decisionReason: expect.stringContaining('BKN') })
  const { id: again } = await run(author, draftPolicy, {
    from: id,
    version: '2026-4',
    legalBasis: 'Perbup 71/2026 tentang Manajemen Talenta',
    validFrom: '2027-06-01',
    purpose: 'Diperbaiki menurut alasan penolakan.',
  })
  expect((await read(author, again))!.rules.parts.find(p => p.code === 'predikat')!.weight).toBe(75)
})

it('Drafts are read by those who write, decide and audit; everybody reads what was approved; another agency reads nothing', async () => {
  const seen = async (actor: Actor) => ({
    drafts: (await agency.database.as(actor, db => db.rows(sql`select 1 from talent.policy_versions`))).length > 0,
    approved: (await agency.database.as(actor, db => listPolicies(db, actor.on))).some(p => p.version === '2026-3'),
  })
  for (const role of ['hr_officer', 'leader', 'auditor'] as const)
    expect(await seen(agency.actor(role)), role).toEqual({ drafts: true, approved: true })
  for (const role of ['committee', 'supervisor', 'asn', 'visitor', 'admin'] as const)
    expect(await seen(agency.actor(role)), role).toEqual({ drafts: false, approved: true })
  expect(await seen({ ...agency.actor('hr_officer'), agencyId: randomUUID() })).toEqual({
    drafts: false,
    approved: false,
  })
  await expect(run(agency.actor('committee'), draftPolicy, {})).rejects.toMatchObject({ code: 'access.not-allowed' })
})

it('Every step stands in the audit trail under its version', async () => {
  const acts = await agency.database.as(agency.actor('auditor'), db =>
    db.rows<{ action: string }>(
      sql`select distinct action from platform.audit_entries where subject_kind in ('talent.policy', 'platform.rule-set') order by action`,
    ),
  )
  expect(acts.map(a => a.action)).toEqual([
    'change-policy',
    'decide-policy',
    'draft-policy',
    'keep-rule-version',
    'submit-policy',
    'withdraw-policy',
  ])
})
