import { z } from 'zod'
import { sql } from '#platform/database/database.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'

const nip = (what: string) =>
  z
    .string({ error: `${what} wajib diisi.` })
    .trim()
    .regex(/^\d{18}$/, { error: `${what} harus 18 angka, tanpa spasi.` })

/** Keeps a talent committee as its decree (SK) names it: of the agency, or of one perangkat daerah. */
export const formCommittee = useCase({
  name: 'form-committee',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  reads: ['workforce.units', 'workforce.positions', 'workforce.employees'],
  writes: ['talent.committees', 'talent.committee_members'],
  input: z.object({
    name: field.text('Nama komite', 160),
    unitId: field.id('Perangkat daerah').nullish(),
    decree: field.text('Nomor SK', 120),
    decreedOn: field.day('Tanggal SK'),
    validUntil: field.day('Berlaku sampai').nullish(),
    chair: nip('NIP ketua'),
    secretary: nip('NIP sekretaris'),
    /** NIPs, one a line. */
    members: z
      .string({ error: 'NIP anggota wajib diisi.' })
      .transform(text => text.split(/[\s,;]+/).filter(Boolean))
      .refine(list => list.length > 0, { error: 'Tulis sedikitnya satu NIP anggota, satu per baris.' })
      .refine(list => list.length <= 60, { error: 'Paling banyak 60 anggota.' }),
  }),
  async run({ input, db, actor, newId, note, announce }) {
    if (await db.find(sql`select 1 from talent.committees where name = ${input.name}`))
      throw errors.committee.nameTaken()
    const seats = [
      { nip: input.chair, seat: 'chair' },
      { nip: input.secretary, seat: 'secretary' },
      ...input.members.map(m => ({ nip: m, seat: 'member' })),
    ]
    const twice = seats.find((s, i) => seats.findIndex(t => t.nip === s.nip) !== i)
    if (twice) throw errors.committee.twice(twice.nip)
    const people = new Map(
      (
        await db.rows<{ id: string; nip: string }>(
          sql`select id, nip from workforce.v_people where state = 'active' and nip = any (${seats.map(s => s.nip)})`,
        )
      ).map(p => [p.nip, p.id]),
    )
    const unknown = seats.filter(s => !people.has(s.nip)).map(s => s.nip)
    if (unknown.length > 0) throw errors.committee.unknownPeople(unknown)
    const id = newId()
    await db.insert('talent.committees', [
      {
        agency_id: actor.agencyId,
        id,
        name: input.name,
        unit_id: input.unitId ?? null,
        decree: input.decree,
        decreed_on: input.decreedOn,
        valid_until: input.validUntil ?? null,
      },
    ])
    await db.insert(
      'talent.committee_members',
      seats.map(s => ({ agency_id: actor.agencyId, committee_id: id, employee_id: people.get(s.nip), seat: s.seat })),
    )
    note({ subjectKind: 'talent.committee', subjectId: id, reason: input.decree, detail: { seats: seats.length } })
    announce({ type: 'CommitteeFormed', payload: { committeeId: id } })
    return { id }
  },
})
