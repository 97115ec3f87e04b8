import { addMonths, type Day } from '#core/values/day.ts'
import { registerEvidence } from '#domain/competency/evidence/register-evidence.ts'
import { registerProgrammeRecords } from '#domain/delivery/programme-record/register-programme-records.ts'
import { registerProgramme } from '#domain/planning/programme/register-programme.ts'
import type { RegisterResult } from '#domain/workforce/register-result.ts'
import { sql } from '#platform/database/database.ts'
import type { ImportRecord } from '../workbook/records.ts'
import { shareOf } from './to-register.ts'
import type { Writer } from './write-records.ts'

type Of<T extends ImportRecord['type']> = Extract<ImportRecord, { type: T }> & { line: number }

/** The published weights of the nomination sheet. */
const criteria = [
  { code: 'kinerja', label: 'Kinerja', weight: 30 },
  { code: 'uji_teknis', label: 'Uji teknis', weight: 40 },
  { code: 'koordinasi', label: 'Wawancara koordinasi', weight: 30 },
]

/** A programme's name from its file: `program-infrastruktur.xlsx` → `Program Infrastruktur`. */
export const programmeName = (file: string): string =>
  (file.split('/').pop() ?? file)
    .replace(/\.[a-z0-9]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim()
    .replace(/(^|\s)\p{L}/gu, c => c.toUpperCase())

const first = (days: readonly (Day | null)[]): Day | null => days.filter(d => d !== null).sort()[0] ?? null
const last = (days: readonly (Day | null)[]): Day | null =>
  days
    .filter(d => d !== null)
    .sort()
    .at(-1) ?? null

/** First day of the month after a day. */
const nextMonth = (day: Day): Day => addMonths(`${day.slice(0, 7)}-01` as Day, 1)

/** A programme workbook through the planning and delivery rooms. */
export const writeProgramme = async (
  { db, call, on }: Writer,
  file: string,
  records: readonly ImportRecord[],
): Promise<RegisterResult> => {
  const all = records.map((record, line) => ({ ...record, line }))
  const of = <T extends ImportRecord['type']>(type: T) => all.filter(r => r.type === type) as unknown as Of<T>[]
  const items = of('plan-item')
  const followUps = of('follow-up')
  const participants = of('participant')
  const name = programmeName(file)
  const formalEnds = items.filter(i => shareOf(i.method ?? '') === 10).map(i => i.endsOn)
  const startsOn = first(items.map(i => i.startsOn)) ?? on
  // Day 0 closes the classes: the first month that may differ is the one after; it grows over three months, the third is whole.
  const dayZero = first(followUps.filter(f => f.day === 0).map(f => f.ratedOn)) ?? last(formalEnds)
  const effectFrom = dayZero ? nextMonth(dayZero) : null
  const leaving = (status: string | null) => /keluar|mutasi|berhenti|mundur|pensiun|pindah/i.test(status ?? '')

  const programme = await call(registerProgramme, {
    code: name.toUpperCase().replace(/[^A-Z0-9]+/g, '-'),
    name,
    startsOn,
    endsOn: last(items.map(i => i.endsOn)),
    effectFrom,
    fullEffectFrom: effectFrom ? addMonths(effectFrom, 2) : null,
    criteria,
    nominees: of('nomination').map(n => ({
      line: n.line,
      nip: n.nip,
      criteria: { kinerja: n.performance, uji_teknis: n.technicalTest, koordinasi: n.coordination },
      isChosen: n.outcome === null ? null : /^terpilih/i.test(n.outcome),
    })),
    participants: participants.map(p => ({
      line: p.line,
      nip: p.nip,
      targetPositionName: p.targetPosition,
      mentorNip: p.mentorNip,
      mentorName: p.mentorName,
      coachNip: p.coachNip,
      coachName: p.coachName,
      leftOn: leaving(p.status) ? dayIn(p.status) : null,
      leftReason: leaving(p.status) ? p.status : null,
    })),
    items: items.map(i => ({
      line: i.line,
      nip: i.nip,
      moduleCode: i.moduleCode,
      title: i.moduleName ?? i.moduleCode,
      method: i.method ?? 'klasikal',
      startsOn: i.startsOn,
      endsOn: i.endsOn,
      jp: i.jp,
      cost: i.cost,
      indicator: i.successIndicator,
    })),
  })
  const delivered = await call(registerProgrammeRecords, {
    programmeId: programme.programmeId,
    results: of('attendance').map(a => ({
      line: a.line,
      nip: a.nip,
      moduleCode: a.moduleCode,
      jp: a.jp,
      attendedJp: a.jpAttended,
      scoreBefore: a.preTest,
      scoreAfter: a.postTest,
      certificate: a.certificate,
    })),
    meetings: of('session').map(s => ({
      line: s.line,
      nip: s.nip,
      kind: /coach/i.test(s.form ?? '') ? ('coaching' as const) : ('mentoring' as const),
      heldOn: s.heldOn,
      guideNip: s.companionNip,
      topic: s.note ?? 'Tidak dicatat',
    })),
    assignments: of('lab-project').flatMap(l =>
      l.dueOn
        ? [
            {
              line: l.line,
              nip: l.nip,
              code: l.code,
              title: l.name ?? 'Proyek lab',
              value: l.value,
              startsOn: l.startsOn,
              dueOn: l.dueOn,
              finishedOn: l.finishedOn,
              result:
                l.costDeviationPercent === null
                  ? l.state
                  : `${l.state ?? 'Selesai'}; deviasi biaya ${String(l.costDeviationPercent).replace('.', ',')}%`,
              isStopped: /batal|henti/i.test(l.state ?? ''),
            },
          ]
        : [],
    ),
    followUps: followUps.flatMap(f =>
      f.rater && [0, 30, 60, 90, 180].includes(f.day)
        ? [
            {
              line: f.line,
              nip: f.nip,
              behaviourCode: f.code,
              statement: f.indicator ?? f.code,
              dayNumber: f.day as 0 | 30 | 60 | 90 | 180,
              answeredOn: f.ratedOn,
              rater: f.rater,
              value: f.value,
            },
          ]
        : [],
    ),
    reactions: of('satisfaction').flatMap(s => [
      {
        line: s.line,
        item: `Kepuasan pemangku kepentingan sebelum, paket ${s.projectCode}`,
        mean: s.before,
        answers: s.respondents ?? 0,
        scaleMax: 4,
      },
      {
        line: s.line,
        item: `Kepuasan pemangku kepentingan sesudah, paket ${s.projectCode}`,
        mean: s.after,
        answers: s.respondents ?? 0,
        scaleMax: 4,
      },
    ]),
  })
  // A passed class is evidence of what its module builds: learned, not yet shown at work.
  const learned = await db.rows<{
    nip: string
    competency_id: string
    level: number
    on: Day
    name: string
    id: string
  }>(
    sql`select p.nip, x.competency_id, x.to_level as level, e.completed_on as on, e.class_name as name, e.id from delivery.v_enrolments e
      join planning.v_module_effects x on x.agency_id = e.agency_id and x.module_id = e.module_id
      join workforce.v_people p on p.agency_id = e.agency_id and p.id = e.employee_id
      where e.programme_id = ${programme.programmeId} and e.state = 'passed' and e.completed_on is not null`,
  )
  const evidence = await call(registerEvidence, {
    rows: learned.map(l => ({
      nip: l.nip,
      competencyId: l.competency_id,
      source: 'learning' as const,
      level: l.level,
      observedOn: l.on,
      isVerified: true,
      note: `Lulus ${l.name}`,
      sourceKind: 'delivery.enrolment',
      sourceId: l.id,
    })),
  })
  return {
    changes: [...programme.changes, ...delivered.changes, ...evidence.changes.map(c => ({ ...c, line: -1 }))],
    refusals: [...programme.refusals, ...delivered.refusals],
  }
}

const months = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
]

/** A day inside a remark: `Keluar 15 Juni 2026 (mutasi)`, `mundur 15/06/2026`. */
export const dayIn = (text: string | null): Day | null => {
  const numeric = /(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(text ?? '')
  if (numeric) return `${numeric[3]}-${numeric[2].padStart(2, '0')}-${numeric[1].padStart(2, '0')}`
  const iso = /(\d{4}-\d{2}-\d{2})/.exec(text ?? '')
  if (iso) return iso[1]
  const words = /(\d{1,2})\s+(\p{L}+)\s+(\d{4})/u.exec(text ?? '')
  const month = words ? months.findIndex(m => m.startsWith(words[2].toLowerCase().slice(0, 3))) : -1
  return words && month >= 0 ? `${words[3]}-${String(month + 1).padStart(2, '0')}-${words[1].padStart(2, '0')}` : null
}
