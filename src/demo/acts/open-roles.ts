import type { Role } from '#platform/access/actor.ts'
import { openAccounts } from '#platform/access/set-up-agency.ts'
import { sql } from '#platform/database/database.ts'
import type { Acts, Who } from './actors.ts'

type Found = { id: string; name: string; title: string; unit: string; supervisor: string | null }

/** The people of the story who act, by what they are in it. */
export type Cast = {
  asn: Who
  supervisor: Who
  officer: Who
  committee: Who
  /** The whole talent committee: chair, secretary (the committee's door), members. */
  seats: { chair: Who; secretary: Who; members: Who[] }
  leader: Who
  facilitator: Who
  auditor: Who
  dpo: Who
  admin: Who
  /** Any employee as an actor. */
  employee(id: string): Who
}

const actorOf = (accountId: string | null, person: { id: string; name: string } | null, name: string): Who => ({
  accountId,
  employeeId: person?.id ?? null,
  name,
})

/** One ready person per role, opened in the order of the doors on the role chooser. */
export const openRoles = async (acts: Acts, step: (line: string) => void): Promise<Cast> => {
  const people = await acts.rows<Found>(
    sql`select p.id, p.name, p.position_name as title, p.unit_short_name as unit, p.supervisor_id as supervisor from workforce.v_people p
      where p.tier in ('JPT Pratama', 'Administrator', 'Pengawas') or p.position_name like 'Pranata Komputer%' or p.position_name like 'Analis SDM%' order by p.nip`,
  )
  const find = (test: (p: Found) => boolean): Found => {
    const found = people.find(test)
    if (!found) throw new Error('The demo lacks a person for a role.')
    return found
  }
  const asn = find(p => p.name === 'Dimas Anggara')
  const supervisor = find(p => p.name === 'Ratna Wulandari')
  const officer = find(p => p.name === 'Wulan Sari')
  const committee = find(p => p.unit === 'Setda' && p.title.startsWith('Asisten Administrasi'))
  const facilitator = find(p => p.name === 'Agus Setiawan')
  const auditor = find(p => p.unit === 'Inspektorat' && p.title === 'Inspektur Pembantu I')
  const dpo = find(p => p.unit === 'Diskominfo' && p.title.startsWith('Kepala Bidang Komunikasi'))
  const admin = find(p => p.unit === 'Diskominfo' && p.title.startsWith('Kepala Bidang Informatika'))
  const head = (unit: string) => people.find(p => p.unit === unit && p.supervisor === chair.id)
  const chair = find(p => p.unit === 'Setda' && p.title === 'Sekretaris Daerah')
  const members = [
    ...people.filter(p => p.unit === 'Setda' && p.title.startsWith('Asisten ') && p.supervisor === chair.id),
    ...['Inspektorat', 'BKPSDM', 'Bappeda', 'BPKAD', 'DPUPR', 'Dinkes', 'Disdikbud'].map(head),
  ].filter((p): p is Found => p !== undefined && p.id !== committee.id)
  const seated = new Set([chair, ...members].map(p => p.id))
  const heads = people.filter(p => people.some(q => q.supervisor === p.id) && p.id !== supervisor.id)
  const wanted: [Found | null, string, Role[]][] = [
    [asn, asn.name, []],
    [supervisor, supervisor.name, ['supervisor']],
    [officer, officer.name, ['hr_officer']],
    [committee, committee.name, ['committee']],
    [null, 'Bupati Contoh', ['leader']],
    [facilitator, facilitator.name, ['facilitator']],
    [auditor, auditor.name, ['auditor']],
    [dpo, dpo.name, ['dpo']],
    [admin, admin.name, ['admin']],
    ...heads
      .filter(h => ![officer, committee, facilitator, auditor, dpo, admin].includes(h))
      .map((h): [Found, string, Role[]] => [
        h,
        h.name,
        seated.has(h.id) ? ['supervisor', 'committee'] : ['supervisor'],
      ]),
    ...[chair, ...members]
      .filter(m => !heads.includes(m) && ![officer, committee, facilitator, auditor, dpo, admin].includes(m))
      .map((m): [Found, string, Role[]] => [m, m.name, ['committee']]),
  ]
  await acts.asSystem('2025-06-02', openAccounts, {
    accounts: wanted.map(([person, name, roles]) => ({ employeeId: person?.id ?? null, name, roles })),
  })
  const accounts = await acts.rows<{ id: string; employee: string | null; name: string }>(
    sql`select id, employee_id as employee, name from platform.v_accounts`,
  )
  const whoOf = (person: Found | null, name: string): Who =>
    actorOf(accounts.find(a => (person ? a.employee === person.id : a.name === name))?.id ?? null, person, name)
  step(`Akun dibuka untuk ${wanted.length} orang dengan 9 peran.`)
  const names = new Map(people.map(p => [p.id, p.name]))
  return {
    asn: whoOf(asn, asn.name),
    supervisor: whoOf(supervisor, supervisor.name),
    officer: whoOf(officer, officer.name),
    committee: whoOf(committee, committee.name),
    seats: {
      chair: whoOf(chair, chair.name),
      secretary: whoOf(committee, committee.name),
      members: members.slice(0, 7).map(m => whoOf(m, m.name)),
    },
    leader: whoOf(null, 'Bupati Contoh'),
    facilitator: whoOf(facilitator, facilitator.name),
    auditor: whoOf(auditor, auditor.name),
    dpo: whoOf(dpo, dpo.name),
    admin: whoOf(admin, admin.name),
    employee: id => ({
      accountId: accounts.find(a => a.employee === id)?.id ?? null,
      employeeId: id,
      name: names.get(id) ?? 'Pegawai',
    }),
  }
}
