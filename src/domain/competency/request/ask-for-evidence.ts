import { z } from 'zod'
import { addDays } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { errors } from '../errors.ts'
import { evidenceRules } from '../evidence/evidence.rules.ts'
import type { Supplier } from '../evidence/fuse-competency.model.ts'
import { gapsOf } from '../gap/profile.store.ts'

type Person = {
  id: string
  name: string
  post: string
  tier: string | null
  supervisor_id: string | null
}

/**
 * Turns "nobody knows this level" into a task for whoever can supply it: the supervisor rates, the assessment centre
 * measures, the person renews a paper of her own. What is known, not asked for by the post, or asked already is left alone.
 */
export const askForEvidence = useCase({
  name: 'ask-for-evidence',
  room: 'competency',
  permission: { hr_officer: 'agency', asn: 'own' },
  reads: [
    'workforce.employees',
    'competency.competencies',
    'competency.requirements',
    'competency.position_standards',
    'competency.assessments',
    'competency.assessment_levels',
    'competency.evidence',
  ],
  writes: ['competency.evidence_requests', 'platform.notices'],
  input: z
    .object({
      employeeId: field.id('Pegawai').nullish(),
      unitId: field.id('Unit').nullish(),
      /** Absent: every competency of the post's standard. */
      code: z.string().nullish(),
    })
    .refine(v => v.employeeId || v.unitId, { error: 'Sebutkan orang atau unitnya.' }),
  async run({ input, db, actor, on, newId, note }) {
    const people = await db.rows<Person>(
      sql`select id, name, position_name as post, tier, supervisor_id from workforce.v_people
        where state = 'active' and position_name is not null
          and (${input.employeeId ?? null}::uuid is null or id = ${input.employeeId ?? null}::uuid)
          and (${input.unitId ?? null}::uuid is null or unit_id = ${input.unitId ?? null}::uuid) order by id`,
    )
    const gaps = await gapsOf(
      db,
      people.map(p => ({ id: p.id, post: { id: null, name: p.post, tier: p.tier } })),
    )
    const { ask } = evidenceRules.on(on).body
    const competencies = new Map(
      (
        await db.rows<{ id: string; code: string; name: string; kind: keyof typeof ask.supplier }>(
          sql`select id, code, name, kind from competency.competencies`,
        )
      ).map(c => [c.code, c]),
    )
    const asked = new Set(
      (
        await db.rows<{ key: string }>(
          sql`select employee_id::text || competency_id::text as key from competency.evidence_requests where state = 'open' and employee_id = any (${people.map(p => p.id)})`,
        )
      ).map(r => r.key),
    )
    const dueOn = addDays(on, ask.days)
    const rows = people.flatMap(p =>
      (gaps.get(p.id)?.profile.gaps ?? []).flatMap(g => {
        const competency = competencies.get(g.code)
        const isWanted = !input.code || g.code === input.code
        if (!competency || !isWanted || g.state !== 'unknown' || asked.has(p.id + competency.id)) return []
        const isExpired = g.level.state === 'expired'
        const last = g.bySource.find(s => s.isExpired)
        const byRule = ask.supplier[competency.kind]
        // A paper of her own that ran out is hers to renew; nobody rates whoever has no supervisor.
        const askedOf: Supplier =
          isExpired && last?.source === 'certificate'
            ? 'person'
            : byRule === 'supervisor' && p.supervisor_id === null
              ? 'provider'
              : byRule
        return [
          {
            person: p,
            name: competency.name,
            row: {
              agency_id: actor.agencyId,
              id: newId(),
              employee_id: p.id,
              competency_id: competency.id,
              asked_of: askedOf,
              why: isExpired ? 'expired' : g.action === 'perlu verifikasi' ? 'contradictory' : 'unknown',
              state: 'open',
              asked_by_name: actor.name,
              asked_on: on,
              due_on: dueOn,
            },
          },
        ]
      }),
    )
    if (rows.length === 0) throw errors.request.nothing()
    await db.insert(
      'competency.evidence_requests',
      rows.map(r => r.row),
    )
    const toSupervisor = Map.groupBy(
      rows.filter(r => r.row.asked_of === 'supervisor'),
      r => r.person.supervisor_id as string,
    )
    const toPerson = Map.groupBy(
      rows.filter(r => r.row.asked_of === 'person'),
      r => r.person.id,
    )
    const names = (list: typeof rows) => [...new Set(list.map(r => r.name))].slice(0, 3).join(', ')
    // A person asks for herself: her supervisor finds it in the queue, she needs no notice of her own act.
    const told = actor.role === 'hr_officer' ? [...toSupervisor] : []
    await notify(db, [
      ...told.map(([employeeId, list]) => ({
        employeeId,
        text: `${new Set(list.map(r => r.person.id)).size} orang tim Anda menunggu penilaian ${names(list)}. Kira-kira ${list.length * 2} menit.`,
        textEn: `${new Set(list.map(r => r.person.id)).size} people of your team wait for a rating of ${names(list)}. About ${list.length * 2} minutes.`,
        href: '/kompetensi/permintaan',
      })),
      ...(actor.role === 'hr_officer' ? [...toPerson] : []).map(([employeeId, list]) => ({
        employeeId,
        text: `Bukti ${names(list)} Anda sudah habis masa berlakunya. Unggah yang baru bila ada.`,
        textEn: `Your evidence of ${names(list)} has expired. Hand in the new paper if you have one.`,
        href: '/kompetensi/bukti/baru',
      })),
    ])
    const count = (of: Supplier) => rows.filter(r => r.row.asked_of === of).length
    const sent = { supervisor: count('supervisor'), person: count('person'), provider: count('provider') }
    note({
      subjectKind: 'competency.evidence-request',
      employeeId: input.employeeId ?? null,
      detail: { ...sent, unitId: input.unitId ?? null, code: input.code ?? null },
    })
    return sent
  },
})
