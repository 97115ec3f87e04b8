import type { Day } from '#core/values/day.ts'
import { cellText } from '../grid/grid.ts'
import type {
  AttendanceRecord,
  FollowUpRecord,
  LabProjectRecord,
  NominationRecord,
  ParticipantRecord,
  PlanItemRecord,
  SatisfactionRecord,
  SessionRecord,
} from '../records.ts'
import type { RowReader } from '../table/data-rows.ts'
import { orNull, type Read, readDay } from '../value/day.ts'
import { readMoney, readNumber } from '../value/number.ts'
import { fold, isMissing, squash, textOf } from '../value/text.ts'
import { fundingSourceOf, methodOf, yesNoOf } from '../value/words.ts'
import { type Fault, fault, type JudgeContext, optionalNip, personOf, rejected, type TableJudge } from './judge.ts'

type Rejection = ReturnType<typeof rejected>

const unitName = (row: RowReader, context: JudgeContext): string | null => {
  const written = textOf(row.cell('unit'))
  if (written === null) return null
  const match = context.units.match(written)
  return match.is === 'unknown' ? written : match.unit.name
}

/** A number within bounds, null when silent, else why the row is refused. */
const within = (row: RowReader, field: string, least: number, most: number): number | null | Rejection => {
  const cell = row.cell(field)
  const value: Read<number> = readNumber(cell)
  if (value.is === 'missing') return null
  if (value.is === 'invalid') return rejected('NILAI_TIDAK_TERBACA', field, cell)
  return value.value < least || value.value > most
    ? rejected('NILAI_DI_LUAR_RENTANG', field, cell, `skala ${least}-${most}`)
    : value.value
}

/** A day that must be there and right. */
const mustDay = (row: RowReader, field: string): Day | Rejection => {
  const day = readDay(row.cell(field))
  return day.is === 'known'
    ? day.value
    : rejected(day.is === 'missing' ? 'TANGGAL_KOSONG' : 'TANGGAL_TIDAK_SAH', field, row.cell(field))
}

const knownModule = (row: RowReader, context: JudgeContext): string | Rejection => {
  const code = textOf(row.cell('moduleCode'))
  return code !== null && context.modules.has(fold(code))
    ? code
    : rejected('MODUL_TIDAK_DIKENAL', 'moduleCode', row.cell('moduleCode'))
}

const isRejection = (value: unknown): value is Rejection => typeof value === 'object' && value !== null

export const nominationJudge: TableJudge<NominationRecord> = {
  keyField: 'nip',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: record => record.nip,
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const values = ['performance', 'technicalTest', 'coordination', 'score'].map(name => within(row, name, 0, 100))
    const bad = values.find(isRejection)
    if (bad) return bad
    const [performance, technicalTest, coordination, score] = values as (number | null)[]
    return {
      is: 'accepted',
      warnings: [],
      record: {
        type: 'nomination',
        nip,
        unit: unitName(row, context),
        performance,
        technicalTest,
        coordination,
        score,
        isRecommended: yesNoOf(row.cell('recommendation')),
        outcome: textOf(row.cell('outcome')),
      },
    }
  },
}

export const participantJudge: TableJudge<ParticipantRecord> = {
  keyField: 'nip',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: record => record.nip,
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const warnings: Fault[] = []
    for (const field of ['mentorNip', 'coachNip']) {
      const companion = optionalNip(row.cell(field))
      if (!isMissing(row.cell(field)) && (companion === null || !context.employees.has(companion)))
        warnings.push(fault('PENDAMPING_TIDAK_DITEMUKAN', field, row.cell(field)))
    }
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'participant',
        nip,
        unit: unitName(row, context),
        targetPosition: textOf(row.cell('targetPosition')),
        mentorNip: optionalNip(row.cell('mentorNip')),
        mentorName: textOf(row.cell('mentorName')),
        coachNip: optionalNip(row.cell('coachNip')),
        coachName: textOf(row.cell('coachName')),
        status: textOf(row.cell('status')),
      },
    }
  },
}

export const planItemJudge: TableJudge<PlanItemRecord> = {
  keyField: 'moduleCode',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: r => `${r.nip}|${fold(r.moduleCode)}|${r.startsOn}`,
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const moduleCode = knownModule(row, context)
    if (isRejection(moduleCode)) return moduleCode
    const [startsOn, endsOn] = [mustDay(row, 'startsOn'), mustDay(row, 'endsOn')]
    if (isRejection(startsOn)) return startsOn
    if (isRejection(endsOn)) return endsOn
    if (endsOn < startsOn) return rejected('TANGGAL_TERBALIK', 'endsOn', row.cell('endsOn'))
    const jp = readNumber(row.cell('jp'))
    if (jp.is === 'invalid') return rejected('JP_TIDAK_TERBACA', 'jp', row.cell('jp'))
    if (jp.is === 'known' && jp.value <= 0) return rejected('JP_TIDAK_POSITIF', 'jp', row.cell('jp'))
    const cost = readMoney(row.cell('cost'))
    if (cost.is === 'known' && cost.value < 0) return rejected('BIAYA_NEGATIF', 'cost', row.cell('cost'))
    const sourceText = textOf(row.cell('source'))
    const source = sourceText === null ? null : fundingSourceOf(sourceText)
    if (sourceText !== null && source === null)
      return rejected('SUMBER_DANA_TIDAK_DIKENAL', 'source', row.cell('source'))
    const warnings: Fault[] = []
    if (jp.is === 'missing') warnings.push(fault('JP_KOSONG', 'jp', row.cell('jp')))
    if (cost.is !== 'known' && row.has('cost'))
      warnings.push(fault(cost.is === 'missing' ? 'BIAYA_KOSONG' : 'BIAYA_TIDAK_TERBACA', 'cost', row.cell('cost')))
    const methodText = textOf(row.cell('method'))
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'plan-item',
        nip,
        moduleCode,
        moduleName: textOf(row.cell('moduleName')),
        method: methodText === null ? null : (methodOf(methodText) ?? methodText),
        startsOn,
        endsOn,
        jp: orNull(jp),
        cost: orNull(cost),
        source,
        successIndicator: textOf(row.cell('successIndicator')),
      },
    }
  },
}

export const attendanceJudge: TableJudge<AttendanceRecord> = {
  keyField: 'moduleCode',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: r => `${r.nip}|${fold(r.moduleCode)}`,
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const moduleCode = knownModule(row, context)
    if (isRejection(moduleCode)) return moduleCode
    const values = [
      within(row, 'jp', 0, 2000),
      within(row, 'jpAttended', 0, 2000),
      within(row, 'preTest', 0, 100),
      within(row, 'postTest', 0, 100),
    ]
    const bad = values.find(isRejection)
    if (bad) return bad
    const [jp, jpAttended, preTest, postTest] = values as (number | null)[]
    if (jp !== null && jpAttended !== null && jpAttended > jp)
      return rejected('HADIR_MELEBIHI_JP', 'jpAttended', row.cell('jpAttended'), String(jp))
    return {
      is: 'accepted',
      warnings: [],
      record: {
        type: 'attendance',
        nip,
        moduleCode,
        jp,
        jpAttended,
        preTest,
        postTest,
        certificate: textOf(row.cell('certificate')),
      },
    }
  },
}

export const sessionJudge: TableJudge<SessionRecord> = {
  keyField: 'heldOn',
  conflict: null,
  duplicate: 'DUPLIKAT_IDENTIK',
  key: r => [r.nip, r.heldOn, r.form, r.companionNip, r.jp, r.note ? fold(r.note) : ''].join('|'),
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const heldOn = mustDay(row, 'heldOn')
    if (isRejection(heldOn)) return heldOn
    const jp = within(row, 'jp', 0, 24)
    if (isRejection(jp)) return jp
    const companionNip = optionalNip(row.cell('companionNip'))
    const warnings =
      companionNip !== null && context.employees.has(companionNip)
        ? []
        : [fault('PENDAMPING_TIDAK_DITEMUKAN', 'companionNip', row.cell('companionNip'))]
    return {
      is: 'accepted',
      warnings,
      record: {
        type: 'session',
        nip,
        heldOn,
        form: textOf(row.cell('form'))?.toLowerCase() ?? null,
        companionNip,
        jp,
        note: textOf(row.cell('note')),
      },
    }
  },
}

export const labProjectJudge: TableJudge<LabProjectRecord> = {
  keyField: 'code',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: record => fold(record.code),
  judge: (row, context) => {
    const code = textOf(row.cell('code'))
    if (code === null) return rejected('KODE_PROYEK_KOSONG', 'code', row.cell('code'))
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const days = ['startsOn', 'dueOn', 'endsOn'].map(name => ({ name, day: readDay(row.cell(name)) }))
    const bad = days.find(d => d.day.is === 'invalid')
    if (bad) return rejected('TANGGAL_TIDAK_SAH', bad.name, row.cell(bad.name))
    const [startsOn, dueOn, finishedOn] = days.map(d => orNull(d.day))
    if (startsOn && finishedOn && finishedOn < startsOn)
      return rejected('TANGGAL_TERBALIK', 'endsOn', row.cell('endsOn'))
    const deviation = readNumber(row.cell('costDeviationPercent'))
    return {
      is: 'accepted',
      warnings:
        deviation.is === 'invalid'
          ? [fault('DEVIASI_TIDAK_TERBACA', 'costDeviationPercent', row.cell('costDeviationPercent'))]
          : [],
      record: {
        type: 'lab-project',
        code,
        nip,
        name: textOf(row.cell('name')),
        value: orNull(readMoney(row.cell('value'))),
        startsOn,
        dueOn,
        finishedOn,
        costDeviationPercent: orNull(deviation),
        state: textOf(row.cell('state')),
      },
    }
  },
}

const raters: [RegExp, 'self' | 'supervisor' | 'peer'][] = [
  [/^(diri|dirisendiri|mandiri|self|peserta|sendiri)$/, 'self'],
  [/^(atasan|atasanlangsung|supervisor|pimpinan)$/, 'supervisor'],
  [/^(rekan|rekankerja|sejawat|peer|teman)$/, 'peer'],
]

export const followUpJudge: TableJudge<FollowUpRecord> = {
  keyField: 'value',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: r => `${r.nip}|${fold(r.code)}|${r.day}|${r.rater}`,
  content: r => `${r.value}|${r.baseline}|${r.target}`,
  judge: (row, context) => {
    const nip = personOf(row, context)
    if (typeof nip !== 'string') return nip
    const day = readNumber(row.cell('day'))
    if (day.is !== 'known' || day.value < 0) return rejected('HARI_TIDAK_SAH', 'day', row.cell('day'))
    const scores = ['baseline', 'target', 'value'].map(name => within(row, name, 1, 4))
    const bad = scores.find(isRejection)
    if (bad) return bad
    const [baseline, target, value] = scores as (number | null)[]
    const rater = raters.find(([pattern]) => pattern.test(squash(cellText(row.cell('rater')))))?.[1] ?? null
    if (rater === null) return rejected('PENILAI_TIDAK_DIKENAL', 'rater', row.cell('rater'))
    const ratedOn = readDay(row.cell('ratedOn'))
    if (ratedOn.is === 'invalid') return rejected('TANGGAL_TIDAK_SAH', 'ratedOn', row.cell('ratedOn'))
    return {
      is: 'accepted',
      warnings: value === null ? [fault('NILAI_KOSONG', 'value', row.cell('value'))] : [],
      record: {
        type: 'follow-up',
        nip,
        code: textOf(row.cell('code')) ?? textOf(row.cell('indicator')) ?? '',
        indicator: textOf(row.cell('indicator')),
        day: day.value,
        ratedOn: orNull(ratedOn),
        rater,
        baseline,
        target,
        value,
      },
    }
  },
}

/** Fewer answers than this could point at a person. */
const leastRespondents = 8

export const satisfactionJudge: TableJudge<SatisfactionRecord> = {
  keyField: 'projectCode',
  conflict: 'DATA_GANDA_BERTENTANGAN',
  key: record => fold(record.projectCode),
  judge: row => {
    const projectCode = textOf(row.cell('projectCode'))
    if (projectCode === null) return rejected('KODE_PROYEK_KOSONG', 'projectCode', row.cell('projectCode'))
    const values = [within(row, 'respondents', 0, 1_000_000), within(row, 'before', 1, 4), within(row, 'after', 1, 4)]
    const bad = values.find(isRejection)
    if (bad) return bad
    const [respondents, before, after] = values as (number | null)[]
    const warnings: Fault[] = []
    if (respondents === null || before === null || after === null)
      warnings.push(
        fault('NILAI_KOSONG', respondents === null ? 'respondents' : before === null ? 'before' : 'after', ''),
      )
    if (respondents !== null && respondents < leastRespondents)
      warnings.push(fault('JUMLAH_KECIL', 'respondents', row.cell('respondents'), String(leastRespondents)))
    return {
      is: 'accepted',
      warnings,
      record: { type: 'satisfaction', projectCode, respondents, before, after, way: textOf(row.cell('way')) },
    }
  },
}
