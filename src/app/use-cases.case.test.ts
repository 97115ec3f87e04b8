import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerGoal } from '#domain/planning/goal/register-goal.ts'
import { openCycle } from '#domain/talent/cycle/open-cycle.ts'
import { sql } from '#platform/database/database.ts'
import { anAgency, type TestAgency } from '#platform/database/testing/agency.ts'
import { execute } from '#platform/use-case.ts'
import { useCases } from './use-cases.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency(useCases)
})
afterAll(() => agency.close())

const entries = () =>
  agency.database.as(agency.actor('auditor'), db =>
    db.one<{ n: number }>(sql`select count(*)::int as n from platform.audit_entries`),
  )

it('Every use case has a name of its own, a verb phrase in kebab-case', () => {
  expect(new Set(useCases.map(u => u.name)).size).toBe(useCases.length)
  for (const u of useCases) expect(u.name).toMatch(/^[a-z]+(-[a-z0-9]+)+$/)
})

it('Whoever calls another use case is named by it', () => {
  const names = new Set(useCases.map(u => u.name))
  for (const u of useCases)
    for (const caller of u.calledBy ?? []) expect(names, `${u.name} names ${caller}`).toContain(caller)
})

describe('An outsider', () => {
  it('is refused by every use case, and nothing is written', async () => {
    const before = await entries()
    for (const u of useCases)
      await expect(execute(agency.database, agency.actor('visitor'), u, {}), u.name).rejects.toMatchObject({
        code: 'access.not-allowed',
      })
    expect(await entries()).toEqual(before)
  })
})

describe('Bad input', () => {
  it('is refused by name before anything is written, in every use case a role may start', async () => {
    const before = await entries()
    for (const u of useCases) {
      const role = Object.keys(u.permission)[0] as Parameters<TestAgency['actor']>[0] | undefined
      if (!role) continue
      await expect(
        execute(agency.database, agency.actor(role, role === 'system' ? null : crypto.randomUUID()), u, 'bukan isian'),
        u.name,
      ).rejects.toMatchObject({ name: 'Refusal' })
    }
    expect(await entries()).toEqual(before)
  })
})

it('The same request twice acts once, and leaves one entry in the audit trail', async () => {
  const hr = agency.actor('hr_officer')
  const before = await entries()
  const input = { name: 'Infrastruktur tepat waktu', basis: 'RPJMD 2025-2029', weight: 3 }
  const first = await execute(agency.database, hr, registerGoal, input, { requestKey: 'formulir-1' })
  const second = await execute(agency.database, hr, registerGoal, input, { requestKey: 'formulir-1' })
  expect(second).toEqual(first)
  expect((await entries()).n).toBe(before.n + 1)
})

it('A refusal in the middle leaves nothing half-written', async () => {
  const hr = agency.actor('hr_officer')
  await execute(agency.database, hr, openCycle, { name: 'Siklus uji', asOf: '2026-11-24', ruleCode: 'BKN-SIMATA' })
  const before = await entries()
  await expect(
    execute(agency.database, hr, openCycle, { name: 'Siklus uji', asOf: '2026-11-24', ruleCode: 'BKN-SIMATA' }),
  ).rejects.toMatchObject({ code: 'talent.cycle.name-taken' })
  expect(await entries()).toEqual(before)
})
