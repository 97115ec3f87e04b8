import { z } from 'zod'
import { formatDay } from '#core/text/format.ts'
import type { Day } from '#core/values/day.ts'
import { sql } from '#platform/database/database.ts'
import { notify } from '#platform/message/notify.ts'
import { field, useCase } from '#platform/use-case.ts'
import { findCycle, stages, stageWords } from '../cycle/cycle.ts'
import { errors } from '../errors.ts'
import { remindsOn } from './cycle-board.model.ts'
import { cycleRules } from './cycle-board.rules.ts'
import { listSteps } from './cycle-board.store.ts'

/** Keeps what was found of each condition of readiness; "met" asks for the document that shows it. */
export const checkReadiness = useCase({
  name: 'check-readiness',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.cycle_checks'],
  input: z.object({
    cycleId: field.id('Siklus'),
    checks: z
      .array(
        z.object({
          code: z.string().min(1),
          state: z.enum(['met', 'not-met', 'not-applicable'], { error: 'Pilih keadaannya.' }),
          evidence: z.string().trim().max(300).nullish(),
          note: z.string().trim().max(500).nullish(),
        }),
      )
      .min(1, { error: 'Isi sedikitnya satu syarat.' }),
  }),
  async run({ input, db, actor, on, note }) {
    const cycle = await findCycle(db, input.cycleId)
    if (!cycle) throw errors.cycle.notFound()
    const known = cycleRules.on(cycle.as_of).body.checks
    for (const check of input.checks) {
      const rule = known.find(k => k.code === check.code)
      if (!rule) throw errors.cycle.checkUnknown(check.code)
      if (check.state === 'met' && !check.evidence) throw errors.cycle.evidenceMissing(rule.code, rule.label)
      if (check.state === 'not-applicable' && !check.note) throw errors.cycle.reasonMissing(rule.code, rule.label)
    }
    await db.insert(
      'talent.cycle_checks',
      input.checks.map(c => ({
        agency_id: actor.agencyId,
        cycle_id: cycle.id,
        code: c.code,
        state: c.state,
        evidence: c.evidence ?? null,
        note: c.note ?? null,
        checked_by_name: actor.name,
        checked_on: on,
      })),
      'on conflict (agency_id, cycle_id, code) do update set state = excluded.state, evidence = excluded.evidence, note = excluded.note, checked_by_name = excluded.checked_by_name, checked_on = excluded.checked_on',
    )
    note({
      subjectKind: 'talent.cycle',
      subjectId: cycle.id,
      detail: { checks: input.checks.map(c => `${c.code}:${c.state}`) },
    })
  },
})

/** Says who does what of a stage by when; that person is told, and reminded as the rule set says. */
export const planStep = useCase({
  name: 'plan-step',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  reads: ['workforce.employees', 'workforce.units', 'workforce.positions'],
  writes: ['talent.cycle_steps', 'platform.notices'],
  input: z.object({
    cycleId: field.id('Siklus'),
    stage: z.enum(stages, { error: 'Pilih tahap.' }),
    dueOn: field.day('Batas waktu'),
    ownerNip: z
      .string({ error: 'NIP penanggung jawab wajib diisi.' })
      .trim()
      .regex(/^\d{18}$/, { error: 'NIP harus 18 angka, tanpa spasi.' }),
    task: field.text('Tugas', 300),
  }),
  async run({ input, db, actor, note }) {
    const cycle = await findCycle(db, input.cycleId)
    if (!cycle) throw errors.cycle.notFound()
    const owner = await db.find<{ id: string }>(
      sql`select id from workforce.v_people where nip = ${input.ownerNip} and state = 'active'`,
    )
    if (!owner) throw errors.cycle.ownerUnknown(input.ownerNip)
    await db.insert(
      'talent.cycle_steps',
      [
        {
          agency_id: actor.agencyId,
          cycle_id: cycle.id,
          stage: input.stage,
          due_on: input.dueOn,
          owner_id: owner.id,
          task: input.task,
        },
      ],
      'on conflict (agency_id, cycle_id, stage) do update set due_on = excluded.due_on, owner_id = excluded.owner_id, task = excluded.task',
    )
    await notify(db, [
      {
        employeeId: owner.id,
        text: `${cycle.name}, tahap ${stageWords[input.stage].toLowerCase()}: ${input.task} Batas ${formatDay(input.dueOn as Day)}.`,
        textEn: `${cycle.name}: ${input.task} Due ${formatDay(input.dueOn as Day, 'long', 'en')}.`,
        href: '/',
      },
    ])
    note({ subjectKind: 'talent.cycle', subjectId: cycle.id, employeeId: owner.id, detail: { stage: input.stage } })
  },
})

/** Each night: whoever owns a step that is not done is reminded on the days of the rule set. */
export const remindSteps = useCase({
  name: 'remind-steps',
  room: 'talent',
  permission: { system: 'agency' },
  reads: ['talent.cycles', 'talent.cycle_steps', 'workforce.employees', 'workforce.units', 'workforce.positions'],
  writes: ['platform.notices'],
  input: z.object({}),
  async run({ db, on, note }) {
    const { body } = cycleRules.on(on)
    const open = await db.rows<{ id: string; name: string; state: (typeof stages)[number] }>(
      sql`select id, name, state from talent.cycles where state <> 'TUTUP'`,
    )
    let told = 0
    for (const cycle of open)
      for (const step of await listSteps(db, cycle.id))
        if (stages.indexOf(step.stage) >= stages.indexOf(cycle.state) && remindsOn(step.due_on, on, body))
          told += await notify(db, [
            {
              employeeId: step.owner_id,
              text: `${step.due_on < on ? 'Lewat batas' : 'Pengingat'}: ${step.task} Batas ${formatDay(step.due_on)}, ${cycle.name}.`,
              textEn: `${step.due_on < on ? 'Overdue' : 'Reminder'}: ${step.task} Due ${formatDay(step.due_on, 'long', 'en')}, ${cycle.name}.`,
              href: '/',
            },
          ])
    note({ subjectKind: 'talent.cycle', detail: { told } })
    return { told }
  },
})

/** Keeps evidence for the national approval as it arises: readiness score, ekspose, pleno, approval, the PPK's decree. */
export const recordCycleEvidence = useCase({
  name: 'record-cycle-evidence',
  room: 'talent',
  permission: { hr_officer: 'agency' },
  writes: ['talent.cycle_evidence'],
  input: z.object({
    cycleId: field.id('Siklus'),
    kind: z.enum(['readiness-score', 'ekspose', 'pleno', 'approval', 'ppk-decree', 'report'], {
      error: 'Pilih jenis bukti.',
    }),
    happenedOn: field.day('Tanggal'),
    reference: field.text('Nomor atau judul dokumen', 200),
    score: z.coerce
      .number({ error: 'Nilai harus berupa angka.' })
      .min(0, { error: 'Nilai paling sedikit 0.' })
      .max(100, { error: 'Nilai paling banyak 100.' })
      .nullish(),
    note: z.string().trim().max(500).nullish(),
  }),
  async run({ input, db, actor, on, newId, note }) {
    const cycle = await findCycle(db, input.cycleId)
    if (!cycle) throw errors.cycle.notFound()
    if (input.happenedOn > on) throw errors.cycle.evidenceInFuture()
    if (input.kind === 'readiness-score' && input.score == null) throw errors.cycle.scoreMissing()
    const id = newId()
    await db.insert('talent.cycle_evidence', [
      {
        agency_id: actor.agencyId,
        id,
        cycle_id: cycle.id,
        kind: input.kind,
        happened_on: input.happenedOn,
        reference: input.reference,
        score: input.kind === 'readiness-score' ? input.score : null,
        note: input.note ?? null,
        recorded_by_name: actor.name,
      },
    ])
    note({ subjectKind: 'talent.cycle', subjectId: cycle.id, detail: { kind: input.kind, reference: input.reference } })
    return { id }
  },
})
