import { z } from 'zod'
import { idsOfNips, type RegisterResult, type RowRefusal, unknownPerson } from '#domain/workforce/register-result.ts'
import { sql } from '#platform/database/database.ts'
import { type Row, type RowChange, rowsAsJson, saveRows } from '#platform/database/save-rows.ts'
import { useCase } from '#platform/use-case.ts'

const line = z.number().int()

export const programmeRecordsInput = z.object({
  programmeId: z.string().uuid(),
  results: z.array(
    z.object({
      line,
      nip: z.string(),
      moduleCode: z.string(),
      jp: z.number().nullish(),
      attendedJp: z.number().nullish(),
      scoreBefore: z.number().nullish(),
      scoreAfter: z.number().nullish(),
      certificate: z.string().nullish(),
    }),
  ),
  meetings: z.array(
    z.object({
      line,
      nip: z.string(),
      kind: z.enum(['coaching', 'mentoring']),
      heldOn: z.string(),
      guideNip: z.string().nullish(),
      topic: z.string(),
    }),
  ),
  assignments: z.array(
    z.object({
      line,
      nip: z.string(),
      code: z.string(),
      title: z.string(),
      value: z.number().int().nullish(),
      startsOn: z.string().nullish(),
      dueOn: z.string(),
      finishedOn: z.string().nullish(),
      result: z.string().nullish(),
      isStopped: z.boolean().default(false),
    }),
  ),
  followUps: z.array(
    z.object({
      line,
      nip: z.string(),
      behaviourCode: z.string(),
      statement: z.string(),
      dayNumber: z.union([z.literal(0), z.literal(30), z.literal(60), z.literal(90), z.literal(180)]),
      answeredOn: z.string().nullish(),
      rater: z.enum(['supervisor', 'peer', 'self']),
      /** 1-4; null: asked, and no value came. */
      value: z.number().int().min(1).max(4).nullable(),
    }),
  ),
  reactions: z.array(
    z.object({
      line,
      item: z.string(),
      mean: z.number().nullable(),
      answers: z.number().int(),
      scaleMax: z.number().int(),
    }),
  ),
})

/** Brings what a programme already lived through: results, meetings, lab projects, follow-up ratings and satisfaction. */
export const registerProgrammeRecords = useCase({
  name: 'register-programme-records',
  room: 'delivery',
  permission: { hr_officer: 'agency', system: 'agency' },
  calledBy: ['apply-import', 'judge-import'],
  reads: ['planning.modules', 'planning.plans', 'planning.plan_items', 'planning.programmes', 'workforce.employees'],
  writes: [
    'delivery.classes',
    'delivery.enrolments',
    'delivery.meetings',
    'delivery.assignments',
    'delivery.behaviours',
    'delivery.follow_ups',
    'delivery.reactions',
  ],
  input: programmeRecordsInput,
  async run({ input, db, on, newId, note, announce }): Promise<RegisterResult> {
    const { programmeId } = input
    const refusals: RowRefusal[] = []
    const changes: RowChange[] = []
    const all = [...input.results, ...input.meetings, ...input.assignments, ...input.followUps]
    const ids = await idsOfNips(db, [...all.map(r => r.nip), ...input.meetings.flatMap(m => m.guideNip ?? [])])
    for (const row of all) if (!ids.has(row.nip)) refusals.push(unknownPerson(row.line, row.nip))
    const known = <T extends { nip: string }>(rows: readonly T[]) => rows.filter(r => ids.has(r.nip))
    const names = new Map(
      (
        await db.rows<{ id: string; name: string; supervisor_id: string | null }>(
          sql`select id, name, supervisor_id from workforce.v_people where id = any (${[...ids.values()]})`,
        )
      ).map(p => [p.id, p]),
    )

    // A class per module, as long as the plans that hold it say.
    const results = known(input.results)
    const modules = await db.rows<{
      id: string
      code: string
      name: string
      jp: number | null
      starts_on: string | null
      ends_on: string | null
    }>(
      sql`select m.id, m.code, m.name, m.jp, min(i.starts_on) as starts_on, max(i.ends_on) as ends_on from planning.v_modules m
        left join planning.v_plan_items i on i.agency_id = m.agency_id and i.module_id = m.id
          and i.plan_id in (select id from planning.v_plans where programme_id = ${programmeId})
        where m.code = any (${[...new Set(results.map(r => r.moduleCode))]}) group by m.id, m.code, m.name, m.jp`,
    )
    const moduleByCode = new Map(modules.map(m => [m.code, m]))
    const dated = modules.filter(m => m.starts_on && m.ends_on)
    const firstLine = (code: string) => results.find(r => r.moduleCode === code)?.line ?? -1
    const classChanges = await saveRows(db, 'delivery.classes', {
      rows: dated.map(m => ({
        module_id: m.id,
        programme_id: programmeId,
        name: m.name,
        starts_on: m.starts_on,
        ends_on: m.ends_on,
        jp: results.find(r => r.moduleCode === m.code)?.jp ?? m.jp,
        state: String(m.ends_on) < on ? 'done' : 'running',
      })),
      existing: await rowsAsJson(db, 'delivery.classes', sql`t.programme_id = ${programmeId}`),
      keyOf: r => String(r.module_id),
      newId,
    })
    changes.push(...classChanges.map(c => ({ ...c, line: firstLine(dated[c.line].code) })))
    const classOf = new Map(classChanges.map(c => [String(c.after?.module_id), c.after as Row]))
    const planItems = new Map(
      (
        await db.rows<{ id: string; employee_id: string; module_id: string }>(
          sql`select i.id, i.employee_id, i.module_id from planning.v_plan_items i join planning.v_plans p on p.agency_id = i.agency_id and p.id = i.plan_id
            where p.programme_id = ${programmeId} and i.module_id is not null`,
        )
      ).map(i => [`${i.employee_id}|${i.module_id}`, i.id]),
    )
    const taught = results.filter(r => classOf.has(moduleByCode.get(r.moduleCode)?.id ?? ''))
    const enrolmentChanges = await saveRows(db, 'delivery.enrolments', {
      rows: taught.map(r => {
        const moduleId = String(moduleByCode.get(r.moduleCode)?.id)
        const course = classOf.get(moduleId) as Row
        const employeeId = String(ids.get(r.nip))
        return {
          class_id: course.id,
          employee_id: employeeId,
          plan_item_id: planItems.get(`${employeeId}|${moduleId}`) ?? null,
          state: r.certificate
            ? 'passed'
            : r.attendedJp === null || r.attendedJp === undefined
              ? 'enrolled'
              : 'attending',
          attended_jp: r.attendedJp ?? null,
          score_before: r.scoreBefore ?? null,
          score_after: r.scoreAfter ?? null,
          completed_on: r.certificate ? course.ends_on : null,
        }
      }),
      existing: await rowsAsJson(
        db,
        'delivery.enrolments',
        sql`t.class_id = any (${[...classOf.values()].map(c => String(c.id))})`,
      ),
      keyOf: r => `${r.class_id}|${r.employee_id}`,
      newId,
    })
    changes.push(...enrolmentChanges.map(c => ({ ...c, line: taught[c.line].line })))

    const meetings = known(input.meetings)
    const meetingChanges = await saveRows(db, 'delivery.meetings', {
      rows: meetings.map(m => {
        const guideId = m.guideNip ? (ids.get(m.guideNip) ?? null) : null
        return {
          kind: m.kind,
          programme_id: programmeId,
          employee_id: ids.get(m.nip),
          guide_id: guideId,
          guide_name: (guideId && names.get(guideId)?.name) || m.guideNip || 'Tidak dicatat',
          held_on: m.heldOn,
          topic: m.topic,
          is_confirmed: true,
        }
      }),
      existing: await rowsAsJson(db, 'delivery.meetings', sql`t.programme_id = ${programmeId}`),
      keyOf: r => `${r.employee_id}|${r.kind}|${r.held_on}|${r.topic}`,
      newId,
    })
    changes.push(...meetingChanges.map(c => ({ ...c, line: meetings[c.line].line })))

    const assignments = known(input.assignments)
    const assignmentChanges = await saveRows(db, 'delivery.assignments', {
      rows: assignments.map(a => ({
        employee_id: ids.get(a.nip),
        programme_id: programmeId,
        title: `${a.code} ${a.title}`,
        value: a.value ?? null,
        starts_on: a.startsOn ?? null,
        due_on: a.dueOn,
        finished_on: a.finishedOn ?? null,
        result: a.result ?? null,
        progress: a.finishedOn ? 100 : null,
        state: a.isStopped ? 'stopped' : a.finishedOn ? 'done' : 'running',
        confirmed_on: a.finishedOn ?? null,
      })),
      existing: await rowsAsJson(db, 'delivery.assignments', sql`t.programme_id = ${programmeId}`),
      keyOf: r => `${r.employee_id}|${r.title}`,
      newId,
    })
    changes.push(...assignmentChanges.map(c => ({ ...c, line: assignments[c.line].line })))

    const followUps = known(input.followUps)
    const firstDay = followUps.flatMap(f => (f.dayNumber === 0 && f.answeredOn ? [f.answeredOn] : [])).sort()[0] ?? null
    const behaviours = [...new Map(followUps.map(f => [f.statement, f])).values()]
    const behaviourChanges = await saveRows(db, 'delivery.behaviours', {
      rows: behaviours.map(f => ({ programme_id: programmeId, statement: f.statement, agreed_on: firstDay })),
      existing: await rowsAsJson(
        db,
        'delivery.behaviours',
        sql`t.programme_id = ${programmeId} and t.employee_id is null`,
      ),
      keyOf: r => String(r.statement),
      newId,
    })
    changes.push(...behaviourChanges.map(c => ({ ...c, line: behaviours[c.line].line })))
    const behaviourOf = new Map(behaviourChanges.map(c => [String(c.after?.statement), String(c.after?.id)]))
    const followUpChanges = await saveRows(db, 'delivery.follow_ups', {
      rows: followUps.map(f => {
        const employeeId = String(ids.get(f.nip))
        return {
          behaviour_id: behaviourOf.get(f.statement),
          employee_id: employeeId,
          day_number: f.dayNumber,
          rater: f.rater,
          rater_id:
            f.rater === 'self'
              ? employeeId
              : f.rater === 'supervisor'
                ? (names.get(employeeId)?.supervisor_id ?? null)
                : null,
          value: f.value,
          due_on: f.answeredOn ?? null,
          answered_on: f.value === null ? null : (f.answeredOn ?? null),
          is_replaced: false,
        }
      }),
      existing: await rowsAsJson(
        db,
        'delivery.follow_ups',
        sql`t.behaviour_id = any (${[...behaviourOf.values()]}) and not t.is_replaced`,
      ),
      keyOf: r => `${r.behaviour_id}|${r.employee_id}|${r.day_number}|${r.rater}`,
      newId,
    })
    changes.push(...followUpChanges.map(c => ({ ...c, line: followUps[c.line].line })))

    const reactionChanges = await saveRows(db, 'delivery.reactions', {
      rows: input.reactions.map(r => ({
        programme_id: programmeId,
        item: r.item,
        mean: r.mean,
        answers: r.answers,
        scale_max: r.scaleMax,
      })),
      existing: await rowsAsJson(db, 'delivery.reactions', sql`t.programme_id = ${programmeId}`),
      keyOf: r => String(r.item),
      newId,
    })
    changes.push(...reactionChanges.map(c => ({ ...c, line: input.reactions[c.line].line })))
    note({ subjectKind: 'planning.programme', subjectId: programmeId, detail: { records: changes.length } })
    if (changes.some(c => c.kind !== 'same')) announce({ type: 'ProgrammeRecordsRegistered', payload: { programmeId } })
    return { changes, refusals }
  },
})
