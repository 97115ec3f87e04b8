import { randomUUID } from 'node:crypto'
import { systemActor } from '#platform/access/actor.ts'
import { setUpAgency } from '#platform/access/set-up-agency.ts'
import { passwordProblem, type SignIn } from '#platform/access/sign-in.ts'
import type { Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { execute } from '#platform/use-case.ts'
import { type ModuleName, moduleNames } from '#platform/web/screen.ts'
import { dayOfAgency } from '../shell/visit.ts'

export type NewAgency = {
  name: string
  shortName: string
  kind: string
  timeZone: string
  ruleCode: string | null
  tiers: string[]
  modules: string[]
  administrator: { name: string; nip: string; password: string } | null
}

/** Founds an agency and its first administrator: the set-up page, the screen for a second agency and the CLI all come here. */
export const foundAgency = async (
  { database, signIn }: { database: Database; signIn: SignIn },
  agency: NewAgency,
): Promise<{ agencyId: string }> => {
  const { administrator } = agency
  if (administrator) {
    const fields: Record<string, string> = {}
    if (!/^[a-z0-9._-]{3,60}$/i.test(administrator.nip))
      fields.nip = 'Tuliskan NIP 18 angka, atau nama masuk dari huruf kecil, angka, dan titik.'
    const problem = passwordProblem(administrator.password, administrator.nip)
    if (problem) fields.sandi = problem
    if (Object.keys(fields).length > 0)
      throw new Refusal('input.invalid', 'Ada isian yang perlu diperbaiki.', { fields })
  }
  const agencyId = randomUUID()
  const input = {
    name: agency.name,
    shortName: agency.shortName,
    kind: agency.kind,
    timeZone: agency.timeZone,
    scope: { ruleCode: agency.ruleCode, tiers: agency.tiers },
    modules: moduleNames.filter(name => agency.modules.includes(name)) as ModuleName[],
    administrator: administrator
      ? {
          accountId: randomUUID(),
          userId: await signIn.openUser({
            username: administrator.nip,
            name: administrator.name,
            password: administrator.password,
          }),
          name: administrator.name,
        }
      : null,
  }
  const on = dayOfAgency({ timeZone: agency.timeZone || 'Asia/Jakarta', todayOn: null })
  await execute(database, systemActor(agencyId, on), setUpAgency, input)
  return { agencyId }
}
